import {
    type AuditedEvent,
    type AuditedResource,
    CloudTrailEventDataStore,
    CloudTrailTrail,
    DynamoDbTable,
    isSaid,
    LambdaFunction,
    type Operator,
    type ResourceType,
    records,
    S3Bucket,
    S3BucketV2,
} from "../../aws";
import { type Answer, all, answer, any, isTrue, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { logBucketsOf } from "./bucket-logs";

/** A trail, or an event data store. */
export interface Recorder {
    readonly resource: Resource;
    /** Where it says what it records. */
    readonly selectors: Value;
    /** Does it record management events that read, and those that write? */
    readonly managementReads: Answer;
    readonly managementWrites: Answer;
    /** Where it says whether it records all regions. */
    readonly regions: Value;
    readonly isMultiRegion: Answer;
}

export const recordersOf = fact([CloudTrailTrail, CloudTrailEventDataStore], (stack): readonly Recorder[] =>
    stack.ofType<unknown>(CloudTrailTrail, CloudTrailEventDataStore).map((resource) => {
        const said = (path: string) => inputOf(resource, path);
        const recorded = (readOnly: boolean) => records(selectorsOf(resource), { readOnly });
        const isStore = isOf(resource, CloudTrailEventDataStore);
        const regions = said(isStore ? "multiRegionEnabled" : "isMultiRegionTrail");
        return {
            resource,
            selectors: isSaid(said("eventSelectors")) ? said("eventSelectors") : said("advancedEventSelectors"),
            managementReads: recorded(true),
            managementWrites: recorded(false),
            regions,
            isMultiRegion: isTrue(regions, isStore),
        };
    }),
);

function selectorsOf(recorder: Resource) {
    return { basic: inputOf(recorder, "eventSelectors"), advanced: inputOf(recorder, "advancedEventSelectors") };
}

/** What data events happen to, with the events that must be seen. Calls of functions are writes to CloudTrail. */
interface Audited {
    readonly events: string;
    readonly types: readonly ResourceType[];
    readonly name: string;
    readonly event: Omit<AuditedEvent, "resource" | "readOnly">;
    readonly modes: readonly ("read" | "write")[];
    /** What stands in an ARN before the name, and behind it. */
    readonly before: string;
    readonly after: string;
}

const AUDITED: readonly Audited[] = [
    {
        events: "calls of",
        types: [LambdaFunction],
        name: "name",
        event: { type: "AWS::Lambda::Function", source: "lambda.amazonaws.com", name: "Invoke" },
        modes: ["write"],
        before: ":function:",
        after: "",
    },
    {
        events: "both reads and writes of items in",
        types: [DynamoDbTable],
        name: "name",
        event: { type: "AWS::DynamoDB::Table", source: "dynamodb.amazonaws.com" },
        modes: ["read", "write"],
        before: ":table/",
        after: "",
    },
    {
        events: "both reads and writes of objects in",
        types: [S3Bucket, S3BucketV2],
        name: "bucket",
        event: { type: "AWS::S3::Object", source: "s3.amazonaws.com" },
        modes: ["read", "write"],
        before: ":::",
        after: "/",
    },
];

/** Functions, tables or buckets whose data events escape every trail and store of the stack: those that surely do, and each that may. */
export interface Unseen {
    readonly events: string;
    readonly resources: readonly [Resource, ...Resource[]];
    readonly when: Answer;
}

/**
 * A recorder that is switched off counts: what it would record is not missing because of its selectors. Buckets that logs are written
 * to are left out: to record what CloudTrail writes would record that again.
 */
export const unseenOf = fact([...AUDITED.flatMap(({ types }) => types), recordersOf, logBucketsOf], (stack) => {
    const recorders = recordersOf(stack).map(({ resource }) => resource);
    const logBuckets = logBucketsOf(stack);
    return AUDITED.flatMap((audited): readonly Unseen[] => {
        const found = stack.ofType<unknown>(...audited.types).map((resource) => {
            const seen = audited.modes.map((mode) =>
                any(...recorders.map((recorder) => recordsData(stack, recorder, resource, audited, mode === "read"))),
            );
            return { resource, when: all(not(all(...seen)), not(logBuckets.get(resource) ?? no)) };
        });
        const [first, ...more] = found.filter(({ when }) => when.is === "yes").map(({ resource }) => resource);
        const { events } = audited;
        return [
            ...(first ? [{ events, resources: [first, ...more] as const, when: yes }] : []),
            ...found
                .filter(({ when }) => when.is === "undecided")
                .map(({ resource, when }) => ({ events, resources: [resource] as const, when })),
        ];
    });
});

function recordsData(
    stack: Stack,
    recorder: Resource,
    resource: Resource,
    audited: Audited,
    readOnly: boolean,
): Answer {
    const subject = subjectOf(stack, recorder, resource, audited);
    return records(selectorsOf(recorder), { ...audited.event, readOnly, resource: subject });
}

/**
 * A resource as the selectors of a recorder name it: by the end of its ARN as text, or, where that is not known, by what went into
 * it. A bucket stands for the objects in it.
 */
function subjectOf(stack: Stack, recorder: Resource, resource: Resource, audited: Audited): AuditedResource {
    const { before, after } = audited;
    const name = nameOf(resource, audited);
    const own = `${before}${name}${after}`;
    const within = (text: string, by: Operator) => {
        const said = text.includes(before) ? text.slice(text.indexOf(before)) : "";
        if (by === "equals") return said === own && after === "";
        return by === "startsWiths" ? own.startsWith(said) : after === "" && text.endsWith(own);
    };
    const meets = (text: string, by: Operator) =>
        within(text, by) || (after !== "" && (by === "endsWiths" || text.includes(own)));
    const asked = (question: typeof within) => (said: Value, by: Operator) => {
        const text = said.text();
        if (text === undefined) return refersTo(stack, recorder, said, resource, audited);
        if (name === undefined) return undecided(resource.root.get(audited.name).place);
        return answer(question(text, by) || (by === "endsWiths" && own.endsWith(text)));
    };
    return { meets: asked(meets), within: asked(within) };
}

function refersTo(stack: Stack, recorder: Resource, said: Value, resource: Resource, { types }: Audited): Answer {
    const link = stack.link<unknown>(recorder, said, ...types);
    if (link.kind === "found") return answer(link.resource === resource);
    if (link.kind === "candidates") return link.resources.includes(resource) ? undecided(link.awaits) : no;
    return link.kind === "unknown" ? undecided(link.awaits) : no;
}

function nameOf({ root }: Resource, { name }: Audited): string | undefined {
    return root.get(name).text() ?? root.get("arn").text()?.split(/[:/]/).at(-1);
}
