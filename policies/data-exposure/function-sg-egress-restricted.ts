import { Ec2SecurityGroup, LambdaFunction } from "../../model/aws";
import { functionGroups, letsAllOut, placeOfRule } from "../../model/graph";
import { all } from "../../model/values";
import { cwe, declare, defineStackRule, ref, ruleCause, sas } from "../../pack";

const outTo = (protocol: string, port: number) => ({
    worker: declare(Ec2SecurityGroup, {
        description: "Orders",
        egress: [{ protocol, fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] }],
    }),
    orders: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        vpcConfig: { subnetIds: ["subnet-0a1b2c3d4e5f60718"], securityGroupIds: [ref("worker.id")] },
    }),
});

/** A function accepts no connection: what lets in there is of no use, until something else gets the group. */
export default defineStackRule({
    id: "function-sg-egress-restricted",
    severity: "low",
    profile: "strict",
    frameworks: [cwe(668), sas(9)],
    title: "Security groups of functions let out what the function needs, and nothing in.",
    why: "Code that somebody slipped in sends what it finds to any address and port that the group lets out to.",
    fix: "Name what the function talks to: a group (referencedSecurityGroupId, securityGroups), a prefix list, or port 443 alone.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
        "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    ],
    needs: functionGroups,
    bad: outTo("-1", 0),
    good: outTo("tcp", 443),
    *check(stack) {
        for (const { group, isCertain, member, isOnlyFunctions } of functionGroups(stack)) {
            const inbound = group.rules.filter(({ direction }) => direction === "ingress");
            if (group.isDefault) {
                const message = "gives the function its VPC's default group, which lets everything out to anywhere";
                yield { resource: member, at: "vpcConfig.securityGroupIds", when: isCertain, message };
            }
            for (const rule of group.rules) {
                const { resource } = rule;
                const at = placeOfRule(rule);
                const cause = ruleCause(rule);
                const message = `lets the function ${member.name} send anything anywhere`;
                yield { resource, at, cause, when: all(isCertain, letsAllOut(rule)), message };
            }
            const [first] = inbound;
            if (first) {
                yield {
                    resource: first.resource,
                    at: placeOfRule(first),
                    cause: ruleCause(first),
                    when: all(isCertain, isOnlyFunctions),
                    message: `lets in to a group that functions alone have (${member.name}): they accept no connection, and what gets the group next does`,
                    fix: "Remove the rule.",
                };
            }
        }
    },
});
