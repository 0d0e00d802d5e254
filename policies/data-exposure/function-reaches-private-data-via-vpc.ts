import { Ec2DefaultSubnet, LambdaFunction, RdsInstance } from "../../model/aws";
import { privateWirings } from "../../model/graph";
import { all } from "../../model/values";
import { cwe, declare, defineStackRule, owasp, ref } from "../../pack";

const wired = (network: object) => ({
    orders: declare(RdsInstance, { engine: "postgres", instanceClass: "db.t4g.micro" }),
    report: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/report",
        environment: { variables: { DB_HOST: ref("orders.address") } },
        ...network,
    }),
});
const inDefaultVpc = {
    vpcConfig: { subnetIds: [ref("zone.id")], securityGroupIds: ["sg-0a1b2c3d4e5f60718"] },
};

/** Which functions have no need of their VPC is not told: what they connect to may be of another stack. */
export default defineStackRule({
    id: "function-reaches-private-data-via-vpc",
    severity: "medium",
    frameworks: [cwe(668), owasp(6)],
    title: "A function that connects to a private database or cache is in its network.",
    why: "It cannot connect, and the way out that is found in a hurry is a public address for the database.",
    fix: "Put it beside the store: vpcConfig: { subnetIds: [privateA.id, privateB.id], securityGroupIds: [clients.id] }; or use the Data API, which needs no network.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-planning.html",
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/LambdaRedis.html",
    ],
    needs: privateWirings,
    bad: wired({}),
    good: { ...wired(inDefaultVpc), zone: declare(Ec2DefaultSubnet, { availabilityZone: "eu-west-1a" }) },
    *check(stack) {
        for (const { client, store, what, connects, isOutside, isApart } of privateWirings(stack)) {
            const whom = `${what} ${store.name}`;
            yield {
                resource: client,
                at: "vpcConfig",
                when: all(isOutside, connects),
                message: `absent, while environment names the host of ${whom}, which has private addresses only: no connection comes about`,
            };
            yield {
                resource: client,
                at: "vpcConfig.subnetIds",
                when: all(isApart, connects),
                message: `names subnets of another VPC than that of ${whom}, and nothing connects the two`,
                fix: "Name subnets of the store's VPC in vpcConfig.subnetIds, or connect the two VPCs: aws.ec2.VpcPeeringConnection, with routes on both sides.",
            };
        }
    },
});
