import { CognitoIdentityPool, CognitoIdentityPoolRoleAttachment, IamRole, IamRolePolicy } from "../../../model/aws";
import { declare, identityPoolProgram, policyOf, ref, trustsPool, unknown } from "../../../pack";
import rule from "../../../policies/identity/identity-pool-no-guest-access";
import { testRule } from "../../support/rule-tester";

const pool = (allowUnauthenticatedIdentities: unknown) => ({
    pool: declare(CognitoIdentityPool, { identityPoolName: "shop", allowUnauthenticatedIdentities } as never),
});
const guests = (...statements: readonly object[]) => ({
    ...identityPoolProgram("unauthenticated"),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
});
const route = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/GET/catalogue";

testRule(rule, {
    valid: {
        "nothing said": { pool: declare(CognitoIdentityPool, { identityPoolName: "shop" }) },
        "off, as text": pool("false"),
    },
    invalid: {
        "on, as text": { given: pool("true"), reports: ["pool: allowUnauthenticatedIdentities"] },
        "with a guest role that may read data": {
            given: guests({
                Action: "dynamodb:Scan",
                Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
            }),
            reports: ["pool: allowUnauthenticatedIdentities"],
            weighs: ["high"],
        },
        "with a guest role that may do next to nothing": {
            given: guests({ Action: "execute-api:Invoke", Resource: route }),
            reports: ["pool: allowUnauthenticatedIdentities"],
            weighs: ["low"],
        },
        "with a guest role that lives elsewhere": {
            given: {
                ...pool(true),
                attachment: declare(CognitoIdentityPoolRoleAttachment, {
                    identityPoolId: ref("pool.id"),
                    roles: { unauthenticated: "arn:aws:iam::111122223333:role/guests" },
                }),
            },
            reports: ["pool: allowUnauthenticatedIdentities"],
            weighs: ["high"],
        },
        "with the minimal role of another pool": {
            given: {
                ...guests({ Action: "execute-api:Invoke", Resource: route }),
                other: declare(CognitoIdentityPool, {
                    identityPoolName: "other",
                    allowUnauthenticatedIdentities: true,
                }),
                otherRole: declare(IamRole, { assumeRolePolicy: trustsPool(ref("other.id"), "unauthenticated") }),
            },
            reports: ["other: allowUnauthenticatedIdentities", "pool: allowUnauthenticatedIdentities"],
        },
    },
    undecided: {
        "on, and what their role may do is not": {
            given: {
                ...identityPoolProgram("unauthenticated"),
                policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }),
            },
            awaits: ["policy.policy"],
        },
        "on, and which role is not": {
            given: {
                ...pool(true),
                attachment: declare(CognitoIdentityPoolRoleAttachment, {
                    identityPoolId: ref("pool.id"),
                    roles: { unauthenticated: unknown },
                } as never),
            },
            awaits: ["attachment.roles.unauthenticated"],
        },
        "not known yet": { given: pool(unknown), awaits: ["pool.allowUnauthenticatedIdentities"] },
    },
});
