import { IamRolePolicy } from "../../model/aws";
import { guestExcess, letsGuestsIn, poolRolesOf } from "../../model/graph";
import { GUEST_ACTIONS } from "../../model/iam";
import { all } from "../../model/values";
import { cwe, declare, defineStackRule, identityPoolProgram, owasp, policyOf, ref, sas, strings } from "../../pack";

const guests = (...statements: readonly object[]) => ({
    ...identityPoolProgram("unauthenticated"),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
});

/** Cognito narrows guests of its enhanced flow further; that is a net below this one, and not there in the classic flow. */
export default defineStackRule({
    id: "identity-pool-guest-role-minimal",
    severity: "critical",
    frameworks: [cwe(250), cwe(306), sas(4), sas(2), owasp(5)],
    title: "Guests of an identity pool may do next to nothing.",
    why: "Anyone on the internet gets the guest role's credentials with one call, without an account, a password or a trace.",
    fix: "Allow guests only calls that are public anyway, such as execute-api:Invoke on one route, and let people sign in for the rest.",
    sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies"],
    needs: poolRolesOf,
    options: { allowedActions: strings("Actions, or patterns of them, that guests may be allowed.", GUEST_ACTIONS) },
    bad: guests({ Action: "dynamodb:GetItem", Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" }),
    good: guests({
        Action: "execute-api:Invoke",
        Resource: "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/GET/catalogue",
    }),
    *check(stack, { options }) {
        for (const given of poolRolesOf(stack)) {
            if (given.slot !== "unauthenticated") continue;
            const guests = letsGuestsIn(given.pool);
            for (const found of guestExcess(stack, given, options.allowedActions))
                yield { ...found, when: all(guests, found.when) };
        }
    },
});
