/** What starts hosts: where it names their SSH key, and where a template of them. Source: typings of @pulumi/aws 6.83.4 and 7.48.0. */
import { equals, type Value } from "../values";
import { each, type Located, type Place, pathsOf } from "./place";
import type { ResourceType } from "./resource-type";
import { rowsByToken } from "./rows";
import {
    AutoScalingGroup,
    BatchComputeEnvironment,
    BeanstalkConfigurationTemplate,
    BeanstalkEnvironment,
    Ec2Fleet,
    Ec2Instance,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    Ec2SpotInstanceRequest,
    EksNodeGroup,
    EmrCluster,
    ImageBuilderInfrastructureConfiguration,
    LightsailInstance,
    SpotFleetRequest,
} from "./types";
import { valuesAt } from "./values-at";

interface Launch {
    readonly type: ResourceType;
    /** Where it names a key pair. */
    readonly keys: readonly string[];
    /** Of a list of settings, the one whose value names it. */
    readonly setting?: string;
    /** Where it names the templates, or the launch configuration, that its hosts are made by. */
    readonly templates: readonly string[];
}

const LAUNCHES: readonly Launch[] = [
    launch(Ec2Instance, {
        keys: (host) => [host.keyName],
        templates: ({ launchTemplate }) => [launchTemplate.id, launchTemplate.name],
    }),
    launch(Ec2SpotInstanceRequest, {
        keys: (host) => [host.keyName],
        templates: ({ launchTemplate }) => [launchTemplate.id, launchTemplate.name],
    }),
    launch(Ec2LaunchTemplate, { keys: (template) => [template.keyName] }),
    launch(Ec2LaunchConfiguration, { keys: (configuration) => [configuration.keyName] }),
    launch(AutoScalingGroup, {
        templates: ({ launchConfiguration, launchTemplate, mixedInstancesPolicy: { launchTemplate: mixed } }) => [
            launchConfiguration,
            launchTemplate.id,
            launchTemplate.name,
            mixed.launchTemplateSpecification.launchTemplateId,
            mixed.launchTemplateSpecification.launchTemplateName,
            each(mixed.overrides).launchTemplateSpecification.launchTemplateId,
            each(mixed.overrides).launchTemplateSpecification.launchTemplateName,
        ],
    }),
    launch(SpotFleetRequest, {
        keys: (fleet) => [each(fleet.launchSpecifications).keyName],
        templates: (fleet) => [
            each(fleet.launchTemplateConfigs).launchTemplateSpecification.id,
            each(fleet.launchTemplateConfigs).launchTemplateSpecification.name,
        ],
    }),
    launch(Ec2Fleet, {
        templates: (fleet) => [
            each(fleet.launchTemplateConfigs).launchTemplateSpecification.launchTemplateId,
            each(fleet.launchTemplateConfigs).launchTemplateSpecification.launchTemplateName,
        ],
    }),
    launch(EksNodeGroup, {
        keys: (nodes) => [nodes.remoteAccess.ec2SshKey],
        templates: ({ launchTemplate }) => [launchTemplate.id, launchTemplate.name],
    }),
    launch(BatchComputeEnvironment, {
        keys: ({ computeResources }) => [computeResources.ec2KeyPair],
        templates: ({ computeResources: { launchTemplate } }) => [
            launchTemplate.launchTemplateId,
            launchTemplate.launchTemplateName,
        ],
    }),
    launch(EmrCluster, { keys: (cluster) => [cluster.ec2Attributes.keyName] }),
    launch(ImageBuilderInfrastructureConfiguration, { keys: (one) => [one.keyPair] }),
    launch(LightsailInstance, { keys: (instance) => [instance.keyPairName] }),
    // https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
    launch(BeanstalkEnvironment, { keys: (one) => [each(one.settings)], setting: "EC2KeyName" }),
    launch(BeanstalkConfigurationTemplate, { keys: (one) => [each(one.settings)], setting: "EC2KeyName" }),
];

const launchesByToken = rowsByToken(LAUNCHES);

/** The types of what starts hosts. */
export const launchingTypes: readonly ResourceType[] = LAUNCHES.map(({ type }) => type);

/** Where a resource names the key pair of the hosts that it starts. */
export function keysOf(type: string, root: Value): readonly Value[] {
    return (launchesByToken().get(type) ?? []).flatMap(({ keys, setting }) =>
        keys
            .flatMap((path) => valuesAt(root, path))
            .flatMap((at) => {
                if (setting === undefined) return [at];
                return equals(at.get("name"), setting).is === "yes" ? [at.get("value")] : [];
            }),
    );
}

/** Where it names the templates that its hosts are made by. */
export function templatesOf(type: string, root: Value): readonly Value[] {
    return (launchesByToken().get(type) ?? []).flatMap(({ templates }) =>
        templates.flatMap((path) => valuesAt(root, path)),
    );
}

type Places<T> = (inputs: Place<T>) => readonly Located[];

function launch<T>(
    type: ResourceType<T>,
    at: { readonly keys?: Places<T>; readonly templates?: Places<T>; readonly setting?: string },
): Launch {
    return {
        type,
        keys: at.keys ? pathsOf(at.keys) : [],
        templates: at.templates ? pathsOf(at.templates) : [],
        ...(at.setting !== undefined && { setting: at.setting }),
    };
}
