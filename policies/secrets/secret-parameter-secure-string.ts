import { SsmParameter } from "../../model/aws";
import { holdsSecretOf } from "../../model/graph";
import { isSecret } from "../../model/secrets";
import { all, any, equals, not, present } from "../../model/values";
import { cwe, declare, defineStackRule, owasp, sas } from "../../pack";

const password = { name: "/orders/prod/db-password", value: "correct-horse" };

/** Known gap: a secret under a harmless name, in no known format, that no resource of this stack makes: the SDK marks every value. */
export default defineStackRule({
    id: "secret-parameter-secure-string",
    severity: "high",
    frameworks: [cwe(312), sas(7), owasp(3)],
    title: "Parameters that hold secrets are SecureString.",
    why: "A String parameter is stored in the clear and read by everyone with ssm:GetParameter, without any key.",
    fix: 'Set type: "SecureString" and keyId, and give the value as a Pulumi secret (from version 7 of @pulumi/aws on, valueWo keeps it out of the state).',
    sources: ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"],
    bad: { password: declare(SsmParameter, { ...password, type: "String" }) },
    good: { password: declare(SsmParameter, { ...password, type: "SecureString" }) },
    needs: SsmParameter,
    *check(stack) {
        for (const resource of stack.ofType(SsmParameter)) {
            const { name, type, insecureValue } = resource.inputs;
            const called = (name.text() ?? resource.name).split("/").at(-1) ?? "";
            const stored = (["value", "insecureValue", "valueWo"] as const).map((property) => {
                const suspicion = isSecret(called, resource.inputs[property]);
                return { ...suspicion, is: any(suspicion.is, holdsSecretOf(resource, called, property)) };
            });
            // A state has the empty text where none was given.
            const insecure = all(present(insecureValue), not(equals(insecureValue, "")));
            yield {
                resource,
                when: all(any(equals(type, "String", "StringList"), insecure), any(...stored.map(({ is }) => is))),
                at: insecure.is === "no" ? type : insecureValue,
                message: "allows the secret in this parameter to be stored in plain text",
                ...(stored.every(({ is, standIn }) => is.is === "no" || standIn) && { severity: "low" }),
            };
        }
    },
});
