/** Why checks are undecided: one cause for each value that they wait for, whatever rules and resources ask for it. */
import { type Missing, propertyOf, Value, valueAt } from "../model/values";
import { ENVIRONMENT_KEY } from "./environment";
import type { JournalCheck } from "./journal";
import type { StackResource } from "./sdk";
import { SEVERITIES } from "./severity";
import { nameIn } from "./urn";

export interface Cause {
    /** Why it is open; `elsewhere`: the value is known, and what it names is not declared here. */
    readonly kind: Missing | "elsewhere" | "other-stack" | "environment" | "told";
    /** The value waited for, after the name of its resource; where the rule told why in brackets, with that. */
    readonly place: string;
    /** The resource whose value it is. */
    readonly owner: string | undefined;
    /** The resources whose outputs it is made of, by name; with their type where it is of no provider that this pack knows. */
    readonly sources: readonly string[];
    /** Those that wait for it, most severe first. */
    readonly checks: readonly JournalCheck[];
}

/** The causes, those of the most severe checks first. `onResources`: the policies whose places do not begin with a resource's name. */
export function causesOf(
    checks: readonly JournalCheck[],
    resources: readonly StackResource[],
    onResources: ReadonlySet<string>,
): readonly Cause[] {
    const byName = new Map<string, StackResource[]>();
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    for (const resource of resources) {
        const same = byName.get(resource.name);
        if (same) same.push(resource);
        else byName.set(resource.name, [resource]);
    }
    const found: Waited[] = [];
    const byPlace = new Map<string, Waited[]>();
    for (const check of bySeverity(checks)) {
        for (const awaited of check.awaits.length > 0 ? check.awaits : [check.at]) {
            const isBare = onResources.has(check.policy) && awaited !== ENVIRONMENT_KEY;
            const place = isBare ? joined(nameIn(check.urn), awaited) : awaited;
            const owner = awaited === ENVIRONMENT_KEY ? undefined : ownerOf(place, check.urn, byName);
            const there = byPlace.get(place);
            const same = there?.find(({ cause }) => cause.owner === owner?.resource.urn);
            if (same) {
                same.checks.push(check);
                continue;
            }
            const waited = { cause: causeAt(place, owner, byUrn), checks: [check] };
            found.push(waited);
            if (there) there.push(waited);
            else byPlace.set(place, [waited]);
        }
    }
    return found.map(({ cause, checks: waiting }) => ({ ...cause, checks: waiting }));
}

interface Waited {
    readonly cause: Omit<Cause, "checks">;
    readonly checks: JournalCheck[];
}

function bySeverity(checks: readonly JournalCheck[]): readonly JournalCheck[] {
    return SEVERITIES.flatMap((severity) => checks.filter((check) => check.severity === severity));
}

function joined(name: string, path: string): string {
    return name === "" ? path : path === "" ? name : `${name}.${path}`;
}

interface Owner {
    readonly resource: StackResource;
    readonly path: string;
}

/** Whose value a place is. Names may hold dots, and several resources may have one name: then the check's own, or one that has such a property. */
function ownerOf(place: string, own: string, byName: ReadonlyMap<string, readonly StackResource[]>): Owner | undefined {
    for (let end = place.length; end >= 0; end--) {
        if (end < place.length && place[end] !== "." && place[end] !== "[") continue;
        const named = byName.get(place.slice(0, end));
        if (!named) continue;
        const path = place.slice(place[end] === "." ? end + 1 : end);
        const top = propertyOf(path);
        const fitting = named.length === 1 ? named : named.filter(({ props }) => Object.hasOwn(props, top));
        const resource =
            fitting.find(({ urn }) => urn === own) ?? fitting[0] ?? named.find(({ urn }) => urn === own) ?? named[0];
        if (resource) return { resource, path };
    }
    return undefined;
}

function causeAt(
    place: string,
    owner: Owner | undefined,
    byUrn: ReadonlyMap<string, StackResource>,
): Omit<Cause, "checks"> {
    const base = { place, owner: owner?.resource.urn, sources: [] };
    if (place === ENVIRONMENT_KEY) return { ...base, kind: "environment" };
    if (/ \(.+\)$/.test(place)) return { ...base, kind: "told" };
    if (!owner) return { ...base, kind: "later" };
    const value = valueAt(new Value(owner.resource.props), owner.path);
    const isHere = value.state === "known" && value.unknowns().length === 0;
    const kind = value.missing ?? (isHere ? "elsewhere" : "later");
    if (kind !== "later") return { ...base, kind };
    const urns = owner.resource.propertyDependencies[propertyOf(owner.path)] ?? [];
    const sources = urns.flatMap((urn) => byUrn.get(urn) ?? []);
    const isOfOthers = sources.length > 0 && sources.every(({ type }) => type === "pulumi:pulumi:StackReference");
    return { ...base, kind: isOfOthers ? "other-stack" : kind, sources: [...new Set(sources.map(sourceName))].sort() };
}

function sourceName({ name, type }: StackResource): string {
    return /^(?:aws|pulumi|random|tls):/.test(type) ? name : `${name} (${type})`;
}
