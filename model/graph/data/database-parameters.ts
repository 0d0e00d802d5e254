import {
    type Family,
    familyNamed,
    isDefaultGroup,
    ownParameters,
    parameterGroupPlaces,
    RdsCluster,
    RdsInstance,
    type ResourceType,
    versionOf,
} from "../../aws";
import { type Answer, no, undecided, Value, yes } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** What a database takes from a group: its parameters, or its options. */
export interface GroupOf {
    /** What must change to change one: the group, or the database where the stack has none for it. */
    readonly holder: Resource;
    /** The list there; or where the database would name a group. */
    readonly at: Value;
    /** Is it known what holds? What is in a group outside of the stack is not. */
    readonly isRead: Answer;
}

/** A database with the parameters that hold for it. */
export interface DatabaseParameters extends GroupOf {
    readonly database: Resource;
    /** Undecided where a value is waited for that would tell it. */
    readonly family: Family | { readonly awaits: string };
}

/** One parameter, or option, of a list. */
export interface Parameter {
    /** Its value, or the list without it. */
    readonly at: Value;
    readonly isSaid: Answer;
}

const placeTypes: readonly ResourceType[] = parameterGroupPlaces.flatMap(({ type, groups }) => [type, ...groups]);

/** Every database that takes parameters, but copies that take over those of their source. */
export const databaseParameters = fact([...placeTypes, ownParameters.type], (stack): readonly DatabaseParameters[] => [
    ...parameterGroupPlaces.flatMap(({ type, at, groups }) =>
        stack
            .ofType(type)
            .filter((database) => !isNearReplica(database, at))
            .map((database) => parametersOf(stack, database, inputOf(database, at), groups)),
    ),
    ...stack.ofType(ownParameters.type).map((database) => ({
        database,
        holder: database,
        at: inputOf(database, ownParameters.at),
        isRead: yes,
        family: { engine: "redshift", version: undefined },
    })),
]);

/** A list of parameters: a group's, or a database's own. */
export interface ParameterList extends Pick<GroupOf, "holder" | "at"> {
    /** Undefined where it is not known yet. */
    readonly family: Family | undefined;
}

/** Every list of parameters of the stack, used or not. */
export const parameterLists = fact([...placeTypes, ownParameters.type], (stack): readonly ParameterList[] => [
    ...stack.ofType(...new Set(parameterGroupPlaces.flatMap(({ groups }) => groups))).map((holder) => ({
        holder,
        at: holder.root.get("parameters"),
        family: familyNamed(holder.root.get("family").text() ?? ""),
    })),
    ...stack.ofType(ownParameters.type).map((holder) => ({
        holder,
        at: inputOf(holder, ownParameters.at),
        family: { engine: "redshift", version: undefined },
    })),
]);

/** The parameter of a list, its name in whatever case; of several, the last holds. */
export function parameterOf(list: Value, name: string): Parameter {
    const { at: item, isSaid } = itemOf(list, name, ["name", "parameterKey"]);
    if (isSaid.is !== "yes") return { at: item, isSaid };
    const value = item.get("value");
    return { at: value.state === "absent" ? item.get("parameterValue") : value, isSaid };
}

/** The option of a list. */
export function optionOf(list: Value, name: string): Parameter {
    return itemOf(list, name.toLowerCase(), ["optionName"]);
}

function itemOf(list: Value, name: string, keys: readonly string[]): Parameter {
    if (list.state === "unknown") return { at: list, isSaid: undecided(list.place) };
    const items = list.items() as readonly Value[];
    const names = (item: Value) => keys.map((key) => item.get(key));
    const found = items.filter((item) => names(item).some((said) => said.text()?.toLowerCase() === name)).at(-1);
    if (found) return { at: found, isSaid: yes };
    const open = items.flatMap(names).find(({ state }) => state === "unknown");
    return { at: list, isSaid: open ? undecided(open.place) : no };
}

function parametersOf(
    stack: Stack,
    database: Resource,
    named: Value,
    groups: readonly ResourceType[],
): DatabaseParameters {
    const group = groupOf(stack, database, named, "parameters", groups);
    const family = group.holder === database ? named.text() : group.holder.root.get("family").text();
    return { database, ...group, family: familyNamed(family ?? "") ?? familyOf(stack, database) };
}

/** The group that a database names, where `list` is; AWS's own has nothing that a program said. */
export function groupOf(
    stack: Stack,
    database: Resource,
    named: Value,
    list: string,
    groups: readonly ResourceType[],
): GroupOf {
    const link = stack.link(database, named, ...groups);
    switch (link.kind) {
        case "found":
            return { holder: link.resource, at: link.resource.root.get(list), isRead: yes };
        case "absent":
            return { holder: database, at: named, isRead: yes };
        case "outside":
            return {
                holder: database,
                at: named,
                isRead: isDefaultGroup(link.reference) ? yes : undecided(named.place),
            };
        default:
            return { holder: database, at: named, isRead: undecided(link.awaits) };
    }
}

/** By what the database says of itself, or what it is made from. */
function familyOf(stack: Stack, database: Resource): DatabaseParameters["family"] {
    const engine = engineOf(stack, database);
    const text = engine.text()?.toLowerCase();
    if (text === undefined) return { awaits: engine.place };
    const version = inputOf(database, "engineVersion");
    if (version.state === "unknown") return { awaits: version.place };
    const said = version.scalar();
    return { engine: text, version: said === undefined ? undefined : versionOf(said) };
}

/** The engine by which a type goes that says none. */
const ENGINES: Readonly<Record<string, string>> = Object.fromEntries(
    parameterGroupPlaces.flatMap(({ type: { token } }) => {
        const [, service = ""] = /^aws:(docdb|neptune|redshift)\//.exec(token) ?? [];
        return service === "" ? [] : [[token, service]];
    }),
);

const SOURCES: readonly ResourceType[] = [RdsInstance, RdsCluster];

/** The engine of a database; absent where it is made from something that this stack does not tell. */
export function engineOf(stack: Stack, database: Resource): Value {
    const own = inputOf(database, "engine");
    if (own.state !== "absent") return own;
    const service = ENGINES[database.type];
    if (service !== undefined) return new Value(service, own.path, { resource: database.name });
    const source = linked(stack.link(database, inputOf(database, "replicateSourceDb"), ...SOURCES));
    return source && source !== database ? inputOf(source, "engine") : own;
}

/** A replica in its source's region, without a group of its own, has the source's. */
function isNearReplica(database: Resource, at: string): boolean {
    if (!isOf(database, RdsInstance) || inputOf(database, at).state !== "absent") return false;
    const source = inputOf(database, "replicateSourceDb");
    return source.state !== "absent" && source.text()?.startsWith("arn:") !== true;
}
