import { IamRole } from "../../model/aws";
import { surplusOf, type TrustedRole, trustedRoles } from "../../model/graph";
import {
    type Admission,
    atStatement,
    boundBy,
    type Federation,
    federationOf,
    isCallerBound,
    onKeys,
    type Statement,
    statementName,
} from "../../model/iam";
import { all, not, undecided } from "../../model/values";
import { cis, cwe, declare, defineStackRule, json, type Severity, type StackJudgement, sas, trusts } from "../../pack";

const anyone = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "*" } };

/**
 * On the graph, since what carries a role says who has business with it. Whole accounts on roles that no code here runs under are
 * role-trust-confused-deputy's, identity pools are identity-pool-role-trust-conditions'. Not seen: a role that other stacks' workloads use too.
 */
export default defineStackRule({
    id: "role-trust-restricted",
    severity: "critical",
    frameworks: [cis("7.0", "2.21"), cwe(284), cwe(863), sas(2), sas(4)],
    title: "Roles are assumed by those whom they are for, and by nobody else.",
    why: "Whoever may assume a role acts with all its rights, whatever stands around the code that it was made for.",
    fix: "Name in Principal the one service or role that assumes it.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
    ],
    needs: trustedRoles,
    bad: { role: declare(IamRole, { assumeRolePolicy: json({ Version: "2012-10-17", Statement: [anyone] }) }) },
    good: { role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }) },
    *check(stack) {
        for (const trusted of trustedRoles(stack)) {
            const { role: resource, trust } = trusted;
            const at = "assumeRolePolicy";
            if (trust.unknown.length > 0)
                yield { resource, at, when: undecided(...trust.unknown), message: "allows whom it does not tell yet" };
            for (const { statement, when } of trust.byException) {
                const bound = isCallerBound(trust, { statement, principal: { kind: "everyone" } });
                const severity = bound.is === "no" ? "critical" : "medium";
                const message = `${statementName(statement)} allows everybody but those whom NotPrincipal names`;
                // How much it weighs, a condition tells that may not be known yet.
                const settled = bound.is === "undecided" ? all(when, bound) : when;
                yield { resource, ...atStatement(statement), when: settled, message, severity };
            }
            for (const admission of trust.admissions)
                if (admission.principal.kind !== "service") yield* admitted(trusted, admission);
            for (const { statement, whom, when } of surplusOf(stack, trusted)) {
                const message = `${statementName(statement)} allows ${whom} too, beside the code of this stack that runs under the role`;
                const fix = "Remove it, and give it a role of its own if it needs one.";
                yield { resource, ...atStatement(statement), when, message, severity: "high" as const, fix };
            }
        }
    },
});

function* admitted({ role: resource, trust }: TrustedRole, admission: Admission): Iterable<StackJudgement> {
    const { statement, principal } = admission;
    const base = { resource, ...atStatement(statement) };
    if (principal.kind === "everyone") {
        const isSecret = boundBy(trust, admission, onKeys("sts:externalid")).is === "yes";
        const message = `${statementName(statement)} allows every AWS account, and ${isSecret ? "an external id does not tell whose request it is" : "no condition bounds whose request it is"}`;
        const fix = "Name in Principal the role that assumes it, or demand aws:PrincipalOrgID.";
        yield { ...base, when: all(admission.when, not(isCallerBound(trust, admission))), message, fix };
    }
    if (principal.kind === "unknown" && principal.under === undefined)
        yield { ...base, when: undecided(principal.place), message: "allows whom it does not tell yet" };
    const federation = federationOf(trust, admission);
    if (!federation || federation.kind === "cognito-identity") return;
    yield { ...base, when: federation.anybody, ...anybody(statement, federation) };
    const message = `${statementName(statement)} allows all that belongs to one owner at ${federation.issuer?.name}, also what is made later`;
    const fix = "Name the one repository, workspace or service account that assumes the role.";
    yield { ...base, when: federation.owner, message, fix, severity: "medium" };
}

function anybody(statement: Statement, { kind, issuer, wanted }: Federation) {
    const severity: Severity = issuer?.shared ? "critical" : kind === "saml" ? "medium" : "high";
    const issued =
        kind === "saml" ? "assertion of a SAML provider" : `token of ${issuer?.name ?? "an identity provider"}`;
    // The host of a provider of one's own is the program's, not AWS's or the public's.
    const claim = issuer?.shared || kind === "saml" ? wanted : `PROVIDER:${wanted.split(":").at(-1)}`;
    return {
        message: `${statementName(statement)} allows every ${issued}: no condition on ${claim} tells whose it is`,
        fix: `Demand ${claim} with StringEquals (or StringLike after the owner's name).`,
        severity,
    };
}
