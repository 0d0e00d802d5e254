import { LambdaFunction } from "../../model/aws";
import { credentialIn, isLiteralSecret, isSecretAsMarked, isSecretName } from "../../model/secrets";
import { type Answer, answer, undecided, type Value } from "../../model/values";
import { cwe, defineRule, owasp, sas } from "../../pack";

/** Known gap: a secret under a harmless name, in no known format, that the program did not mark secret. */
export default defineRule({
    id: "lambda-env-no-plaintext-secrets",
    severity: "critical",
    frameworks: [cwe(526), cwe(312), sas(7), owasp(3)],
    title: "Environment variables hold no secrets.",
    why: "Everyone who may view the function sees its variables, and they are copied into every version, log and console page.",
    fix: "Keep it in Secrets Manager or a SecureString parameter, pass its name or ARN, and read it at run time.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-encryption",
    ],
    bad: {
        role: "arn:aws:iam::111122223333:role/orders",
        environment: { variables: { DB_PASSWORD: "correct-horse" } },
    },
    good: {
        role: "arn:aws:iam::111122223333:role/orders",
        environment: {
            variables: { DB_PASSWORD_SECRET_ARN: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-Ab12Cd" },
        },
    },
    resource: LambdaFunction,
    *check({ environment }) {
        for (const [name, value] of environment.at("variables").entries()) {
            yield { when: isSecret(name, value), at: value, message: finding(value) };
        }
    },
});

function isSecret(name: string, value: Value): Answer {
    const text = value.text();
    if (text !== undefined) {
        return answer(
            credentialIn(text) !== undefined || isLiteralSecret(name, text) || (value.secret && isSecretAsMarked(text)),
        );
    }
    // An unknown under a harmless name is most likely a name, a URL or an ARN of this stack.
    const suspected = value.state === "unknown" && (isSecretName(name) || value.secret);
    return suspected ? undecided(value.place) : answer(false);
}

function finding(value: Value): string {
    const credential = credentialIn(value.text() ?? "");
    if (credential !== undefined) return `holds ${credential} in plain text`;
    return value.secret
        ? "holds a value that this program marks secret, in plain text"
        : "holds a secret in plain text, by its name";
}
