import { CloudFrontMultitenantDistribution, CloudFrontVpcOrigin } from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/cloudfront-tls";
import { testRule } from "../../support/rule-tester";

const acmCertificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/7c6b5a49-3827-4615-9403-f2e1d0c9b8a7";
const behavior = (viewerProtocolPolicy: unknown) => ({ targetOriginId: "shop", viewerProtocolPolicy });
const own = (minimumProtocolVersion?: unknown) => ({
    viewerCertificate: {
        acmCertificateArn,
        sslSupportMethod: "sni-only",
        ...(minimumProtocolVersion !== undefined && { minimumProtocolVersion }),
    },
});
const good = {
    aliases: ["shop.example.com"],
    defaultCacheBehavior: behavior("redirect-to-https"),
    ...own("TLSv1.2_2021"),
};
const shop = (inputs: object = {}): Example => ({ ...good, ...inputs }) as Example;
const tenants = (inputs: object = {}) =>
    declare(CloudFrontMultitenantDistribution, { ...good, aliases: undefined, ...inputs } as Example);
const custom = (inputs: object) => ({
    originProtocolPolicy: "https-only",
    originSslProtocols: ["TLSv1.2"],
    httpPort: 80,
    httpsPort: 443,
    ...inputs,
});
const origin = (inputs: object, domainName: unknown = "origin.example.com") => ({
    origins: [
        { originId: "files", domainName: "files.s3.eu-west-1.amazonaws.com" },
        { originId: "shop", domainName, customOriginConfig: custom(inputs) },
    ],
});
const vpcOrigin = (originProtocolPolicy: unknown, items: unknown = ["TLSv1.2"]) =>
    declare(CloudFrontVpcOrigin, {
        vpcOriginEndpointConfig: { originProtocolPolicy, originSslProtocols: { items, quantity: 1 } },
    } as Example);
const plain = { originProtocolPolicy: "http-only" };
const reports = (given: Example | ReturnType<typeof tenants>, ...at: readonly string[]) => ({ given, reports: at });
const weighs = (given: Example, severity: "low" | "medium" | "high", at: string) => ({
    ...reports(given, at),
    weighs: [severity] as const,
});
const minimum = "viewerCertificate.minimumProtocolVersion";
const standard = "viewerCertificate.cloudfrontDefaultCertificate";
const protocol = "origins[1].customOriginConfig.originProtocolPolicy";
const versions = "origins[1].customOriginConfig.originSslProtocols";

testRule(rule, {
    valid: {
        "an origin of a VPC over HTTPS": vpcOrigin("https-only"),
        "HTTPS alone": shop({ defaultCacheBehavior: behavior("https-only") }),
        "further behaviors": shop({ orderedCacheBehaviors: [behavior("redirect-to-https"), behavior("https-only")] }),
        "TLS 1.2 of 2018": shop(own("TLSv1.2_2018")),
        "TLS 1.2 of 2025": shop(own("TLSv1.2_2025")),
        "TLS 1.3 alone": shop(own("TLSv1.3_2025")),
        "a certificate that is not known yet": shop({
            viewerCertificate: { acmCertificateArn: unknown, minimumProtocolVersion: "TLSv1.2_2021" },
        }),
        "a certificate of IAM": shop({
            viewerCertificate: { iamCertificateId: "ASCAEXAMPLE", minimumProtocolVersion: "TLSv1.2_2019" },
        }),
        "an origin over HTTPS": shop(origin({})),
        "an origin asked as the viewer asked": shop(origin({ originProtocolPolicy: "match-viewer" })),
        "the website of a bucket, which knows no HTTPS": shop(origin(plain, "shop.s3-website-eu-west-1.amazonaws.com")),
        "a website by the newer name": shop(origin(plain, "shop.s3-website.eu-central-1.amazonaws.com")),
        "versions that are not asked for": shop(
            origin({ ...plain, originSslProtocols: ["SSLv3"] }, "shop.s3-website.cn-north-1.amazonaws.com.cn"),
        ),
        "many tenants": tenants({ cacheBehaviors: [behavior("https-only")] }),
    },
    invalid: {
        "a further behavior": reports(
            shop({ orderedCacheBehaviors: [behavior("https-only"), behavior("allow-all")] }),
            "orderedCacheBehaviors[1].viewerProtocolPolicy",
        ),
        "SSL 3.0": reports(shop(own("SSLv3")), minimum),
        "TLS 1.0": reports(shop(own("TLSv1")), minimum),
        "TLS 1.0 of 2016": reports(shop(own("TLSv1_2016")), minimum),
        "TLS 1.1": reports(shop(own("TLSv1.1_2016")), minimum),
        "no lowest protocol": reports(shop(own()), minimum),
        "an empty one": reports(shop(own("")), minimum),
        "CloudFront's certificate": weighs(
            shop({ aliases: [], viewerCertificate: { cloudfrontDefaultCertificate: true } }),
            "low",
            standard,
        ),
        "CloudFront's certificate, and a protocol that it ignores": weighs(
            shop({
                aliases: undefined,
                viewerCertificate: { cloudfrontDefaultCertificate: "true", minimumProtocolVersion: "TLSv1.2_2021" },
            }),
            "low",
            standard,
        ),
        "no certificate said": weighs(shop({ aliases: undefined, viewerCertificate: {} }), "low", standard),
        "CloudFront's certificate with aliases": weighs(
            shop({ viewerCertificate: { cloudfrontDefaultCertificate: true } }),
            "high",
            standard,
        ),
        "an origin over HTTP": reports(shop(origin(plain)), protocol),
        "an origin that only ends like a website": reports(
            shop(origin(plain, "s3-website-eu-west-1.amazonaws.com.example.com")),
            protocol,
        ),
        "an origin over SSL 3.0": weighs(shop(origin({ originSslProtocols: ["SSLv3", "TLSv1.2"] })), "high", versions),
        "an origin over TLS 1.1": weighs(shop(origin({ originSslProtocols: ["TLSv1.1"] })), "high", versions),
        "an origin over TLS 1.0 too": weighs(
            shop(origin({ originSslProtocols: ["TLSv1", "TLSv1.2"] })),
            "medium",
            versions,
        ),
        "an origin of a VPC over plain HTTP": {
            ...reports(vpcOrigin("http-only"), "vpcOriginEndpointConfig.originProtocolPolicy"),
            weighs: ["medium"],
        },
        "an origin of a VPC over TLS 1.0": {
            ...reports(vpcOrigin("https-only", ["TLSv1"]), "vpcOriginEndpointConfig.originSslProtocols.items"),
            weighs: ["medium"],
        },
        "many tenants": reports(
            tenants({
                defaultCacheBehavior: behavior("allow-all"),
                cacheBehaviors: [behavior("allow-all")],
                origins: [{ id: "shop", domainName: "origin.example.com", customOriginConfigs: [custom(plain)] }],
                ...own("TLSv1"),
            }),
            "cacheBehaviors[0].viewerProtocolPolicy",
            "defaultCacheBehavior.viewerProtocolPolicy",
            "origins[0].customOriginConfigs[0].originProtocolPolicy",
            minimum,
        ),
    },
    undecided: {
        "a protocol for viewers": {
            given: shop({ defaultCacheBehavior: behavior(unknown) }),
            awaits: ["defaultCacheBehavior.viewerProtocolPolicy"],
        },
        "further behaviors": {
            given: shop({ orderedCacheBehaviors: unknown }),
            awaits: ["orderedCacheBehaviors"],
        },
        "the lowest protocol": { given: shop(own(unknown)), awaits: [minimum] },
        "how an origin of a VPC is asked": {
            given: vpcOrigin(unknown),
            awaits: ["vpcOriginEndpointConfig.originProtocolPolicy"],
        },
        "where a plain origin is": {
            given: shop(origin(plain, unknown)),
            awaits: ["origins[1].domainName"],
        },
    },
});
