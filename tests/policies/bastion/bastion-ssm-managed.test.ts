import {
    Ec2NatGateway,
    Ec2Route,
    Ec2VpcEndpoint,
    IamInstanceProfile,
    IamRolePolicy,
    InstanceConnectEndpoint,
    SsmServiceSetting,
} from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/bastion/bastion-ssm-managed";
import { testRule } from "../../support/rule-tester";
import { database, group, instance, network, profile, template } from "./hosts";

const core = profile(["AmazonSSMManagedInstanceCore"]);
const managed = { iamInstanceProfile: ref("profile.name") };
const elsewhere = { subnetId: "subnet-0a1b2c3d" };
const inClosed = { ...managed, subnetId: ref("closed.id") };
const endpoint = (service: string, privateDnsEnabled = true) =>
    declare(Ec2VpcEndpoint, {
        vpcId: ref("vpc.id"),
        serviceName: `com.amazonaws.eu-west-1.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled,
    });
const closed = (more: Program): Program => ({ ...network, ...core, bastion: instance(inClosed), ...more });
const agent = {
    Effect: "Allow",
    Action: ["ssm:UpdateInstanceInformation", "ssmmessages:*"],
    Resource: "*",
};
const defaultManagement = (settingValue: string) =>
    declare(SsmServiceSetting, {
        settingId:
            "arn:aws:ssm:eu-west-1:111122223333:servicesetting/ssm/managed-instance/default-ec2-instance-management-role",
        settingValue,
    });

testRule(rule, {
    valid: {
        "a profile of another stack": {
            bastion: instance({ ...elsewhere, iamInstanceProfile: "managed-by-platform" }),
        },
        "a role of another stack": {
            profile: declare(IamInstanceProfile, { role: "managed-by-platform" }),
            bastion: instance({ ...elsewhere, ...managed }),
        },
        "an own policy for the agent": { ...profile([], agent), bastion: instance({ ...elsewhere, ...managed }) },
        "the old policy for hosts": {
            ...profile(["service-role/AmazonEC2RoleforSSM"]),
            bastion: instance({ ...elsewhere, ...managed }),
        },
        "default host management": { setting: defaultManagement("service-role/hosts"), bastion: instance(elsewhere) },
        "an endpoint of EC2 Instance Connect in its VPC": {
            ...network,
            endpoint: declare(InstanceConnectEndpoint, { subnetId: ref("closed.id") }),
            bastion: instance({ subnetId: ref("closed.id") }),
        },
        "no bastion": { web: instance({}, "web") },
        "the profile in the template": {
            ...core,
            host: template({ iamInstanceProfile: { name: ref("profile.name") } }),
            bastion: group({}),
        },
        "the profile in the template, by its ARN": {
            ...core,
            host: template({ iamInstanceProfile: { arn: ref("profile.arn") } }),
            bastion: group({}),
        },
        "a template of another stack": { bastion: instance({ ...elsewhere, launchTemplate: { id: "lt-0a1b2c3d" } }) },
        "endpoints in its VPC": closed({ ssm: endpoint("ssm"), messages: endpoint("ssmmessages") }),
        "a NAT gateway": closed({
            nat: declare(Ec2NatGateway, { subnetId: ref("open.id") }),
            out: declare(Ec2Route, {
                routeTableId: ref("vpc.mainRouteTableId"),
                destinationCidrBlock: "0.0.0.0/0",
                natGatewayId: ref("nat.id"),
            }),
        }),
        "a public address": { ...network, ...core, bastion: instance({ ...managed, subnetId: ref("open.id") }) },
    },
    invalid: {
        "no profile": { given: { bastion: instance(elsewhere) }, reports: ["bastion: iamInstanceProfile"] },
        "an empty profile": {
            given: { bastion: instance({ ...elsewhere, iamInstanceProfile: "" }) },
            reports: ["bastion: iamInstanceProfile"],
        },
        "a role that may only write logs": {
            given: { ...profile(["CloudWatchAgentServerPolicy"]), bastion: instance({ ...elsewhere, ...managed }) },
            reports: ["bastion: iamInstanceProfile"],
        },
        "an own policy without the channels": {
            given: {
                ...profile([], { ...agent, Action: "ssm:UpdateInstanceInformation" }),
                bastion: instance({ ...elsewhere, ...managed }),
            },
            reports: ["bastion: iamInstanceProfile"],
        },
        "a template without a profile": {
            given: { host: template({}), bastion: group({}) },
            reports: ["host: iamInstanceProfile"],
        },
        "default host management that is off": {
            given: { setting: defaultManagement(""), bastion: instance(elsewhere) },
            reports: ["bastion: iamInstanceProfile"],
        },
        "no way to Systems Manager": { given: closed({}), reports: ["bastion: subnetId"] },
        "one endpoint of two": { given: closed({ ssm: endpoint("ssm") }), reports: ["bastion: subnetId"] },
        "endpoints without private DNS": {
            given: closed({ ssm: endpoint("ssm", false), messages: endpoint("ssmmessages", false) }),
            reports: ["bastion: subnetId"],
        },
        "an internet gateway, and no public address": {
            given: {
                ...network,
                ...core,
                bastion: instance({ ...managed, subnetId: ref("open.id"), associatePublicIpAddress: false }),
            },
            reports: ["bastion: subnetId"],
        },
        "by what it is": {
            given: {
                ...network,
                ...database,
                host: instance({ subnetId: ref("open.id"), vpcSecurityGroupIds: [ref("hosts.id")] }, "ledger"),
            },
            reports: ["host: iamInstanceProfile"],
        },
    },
    undecided: {
        "a policy that is not known yet": {
            given: {
                ...profile([]),
                more: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }),
                bastion: instance({ ...elsewhere, ...managed }),
            },
            awaits: ["more.policy"],
        },
    },
});
