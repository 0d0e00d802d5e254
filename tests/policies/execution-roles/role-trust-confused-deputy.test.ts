import { IamRole, LambdaFunction, resourceType } from "../../../model/aws";
import { UNKNOWN } from "../../../model/values";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/role-trust-confused-deputy";
import { testRule } from "../../support/rule-tester";

/** The account that the rule tester's resources live in. */
const OWN = "123456789012";
const OTHER = "444455556666";

const statementsOf = (statements: readonly object[]) => ({
    Version: "2012-10-17",
    Statement: statements.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
});
const roleOf = (...statements: readonly object[]): Program => ({
    role: declare(IamRole, { assumeRolePolicy: json(statementsOf(statements)) }),
});
const other = (Condition?: object, ...more: readonly object[]): Program =>
    roleOf({ Principal: { AWS: OTHER }, ...(Condition && { Condition }) }, ...more);
const service = (name: string, Condition?: object): Program =>
    roleOf({ Principal: { Service: name }, ...(Condition && { Condition }) });
const code = { handler: "index.handler", runtime: "nodejs22.x" } as const;
const provider = resourceType<{ allowedAccountIds: string }>("pulumi:providers:aws");

testRule(rule, {
    valid: {
        "one's own account": roleOf({ Principal: { AWS: OWN } }),
        "one's own account, by its root": roleOf({ Principal: { AWS: `arn:aws:iam::${OWN}:root` } }),
        "an account that the provider is held to": {
            ...other(),
            aws: declare(provider, { allowedAccountIds: `["${OTHER}"]` }),
        },
        "a trusted account": { given: other(), options: { trustedAccounts: [OTHER] } },
        "a role of another account": roleOf({ Principal: { AWS: `arn:aws:iam::${OTHER}:role/deploy` } }),
        "an external id": other({ StringEquals: { "sts:ExternalId": "a1b2c3d4" } }),
        "an external id that is not known yet": {
            role: declare(IamRole, {
                assumeRolePolicy: statementsOf([
                    { Principal: { AWS: OTHER }, Condition: { StringEquals: { "sts:ExternalId": unknown } } },
                ]) as never,
            }),
        },
        "an organization": other({ StringEquals: { "AWS:PrincipalOrgID": "o-a1b2c3d4e5" } }),
        "a part of an organization": other({
            "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/ou-ab12-1/*"] },
        }),
        "roles of one name": other({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${OTHER}:role/deploy-*` } }),
        "principals with a tag": other({ StringEquals: { "aws:PrincipalTag/team": "orders" } }),
        "a second factor": other({ Bool: { "aws:MultiFactorAuthPresent": "true" } }),
        "a second factor given of late": other({ NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } }),
        "one network": other({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }),
        "a denial of those without the external id": other(undefined, {
            Effect: "Deny",
            Principal: "*",
            Condition: { StringNotEquals: { "sts:ExternalId": "a1b2c3d4" } },
        }),
        "a denial of the account": roleOf(
            { Principal: { AWS: OTHER } },
            { Effect: "Deny", Principal: { AWS: `arn:aws:iam::${OTHER}:root` } },
        ),
        "a function's role, which another policy judges": {
            ...roleOf({ Principal: { Service: "lambda.amazonaws.com" } }, { Principal: { AWS: OTHER } }),
            orders: declare(LambdaFunction, { ...code, role: ref("role.arn") }),
        },
        "everyone, which another policy judges": roleOf({ Principal: "*" }),
        functions: service("lambda.amazonaws.com"),
        instances: service("ec2.amazonaws.com"),
        tasks: service("ecs-tasks.amazonaws.com"),
        builds: service("codebuild.amazonaws.com"),
        "functions at the edge": service("edgelambda.amazonaws.com"),
        "an API": service("apigateway.amazonaws.com"),
        "schedules of one's own account": service("scheduler.amazonaws.com", {
            StringEquals: { "aws:SourceAccount": OWN },
        }),
        "one state machine": service("states.amazonaws.com", {
            ArnLike: { "aws:SourceArn": `arn:aws:states:eu-west-1:${OWN}:stateMachine:orders` },
        }),
        "streams of an organization": service("firehose.amazonaws.com", {
            StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" },
        }),
        "a pipe of this stack": {
            role: declare(IamRole, {
                assumeRolePolicy: statementsOf([
                    {
                        Principal: { Service: "pipes.amazonaws.com" },
                        Condition: { ArnEquals: { "aws:SourceArn": unknown } },
                    },
                ]) as never,
            }),
        },
    },
    invalid: {
        "another account": { given: other(), reports: ["role: assumeRolePolicy"], weighs: ["high"] },
        "another account, by its root": {
            given: roleOf({ Principal: { AWS: `arn:aws:iam::${OTHER}:root` } }),
            reports: ["role: assumeRolePolicy"],
        },
        "another account of China's": {
            given: roleOf({ Principal: { AWS: `arn:aws-cn:iam::${OTHER}:root` } }),
            reports: ["role: assumeRolePolicy"],
        },
        "another account, beside one's own": {
            given: roleOf({ Principal: { AWS: [OWN, OTHER] } }),
            reports: ["role: assumeRolePolicy"],
        },
        "an account that is not among the trusted": {
            given: other(),
            options: { trustedAccounts: ["777788889999"] },
            reports: ["role: assumeRolePolicy"],
        },
        "any external id": {
            given: other({ StringLike: { "sts:ExternalId": "*" } }),
            reports: ["role: assumeRolePolicy"],
        },
        "an external id that may be missing": {
            given: other({ StringEqualsIfExists: { "sts:ExternalId": "a1b2c3d4" } }),
            reports: ["role: assumeRolePolicy"],
        },
        "a second factor that may be missing": {
            given: other({ BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } }),
            reports: ["role: assumeRolePolicy"],
        },
        "a condition that says what the principal says": {
            given: other({ StringEquals: { "aws:PrincipalAccount": OTHER } }),
            reports: ["role: assumeRolePolicy"],
        },
        "any organization": {
            given: other({ StringLike: { "aws:PrincipalOrgID": "o-*" } }),
            reports: ["role: assumeRolePolicy"],
        },
        "in an object": {
            given: {
                role: declare(IamRole, { assumeRolePolicy: statementsOf([{ Principal: { AWS: OTHER } }]) as never }),
            },
            reports: ["role: assumeRolePolicy.Statement[0]"],
        },
        "schedules of any account": {
            given: service("scheduler.amazonaws.com"),
            reports: ["role: assumeRolePolicy"],
            weighs: ["medium"],
        },
        "log groups of any account, in one region": {
            given: service("logs.eu-west-1.amazonaws.com"),
            reports: ["role: assumeRolePolicy"],
            weighs: ["medium"],
        },
        "rules of one name in any account": {
            given: service("events.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:events:*:*:rule/nightly" } }),
            reports: ["role: assumeRolePolicy"],
            weighs: ["medium"],
        },
        "two services in one statement are one cause": {
            given: roleOf({
                Principal: { Service: ["scheduler.amazonaws.com", "pipes.amazonaws.com", "lambda.amazonaws.com"] },
            }),
            reports: ["role: assumeRolePolicy"],
        },
    },
    undecided: {
        "an account that is not known yet": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: statementsOf([{ Principal: { AWS: `arn:aws:iam::${UNKNOWN}:root` } }]) as never,
                }),
            },
            awaits: ["role.assumeRolePolicy.Statement[0].Principal.AWS"],
        },
        "conditions that are not known yet": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: statementsOf([{ Principal: { AWS: OTHER }, Condition: unknown }]) as never,
                }),
            },
            awaits: ["role.assumeRolePolicy.Statement[0].Condition"],
        },
    },
});
