import { parseUrn } from "../../pack/urn";
import { CannotCheck } from "../errors";
import { locationOf } from "../host/source";
import type { ProviderResource, Registered, SourceLocation } from "../host/types";
import { isProvider, packageOf } from "../host/urns";
import { record } from "../project/project";
import { traveling } from "./values";

/** A resource as states and previews save it, of whatever version. Source: pulumi/sdk, go/common/apitype, ResourceV1 to ResourceV3. */
export type Saved = Readonly<Record<string, unknown>>;

/** What was made of the engine's record of one stack. */
export interface Stack {
    readonly project: string;
    readonly stack: string;
}

/** Reads resources in the order that they were saved in. `name` is how a sentence calls what holds them. */
export function savedResources(saved: readonly Saved[], version: number, name: string): readonly Registered[] {
    const providers = new Map(
        saved.filter(({ type }) => isProvider(textOrNothing(type))).map((one) => [one["urn"], one]),
    );
    return saved.map((one) => savedResource(one, version, providers, name));
}

function savedResource(
    saved: Saved,
    version: number,
    providers: ReadonlyMap<unknown, Saved>,
    name: string,
): Registered {
    const { urn, type } = saved;
    if (typeof urn !== "string" || !/^urn:pulumi:[^:].*::.+::.+::/.test(urn))
        throw new CannotCheck(`${name} holds a resource without a valid URN`);
    if (typeof type !== "string" || type === "")
        throw new CannotCheck(`${name} holds a resource without a type: ${urn}`);
    const inputs = traveling(saved["inputs"]);
    const dependencies = texts(saved["dependencies"]);
    const provider = providerOf(saved["provider"], providers);
    const source = sourceOf(saved);
    return {
        urn,
        type,
        name: parseUrn(urn).name,
        custom: saved["custom"] === true,
        inputs,
        outputs: traveling(saved["outputs"]),
        parent: textOrNothing(saved["parent"]),
        dependencies,
        propertyDependencies:
            version < WITH_PROPERTY_DEPENDENCIES
                ? Object.fromEntries(Object.keys(inputs).map((key) => [key, dependencies]))
                : Object.fromEntries(
                      Object.entries(record(saved["propertyDependencies"])).map(([key, urns]) => [key, texts(urns)]),
                  ),
        options: {
            protect: saved["protect"] === true,
            ignoreChanges: texts(saved["ignoreChanges"]),
            additionalSecretOutputs: texts(saved["additionalSecretOutputs"]),
            timeouts: timeoutsOf(record(saved["customTimeouts"])),
            aliases: texts(saved["aliases"]).map((former) => ({ urn: former })),
        },
        ...(provider && { provider }),
        ...(source && { source }),
    };
}

/** Before that, each input is taken to depend on all that its resource does, as the engine does. */
const WITH_PROPERTY_DEPENDENCIES = 3;

/** `URN::ID` names the provider; what it is configured with stands at its own resource. */
function providerOf(reference: unknown, providers: ReadonlyMap<unknown, Saved>): ProviderResource | undefined {
    const given = textOrNothing(reference);
    const end = given.lastIndexOf("::");
    const [urn, id] = [given.slice(0, end), given.slice(end + 2)];
    const saved = providers.get(urn);
    if (!saved) return undefined;
    const inputs = traveling(saved["inputs"]);
    const { type, name } = parseUrn(urn);
    const { version } = inputs;
    return {
        urn,
        id,
        type,
        name,
        settings: { package: packageOf(type), ...(typeof version === "string" && { version }), inputs },
    };
}

function sourceOf(saved: Saved): SourceLocation | undefined {
    const frames = Array.isArray(saved["stackTrace"]) ? saved["stackTrace"].map((frame) => record(frame)) : [];
    for (const { sourcePosition } of [saved, ...frames]) {
        const [, uri, line, column] = /^(.*)#(\d+)(?:,(\d+))?$/.exec(textOrNothing(sourcePosition)) ?? [];
        const location = uri !== undefined && locationOf(uri, Number(line), Number(column ?? 1));
        if (location) return location;
    }
    return undefined;
}

function timeoutsOf(given: Saved): Registered["options"]["timeouts"] {
    const seconds = (value: unknown) => (typeof value === "number" ? value : 0);
    return { create: seconds(given["create"]), update: seconds(given["update"]), delete: seconds(given["delete"]) };
}

/** Whose resources they are: one stack's, as a rule. */
export function stackOf(resources: readonly Registered[]): Stack | undefined {
    const all = new Map(
        resources.map(({ urn }) => {
            const { stack, project } = parseUrn(urn);
            return [`${project}/${stack}`, { stack, project }];
        }),
    );
    const [only, ...others] = all.values();
    return others.length > 0 ? { project: "several", stack: "several" } : only;
}

export function texts(given: unknown): readonly string[] {
    return Array.isArray(given) ? given.filter((one) => typeof one === "string") : [];
}

export function textOrNothing(given: unknown): string {
    return typeof given === "string" ? given : "";
}
