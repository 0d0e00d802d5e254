import { Ec2Instance, Ec2KeyPair, Ec2LaunchConfiguration, Ec2LaunchTemplate, isBastion } from "../../model/aws";
import { all, answer, any, present } from "../../model/values";
import { cwe, defineRule, flag, sas } from "../../pack";

/** A bastion is known by its name or tags; one that is called something else is missed. */
export default defineRule({
    id: "bastion-no-static-key-pair",
    severity: "high",
    frameworks: [cwe(798), cwe(522), sas(2)],
    title: "Bastion hosts have no static SSH key.",
    why: "A key pair never expires and names nobody: whoever once copied the private key keeps a way into the private network.",
    fix: "Remove keyName and connect with Session Manager or EC2 Instance Connect, whose access is short and recorded.",
    sources: ["https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html"],
    options: { allInstances: flag("Judge every instance, not bastions only.", false) },
    bad: { ami: "ami-0abcdef1234567890", instanceType: "t4g.nano", keyName: "operations", tags: { Name: "bastion" } },
    good: { ami: "ami-0abcdef1234567890", instanceType: "t4g.nano", tags: { Name: "bastion" } },
    resource: [Ec2Instance, Ec2LaunchTemplate, Ec2LaunchConfiguration, Ec2KeyPair],
    check(_inputs, { root, type, name, options }) {
        const inScope = any(answer(options.allInstances), isBastion(name, root));
        if (type === Ec2KeyPair.token) {
            return {
                when: inScope,
                at: "",
                message: "holds a static SSH key for a bastion",
                fix: "Remove this key pair and connect with Session Manager or EC2 Instance Connect.",
            };
        }
        return {
            when: all(inScope, present(root.get("keyName"))),
            at: "keyName",
            message: "holds a static SSH key: it opens this host until somebody removes it",
        };
    },
});
