import {
    AutoScalingGroup,
    BatchComputeEnvironment,
    BeanstalkEnvironment,
    Ec2Fleet,
    Ec2Instance,
    Ec2KeyPair,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    Ec2SpotInstanceRequest,
    EksNodeGroup,
    EmrCluster,
    InstanceConnectEndpoint,
    LightsailInstance,
    SpotFleetRequest,
} from "../../../model/aws";
import { declare, ref } from "../../../pack";
import rule from "../../../policies/bastion/bastion-no-static-key-pair";
import { testRule } from "../../support/rule-tester";

const host = (tag: string, more: object = {}) => declare(Ec2Instance, { ami: "ami-0a", tags: { Name: tag }, ...more });
const template = (more: object = {}) => declare(Ec2LaunchTemplate, { imageId: "ami-0a", ...more });
const keyed = template({ keyName: "operations" });
const pair = declare(Ec2KeyPair, { publicKey: "ssh-ed25519 AAAA", keyName: "operations" });
const bastionPair = declare(Ec2KeyPair, { publicKey: "ssh-ed25519 AAAA", keyName: "bastion-key" });
const from = (id = ref("base.id")) => ({ launchTemplate: { id, version: "$Latest" } });
const size = { minSize: 1, maxSize: 1 };
const named = (value: string) => ({ tags: [{ key: "Name", value, propagateAtLaunch: true }] });
const fleet = (tag: string) =>
    declare(SpotFleetRequest, {
        iamFleetRole: "arn:aws:iam::111122223333:role/fleet",
        targetCapacity: 1,
        launchSpecifications: [{ ami: "ami-0a", instanceType: "t4g.nano", keyName: "operations", tags: { Name: tag } }],
    });

testRule(rule, {
    valid: {
        "an instance that is no bastion": { web: host("worker", { keyName: "operations" }) },
        "hosts whose names only sound so": {
            one: host("jumpstart-web", { keyName: "operations" }),
            other: host("tunneling-metrics", { keyName: "operations" }),
        },
        "a bastion without a key": { jump: host("jump-host") },
        "a key name given as null, or empty": {
            one: host("bastion", { keyName: null }),
            other: host("bastion", { keyName: "" }),
            base: template({ name: "bastion", keyName: "" }),
        },
        "a key pair for something else": { agents: pair },
        "a key pair of a bastion's name, that only other instances have": {
            key: bastionPair,
            web: host("web", { keyName: ref("key.keyName") }),
        },
        "the same, by its name": { key: bastionPair, web: host("web", { keyName: "bastion-key" }) },
        "a bastion by Instance Connect": {
            door: declare(InstanceConnectEndpoint, { subnetId: "subnet-0a" }),
            jump: host("bastion"),
        },
        "a template with a key, of other instances": { base: keyed, web: host("web", from()) },
        "a bastion of a template without a key": { base: template(), jump: host("bastion", from()) },
        "a group of something else": {
            base: keyed,
            workers: declare(AutoScalingGroup, { ...size, ...named("worker"), ...from() }),
        },
        "other machines with keys": {
            nodes: declare(EksNodeGroup, {
                clusterName: "shop",
                nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
                subnetIds: ["subnet-0a"],
                scalingConfig: { desiredSize: 1, ...size },
                remoteAccess: { ec2SshKey: "operations" },
            }),
        },
    },
    invalid: {
        "a bastion by its tag": {
            given: { host: host("prod-bastion-1", { keyName: "operations" }) },
            reports: ["host: keyName"],
            weighs: ["high"],
        },
        "a host that is for tunnels, by whatever is said of it": {
            given: {
                "db-tunnel": host("ops", { keyName: "operations" }),
                one: host("tunnel-host", { keyName: "operations" }),
                other: declare(Ec2Instance, { ami: "ami-0a", keyName: "operations", tags: { Role: "ssh-host" } }),
            },
            reports: ["db-tunnel: keyName", "one: keyName", "other: keyName"],
        },
        "a bastion by its profile": {
            given: { host: host("ops", { iamInstanceProfile: "bastion-profile", keyName: "operations" }) },
            reports: ["host: keyName"],
        },
        "a bastion by a template's name": {
            given: { base: template({ name: "jumpbox", keyName: "operations" }) },
            reports: ["base: keyName"],
        },
        "a bastion by what the template tags": {
            given: {
                base: template({
                    keyName: "operations",
                    tagSpecifications: [{ resourceType: "instance", tags: { Name: "bastion" } }],
                }),
            },
            reports: ["base: keyName"],
        },
        "a key that a bastion gets from its template": {
            given: { base: keyed, jump: host("bastion", from()) },
            reports: ["base: keyName"],
        },
        "the same, where the bastion's own is empty": {
            given: { base: keyed, jump: host("bastion", { ...from(), keyName: "" }) },
            reports: ["base: keyName"],
        },
        "one of its own, in place of its template's": {
            given: { base: keyed, jump: host("bastion", { ...from(), keyName: "laptop" }) },
            reports: ["jump: keyName"],
        },
        "a group of bastions by its tags": {
            given: { base: keyed, jump: declare(AutoScalingGroup, { ...size, ...named("bastion"), ...from() }) },
            reports: ["base: keyName"],
        },
        "a group of bastions by a launch configuration": {
            given: {
                base: declare(Ec2LaunchConfiguration, { imageId: "ami-0a", instanceType: "t4g.nano", keyName: "ops" }),
                bastion: declare(AutoScalingGroup, { ...size, launchConfiguration: ref("base.name") }),
            },
            reports: ["base: keyName"],
        },
        "a group of bastions by mixed instances": {
            given: {
                base: keyed,
                bastion: declare(AutoScalingGroup, {
                    ...size,
                    mixedInstancesPolicy: {
                        launchTemplate: { launchTemplateSpecification: { launchTemplateId: ref("base.id") } },
                    },
                }),
            },
            reports: ["base: keyName"],
        },
        "a fleet of bastions": {
            given: {
                base: keyed,
                bastion: declare(Ec2Fleet, {
                    launchTemplateConfigs: [
                        { launchTemplateSpecification: { launchTemplateId: ref("base.id"), version: "1" } },
                    ],
                    targetCapacitySpecification: { defaultTargetCapacityType: "spot", totalTargetCapacity: 1 },
                }),
            },
            reports: ["base: keyName"],
        },
        "bastions on spot": {
            given: {
                fleet: fleet("bastion"),
                request: declare(Ec2SpotInstanceRequest, { ami: "ami-0a", keyName: "ops", tags: { Name: "jumphost" } }),
            },
            reports: ["fleet: launchSpecifications[0].keyName", "request: keyName"],
        },
        "a key whose name is not known yet is a key, told once": {
            given: { key: bastionPair, jump: host("bastion", { keyName: ref("key.keyName") }) },
            reports: ["jump: keyName"],
        },
        "a key pair made for a bastion elsewhere": { given: { key: bastionPair }, reports: ["key: "] },
        "any instance, where the option says so": {
            given: { web: host("web", { keyName: "operations" }), jump: host("bastion", { keyName: "operations" }) },
            options: { allInstances: true },
            reports: ["jump: keyName", "web: keyName"],
            weighs: ["high", "medium"],
        },
        "whatever starts hosts, where the option says so": {
            given: {
                batch: declare(BatchComputeEnvironment, {
                    type: "MANAGED",
                    computeResources: { type: "EC2", maxVcpus: 4, subnets: ["subnet-0a"], ec2KeyPair: "operations" },
                }),
                emr: declare(EmrCluster, {
                    releaseLabel: "emr-7.0.0",
                    serviceRole: "emr",
                    ec2Attributes: { instanceProfile: "emr", keyName: "operations" },
                }),
                fleet: fleet("web"),
                sail: declare(LightsailInstance, {
                    availabilityZone: "eu-west-1a",
                    blueprintId: "amazon_linux_2023",
                    bundleId: "nano_3_0",
                    keyPairName: "operations",
                }),
                shop: declare(BeanstalkEnvironment, {
                    application: "shop",
                    settings: [
                        { namespace: "aws:autoscaling:launchconfiguration", name: "InstanceType", value: "t4g.nano" },
                        { namespace: "aws:autoscaling:launchconfiguration", name: "EC2KeyName", value: "operations" },
                    ],
                }),
            },
            options: { allInstances: true },
            reports: [
                "batch: computeResources.ec2KeyPair",
                "emr: ec2Attributes.keyName",
                "fleet: launchSpecifications[0].keyName",
                "sail: keyPairName",
                "shop: settings[1].value",
            ],
        },
    },
});
