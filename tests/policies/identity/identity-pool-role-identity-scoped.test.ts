import { CognitoIdentityPoolRoleAttachment, IamRolePolicy } from "../../../model/aws";
import { declare, identityPoolProgram, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/identity/identity-pool-role-identity-scoped";
import { testRule } from "../../support/rule-tester";

const program = identityPoolProgram("authenticated");
const customers = (...statements: readonly object[]) => ({
    ...program,
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
});
const sub = "${cognito-identity.amazonaws.com:sub}";
const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const mapped = (mapping: object) => ({
    ...program,
    attachment: declare(CognitoIdentityPoolRoleAttachment, {
        identityPoolId: ref("pool.id"),
        roles: { authenticated: ref("role.arn") } as never,
        roleMappings: [{ identityProvider: "cognito-idp.eu-west-1.amazonaws.com/p:c", ...mapping }] as never,
    }),
});

testRule(rule, {
    valid: {
        "items by their leading key, as AWS writes it": customers({
            Action: ["dynamodb:GetItem", "dynamodb:Query"],
            Resource: table,
            Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [sub] } },
        }),
        "objects and the listing of an own folder": customers(
            { Action: ["s3:GetObject", "s3:PutObject"], Resource: `arn:aws:s3:::app/private/${sub}/*` },
            {
                Action: "s3:ListBucket",
                Resource: "arn:aws:s3:::app",
                Condition: { StringLike: { "s3:prefix": ["", "private/", `private/${sub}/*`] } },
            },
        ),
        "by a tag of the principal": customers({
            Action: "s3:GetObject",
            Resource: "arn:aws:s3:::app/${aws:PrincipalTag/tenant}/*",
        }),
        "Amplify's public and protected folders": customers(
            { Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::app/public/*" },
            { Action: "s3:GetObject", Resource: "arn:aws:s3:::app/protected/*" },
        ),
        "an API of its own": customers({
            Action: "execute-api:Invoke",
            Resource: "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/GET/orders",
        }),
        "guests, who are another policy's finding": {
            ...identityPoolProgram("unauthenticated"),
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({ Action: "s3:GetObject", Resource: "arn:aws:s3:::app/*" }),
            }),
        },
        "a mapping that refuses what is ambiguous": mapped({ type: "Token", ambiguousRoleResolution: "Deny" }),
        "a mapping by rules": mapped({ type: "Rules", ambiguousRoleResolution: "AuthenticatedRole" }),
    },
    invalid: {
        "every customer's objects": {
            given: customers({ Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::app/private/*" }),
            reports: ["policy: policy"],
        },
        "a whole table": {
            given: customers({ Action: "dynamodb:Query", Resource: table }),
            reports: ["policy: policy"],
        },
        "a table by a wildcard of actions": {
            given: customers({ Action: "dynamodb:*", Resource: table }),
            reports: ["policy: policy"],
        },
        "others' files beside the own ones": {
            given: customers({
                Action: "s3:GetObject",
                Resource: [`arn:aws:s3:::app/${sub}/*`, "arn:aws:s3:::app/reports/*"],
            }),
            reports: ["policy: policy"],
        },
        "writing what is protected": {
            given: customers({ Action: "s3:PutObject", Resource: "arn:aws:s3:::app/protected/*" }),
            reports: ["policy: policy"],
        },
        "a condition that may be missing": {
            given: customers({
                Action: "dynamodb:GetItem",
                Resource: table,
                Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
            }),
            reports: ["policy: policy"],
        },
        "a role that a rule picks out": {
            given: {
                ...mapped({
                    type: "Rules",
                    ambiguousRoleResolution: "Deny",
                    mappingRules: [{ claim: "group", matchType: "Equals", value: "staff", roleArn: ref("role.arn") }],
                }),
                policy: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: policyOf({ Action: "dynamodb:Scan", Resource: table }),
                }),
            },
            reports: ["policy: policy"],
        },
        "tokens without a role get one": {
            given: mapped({ type: "Token", ambiguousRoleResolution: "AuthenticatedRole" }),
            reports: ["attachment: roleMappings[0].ambiguousRoleResolution"],
        },
    },
    undecided: {
        "a role that is not known yet": {
            given: {
                pool: program.pool,
                attachment: declare(CognitoIdentityPoolRoleAttachment, {
                    identityPoolId: ref("pool.id"),
                    roles: { authenticated: unknown } as never,
                }),
            },
            awaits: ["attachment.roles.authenticated"],
        },
        "a policy that is not known yet": {
            given: { ...program, policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }) },
            awaits: ["policy.policy"],
        },
    },
});
