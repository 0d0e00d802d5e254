import { LambdaFunction, LambdaPermission, permittedStarts, type Start } from "../../aws";
import { serviceName } from "../../iam";
import { type Answer, all, holds, no, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { type Link, possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf } from "./functions";
import { type Invocation, invocationsOf } from "./invocations";
import type { Wait } from "./routes";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** Something that starts a function of the stack. */
export interface Trigger {
    readonly function: Resource<FunctionInputs>;
    readonly start: Start;
    /** Where it is declared. */
    readonly resource: Resource;
    /** Undecided where it is not known yet which function it names. */
    readonly when: Answer;
    /** How long the caller waits, where that is bounded. */
    readonly waits?: Wait;
}

/** All that is known to start functions of the stack. */
export const triggersOf = fact([invocationsOf, LambdaPermission], (stack): readonly Trigger[] => [
    ...invocationsOf(stack).flatMap((invocation) => [...invoked(invocation)]),
    ...permitted(stack),
]);

/** What starts the function. */
export function triggersFor(stack: Stack, of: Resource): readonly Trigger[] {
    return stack.once(triggersFor, byFunction).get(of) ?? [];
}

/** Does a function with this timeout go on when the caller has given up? */
export function outlasts(timeout: Value, { when, waits }: Trigger): Answer {
    if (!waits) return no;
    const { milliseconds, standard } = waits;
    if (milliseconds.state === "unknown") return all(when, undecided(milliseconds.place));
    return all(
        when,
        holds(timeout, (seconds) => 1000 * Number(seconds) > (milliseconds.number() ?? standard)),
    );
}

function byFunction(stack: Stack): ReadonlyMap<Resource, readonly Trigger[]> {
    return grouped(triggersOf(stack).map((trigger) => [trigger, [trigger.function]] as const));
}

function* invoked({ target, resource, start, at, waits, operation }: Invocation): Iterable<Trigger> {
    const trigger = { start, resource, ...(waits && { waits }) };
    yield* triggers(target, trigger);
    // Of a document that is not known yet, what went into it may be what it names.
    if (target.kind !== "unknown" || operation?.at !== "body") return;
    for (const one of (resource.propertyDependencies["body"] ?? []).filter((other) => isOf(other, LambdaFunction)))
        yield { ...trigger, function: one, when: undecided(at.place) };
}

/** Whatever the permission lets in starts the function, wherever it is declared. */
function* permitted(stack: Stack): Iterable<Trigger> {
    for (const resource of stack.ofType(LambdaPermission)) {
        const start = permittedStarts.get(serviceName(resource.inputs.principal.text() ?? "") ?? "");
        if (start) yield* triggers(functionOf(stack, resource, resource.inputs.function), { start, resource });
    }
}

function* triggers(link: Link, trigger: Omit<Trigger, "function" | "when">): Iterable<Trigger> {
    const when = link.kind === "candidates" ? undecided(link.awaits) : yes;
    for (const one of possible(link).filter((called) => isOf(called, LambdaFunction)))
        yield { ...trigger, function: one, when };
}
