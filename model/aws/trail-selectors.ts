/**
 * What the selectors of a trail, or of an event data store, let it record.
 * Sources: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html,
 * .../filtering-data-events.html, .../logging-management-events-with-cloudtrail.html,
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html
 */
import {
    type Answer,
    absent,
    all,
    answer,
    any,
    equals,
    holds,
    isTrue,
    no,
    not,
    some as someOf,
    type Value,
    yes,
} from "../values";

/** How a selector's field compares, as CloudTrail names it. */
export type Operator = "equals" | "startsWiths" | "endsWiths";

/** How a text of a selector relates to what an event happens to. */
export interface AuditedResource {
    /** Does it name some of it, or all? */
    readonly meets: (said: Value, by: Operator) => Answer;
    /** Does it name all of it? */
    readonly within: (said: Value, by: Operator) => Answer;
}

/** A kind of event. */
export interface AuditedEvent {
    /** Of a data event: what it happens to, as `resources.type` says it. */
    readonly type?: string;
    readonly resource?: AuditedResource;
    readonly source?: string;
    /** The one API that is meant, where it is one. */
    readonly name?: string;
    readonly readOnly: boolean;
}

export interface Selectors {
    readonly basic: Value;
    readonly advanced: Value;
}

/** Does it record such events? Without selectors it records management events alone. */
export function records({ basic, advanced }: Selectors, event: AuditedEvent): Answer {
    if (isSaid(advanced)) return some(advanced, (selector) => selects(selector, event));
    if (isSaid(basic)) return some(basic, (selector) => includes(selector, event));
    return answer(event.type === undefined);
}

/** The provider answers with an empty list where nothing was said. */
export function isSaid(selectors: Value): boolean {
    return selectors.state === "unknown" || selectors.items().length > 0;
}

function includes(selector: Value, event: AuditedEvent): Answer {
    const asked = selector.get("readWriteType");
    const inMode = any(absent(asked), equals(asked, "All", event.readOnly ? "ReadOnly" : "WriteOnly"));
    if (event.type === undefined) return all(inMode, isTrue(selector.get("includeManagementEvents"), true));
    const { type, resource } = event;
    const named = some(selector.get("dataResources"), (one) =>
        all(
            equals(one.get("type"), type),
            some(one.get("values"), (value) => coversArn(value, type, resource)),
        ),
    );
    return all(inMode, named);
}

/** `arn:aws:lambda`, `arn:aws:s3:::`: every resource of the service. */
const WHOLE_SERVICE = /^arn:[\w-]+:\w+:*$/;

/** Objects are named by prefixes, functions and tables by their whole ARNs. */
function coversArn(value: Value, type: string, resource: AuditedResource | undefined): Answer {
    const whole = holds(value, (text) => WHOLE_SERVICE.test(text));
    if (whole.is === "yes" || !resource) return whole;
    return resource.meets(value, type === "AWS::S3::Object" ? "startsWiths" : "equals");
}

function selects(selector: Value, event: AuditedEvent): Answer {
    const fields = selector.get("fieldSelectors");
    const category = event.type === undefined ? "Management" : "Data";
    const isOfCategory = some(fields, (one) =>
        all(equals(one.get("field"), "eventCategory"), equalsOne(one, category)),
    );
    return all(isOfCategory, not(some(fields, (one) => not(admits(one, event)))));
}

/** What a field of the events may be; nothing of what is not known of the kind, such as who calls, rules it out. */
function admits(selector: Value, event: AuditedEvent): Answer {
    const field = selector.get("field");
    const is = (name: string) => equals(field, name);
    return all(
        any(not(is("resources.type")), equalsOne(selector, event.type ?? "")),
        any(not(is("readOnly")), equalsOne(selector, String(event.readOnly))),
        any(not(is("eventSource")), fits(selector, event.source === undefined ? undefined : oneText(event.source))),
        any(not(is("eventName")), fits(selector, apiOf(event))),
        any(not(is("resources.ARN")), fits(selector, event.resource)),
    );
}

function equalsOne(selector: Value, text: string): Answer {
    return some(selector.get("equals"), (value) => holds(value, (said) => said.toLowerCase() === text.toLowerCase()));
}

function some(list: Value, question: (element: Value) => Answer): Answer {
    return someOf(list as Value<readonly unknown[]>, question);
}

const OPERATORS = [
    { select: "equals", deselect: "notEquals" },
    { select: "startsWiths", deselect: "notStartsWiths" },
    { select: "endsWiths", deselect: "notEndsWiths" },
] as const;

/** CloudTrail selects by any of the operators, and takes away by any of those that begin with "not". */
function fits(selector: Value, subject: AuditedResource | undefined): Answer {
    if (!subject) return yes;
    const selecting = OPERATORS.filter(({ select }) => selector.get(select).state !== "absent");
    const selected = selecting.map(({ select }) => some(selector.get(select), (said) => subject.meets(said, select)));
    const taken = OPERATORS.map(({ select, deselect }) =>
        some(selector.get(deselect), (said) => subject.within(said, select)),
    );
    return all(selecting.length === 0 ? yes : any(...selected), not(any(...taken)));
}

/** What is one text. */
export function oneText(text: string): AuditedResource {
    const compare = (said: Value, by: Operator) =>
        holds(said, (other) =>
            by === "equals" ? text === other : by === "startsWiths" ? text.startsWith(other) : text.endsWith(other),
        );
    return { meets: compare, within: compare };
}

const READS = /^(?:Get|List|Head|Query|Scan|Select|Describe|BatchGet|TransactGet)/;

/** The API of an event. Of one of several, whoever names some has chosen them; those that read are no writes. */
function apiOf({ type, name, readOnly }: AuditedEvent): AuditedResource | undefined {
    if (name !== undefined) return oneText(name);
    if (type === undefined) return undefined;
    return { meets: (said) => holds(said, (text) => READS.test(text) === readOnly), within: () => no };
}
