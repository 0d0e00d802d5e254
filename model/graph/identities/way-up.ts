import { listed, statementName } from "../../iam";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { OpenPath } from "./holder";
import type { Held, Identity } from "./identities";
import { CALLBACK_FIX } from "./managed";
import { narrowerPassRole } from "./passed";

/** A path in words: what it is, towards what, by which actions of which statements, and what comes of it. */
export function wayUp(open: OpenPath): string {
    const { path, ways } = open;
    const by = ways.length === 0 ? `${path.needs[0]} by that role's trust policy, which names it` : granted(open);
    const provided = path.provided === undefined ? "" : ` (Provided that ${path.provided}.)`;
    return `${titleOf(open)}, ${towards(open)} (${by}). ${path.effect}${provided}`;
}

export function titleOf({ path }: OpenPath): string {
    return path.title.charAt(0).toLowerCase() + path.title.slice(1);
}

/** The line that closes it. */
export function closing(stack: Stack, identity: Identity, { path, ways, reach }: OpenPath): string {
    const { managed, byDefault } = ways[0]?.grant ?? {};
    if (byDefault) return CALLBACK_FIX;
    if (managed) return `Replace ${managed.name} by a policy for this role that lists the actions that its code calls.`;
    if (path.target.kind === "assumable-role" && typeof reach !== "string") {
        const line =
            ways.length > 0 ? `Leave ${reach.name}.arn out of Resource` : "Take this principal out of Principal";
        return `${line}, or let ${reach.name} do no more than what it is assumed for.`;
    }
    if (path.passedToService === undefined) return path.fix;
    return `${narrowerPassRole(stack, identity)} Or leave it to the deployment.`;
}

function granted({ ways, holder }: OpenPath): string {
    const all = ways.map(({ action, grant }) => ({ action, by: source(grant, holder) }));
    return [...new Set(all.map((one) => one.by))]
        .map((name) => {
            const actions = all.filter(({ by }) => by === name).map(({ action }) => action);
            return `${listed(actions, 5)} in ${name}`;
        })
        .join("; ");
}

function source({ managed, statement, holder }: Held, first: Resource): string {
    if (managed) return managed.name;
    return `${statementName(statement)}${holder === first ? "" : ` of ${holder.name}`}`;
}

function towards({ reach, path }: OpenPath): string {
    if (reach === "any") return "with no target named";
    if (reach === "family") return "with targets named by a pattern";
    if (reach === "itself") return "with itself for a target, by a variable";
    const which = path.target.own === "escalates" ? "which is its own or stronger" : "which may do more";
    return `with ${reach.name} of this stack for a target, ${which}`;
}
