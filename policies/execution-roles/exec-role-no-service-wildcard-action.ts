import {
    type Allowed,
    allowed,
    type Identity,
    identitiesNaming,
    identitiesOf,
    onIdentities,
    placeOf,
    saidOfCode,
    unknownActions,
} from "../../model/graph";
import {
    accessLevel,
    actionsMatching,
    isKnownService,
    isWildcard,
    listed,
    type Statement,
    serviceOf,
    shownAction,
    statementName,
} from "../../model/iam";
import { cwe, defineStackRule, flag, functionAllowed, owasp, sas, strings } from "../../pack";

const Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

/** Attached AWS-managed policies are judged by what they are, not statement by statement. */
export default defineStackRule({
    id: "exec-role-no-service-wildcard-action",
    severity: "high",
    frameworks: [cwe(250), cwe(1220), sas(4), owasp(5)],
    title: "Execution roles do not allow all actions of a service.",
    why: "A whole service includes deleting its data, opening it to others and changing its policies, now and as AWS adds actions.",
    fix: "List the actions that this code calls.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
    needs: identitiesOf,
    options: {
        allowedServices: strings("Services whose whole range of actions is accepted.", ["logs", "xray"]),
        prefixWildcards: flag("Also report wildcards within a service, such as s3:Put*.", false),
        allowedPrefixes: strings("Wildcards within a service that are accepted, beside those that only read.", [
            "kms:ReEncrypt*",
            "kms:GenerateDataKey*",
        ]),
    },
    bad: functionAllowed({ Action: "dynamodb:*", Resource }),
    good: functionAllowed({ Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource }),
    *check(stack, { options }) {
        const question = function* (identity: Identity) {
            for (const grant of allowed(identity, () => true, hasWildcard)) {
                const { held, when } = grant;
                for (const pattern of new Set(grant.actions.map((named) => named.pattern))) {
                    const base = { ...placeOf(held), when };
                    if (isWholeService(pattern)) {
                        if (!options.allowedServices.includes(serviceOf(pattern) ?? ""))
                            yield {
                                ...base,
                                message: `${wholeService(grant, pattern)}${saidOfCode(stack, identity, held)}`,
                            };
                    } else if (
                        options.prefixWildcards &&
                        isWildcard(pattern) &&
                        !accepted(pattern, options.allowedPrefixes)
                    ) {
                        yield { ...base, severity: "low" as const, message: prefix(grant, pattern) };
                    }
                }
            }
            yield* unknownActions(identity);
        };
        const among = identitiesNaming(stack, ({ pattern }) => isWildcard(pattern));
        yield* onIdentities(stack, "statements", question, "document", among);
    },
});

function hasWildcard({ actions }: Statement): boolean {
    return actions.patterns.some(isWildcard);
}

/** `s3:*`, and every pattern whose service is itself a wildcard, such as `*`, `s?:*` or `*:Get*`. */
function isWholeService(pattern: string): boolean {
    return serviceOf(pattern) === undefined || /:\*+$/.test(pattern);
}

function accepted(pattern: string, prefixes: readonly string[]): boolean {
    const reads = actionsMatching(pattern).every((action) => /^(?:Read|List)$/.test(accessLevel(action) ?? ""));
    return reads || prefixes.some((prefix) => prefix.toLowerCase() === pattern.toLowerCase());
}

/** Of a wildcard over services, those count whose resources the statement names. */
function wholeService({ held, actions }: Allowed, pattern: string): string {
    const service = serviceOf(pattern);
    const reached = actions.flatMap((one) => (one.pattern === pattern ? (serviceOf(one.action) ?? []) : []));
    const what =
        service === undefined
            ? `actions of ${listed(reached)}`
            : `every action of ${isKnownService(service) ? service : "a service that AWS does not list"}`;
    return `${statementName(held.statement)} allows ${what} (${shownAction(pattern)})`;
}

function prefix({ held, actions }: Allowed, pattern: string): string {
    const named = actions.flatMap((one) => (one.pattern === pattern ? [one.action] : []));
    return `${statementName(held.statement)} allows ${shownAction(pattern)}, which is ${listed(named)}`;
}
