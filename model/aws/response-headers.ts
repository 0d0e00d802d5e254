import { type Answer, all, answer, any, equals, filled, holds, not, type Value } from "../values";
import { valuesAt } from "./values-at";

/**
 * AWS's own policies that hold no security headers, CORS alone. As of 2026-11-27:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
 */
const CORS_ALONE = ["60669652-455b-4ae9-85a4-c4c02393f86c", "5cc3b908-e619-4b99-88e5-2cf7f45965bd"];

export interface Behavior {
    readonly policyId: Value;
    /** Neither a policy adds headers of security, nor may a function that sees the answers. */
    readonly lacksHeaders: Answer;
}

/** What a distribution does with the answers to each kind of request. */
export function behaviorsOf(distribution: Value): readonly Behavior[] {
    const paths = ["defaultCacheBehavior", "orderedCacheBehaviors[]", "cacheBehaviors[]"];
    return paths
        .flatMap((path) => valuesAt(distribution, path))
        .filter(({ state }) => state === "known")
        .map((behavior) => {
            const policyId = behavior.get("responseHeadersPolicyId");
            const functions = ["functionAssociations[]", "lambdaFunctionAssociations[]"].flatMap((path) =>
                valuesAt(behavior, `${path}.eventType`),
            );
            const seesAnswers = any(...functions.map((event) => holds(event, (text) => text.endsWith("-response"))));
            return {
                policyId,
                lacksHeaders: all(
                    answer(policyId.state !== "unknown"),
                    any(not(filled(policyId)), equals(policyId, ...CORS_ALONE)),
                    not(seesAnswers),
                ),
            };
        });
}

/** Does a policy make browsers ask for HTTPS alone? By its own block, or by a header of that name. */
export function demandsHttps(policy: Value): Answer {
    const age = policy.down("securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec");
    const custom = valuesAt(policy, "customHeadersConfig.items[]").map((header) =>
        holds(header.get("header"), (name) => name.toLowerCase() === "strict-transport-security"),
    );
    return any(all(filled(age), not(equals(age, 0))), ...custom);
}
