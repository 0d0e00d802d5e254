import {
    type Held,
    type Identity,
    identitiesOf,
    isExecutionRole,
    narrowerPassRole,
    type OpenPath,
    openPaths,
    type Resource,
    type Stack,
    unreadOf,
} from "../../model/graph";
import { listed, statementName } from "../../model/iam";
import { all, answer, any } from "../../model/values";
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
            // Users and groups rise by the same ways; a role that only people assume is for those who manage the account.
            const executes = any(
                isExecutionRole(identity),
                answer(identity.kind === "user" || identity.kind === "group"),
            );
            if (executes.is === "no") continue;
            const [worst, ...others] = openPaths(stack, identity).toSorted((a, b) => rank(a) - rank(b));
            if (worst) {
                const { holder: resource, at } = worst;
                const when = all(executes, worst.when);
                const message = `${fact(worst)}${further(others)}${identity.boundary.kind === "unread" ? HELD : ""}`;
                yield { resource, at, when, message, fix: fixOf(stack, identity, worst), severity: weight(worst) };
            }
            yield* unreadOf(identity, executes);
        }
    },
});

const HELD = " A permissions boundary that is declared elsewhere may hold it back.";

/** Every target, or a stronger one by name, first; names of one beginning last; keys give data and no permissions. */
function rank({ reach, path, when }: OpenPath): number {
    const isLesser = path.target.kind === "key" || path.provided !== undefined;
    return (when.is === "yes" ? 0 : 4) + (reach === "family" ? 2 : 0) + (isLesser ? 1 : 0);
}

function weight({ reach, path }: OpenPath): Severity {
    if (reach === "family" || path.provided !== undefined) return "medium";
    return path.target.kind === "key" ? "high" : "critical";
}

function fact(open: OpenPath): string {
    const { path, ways } = open;
    const by = ways.length === 0 ? `${path.needs[0]} by that role's trust policy, which names it` : granted(open);
    const provided = path.provided === undefined ? "" : ` (Provided that ${path.provided}.)`;
    return `allows a way up: ${lower(path.title)}, ${towards(open)} (${by}). ${path.effect}${provided}`;
}

/** The actions of the path by the statements that grant them. */
function granted({ ways, holder }: OpenPath): string {
    const all = ways.map(({ action, grant }) => ({ action, by: source(grant, holder) }));
    return [...new Set(all.map((one) => one.by))]
        .map(
            (name) =>
                `${listed(
                    all.filter(({ by }) => by === name).map(({ action }) => action),
                    5,
                )} in ${name}`,
        )
        .join("; ");
}

function towards({ reach, path }: OpenPath): string {
    if (reach === "any") return "with no target named";
    if (reach === "family") return "with targets named by a pattern";
    if (reach === "itself") return "with itself for a target, by a variable";
    return `with ${reach.name} of this stack for a target, ${path.target.own === "escalates" ? "which is its own or stronger" : "behind which is more than it may do"}`;
}

function source({ managed, statement, holder }: Held, first: Resource): string {
    if (managed) return managed.name;
    return `${statementName(statement)}${holder === first ? "" : ` of ${holder.name}`}`;
}

function further(others: readonly OpenPath[]): string {
    return others.length === 0 ? "" : ` Also open: ${listed(others.map(({ path }) => lower(path.title)))}.`;
}

function fixOf(stack: Stack, identity: Identity, { path, ways, reach }: OpenPath): string {
    const managed = ways[0]?.grant.managed;
    if (managed) return `Replace ${managed.name} by a policy for this role that lists the actions that its code calls.`;
    if (path.target.kind === "assumable-role" && typeof reach !== "string")
        return `${leaveOut(reach, ways.length > 0)}`;
    if (path.passedToService === undefined) return path.fix;
    return `${narrowerPassRole(stack, identity)} Or leave it to the deployment.`;
}

function leaveOut({ name }: Resource, isGranted: boolean): string {
    const line = isGranted ? `Leave ${name}.arn out of Resource` : `Take this role out of Principal`;
    return `${line}, or let ${name} do no more than what it is assumed for.`;
}

function lower(title: string): string {
    return title.charAt(0).toLowerCase() + title.slice(1);
}
