import {
    IamGroup,
    IamGroupPolicy,
    IamPolicy,
    IamPolicyAttachment,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    IamRolePolicyAttachmentsExclusive,
    LambdaFunction,
    PermissionSet,
    PermissionSetInlinePolicy,
} from "../../../model/aws";
import {
    declare,
    type Example,
    functionAllowed,
    identityPoolProgram,
    policyOf,
    ref,
    trusts,
    unknown,
} from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-no-admin-access";
import { testRule } from "../../support/rule-tester";

const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const attached = (policyArn: string) => ({
    role,
    attachment: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn }),
});
const everything = { Action: "*", Resource: "*" };
const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

const account = "arn:aws:iam::111122223333";
const instanceArn = "arn:aws:sso:::instance/ssoins-1";
const federated = (Federated: unknown, Action = "sts:AssumeRoleWithWebIdentity") => ({
    admin: declare(IamRole, {
        assumeRolePolicy: policyOf({ Action, Principal: { Federated } }),
        managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
    }),
});

testRule(rule, {
    valid: {
        "a denial of the same leaves nothing": functionAllowed(
            { Action: "*", Resource: "*" },
            { Effect: "Deny", Action: "*", Resource: "*" },
        ),
        "nor does one of all of IAM where that is all": functionAllowed(
            { Action: "iam:*", Resource: "*" },
            { Effect: "Deny", Action: ["iam:*"], Resource: "*" },
        ),
        "until a date that has passed": functionAllowed({
            Action: "*",
            Resource: "*",
            Condition: { DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } },
        }),
        "for a user, who no role is": functionAllowed({
            Action: "*",
            Resource: "*",
            Condition: { StringEquals: { "aws:username": "maria" } },
        }),
        "a star that is a plain character": functionAllowed({
            Action: "*",
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalOrgID": "*" } },
        }),
        "every action on one table": functionAllowed({ Action: "*", Resource: table }),
        "star-only actions": functionAllowed({ Action: ["xray:PutTraceSegments"], Resource: "*" }),
        "a denial of everything": functionAllowed({ Effect: "Deny", ...everything }),
        "AWS's policy for logs": attached("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
        "an administrator that people assume": {
            role: declare(IamRole, {
                assumeRolePolicy: policyOf({
                    Action: "sts:AssumeRole",
                    Principal: { AWS: "arn:aws:iam::111122223333:root" },
                }),
                managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
            }),
        },
        "an administrator for a SAML session": federated(`${account}:saml-provider/okta`, "sts:AssumeRoleWithSAML"),
        "an administrator of Identity Center": {
            admins: declare(PermissionSet, { name: "admins", instanceArn }),
            inline: declare(PermissionSetInlinePolicy, {
                instanceArn,
                permissionSetArn: ref("admins.arn"),
                inlinePolicy: policyOf(everything),
            } as Example),
        },
        "a user and a group, whom another policy judges": {
            staff: declare(IamGroup, { name: "staff" }),
            policy: declare(IamGroupPolicy, { group: ref("staff.name"), policy: policyOf(everything) }),
        },
        "a boundary, which grants nothing": {
            role: declare(IamRole, { assumeRolePolicy: trusts("lambda"), permissionsBoundary: ref("boundary.arn") }),
            boundary: declare(IamPolicy, { policy: policyOf(everything) }),
        },
        "every action on an ARN of this stack": functionAllowed({ Action: "*", Resource: ref("orders.arn") } as never),
    },
    invalid: {
        "a denial of part of it": {
            given: functionAllowed({ Action: "*", Resource: "*" }, { Effect: "Deny", Action: "iam:*", Resource: "*" }),
            reports: ["policy: policy"],
        },
        "a denial of the same under a condition": {
            given: functionAllowed(
                { Action: "*", Resource: "*" },
                {
                    Effect: "Deny",
                    Action: "*",
                    Resource: "*",
                    Condition: { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
                },
            ),
            reports: ["policy: policy"],
        },
        "until a date to come": {
            given: functionAllowed({
                Action: "*",
                Resource: "*",
                Condition: { DateLessThan: { "aws:CurrentTime": "2199-01-01T00:00:00Z" } },
            }),
            reports: ["policy: policy"],
        },
        "as JSON text": { given: functionAllowed(everything), reports: ["policy: policy"] },
        "as an object": {
            given: {
                role,
                policy: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: { Statement: [{ Effect: "Allow", ...everything }] } as never,
                }),
            },
            reports: ["policy: policy.Statement[0]"],
        },
        "as one statement without a list": {
            given: {
                role,
                policy: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: { Statement: { Effect: "Allow", ...everything } } as never,
                }),
            },
            reports: ["policy: policy.Statement"],
        },
        "in lists, in any case": {
            given: functionAllowed({ Action: ["s3:GetObject", "IAM:*"], Resource: [table, "*"] }),
            reports: ["policy: policy"],
        },
        "an ARN of nothing but wildcards": {
            given: functionAllowed({ Action: "*:*", Resource: "arn:aws:*:*:*:*" }),
            reports: ["policy: policy"],
        },
        "everything but a few actions": {
            given: functionAllowed({ NotAction: "iam:*", Resource: "*" }),
            reports: ["policy: policy"],
        },
        "an AWS-managed policy": {
            given: attached("arn:aws:iam::aws:policy/AdministratorAccess"),
            reports: ["attachment: policyArn"],
        },
        "in China": {
            given: attached("arn:aws-cn:iam::aws:policy/PowerUserAccess"),
            reports: ["attachment: policyArn"],
        },
        "on the role itself": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: trusts("ecs-tasks"),
                    managedPolicyArns: ["arn:aws-us-gov:iam::aws:policy/IAMFullAccess"],
                }),
            },
            reports: ["role: managedPolicyArns[0]"],
        },
        "inline on the role": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: trusts("lambda"),
                    inlinePolicies: [{ name: "all", policy: policyOf(everything) }],
                }),
            },
            reports: ["role: inlinePolicies[0].policy"],
        },
        "a customer-managed policy, attached": {
            given: {
                role,
                policy: declare(IamPolicy, { policy: policyOf(everything) }),
                attachment: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: ref("policy.arn") }),
            },
            reports: ["policy: policy"],
        },
        "a customer-managed policy, attached by a list": {
            given: {
                role,
                policy: declare(IamPolicy, { policy: policyOf(everything) }),
                attachment: declare(IamPolicyAttachment, { roles: [ref("role.name")], policyArn: ref("policy.arn") }),
            },
            reports: ["policy: policy"],
        },
        "a customer-managed policy that nothing attaches": {
            given: { policy: declare(IamPolicy, { policy: policyOf(everything) }) },
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "GitHub's workflows": {
            given: federated(`${account}:oidc-provider/token.actions.githubusercontent.com`),
            reports: ["admin: managedPolicyArns[0]"],
            weighs: ["critical"],
        },
        "people beside GitHub's workflows": {
            given: federated([
                `${account}:oidc-provider/token.actions.githubusercontent.com`,
                `${account}:saml-provider/okta`,
            ]),
            reports: ["admin: managedPolicyArns[0]"],
        },
        "customers of an identity pool": {
            given: {
                ...identityPoolProgram("authenticated"),
                policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(everything) }),
            },
            reports: ["policy: policy"],
            weighs: ["critical"],
        },
        "who signed in with Google": {
            given: federated("accounts.google.com"),
            reports: ["admin: managedPolicyArns[0]"],
        },
        "by an exclusive list": {
            given: {
                role,
                only: declare(IamRolePolicyAttachmentsExclusive, {
                    roleName: ref("role.name"),
                    policyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
                }),
            },
            reports: ["only: policyArns[0]"],
        },
        "a policy for a role that lives elsewhere": {
            given: { policy: declare(IamRolePolicy, { role: "existing", policy: policyOf(everything) }) },
            reports: ["policy: policy"],
        },
        "a role of a function, whoever else may assume it": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } }),
                    managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
                }),
                orders: declare(LambdaFunction, { role: ref("role.arn") }),
            },
            reports: ["role: managedPolicyArns[0]"],
        },
    },
    undecided: {
        "a function whose role is not known yet, and nothing else": {
            given: { orders: declare(LambdaFunction, { role: unknown }) },
            awaits: ["orders.role"],
        },
        "an exclusive list that is not known": {
            given: {
                role,
                only: declare(IamRolePolicyAttachmentsExclusive, { roleName: ref("role.name"), policyArns: unknown }),
            },
            awaits: ["only.policyArns"],
        },
        "an administrator for whom is not known": {
            given: {
                admin: declare(IamRole, {
                    assumeRolePolicy: unknown,
                    managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
                } as Example),
            },
            awaits: ["admin.assumeRolePolicy"],
        },
        "actions not known yet, on everything": {
            given: {
                role,
                policy: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: { Statement: [{ Effect: "Allow", Action: unknown, Resource: "*" }] } as never,
                }),
            },
            awaits: ["policy.policy.Statement[0].Action"],
        },
    },
});
