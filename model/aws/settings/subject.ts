import { type Answer, Value } from "../../values";
import type { ResourceType } from "../resource-type";
import { valuesAt } from "../values-at";

/** A resource of which a setting is asked. */
export interface Subject {
    readonly root: Value;
    /** The provider's major version, where the engine tells it; else the newest is meant. */
    readonly providerMajor: number | undefined;
    /** `protect: true`: Pulumi refuses to delete it. */
    readonly protect?: boolean;
    /** Of a setting that there are several of, as of each disk: the place that is asked about. What is beside it is asked of the same disk. */
    readonly place?: string;
    /** Its stack; a resource that is judged before the others are there has none. */
    readonly around?: Surroundings;
    /** Is it only the provider that has a value here? An unknown of that kind nobody has given. */
    readonly isComputed?: (value: Value) => boolean;
}

/** What of its stack may say something of a resource. */
export interface Surroundings {
    /** The type token of the resource itself. */
    readonly type: string;
    /** Is there one of this type that names this resource at that path, and of which the question holds? */
    readonly someNaming: (type: ResourceType, path: string, holds: (companion: Subject) => Answer) => Answer;
    /** Does the value name one of this type, of which the question holds? */
    readonly named: (at: Value, type: ResourceType, holds: (one: Subject) => Answer) => Answer;
    /** Is there one of this type at all, of which the question holds? */
    readonly someOf: (type: ResourceType, holds: (other: Subject) => Answer) => Answer;
}

/** The path of a resource as a whole, where only others, or another version of the provider, can say a setting: it says nothing itself. */
export const ITSELF = "";

/** The values at a path of a subject; among those of a list that it is asked about, of the element that it is asked about. */
export function read({ root, place, isComputed }: Subject, path: string): readonly Value[] {
    if (path === ITSELF) return [new Value(undefined, "")];
    const values = valuesAt(root, place === undefined ? path : beside(place, path));
    if (!isComputed) return values;
    return values.map((value) =>
        value.state === "unknown" && isComputed(value) ? new Value(undefined, value.path) : value,
    );
}

/** `disks[].snapshotId`, of what stands at `disks[1].encrypted`: `disks[1].snapshotId`. */
function beside(place: string, path: string): string {
    if (!path.includes("[]")) return path;
    const there = place.split(".");
    const steps = path.split(".");
    for (const [index, step] of steps.entries()) {
        const other = there[index];
        if (other === undefined || bare(step) !== bare(other)) break;
        if (step.endsWith("[]")) steps[index] = other;
    }
    return steps.join(".");
}

function bare(step: string): string {
    return step.replace(/\[\d*\]$/, "");
}
