import {
    Ec2DefaultSecurityGroup,
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    isDescribed,
    SecurityGroupIngressRule,
    VpcSecurityGroupEgressRule,
} from "../../model/aws";
import { not, undecided, type Value } from "../../model/values";
import { cwe, defineRule, type Judgement } from "../../pack";

const ingress = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] };

export default defineRule({
    id: "network-rule-described",
    severity: "low",
    profile: "strict",
    frameworks: [cwe(1059)],
    title: "Security groups and their rules say what they are for.",
    why: "Nobody dares to remove a rule whose reason is unknown, so ports stay open long after the need for them.",
    fix: "Say in description who needs it, and for what.",
    sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
    bad: { description: "Shop", ingress: [ingress] },
    good: { description: "Shop", ingress: [{ ...ingress, description: "HTTPS from the VPC" }] },
    resource: [
        Ec2SecurityGroup,
        Ec2DefaultSecurityGroup,
        Ec2SecurityGroupRule,
        SecurityGroupIngressRule,
        VpcSecurityGroupEgressRule,
    ],
    *check(_inputs, { root, type }) {
        if (type !== Ec2DefaultSecurityGroup.token) yield undescribed(root);
        for (const list of [root.get("ingress"), root.get("egress")]) {
            if (list.state === "unknown") yield { ...undescribed(root), at: list, when: undecided(list.place) };
            for (const rule of list.items() as readonly Value[]) yield undescribed(rule);
        }
    },
});

function undescribed(what: Value): Judgement {
    const at = what.get("description");
    const message = `${at.state === "absent" ? "absent" : "says nothing"}, so nobody knows whether it is still needed`;
    return { when: not(isDescribed(what)), at, message };
}
