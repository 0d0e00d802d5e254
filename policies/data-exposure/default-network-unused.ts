import { Ec2DefaultSecurityGroup, Ec2DefaultVpc } from "../../model/aws";
import { type DefaultGroup, defaultGroups, unadoptedVpcs } from "../../model/graph";
import { yes } from "../../model/values";
import { cis, cwe, declare, defineStackRule, flag, fsbp, ruleCause, type StackJudgement } from "../../pack";

const group = (rules: object) => ({
    shop: declare(Ec2DefaultSecurityGroup, { vpcId: "vpc-0a1b2c3d4e5f60718", ...rules }),
});
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];

/** Whatever names no group is put into the default one too: that is seen only where the group is named. */
export default defineStackRule({
    id: "default-network-unused",
    severity: "medium",
    frameworks: [fsbp("EC2.2"), cis("5.0", "5.5"), cis("7.0", "6.5"), cwe(276), cwe(668)],
    title: "The default security group of a VPC lets nothing through, and nothing uses it.",
    why: "Whatever is started without a group of its own gets into it, and talks to all else there, unseen.",
    fix: "Adopt it without rules, new aws.ec2.DefaultSecurityGroup(name, { vpcId: vpc.id }), and give each thing a group of its own.",
    sources: [
        "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
        "https://www.pulumi.com/registry/packages/aws/api-docs/ec2/defaultsecuritygroup/",
    ],
    options: { defaultVpc: flag("Also ask that the default VPC of the region be left alone.", false) },
    strict: { defaultVpc: true },
    needs: [defaultGroups, unadoptedVpcs, Ec2DefaultVpc],
    bad: group({ egress }),
    good: group({}),
    *check(stack, { options }) {
        for (const one of defaultGroups(stack)) yield judged(one);
        for (const { resource, when } of unadoptedVpcs(stack)) {
            const message =
                "leaves the default security group as AWS makes it: its members reach each other, and everything outside";
            yield { resource, at: "", when, message, severity: "low" };
        }
        if (!options.defaultVpc) return;
        for (const resource of stack.ofType(Ec2DefaultVpc)) {
            const message = "holds what is started in a network whose every subnet gives public addresses";
            const fix = "Declare a VPC with subnets of your own.";
            yield { resource, at: "", when: yes, message, fix, severity: "low" };
        }
    },
});

function judged({ resource, at, when, how, rule }: DefaultGroup): StackJudgement {
    const messages = {
        rules: "allows traffic to or from whatever has no group of its own",
        rule: "allows traffic to or from whatever has no group of its own, by naming the default group",
        use: "shared with whatever has no group of its own: this is the VPC's default group",
    };
    const fix =
        how === "rules"
            ? "Leave it out: a default group that is adopted without rules has none."
            : "Name a group of its own.";
    return { resource, at, when, message: messages[how], fix, ...(rule && { cause: ruleCause(rule) }) };
}
