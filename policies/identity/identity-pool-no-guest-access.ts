import { CognitoIdentityPool } from "../../model/aws";
import { guestsMayDoMore } from "../../model/graph";
import { all, isTrue, no } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, sas } from "../../pack";

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
            const [open, more] = [isTrue(at, false), guestsMayDoMore(stack, pool)];
            const base = { resource: pool, at: at.path };
            const message = "allows guests: whoever knows the pool's id gets AWS credentials";
            yield { ...base, when: all(open, more), message };
            const minimal = "allows guests, whose role may do next to nothing";
            yield { ...base, when: more.is === "no" ? open : no, message: minimal, severity: "low" };
        }
    },
});
