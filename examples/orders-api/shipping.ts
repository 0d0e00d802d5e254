import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accepted, failed, shipped } from "./data";
import { houseAcl, SECURITY_HEADERS } from "./front";
import { accountId } from "./keys";
import { either } from "./mistakes";

/** What leaves the house, and by which way: to customers, to the carrier, to the shop's pages. */
const tlsOnly = { "aws:SecureTransport": "false" };

/** The warehouse's machines tell what they have packed. */
new aws.sns.TopicPolicy("shipped-orders", {
    arn: shipped.arn,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "Warehouse",
                Effect: "Allow",
                Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:role/warehouse` },
                Action: "sns:Publish",
                Resource: shipped.arn,
            },
            ...either(
                "messaging-deny-insecure-transport",
                [],
                [
                    {
                        Sid: "TlsOnly",
                        Effect: "Deny",
                        Principal: "*",
                        Action: "sns:Publish",
                        Resource: shipped.arn,
                        Condition: { Bool: tlsOnly },
                    },
                ],
            ),
        ],
    }),
});
new aws.sqs.QueuePolicy("accepted-orders", {
    queueUrl: accepted.id,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "TlsOnly",
                Effect: "Deny",
                Principal: "*",
                Action: "sqs:*",
                Resource: accepted.arn,
                Condition: { Bool: tlsOnly },
            },
        ],
    }),
});

/** The carrier is told of each parcel. */
const protocol = either("endpoint-https-only", "http", "https");
new aws.sns.TopicSubscription("carrier", {
    topic: shipped.arn,
    protocol,
    endpoint: `${protocol}://parcels.carrier.example/shipped`,
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: failed.arn }),
});

/** And the customer by mail. */
new aws.sesv2.ConfigurationSet("orders", {
    configurationSetName: "orders",
    deliveryOptions: { tlsPolicy: either("mail-tls-required", "OPTIONAL", "REQUIRE") },
});

/** Labels are files that the warehouse prints. */
new aws.efs.AccessPoint("labels", {
    fileSystemId: "fs-0a1b2c3d4e5f60718",
    rootDirectory: {
        path: "/labels",
        creationInfo: { ownerUid: 1000, ownerGid: 1000, permissions: "0750" },
    },
    posixUser: either("efs-transit-encryption", { uid: 0, gid: 0 }, { uid: 1000, gid: 1000 }),
});

/** Where a parcel is, on pages of the carrier under the shop's name. */
const certificateIn = (region: string) =>
    pulumi.interpolate`arn:aws:acm:${region}:${accountId}:certificate/7c6b5a49-3827-4615-9403-f2e1d0c9b8a7`;
new aws.cloudfront.Distribution("tracking", {
    enabled: true,
    aliases: ["parcels.shop.example"],
    webAclId: houseAcl,
    origins: [
        {
            originId: "carrier",
            domainName: "tracking.carrier.example",
            customOriginConfig: {
                httpPort: 80,
                httpsPort: 443,
                originProtocolPolicy: "https-only",
                originSslProtocols: ["TLSv1.2"],
            },
        },
    ],
    defaultCacheBehavior: {
        targetOriginId: "carrier",
        viewerProtocolPolicy: either("cloudfront-tls", "allow-all", "redirect-to-https"),
        responseHeadersPolicyId: SECURITY_HEADERS,
        allowedMethods: ["GET", "HEAD"],
        cachedMethods: ["GET", "HEAD"],
        cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: {
        acmCertificateArn: certificateIn("us-east-1"),
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
    },
    loggingConfig: { bucket: "shop-access-logs.s3.amazonaws.com", prefix: "tracking/" },
});

/** The warehouse's scanners come to the load balancer of the house, by a name of its own. */
const balancer = pulumi.interpolate`arn:aws:elasticloadbalancing:eu-west-1:${accountId}:loadbalancer/app/house/0a1b2c3d4e5f6071`;
new aws.lb.Listener("scanners", {
    loadBalancerArn: balancer,
    port: 80,
    protocol: "HTTP",
    defaultActions: [
        either(
            "load-balancer-https",
            {
                type: "forward",
                targetGroupArn: pulumi.interpolate`arn:aws:elasticloadbalancing:eu-west-1:${accountId}:targetgroup/scanners/1a2b3c4d5e6f7081`,
            },
            { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } },
        ),
    ],
});
new aws.apigateway.DomainName("scanners", {
    domainName: "scanners.shop.example",
    regionalCertificateArn: certificateIn("eu-west-1"),
    endpointConfiguration: { types: "REGIONAL" },
    securityPolicy: either("api-domain-min-tls12", "TLS_1_0", "TLS_1_2"),
});
