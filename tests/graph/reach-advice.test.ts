/** Of each step: what opens it and no more, and what the reader can do about it. */
import assert from "node:assert/strict";
import {
    DynamoDbTable,
    Ec2Instance,
    Ec2InternetGateway,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2SecurityGroup,
    Ec2Subnet,
    Ec2Vpc,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    LambdaFunction,
    LambdaFunctionUrl,
    Listener,
    LoadBalancer,
    RdsInstance,
    SecurityGroupIngressRule,
    TargetGroup,
    TargetGroupAttachment,
} from "../../model/aws";
import { endsNamed, reachFrom } from "../../model/graph";
import { declare, type Program, policyOf, ref, trusts } from "../../pack";
import { stackOf } from "../support/stacks";

const vpcId = ref("vpc.id");
const network: Program = {
    vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
    gateway: declare(Ec2InternetGateway, { vpcId }),
    open: declare(Ec2Subnet, { vpcId, cidrBlock: "10.0.0.0/24" }),
    closed: declare(Ec2Subnet, { vpcId, cidrBlock: "10.0.1.0/24" }),
    table: declare(Ec2RouteTable, { vpcId, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway.id") }] }),
    association: declare(Ec2RouteTableAssociation, { subnetId: ref("open.id"), routeTableId: ref("table.id") }),
};
const rule = (group: string, port: number, source: object) =>
    declare(SecurityGroupIngressRule, {
        ...{ securityGroupId: ref(`${group}.id`), ipProtocol: "tcp", fromPort: port, toPort: port },
        ...source,
    });
const world = { cidrIpv4: "0.0.0.0/0" };
const out = { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] };
const host = (group: string, subnet: string, isPublic = false) =>
    declare(Ec2Instance, {
        ...{ ami: "ami-0abcdef1234567890", subnetId: ref(`${subnet}.id`), associatePublicIpAddress: isPublic },
        vpcSecurityGroupIds: [ref(`${group}.id`)],
    });
const balancer = (loadBalancerType: string, port: number, groups: readonly unknown[]): Program => ({
    shop: declare(LoadBalancer, {
        ...{ loadBalancerType, subnets: [ref("open.id")] },
        ...(groups.length > 0 && { securityGroups: groups }),
    } as never),
    listener: declare(Listener, {
        ...{ loadBalancerArn: ref("shop.arn"), port, protocol: loadBalancerType === "network" ? "TCP" : "HTTP" },
        defaultActions: [{ type: "forward", targetGroupArn: ref("targets.arn") }],
    }),
    targets: declare(TargetGroup, { vpcId, port: 8080, protocol: "HTTP", targetType: "instance" }),
    target: declare(TargetGroupAttachment, { targetGroupArn: ref("targets.arn"), targetId: ref("app.id") }),
});

/** The steps from one end to another, on ways that begin at a third, as `what opens it: what closes it`. */
function steps(program: Program, from: string, to: string, origin = from): readonly string[] {
    const stack = stackOf(program);
    const [source, end, start] = [from, to, origin].map((name) => endsNamed(stack, name)[0]);
    assert.ok(source && start && end && end !== "internet");
    return (reachFrom(stack, start).stepsTo.get(end) ?? [])
        .filter((step) => step.from === source)
        .map(
            ({ openedBy, closes }) =>
                `${openedBy.map(({ resource, path }) => `${resource.name} ${path}`.trim()).join(", ")}: ${closes}`,
        );
}

describe("A step of a way over the network", () => {
    const web: Program = {
        ...network,
        edge: declare(Ec2SecurityGroup, { vpcId, ...out }),
        "edge-80": rule("edge", 80, world),
        "edge-443": rule("edge", 443, world),
        "edge-ipv6": rule("edge", 80, { cidrIpv6: "::/0" }),
        inner: declare(Ec2SecurityGroup, { vpcId, ...out }),
        "inner-8080": rule("inner", 8080, { referencedSecurityGroupId: ref("edge.id") }),
        "inner-9090": rule("inner", 9090, { referencedSecurityGroupId: ref("edge.id") }),
        app: host("inner", "closed"),
        ...balancer("application", 80, [ref("edge.id")]),
    };
    it("names the rule for its own port and family alone", () =>
        assert.deepEqual(steps(web, "internet", "shop"), [
            "edge-80: Name the security groups that may connect in place of addresses, or make it internal.",
        ]));
    it("to a target names the listener, and the rule for the target's port", () =>
        assert.deepEqual(steps(web, "shop", "app", "internet"), [
            "listener, inner-8080: Take it out of what shop forwards to, or let fewer in to shop.",
        ]));
    it("names every rule that opens it", () => {
        const twice = { ...web, "edge-again": rule("edge", 80, { cidrIpv4: "203.0.113.0/24" }) };
        assert.deepEqual(steps(twice, "internet", "shop"), [
            "edge-80, edge-again: Name the security groups that may connect in place of addresses, or make it internal.",
        ]);
    });
    it("says to make groups where there is none", () => {
        const bare = { ...web, ...balancer("network", 80, []) };
        assert.deepEqual(steps(bare, "internet", "shop"), [
            ": Give it a security group whose rules name who may connect, or make it internal.",
        ]);
    });
    it("to a host and to a database says how each has no public address", () => {
        const program = {
            ...network,
            edge: declare(Ec2SecurityGroup, { vpcId, ...out }),
            "edge-22": rule("edge", 22, world),
            "edge-5432": rule("edge", 5432, world),
            jump: host("edge", "open", true),
        };
        assert.deepEqual(steps(program, "internet", "jump"), [
            "edge-22, edge-5432: Name the security groups that may connect in place of addresses, or give it no public address.",
        ]);
        const database = declare(RdsInstance, {
            ...{ instanceClass: "db.t4g.micro", engine: "postgres", publiclyAccessible: true },
            vpcSecurityGroupIds: [ref("edge.id")],
        });
        assert.deepEqual(steps({ ...program, database }, "internet", "database"), [
            "edge-5432: Name the security groups that may connect in place of addresses, or set publiclyAccessible: false.",
        ]);
    });
    it("between members of a default group says to leave it", () => {
        const program = {
            ...network,
            one: declare(Ec2Instance, { ami: "ami-0abcdef1234567890", subnetId: ref("open.id") }),
            two: declare(Ec2Instance, { ami: "ami-0abcdef1234567890", subnetId: ref("closed.id") }),
        };
        assert.deepEqual(steps(program, "one", "two"), [
            ": Give it a security group of its own, whose rules name the groups and ports that the application needs.",
        ]);
    });
});

describe("A step of a way over permissions", () => {
    const role: Program = {
        role: declare(IamRole, { name: "orders", assumeRolePolicy: trusts("lambda") }),
        orders: declare(DynamoDbTable, { name: "orders-table", hashKey: "id" } as never),
    };
    const own = {
        own: declare(IamRolePolicy, {
            role: ref("role.name"),
            policy: policyOf({ Action: "dynamodb:PutItem", Resource: ref("orders.arn") }),
        }),
    };
    const attached = {
        attached: declare(IamRolePolicyAttachment, {
            role: ref("role.name"),
            policyArn: "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
        }),
    };
    it("by a statement: take the action out", () =>
        assert.deepEqual(steps({ ...role, ...own }, "role:role", "orders-table"), [
            "own policy: Take the action out of the statement, or narrow its Resource.",
        ]));
    it("by a policy of AWS's: attach another", () =>
        assert.deepEqual(steps({ ...role, ...attached }, "role:role", "orders-table"), [
            "attached policyArn: Attach a policy that allows less in place of AmazonDynamoDBFullAccess.",
        ]));
    it("by both: both", () =>
        assert.deepEqual(
            steps({ ...role, ...own, ...attached }, "role:role", "orders-table")
                .map((one) => one.split(": "))
                .map(([by = "", ...closes]) => [by.split(", ").sort(), closes.join(": ").split(". ").length]),
            [[["attached policyArn", "own policy"], 2]],
        ));
    it("by a statement that allows everything: name what is needed", () => {
        const admin = {
            own: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf({ Action: "*", Resource: "*" }) }),
        };
        assert.deepEqual(steps({ ...role, ...admin }, "role:role", "orders-table"), [
            "own policy: Name in the statement the actions and the resources that are needed.",
        ]);
    });
});

describe("A step through a door", () => {
    const url = (authorizationType: string): Program => ({
        orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" }),
        door: declare(LambdaFunctionUrl, { functionName: ref("orders.name"), authorizationType }),
    });
    it("that asks nobody: ask", () =>
        assert.match(steps(url("NONE"), "internet", "orders").join(), /Set authorizationType: "AWS_IAM"\.$/));
    it("that asks: let fewer in", () =>
        assert.match(steps(url("AWS_IAM"), "internet", "orders").join(), /Grant lambda:InvokeFunctionUrl to fewer/));
});
