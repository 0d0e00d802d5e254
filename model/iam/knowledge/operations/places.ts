import { arnFormats, isUnusual, resourceTypesOf } from "../actions";
import { type Given, isGiven } from "./given";
import type { ServiceNeeds } from "./needs/need";

/** How the parameters name a resource: it is what one of them says, and what lies below it. */
export interface Place {
    readonly by: readonly string[];
    readonly below?: string;
}

/** Names that say no type: those of any resource, and those of the one that the operation is about. */
const OF_ANY = ["resource", "resourcearn", "resourceid"];
const OF_THIS = ["name", "names", "id", "ids", "arn", "arns", "identifier", "identifiers"];
const ENDINGS = ["", "s", "name", "names", "arn", "arns", "id", "ids", "identifier", "identifiers", "url"];

/**
 * The parameters that name what the operation's action is asked of: those of the service's table, or those that are called as the
 * action's resource types are (`stateMachineArn`, `QueueUrl`, `DistributionId`). An action of several types that it requires is asked of one
 * resource each; a type that it may have besides says nothing, for its parameter may name another service's resource.
 * None where the parameters tell nothing, or the action has no resource-level permissions.
 */
export function placesOf(
    action: string,
    operation: string,
    given: Given | undefined,
    types: ServiceNeeds["types"] = {},
): readonly Place[] {
    const prefix = action.slice(0, action.indexOf(":"));
    const uses = resourceTypesOf(action).filter(({ type }) => !isUnusual(type));
    const names = [...(given?.keys() ?? [])];
    const place = (type: string, called: readonly string[]): Place | undefined => {
        const own = Object.hasOwn(types, type) ? types[type] : undefined;
        const by = own?.by ?? names.filter((name) => isCalled(name, called));
        const said = by.filter((name) => isGiven(given, name) !== false);
        return said.length > 0 ? { ...own, by: said } : undefined;
    };
    const found = (required: boolean): readonly Place[] =>
        distinct(uses.filter((use) => use.required === required).map(({ type }) => place(type, stems(prefix, type))));
    const named = [found(true), found(false)].find(({ length }) => length > 0);
    if (named) return named;
    const [only, ...others] = uses;
    const short = only && others.length === 0 ? place(only.type, [lastWord(only.type)]) : undefined;
    if (short) return [short];
    const isAbout = uses.some(({ type }) => stems(prefix, type).some((stem) => plain(operation).includes(stem)));
    const general = names.filter((name) => [...OF_ANY, ...(isAbout ? OF_THIS : [])].includes(plain(name)));
    return uses.length > 0 && general.length > 0 ? [{ by: general }] : [];
}

/** Two types may be named by the same parameters; then they are one place. */
function distinct(places: readonly (Place | undefined)[]): readonly Place[] {
    const found = new Map<string, Place>();
    for (const place of places) if (place) found.set(place.by.join(), found.get(place.by.join()) ?? place);
    return [...found.values()];
}

const known = new Map<string, readonly string[]>();

/** What a type and the last variable of its ARNs are called, without their endings: `statemachine`, `hostedzone`, `topic`. */
function stems(prefix: string, type: string): readonly string[] {
    const key = `${prefix} ${type}`;
    const found = known.get(key) ?? findStems(prefix, type);
    known.set(key, found);
    return found;
}

function findStems(prefix: string, type: string): readonly string[] {
    const last = arnFormats(prefix, type).map((format) => format.match(/\$\{(\w+)\}(?!.*\$\{)/)?.[1] ?? "");
    return [type, ...last]
        .map(plain)
        .flatMap((name) => [name, name.replace(/(name|id|arn|identifier)$/, "")])
        .filter((name) => name.length > 1 && ![...OF_ANY, ...OF_THIS].includes(name));
}

/** `collection` of `geofence-collection`. */
function lastWord(type: string): string {
    return plain(type.split(/[- ]/).at(-1) ?? type);
}

function isCalled(name: string, stems: readonly string[]): boolean {
    return stems.some((stem) => plain(name).startsWith(stem) && ENDINGS.includes(plain(name).slice(stem.length)));
}

function plain(name: string): string {
    return name.replace(/[^A-Za-z\d]/g, "").toLowerCase();
}
