import { CloudFrontDistribution } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

const distribution = {
    enabled: true,
    origins: [{ originId: "api", domainName: "api.example.com" }],
    defaultCacheBehavior: {
        targetOriginId: "api",
        viewerProtocolPolicy: "https-only",
        allowedMethods: ["GET", "HEAD"],
        cachedMethods: ["GET", "HEAD"],
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
};

/** Buckets are a hint: what CloudTrail records of objects is the other way, which AWS prefers, and tells more. */
export default defineSettingRule({
    id: "edge-and-storage-access-logs",
    topic: "logged",
    of: ["edge", "loadBalancer", "firewall", "network", "build", "bucket"],
    severity: "medium",
    frameworks: [cwe(778), sas(5)],
    title: "What takes requests tells who asked for what.",
    why: "Without access logs nobody can tell afterwards who came, from where and what they got.",
    fix: "Switch its logs on.",
    sources: [
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html",
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html",
        "https://docs.aws.amazon.com/waf/latest/developerguide/logging.html",
        "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/logging-with-S3.html",
    ],
    absent: "absent, so who asked for what is nowhere to be read",
    otherwise: "switched off, so who asked for what is nowhere to be read",
    example: CloudFrontDistribution,
    bad: distribution,
    good: { ...distribution, loggingConfig: { bucket: "logs-111122223333.s3.amazonaws.com" } },
});
