import * as pb from "@pulumi/pulumi/proto/resource_pb";
import type { DeploymentOptions } from "./deployment";

const Feature = pb.ResourceMonitorFeature;
/** What the program's SDK may rely on: by the names that older SDKs ask for one by one, and as newer ones get them at once. */
const FEATURES: ReadonlyMap<string, pb.ResourceMonitorFeature> = new Map([
    ["secrets", Feature.RESOURCE_MONITOR_FEATURE_SECRETS],
    ["resourceReferences", Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES],
    ["outputValues", Feature.RESOURCE_MONITOR_FEATURE_OUTPUT_VALUES],
    ["aliasSpecs", Feature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS],
    ["deletedWith", Feature.RESOURCE_MONITOR_FEATURE_DELETED_WITH],
    ["replaceWith", Feature.RESOURCE_MONITOR_FEATURE_REPLACE_WITH],
    ["replacementTrigger", Feature.RESOURCE_MONITOR_FEATURE_REPLACEMENT_TRIGGER],
    ["transforms", Feature.RESOURCE_MONITOR_FEATURE_TRANSFORMS],
    ["invokeTransforms", Feature.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS],
    ["parameterization", Feature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION],
    // Hooks act on what a deployment does; a preview has nothing for most of them to do.
    ["resourceHooks", Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS],
    ["errorHooks", Feature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS],
]);

/** What older SDKs ask for each feature. */
export function isSupported(name: string): boolean {
    return FEATURES.has(name);
}

/** What newer SDKs ask once. */
export function deploymentInfo(options: DeploymentOptions): pb.DeploymentInfo {
    const { project, stack, organization, configuration, secretKeys } = options;
    const info = new pb.DeploymentInfo();
    info.setProject(project);
    info.setStack(stack);
    info.setOrganization(organization);
    for (const [key, value] of Object.entries(configuration)) info.getConfigMap().set(key, value);
    info.setConfigsecretkeysList([...secretKeys]);
    info.setDryrun(true);
    info.setSupportedfeaturesList([...FEATURES.values()]);
    return info;
}
