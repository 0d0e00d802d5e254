import type { Policy, PolicyPackArgs } from "@pulumi/policy";
import { exemptionsOption } from "./exemptions";
import type { Options } from "./options";
import { standardLevel } from "./profile";
import type { AnyRule } from "./rule";

/** What package.json says of the pack; a repository only once there is one. */
export interface Manifest {
    readonly description: string;
    readonly keywords: readonly string[];
    readonly repository?: string | { readonly url: string };
}

/** What Pulumi Cloud shows of the pack as a whole. */
export function packMetadata(manifest: Manifest, readme: string): Omit<PolicyPackArgs, "policies"> {
    const { repository } = manifest;
    return {
        displayName: "AWS serverless security",
        description: manifest.description,
        readme,
        provider: "aws",
        tags: [...manifest.keywords],
        ...(repository && { repository: typeof repository === "string" ? repository : repository.url }),
    };
}

/** The fields of the SDK's policy that a rule's declaration fills. */
export function policyMetadata(rule: AnyRule): Policy {
    const [framework, ...others] = rule.frameworks;
    return {
        name: rule.id,
        displayName: displayName(rule.title),
        description: rule.title,
        severity: rule.severity,
        enforcementLevel: standardLevel(rule),
        remediationSteps: rule.fix,
        // A policy has room for one framework; the others travel as tags.
        tags: [
            ...(rule.tags ?? []),
            ...others.map((control) => `${control.framework} ${control.version}: ${control.id}`),
        ],
        ...(framework && {
            framework: {
                name: framework.framework,
                version: framework.version,
                reference: framework.id,
                specification: framework.url,
            },
        }),
        ...(rule.sources[0] && { url: rule.sources[0] }),
        configSchema: configSchema(rule.options ?? {}, rule.strict),
    };
}

/**
 * The schema of a policy's configuration. The engine puts a schema's default in place of what is not given; an option that the strict
 * profile sets has none, for there it must show whether it was given.
 */
export function configSchema(options: Options, strict: object = {}): NonNullable<Policy["configSchema"]> {
    const properties = Object.fromEntries(
        Object.entries(options).map(([key, { schema }]) => {
            const { default: _default, ...rest } = schema;
            return [key, Object.hasOwn(strict, key) ? rest : schema];
        }),
    );
    return { properties: { ...properties, exemptions: exemptionsOption.schema } };
}

/** A heading: the sentence that says what the policy asks for, without its full stop. */
function displayName(title: string): string {
    return title.replace(/\.$/, "");
}
