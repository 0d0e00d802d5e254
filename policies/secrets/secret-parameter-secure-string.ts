import { SsmParameter } from "../../model/aws";
import { credentialIn, isLiteralSecret, isSecretAsMarked, isSecretName } from "../../model/secrets";
import { type Answer, all, answer, any, equals, holds, present, undecided, type Value } from "../../model/values";
import { cwe, defineRule, owasp, sas } from "../../pack";

export default defineRule({
    id: "secret-parameter-secure-string",
    severity: "high",
    frameworks: [cwe(312), sas(7), owasp(3)],
    title: "Parameters that hold secrets are SecureString.",
    why: "A String parameter is stored in the clear and read by everyone with ssm:GetParameter, without any key.",
    fix: 'Set type: "SecureString" and keyId, and give the value as a Pulumi secret (valueWo keeps it out of the state).',
    sources: ["https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"],
    bad: { name: "/orders/prod/db-password", type: "String", value: "correct-horse" },
    good: { name: "/orders/prod/db-password", type: "SecureString", value: "correct-horse" },
    resource: SsmParameter,
    check({ name, type, value, insecureValue }, context) {
        const called = name.text() ?? context.name;
        const stored = [value, insecureValue].filter((one) => one.state !== "absent");
        const secret = any(...stored.map((one) => isSecret(called, one)));
        return {
            when: all(any(equals(type, "String", "StringList"), present(insecureValue)), secret),
            at: insecureValue.state === "absent" ? type : insecureValue,
            message: "allows the secret in this parameter to be stored in plain text",
        };
    },
});

function isSecret(name: string, value: Value): Answer {
    const last = name.split("/").at(-1) ?? name;
    if (value.state === "unknown") return isSecretName(last) || value.secret ? undecided(value.place) : answer(false);
    return any(
        answer(value.secret && isSecretAsMarked(value.text() ?? "")),
        holds(value, (text) => credentialIn(text) !== undefined || isLiteralSecret(last, text)),
    );
}
