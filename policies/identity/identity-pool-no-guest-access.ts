import { CognitoIdentityPool } from "../../model/aws";
import { guestExcess, linked, poolRolesOf, type Resource, type Stack } from "../../model/graph";
import { GUEST_ACTIONS } from "../../model/iam";
import { isTrue } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, type Severity, sas } from "../../pack";

/** Guests whose role is minimal are a choice worth knowing, not one to stop: the guest role is identity-pool-guest-role-minimal's. */
export default defineStackRule({
    id: "identity-pool-no-guest-access",
    severity: "high",
    frameworks: [fsbp("Cognito.2"), cwe(306), sas(2)],
    title: "Identity pools give AWS credentials only to people who signed in.",
    why: "Anyone on the internet gets the guest role's AWS credentials with one call that names the pool.",
    fix: "Set allowUnauthenticatedIdentities: false, and reach what is public through an API or CloudFront.",
    sources: [
        "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html#authenticated-and-unauthenticated-identities",
    ],
    needs: CognitoIdentityPool,
    bad: { pool: declare(CognitoIdentityPool, { identityPoolName: "shop", allowUnauthenticatedIdentities: true }) },
    good: { pool: declare(CognitoIdentityPool, { identityPoolName: "shop", allowUnauthenticatedIdentities: false }) },
    *check(stack) {
        for (const pool of stack.ofType(CognitoIdentityPool)) {
            const at = pool.inputs.allowUnauthenticatedIdentities;
            const severity = weight(stack, pool);
            const message =
                severity === "low"
                    ? "allows guests, whose role may do next to nothing"
                    : "allows guests: whoever knows the pool's id gets AWS credentials";
            yield { resource: pool, at: at.path, when: isTrue(at, false), message, severity };
        }
    },
});

function weight(stack: Stack, pool: Resource): Severity {
    const roles = poolRolesOf(stack).filter((one) => one.slot === "unauthenticated" && linked(one.pool) === pool);
    const isMinimal = (one: (typeof roles)[number]) =>
        [...guestExcess(stack, one, GUEST_ACTIONS)].every(({ when }) => when.is === "no");
    return roles.length > 0 && roles.every(isMinimal) ? "low" : "high";
}
