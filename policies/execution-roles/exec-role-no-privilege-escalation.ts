import {
    type Held,
    type Identity,
    identitiesOf,
    isJudgedBy,
    narrowerPassRole,
    type OpenPath,
    openPaths,
    type Stack,
    unreadOf,
} from "../../model/graph";
import { listed, statementName } from "../../model/iam";
import { all } from "../../model/values";
import { cwe, defineStackRule, functionAllowed, type Severity, sas } from "../../pack";

const run = { Action: ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource: "*" };

/**
 * Policies are judged together, less denials and within the boundary. A named target is judged where it is declared in this stack;
 * conditions on tags and on a service's own keys are given credit, since no program shows what they match.
 */
export default defineStackRule({
    id: "exec-role-no-privilege-escalation",
    severity: "critical",
    frameworks: [cwe(269), sas(4)],
    title: "No role, user or group can give itself more than it is given.",
    why: "Whoever takes over its code or its credentials takes the way up: what it may do in the end is not what its policies say.",
    fix: "Drop the action that opens the way, or name what it is for.",
    sources: [
        "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
        "https://pathfinding.cloud/paths/",
    ],
    needs: identitiesOf,
    bad: functionAllowed(run, { Action: "iam:PassRole", Resource: "*" }),
    good: functionAllowed(run, { Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/report-task" }),
    *check(stack) {
        for (const identity of identitiesOf(stack)) {
            const judged = isJudgedBy(identity, "escalation");
            if (judged.is === "no") continue;
            const [worst, ...others] = openPaths(stack, identity).toSorted((a, b) => rank(a) - rank(b));
            if (worst) {
                const { holder: resource, at } = deciding(worst);
                const when = all(judged, worst.when);
                const message = `${fact(worst)}${further(others)}${identity.boundary.kind === "unread" ? HELD : ""}`;
                yield { resource, at, when, message, fix: fixOf(stack, identity, worst), severity: weight(worst) };
            }
            yield* unreadOf(identity, judged);
        }
    },
});

const HELD = " A permissions boundary that is declared elsewhere may hold it back.";

/** The statement whose resource decides what is in reach. */
function deciding({ ways }: OpenPath): Held {
    const [first] = ways;
    if (!first) throw new Error("a path that needs nothing");
    return first.grant;
}

/** Every target, or a stronger one by name, first; names of one beginning last; keys give data and no permissions. */
function rank({ reach, path, when }: OpenPath): number {
    return (when.is === "yes" ? 0 : 4) + (reach === "family" ? 2 : 0) + (path.target.kind === "key" ? 1 : 0);
}

function weight({ reach, path }: OpenPath): Severity {
    return reach === "family" ? "medium" : path.target.kind === "key" ? "high" : "critical";
}

function fact(open: OpenPath): string {
    const { path, ways } = open;
    const granted = ways.map(({ action, grant }) => ({ action, by: source(grant, deciding(open)) }));
    const by = [...new Set(granted.map((one) => one.by))].map((name) => {
        const actions = granted.flatMap((one) => (one.by === name ? [one.action] : []));
        return `${listed(actions, 5)} in ${name}`;
    });
    return `allows a way up: ${lower(path.title)}, ${towards(open)} (${by.join("; ")}). ${path.effect}`;
}

function towards({ reach, path }: OpenPath): string {
    if (reach === "any") return "with no target named";
    if (reach === "family") return "with targets named by a pattern";
    return `with ${reach.name} of this stack for a target, which is ${path.target.own === "escalates" ? "its own or " : ""}stronger`;
}

function source({ managed, statement, holder }: Held, first: Held): string {
    if (managed) return managed.name;
    return `${statementName(statement)}${holder === first.holder ? "" : ` of ${holder.name}`}`;
}

function further(others: readonly OpenPath[]): string {
    return others.length === 0 ? "" : ` Also open: ${listed(others.map(({ path }) => lower(path.title)))}.`;
}

function fixOf(stack: Stack, identity: Identity, open: OpenPath): string {
    const { managed } = deciding(open);
    if (managed) return `Replace ${managed.name} by a policy for this role that lists the actions that its code calls.`;
    if (open.path.passedToService === undefined) return open.path.fix;
    return `${narrowerPassRole(stack, identity)} Or leave it to the deployment.`;
}

function lower(title: string): string {
    return title.charAt(0).toLowerCase() + title.slice(1);
}
