import { type Principal, parsePolicy } from "../iam";
import { type Answer, answer, undecided } from "../values";
import type { Identity } from "./identities";

/**
 * Does AWS act under this role for a program? Yes for a role that something here carries or that a service may assume, and
 * for policies that are attached elsewhere or by nobody; no for a role that only people, accounts or federations assume.
 */
export function isExecutionRole(identity: Identity): Answer {
    if (identity.kind === "user" || identity.kind === "group") return answer(false);
    if (!identity.role || identity.workloads.length > 0) return answer(true);
    const trust = parsePolicy(identity.role.inputs.assumeRolePolicy);
    const principals = trust.statements.flatMap((statement) => statement.principals?.members ?? []);
    if (principals.some(isService)) return answer(true);
    const unknown = [...trust.unknown, ...principals.flatMap((one) => (one.kind === "unknown" ? [one.place] : []))];
    // A trust policy that cannot be read tells nothing about who assumes the role; most roles are services'.
    if (unknown.length > 0) return undecided(...unknown);
    return answer(trust.problems.length > 0 || principals.length === 0);
}

function isService(principal: Principal): boolean {
    return principal.kind === "service";
}
