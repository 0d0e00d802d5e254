import { IamRole } from "../../model/aws";
import {
    codeOf,
    linked,
    outputOf,
    type PoolRole,
    poolRolesByRole,
    poolRolesOf,
    type Resource,
    whereNamed,
} from "../../model/graph";
import {
    atStatement,
    type CognitoTrust,
    cognitoTrust,
    parsePolicy,
    statementName,
    trustsCognito,
} from "../../model/iam";
import { type Answer, all, answer, not, undecided } from "../../model/values";
import { cwe, declare, defineStackRule, identityPoolProgram, policyOf, type Severity, sas } from "../../pack";

const AUD = '"cognito-identity.amazonaws.com:aud"';
const AMR = '"cognito-identity.amazonaws.com:amr"';
const anyPool = policyOf({
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: "cognito-identity.amazonaws.com" },
    Condition: { "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } },
});

export default defineStackRule({
    id: "identity-pool-role-trust-conditions",
    severity: "high",
    frameworks: [cwe(863), cwe(441), sas(2)],
    title: "Roles of an identity pool trust that pool, and tell guests from those who signed in.",
    why: "Anyone can make an identity pool in an account of their own, and its tokens come from the same issuer.",
    fix: `Add Condition: { StringEquals: { ${AUD}: pool.id }, "ForAnyValue:StringLike": { ${AMR}: "authenticated" } }.`,
    sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#role-trust-and-permissions"],
    needs: [IamRole, poolRolesOf],
    bad: { ...identityPoolProgram("authenticated"), role: declare(IamRole, { assumeRolePolicy: anyPool }) },
    good: identityPoolProgram("authenticated"),
    *check(stack) {
        const handedOut = poolRolesByRole(stack);
        for (const role of stack.ofType(IamRole)) {
            const from = handedOut.get(role) ?? [];
            const { statements, unknown } = parsePolicy(role.inputs.assumeRolePolicy);
            const base = { resource: role as Resource, at: "assumeRolePolicy" };
            for (const place of from.length > 0 ? unknown : [])
                yield { ...base, when: undecided(place), message: "trusts whom is not known yet" };
            for (const statement of statements.filter(trustsCognito)) {
                for (const { when, fact, severity = "high" } of findings(cognitoTrust(statement), from)) {
                    const message = `${statementName(statement)} ${fact}`;
                    yield { ...base, ...atStatement(statement), when, message, severity, fix: fixOf(from) };
                }
            }
        }
    },
});

/** The conditions of the pool that hands the role out, for whom it hands it out. */
function fixOf(from: readonly PoolRole[]): string {
    const pools = from.flatMap(({ pool }) => linked(pool) ?? []).map((pool) => outputOf(pool, "id"));
    const isForGuests = from.length > 0 && from.every(({ slot }) => slot === "unauthenticated");
    const aud = pools.length > 0 ? codeOf(pools) : '"IDENTITY_POOL_ID"';
    const amr = isForGuests ? "unauthenticated" : "authenticated";
    return `Add Condition: { StringEquals: { ${AUD}: ${aud} }, "ForAnyValue:StringLike": { ${AMR}: "${amr}" } }${whereNamed(pools)}.`;
}

type Finding = { readonly when: Answer; readonly fact: string; readonly severity?: Severity };

function findings(trust: CognitoTrust, from: readonly PoolRole[]): readonly Finding[] {
    const slots = new Set(from.map(({ slot }) => slot));
    const forGuests = slots.has("unauthenticated");
    const forOthers = from.length === 0 || slots.has("authenticated") || slots.has("mapped");
    const anyPool = {
        when: not(trust.namesPool),
        fact: "allows the identities of every identity pool of every account: it does not require the audience (aud)",
    };
    // Whoever adds the one condition adds the other.
    if (anyPool.when.is === "yes") return [anyPool];
    const found: Finding[] = [anyPool];
    if (from.length > 0) {
        const fact = "allows the identities of another pool than the one that hands the role out";
        found.push({ when: isOfOthers(trust, from), fact });
    }
    if (forOthers && !forGuests) {
        const fact = "allows guests too: it does not require that identities signed in (amr)";
        found.push({ when: answer(trust.unauthenticated), fact });
    }
    // Who signed in and takes the guests' role has less than before.
    if (forGuests && !forOthers) {
        const fact = "allows those who signed in beside guests";
        found.push({ when: answer(trust.authenticated), fact, severity: "low" });
    }
    return found;
}

/** Are the pools that it names all others than those that hand the role out? */
function isOfOthers({ pools }: CognitoTrust, from: readonly PoolRole[]): Answer {
    if (pools === undefined) return answer(false);
    return all(
        ...from.map(({ pool, attachment }) => {
            const here = linked(pool);
            const id = here ? here.root.get("id").text() : pool.kind === "outside" ? pool.reference : undefined;
            return id === undefined ? undecided(`${(here ?? attachment).name}.id`) : answer(!pools.includes(id));
        }),
    );
}
