/** Which node a resource is part of: policies, permissions, routes, log groups and settings stand with what they are of. */
import { LambdaFunction, LogGroup, valuesAt } from "../../aws";
import { grouped } from "../grouped";
import { possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { kindOf } from "./kinds";
import { NETWORKS, namedParts, type PartRow, partRows } from "./part-places";

const ROWS: ReadonlyMap<string, readonly PartRow[]> = grouped(partRows.map((row) => [row, row.parts] as const));

/** Is it drawn as a band, and what is of it as parts of that? */
export function isNetwork({ type }: Resource): boolean {
    return NETWORKS.includes(type);
}

export interface Away {
    readonly token: string;
    readonly reference: string;
}

/** Of each resource the one with which it stands. */
export class Homes {
    private readonly found = new Map<Resource, Resource>();
    private readonly holders: ReadonlyMap<Resource, readonly Resource[]>;

    constructor(private readonly stack: Stack) {
        this.holders = grouped(
            namedParts.flatMap(({ holder, at, part }) =>
                stack.ofType<unknown>({ token: holder }).map((one) => [one, this.linkedFrom(one, at, part)] as const),
            ),
        );
    }

    /** Itself, where it is part of nothing. */
    of(resource: Resource): Resource {
        const before = this.found.get(resource);
        if (before) return before;
        // Whatever names each other in a circle stands for itself.
        this.found.set(resource, resource);
        const owner = this.ownerOf(resource);
        const home = owner && owner !== resource ? this.of(owner) : resource;
        this.found.set(resource, home);
        return home;
    }

    private ownerOf(resource: Resource): Resource | undefined {
        const holder = this.only(this.holders.get(resource) ?? []);
        if (holder) return holder;
        if (isOf(resource, LogGroup)) return this.writerOf(resource);
        if (kindOf(resource.type) || isNetwork(resource)) return undefined;
        for (const { at, of } of ROWS.get(resource.type) ?? []) {
            const [owner] = this.linkedFrom(resource, at, of);
            if (owner) return owner;
        }
        return this.ownerByDependencies(resource);
    }

    /** What a part names as its owner that no resource of the stack is: by its type, and the text that names it. */
    awayOf(resource: Resource): Away | undefined {
        for (const { at, of } of ROWS.get(resource.type) ?? [])
            for (const value of valuesAt(resource.root, at)) {
                const [token = ""] = of;
                const reference = value.text();
                // Of several kinds, which it is nobody tells.
                if (new Set(of.map((one) => kindOf(one)?.kindName)).size > 1) continue;
                if (reference !== undefined && reference !== "" && !value.secret) return { token, reference };
            }
        return undefined;
    }

    /** Of a type without a row: what alone of its service went into it, else what alone went into it. */
    private ownerByDependencies(resource: Resource): Resource | undefined {
        const service = serviceOf(resource);
        const all = Object.values(resource.propertyDependencies)
            .flat()
            .filter((one) => one !== resource && kindOf(one.type)?.lane !== 3 && kindOf(one.type)?.kind !== "key");
        return this.only(all.filter((one) => serviceOf(one) === service)) ?? this.only(all);
    }

    private only(all: readonly Resource[]): Resource | undefined {
        const homes = new Set(all.map((one) => this.of(one)));
        const [first] = homes;
        return homes.size === 1 && first && (kindOf(first.type) || isNetwork(first)) ? first : undefined;
    }

    /** By `/aws/lambda/NAME`, or by what went into its name. */
    private writerOf(group: Resource): Resource | undefined {
        const name = group.root.get("name").text();
        const called = name?.startsWith("/aws/lambda/") ? this.stack.named(name.slice(12), LambdaFunction) : undefined;
        return called ?? this.only(group.propertyDependencies["name"] ?? []);
    }

    private linkedFrom(from: Resource, path: string, types: readonly string[]): readonly Resource[] {
        const owners = types.map((token) => ({ token }));
        return valuesAt(from.root, path).flatMap((at) => possible(this.stack.link<unknown>(from, at, ...owners)));
    }
}

function serviceOf({ type }: Resource): string {
    return type.slice(0, type.indexOf("/"));
}
