import { IamRole, IamUser, LambdaFunction, LambdaPermission, type ResourceType } from "../../../model/aws";
import { declare, type Program, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/lambda-permission-cross-account-restricted";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const permits = (principal: unknown, more: object = {}): Program => ({
    orders: of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", name: "orders" }),
    caller: of(IamRole, { assumeRolePolicy: trusts("lambda") }),
    partner: of(IamUser, {}),
    permission: of(LambdaPermission, {
        action: "lambda:InvokeFunction",
        function: ref("orders.name"),
        principal,
        ...more,
    }),
});
const elsewhere = (principal: string, called = "arn:aws:lambda:eu-west-1:111122223333:function:orders"): Program => ({
    permission: of(LambdaPermission, { action: "lambda:InvokeFunction", function: called, principal }),
});
const foreign = (principal: unknown, more: object = {}) => ({
    given: permits(principal, more),
    reports: ["permission: principal"],
    weighs: ["medium"] as const,
});

testRule(rule, {
    valid: {
        "a role of the stack": permits(ref("caller.arn")),
        "a user of the stack": permits(ref("partner.arn")),
        "the function's own account, which its ARN tells": elsewhere("111122223333"),
        "a role of the function's own account": elsewhere("arn:aws:iam::111122223333:role/caller"),
        "another account, of the organization": permits("444455556666", { principalOrgId: "o-a1b2c3d4e5" }),
        "an account that is trusted": {
            given: permits("arn:aws:iam::444455556666:role/deploy"),
            options: { trustedAccounts: ["444455556666"] },
        },
        "a service": permits("sns.amazonaws.com"),
        "everyone, which another policy reports": permits("*"),
        "an account of AWS's own": permits("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1A2B3"),
    },
    invalid: {
        "another account": foreign("444455556666"),
        "the root of another account": foreign("arn:aws:iam::444455556666:root"),
        "a role of another account": foreign("arn:aws:iam::444455556666:role/deploy"),
        "a user of another account, in China": foreign("arn:aws-cn:iam::444455556666:user/ann"),
        "a session in another account": foreign("arn:aws:sts::444455556666:assumed-role/deploy/pipeline"),
        "an empty organization": foreign("444455556666", { principalOrgId: "" }),
        "an account beside those that are trusted": {
            given: permits("777788889999"),
            options: { trustedAccounts: ["444455556666"] },
            reports: ["permission: principal"],
            weighs: ["high"],
        },
        "another account than the function's, which a partial ARN tells": {
            given: elsewhere("444455556666", "111122223333:function:orders"),
            reports: ["permission: principal"],
        },
    },
    undecided: {
        "who is granted is not known yet": { given: permits(unknown), awaits: ["permission.principal"] },
        "whose the function is, nothing tells yet": {
            given: elsewhere("444455556666", "orders"),
            awaits: ["permission.function"],
        },
    },
});
