/** What the engine configures the pack with, before the SDK tells each policy its own part. */
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { PolicyConfiguration } from "../profile";

const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;
export type Level = (typeof LEVELS)[number];

let configured: ReadonlyMap<string, Level> = new Map();

/** The levels that policies are configured with; another map where another configuration comes. */
export function levels(): ReadonlyMap<string, Level> {
    return configured;
}

/**
 * What the engine configures the pack's policies with, as `settled` makes it. The SDK tells each policy its own part; what is meant for
 * a policy that does not exist, and what is meant for a policy that does not run, nobody is told. So this looks at the request itself,
 * as it comes in, and hands on what was settled. To be called before the pack is served.
 */
export function observeConfiguration(
    settled: (given: ReadonlyMap<string, PolicyConfiguration>) => ReadonlyMap<string, PolicyConfiguration>,
): () => ReadonlyMap<string, PolicyConfiguration["properties"]> {
    let found: ReadonlyMap<string, PolicyConfiguration["properties"]> = new Map();
    const { configure } = AnalyzerService;
    const original = configure.requestDeserialize;
    AnalyzerService.configure = {
        ...configure,
        requestDeserialize: (bytes: Buffer) => {
            const request = original(bytes);
            const policies = request.getPolicyconfigMap();
            const given = new Map(
                [...policies.entries()].map(([policy, config]) => {
                    const properties = (config.getProperties()?.toJavaScript() ?? {}) as Record<string, unknown>;
                    return [policy, { level: LEVELS[config.getEnforcementlevel()] ?? "advisory", properties }] as const;
                }),
            );
            found = new Map([...given].map(([policy, { properties }]) => [policy, properties]));
            for (const [policy, { level, properties }] of settled(given)) {
                const config = new PolicyConfig();
                config.setEnforcementlevel(LEVELS.indexOf(level) as ReturnType<typeof config.getEnforcementlevel>);
                config.setProperties(Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]));
                policies.set(policy, config);
            }
            const now = new Map(
                [...policies.entries()].map(([policy, config]) => [
                    policy,
                    LEVELS[config.getEnforcementlevel()] ?? "advisory",
                ]),
            );
            if (!isSame(now, configured)) configured = now;
            return request;
        },
    };
    return () => found;
}

function isSame<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean {
    return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
