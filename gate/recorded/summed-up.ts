import { parseUrn } from "../../pack/urn";
import type { Finding, OpenCheck, Report } from "../report/model";
import { summaryIn } from "../report/summaries";
import { count } from "../report/weight";

/** What else a stream of events tells, by which the words of a summary are read. */
export interface Around {
    /** Names of policies; none where an older engine does not tell which ran. */
    readonly policies: ReadonlySet<string>;
    readonly urns: ReadonlySet<string>;
    readonly stack: string;
}

type SummedUp = Pick<Report, "findings" | "undecided" | "exempted" | "notSeen">;

/**
 * Takes this pack's own summaries out of the findings: an engine's events have no place for what is undecided or exempted, so the pack sums it
 * up in a message. A summary counts all and names the first; what it does not name is told as not seen.
 */
export function withoutSummaries(findings: readonly Finding[], around: Around): SummedUp {
    const undecided = read(findings, "undecided-checks", (lines) => undecidedOf(lines, around));
    const exempted = read(findings, "exemptions", (lines) => exemptedOf(lines, around));
    const name = around.stack === "" ? "" : parseUrn(around.stack).name;
    const missing = [
        { ...undecided, what: "undecided check" },
        { ...exempted, what: "exempted finding" },
    ].filter(({ all, named }) => all > named.length);
    return {
        // A summary that stops a deployment is a finding too.
        findings: findings.filter((one) => one.level === "mandatory" || !isSummary(one)),
        undecided: undecided.named,
        exempted: exempted.named,
        notSeen: missing.map(({ all, named, what }) => ({
            name,
            what: `${all - named.length} of ${count(all, what)}, which the events count and do not name one by one`,
        })),
    };
}

interface Summary {
    readonly lines: readonly string[];
    readonly all: number;
}

function read(
    findings: readonly Finding[],
    policy: string,
    named: (lines: readonly string[]) => readonly OpenCheck[],
): { readonly all: number; readonly named: readonly OpenCheck[] } {
    const own = findings.filter((one) => one.policy === policy).flatMap((one) => summary(one) ?? []);
    return { all: own.reduce((sum, { all }) => sum + all, 0), named: named(own.flatMap(({ lines }) => lines)) };
}

function isSummary(finding: Finding): boolean {
    return summary(finding) !== undefined;
}

function summary({ policy, at, fact }: Finding): Summary | undefined {
    const message = at === "" ? fact : `${at}: ${fact}`;
    const text = summaryIn(policy, message);
    if (text === undefined) return undefined;
    const [head = "", ...lines] = text.split("\n");
    return { all: Number.parseInt(head, 10), lines: lines.filter((line) => !/^(?:Fix: |… and \d+ more$)/.test(line)) };
}

/** `orders.policy (made of outputs of jobs): exec-role-no-resource-star, role-trust-restricted at orders, intake and 2 more policies`. */
function undecidedOf(lines: readonly string[], around: Around): readonly OpenCheck[] {
    const found = new Map<string, { readonly check: OpenCheck; readonly awaits: string[] }>();
    for (const line of lines) {
        const split = placeAndPolicies(line, around.policies);
        if (!split) continue;
        for (const [policy, name] of waiting(split.rest, around.policies)) {
            const urn = name === undefined ? ownerOf(split.place, around) : (urnOf(name, around) ?? around.stack);
            const key = `${policy} ${urn}`;
            const same = found.get(key);
            if (same) same.awaits.push(split.place);
            else {
                const awaits = [split.place];
                const check = { policy, severity: "", urn, name: name ?? parseUrn(urn).name, awaits };
                found.set(key, { check, awaits });
            }
        }
    }
    return [...found.values()].map(({ check }) => check);
}

/** A place may hold anything that a resource is called: what follows it begins with a policy. */
function placeAndPolicies(line: string, policies: Around["policies"]) {
    for (const { index } of line.matchAll(/: /g)) {
        const rest = line.slice(index + 2);
        if (policies.has(/^[^\s,]+/.exec(rest)?.[0] ?? "")) return { place: line.slice(0, index), rest };
    }
    return undefined;
}

function waiting(text: string, policies: Around["policies"]): readonly (readonly [string, string | undefined])[] {
    let policy = "";
    return text
        .replace(/ and \d+ more(?: policies)?$/, "")
        .split(", ")
        .map((part) => {
            const [first = "", ...rest] = part.split(" at ");
            const name = (rest.length > 0 ? rest.join(" at ") : part).replace(/ and \d+ more$/, "");
            if (!policies.has(first)) return [policy, name] as const;
            policy = first;
            return [policy, rest.length > 0 ? name : undefined] as const;
        });
}

/** `s3-block-public-access at downloads: a public site`. */
function exemptedOf(lines: readonly string[], around: Around): readonly OpenCheck[] {
    return lines.flatMap((line) => {
        const [, policy = "", rest = ""] = /^(\S+) at (.*)$/.exec(line) ?? [];
        const names = [...rest.matchAll(/: |$/g)].map(({ index }) => rest.slice(0, index));
        const name = names.find((one) => urnOf(one, around) !== undefined);
        if (policy === "" || name === undefined) return [];
        const reason = rest.slice(name.length + 2);
        return [{ policy, severity: "", urn: urnOf(name, around) ?? "", name, awaits: [], reason }];
    });
}

/** Whose value a place is: of `orders.policy[0]`, the resource orders; else the stack itself. */
function ownerOf(place: string, around: Around): string {
    const ends = [...place.matchAll(/[.[\s]|$/g)].map(({ index }) => place.slice(0, index)).reverse();
    for (const end of ends) {
        const urn = urnOf(end, around);
        if (urn !== undefined) return urn;
    }
    return around.stack;
}

function urnOf(name: string, { urns }: Around): string | undefined {
    return [...urns].find((urn) => parseUrn(urn).name === name);
}
