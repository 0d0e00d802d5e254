import {
    Ec2Instance,
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    ElastiCacheReplicationGroup,
    LambdaFunction,
    LoadBalancer,
    RdsCluster,
    RdsInstance,
    SecurityGroupIngressRule,
} from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/database-sg-restricted";
import { testRule } from "../../support/rule-tester";

const group = (...ingress: readonly object[]) => declare(Ec2SecurityGroup, { ingress } as never);
const on = (port: number, source: object) => ({ protocol: "tcp", fromPort: port, toPort: port, ...source });
const from = (...cidrBlocks: readonly unknown[]) => ({ cidrBlocks });
const of = (name: string) => ({ securityGroups: [ref(`${name}.id`)] });
const db = (more: object = {}) =>
    declare(RdsInstance, {
        ...{ instanceClass: "db.t4g.micro", engine: "postgres", vpcSecurityGroupIds: [ref("database.id")] },
        ...more,
    } as never);
const behind = (...ingress: readonly object[]) => ({ database: group(...ingress), orders: db() });
const host = (name: string, isPublic: boolean) =>
    declare(Ec2Instance, {
        ...{ subnetId: "subnet-0a1b2c3d4e5f60718", associatePublicIpAddress: isPublic },
        vpcSecurityGroupIds: [ref(`${name}.id`)],
    } as never);
const world = from("0.0.0.0/0");
const at = ["database: ingress[0].cidrBlocks"];

testRule(rule, {
    valid: {
        "an application's group": { app: group(), ...behind(on(5432, of("app"))) },
        "its own members": behind(on(5432, { self: true })),
        "another port is another policy's": behind(on(22, world)),
        "a group without a store": { database: group(on(5432, world)) },
        "MySQL's port on PostgreSQL": behind(on(3306, world)),
        "three tiers with a load balancer": {
            edge: group(on(443, world)),
            shop: declare(LoadBalancer, { loadBalancerType: "application", securityGroups: [ref("edge.id")] }),
            app: group(on(8080, of("edge"))),
            task: host("app", false),
            ...behind(on(5432, of("app"))),
        },
        "a function's group": {
            app: group(on(443, world)),
            worker: declare(LambdaFunction, {
                role: "arn:aws:iam::111122223333:role/orders",
                vpcConfig: { subnetIds: ["subnet-0a1b2c3d4e5f60718"], securityGroupIds: [ref("app.id")] },
            }),
            ...behind(on(5432, of("app"))),
        },
        "no rules": behind(),
    },
    invalid: {
        "the world": { given: behind(on(5432, world)), reports: at, weighs: ["high"] },
        IPv6: {
            given: behind(on(5432, { ipv6CidrBlocks: ["::/0"] })),
            reports: ["database: ingress[0].ipv6CidrBlocks"],
        },
        halves: { given: behind(on(5432, from("0.0.0.0/1", "128.0.0.0/1"))), reports: at, weighs: ["high"] },
        "every protocol": { given: behind({ protocol: "-1", fromPort: 0, toPort: 0, ...world }), reports: at },
        "its own port": { given: { database: group(on(6543, world)), orders: db({ port: 6543 }) }, reports: at },
        "an office": { given: behind(on(5432, from("203.0.113.0/24"))), reports: at, weighs: ["medium"] },
        "all private addresses": { given: behind(on(5432, from("10.0.0.0/8"))), reports: at, weighs: ["medium"] },
        "the VPC": { given: behind(on(5432, from("10.20.0.0/16"))), reports: at, weighs: ["low"] },
        "a subnet": { given: behind(on(5432, from("10.20.1.0/24"))), reports: at, weighs: ["low"] },
        "a rule of its own": {
            given: {
                ...behind(),
                open: declare(Ec2SecurityGroupRule, {
                    ...{ type: "ingress", securityGroupId: ref("database.id"), ...on(5432, world) },
                } as never),
            },
            reports: ["open: cidrBlocks"],
        },
        "the newest rule": {
            given: {
                ...behind(),
                open: declare(SecurityGroupIngressRule, {
                    ...{ securityGroupId: ref("database.id"), ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
                }),
            },
            reports: ["open: cidrIpv4"],
        },
        "a cluster": {
            given: {
                database: group(on(3306, world)),
                orders: declare(RdsCluster, { engine: "aurora-mysql", vpcSecurityGroupIds: [ref("database.id")] }),
            },
            reports: at,
        },
        "a cache": {
            given: {
                database: group(on(6379, world)),
                baskets: declare(ElastiCacheReplicationGroup, {
                    description: "Baskets",
                    securityGroupIds: [ref("database.id")],
                }),
            },
            reports: at,
        },
        "two hops of groups": {
            given: { jump: group(on(8443, world)), app: group(on(80, of("jump"))), ...behind(on(5432, of("app"))) },
            reports: ["database: ingress[0].securityGroups"],
            weighs: ["medium"],
        },
        "a public host's group": {
            given: { app: group(on(8080, world)), web: host("app", true), ...behind(on(5432, of("app"))) },
            reports: ["database: ingress[0].securityGroups"],
            weighs: ["medium"],
        },
    },
    undecided: {
        "an unknown block": {
            given: behind(on(5432, from(unknown))),
            awaits: ["database.ingress[0].cidrBlocks[0]"],
        },
        "an unknown group": {
            given: behind(on(5432, { securityGroups: [unknown] })),
            awaits: ["database.ingress[0].securityGroups[0]"],
        },
    },
});
