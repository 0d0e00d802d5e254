import * as pb from "@pulumi/pulumi/proto/analyzer_pb";
import { CannotCheck } from "../../errors";
import { optionsMisfit } from "../policy-schema";
import { fromStruct, toStruct } from "../trees";
import { LEVELS, type Level, ownLevel } from "./messages";

/** What an organization or a file configures: by policy (or `all`), a level or an object with one and the options. */
export type PolicyConfiguration = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;

/** What a pack is told of the stack that is judged next; its process has the rest in its environment. */
export interface PackStack {
    readonly organization: string;
    readonly project: string;
    readonly stack: string;
    readonly configuration: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    readonly tags: Readonly<Record<string, string>>;
}

export function stackRequest(options: PackStack): pb.AnalyzerStackConfigureRequest {
    const request = new pb.AnalyzerStackConfigureRequest();
    request.setStack(options.stack);
    request.setProject(options.project);
    request.setOrganization(options.organization);
    request.setDryRun(true);
    request.setConfigSecretKeysList([...options.secretKeys]);
    for (const [key, value] of Object.entries(options.configuration)) request.getConfigMap().set(key, value);
    for (const [key, value] of Object.entries(options.tags)) request.getTagsMap().set(key, value);
    return request;
}

/** What a pack is configured with, and the level that each of its policies has then. Throws `CannotCheck` where the configuration does not fit. */
export function configurationRequest(
    info: pb.AnalyzerInfo,
    given: PolicyConfiguration,
): { readonly request: pb.ConfigureAnalyzerRequest; readonly levels: ReadonlyMap<string, Level> } {
    const names = new Set(info.getPoliciesList().map((policy) => policy.getName()));
    for (const name of Object.keys(given)) {
        if (name !== "all" && !names.has(name))
            throw new CannotCheck(`the policy configuration names ${name}, which this pack does not have`);
    }
    const request = new pb.ConfigureAnalyzerRequest();
    const levels = new Map<string, Level>();
    const all = levelOf("all", given["all"]);
    for (const policy of info.getPoliciesList()) {
        const own = given[policy.getName()];
        const config = new pb.PolicyConfig();
        const level = levelOf(policy.getName(), own) ?? all ?? ownLevel(policy);
        levels.set(policy.getName(), level);
        config.setEnforcementlevel(LEVELS.indexOf(level));
        const { enforcementLevel: _, ...properties } = typeof own === "object" ? own : {};
        const standard = fromStruct(policy.getConfigschema()?.getProperties());
        const misfit = optionsMisfit(standard, properties);
        if (misfit !== undefined)
            throw new CannotCheck(`the policy configuration of ${policy.getName()} does not fit: ${misfit}`);
        const defaults = Object.fromEntries(
            Object.entries(standard).flatMap(([key, schema]) => {
                const value = (schema as Record<string, unknown>)["default"];
                return value === undefined ? [] : [[key, value]];
            }),
        );
        config.setProperties(toStruct({ ...defaults, ...properties }));
        request.getPolicyconfigMap().set(policy.getName(), config);
    }
    return { request, levels };
}

function levelOf(policy: string, own: PolicyConfiguration[string] | undefined): Level | undefined {
    const level = typeof own === "object" ? own["enforcementLevel"] : own;
    if (level === undefined) return undefined;
    const known = LEVELS.find((one) => one === level);
    if (known === undefined)
        throw new CannotCheck(
            `the policy configuration gives ${policy} a level that does not exist: the levels are ${LEVELS.join(", ")}`,
        );
    return known;
}
