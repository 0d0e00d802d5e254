import type { ResourceType, Subject, Surroundings } from "../../aws";
import { valuesAt } from "../../aws";
import { type Answer, all, any, no, undecided, type Value } from "../../values";
import { grouped } from "../grouped";
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
        around: new InStack(stack, resource),
    };
}

type Question = (one: Subject) => Answer;

class InStack implements Surroundings {
    constructor(
        private readonly stack: Stack,
        private readonly resource: Resource,
    ) {}

    get type(): string {
        return this.resource.type;
    }

    someNaming(type: ResourceType, path: string, holds: Question): Answer {
        if (!this.stack.has(type)) return no;
        const { named, open } = namingOf(this.stack, type, path, this.type);
        const sure = (named.get(this.resource) ?? []).map((one) => this.ask(holds, one));
        const maybe = open
            .filter(({ among }) => among.length === 0 || among.includes(this.resource))
            .map(({ companion, awaits }) => all(undecided(awaits), this.ask(holds, companion)));
        return any(...sure, ...maybe);
    }

    named(at: Value, type: ResourceType, holds: Question): Answer {
        const link = this.stack.link<unknown>(this.resource, at, type);
        const answers = possible(link).map((one) => this.ask(holds, one));
        if (link.kind !== "candidates") return any(...answers);
        return all(any(...answers), any(undecided(link.awaits), all(...answers)));
    }

    someOf(type: ResourceType, holds: Question): Answer {
        if (!this.stack.has(type)) return no;
        return any(...this.stack.ofType(type).map((one) => this.ask(holds, one)));
    }

    private ask(holds: Question, one: Resource): Answer {
        return holds(settingSubject(this.stack, one));
    }
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
        const links = stack
            .ofType<unknown>(companion)
            .flatMap((one) =>
                valuesAt(one.root, path).map((value) => ({ one, link: linkOf(stack, one, value, token) })),
            );
        return {
            named: grouped(links.map(({ one, link }) => [one, link.kind === "found" ? [link.resource] : []] as const)),
            open: links.flatMap(({ one, link }) =>
                link.kind === "candidates" || link.kind === "unknown"
                    ? [{ companion: one, among: possible(link), awaits: link.awaits }]
                    : [],
            ),
        };
    });
}

/** Buckets are named by their ARN and their domain name too, with or without a path. */
function linkOf(stack: Stack, from: Resource, value: Value, token: string): Link {
    return BUCKETS.some((type) => type.token === token)
        ? bucketOf(stack, from, value)
        : stack.link<unknown>(from, value, { token });
}
