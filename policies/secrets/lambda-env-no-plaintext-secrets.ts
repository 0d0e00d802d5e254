import { LambdaFunction } from "../../model/aws";
import { undecided } from "../../model/values";
import { cwe, declare, defineRule, onPlainText, owasp, randomPassword, ref, sas } from "../../pack";

const onVariables = onPlainText("function", {
    password: randomPassword,
    orders: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        environment: { variables: { SETTING: ref("password.result") } },
    }),
});

/** Known gap: a secret under a harmless name, in no known format, that the program did not mark and no resource of the stack made. */
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
    *check(inputs, context) {
        const variables = inputs.environment.at("variables");
        // Variables whose very names are unknown may be anything.
        if (variables.state === "unknown")
            yield { when: undecided(variables.place), at: variables, message: "holds what is not known yet" };
        yield* onVariables.check(inputs, context);
    },
    inStack: onVariables.inStack,
});
