import { Ec2Instance, IamInstanceProfile, IamRole, IamRolePolicyAttachment } from "../../model/aws";
import { bastions, beyondSessions, type Excess, identityOfHost, unreadOf } from "../../model/graph";
import { listed } from "../../model/iam";
import { all } from "../../model/values";
import { cwe, declare, defineStackRule, ref, sas, trusts } from "../../pack";

const having = (policy: string) => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("ec2") }),
    attachment: declare(IamRolePolicyAttachment, {
        role: ref("role.name"),
        policyArn: `arn:aws:iam::aws:policy/${policy}`,
    }),
    profile: declare(IamInstanceProfile, { role: ref("role.name") }),
    bastion: declare(Ec2Instance, {
        ami: "ami-0abcdef1234567890",
        iamInstanceProfile: ref("profile.name"),
        tags: { Name: "bastion" },
    }),
});

/** The log of sessions, its key and AWS's own packages are part of being managed. */
export default defineStackRule({
    id: "bastion-role-minimal",
    severity: "medium",
    frameworks: [cwe(250), sas(4)],
    title: "The role of a bastion has the rights of a session and no others.",
    why: "Whoever has a shell on the host has its role: by it, everyone who may open a session may do all that the role may.",
    fix: "Leave the role AmazonSSMManagedInstanceCore and the log of sessions, and let people use their own roles for the rest.",
    sources: [
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    ],
    needs: bastions,
    bad: having("AmazonS3FullAccess"),
    good: having("AmazonSSMManagedInstanceCore"),
    *check(stack) {
        for (const bastion of bastions(stack)) {
            const identity = identityOfHost(stack, bastion);
            if (!identity) continue;
            for (const { resource, at, cause, when, ...excess } of beyondSessions(identity))
                yield {
                    resource,
                    at,
                    cause,
                    when: all(bastion.when, when),
                    message: whatMore(excess),
                    ...fixOf(excess),
                };
            yield* unreadOf(identity, bastion.when);
        }
    },
});

function whatMore({ actions, policy }: Pick<Excess, "actions" | "policy">): string {
    const what = actions.length > 0 ? listed(actions, 3) : "everything";
    return `allows whoever has a shell on the bastion ${policy ? `all that ${policy} is for` : what}`;
}

function fixOf({ policy }: Pick<Excess, "policy">): { fix?: string } {
    return policy === "AmazonEC2RoleforSSM"
        ? {
              fix: "Attach AmazonSSMManagedInstanceCore in place of AmazonEC2RoleforSSM, which reads and writes every bucket.",
          }
        : {};
}
