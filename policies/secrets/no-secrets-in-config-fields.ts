import { EcsTaskDefinition, plainTextTypes } from "../../model/aws";
import { openOutputs } from "../../model/graph";
import { propertyOf } from "../../model/values";
import {
    cwe,
    declare,
    defineRule,
    fsbp,
    json,
    onPlainText,
    owasp,
    placeCause,
    randomPassword,
    ref,
    sas,
} from "../../pack";

const container = (more: object) =>
    json([{ name: "orders", image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1", ...more }]);

const onTexts = onPlainText("configuration", {
    password: randomPassword,
    orders: declare(EcsTaskDefinition, {
        family: "orders",
        containerDefinitions: container({ environment: [{ name: "SETTING", value: ref("password.result") }] }),
    }),
});

/**
 * A function's variables are judged by lambda-env-no-plaintext-secrets. Known gap: an output that is a secret by nothing but a mark which the
 * program took off, where no resource has it.
 */
export default defineRule({
    id: "no-secrets-in-config-fields",
    severity: "high",
    frameworks: [fsbp("ECS.8"), fsbp("CodeBuild.2"), cwe(312), cwe(798), sas(7), owasp(3)],
    title: "Settings, scripts, definitions and stack outputs hold no secrets.",
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
    check: onTexts.check,
    inStack: {
        ...onTexts.inStack,
        needs: [onTexts.inStack.needs, openOutputs],
        *check(stack) {
            yield* onTexts.inStack.check(stack);
            for (const { resource, at, is, what } of openOutputs(stack)) {
                const name = propertyOf(at.path);
                const fix = `Export it as a secret, export const ${name} = pulumi.secret(…), or leave it out.`;
                yield { resource, when: is, at, message: `holds ${what}`, fix, cause: placeCause(resource.urn, at) };
            }
        },
    },
});
