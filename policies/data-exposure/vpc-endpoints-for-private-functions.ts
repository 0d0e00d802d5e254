import {
    DynamoDbTable,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2Subnet,
    Ec2Vpc,
    Ec2VpcEndpoint,
    LambdaFunction,
} from "../../model/aws";
import { callsWithoutWay, openEndpoints } from "../../model/graph";
import { cwe, declare, defineStackRule, fsbp, json, owasp, placeCause, ref } from "../../pack";

const inVpc = {
    vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
    code: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.1.0/24" }),
    private: declare(Ec2RouteTable, { vpcId: ref("vpc.id") }),
    association: declare(Ec2RouteTableAssociation, { subnetId: ref("code.id"), routeTableId: ref("private.id") }),
    orders: declare(DynamoDbTable, { hashKey: "id", attributes: [{ name: "id", type: "S" }] }),
    report: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/report",
        environment: { variables: { TABLE: ref("orders.name") } },
        vpcConfig: { subnetIds: [ref("code.id")], securityGroupIds: ["sg-0a1b2c3d4e5f60718"] },
    }),
};

/** Services are those of the resources that the environment names, or its role is granted. Whether groups let it through to the endpoint is not asked. */
export default defineStackRule({
    id: "vpc-endpoints-for-private-functions",
    severity: "low",
    profile: "strict",
    frameworks: [fsbp("EC2.10"), cwe(668), owasp(6)],
    title: "Functions in private subnets reach AWS through endpoints, which let through what is theirs.",
    why: "Without one, calls end in a timeout or leave by the internet; with an open one, stolen data leaves to a stranger's account unseen.",
    fix: 'Declare aws.ec2.VpcEndpoint: { vpcId: vpc.id, serviceName: "com.amazonaws.eu-west-1.dynamodb", routeTableIds: [private.id], policy }.',
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html",
        "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
        "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    ],
    needs: [callsWithoutWay, openEndpoints],
    bad: inVpc,
    good: {
        ...inVpc,
        tables: declare(Ec2VpcEndpoint, {
            vpcId: ref("vpc.id"),
            serviceName: "com.amazonaws.eu-west-1.dynamodb",
            routeTableIds: [ref("private.id")],
            policy: json({
                Statement: [{ Effect: "Allow", Principal: "*", Action: "dynamodb:*", Resource: ref("orders.arn") }],
            }),
        }),
    },
    *check(stack) {
        for (const { client, service, when, isInPublicSubnet } of callsWithoutWay(stack)) {
            const why = isInPublicSubnet
                ? "whose internet gateway is of no use to a function, which has no public address"
                : "which have no way out";
            const at = client.root.down("vpcConfig.subnetIds");
            yield {
                resource: client,
                at,
                ...(isInPublicSubnet && { cause: placeCause(client.urn, at) }),
                when,
                message: `names subnets ${why}, and no endpoint there leads to ${service}: its calls end in a timeout`,
            };
        }
        for (const { resource, at, when } of openEndpoints(stack)) {
            yield {
                resource,
                at,
                when,
                message:
                    "absent or open, so everybody in the VPC reaches everything of the service, also in other accounts",
                fix: "Set policy to statements for your own account's resources, with a condition on aws:ResourceAccount.",
            };
        }
    },
});
