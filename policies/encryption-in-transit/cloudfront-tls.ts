import {
    CloudFrontDistribution,
    CloudFrontMultitenantDistribution,
    CloudFrontVpcOrigin,
    type CustomOrigin,
    customOrigins,
    viewerCertificate,
    viewerProtocols,
    vpcOrigin,
} from "../../model/aws";
import { equals } from "../../model/values";
import { cwe, defineRule, fsbp, type Judgement } from "../../pack";

const certificate = "arn:aws:acm:us-east-1:111122223333:certificate/7c6b5a49-3827-4615-9403-f2e1d0c9b8a7";
const distribution = {
    aliases: ["shop.example.com"],
    viewerCertificate: { acmCertificateArn: certificate, minimumProtocolVersion: "TLSv1.2_2021" },
};

/** The certificate that CloudFront gives to its own names answers TLS 1.0, and no setting changes that: a hint, where no other name is served. */
export default defineRule({
    id: "cloudfront-tls",
    severity: "high",
    frameworks: [
        ...["CloudFront.3", "CloudFront.7", "CloudFront.9", "CloudFront.10", "CloudFront.15"].map(fsbp),
        ...[cwe(319), cwe(326)],
    ],
    title: "Distributions speak TLS 1.2 with viewers and with origins.",
    why: "Whoever is on the way reads and changes what goes over plain HTTP, on both sides of CloudFront; older protocols are broken.",
    fix: "Redirect viewers to HTTPS, and ask for TLS 1.2 on both sides.",
    sources: [
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https.html",
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
    ],
    resource: [CloudFrontDistribution, CloudFrontMultitenantDistribution, CloudFrontVpcOrigin],
    bad: { ...distribution, defaultCacheBehavior: { targetOriginId: "shop", viewerProtocolPolicy: "allow-all" } },
    good: {
        ...distribution,
        defaultCacheBehavior: { targetOriginId: "shop", viewerProtocolPolicy: "redirect-to-https" },
    },
    *check(_inputs, { type, root }) {
        if (type === CloudFrontVpcOrigin.token) return yield* ofOrigin(vpcOrigin(root));
        for (const at of viewerProtocols(root)) {
            const message = "allows plain HTTP, so whoever is on the way to a viewer reads and changes what is sent";
            yield { at, when: equals(at, "allow-all"), message, fix: 'Set it to "redirect-to-https".' };
        }
        const { minimum, isOld, standard, isStandard, hasAliases } = viewerCertificate(root);
        yield {
            at: minimum,
            when: isOld,
            message: minimum.state === "absent" ? "absent, which is TLS 1.0" : "allows protocols older than TLS 1.2",
            fix: 'Set minimumProtocolVersion: "TLSv1.2_2021" and sslSupportMethod: "sni-only".',
        };
        yield {
            at: standard,
            when: isStandard,
            message: `CloudFront's own certificate, which answers TLS 1.0${hasAliases ? " and does not hold for the aliases" : ""}`,
            fix: 'Set viewerCertificate: { acmCertificateArn: certificate.arn, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" }, and a name of your own in aliases.',
            ...(!hasAliases && { severity: "low" }),
        };
        for (const origin of customOrigins(root)) yield* ofOrigin(origin);
    },
});

/** What passes inside of a VPC weighs less. */
function* ofOrigin({
    protocol,
    isPlain,
    versions,
    hasOldVersions,
    isBroken,
    isPrivate,
}: CustomOrigin): Iterable<Judgement> {
    yield {
        at: protocol,
        when: isPlain,
        message: "asks the origin over plain HTTP, also for viewers who came over HTTPS",
        fix: 'Set it to "https-only".',
        ...(isPrivate && { severity: "medium" }),
    };
    yield {
        at: versions,
        when: hasOldVersions,
        message: "allows protocols older than TLS 1.2 on the way to the origin",
        fix: 'Set it to ["TLSv1.2"].',
        ...((isPrivate || !isBroken) && { severity: "medium" }),
    };
}
