import {
    bucketEvents,
    EventSourceMapping,
    IamRole,
    type LambdaFunction,
    LambdaFunctionRecursionConfig,
    type ResourceType,
    S3BucketNotification,
    SnsTopicSubscription,
    writeBacks,
} from "../../aws";
import { extentOf } from "../../iam";
import { type Answer, all, any, equals, no, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { type Identity, identitiesOf, identityOf } from "../identities/identities";
import { linked } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf } from "./functions";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** A trigger whose function may write to what the events come from. */
export interface Loop {
    readonly trigger: Resource;
    /** The property of the trigger that names the function. */
    readonly at: Value;
    readonly function: Resource<FunctionInputs>;
    readonly when: Answer;
    /** Does Lambda end it? */
    readonly isEnded: Answer;
}

/** What is asked of a function that something of this stack starts. */
interface Turn {
    readonly trigger: Resource;
    readonly at: Value;
    readonly source: Resource | undefined;
    readonly actions: readonly string[];
    /** What it writes to, behind the ARN of the source. */
    readonly below: string;
    /** Not known yet of what is below. */
    readonly open?: readonly string[];
}

/** Loops that grants of this stack show: those that name what the events come from, and no more than that. */
export const loopsOf = fact(
    [identitiesOf, S3BucketNotification, EventSourceMapping, SnsTopicSubscription],
    (stack): readonly Loop[] =>
        [...turnsOf(stack)].flatMap((turn) => {
            const target = linked(functionOf(stack, turn.trigger, turn.at));
            const role = target && linked(stack.link(target, target.inputs.role, IamRole));
            const identity = role && identityOf(stack, role);
            const writeBack = writeBacks.find(({ type }) => type.token === turn.source?.type);
            if (!target || !identity || !writeBack) return [];
            const when = mayWriteBack(identity, turn);
            const isEnded = writeBack.isEnded ? notAllowed(stack, target) : no;
            return when.is === "no" ? [] : [{ trigger: turn.trigger, at: turn.at, function: target, when, isEnded }];
        }),
);

function mayWriteBack(identity: Identity, { source, actions, below, open = [] }: Turn): Answer {
    const arn = source?.root.get("arn");
    const { permissions, unread } = identity;
    const grants = actions.flatMap((action) =>
        permissions
            .allowing(action)
            .map(({ grant }) => grant.statement)
            .filter(({ conditions }) => conditions.length === 0)
            .filter((statement) => extentOf(permissions, statement, action) !== "any")
            .map((statement) => {
                if (arn?.text() === undefined) return undecided(arn?.place ?? "");
                const isWritten = permissions.through(statement, action, `${arn.text()}${below}`);
                return open.length > 0 ? all(isWritten, undecided(...open)) : isWritten;
            }),
    );
    return any(...grants, ...unread.filter(({ elsewhere }) => !elsewhere).map(({ place }) => undecided(place)));
}

/** A function's trigger, and what it takes events from. */
type Start = Pick<Turn, "trigger" | "at"> & { readonly source: Resource | undefined };

function* turnsOf(stack: Stack): Iterable<Turn> {
    const starts = [...startsBy(stack, EventSourceMapping, "eventSourceArn", "functionName", "filterCriteria")];
    const subscriptions = [...startsBy(stack, SnsTopicSubscription, "topic", "endpoint", "filterPolicy")];
    const byQueue = startsBySource(starts);
    // What a topic sends to a queue starts what takes from the queue.
    const relayed = subscriptions.flatMap(({ trigger, at, source }) =>
        (byQueue.get(sourceOf(stack, trigger, at)) ?? []).map((start) => ({ ...start, source })),
    );
    const known = [...starts, ...subscriptions, ...relayed];
    for (const start of known) yield { ...start, actions: actionsOn(start.source), below: "" };
    yield* bucketTurns(stack, startsBySource(known));
}

/** A filter may let nothing through that the function writes itself. */
function* startsBy(stack: Stack, type: ResourceType, from: string, to: string, filter: string): Iterable<Start> {
    for (const trigger of stack.ofType(type)) {
        if (trigger.root.get(filter).state !== "absent") continue;
        const source = sourceOf(stack, trigger, trigger.root.get(from));
        yield { trigger, at: trigger.root.get(to), source };
    }
}

function startsBySource(starts: readonly Start[]): ReadonlyMap<Resource | undefined, readonly Start[]> {
    return grouped(starts.map((start) => [start, start.source ? [start.source] : []] as const));
}

/** What a bucket tells, to functions themselves or by way of queues and topics. */
function* bucketTurns(stack: Stack, bySource: ReturnType<typeof startsBySource>): Iterable<Turn> {
    for (const trigger of stack.ofType<unknown>(S3BucketNotification)) {
        const source = sourceOf(stack, trigger, trigger.root.get("bucket"));
        for (const one of elementsOf(trigger, "lambdaFunctions"))
            yield { trigger, at: one.get("lambdaFunctionArn"), source, ...toldOf(one) };
        for (const [list, arn] of RELAYS)
            for (const one of elementsOf(trigger, list))
                for (const start of bySource.get(sourceOf(stack, trigger, one.get(arn))) ?? [])
                    yield { ...start, source, ...toldOf(one) };
    }
}

const RELAYS = [
    ["queues", "queueArn"],
    ["topics", "topicArn"],
] as const;

function elementsOf({ root }: Resource, list: string): readonly Value[] {
    return root.get(list).items() as readonly Value[];
}

/** Of which objects a notification tells, and by what they come to be. */
function toldOf(one: Value): Pick<Turn, "actions" | "below" | "open"> {
    const [prefix, suffix] = [one.get("filterPrefix"), one.get("filterSuffix")];
    const open = [prefix, suffix].filter(({ state }) => state === "unknown").map(({ place }) => place);
    const events = one
        .get("events")
        .items()
        .flatMap((event) => (event as Value).text() ?? []);
    const actions = bucketEvents.flatMap(([event, action]) =>
        events.some((name) => event.test(name)) ? [action] : [],
    );
    return { actions, below: `/${prefix.text() ?? ""}*${suffix.text() ?? ""}`, open };
}

function sourceOf(stack: Stack, trigger: Resource, value: Value): Resource | undefined {
    return linked(stack.link<unknown>(trigger, value, ...writeBacks.map(({ type }) => type)));
}

function actionsOn(source: Resource | undefined): readonly string[] {
    return writeBacks.find(({ type }) => type.token === source?.type)?.actions ?? [];
}

function notAllowed(stack: Stack, of: Resource): Answer {
    const allowing = stack
        .ofType(LambdaFunctionRecursionConfig)
        .filter((one) => linked(functionOf(stack, one, one.inputs.functionName)) === of)
        .map(({ inputs }) => equals(inputs.recursiveLoop, "Allow"));
    return any(...allowing).is === "yes" ? no : yes;
}
