/** The metadata service of EC2 instances, and of what starts them. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { each } from "../place";
import {
    BeanstalkConfigurationTemplate,
    BeanstalkEnvironment,
    Ec2Ami,
    Ec2Instance,
    Ec2InstanceMetadataDefaults,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    Ec2SpotInstanceRequest,
    ImageBuilderInfrastructureConfiguration,
    SageMakerNotebook,
} from "../types";
import { accountWide, bad, companion, either, given, good, of, says, unless, when } from "./condition";
import { atLeast, atMost, noneOf, on, oneOf } from "./good";
import { settings } from "./setting";

const required = oneOf("required");
const isSaid = oneOf("required", "optional");

/** The account says it for instances that do not; where it leaves tokens out, that is told there, once. */
const isOfAccount = either(
    accountWide(
        Ec2InstanceMetadataDefaults,
        says((defaults) => defaults.httpTokens, isSaid),
    ),
    accountWide(
        Ec2InstanceMetadataDefaults,
        when((defaults) => defaults.httpEndpoint, "disabled"),
    ),
);
const isOfImage = says<{ imdsSupport?: unknown }>((image) => image.imdsSupport, oneOf("v2.0"));

const tokens = {
    good: required,
    severity: { absent: "low" },
    says: {
        absent: "absent, so the image decides whether requests need a token, and most images do not ask for one",
        otherwise: "allows requests without a token, so one forged request reads the credentials of the role",
    },
    fix: 'Set metadataOptions: { httpTokens: "required" }.',
} as const;
/** Containers need two hops, the host's and the bridge's. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html */
const fewHops = {
    good: atMost(2),
    absent: good,
    profile: "strict",
    severity: "low",
    says: { otherwise: "exceeds two, so tokens also get to what lies behind the host" },
    fix: "Set httpPutResponseHopLimit: 1, or 2 where containers ask.",
} as const;

/** An instance before its template, that before the account, that before the image. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html */
export const instanceMetadata = [
    settings([Ec2Instance, Ec2SpotInstanceRequest], "host", {
        tokensDemanded: {
            ...tokens,
            at: (host) => host.metadataOptions.httpTokens,
            absent: either(
                given((host) => host.launchTemplate),
                isOfAccount,
                of(Ec2Ami, (host) => host.ami, isOfImage),
            ),
            only: unless(when((host) => host.metadataOptions.httpEndpoint, "disabled")),
            controls: [fsbp("EC2.8")],
        },
    }),
    settings(Ec2LaunchTemplate, "host", {
        tokensDemanded: {
            ...tokens,
            at: (template) => template.metadataOptions.httpTokens,
            absent: either(
                isOfAccount,
                of(Ec2Ami, (template) => template.imageId, isOfImage),
                companion(
                    Ec2Instance,
                    (instance) => instance.launchTemplate.id,
                    says((instance) => instance.metadataOptions.httpTokens, isSaid),
                ),
            ),
            only: unless(when((template) => template.metadataOptions.httpEndpoint, "disabled")),
            controls: [fsbp("EC2.170")],
        },
    }),
    settings(Ec2LaunchConfiguration, "host", {
        tokensDemanded: {
            ...tokens,
            at: (one) => one.metadataOptions.httpTokens,
            absent: either(
                isOfAccount,
                of(Ec2Ami, (one) => one.imageId, isOfImage),
            ),
            only: unless(when((one) => one.metadataOptions.httpEndpoint, "disabled")),
            controls: [fsbp("AutoScaling.3")],
        },
    }),
    settings(Ec2InstanceMetadataDefaults, "host", {
        tokensDemanded: {
            at: (defaults) => defaults.httpTokens,
            good: noneOf("optional"),
            absent: good,
            only: unless(when((defaults) => defaults.httpEndpoint, "disabled")),
            says: {
                otherwise: "allows requests without a token to every instance of the region that says nothing itself",
            },
            fix: 'Set httpTokens: "required".',
        },
    }),
    settings([Ec2Instance, Ec2SpotInstanceRequest, Ec2LaunchTemplate, Ec2LaunchConfiguration], "host", {
        tokensDemanded: {
            ...fewHops,
            at: (one) => one.metadataOptions.httpPutResponseHopLimit,
            only: unless(when((one) => one.metadataOptions.httpEndpoint, "disabled")),
        },
    }),
    settings(Ec2InstanceMetadataDefaults, "host", {
        tokensDemanded: { ...fewHops, at: (defaults) => defaults.httpPutResponseHopLimit },
    }),
    // These live while an image is built.
    settings(ImageBuilderInfrastructureConfiguration, "host", {
        tokensDemanded: {
            ...tokens,
            at: (one) => one.instanceMetadataOptions.httpTokens,
            absent: good,
            severity: "medium",
            fix: 'Set instanceMetadataOptions: { httpTokens: "required" }.',
        },
    }),
    // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstanceMetadataServiceConfiguration.html
    settings(SageMakerNotebook, "host", {
        tokensDemanded: {
            at: (one) => one.instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion,
            good: atLeast(2),
            absent: bad,
            severity: "medium",
            says: {
                absent: "absent, so the notebook takes requests without a token too",
                otherwise: "allows requests without a token, so code in the notebook reads the credentials of its role",
            },
            fix: 'Set instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" }.',
        },
    }),
    // https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
    settings([BeanstalkEnvironment, BeanstalkConfigurationTemplate], "host", {
        tokensDemanded: {
            at: (one) => each(one.settings).value,
            good: on,
            absent: good,
            only: when((one) => each(one.settings).name, "DisableIMDSv1"),
            says: tokens.says,
            fix: "Set its value to true.",
        },
    }),
].flat();
