import { Ec2Instance, IamInstanceProfile, IamRole, IamRolePolicyAttachment } from "../../model/aws";
import { type Unmanaged, unmanagedBastions } from "../../model/graph";
import { cwe, declare, defineStackRule, fsbp, ref, sas, trusts } from "../../pack";

const bastion = (more: object) =>
    declare(Ec2Instance, {
        ami: "ami-0abcdef1234567890",
        subnetId: "subnet-0a1b2c3d",
        tags: { Name: "bastion" },
        ...more,
    });

const ATTACH =
    "Attach arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore to the role of its instance profile (iamInstanceProfile). Or make an aws.ec2transitgateway.InstanceConnectEndpoint in its VPC.";

const TEXTS: Readonly<Record<Unmanaged["lacks"], { message: string; fix?: string }>> = {
    profile: { message: "absent, so Session Manager may not manage this bastion: people need a key and an open port" },
    rights: {
        message: "names a role without the rights of Session Manager's agent: people need a key and an open port",
    },
    way: {
        message: "leads nowhere from which the agent gets to Systems Manager, so no session opens on this bastion",
        fix: "Make interface endpoints for ssm and ssmmessages in its VPC, with privateDnsEnabled: true, or route its subnet to a NAT gateway.",
    },
};

export default defineStackRule({
    id: "bastion-ssm-managed",
    severity: "high",
    frameworks: [fsbp("SSM.1"), cwe(287), sas(2)],
    title: "People get to bastions by Session Manager or EC2 Instance Connect.",
    why: "A session that IAM opens ends, has a name and can be forbidden; a key and an open port have none of this.",
    fix: ATTACH,
    sources: [
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-getting-started-instance-profile.html",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-with-ec2-instance-connect-endpoint.html",
    ],
    needs: unmanagedBastions,
    bad: { bastion: bastion({}) },
    good: {
        role: declare(IamRole, { assumeRolePolicy: trusts("ec2") }),
        core: declare(IamRolePolicyAttachment, {
            role: ref("role.name"),
            policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        }),
        profile: declare(IamInstanceProfile, { role: ref("role.name") }),
        bastion: bastion({ iamInstanceProfile: ref("profile.name") }),
    },
    *check(stack) {
        for (const { lacks, ...place } of unmanagedBastions(stack)) yield { ...place, ...TEXTS[lacks] };
    },
});
