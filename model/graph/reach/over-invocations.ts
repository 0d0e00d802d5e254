import { EventBus, EventRule, isSwitchedOff } from "../../aws";
import { type Answer, all, answer, not, undecided } from "../../values";
import { grouped } from "../grouped";
import { type Door, doorsOf, isOnInternet } from "../invocation/doors";
import { type Invocation, invocationsOf } from "../invocation/invocations";
import type { Operation } from "../invocation/operations";
import { type Link, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { End, ReachStep } from "./step";

/** By where they begin, the steps of triggers, routes and doors. */
export function invocationSteps(stack: Stack): ReadonlyMap<End, readonly ReachStep[]> {
    return stack.once(invocationSteps, () =>
        grouped(
            [...doorSteps(stack), ...triggerSteps(stack), ...ruleSteps(stack)].map(
                (step) => [step, [step.from]] as const,
            ),
        ),
    );
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
            const isByIam = operation.authorization.text() === "AWS_IAM";
            const asks = isByIam ? "IAM" : "its authorizer";
            const fewer = isByIam ? "grant execute-api:Invoke on it to fewer" : "let its authorizer admit fewer";
            const holder = operation.integration?.holder ?? resource;
            for (const to of answering(one, operation))
                yield {
                    ...asked(isOpen, all(isOnInternet(operation), isCertain(target)), asks),
                    from: "internet",
                    to,
                    over: "invocation",
                    says: `calls it through ${resource.name}`,
                    openedBy: [
                        { resource: operation.resource, path: operation.at },
                        { resource: holder, path: at.path },
                    ],
                    closes:
                        isOpen.is === "no"
                            ? `Remove the route, or ${fewer}.`
                            : "Give the route an authorizer, or IAM authorization.",
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
                    closes: "Set trustedKeyGroups in the behavior, so that only signed requests get through.",
                    when: isCertain(target),
                    isEntered: true,
                };
    }
}

/** A function; or the integration by whose role the API asks another service. */
function answering({ target, underRole }: Invocation, { integration }: Operation): readonly Resource[] {
    const called = possible(target);
    return called.length > 0 || !integration || underRole.is === "no" ? called : [integration.holder];
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
        closes: CLOSING[isUrl ? "url" : "balancer"][isOpen.is === "no" ? "guarded" : "open"],
        isEntered: true,
    };
}

/** Of a door that asks who calls, those who are let in are what is left to narrow. */
const CLOSING = {
    url: {
        open: 'Set authorizationType: "AWS_IAM".',
        guarded: "Grant lambda:InvokeFunctionUrl to fewer, or remove the URL.",
    },
    balancer: {
        open: "Let the listener authenticate, or make the balancer internal.",
        guarded: "Let fewer sign in, or make the balancer internal.",
    },
} as const;

/** Who is asked for credentials takes a guarded step. */
function asked(isOpen: Answer, isReachable: Answer, whom: string): Pick<ReachStep, "when" | "guard"> {
    if (isOpen.is === "no") return { when: isReachable, guard: whom };
    return { when: all(isOpen, isReachable) };
}

function* triggerSteps(stack: Stack): Iterable<ReachStep> {
    for (const one of invocationsOf(stack)) for (const from of sourcesOf(one)) yield* triggered(one, from);
}

function sourcesOf({ source, reads, operation, as }: Invocation): readonly Resource[] {
    // Whoever calls an API or a distribution is outside of it.
    return operation || as === "cloudfront" ? [] : possible(reads ?? source);
}

/** What comes over a bus starts the rules on it. */
function* ruleSteps(stack: Stack): Iterable<ReachStep> {
    for (const rule of stack.ofType(EventRule)) {
        const at = rule.root.get("eventBusName");
        const bus = stack.link<unknown>(rule, at, EventBus);
        if (isOn(rule).is === "no") continue;
        for (const from of possible(bus))
            yield {
                from,
                to: rule,
                over: "invocation",
                says: "starts it by an event",
                openedBy: [{ resource: rule, path: at.path }],
                closes: "Remove the rule, or narrow its eventPattern.",
                when: all(isCertain(bus), isOn(rule)),
                isEntered: true,
            };
    }
}

function isOn({ type, root }: Resource): Answer {
    return not(isSwitchedOff(type, root));
}

function* triggered({ target, resource, at, source, reads }: Invocation, from: Resource): Iterable<ReachStep> {
    const runs = all(isOn(resource), isOn(from));
    if (runs.is === "no") return;
    for (const to of possible(target)) {
        if (to === from) continue;
        yield {
            from,
            to,
            over: "invocation",
            says: resource === from ? "starts it" : `starts it by ${resource.name}`,
            openedBy: [{ resource, path: at.path }],
            closes: "Remove the trigger, or filter what starts it.",
            when: all(isCertain(target), isCertain(reads ?? source), runs),
            isEntered: true,
        };
    }
}
