import {
    CognitoIdentityPool,
    CognitoIdentityPoolRoleAttachment,
    IamPolicy,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
} from "../../../model/aws";
import { declare, identityPoolProgram, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/identity/identity-pool-guest-role-minimal";
import { testRule } from "../../support/rule-tester";

const program = identityPoolProgram("unauthenticated");
const guests = (...statements: readonly object[]) => ({
    ...program,
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
});
const api = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5";
const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const attached = (policyArn: unknown) => ({
    ...program,
    attachment2: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn } as never),
});

testRule(rule, {
    valid: {
        "a role without policies": program,
        "all routes of one API": guests({ Action: "execute-api:Invoke", Resource: `${api}/prod/*` }),
        "in China": guests({ Action: "execute-api:Invoke", Resource: `${api.replace("aws", "aws-cn")}/prod/GET/a` }),
        "a monitor of one's own": guests({
            Action: "rum:PutRumEvents",
            Resource: "arn:aws:rum:eu-west-1:111122223333:appmonitor/shop",
        }),
        "measuring, which has no resources": guests({ Action: "mobileanalytics:PutEvents", Resource: "*" }),
        "one field of a GraphQL API": guests({
            Action: "appsync:GraphQL",
            Resource: "arn:aws:appsync:eu-west-1:111122223333:apis/a1b2/types/Query/fields/catalogue",
        }),
        "a denial": guests({ Effect: "Deny", Action: "*", Resource: "*" }),
        "what a denial takes back": guests(
            { Action: "dynamodb:GetItem", Resource: table },
            { Effect: "Deny", NotAction: "execute-api:Invoke", Resource: "*" },
        ),
        "a pool that lets no guests in": {
            ...guests({ Action: "dynamodb:GetItem", Resource: table }),
            pool: declare(CognitoIdentityPool, { identityPoolName: "shop", allowUnauthenticatedIdentities: false }),
        },
        "the role of those who signed in": {
            ...identityPoolProgram("authenticated"),
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({ Action: "dynamodb:GetItem", Resource: table }),
            }),
        },
        "what the configuration allows": {
            given: guests({ Action: "polly:SynthesizeSpeech", Resource: "*" }),
            options: { allowedActions: ["polly:SynthesizeSpeech"] },
        },
    },
    invalid: {
        "data beside a public route": {
            given: guests({
                Action: ["execute-api:Invoke", "s3:PutObject"],
                Resource: [`${api}/prod/GET/a`, "arn:aws:s3:::up/*"],
            }),
            reports: ["policy: policy"],
        },
        "a whole service": {
            given: guests({ Action: "execute-api:*", Resource: `${api}/prod/GET/a` }),
            reports: ["policy: policy"],
        },
        "every API of the account": {
            given: guests({ Action: "execute-api:Invoke", Resource: "arn:aws:execute-api:*:*:*" }),
            reports: ["policy: policy"],
        },
        "everything but a list": {
            given: guests({ NotAction: "iam:*", Resource: "*" }),
            reports: ["policy: policy"],
        },
        everything: { given: guests({ Action: "*", Resource: "*" }), reports: ["policy: policy"] },
        "an AWS-managed policy": {
            given: attached("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"),
            reports: ["attachment2: policyArn"],
        },
        "a customer-managed policy": {
            given: {
                ...attached(ref("managed.arn")),
                managed: declare(IamPolicy, { policy: policyOf({ Action: "dynamodb:Query", Resource: table }) }),
            },
            reports: ["managed: policy"],
        },
        "inline, of a pool that lives elsewhere": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: policyOf({
                        Action: "sts:AssumeRoleWithWebIdentity",
                        Principal: { Federated: "cognito-identity.amazonaws.com" },
                    }),
                    inlinePolicies: [
                        { name: "all", policy: policyOf({ Action: "dynamodb:GetItem", Resource: table }) },
                    ],
                }),
                attachment: declare(CognitoIdentityPoolRoleAttachment, {
                    identityPoolId: "eu-west-1:0aef1b4c-0000-0000-0000-000000000000",
                    roles: { unauthenticated: ref("role.arn") } as never,
                }),
            },
            reports: ["role: inlinePolicies[0].policy"],
        },
    },
    undecided: {
        "a policy that is not known yet": {
            given: { ...program, policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }) },
            awaits: ["policy.policy"],
        },
        "a role that lives elsewhere": {
            given: {
                pool: declare(CognitoIdentityPool, { identityPoolName: "shop", allowUnauthenticatedIdentities: true }),
                attachment: declare(CognitoIdentityPoolRoleAttachment, {
                    identityPoolId: ref("pool.id"),
                    roles: { unauthenticated: "arn:aws:iam::111122223333:role/guests" },
                }),
            },
            awaits: ["attachment.roles.unauthenticated"],
        },
    },
});
