import { Ec2Instance } from "../../model/aws";
import { bastions, isBastionHost, type PublicAddress, publicAddresses } from "../../model/graph";
import { all } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp } from "../../pack";

const bastion = (associatePublicIpAddress: boolean) =>
    declare(Ec2Instance, { ami: "ami-0abcdef1234567890", associatePublicIpAddress, tags: { Name: "bastion" } });

const TEXTS: Readonly<Record<PublicAddress["by"], { message: string; fix: string }>> = {
    itself: {
        message: "asks for a public address, so everyone may try to get into the private network by this host",
        fix: "Set associatePublicIpAddress: false and open sessions with Session Manager.",
    },
    subnet: {
        message: "absent, and its subnet gives every host a public address: everyone may try to get in by this one",
        fix: "Set associatePublicIpAddress: false, or subnetId to a private subnet.",
    },
    elastic: {
        message: "fixes a public address to a bastion, so everyone may try to get into the private network by it",
        fix: "Remove the Elastic IP and open sessions with Session Manager.",
    },
    ipv6: {
        message: "has an IPv6 address that an internet gateway leads to: everyone may try to get in by this host",
        fix: "Route ::/0 to an egress-only internet gateway, or give the host no IPv6 address.",
    },
};

export default defineStackRule({
    id: "bastion-no-public-ip",
    severity: "high",
    frameworks: [fsbp("EC2.9"), fsbp("EC2.25"), cwe(668)],
    title: "Bastion hosts have no public address.",
    why: "A bastion reaches what is private: with an address of the internet, one flaw or one key is all that it takes to get in.",
    fix: "Put it in a private subnet with associatePublicIpAddress: false, and open sessions with Session Manager.",
    sources: [
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
    ],
    needs: [bastions, publicAddresses],
    bad: { bastion: bastion(true) },
    good: { bastion: bastion(false) },
    *check(stack) {
        for (const { host, resource, at, when, by } of publicAddresses(stack))
            yield { resource, at, when: all(isBastionHost(stack, host), when), ...TEXTS[by] };
    },
});
