/** A comparison in sentences, for whatever shows them. */
import { count } from "../weight";
import { type About, aboutCaller, aboutGrant, aboutPaths, aboutUndecided, together } from "./about";
import type { Against, Allowed, CallerChange, Comparison, GrantChange, PathChange, UndecidedChange } from "./model";
import { type Direction, grantSentence, heldBack, listed, MOST_ENDS, nodeName } from "./words";

export interface ComparisonText {
    readonly title: string;
    /** How much it newly allows, for where there is room for one sentence. */
    readonly short: string;
    /** What is to be known before the lists. */
    readonly notes: readonly string[];
    readonly sections: readonly Section[];
    /** What it no longer allows, in short. */
    readonly gone: readonly Section[];
    readonly last: string;
}

/** Above `gone`. */
export const GONE_TITLE = "What it no longer allows";

export interface Section {
    readonly title: string;
    readonly lines: readonly Line[];
}

export interface Line {
    readonly text: string;
    /** Where it comes from, and what it opens. */
    readonly below: readonly string[];
    readonly about: About;
}

const COMMIT = 9;

export function comparisonText(comparison: Comparison): ComparisonText {
    const { against, allNew, notDrawn, newly, gone, renamed, findings } = comparison;
    const at = nameOf(against);
    const isNothing = notDrawn === undefined && allNew === undefined && isEmpty(newly);
    const quiet = [...newly.grants, ...newly.callers].filter(({ isQuiet }) => isQuiet).length;
    const title = isNothing
        ? `This change allows nothing that ${at} does not`
        : `What this change newly allows, against ${at}`;
    const sections = sectionsOf(newly, "newly");
    const last = `${count(findings.new, "new finding")}, ${findings.gone} gone${findings.undecided > 0 ? `, ${findings.undecided} not decided before` : ""}.`;
    return {
        title,
        short:
            sections.length > 0
                ? `Newly allowed, against ${at}: ${sections.map(many).join(", ")}`
                : notDrawn === undefined
                  ? title
                  : `Against ${at}: ${last.slice(0, -1)}`,
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
        sections,
        gone: sectionsOf(gone, "gone"),
        last,
    };
}

function many({ title, lines }: Section): string {
    const one = title.toLowerCase();
    return title === "Undecided" ? `${lines.length} ${one}` : count(lines.length, one.slice(0, -1));
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
    const openedBy = ({ opens }: { readonly opens: readonly number[] }) =>
        routesOf(opens.flatMap((number) => paths[number] ?? []).filter(leadsOn));
    const said = ({ text }: Route) => `${OPENS[way]} ${text}`;
    const grantLine = (grant: GrantChange): Line => {
        const opened = openedBy(grant);
        return {
            text: grantSentence(grant, way),
            below: [originOf(grant), ...opened.map(said)],
            about: together(aboutGrant(grant), ...opened.map(({ about }) => about)),
        };
    };
    const callerLine = (caller: CallerChange): Line => {
        const opened = openedBy(caller);
        return {
            text: callerSentence(caller, way),
            below: opened.map(said),
            about: together(aboutCaller(caller), ...opened.map(({ about }) => about)),
        };
    };
    const alone = paths.filter((_, number) => !told.has(number));
    return [
        { title: "Grants", lines: grants.filter(isLoud).map(grantLine) },
        { title: "Callers", lines: callers.filter(isLoud).map(callerLine) },
        { title: "Paths", lines: routesOf(alone).map((route) => ({ ...route, below: [] })) },
        {
            title: "Undecided",
            lines: undecided.map((one) => ({ text: undecidedSentence(one), below: [], about: aboutUndecided(one) })),
        },
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

type Route = Pick<Line, "about" | "text">;

/** Each way with all that it reaches, the same ways once. */
function routesOf(paths: readonly PathChange[]): readonly Route[] {
    const routes = new Map<string, { readonly chain: readonly string[]; readonly paths: PathChange[] }>();
    for (const path of paths) {
        const { chain } = path;
        // A function and its role are often called the same.
        const names = chain.slice(0, -1).flatMap(({ name }, at) => (name === chain[at - 1]?.name ? [] : name));
        const route = routes.get(names.join("\n")) ?? { chain: names, paths: [] };
        route.paths.push(path);
        routes.set(names.join("\n"), route);
    }
    return [...routes.values()].map(({ chain, paths: own }) => ({
        text: [
            ...chain,
            listed(
                own.map(({ to }) => nodeName(to)),
                MOST_ENDS,
            ),
        ].join(" → "),
        about: aboutPaths(own),
    }));
}
