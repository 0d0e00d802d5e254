import { CannotCheck } from "../errors";
import type { NotSeen, Registered } from "../host/types";
import { record } from "../project/project";
import { type Saved, savedResources, stackOf, textOrNothing, texts } from "./resources";

/** What the engine wrote down of one stack, ready to be judged. */
export interface Recorded {
    readonly project: string;
    readonly stack: string;
    /** Of a state, values are outputs; of a preview, what is not known is still to come. */
    readonly phase: "audit" | "preview";
    readonly resources: readonly Registered[];
    /** The stack's configuration, by full key, as far as the record has it. */
    readonly configuration: Readonly<Record<string, string>>;
    /** What the record does not tell. */
    readonly notSeen: readonly NotSeen[];
}

/** Source: pulumi/pkg, resource/stack/deployment.go, supportedFeatures of 3.260. */
const FEATURES: ReadonlySet<string> = new Set([
    "byteString",
    "extensionParameterization",
    "hooks",
    "refreshBeforeUpdate",
    "replaceWith",
    "snippets-prototype",
    "taint",
    "views",
]);
const [OLDEST, NEWEST] = [1, 4];

/** Is this what `pulumi stack export` writes, or a checkpoint of a backend? */
export function isState(document: Saved): boolean {
    return "deployment" in document || "checkpoint" in document || "latest" in document;
}

/**
 * Reads a deployment: of an export (`{version, deployment}`), of a checkpoint (`{version, checkpoint: {stack, latest}}`), or of one from
 * before there were versions (`{stack, latest}`). Throws `CannotCheck` for a version or a feature that is not known. Undefined where
 * the stack was never deployed.
 */
export function readState(document: Saved, name: string): Recorded | undefined {
    const checkpoint = "checkpoint" in document ? record(document["checkpoint"]) : document;
    const version = document["version"] ?? ("latest" in document ? OLDEST : undefined);
    if (typeof version !== "number" || !Number.isInteger(version) || version < OLDEST || version > NEWEST)
        throw new CannotCheck(
            `${name} is of ${typeof version === "number" ? `version ${version}` : "no version"}: versions ${OLDEST} to ${NEWEST} of states are known here`,
        );
    const unknown = texts(document["features"]).filter((feature) => !FEATURES.has(feature));
    if (unknown.length > 0) throw new CannotCheck(`${name} uses what is not known here: ${unknown.join(", ")}`);
    const deployment = record("deployment" in document ? document["deployment"] : checkpoint["latest"]);
    const saved = deployment["resources"] ?? [];
    if (!Array.isArray(saved)) throw new CannotCheck(`${name} holds no list of resources`);
    const live = saved.map(record).filter((one) => one["delete"] !== true);
    const resources = savedResources(live, version, name);
    const of = stackOf(resources);
    if (!of) return undefined;
    return {
        ...of,
        phase: "audit",
        resources,
        configuration: {},
        notSeen: pending(deployment["pending_operations"]),
    };
}

/** What an update had begun and did not see the end of, of which the state only knows that it was begun. */
function pending(given: unknown): readonly NotSeen[] {
    if (!Array.isArray(given)) return [];
    return given.map(record).map((operation) => ({
        urn: textOrNothing(record(operation["resource"])["urn"]),
        what: `an update ended while ${textOrNothing(operation["type"])} it, and the state does not say what is there now (pulumi refresh)`,
    }));
}
