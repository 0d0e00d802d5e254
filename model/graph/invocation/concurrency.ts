import { type Answer, all, any, filled, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { possible } from "../link";
import { inputOf, type Resource } from "../resource";
import { type Door, doorsOf } from "./doors";
import { queueConsumersOf } from "./queues";

/** A function that takes as much of the account's concurrency as it is asked for. */
export interface Unbounded {
    readonly function: Resource;
    /** Where it would be bounded. */
    readonly at: Value;
    /** The door that asks nobody who he is and has no limit of its own. */
    readonly isOpen: Answer;
    /** Any way from the internet. */
    readonly isReachable: Answer;
    /** A queue whose mapping has no limit either. */
    readonly isFed: Answer;
}

/**
 * Functions without reserved concurrency, as far as something starts them that others fill. Absent and -1 are no bound, 0 lets nothing
 * run. APIs are throttled by AWS for the account, and by their stages; the URL of a function by its reserved concurrency alone:
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-throttling
 */
export const unboundedFunctions = fact([doorsOf, queueConsumersOf], (stack): readonly Unbounded[] => {
    const doors = grouped<Door, Resource>(doorsOf(stack).map((door) => [door, possible(door.target)] as const));
    const queues = grouped(
        queueConsumersOf(stack).map((one) => [one, one.function ? [one.function as Resource] : []] as const),
    );
    return [...new Set([...doors.keys(), ...queues.keys()])].map((one) => {
        const at = one.root.get("reservedConcurrentExecutions");
        const isUnbounded = lacksBound(at);
        const ways = (doors.get(one) ?? []).map((door) => ({ ...door, when: all(sure(door), door.isReachable) }));
        const urls = ways.filter(({ kind }) => kind === "url");
        const feeds = (queues.get(one) ?? []).map(({ mapping, when }) => all(when, not(isLimited(mapping))));
        return {
            function: one,
            at,
            isOpen: all(isUnbounded, any(...urls.map(({ when, isOpen }) => all(when, isOpen)))),
            isReachable: all(isUnbounded, any(...ways.map(({ when }) => when))),
            isFed: all(isUnbounded, any(...feeds)),
        };
    });
});

function lacksBound(reserved: Value<unknown>): Answer {
    if (reserved.state === "unknown") return undecided(reserved.place);
    const number = reserved.number();
    return number === undefined || number < 0 ? yes : no;
}

function sure({ target }: Door): Answer {
    return target.kind === "candidates" ? undecided(target.awaits) : yes;
}

/** Of a queue the mapping itself may bound how many read at once. */
function isLimited(mapping: Resource): Answer {
    return any(
        filled(inputOf(mapping, "scalingConfig.maximumConcurrency")),
        filled(inputOf(mapping, "provisionedPollerConfig.maximumPollers")),
    );
}
