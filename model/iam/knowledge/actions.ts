import { includes, isEverything, overlap } from "../pattern";
import { table } from "./load";

/** As in the service authorization reference. An action that tags or manages permissions also writes. */
const LEVELS = { L: "List", R: "Read", W: "Write", T: "Tagging", P: "Permissions management" } as const;
export type AccessLevel = (typeof LEVELS)[keyof typeof LEVELS];

export interface ResourceUse {
    /** A key of the service's resource types. */
    readonly type: string;
    readonly required: boolean;
}

export interface ActionFacts {
    /** In AWS's own spelling: `dynamodb:GetItem`. */
    readonly name: string;
    readonly level: AccessLevel;
    /** None: the action has no resource-level permissions, so a policy can only say `*`. */
    readonly resourceTypes: readonly ResourceUse[];
}

export interface ServiceFacts {
    readonly prefix: string;
    readonly name: string;
    /** By the action's name in lower case, without the prefix. */
    readonly actions: ReadonlyMap<string, ActionFacts>;
    /** ARN formats such as `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`, by type. */
    readonly resourceTypes: ReadonlyMap<string, readonly string[]>;
}

const services = new Map<string, ServiceFacts | undefined>();
const expansions = new Map<string, readonly string[]>();

/**
 * What is known of a service by its prefix, such as `dynamodb`. Read for that service alone, once.
 * Source: data/iam/actions.json, made from AWS's service authorization reference; its header has version and date.
 */
export function serviceFacts(prefix: string): ServiceFacts | undefined {
    const key = prefix.toLowerCase();
    if (!services.has(key)) {
        const entry = own(table("actions").table, key);
        services.set(key, entry === undefined ? undefined : parse(key, entry));
    }
    return services.get(key);
}

export function isKnownService(prefix: string): boolean {
    return own(table("actions").table, prefix.toLowerCase()) !== undefined;
}

/** What is known of one action, in any case; undefined for a pattern and for an action that the table does not have. */
export function actionFacts(action: string): ActionFacts | undefined {
    let found = facts.get(action);
    if (!found) {
        const [prefix, name] = split(action);
        found = name === undefined ? undefined : serviceFacts(prefix)?.actions.get(name.toLowerCase());
        if (found) facts.set(action, found);
    }
    return found;
}

/** Of known actions as they are asked for: many rules ask of the few that a stack's policies name. */
const facts = new Map<string, ActionFacts>();

/** Every known action that a policy's pattern names, in AWS's spelling, by service and name: `s3:Get*`, `s?:*`, `*:Get*`, `*`. */
export function actionsMatching(pattern: string): readonly string[] {
    const key = pattern.toLowerCase();
    let found = expansions.get(key);
    if (!found) {
        found = expand(key);
        expansions.set(key, found);
    }
    return found;
}

/** Types that stand beside the one that is mostly meant: access points to a bucket, an API's own domain, a copy of a model. */
const UNUSUAL = /^accesspoint|^event-busv2$|^event-sourcev2$|^execute-api-domain$|^application-inference-profile$/;

export function isUnusual(type: string): boolean {
    return UNUSUAL.test(type);
}

/** Where code mostly does one thing with a service, which most of its actions do not tell. */
const MOSTLY_CALLED: Readonly<Record<string, string>> = { events: "events:PutEvents" };

/** The actions of a service on the type of resource that most of its actions work on: tables of dynamodb, functions of lambda. */
export function typicalActions(service: string): readonly string[] {
    const mostly = MOSTLY_CALLED[service];
    if (mostly !== undefined) return [mostly];
    const facts = [...(serviceFacts(service)?.actions.values() ?? [])];
    const typeOf = ({ resourceTypes }: ActionFacts) =>
        resourceTypes.find(({ type, required }) => required && !isUnusual(type))?.type;
    const byType = new Map<string, string[]>();
    for (const action of facts) {
        const type = typeOf(action);
        if (type !== undefined) byType.set(type, [...(byType.get(type) ?? []), action.name]);
    }
    const [most = []] = [...byType.values()].sort((a, b) => b.length - a.length);
    return most;
}

/** Can a policy grant this action on `*` only? Undefined for an action that the table does not have. */
export function isStarOnly(action: string): boolean | undefined {
    const facts = actionFacts(action);
    return facts && facts.resourceTypes.length === 0;
}

export function accessLevel(action: string): AccessLevel | undefined {
    return actionFacts(action)?.level;
}

export function resourceTypesOf(action: string): readonly ResourceUse[] {
    return actionFacts(action)?.resourceTypes ?? [];
}

export function arnFormats(service: string, type: string): readonly string[] {
    return serviceFacts(service)?.resourceTypes.get(type) ?? [];
}

/**
 * Does the resource pattern leave open which resource the action works on: `*`, or every resource of one type that the
 * action takes (`arn:aws:dynamodb:*:*:table/*`)? Region and account name no resource; a policy variable does.
 */
export function openResource(action: string, resource: string): boolean {
    if (isEverything(resource)) return true;
    if (!/[*?]/.test(resource)) return false;
    const [service] = split(action);
    const wanted = segments(resource);
    return resourceTypesOf(action).some(({ type }) =>
        arnFormats(service, type).some((format) => opens(format, resource, wanted)),
    );
}

/** Does the pattern leave open which of the resources whose ARNs have this format? */
export function openFormat(format: string, resource: string): boolean {
    return /[*?]/.test(resource) && opens(format, resource, segments(resource));
}

function opens(format: string, resource: string, { service, rest: wanted }: Segments): boolean {
    const { service: owner, rest: every } = segmentsOf(format);
    // What names more than all of them have in common leaves out some.
    if (!literal(every).startsWith(literal(wanted)) || isOnlyOne(format)) return false;
    return hasPlaceOf(format, resource) && includes(service, owner) && includes(wanted, every);
}

/** What stands before the first wildcard. */
function literal(pattern: string): string {
    const at = pattern.search(/[*?]/);
    return at < 0 ? pattern : pattern.slice(0, at);
}

/** A bucket has neither region nor account, and an access point has both: a pattern without them is of no access point. */
function hasPlaceOf(format: string, resource: string): boolean {
    const [own, other] = [format.split(":"), resource.split(":")];
    return [3, 4].every((part) => other[part] !== "" || own[part] === "");
}

/** Is there one such resource in an account and region, as Glue's `catalog` is? */
export function isOnlyOne(format: string): boolean {
    return !/[$*]/.test(format.split(":").slice(5).join(":"));
}

/** Can an ARN of this format match the pattern? */
export function fitsFormat(format: string, resource: string): boolean {
    if (isEverything(resource)) return true;
    const [{ service, rest: wanted }, { service: owner, rest: every }] = [segments(resource, "*"), segmentsOf(format)];
    return overlap(service, owner) && overlap(wanted, every);
}

interface Segments {
    readonly service: string;
    readonly rest: string;
}

const formatSegments = new Map<string, Segments>();

/** Of a format, of which there are few. */
function segmentsOf(format: string): Segments {
    let found = formatSegments.get(format);
    if (!found) {
        found = segments(format, "*");
        formatSegments.set(format, found);
    }
    return found;
}

/** Of an ARN; one that ends early in a star means what is left out. A variable counts as a name unless told otherwise. */
function segments(arn: string, variable = "\uE003"): Segments {
    const parts = arn.replace(/\$\{[^}]*\}/g, variable).split(":");
    while (parts.length < 6 && arn.endsWith("*")) parts.push("*");
    return { service: parts[2] ?? "", rest: parts.slice(5).join(":") };
}

function expand(pattern: string): readonly string[] {
    if (isEverything(pattern)) return expand("*:*");
    const [prefix, name] = split(pattern);
    if (name === undefined) return [];
    const among = /[*?]/.test(prefix) ? Object.keys(table("actions").table).filter(matcher(prefix)) : [prefix];
    const isWanted = matcher(name);
    return among.flatMap((service) => {
        const names: string[] = [];
        for (const [action, facts] of serviceFacts(service)?.actions ?? [])
            if (isWanted(action)) names.push(facts.name);
        return names.sort();
    });
}

/** Patterns of actions hold no variables, so an expression will do, and is quicker over all of them. */
function matcher(pattern: string): (text: string) => boolean {
    if (isEverything(pattern)) return () => true;
    if (!/[*?]/.test(pattern)) return (text) => text === pattern;
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replace(/\*+/g, ".*")
        .replaceAll("?", ".");
    const expression = new RegExp(`^${source}$`);
    return (text) => expression.test(text);
}

function split(action: string): readonly [string, string | undefined] {
    const at = action.indexOf(":");
    return at < 0 ? [action, undefined] : [action.slice(0, at), action.slice(at + 1)];
}

function own(entries: Readonly<Record<string, string>>, key: string): string | undefined {
    return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

/** Reads `NAME|TYPE=ARN,ARN;TYPE=ARN|LEVEL TYPE*,TYPE:Action Action|…`, as scripts/refresh/iam/actions.js writes it. */
function parse(prefix: string, entry: string): ServiceFacts {
    const [name = prefix, types = "", ...groups] = entry.split("|");
    const actions = new Map<string, ActionFacts>();
    for (const group of groups) {
        const [head = "", members = ""] = group.split(":");
        const level = LEVELS[head[0] as keyof typeof LEVELS];
        const resourceTypes = listed(head.slice(2), ",").map((type) => ({
            type: type.replace(/\*$/, ""),
            required: type.endsWith("*"),
        }));
        for (const action of members.split(" "))
            actions.set(action.toLowerCase(), { name: `${prefix}:${action}`, level, resourceTypes });
    }
    const common = `arn:\${Partition}:${prefix}:\${Region}:\${Account}:`;
    const resourceTypes = listed(types, ";").map((type): [string, string[]] => {
        const [key = "", formats = ""] = type.split("=");
        return [key, formats.split(",").map((format) => format.replace("~", common))];
    });
    return { prefix, name, actions, resourceTypes: new Map(resourceTypes) };
}

function listed(text: string, separator: string): readonly string[] {
    return text === "" ? [] : text.split(separator);
}
