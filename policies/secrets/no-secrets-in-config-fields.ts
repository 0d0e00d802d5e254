import { EcsTaskDefinition, plainTextTypes } from "../../model/aws";
import { cwe, declare, defineRule, fsbp, json, onPlainText, owasp, randomPassword, ref, sas } from "../../pack";

const container = (more: object) =>
    json([{ name: "orders", image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1", ...more }]);

/** A function's variables are judged by lambda-env-no-plaintext-secrets. */
export default defineRule({
    id: "no-secrets-in-config-fields",
    severity: "high",
    frameworks: [fsbp("ECS.8"), fsbp("CodeBuild.2"), cwe(312), cwe(798), sas(7), owasp(3)],
    title: "Settings, scripts and definitions hold no secrets.",
    why: "They are kept and shown in plain text: in the console, in descriptions by the API, in histories, in logs of what runs.",
    fix: "Keep it in Secrets Manager or a SecureString parameter, refer to it by ARN or name, and read it where it is used.",
    sources: [
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html",
        "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html",
    ],
    bad: {
        family: "orders",
        containerDefinitions: container({ environment: [{ name: "DB_PASSWORD", value: "correct-horse" }] }),
    },
    good: {
        family: "orders",
        containerDefinitions: container({
            secrets: [
                {
                    name: "DB_PASSWORD",
                    valueFrom: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-Ab12Cd",
                },
            ],
        }),
    },
    resource: [EcsTaskDefinition, ...plainTextTypes("configuration")],
    everywhere: true,
    ...onPlainText("configuration", {
        password: randomPassword,
        orders: declare(EcsTaskDefinition, {
            family: "orders",
            containerDefinitions: container({ environment: [{ name: "SETTING", value: ref("password.result") }] }),
        }),
    }),
});
