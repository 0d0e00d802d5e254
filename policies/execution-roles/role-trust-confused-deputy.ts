import { IamRole } from "../../model/aws";
import { isForeignAccount, type TrustedRole, trustedRoles } from "../../model/graph";
import { atStatement, boundBy, deputyAdvice, listed, onOneOfMany, onSource, statementName } from "../../model/iam";
import { all, not } from "../../model/values";
import { cwe, declare, defineStackRule, json, type Program, type StackJudgement, sas, strings } from "../../pack";

const monitored = (Condition: object): Program => ({
    monitor: declare(IamRole, {
        assumeRolePolicy: json({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Action: "sts:AssumeRole",
                    Principal: { AWS: "arn:aws:iam::444455556666:root" },
                    ...Condition,
                },
            ],
        }),
    }),
});

/**
 * A named role or user of another account is no finding: AWS asks for an external id of third parties, and who is one cannot be
 * seen. Whole accounts on roles that code of this stack runs under are role-trust-restricted's finding.
 */
export default defineStackRule({
    id: "role-trust-confused-deputy",
    severity: "high",
    frameworks: [cwe(441), sas(2)],
    title: "Whoever assumes a role for others says for whom.",
    why: "An account or a service that serves many customers can be talked into using the role of one for another.",
    fix: 'Demand sts:ExternalId (of a third party) or aws:PrincipalOrgID, or name the one role: Principal: { AWS: "arn:aws:iam::ACCOUNT:role/ROLE_NAME" }. An account of your own belongs in trustedAccounts.',
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
    ],
    needs: trustedRoles,
    options: { trustedAccounts: strings("Accounts all of whose principals may assume roles of this stack.") },
    bad: monitored({}),
    good: monitored({ Condition: { StringEquals: { "sts:ExternalId": "a1b2c3d4" } } }),
    *check(stack, { options }) {
        for (const trusted of trustedRoles(stack)) {
            const { trust, role } = trusted;
            for (const admission of trust.admissions) {
                const { statement } = admission;
                const foreign = isForeignAccount(stack, trusted, admission, options.trustedAccounts);
                if (foreign.is === "no") {
                    yield { resource: role, at: statement.path, when: foreign, message: "" };
                    continue;
                }
                const when = all(foreign, admission.when, not(boundBy(trust, admission, onOneOfMany)));
                const message = `${statementName(statement)} allows everyone in another account, and no condition tells for whom`;
                yield { resource: role, ...atStatement(statement), when, message };
            }
            yield* deputies(trusted);
        }
    },
});

/** Of each statement, the services that do not have to say for whom they act: worth knowing, since iam:PassRole guards them too. */
function* deputies({ role, trust }: TrustedRole): Iterable<StackJudgement> {
    const acting = trust.admissions.filter(
        ({ principal }) => principal.kind === "service" && deputyAdvice(principal.service) !== undefined,
    );
    if (acting.length === 0) return;
    for (const statement of new Set(acting.map((one) => one.statement))) {
        const its = acting.filter((one) => one.statement === statement);
        const names = its.flatMap(({ principal }) => (principal.kind === "service" ? [principal.service] : []));
        const when = all(...its.map((one) => all(one.when, not(boundBy(trust, one, onSource)))));
        const message = `${statementName(statement)} allows ${listed(names)} to act under the role for any account`;
        const fix = `Add Condition: { StringEquals: { "aws:SourceAccount": "ACCOUNT" } }, or ArnLike on aws:SourceArn.`;
        yield { resource: role, ...atStatement(statement), when, message, fix, severity: "medium" };
    }
}
