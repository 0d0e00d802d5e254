/** A comparison in sentences, for whatever shows them. */
import { count } from "../weight";
import type { Against, Allowed, CallerChange, Comparison, GrantChange, PathChange, UndecidedChange } from "./model";
import { type Direction, grantSentence, heldBack, listed, MOST_ENDS, nodeName } from "./words";

export interface ComparisonText {
    readonly title: string;
    /** What is to be known before the lists. */
    readonly notes: readonly string[];
    readonly sections: readonly Section[];
    /** What it no longer allows, in short. */
    readonly gone: readonly Section[];
    readonly last: string;
}

export interface Section {
    readonly title: string;
    readonly lines: readonly Line[];
}

export interface Line {
    readonly text: string;
    /** Where it comes from, and what it opens. */
    readonly below: readonly string[];
}

const COMMIT = 9;

export function comparisonText(comparison: Comparison): ComparisonText {
    const { against, allNew, notDrawn, newly, gone, renamed, findings } = comparison;
    const at = nameOf(against);
    const isNothing = notDrawn === undefined && allNew === undefined && isEmpty(newly);
    const quiet = [...newly.grants, ...newly.callers].filter(({ isQuiet }) => isQuiet).length;
    return {
        title: isNothing
            ? `This change allows nothing that ${at} does not`
            : `What this change newly allows, against ${at}`,
        notes: [
            ...(allNew === undefined ? [] : [`${allNew}: all of it is new.`]),
            ...(notDrawn === undefined ? [] : [`Not compared: ${notDrawn}.`]),
            ...(renamed.length === 0
                ? []
                : [`Taken for the same under another name: ${renamed.map(pair).join(", ")}.`]),
            ...(quiet === 0
                ? []
                : [`${count(quiet, "change")} of housekeeping left out, such as a function's own logs.`]),
        ],
        sections: sectionsOf(newly, "newly"),
        gone: sectionsOf(gone, "gone"),
        last: `${count(findings.new, "new finding")}, ${findings.gone} gone${findings.undecided > 0 ? `, ${findings.undecided} not decided before` : ""}.`,
    };
}

function isEmpty({ grants, callers, paths, undecided }: Allowed): boolean {
    return grants.length + callers.length + paths.length + undecided.length === 0;
}

function nameOf({ at, commit }: Against): string {
    return commit === undefined || commit.startsWith(at)
        ? at.slice(0, commit === at ? COMMIT : undefined)
        : `${at} (${commit.slice(0, COMMIT)})`;
}

function pair({ from, to }: Comparison["renamed"][number]): string {
    return `${from.name} → ${to.name}`;
}

function sectionsOf({ grants, callers, paths, undecided }: Allowed, way: Direction): readonly Section[] {
    const told = new Set([...grants, ...callers].flatMap(({ opens }) => opens));
    const opened = ({ opens }: { readonly opens: readonly number[] }) =>
        routesOf(opens.flatMap((number) => paths[number] ?? []).filter(leadsOn)).map(
            (route) => `${OPENS[way]} ${route}`,
        );
    const grantLine = (grant: GrantChange): Line => ({
        text: grantSentence(grant, way),
        below: [originOf(grant), ...opened(grant)],
    });
    const callerLine = (caller: CallerChange): Line => ({ text: callerSentence(caller, way), below: opened(caller) });
    const alone = paths.filter((_, number) => !told.has(number));
    return [
        { title: "Grants", lines: grants.filter(isLoud).map(grantLine) },
        { title: "Callers", lines: callers.filter(isLoud).map(callerLine) },
        { title: "Paths", lines: routesOf(alone).map((text) => ({ text, below: [] })) },
        { title: "Undecided", lines: undecided.map((one) => ({ text: undecidedSentence(one), below: [] })) },
    ].filter(({ lines }) => lines.length > 0);
}

/** Is there more to it than what the line above says? */
function leadsOn({ chain }: PathChange): boolean {
    return chain.length > 2;
}

const OPENS = { newly: "Opens", gone: "Closes" } as const;

function isLoud({ isQuiet }: { readonly isQuiet?: true }): boolean {
    return !isQuiet;
}

function originOf({ via, location }: GrantChange): string {
    const { urn, path, statement, managed } = via;
    const at = location ? ` (${location.file}:${location.line})` : "";
    const what = managed === undefined ? [statement, path].filter(Boolean).join(" of ") : `AWS-managed ${managed}`;
    return `By ${[what, nameIn(urn)].filter(Boolean).join(" at ")}${at}`;
}

function nameIn(urn: string): string {
    return urn.split("::").slice(3).join("::");
}

function callerSentence(caller: CallerChange, way: Direction): string {
    const { says, to, label, change, guardBefore, location } = caller;
    const isNew = way === "newly";
    // "Anyone may call this URL."
    const where = says.includes(to.name) ? "" : `${to.name}: `;
    const of = label === undefined || says.includes(label) ? "" : `${label}: `;
    const at = location ? ` (${location.file}:${location.line})` : "";
    const before = isNew ? "Before" : "Now";
    const held = [...(guardBefore === undefined ? [] : [guardBefore]), ...heldBack(caller)];
    const rest =
        held.length > 0
            ? ` ${before}: ${held.join(", ")}.`
            : change === "certain"
              ? ` ${before}, that depends on what is not known.`
              : "";
    return `${where}${of}${says}${rest}${at}`;
}

function undecidedSentence({ says, awaits }: UndecidedChange): string {
    return `${says} That waits for ${listed(awaits, MOST_ENDS)}.`;
}

/** Each way with all that it reaches, the same ways once. */
function routesOf(paths: readonly PathChange[]): readonly string[] {
    const routes = new Map<string, { readonly chain: readonly string[]; readonly ends: string[] }>();
    for (const { chain, to } of paths) {
        // A function and its role are often called the same.
        const names = chain.slice(0, -1).flatMap(({ name }, at) => (name === chain[at - 1]?.name ? [] : name));
        const route = routes.get(names.join("\n")) ?? { chain: names, ends: [] };
        route.ends.push(nodeName(to));
        routes.set(names.join("\n"), route);
    }
    return [...routes.values()].map(({ chain, ends }) => [...chain, listed(ends, MOST_ENDS)].join(" → "));
}
