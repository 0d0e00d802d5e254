import type { ResourceType, Subject, Surroundings } from "../../aws";
import { valuesAt } from "../../aws";
import { type Answer, all, any, undecided, type Value } from "../../values";
import { type Link, possible } from "../link";
import { isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";
import { BUCKETS, bucketOf } from "./bucket-logs";

/** A resource of a stack as one of which settings are asked: what the stack says of it counts, and what only the provider knows does not. */
export function settingSubject(stack: Stack, resource: Resource): Subject {
    return {
        root: resource.root,
        providerMajor: resource.providerMajor,
        protect: resource.protect,
        isComputed: ({ path }) => !isGiven(resource, path),
        around: surroundings(stack, resource),
    };
}

function surroundings(stack: Stack, resource: Resource): Surroundings {
    return {
        type: resource.type,
        someNaming: (type, path, holds) => {
            const { named, open } = namingOf(stack, type, path, resource.type);
            const sure = (named.get(resource) ?? []).map((one) => holds(settingSubject(stack, one)));
            const maybe = open
                .filter(({ among }) => among.length === 0 || among.includes(resource))
                .map(({ companion, awaits }) => all(undecided(awaits), holds(settingSubject(stack, companion))));
            return any(...sure, ...maybe);
        },
        someOf: (type, holds) => any(...stack.ofType(type).map((one): Answer => holds(settingSubject(stack, one)))),
    };
}

interface Naming {
    /** The companions of each resource. */
    readonly named: ReadonlyMap<Resource, readonly Resource[]>;
    /** Those of which it is not known yet whose they are: one of these, or, of none, anybody's. */
    readonly open: readonly {
        readonly companion: Resource;
        readonly among: readonly Resource[];
        readonly awaits: string;
    }[];
}

/** Which resources of a type the companions of another name, once a stack. */
function namingOf(stack: Stack, companion: ResourceType, path: string, token: string): Naming {
    const key = `${companion.token} ${path} ${token}`;
    return stack.once(key, () => {
        const named = new Map<Resource, Resource[]>();
        const open: Naming["open"][number][] = [];
        for (const one of stack.ofType(companion)) {
            for (const value of valuesAt(one.root, path)) {
                const link = linkOf(stack, one, value, token);
                if (link.kind === "found") {
                    const others = named.get(link.resource);
                    if (others) others.push(one);
                    else named.set(link.resource, [one]);
                } else if (link.kind === "candidates" || link.kind === "unknown") {
                    open.push({ companion: one, among: possible(link), awaits: link.awaits });
                }
            }
        }
        return { named, open };
    });
}

/** Buckets are named by their ARN and their domain name too, with or without a path. */
function linkOf(stack: Stack, from: Resource, value: Value, token: string): Link {
    return BUCKETS.some((type) => type.token === token)
        ? bucketOf(stack, from, value)
        : stack.link<unknown>(from, value, { token });
}
