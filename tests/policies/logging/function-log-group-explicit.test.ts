import { CloudFrontDistribution, LambdaFunction, LogGroup } from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/logging/function-log-group-explicit";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const role = "arn:aws:iam::111122223333:role/orders";
const orders = (inputs: object = {}): Program => ({ orders: declare(LambdaFunction, { role, ...inputs } as never) });
const logs = (inputs: object, options: object = {}): Program => ({
    logs: declare(LogGroup, inputs as never, options),
});
const named = (logGroup: unknown) => orders({ loggingConfig: { logFormat: "JSON", logGroup } });
const group = ["orders: loggingConfig.logGroup"];
const kept = ["logs: retentionInDays"];
const strict = { retention: true, minimumDays: 365 };
const days = (retentionInDays: unknown, more: object = {}) => logs({ name: "/shop/app", retentionInDays, ...more });
const lost = ["logs: deletionProtectionEnabled"];

testRule(rule, {
    valid: {
        "a group by its name": { ...orders({ name: "orders" }), ...logs({ name: "/aws/lambda/orders" }) },
        "a group by the function's name": { ...orders(), ...logs({ name: ref("orders.name", "/aws/lambda/") }) },
        "a group that the function names": { ...named(ref("logs.name")), ...logs({}) },
        "a group of another stack": named("/shop/orders"),
        "a function at the edge, whose logs are elsewhere": {
            ...orders(),
            cdn: declare(CloudFrontDistribution, {
                loggingConfig: { bucket: "logs.s3.amazonaws.com" },
                defaultCacheBehavior: { lambdaFunctionAssociations: [{ lambdaArn: ref("orders.qualifiedArn") }] },
            } as never),
        },
        "for ever, outside of the strict profile": logs({ name: "/shop/app" }),
        "a year, in the strict profile": { given: days(365), options: strict },
        "a year as text": { given: days("365"), options: strict },
        "class DELIVERY": { given: logs({ name: "/aws/vendedlogs/cdn", logGroupClass: "DELIVERY" }), options: strict },
        "protected in production": { given: days(90, { deletionProtectionEnabled: "true" }), stack: "prod" },
        "left behind in production": { given: days(90, { skipDestroy: true }), stack: "prod" },
        "protected by Pulumi": { given: logs({ name: "/shop/app" }, { protect: true }), stack: "prod" },
    },
    invalid: {
        "no group": { given: orders(), reports: group, weighs: ["medium"] },
        "another's group": {
            given: { ...orders({ name: "orders" }), ...logs({ name: "/aws/lambda/orders-v2" }) },
            reports: group,
        },
        "a group without a name, which nobody uses": {
            given: { ...orders({ name: "orders" }), ...logs({ namePrefix: "orders" }) },
            reports: group,
        },
        "an empty name": { given: named(""), reports: group },
        "for ever, in the strict profile": { given: days(undefined), options: strict, reports: kept, weighs: ["low"] },
        "for ever, in numbers": { given: days(0), options: strict, reports: kept },
        "a month": { given: days(30), options: strict, reports: kept },
        "production, without protection": { given: days(90), stack: "prod", reports: lost, weighs: ["low"] },
        "the same, switched off": {
            given: days(90, { deletionProtectionEnabled: false }),
            stack: "prod",
            reports: lost,
        },
    },
    undecided: {
        "whose group it is": {
            given: { ...orders({ name: "orders" }), ...logs({ name: unknown }) },
            awaits: ["logs.name"],
        },
        "how long": {
            given: {
                ...logs({ name: "/shop/app", retentionInDays: ref("other.retentionInDays") }),
                other: declare(LogGroup, { name: "/shop/other", retentionInDays: computed } as never),
            },
            options: { minimumDays: 365 },
            awaits: ["logs.retentionInDays"],
        },
        "whether it is production": {
            given: days(90),
            stack: "blue",
            awaits: ["aws-serverless-security:environment"],
        },
    },
});
