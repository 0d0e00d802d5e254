import { compressed, inflated, table } from "./load";
import { type RetiredPolicy, recommendedPolicies, retiredPolicies } from "./recommended";

/**
 * The widest thing that a policy allows without naming a resource or a condition. `admin`: every action, everything but a
 * few, or all of IAM. `service-full`: all actions of a service. `write-all`: changes to every resource of a type.
 * `read-all`: reads of them. Star-only actions and those that AWS itself grants on `*` count for none of these.
 */
export type Breadth = "admin" | "service-full" | "write-all" | "read-all" | "scoped";

export interface ManagedPolicy {
    readonly name: string;
    /** In the partition that was asked for; `aws` where only a name was given. */
    readonly arn: string;
    /** Such as `service-role/`; mostly empty. */
    readonly path: string;
    readonly breadth: Breadth;
    /** The services that its breadth is about; empty for `admin` and `scoped`. */
    readonly services: readonly string[];
    /** AWS has withdrawn it in favour of another. */
    readonly isDeprecated: boolean;
    /** The default version as JSON, with its ARNs in the partition of `arn`. Read at the first use. */
    readonly document: Readonly<Record<string, unknown>>;
}

interface Entry {
    readonly name: string;
    readonly path: string;
    readonly breadth: Breadth;
    readonly services: readonly string[];
    readonly block: number;
    readonly line: number;
}

const ARN = /^arn:(aws[a-z-]*):iam::aws:policy\/((?:[\w+=,.@-]+\/)*)([\w+=,.@-]+)$/;
const documents = new Map<string, Readonly<Record<string, unknown>>>();
const blocks = new Map<number, readonly string[]>();
let file: { readonly bytes: Buffer; readonly ends: readonly number[] } | undefined;

/** The ARN of a policy that AWS manages, in any partition; it need not exist. */
export function isAwsManagedPolicyArn(arn: string): boolean {
    return ARN.test(arn);
}

/**
 * An AWS-managed policy by its ARN or name; undefined for one that the table does not have, and for a wrong path.
 * The table is of the partition `aws`. For another, `arn:aws:` in the document becomes that partition's, and nothing else
 * changes: there, AWS may not offer the policy, may have fewer actions, and China's service principals end in `.com.cn`.
 */
export function managedPolicy(arnOrName: string): ManagedPolicy | undefined {
    let found = policies.get(arnOrName);
    if (!found) {
        found = made(arnOrName);
        if (found) policies.set(arnOrName, found);
    }
    return found;
}

/** Those of the table that were asked for: many roles carry the same few. */
const policies = new Map<string, ManagedPolicy>();

function made(arnOrName: string): ManagedPolicy | undefined {
    const entry = lookUp(arnOrName);
    if (!entry) return undefined;
    const partition = ARN.exec(arnOrName)?.[1] ?? "aws";
    const { name, path, breadth, services } = entry;
    return {
        name,
        path,
        breadth,
        services,
        arn: `arn:${partition}:iam::aws:policy/${path}${name}`,
        isDeprecated: retirement(name) !== undefined,
        get document() {
            return documentOf(entry, partition);
        },
    };
}

/** Undefined for a policy that the table does not have. */
export function breadthOf(arnOrName: string): Breadth | undefined {
    return lookUp(arnOrName)?.breadth;
}

/** Does AWS's documentation tell to attach it to the role of a workload? */
export function isRecommendedForCompute(arnOrName: string): boolean {
    const entry = lookUp(arnOrName);
    return entry !== undefined && recommendedPolicies().some(({ name }) => name === entry.name);
}

/** What AWS offers in place of a policy that it has withdrawn; most of those are in the table no more. */
export function retirement(arnOrName: string): RetiredPolicy | undefined {
    const wanted = ARN.exec(arnOrName)?.[3] ?? arnOrName;
    return retiredPolicies().find(({ name }) => name === wanted);
}

/** The names of all AWS-managed policies of the table. */
export function managedPolicyNames(): readonly string[] {
    return Object.keys(table("managed-policies").table);
}

function lookUp(arnOrName: string): Entry | undefined {
    const [, , path, named] = ARN.exec(arnOrName) ?? [];
    const name = named ?? arnOrName;
    const entries = table("managed-policies").table;
    const text = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (text === undefined) return undefined;
    const [ownPath = "", breadth = "scoped", services = "", block = "0", line = "0"] = text.split("|");
    if (path !== undefined && path !== ownPath) return undefined;
    return {
        name,
        path: ownPath,
        breadth: breadth as Breadth,
        services: services === "" ? [] : services.split(" "),
        block: Number(block),
        line: Number(line),
    };
}

function documentOf(entry: Entry, partition: string): Readonly<Record<string, unknown>> {
    const key = `${partition}/${entry.name}`;
    let document = documents.get(key);
    if (!document) {
        const text = blockOf(entry.block)[entry.line] ?? "{}";
        const local = partition === "aws" ? text : text.replaceAll('"arn:aws:', `"arn:${partition}:`);
        document = JSON.parse(local) as Readonly<Record<string, unknown>>;
        documents.set(key, document);
    }
    return document;
}

function blockOf(number: number): readonly string[] {
    let lines = blocks.get(number);
    if (!lines) {
        file ??= opened();
        lines = inflated(file.bytes.subarray(file.ends[number - 1] ?? 0, file.ends[number])).split("\n");
        blocks.set(number, lines);
    }
    return lines;
}

function opened(): { readonly bytes: Buffer; readonly ends: readonly number[] } {
    let end = 0;
    const lengths = (table("managed-policies").lengths ?? "").split(" ");
    return {
        bytes: compressed("managed-policies"),
        ends: lengths.map((length) => {
            end += Number(length);
            return end;
        }),
    };
}
