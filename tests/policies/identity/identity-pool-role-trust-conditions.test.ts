import { IamRole } from "../../../model/aws";
import { declare, identityPoolProgram, policyOf, ref, trusts, trustsPool, unknown } from "../../../pack";
import rule from "../../../policies/identity/identity-pool-role-trust-conditions";
import { testRule } from "../../support/rule-tester";

const aud = "cognito-identity.amazonaws.com:aud";
const amr = "cognito-identity.amazonaws.com:amr";
const pool = ref("pool.id");
const trusting = (Condition: object, slot: "authenticated" | "unauthenticated" = "authenticated") => ({
    ...identityPoolProgram(slot),
    role: declare(IamRole, {
        assumeRolePolicy: policyOf({
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: "cognito-identity.amazonaws.com" },
            Condition,
        }),
    }),
});
const who = (name: string) => ({ "ForAnyValue:StringLike": { [amr]: name } });
const at = ["role: assumeRolePolicy"];

testRule(rule, {
    valid: {
        "guests, of their pool": identityPoolProgram("unauthenticated"),
        "one of several pools": trusting({
            StringEquals: { [aud]: [pool, "eu-west-1:other"] },
            ...who("authenticated"),
        }),
        "with ForAnyValue:StringEquals": trusting({
            StringEquals: { [aud]: pool },
            "ForAnyValue:StringEquals": { [amr]: ["authenticated"] },
        }),
        "a role that nobody hands out, for one pool": {
            role: declare(IamRole, { assumeRolePolicy: trustsPool("eu-west-1:0aef1b4c", "authenticated") }),
        },
        "a role of another kind": { role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }) },
        "a denial": {
            role: declare(IamRole, {
                assumeRolePolicy: policyOf({
                    Effect: "Deny",
                    Action: "sts:AssumeRoleWithWebIdentity",
                    Principal: { Federated: "cognito-identity.amazonaws.com" },
                }),
            }),
        },
    },
    invalid: {
        "no audience": { given: trusting(who("authenticated")), reports: at, weighs: ["high"] },
        "any audience": {
            given: trusting({ StringLike: { [aud]: "eu-west-1:*" }, ...who("authenticated") }),
            reports: at,
        },
        "the audience only if there is one": {
            given: trusting({ StringEqualsIfExists: { [aud]: pool }, ...who("authenticated") }),
            reports: at,
        },
        "another pool": {
            given: trusting({ StringEquals: { [aud]: "eu-west-1:other" }, ...who("authenticated") }),
            reports: at,
        },
        "guests in the place of those who signed in": {
            given: trusting({ StringEquals: { [aud]: pool }, ...who("unauthenticated") }),
            reports: at,
        },
        "whoever it is": { given: trusting({ StringEquals: { [aud]: pool } }), reports: at, weighs: ["high"] },
        "both, by a wildcard": {
            given: trusting({ StringEquals: { [aud]: pool }, ...who("*authenticated") }),
            reports: at,
        },
        "all values, which none fulfils too": {
            given: trusting({ StringEquals: { [aud]: pool }, "ForAllValues:StringLike": { [amr]: "authenticated" } }),
            reports: at,
        },
        "whoever it is, for guests": {
            given: trusting({ StringEquals: { [aud]: pool } }, "unauthenticated"),
            reports: at,
            weighs: ["low"],
        },
        "nothing at all, by a role that nobody hands out": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: {
                        Statement: {
                            Effect: "Allow",
                            Action: "sts:AssumeRoleWithWebIdentity",
                            Principal: { Federated: ["cognito-identity.amazonaws.com"] },
                        },
                    } as never,
                }),
            },
            reports: ["role: assumeRolePolicy.Statement"],
        },
    },
    undecided: {
        "a trust policy that is not known yet": {
            given: { ...identityPoolProgram("authenticated"), role: declare(IamRole, { assumeRolePolicy: unknown }) },
            awaits: ["role.assumeRolePolicy"],
        },
    },
});
