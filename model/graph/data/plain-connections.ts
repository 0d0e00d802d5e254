import {
    authorityPlaces,
    DmsEndpoint,
    demandedByDefault,
    GlueConnection,
    hasEnded,
    plainEndpoint,
    plainGlueConnection,
    RdsInstance,
    RdsOptionGroup,
    RdsProxy,
    type TlsDemand,
    type TlsParameter,
    tlsParameterOf,
    tlsParameters,
} from "../../aws";
import { type Answer, all, answer, holds, isFalse, not, undecided, type Value } from "../../values";
import { fact } from "../fact";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import {
    type DatabaseParameters,
    databaseParameters,
    engineOf,
    groupOf,
    optionOf,
    type ParameterList,
    parameterLists,
    parameterOf,
} from "./database-parameters";

/** A place by which clients may connect without TLS, or by an old version of it. */
export interface PlainConnection {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    /** What is demanded of them there. */
    readonly demand: TlsDemand;
    /** The parameter that a server has for it; a proxy, an endpoint of DMS, a connection of Glue and Oracle have none. */
    readonly parameter?: TlsParameter;
    /** Of an endpoint of DMS and a connection of Glue, what to write there. */
    readonly better?: string;
    /** It is AWS's default, since nothing is said. */
    readonly isDefault?: boolean;
    /** No database of the stack is known to use the group that says so. */
    readonly isUnused?: boolean;
    /** The engine's version decides, and nobody says which. */
    readonly isVersionOpen?: boolean;
}

export const plainConnections = fact(
    [databaseParameters, parameterLists, RdsOptionGroup, RdsProxy, DmsEndpoint, GlueConnection],
    (stack): readonly PlainConnection[] => {
        const databases = databaseParameters(stack);
        const holders = new Set(databases.map(({ holder }) => holder));
        return [
            ...parameterLists(stack).flatMap((list) => bySaying(list, !holders.has(list.holder))),
            ...databases.flatMap(byDefault),
            ...stack.ofType(RdsInstance).flatMap((database) => byOption(stack, database)),
            ...stack.ofType(RdsProxy).map((proxy) => {
                const at = inputOf(proxy, "requireTls");
                return { resource: proxy, at, when: isFalse(at, false), demand: "nothing" } as const;
            }),
            ...stack
                .ofType(DmsEndpoint)
                .flatMap((resource) =>
                    plainEndpoint((path) => inputOf(resource, path)).map(
                        (found) => ({ resource, ...found, demand: "nothing" }) as const,
                    ),
                ),
            ...stack
                .ofType(GlueConnection)
                .flatMap((resource) =>
                    plainGlueConnection((path) => inputOf(resource, path)).map(
                        (found) => ({ resource, ...found, demand: "nothing" }) as const,
                    ),
                ),
        ];
    },
);

/** Certificates of authorities that have ended. */
export const outdatedAuthorities = fact(
    authorityPlaces.map(({ type }) => type),
    (stack) =>
        authorityPlaces.flatMap(({ type, at: path }) =>
            stack.ofType(type).map((resource) => {
                const at = inputOf(resource, path);
                return { resource, at, when: holds(at, hasEnded) };
            }),
        ),
);

/** What a list says outright is judged whether or not a database uses it. */
function bySaying(
    { holder: resource, at: list, family }: ParameterList,
    isUnused: boolean,
): readonly PlainConnection[] {
    const own = family && tlsParameterOf(family);
    const asked = family === undefined ? distinct(tlsParameters) : own ? [own] : [];
    return asked.flatMap((parameter) => {
        const { at, isSaid } = parameterOf(list, parameter.name);
        // For a list that is not known yet the databases speak, whose engines tell what is asked of it.
        if (isSaid.is !== "yes") return [];
        return (["nothing", "anyVersion"] as const).map((demand) => ({
            resource,
            at,
            when: holds(at, (text) => parameter.reads(text.trim().toLowerCase()) === demand),
            demand,
            parameter,
            isUnused,
        }));
    });
}

function byDefault({ holder: resource, at, isRead, family }: DatabaseParameters): readonly PlainConnection[] {
    const parameter = "awaits" in family ? undefined : tlsParameterOf(family);
    const candidates = "awaits" in family ? tlsParameters : parameter ? [parameter] : [];
    const isSaid = candidates.map(({ name }) => parameterOf(at, name).isSaid);
    if (candidates.length === 0 || isSaid.some(({ is }) => is === "yes")) return [];
    const isSilent = all(isRead, ...isSaid.map(not));
    const open: PlainConnection = { resource, at, when: isSilent, demand: "nothing", isDefault: true };
    if (isSilent.is === "undecided") return [open];
    if ("awaits" in family || !parameter) {
        return "awaits" in family ? [{ ...open, when: undecided(family.awaits) }] : [];
    }
    const demand = demandedByDefault(parameter, family);
    const isVersionOpen = family.version === undefined && parameter.from !== undefined;
    return [{ ...open, when: answer(demand !== "current"), demand, parameter, isVersionOpen }];
}

/** One for each name, where the engine is not known yet. */
function distinct(parameters: readonly TlsParameter[]): readonly TlsParameter[] {
    return [...new Map([...parameters].reverse().map((one) => [one.name, one])).values()];
}

/** Oracle demands encryption by an option: its own, or TLS beside the plain port, which security groups then close. */
function byOption(stack: Stack, resource: Resource): readonly PlainConnection[] {
    const engine = engineOf(stack, resource);
    if (!/^oracle-/i.test(engine.text() ?? "")) return [];
    const group = groupOf(stack, resource, inputOf(resource, "optionGroupName"), "options", [RdsOptionGroup]);
    const [native, tls] = [optionOf(group.at, "NATIVE_NETWORK_ENCRYPTION"), optionOf(group.at, "SSL")];
    const { at } = parameterOf(native.at.get("optionSettings"), "sqlnet.encryption_server");
    const isRead = all(group.isRead, not(tls.isSaid));
    const says = (...texts: readonly string[]) => holds(at, (text) => texts.includes(text.toUpperCase()));
    const found = { resource: group.holder, at: native.isSaid.is === "yes" ? at : group.at };
    return [
        { ...found, when: all(isRead, not(native.isSaid)), demand: "nothing", isDefault: true },
        { ...found, when: all(isRead, native.isSaid, says("REJECTED")), demand: "nothing" },
        { ...found, when: all(isRead, native.isSaid, not(says("REJECTED", "REQUIRED"))), demand: "onRequest" },
    ];
}
