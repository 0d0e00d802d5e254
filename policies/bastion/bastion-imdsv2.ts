import { Ec2Instance } from "../../model/aws";
import { cis, cwe, defineSettingRule, owasp } from "../../pack";

/** What a launch template of another stack says is not seen: its instances are passed over. */
export default defineSettingRule({
    id: "bastion-imdsv2",
    topic: "tokensDemanded",
    of: ["host", "analytics"],
    severity: "high",
    frameworks: [cis("5.0", "5.7"), cis("7.0", "6.7"), cwe(918), owasp(6)],
    title: "Hosts give the credentials of their role to nobody without a session token.",
    why: "Version 1 of the metadata service answers any request: a server that can be made to fetch an address hands over its role.",
    fix: 'Set httpTokens: "required".',
    sources: [
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
    ],
    absent: "absent, so requests need no token",
    otherwise: "allows requests without a token",
    example: Ec2Instance,
    bad: { ami: "ami-0abcdef1234567890", instanceType: "t4g.nano", metadataOptions: { httpTokens: "optional" } },
    good: { ami: "ami-0abcdef1234567890", instanceType: "t4g.nano", metadataOptions: { httpTokens: "required" } },
});
