import { Ec2Instance } from "../../model/aws";
import { bastions, isBastionHost, type PublicAddress, publicAddresses } from "../../model/graph";
import { all, not } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp } from "../../pack";

const web = (associatePublicIpAddress: boolean) =>
    declare(Ec2Instance, { ami: "ami-0abcdef1234567890", associatePublicIpAddress });

const TEXTS: Readonly<Record<PublicAddress["by"], { message: string; fix: string }>> = {
    itself: {
        message: "asks for a public address, so every port that its groups open is open to the internet",
        fix: "Set associatePublicIpAddress: false, and let a load balancer in a public subnet forward to it.",
    },
    subnet: {
        message: "absent, and its subnet gives every host a public address",
        fix: "Set associatePublicIpAddress: false, or subnetId to a private subnet.",
    },
    elastic: {
        message: "fixes a public address to an instance, so every port that its groups open is open to the internet",
        fix: "Remove the Elastic IP, and let a load balancer in a public subnet forward to the instance.",
    },
    ipv6: {
        message: "has an IPv6 address that an internet gateway leads to",
        fix: "Route ::/0 to an egress-only internet gateway, or give the instance no IPv6 address.",
    },
};

/** A web server with an address of its own is one too: a load balancer in front of it is what AWS advises. */
export default defineStackRule({
    id: "instance-no-public-ip",
    severity: "medium",
    frameworks: [fsbp("EC2.9"), fsbp("EC2.25"), fsbp("AutoScaling.5"), cwe(668)],
    title: "Instances have no public address.",
    why: "One rule of a security group too many, and what runs on it is open to everyone.",
    fix: "Put it in a private subnet with associatePublicIpAddress: false, behind a load balancer where it serves the internet.",
    sources: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9",
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
    ],
    needs: [bastions, publicAddresses],
    bad: { web: web(true) },
    good: { web: web(false) },
    *check(stack) {
        for (const { host, resource, at, when, by } of publicAddresses(stack))
            yield { resource, at, when: all(not(isBastionHost(stack, host)), when), ...TEXTS[by] };
    },
});
