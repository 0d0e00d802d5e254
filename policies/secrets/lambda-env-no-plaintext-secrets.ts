import { LambdaFunction } from "../../model/aws";
import { isSecret } from "../../model/secrets";
import { undecided } from "../../model/values";
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
        const variables = environment.at("variables");
        // Variables whose very names are unknown may be anything.
        if (variables.state === "unknown")
            yield { when: undecided(variables.place), at: variables, message: "holds what is not known yet" };
        for (const [name, value] of variables.entries()) {
            const { is, what, standIn } = isSecret(name, value);
            yield { when: is, at: value, message: `holds ${what}`, ...(standIn && { severity: "low" }) };
        }
    },
});
