import { Ec2Eip, Ec2LaunchConfiguration } from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/bastion/instance-no-public-ip";
import { testRule } from "../../support/rule-tester";
import { group, instance, network, template } from "./hosts";

testRule(rule, {
    valid: {
        "a bastion, which has a policy of its own": instance({ associatePublicIpAddress: true }),
        "a NAT instance": { nat: instance({ associatePublicIpAddress: true, sourceDestCheck: false }, "nat") },
        "in a private subnet": { ...network, web: instance({ subnetId: ref("closed.id") }, "web") },
        "a subnet of another stack, and no address asked for": {
            web: instance({ subnetId: "subnet-0a1b2c3d", associatePublicIpAddress: false }, "web"),
        },
        "a template that says nothing, of no group here": { host: template({}, "web") },
    },
    invalid: {
        "a launch configuration": {
            given: {
                web: declare(Ec2LaunchConfiguration, {
                    imageId: "ami-0a1b2c3d",
                    instanceType: "t4g.small",
                    associatePublicIpAddress: true,
                }),
            },
            reports: ["web: associatePublicIpAddress"],
        },
        "a public subnet": {
            given: { ...network, web: instance({ subnetId: ref("open.id") }, "web") },
            reports: ["web: associatePublicIpAddress"],
        },
        "a group in a public subnet": {
            given: { ...network, host: template({}, "web"), web: group({ vpcZoneIdentifiers: [ref("open.id")] }) },
            reports: ["host: associatePublicIpAddress"],
        },
        "an Elastic IP": {
            given: {
                web: instance({ subnetId: "subnet-0a1b2c3d" }, "web"),
                address: declare(Ec2Eip, { instance: ref("web.id") }),
            },
            reports: ["address: instance"],
        },
    },
    undecided: {
        "not known yet": {
            given: { host: template({ networkInterfaces: [{ associatePublicIpAddress: unknown }] }, "web") },
            awaits: ["host.networkInterfaces[0].associatePublicIpAddress"],
        },
        "a subnet of another stack, which may give addresses": {
            given: { web: instance({ subnetId: "subnet-0a1b2c3d" }, "web") },
            awaits: ["web.subnetId"],
        },
    },
});
