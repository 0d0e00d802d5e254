import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { carriers, live } from "./carriers";
import { customers } from "./identity";
import { accountId, key } from "./keys";
import { either } from "./mistakes";
import { subnets } from "./network";
import { parcelEvents } from "./tracking";

/** The web ACL of the house, for what CloudFront serves. */
export const houseAcl = pulumi.interpolate`arn:aws:wafv2:us-east-1:${accountId}:global/webacl/house/0a1b2c3d-1111-2222-3333-444455556666`;
/** AWS's own policy of that name. */
export const SECURITY_HEADERS = "67f7725c-6f97-4210-82d7-5512b31e9d03";

/** What is in front of the APIs of this service. */
const visible = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });
const group = (name: string, priority: number, overrideAction: object = { none: {} }) => ({
    name,
    priority,
    overrideAction,
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
    visibilityConfig: visible(name),
});
const acl = new aws.wafv2.WebAcl("orders", {
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    rules: [
        {
            name: "floods",
            priority: 0,
            action: { block: {} },
            statement: { rateBasedStatement: { limit: 1000, aggregateKeyType: "IP" } },
            visibilityConfig: visible("floods"),
        },
        group("AWSManagedRulesCommonRuleSet", 1, either("waf-acl-effective", { count: {} }, { none: {} })),
        group("AWSManagedRulesKnownBadInputsRuleSet", 2),
        group("AWSManagedRulesSQLiRuleSet", 3),
    ],
    visibilityConfig: visible("orders"),
});
const aclLogs = new aws.cloudwatch.LogGroup("web-acl", {
    name: "aws-waf-logs-orders",
    retentionInDays: 365,
    deletionProtectionEnabled: true,
    kmsKeyId: key.arn,
});
new aws.wafv2.WebAclLoggingConfiguration("orders", { resourceArn: acl.arn, logDestinationConfigs: [aclLogs.arn] });
new aws.wafv2.WebAclAssociation("customers", { resourceArn: customers.arn, webAclArn: acl.arn });
new aws.wafv2.WebAclAssociation("parcel-events", { resourceArn: parcelEvents.apiArn, webAclArn: acl.arn });
new aws.wafv2.WebAclAssociation("carriers", { resourceArn: live.arn, webAclArn: acl.arn });

/** The scanners call the carriers' API by a name of the house. */
new aws.apigateway.BasePathMapping("carriers", {
    restApi: carriers.id,
    stageName: live.stageName,
    domainName: "scanners.shop.example",
});

/** The pages of the shop, which another team puts into a bucket. */
new aws.cloudfront.Distribution("pages", {
    enabled: true,
    aliases: ["www.shop.example"],
    defaultRootObject: "index.html",
    ...either("api-waf-associated", {}, { webAclId: houseAcl }),
    origins: [
        {
            originId: "pages",
            domainName: "shop-pages.s3.eu-west-1.amazonaws.com",
            ...either("cloudfront-origin-access", {}, { originAccessControlId: "E3OAC1234567" }),
        },
    ],
    defaultCacheBehavior: {
        targetOriginId: "pages",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD"],
        cachedMethods: ["GET", "HEAD"],
        cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        ...either("cloudfront-response-headers", {}, { responseHeadersPolicyId: SECURITY_HEADERS }),
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: {
        acmCertificateArn: pulumi.interpolate`arn:aws:acm:us-east-1:${accountId}:certificate/7c6b5a49-3827-4615-9403-f2e1d0c9b8a7`,
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
    },
    loggingConfig: { bucket: "shop-access-logs.s3.amazonaws.com", prefix: "pages/" },
});

/** The warehouse's machines come over a load balancer of their own. */
const warehouse = new aws.lb.LoadBalancer("warehouse", {
    internal: either("function-behind-front-door", false, true),
    loadBalancerType: "application",
    subnets: subnets.map(({ id }) => id),
    dropInvalidHeaderFields: either("load-balancer-request-hygiene", false, true),
    enableDeletionProtection: true,
    accessLogs: { bucket: "shop-access-logs", prefix: "warehouse", enabled: true },
});
const stocktaking = new aws.lb.TargetGroup("stocktaking", { targetType: "lambda" });
new aws.lb.TargetGroupAttachment("stocktaking", {
    targetGroupArn: stocktaking.arn,
    targetId: pulumi.interpolate`arn:aws:lambda:eu-west-1:${accountId}:function:stocktaking`,
});
const machines = new aws.lb.Listener("warehouse", {
    loadBalancerArn: warehouse.arn,
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    certificateArn: pulumi.interpolate`arn:aws:acm:eu-west-1:${accountId}:certificate/7c6b5a49-3827-4615-9403-f2e1d0c9b8a7`,
    defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
});
new aws.lb.ListenerRule("stocktaking", {
    listenerArn: machines.arn,
    conditions: [{ pathPattern: { values: ["/stocktaking"] } }],
    actions: [{ type: "forward", targetGroupArn: stocktaking.arn }],
});
