import { Ec2NetworkAcl } from "../../model/aws";
import { networkAcls, openedByAcl } from "../../model/graph";
import { cis, cwe, declare, defineStackRule, fsbp, owasp } from "../../pack";

const acl = (fromPort: number, toPort: number) => ({
    private: declare(Ec2NetworkAcl, {
        vpcId: "vpc-0a1b2c3d4e5f60718",
        ingress: [{ ruleNo: 100, action: "allow", protocol: "tcp", fromPort, toPort, cidrBlock: "0.0.0.0/0" }],
    }),
});

/** A range of return ports, which AWS recommends, holds RDP's port: it is no permission for that. */
export default defineStackRule({
    id: "network-acl-restricted",
    severity: "medium",
    frameworks: [fsbp("EC2.21"), cis("5.0", "5.2"), cis("7.0", "6.2"), cwe(284), cwe(668), owasp(6)],
    title: "Network ACLs keep administration and file transfer from the internet out.",
    why: "An ACL is what stands between the internet and a host whose security group somebody opens by mistake.",
    fix: "Allow the ports that the subnet serves, such as 443, and 1024-65535 for answers, or set cidrBlock to a known network.",
    sources: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
        "https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html",
    ],
    needs: networkAcls,
    bad: acl(22, 22),
    good: acl(443, 443),
    *check(stack) {
        for (const network of networkAcls(stack))
            for (const { what, ...one } of openedByAcl(network))
                yield { ...one, message: `lets ${what} in from the internet` };
    },
});
