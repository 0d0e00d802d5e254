import { CannotCheck } from "../errors";
import type { NotSeen, Registered } from "../host/types";
import { isProvider, packageOf, STACK_TYPE } from "../host/urns";
import { record } from "../project/project";
import { type SyntheticCloud, syntheticCloud } from "../synthetic";
import { type Saved, savedResources, stackOf, textOrNothing } from "./resources";
import type { Recorded } from "./state";

/** Steps after which a resource is there. Source: pulumi/pkg, resource/deploy/step.go. */
const STAYING: ReadonlySet<string> = new Set([
    "same",
    "create",
    "update",
    "replace",
    "create-replacement",
    "import",
    "import-replacement",
    "read",
    "read-replacement",
    "refresh",
]);

const LATEST = 3;

/** Is this what `pulumi preview --json` prints? */
export function isPreview(document: Saved): boolean {
    return "steps" in document || "changeSummary" in document;
}

/**
 * Reads the digest of a preview. It tells a resource's inputs as they will be, and its outputs only as they were: of what is made or
 * changed, the outputs are those of a preview, unknown where the provider computes them. Secrets stand there as a text, and are withheld.
 */
export function readPreview(document: Saved, name: string): Recorded | undefined {
    const { steps } = document;
    if (!Array.isArray(steps)) throw new CannotCheck(`${name} has no steps: there is nothing in this preview`);
    const staying = new Map<unknown, { readonly step: Saved; readonly saved: Saved }>();
    for (const step of steps.map(record)) {
        const saved = record(step["newState"]);
        if (STAYING.has(textOrNothing(step["op"])) && typeof saved["urn"] === "string")
            staying.set(saved["urn"], { step, saved });
    }
    const kept = [...staying.values()];
    const resources = savedResources(
        kept.map(({ saved }) => saved),
        LATEST,
        name,
    );
    const of = stackOf(resources);
    if (!of) return undefined;
    const cloud = syntheticCloud({ unknownOutputs: true });
    const configuration = Object.entries(record(document["config"])).flatMap(([key, value]) =>
        typeof value === "string" ? [[key, value] as const] : [],
    );
    return {
        ...of,
        phase: "preview",
        resources: resources.map((one, index) => previewed(one, record(kept[index]?.step), cloud)),
        configuration: Object.fromEntries(configuration),
        notSeen: leftOut(document, steps.map(record), resources),
    };
}

/** With the outputs that AnalyzeStack would have been shown. */
function previewed(resource: Registered, step: Saved, cloud: SyntheticCloud): Registered {
    const { urn, type, name, inputs, provider, custom } = resource;
    if (!custom || isProvider(type)) return { ...resource, outputs: { ...resource.outputs, ...inputs } };
    const op = textOrNothing(step["op"]);
    if (op === "same" || op === "refresh" || op.startsWith("read")) return resource;
    const settings = provider?.settings ?? { package: packageOf(type), inputs: {} };
    const { outputs } = cloud.create({ urn, type, name, inputs, provider: settings });
    // What an update leaves as it is keeps what it was.
    return { ...resource, outputs: op === "update" ? { ...outputs, ...resource.outputs, ...inputs } : outputs };
}

/** A preview does not print what stays the same, unless it is asked to. */
function leftOut(document: Saved, steps: readonly Saved[], resources: readonly Registered[]): readonly NotSeen[] {
    const { same } = record(document["changeSummary"]);
    const missing = typeof same === "number" ? same - steps.filter(({ op }) => op === "same").length : 0;
    const root = resources.find(({ type }) => type === STACK_TYPE) ?? resources[0];
    if (missing <= 0 || !root) return [];
    return [
        {
            urn: root.urn,
            what: `${missing} ${missing === 1 ? "resource that stays as it is is" : "resources that stay as they are are"} not in this preview: pulumi preview --json --show-sames`,
        },
    ];
}
