/**
 * How the types of AWS answer what is asked of them all: are they encrypted, private, logged, protected? What a question means is
 * said here, and in the policy that asks it; how a type answers is a row. The rows of one service stand in one file.
 */
import type { Control } from "../../frameworks";
import { type Located, type Place, pathsOf } from "../place";
import type { ResourceType } from "../resource-type";
import type { Condition } from "./condition";
import type { Good } from "./good";

/** What kind of thing a type is. */
export type Kind =
    | "analytics"
    | "api"
    | "apiCache"
    | "apiDomain"
    | "apiStage"
    | "artifacts"
    | "backup"
    | "broker"
    | "build"
    | "bucket"
    | "bus"
    | "cache"
    | "certificate"
    | "database"
    | "directory"
    | "edge"
    | "fileSystem"
    | "firewall"
    | "function"
    | "graphApi"
    | "host"
    | "key"
    | "loadBalancer"
    | "log"
    | "pipe"
    | "mail"
    | "network"
    | "queue"
    | "registry"
    | "replication"
    | "schedule"
    | "search"
    | "secret"
    | "snapshot"
    | "stream"
    | "table"
    | "topic"
    | "trail"
    | "volume"
    | "warehouse"
    | "workflow";

/**
 * What is asked of it:
 * - encryptedAtRest: what it stores on disks is encrypted. A member of a cluster has no row: it follows the cluster.
 * - customerKey: with a key whose policy and use the account decides on.
 * - encryptedInTransit: it takes and sends nothing in plain text, nor by protocols that are broken.
 * - private: it has no address on the internet.
 * - authenticated: it asks each caller who he is.
 * - discreet: its logs leave out what it processes.
 * - logged: it tells who did what with it.
 * - rotated: what it protects with is replaced from time to time.
 * - tokensDemanded: its instances give their role's credentials to nobody without a session token.
 * - traced: a request can be followed through it.
 * - protectedFromDeletion: nobody deletes it, or what it holds, by mistake.
 * - recoverable: what is deleted or overwritten in it can be brought back.
 * - upgraded: it takes fixes of what it runs by itself.
 */
export type Topic =
    | "authenticated"
    | "customerKey"
    | "discreet"
    | "encryptedAtRest"
    | "encryptedInTransit"
    | "logged"
    | "private"
    | "protectedFromDeletion"
    | "recoverable"
    | "rotated"
    | "tokensDemanded"
    | "traced"
    | "upgraded";

/**
 * A default that AWS changed for the better for what is made from a day on. What was made before stays as it was, and no program says
 * when that was: so a setting that was left to this default is a hint, neither a violation nor a pass.
 */
export interface Change<T> {
    /** The first day of the new default, as in `2026-02-18`. */
    readonly since: string;
    /** Whether the new value holds also where a program asks for the old one. */
    readonly enforced: boolean;
    /** Where the old default holds on. Unknown, it does not. */
    readonly except?: Condition<T>;
    readonly source: string;
}

type Weight = "low" | "medium" | "high";

/** The facts and their consequences, where the policy's own words do not fit. */
interface Facts {
    readonly absent?: string;
    readonly otherwise?: string;
}

/** A case that is not as it should be either, but weighs less. Unknown whether it is one, it is. */
export interface Milder<T> {
    readonly when: Condition<T>;
    readonly severity: Weight;
    readonly says?: Facts;
}

/** How one type answers. */
export interface Setting<T> {
    /** Where a program says it; of several places, each is judged. */
    readonly at: (inputs: Place<T>) => Located | readonly Located[];
    /** Further names of the same setting, of which any may be given instead. */
    readonly or?: (inputs: Place<T>) => Located | readonly Located[];
    /** Its name in version 6 of the provider, where the typings of version 7 lack it, as `valuesAt` reads it. */
    readonly inVersion6?: string;
    readonly good: Good;
    /** When it is as it should be although nothing is said: always (`good`), never (`bad`), or under a condition. */
    readonly absent: Condition<T>;
    readonly changed?: Change<T>;
    /** Where the question is asked at all, as of some engines only. */
    readonly only?: Condition<T>;
    /** Reported in the strict profile only, although the policy is not of it. */
    readonly profile?: "strict";
    /** What it weighs, where that is other than the policy; or only where nothing is said. */
    readonly severity?: Weight | { readonly absent: Weight };
    readonly milder?: Milder<T>;
    readonly says?: Facts;
    /** The change that satisfies it, where the policy's own words do not fit. */
    readonly fix?: string;
    /** What this row alone decides of published frameworks. */
    readonly controls?: readonly Control[];
}

/** A setting, whichever type it is of. */
export interface Row extends Omit<Setting<never>, "at" | "or" | "inVersion6"> {
    readonly type: ResourceType;
    readonly kind: Kind;
    readonly topic: Topic;
    /** Where a program says it, as `valuesAt` reads it. */
    readonly paths: readonly string[];
    /** Where else it may say it instead. */
    readonly otherPaths: readonly string[];
}

/** The inputs of a type; of one of several types, those that it may have. */
type InputsOf<R> = R extends ResourceType<infer T> ? T : never;

/**
 * The rows of a type, or of several that answer in the same words, such as twins under several tokens. Places that differ in what is good there, or in what
 * absent means, are rows of a second call.
 */
export function settings<R extends ResourceType>(
    types: R | readonly R[],
    kind: Kind,
    topics: { readonly [K in Topic]?: Setting<InputsOf<R>> },
): readonly Row[] {
    return [types].flat().flatMap((type) =>
        Object.entries<Setting<InputsOf<R>>>(topics).map(([topic, { at, or, inVersion6, ...rest }]): Row => {
            let paths: readonly string[] | undefined;
            let otherPaths: readonly string[] | undefined;
            return {
                ...rest,
                type,
                kind,
                topic: topic as Topic,
                // Worked out when somebody asks: a start of the pack makes a thousand rows, and a stack has a few of their types.
                get paths() {
                    paths ??= pathsOf(at);
                    return paths;
                },
                get otherPaths() {
                    otherPaths ??= [...(or ? pathsOf(or) : []), ...(inVersion6 === undefined ? [] : [inVersion6])];
                    return otherPaths;
                },
            };
        }),
    );
}

/** The types of other resources that a row reads: with any, only a rule on the stack can judge it. */
export function othersOf(row: Row): readonly ResourceType[] {
    return conditionsOf(row).flatMap(({ others }) => others ?? []);
}

/** All that a row asks besides what its places say. */
export function conditionsOf({ absent, only, changed, milder }: Row): readonly Condition<never>[] {
    return [absent, only, changed?.except, milder?.when].filter((condition) => condition !== undefined);
}
