import {
    DynamoDbTable,
    Ec2EgressOnlyInternetGateway,
    Ec2InternetGateway,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2Subnet,
    Ec2Vpc,
    Ec2VpcEndpoint,
    Ec2VpcEndpointPolicy,
    Ec2VpcEndpointRouteTableAssociation,
    EventSourceMapping,
    IamRole,
    IamRolePolicy,
    LambdaFunction,
    LambdaFunctionEventInvokeConfig,
    SqsQueue,
} from "../../../model/aws";
import { declare, json, type Program, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/vpc-endpoints-for-private-functions";
import { testRule } from "../../support/rule-tester";

const loosely = (type: Parameters<typeof declare>[0], inputs: object) => declare(type, inputs as never);
const HERE = "client: vpcConfig.subnetIds";
const vpcId = ref("vpc.id");
const policy = json({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: ref("orders.arn") }] });

const client = (variables: object, vpcConfig: object = {}, more: object = {}) =>
    loosely(LambdaFunction, {
        ...more,
        environment: { variables },
        vpcConfig: { subnetIds: [ref("code.id")], securityGroupIds: ["sg-0a1b2c3d4e5f60718"], ...vpcConfig },
    });
const network = (routes: readonly object[], changes: Program = {}): Program => ({
    vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
    code: declare(Ec2Subnet, { vpcId, cidrBlock: "10.0.1.0/24" }),
    table: loosely(Ec2RouteTable, { vpcId, routes }),
    association: declare(Ec2RouteTableAssociation, { subnetId: ref("code.id"), routeTableId: ref("table.id") }),
    orders: declare(DynamoDbTable, { hashKey: "id", attributes: [{ name: "id", type: "S" }] }),
    client: client({ TABLE: ref("orders.name") }),
    ...changes,
});
const endpoint = (service: unknown, inputs: object = {}) => ({
    endpoint: loosely(Ec2VpcEndpoint, {
        vpcId,
        serviceName: typeof service === "string" ? `com.amazonaws.eu-west-1.${service}` : service,
        policy,
        ...inputs,
    }),
});
const inTable = { routeTableIds: [ref("table.id")] };
const queue = { queue: declare(SqsQueue, {}), client: client({ QUEUE_URL: ref("queue.url") }) };
const interfaces = { vpcEndpointType: "Interface", privateDnsEnabled: true, subnetIds: [ref("code.id")] };

const role = (action: string, resource: unknown, more: Program = {}): Program => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    own: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: policyOf({ Action: action, Resource: resource as never }),
    }),
    client: client({ STAGE: "dev" }, {}, { role: ref("role.arn") }),
    queue: declare(SqsQueue, {}),
    ...more,
});

testRule(rule, {
    valid: {
        "its role may do so on whatever there is": network([], role("dynamodb:GetItem", "*")),
        "its role may, and something else has that": network(
            [],
            role("dynamodb:GetItem", ref("orders.arn"), {
                other: loosely(LambdaFunction, { role: ref("role.arn") }),
            }),
        ),
        "a queue that Lambda reads for it": network(
            [],
            role("sqs:ReceiveMessage", ref("queue.arn"), {
                mapping: declare(EventSourceMapping, {
                    eventSourceArn: ref("queue.arn"),
                    functionName: ref("client.arn"),
                }),
            }),
        ),
        "a queue for what failed": network(
            [],
            role("sqs:SendMessage", ref("queue.arn"), {
                client: client(
                    { STAGE: "dev" },
                    {},
                    {
                        role: ref("role.arn"),
                        deadLetterConfig: { targetArn: ref("queue.arn") },
                    },
                ),
            }),
        ),
        "a destination": network(
            [],
            role("sqs:SendMessage", ref("queue.arn"), {
                config: declare(LambdaFunctionEventInvokeConfig, {
                    functionName: ref("client.name"),
                    destinationConfig: { onFailure: { destination: ref("queue.arn") } },
                }),
            }),
        ),
        "its role may, out through NAT": network(
            [{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-0a1b2c3d4e5f60718" }],
            role("dynamodb:GetItem", ref("orders.arn")),
        ),
        "out through NAT": network([{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-0a1b2c3d4e5f60718" }]),
        "out through a transit gateway": network([
            { cidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-0a1b2c3d4e5f60718" },
        ]),
        "in no VPC": network([], {
            client: loosely(LambdaFunction, { environment: { variables: { T: ref("orders.name") } } }),
        }),
        "told of nothing of AWS": network([], { client: client({ STAGE: "dev" }) }),
        "a gateway endpoint": network([], endpoint("dynamodb", inTable)),
        "a gateway endpoint, associated later": network([], {
            ...endpoint("dynamodb"),
            later: declare(Ec2VpcEndpointRouteTableAssociation, {
                vpcEndpointId: ref("endpoint.id"),
                routeTableId: ref("table.id"),
            }),
        }),
        "an endpoint with interfaces": network([], { ...queue, ...endpoint("sqs", interfaces) }),
        "private DNS as text, and FIPS": network([], {
            ...queue,
            ...endpoint("sqs-fips", { ...interfaces, privateDnsEnabled: "true" }),
        }),
        "IPv6, out through an egress-only gateway": network(
            [{ ipv6CidrBlock: "::/0", egressOnlyGatewayId: ref("out.id") }],
            {
                out: declare(Ec2EgressOnlyInternetGateway, { vpcId }),
                client: client({ TABLE: ref("orders.name") }, { ipv6AllowedForDualStack: true }),
            },
        ),
        "a policy of its own": network([], {
            ...endpoint("dynamodb", { ...inTable, policy: undefined }),
            policy: declare(Ec2VpcEndpointPolicy, { vpcEndpointId: ref("endpoint.id"), policy }),
        }),
        "everything, of one's own account": network([], {
            ...endpoint("dynamodb", {
                ...inTable,
                policy: json({
                    Statement: {
                        Effect: "Allow",
                        Principal: "*",
                        Action: "*",
                        Resource: "*",
                        Condition: { StringEquals: { "aws:ResourceAccount": "111122223333" } },
                    },
                }),
            }),
        }),
        "an open endpoint of a VPC without functions": {
            vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
            ...endpoint("s3", { policy: undefined }),
        },
    },
    invalid: {
        "its role is granted a table by name": {
            given: network([], role("dynamodb:GetItem", ref("orders.arn"))),
            reports: [HERE],
            weighs: ["low"],
        },
        "its role is granted a queue that is another function's source": {
            given: network(
                [],
                role("sqs:SendMessage", ref("queue.arn"), {
                    consumer: loosely(LambdaFunction, { role: "arn:aws:iam::111122223333:role/consumer" }),
                    mapping: declare(EventSourceMapping, {
                        eventSourceArn: ref("queue.arn"),
                        functionName: ref("consumer.arn"),
                    }),
                }),
            ),
            reports: [HERE],
        },
        "no endpoint": { given: network([]), reports: [HERE], weighs: ["low"] },
        "two services": {
            given: network([], {
                ...queue,
                client: client({ TABLE: ref("orders.name"), QUEUE_URL: ref("queue.url") }),
            }),
            reports: [HERE, HERE],
        },
        "one of two services has an endpoint": {
            given: network([], {
                ...queue,
                client: client({ TABLE: ref("orders.name"), QUEUE_URL: ref("queue.url") }),
                ...endpoint("dynamodb", inTable),
            }),
            reports: [HERE],
        },
        "another service's endpoint": { given: network([], endpoint("s3", inTable)), reports: [HERE] },
        "in another table": {
            given: network([], {
                ...endpoint("dynamodb", { routeTableIds: [ref("other.id")] }),
                other: declare(Ec2RouteTable, { vpcId }),
            }),
            reports: [HERE],
        },
        "in another VPC": {
            given: network([], {
                other: declare(Ec2Vpc, { cidrBlock: "10.9.0.0/16" }),
                ...endpoint("dynamodb", { vpcId: ref("other.id") }),
            }),
            reports: [HERE],
        },
        "without private DNS": {
            given: network([], { ...queue, ...endpoint("sqs", { ...interfaces, privateDnsEnabled: false }) }),
            reports: [HERE],
        },
        "a public subnet": {
            given: network([{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway.id") }], {
                gateway: declare(Ec2InternetGateway, { vpcId }),
            }),
            reports: [HERE],
        },
        "an egress-only gateway, without IPv6": {
            given: network([{ ipv6CidrBlock: "::/0", egressOnlyGatewayId: ref("out.id") }], {
                out: declare(Ec2EgressOnlyInternetGateway, { vpcId }),
            }),
            reports: [HERE],
        },
        "an endpoint without a policy": {
            given: network([], endpoint("dynamodb", { ...inTable, policy: undefined })),
            reports: ["endpoint: policy"],
        },
        "an endpoint with AWS's own policy": {
            given: network([], {
                ...endpoint("dynamodb", {
                    ...inTable,
                    policy: json({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] }),
                }),
            }),
            reports: ["endpoint: policy"],
        },
    },
    undecided: {
        "another stack's VPC": {
            given: network([], {
                code: declare(Ec2Subnet, { vpcId: "vpc-0a1b2c3d4e5f60718", cidrBlock: "10.0.1.0/24" }),
                association: declare(Ec2RouteTable, { vpcId }),
            }),
            awaits: ["code (its route table is another stack's)"],
        },
        "a service that is not known": {
            given: network([], endpoint(unknown, inTable)),
            awaits: ["endpoint.serviceName"],
        },
        "tables that are not known": {
            given: network([], endpoint("dynamodb", { routeTableIds: ["rtb-0a1b2c3d4e5f60718", unknown] })),
            awaits: ["endpoint.routeTableIds[1]"],
        },
    },
});
