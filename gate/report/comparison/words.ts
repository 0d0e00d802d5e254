/** What a comparison says of grants and resources. */
import type { CallerChange, ComparedNode, ComparedResource, GrantChange, ValueChange } from "./model";

/** Which of the two lists a line is in. */
export type Direction = "gone" | "newly";

const MOST_ACTIONS = 8;
const MOST_MANAGED = 4;
export const MOST_ENDS = 6;

export function grantSentence(grant: GrantChange, way: Direction): string {
    const { effect, change, dropped, values = [], isUnbound, condition, isNewIdentity } = grant;
    const isNew = way === "newly";
    const what =
        grant.via.managed === undefined
            ? said(grant)
            : `the AWS-managed policy ${grant.via.managed} (${said(grant, MOST_MANAGED)})`;
    const who = `${nodeName(grant.identity)}${isNewIdentity ? (isNew ? ", new" : ", gone") : ""}`;
    const denied = effect === "Deny" ? (isNew ? "no longer denied " : "now denied ") : "";
    const where = condition.length === 0 ? "" : ` (where ${condition.join(", ")})`;
    // A denial is told where it is gone.
    const otherwise = isNew === (effect === "Allow") ? "before" : "now";
    const less = change === "wider" && !isUnbound ? `: ${narrower(grant)}` : "";
    const held = less === "" ? heldBack({ dropped, values }) : [];
    const by = held.length > 0 ? "by its permissions boundary" : "held back by its permissions boundary";
    const told = [...held, ...(isUnbound ? [by] : [])].join(", ");
    const rest = less === "" && told === "" ? "" : `; ${otherwise}${less}${told && ` ${told}`}`;
    // A sentence of its own has come to its end.
    const sentence = rest.replace(/^; (.)/, (_, first: string) => ` ${first.toUpperCase()}`);
    if (grant.says !== undefined) return `${grant.says}${sentence}${sentence && "."}`;
    return `${who}: ${denied}${what}${where}${rest}`;
}

/** What conditions hold back: by their keys, and of values that differ by the operator too. */
export function heldBack({ dropped = [], values = [] }: Pick<CallerChange, "dropped" | "values">): readonly string[] {
    const of = (wanted: ValueChange["change"]) =>
        values.filter(({ change }) => change === wanted).map(({ key, operator }) => `${key} (${operator})`);
    const [narrower, others] = [of("wider"), of("other")];
    return [
        ...(dropped.length > 0 ? [`only where ${dropped.join(", ")}`] : []),
        ...(narrower.length > 0 ? [`with narrower values of ${narrower.join(", ")}`] : []),
        ...(others.length > 0 ? [`with other values of ${others.join(", ")}`] : []),
    ];
}

function said({ actions, isNot, ...on }: GrantChange, most = MOST_ACTIONS): string {
    const all = listed(actions, most);
    return `${isNot ? "all actions but " : ""}${all} on ${aboutOf(on, most)}`;
}

type About = Pick<GrantChange, "excepted" | "resources">;

function aboutOf({ resources, excepted = [] }: About, most = MOST_ENDS): string {
    const left = excepted.length === 0 ? "" : ` but ${resourcesOf(excepted, most)}`;
    return `${resourcesOf(resources, most)}${left}`;
}

/** Of actions and resources, what is different. */
function narrower({ had, isNot, actions, via, ...on }: GrantChange): string {
    if (!had || isNot) return "fewer";
    if (via.managed !== undefined) return `${listed(had.actions, MOST_MANAGED)} on ${aboutOf(had, MOST_MANAGED)}`;
    const [are, were] = [aboutOf(on), aboutOf(had)];
    const [what, before] = [actions, had.actions].map((all) => listed(all, MOST_ACTIONS));
    if (what === before) return `on ${were}`;
    return are === were ? (before ?? "") : `${before} on ${were}`;
}

/** Each with its parts; what one name says is said once. */
function resourcesOf(resources: readonly ComparedResource[], most = MOST_ENDS): string {
    const parts = new Map<string, string[]>();
    for (const one of resources)
        parts.set(resourceName(one), [...(parts.get(resourceName(one)) ?? []), one.part ?? ""]);
    const names = [...parts].map(([name, own]) => {
        const within = own.filter((part) => part !== "");
        if (within.length === 0) return name;
        return `${name}${own.length > within.length ? " and its" : ""} ${within.join(", ")}`;
    });
    return listed(names, most);
}

/** A wildcard of a type has a name of its own; of an ARN with a wildcard what tells it from others is after the account. */
function resourceName({ node, pattern }: ComparedResource): string {
    if (!node || pattern === "*") return pattern ?? "";
    const isNamed = node.urn !== undefined || node.kindName === "";
    const [, , , , , ...rest] = (pattern ?? "").split(":");
    return nodeName(isNamed || rest.length === 0 ? node : { ...node, name: rest.join(":") });
}

export function nodeName({ name, kindName }: ComparedNode): string {
    return kindName === "" || kindName === name ? name : `${name} (${kindName})`;
}

export function listed(names: readonly string[], most: number): string {
    const more = names.length > most ? ` and ${names.length - most} more` : "";
    return `${names.slice(0, most).join(", ")}${more}`;
}
