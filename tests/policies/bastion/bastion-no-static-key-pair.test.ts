import { Ec2Instance, Ec2KeyPair, Ec2LaunchTemplate } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/bastion/bastion-no-static-key-pair";
import { testRule } from "../../support/rule-tester";

testRule(rule, {
    valid: {
        "an instance that is no bastion": declare(Ec2Instance, {
            ami: "ami-0a",
            keyName: "operations",
            tags: { Name: "worker" },
        }),
        "a bastion without a key": declare(Ec2Instance, { ami: "ami-0a", tags: { Role: "jump-host" } }),
        "a key pair for something else": declare(Ec2KeyPair, {
            publicKey: "ssh-ed25519 AAAA",
            keyName: "build-agents",
        }),
        "a key name given as null": declare(Ec2Instance, {
            ami: "ami-0a",
            keyName: null as never,
            tags: { Name: "bastion" },
        }),
        "a tag whose value is not known": declare(Ec2Instance, {
            ami: "ami-0a",
            keyName: "operations",
            tags: { Name: unknown },
        }),
    },
    invalid: {
        "a bastion by its tag": {
            given: declare(Ec2Instance, { ami: "ami-0a", keyName: "operations", tags: { Name: "prod-bastion-1" } }),
            reports: ["keyName"],
        },
        "a bastion by a template's name": {
            given: declare(Ec2LaunchTemplate, { name: "jumpbox", keyName: "operations" }),
            reports: ["keyName"],
        },
        "a bastion by what the template tags": {
            given: declare(Ec2LaunchTemplate, {
                keyName: "operations",
                tagSpecifications: [{ resourceType: "instance", tags: { Name: "bastion" } }],
            }),
            reports: ["keyName"],
        },
        "a key whose name is not known yet is a key": {
            given: declare(Ec2Instance, { ami: "ami-0a", keyName: unknown, tags: { Name: "bastion" } }),
            reports: ["keyName"],
        },
        "a key pair made for a bastion": {
            given: declare(Ec2KeyPair, { publicKey: "ssh-ed25519 AAAA", keyName: "bastion-key" }),
            reports: [""],
        },
        "any instance, where the option says so": {
            given: declare(Ec2Instance, { ami: "ami-0a", keyName: "operations" }),
            options: { allInstances: true },
            reports: ["keyName"],
        },
    },
});
