import {
    AlbListener,
    AlbLoadBalancer,
    ClassicLoadBalancer,
    CloudFrontDistribution,
    CloudFrontMultitenantDistribution,
    CloudTrailTrail,
    CodeBuildProject,
    Ec2FlowLog,
    Ec2Subnet,
    Ec2Vpc,
    Listener,
    LoadBalancer,
    LogDelivery,
    LogDeliverySource,
    type ResourceType,
    S3Bucket,
    S3BucketAcl,
    S3BucketLogging,
    S3BucketLoggingV2,
    S3BucketPolicy,
    S3BucketV2,
    WafV2WebAcl,
    WafV2WebAclLoggingConfiguration,
} from "../../../model/aws";
import { declare, type Program, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/logging/edge-and-storage-access-logs";
import { testRule } from "../../support/rule-tester";

const a = (name: string, type: ResourceType, inputs: object = {}): Program => ({
    [name]: declare(type, inputs as never),
});
const cdn = (inputs: object = {}) => a("cdn", CloudFrontDistribution, { enabled: true, ...inputs });
const source = (of: string) =>
    a("source", LogDeliverySource, { logType: "ACCESS_LOGS", resourceArn: ref(`${of}.arn`) });
const delivery = a("delivery", LogDelivery, {
    deliverySourceName: ref("source.name"),
    deliveryDestinationArn: "arn:aws:logs:us-east-1:111122223333:delivery-destination:cdn",
});
const balancer = (inputs: object, type: ResourceType = LoadBalancer) => a("shop", type, { ...inputs });
const tls = (type: ResourceType = Listener, protocol = "TLS") =>
    a("listener", type, { loadBalancerArn: ref("shop.arn"), protocol, defaultActions: [] });
const acl = a("acl", WafV2WebAcl, { scope: "REGIONAL" });
const vpc = a("vpc", Ec2Vpc, { cidrBlock: "10.0.0.0/16" });
const subnet = a("subnet", Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.0.0/24" });
const build = (logsConfig: object) => a("build", CodeBuildProject, { logsConfig });
const bucket = (inputs: object = {}, name = "orders") => a(name, S3Bucket, { bucket: name, ...inputs });
const logs = { bucket: "logs" };
const bad = (given: Program, at: string) => ({ given, reports: [at] });

testRule(rule, {
    valid: {
        "standard logs": cdn({ loggingConfig: { bucket: "logs.s3.amazonaws.com" } }),
        "logs in real time": cdn({
            defaultCacheBehavior: { realtimeLogConfigArn: "arn:aws:cloudfront::111122223333:realtime-log-config/a" },
        }),
        "standard logs, version 2": { ...cdn(), ...source("cdn"), ...delivery },
        "a distribution of tenants": { ...a("cdn", CloudFrontMultitenantDistribution), ...source("cdn"), ...delivery },
        "an application's": balancer({ accessLogs: { ...logs, enabled: "true" } }),
        "the other token's": balancer({ accessLogs: { ...logs, enabled: true } }, AlbLoadBalancer),
        "a gateway has none": balancer({ loadBalancerType: "gateway" }),
        "a network's without TLS has none": { ...balancer({ loadBalancerType: "network" }), ...tls(Listener, "TCP") },
        "the classic one's, on by its bucket": balancer({ accessLogs: logs }, ClassicLoadBalancer),
        "the classic one's, on by words": balancer({ accessLogs: { ...logs, enabled: true } }, ClassicLoadBalancer),
        "a web ACL": {
            ...acl,
            ...a("logging", WafV2WebAclLoggingConfiguration, {
                resourceArn: ref("acl.arn"),
                logDestinationConfigs: [],
            }),
        },
        "a network": { ...vpc, ...a("log", Ec2FlowLog, { vpcId: ref("vpc.id"), trafficType: "ALL" }) },
        "a network by its subnets": { ...vpc, ...subnet, ...a("log", Ec2FlowLog, { subnetId: ref("subnet.id") }) },
        "builds, by default": a("build", CodeBuildProject),
        "builds, by words": build({ cloudwatchLogs: { status: "ENABLED" } }),
        "builds, into a bucket": build({ cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: "ENABLED" } }),
        "a bucket that takes logs, by its domain name": {
            ...bucket({}, "logs"),
            ...cdn({ loggingConfig: { bucket: "logs.s3.amazonaws.com" } }),
        },
        "a bucket that takes logs, by its ARN": {
            ...bucket({}, "logs"),
            ...a("flow", Ec2FlowLog, { vpcId: "vpc-0a1b2c3d", logDestination: "arn:aws:s3:::logs/flows" }),
        },
        "a bucket whose policy lets logs be delivered": {
            ...bucket({}, "logs"),
            ...a("delivery", S3BucketPolicy, {
                bucket: ref("logs.id"),
                policy: policyOf({
                    Principal: { Service: "logging.s3.amazonaws.com" },
                    Action: "s3:PutObject",
                    Resource: "*",
                }),
            }),
        },
        "a bucket": bucket({ logging: { targetBucket: "logs" } }),
        "a bucket, in version 6": bucket({ loggings: [{ targetBucket: "logs" }] }),
        "a bucket of the older token": a("orders", S3BucketV2, { loggings: [{ targetBucket: "logs" }] }),
        "a bucket and one for its logs": {
            ...bucket(),
            ...bucket({}, "logs"),
            ...a("logging", S3BucketLogging, { bucket: ref("orders.id"), targetBucket: ref("logs.id") }),
        },
        "the same by the older token": {
            ...bucket(),
            ...bucket({}, "logs"),
            ...a("logging", S3BucketLoggingV2, { bucket: ref("orders.bucket"), targetBucket: ref("logs.bucket") }),
        },
        "a bucket of a load balancer's logs": {
            ...balancer({ accessLogs: { bucket: ref("logs.bucket"), enabled: true } }),
            ...bucket({}, "logs"),
        },
        "a bucket of a distribution's logs": {
            ...cdn({ loggingConfig: { bucket: ref("logs.bucketDomainName") } }),
            ...bucket({}, "logs"),
        },
        "a bucket of a network's logs": {
            ...vpc,
            ...a("log", Ec2FlowLog, { vpcId: ref("vpc.id"), logDestination: ref("logs.arn") }),
            ...bucket({}, "logs"),
        },
        "a bucket that S3 writes logs to": {
            ...bucket({}, "logs"),
            ...a("acl", S3BucketAcl, { bucket: ref("logs.id"), acl: "log-delivery-write" }),
        },
        "a bucket whose objects a trail records": {
            ...bucket(),
            ...a("trail", CloudTrailTrail, {
                s3BucketName: "audit",
                eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }],
            }),
        },
    },
    invalid: {
        "a source that nothing delivers": bad({ ...cdn(), ...source("cdn") }, "cdn: loggingConfig.bucket"),
        "an empty bucket": bad(cdn({ loggingConfig: { bucket: "" } }), "cdn: loggingConfig.bucket"),
        "a distribution of tenants": bad(a("cdn", CloudFrontMultitenantDistribution), "cdn: "),
        "a bucket alone switches nothing on": bad(balancer({ accessLogs: logs }), "shop: accessLogs.enabled"),
        "switched off": bad(balancer({ accessLogs: { ...logs, enabled: "false" } }), "shop: accessLogs.enabled"),
        "no bucket to write to": bad(balancer({ accessLogs: { enabled: true } }), "shop: accessLogs.bucket"),
        "no bucket, the other token": bad(
            balancer({ accessLogs: { bucket: "", enabled: true } }, AlbLoadBalancer),
            "shop: accessLogs.bucket",
        ),
        "the other token": bad(balancer({}, AlbLoadBalancer), "shop: accessLogs.enabled"),
        "a network's with TLS": bad(
            { ...balancer({ loadBalancerType: "network" }), ...tls() },
            "shop: accessLogs.enabled",
        ),
        "a network's of the other token": bad(
            { ...balancer({ loadBalancerType: "network" }, AlbLoadBalancer), ...tls(AlbListener) },
            "shop: accessLogs.enabled",
        ),
        "the classic one's": bad(balancer({}, ClassicLoadBalancer), "shop: accessLogs.enabled"),
        "the classic one's, off": bad(
            balancer({ accessLogs: { ...logs, enabled: false } }, ClassicLoadBalancer),
            "shop: accessLogs.enabled",
        ),
        "a web ACL": bad(acl, "acl: "),
        "a network": bad({ ...vpc, ...subnet }, "vpc: "),
        "another network's log": bad(
            { ...vpc, ...a("other", Ec2FlowLog, { vpcId: "vpc-0a1b2c3d4e5f60718" }) },
            "vpc: ",
        ),
        "builds into nothing": bad(
            build({ cloudwatchLogs: { status: "DISABLED" } }),
            "build: logsConfig.cloudwatchLogs.status",
        ),
        "a bucket whose policy lets people read": {
            given: {
                ...bucket(),
                ...a("readers", S3BucketPolicy, {
                    bucket: ref("orders.id"),
                    policy: policyOf({ Principal: { AWS: "111122223333" }, Action: "s3:GetObject", Resource: "*" }),
                }),
            },
            reports: ["orders: logging.targetBucket"],
        },
        "a bucket": { given: bucket(), reports: ["orders: logging.targetBucket"], weighs: ["low"] },
        "a bucket of the older token": bad(a("orders", S3BucketV2), "orders: loggings[0].targetBucket"),
        "a bucket, and a trail of another one": bad(
            {
                ...bucket(),
                ...a("trail", CloudTrailTrail, {
                    s3BucketName: "audit",
                    eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3:::other/"] }] }],
                }),
            },
            "orders: logging.targetBucket",
        ),
    },
    undecided: {
        "whose flow log it is": {
            given: { ...vpc, ...a("log", Ec2FlowLog, { vpcId: unknown }) },
            awaits: ["log.vpcId"],
        },
    },
});
