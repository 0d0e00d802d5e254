import { type Answer, all, answer, not, undecided } from "../../values";
import { type Door, doorsOf, isOnInternet } from "../invocation/doors";
import { type Invocation, invocationsOf } from "../invocation/invocations";
import { type Link, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { End, ReachStep } from "./step";

/** By where they begin, the steps of triggers, routes and doors. */
export function invocationSteps(stack: Stack): ReadonlyMap<End, readonly ReachStep[]> {
    return stack.once(invocationSteps, () => {
        const found = new Map<End, ReachStep[]>();
        for (const step of [...doorSteps(stack), ...triggerSteps(stack)]) {
            const same = found.get(step.from);
            if (same) same.push(step);
            else found.set(step.from, [step]);
        }
        return found;
    });
}

function isCertain(link: Link): Answer {
    return link.kind === "candidates" ? undecided(link.awaits) : answer(true);
}

function* doorSteps(stack: Stack): Iterable<ReachStep> {
    for (const door of doorsOf(stack)) {
        if (door.kind === "api" || door.isReachable.is === "no") continue;
        for (const to of possible(door.target)) yield throughDoor(door, to);
    }
    for (const one of invocationsOf(stack)) {
        const { operation, target, resource, at } = one;
        if (operation && isOnInternet(operation).is !== "no") {
            const isOpen = not(operation.identifies);
            for (const to of possible(target))
                yield {
                    ...asked(isOpen, all(isOnInternet(operation), isCertain(target)), "its authorizer"),
                    from: "internet",
                    to,
                    over: "invocation",
                    says: `calls it through ${resource.name}`,
                    openedBy: [
                        { resource: operation.resource, path: operation.at },
                        { resource, path: at.path },
                    ],
                    closes: "Give the route an authorizer, or IAM authorization.",
                    isEntered: true,
                };
        }
        if (one.as === "cloudfront")
            for (const to of possible(target))
                yield {
                    from: "internet",
                    to,
                    over: "invocation",
                    says: `calls it through distribution ${resource.name}`,
                    openedBy: [{ resource, path: at.path }],
                    closes: "Let the distribution ask who calls, or restrict who may view it.",
                    when: isCertain(target),
                    isEntered: true,
                };
    }
}

function throughDoor({ resource, at, kind, isReachable, isOpen }: Door, to: Resource): ReachStep {
    const isUrl = kind === "url";
    return {
        ...asked(isOpen, isReachable, isUrl ? "IAM" : "the listener's authentication"),
        from: "internet",
        to,
        over: "invocation",
        says: `calls it through ${isUrl ? "function URL" : "load balancer's"} ${resource.name}`,
        openedBy: [{ resource, path: at.path }],
        closes: isUrl
            ? 'Set authorizationType: "AWS_IAM".'
            : "Let the listener authenticate, or make the balancer internal.",
        isEntered: true,
    };
}

/** Who is asked for credentials takes a guarded step. */
function asked(isOpen: Answer, isReachable: Answer, whom: string): Pick<ReachStep, "when" | "guard"> {
    if (isOpen.is === "no") return { when: isReachable, guard: whom };
    return { when: all(isOpen, isReachable) };
}

function* triggerSteps(stack: Stack): Iterable<ReachStep> {
    for (const one of invocationsOf(stack)) for (const from of sourcesOf(one)) yield* triggered(one, from);
}

function sourcesOf({ source, operation, as }: Invocation): readonly Resource[] {
    // Whoever calls an API or a distribution is outside of it.
    return operation || as === "cloudfront" ? [] : possible(source);
}

function* triggered({ target, resource, at, source }: Invocation, from: Resource): Iterable<ReachStep> {
    for (const to of possible(target)) {
        if (to === from) continue;
        yield {
            from,
            to,
            over: "invocation",
            says: resource === from ? "starts it" : `starts it by ${resource.name}`,
            openedBy: [{ resource, path: at.path }],
            closes: "Remove the trigger, or filter what starts it.",
            when: all(isCertain(target), isCertain(source)),
            isEntered: true,
        };
    }
}
