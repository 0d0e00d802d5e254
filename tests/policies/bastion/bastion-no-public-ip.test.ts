import {
    Ec2EgressOnlyInternetGateway,
    Ec2Eip,
    Ec2EipAssociation,
    Ec2LaunchConfiguration,
    Ec2NetworkInterface,
    Ec2Route,
    Ec2SecurityGroup,
    Ec2SpotInstanceRequest,
    Ec2Subnet,
    Ec2VpcBlockPublicAccessOptions,
    Listener,
    LoadBalancer,
    TargetGroup,
    TargetGroupAttachment,
} from "../../../model/aws";
import { declare, type Example, ref, unknown } from "../../../pack";
import rule from "../../../policies/bastion/bastion-no-public-ip";
import { testRule } from "../../support/rule-tester";
import { database, group, instance, network, profile, template } from "./hosts";

const inOpen = { subnetId: ref("open.id") };
const inClosed = { subnetId: ref("closed.id") };
const asks = "bastion: associatePublicIpAddress";
const nearData = { ...network, ...database };
const worker = (more: object) => instance({ ...inOpen, vpcSecurityGroupIds: [ref("hosts.id")], ...more }, "ledger");
const ipv6 = (gateway: object) => ({
    ...network,
    route: declare(Ec2Route, {
        routeTableId: ref("table.id"),
        destinationIpv6CidrBlock: "::/0",
        ...gateway,
    } as Example),
    bastion: instance({ ...inOpen, associatePublicIpAddress: false, ipv6AddressCount: 1 }),
});

testRule(rule, {
    valid: {
        "in a private subnet": { ...network, bastion: instance(inClosed) },
        "none, whatever the subnet gives": {
            ...network,
            bastion: instance({ ...inOpen, associatePublicIpAddress: false }),
        },
        "an application": instance({ associatePublicIpAddress: true }, "web"),
        "a subnet of another stack, and no address asked for": {
            bastion: instance({ subnetId: "subnet-0a1b2c3d", associatePublicIpAddress: false }),
        },
        "the text false in a template": {
            host: template({ networkInterfaces: [{ associatePublicIpAddress: "false" }] }),
        },
        "a template of another stack": { bastion: instance({ launchTemplate: { id: "lt-0a1b2c3d" } }) },
        "an instance says no where its template says yes": {
            host: template({ networkInterfaces: [{ associatePublicIpAddress: "true" }] }, "web"),
            bastion: instance({ launchTemplate: { id: ref("host.id") }, associatePublicIpAddress: false }),
        },
        "a group in private subnets": {
            ...network,
            host: template({}),
            bastion: group({ vpcZoneIdentifiers: [ref("closed.id")] }),
        },
        "a NAT instance that is a bastion too": {
            bastion: instance({ associatePublicIpAddress: true, sourceDestCheck: false }),
        },
        "an interface of its own, without an Elastic IP": {
            ...network,
            interface: declare(Ec2NetworkInterface, inOpen),
            bastion: instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: ref("interface.id") }] }),
        },
        "IPv6 over an egress-only gateway": {
            ...ipv6({ egressOnlyGatewayId: ref("egress.id") }),
            egress: declare(Ec2EgressOnlyInternetGateway, { vpcId: ref("vpc.id") }),
        },
        "an account that closes its VPCs": {
            ...network,
            closing: declare(Ec2VpcBlockPublicAccessOptions, { internetGatewayBlockMode: "block-bidirectional" }),
            bastion: instance(inOpen),
        },
        "an Elastic IP for nobody": {
            bastion: instance({ subnetId: "subnet-0a1b2c3d", associatePublicIpAddress: false }),
            address: declare(Ec2Eip, {}),
        },
        "an application's instance behind a load balancer, which talks to its database": {
            ...nearData,
            host: worker({}),
            balancer: declare(LoadBalancer, { subnets: [ref("open.id")] }),
            targets: declare(TargetGroup, { port: 80, protocol: "HTTP", vpcId: ref("vpc.id") }),
            listener: declare(Listener, {
                loadBalancerArn: ref("balancer.arn"),
                port: 443,
                defaultActions: [{ type: "forward", targetGroupArn: ref("targets.arn") }],
            }),
            attachment: declare(TargetGroupAttachment, {
                targetGroupArn: ref("targets.arn"),
                targetId: ref("host.id"),
            }),
        },
        "what starts a program beside its database": {
            ...nearData,
            host: worker({ userData: "#!/bin/sh\ndocker run ledger" }),
        },
        "what serves a port beside its database": {
            ...nearData,
            hosts: declare(Ec2SecurityGroup, {
                vpcId: ref("vpc.id"),
                ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
            }),
            host: worker({}),
        },
        "what has a program's rights beside its database": {
            ...nearData,
            ...profile([], { Effect: "Allow", Action: "sqs:ReceiveMessage", Resource: "*" }),
            host: worker({ iamInstanceProfile: ref("profile.name") }),
        },
        "a fleet beside its database": {
            ...nearData,
            host: template({ vpcSecurityGroupIds: [ref("hosts.id")] }, "ledger"),
            fleet: group({ maxSize: 4, vpcZoneIdentifiers: [ref("open.id")] }),
        },
        "what no database lets in": {
            ...nearData,
            host: instance(
                { ...inOpen, associatePublicIpAddress: true, vpcSecurityGroupIds: ["sg-0a1b2c3d"] },
                "tools",
            ),
        },
    },
    invalid: {
        "asked for as a text": { given: { bastion: instance({ associatePublicIpAddress: "true" }) }, reports: [asks] },
        "given by the subnet": { given: { ...network, bastion: instance(inOpen) }, reports: [asks] },
        "given by a subnet whose setting is a text": {
            given: {
                ...network,
                open: declare(Ec2Subnet, { vpcId: ref("vpc.id"), mapPublicIpOnLaunch: "true" as never }),
                bastion: instance(inOpen),
            },
            reports: [asks],
        },
        "given by AWS's default subnets": { given: { bastion: instance({}) }, reports: [asks] },
        "a spot instance": {
            given: { bastion: declare(Ec2SpotInstanceRequest, { associatePublicIpAddress: true }) },
            reports: [asks],
        },
        "an Elastic IP": {
            given: {
                ...network,
                bastion: instance(inClosed),
                address: declare(Ec2Eip, { instance: ref("bastion.id") }),
            },
            reports: ["address: instance"],
        },
        "an Elastic IP in the way of version 6": {
            given: {
                ...network,
                bastion: instance(inClosed),
                address: declare(Ec2Eip, { vpc: true, instance: ref("bastion.id") } as Example),
            },
            reports: ["address: instance"],
        },
        "an Elastic IP, by an association": {
            given: {
                ...network,
                bastion: instance(inClosed),
                address: declare(Ec2Eip, {}),
                fixed: declare(Ec2EipAssociation, { instanceId: ref("bastion.id"), allocationId: ref("address.id") }),
            },
            reports: ["fixed: instanceId"],
        },
        "an Elastic IP on its primary interface": {
            given: {
                ...network,
                interface: declare(Ec2NetworkInterface, inClosed),
                bastion: instance({ primaryNetworkInterface: { networkInterfaceId: ref("interface.id") } }),
                address: declare(Ec2Eip, { networkInterface: ref("interface.id") }),
            },
            reports: ["address: networkInterface"],
        },
        "the second interface of a template, as a boolean": {
            given: {
                host: template({
                    networkInterfaces: [{ associatePublicIpAddress: "false" }, { associatePublicIpAddress: true }],
                }),
            },
            reports: ["host: networkInterfaces[1].associatePublicIpAddress"],
        },
        "a template that two groups share, once": {
            given: {
                host: template({ networkInterfaces: [{ associatePublicIpAddress: "true" }] }),
                one: group({}),
                other: group({}),
            },
            reports: ["host: networkInterfaces[0].associatePublicIpAddress"],
        },
        "a launch configuration": {
            given: {
                bastion: declare(Ec2LaunchConfiguration, {
                    imageId: "ami-0a",
                    instanceType: "t4g.nano",
                    associatePublicIpAddress: true,
                }),
            },
            reports: [asks],
        },
        "a group in a public subnet": {
            given: { ...network, host: template({}), bastion: group({ vpcZoneIdentifiers: [ref("open.id")] }) },
            reports: ["host: associatePublicIpAddress"],
        },
        "IPv6 over an internet gateway": {
            given: ipv6({ gatewayId: ref("gateway.id") }),
            reports: ["bastion: ipv6Addresses"],
        },
        "by what it is: a database lets it in, and it does nothing else": {
            given: { ...nearData, host: worker({}) },
            reports: ["host: associatePublicIpAddress"],
        },
        "by what it is, with a client of the database": {
            given: {
                ...nearData,
                host: worker({ userData: "#!/bin/bash\nset -e\nsudo dnf install -y postgresql15\n" }),
            },
            reports: ["host: associatePublicIpAddress"],
        },
        "by what it is, with Session Manager": {
            given: {
                ...nearData,
                ...profile(["AmazonSSMManagedInstanceCore"]),
                host: worker({ iamInstanceProfile: ref("profile.name") }),
            },
            reports: ["host: associatePublicIpAddress"],
        },
    },
    undecided: {
        "not known yet": {
            given: { host: template({ networkInterfaces: [{ associatePublicIpAddress: unknown }] }) },
            awaits: ["host.networkInterfaces[0].associatePublicIpAddress"],
        },
        "a subnet of another stack, which may give addresses": {
            given: { bastion: instance({ subnetId: "subnet-0a1b2c3d" }) },
            awaits: ["bastion.subnetId"],
        },
    },
});
