import type { Value } from "../values";
import { type PolicyDocument, type Problem, parsePolicy } from "./document";
import type { Statement } from "./statement";

/** Where a policy stands: on an identity, or on a role as its trust policy. */
export type PolicyKind = "identity" | "trust";

/**
 * What AWS refuses of a policy that stands there: an identity's names resources and nobody, a trust policy the other way round.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function problemsOf(policy: Value, kind: PolicyKind): Pick<PolicyDocument, "problems" | "unknown"> {
    const { statements, problems, unknown } = parsePolicy(policy);
    const misplaced = statements.flatMap((statement) => misplacedIn(statement, kind));
    return { problems: [...problems, ...misplaced], unknown };
}

function misplacedIn({ principals, resources, index, path }: Statement, kind: PolicyKind): readonly Problem[] {
    const own = { identity: resources, trust: principals }[kind];
    const other = { identity: principals, trust: resources }[kind];
    const [wanted, strange] = kind === "identity" ? ["Resource", "Principal"] : ["Principal", "Resource"];
    const reasons = [...(own ? [] : [`has no ${wanted}`]), ...(other ? [`has a ${strange}`] : [])];
    const where = kind === "identity" ? "an identity's policy" : "a trust policy";
    return reasons.map((reason) => ({ path, reason: `statement ${index + 1} ${reason}, in ${where}` }));
}
