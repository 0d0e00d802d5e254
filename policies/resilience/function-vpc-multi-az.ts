import { Ec2Subnet, LambdaFunction } from "../../model/aws";
import { inOneZone } from "../../model/graph";
import { cwe, declare, defineStackRule, fsbp, ref, sas } from "../../pack";

const inZones = (a: string, b: string) => ({
    a: declare(Ec2Subnet, { vpcId: "vpc-0a1b2c3d4e5f60718", cidrBlock: "10.0.0.0/24", availabilityZone: a }),
    b: declare(Ec2Subnet, { vpcId: "vpc-0a1b2c3d4e5f60718", cidrBlock: "10.0.1.0/24", availabilityZone: b }),
    orders: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        vpcConfig: { subnetIds: [ref("a.id"), ref("b.id")], securityGroupIds: ["sg-0a1b2c3d4e5f60718"] },
    }),
});

/** Of subnets that are declared elsewhere only their number is seen. */
export default defineStackRule({
    id: "function-vpc-multi-az",
    severity: "low",
    profile: "strict",
    frameworks: [fsbp("Lambda.5"), cwe(770), sas(8)],
    title: "Functions in a VPC run in more than one availability zone.",
    why: "When the one zone fails, or its subnet has no address left, the function does not start anywhere.",
    fix: "Name subnets of two or more availability zones in vpcConfig.subnetIds.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html"],
    needs: LambdaFunction,
    bad: inZones("eu-west-1a", "eu-west-1a"),
    good: inZones("eu-west-1a", "eu-west-1b"),
    *check(stack) {
        for (const resource of stack.ofType(LambdaFunction)) {
            const at = resource.inputs.vpcConfig.at("subnetIds");
            yield {
                resource,
                at,
                when: inOneZone(stack, resource, at),
                message: "names subnets of one availability zone alone, and the function fails with it",
            };
        }
    },
});
