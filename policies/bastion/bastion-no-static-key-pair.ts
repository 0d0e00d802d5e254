import { Ec2Instance } from "../../model/aws";
import { staticKeys } from "../../model/graph";
import { answer, any } from "../../model/values";
import { cwe, declare, defineStackRule, flag, sas } from "../../pack";

const host = { ami: "ami-0abcdef1234567890", instanceType: "t4g.nano", tags: { Name: "bastion" } };

/** A template is a bastion's by what it starts. */
export default defineStackRule({
    id: "bastion-no-static-key-pair",
    severity: "high",
    frameworks: [cwe(798), cwe(522), sas(2)],
    title: "Bastion hosts have no static SSH key.",
    why: "A key pair never expires and names nobody: whoever once copied the private key keeps a way into the private network.",
    fix: "Leave it out and connect with Session Manager or EC2 Instance Connect, whose access is short and recorded.",
    sources: [
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
        "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-linux-inst-eic.html",
    ],
    options: { allInstances: flag("Judge every instance, not bastions only.", false) },
    strict: { allInstances: true },
    needs: staticKeys,
    bad: { bastion: declare(Ec2Instance, { ...host, keyName: "operations" }) },
    good: { bastion: declare(Ec2Instance, host) },
    *check(stack, { options }) {
        for (const { resource, at, isBastions } of staticKeys(stack)) {
            const when = any(answer(options.allInstances), isBastions);
            const found = at
                ? { at, message: "holds a static SSH key: it opens this host until somebody removes it" }
                : {
                      at: "",
                      message: "holds a static SSH key, which opens whatever host gets it",
                      fix: "Remove this key pair and connect with Session Manager or EC2 Instance Connect.",
                  };
            yield { resource, when, ...found, ...(isBastions.is !== "yes" && { severity: "medium" as const }) };
        }
    },
});
