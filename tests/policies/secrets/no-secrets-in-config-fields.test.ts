import { EcsTaskDefinition, SecretsManagerSecret } from "../../../model/aws";
import { declare, json, randomPassword, ref, secret, unknown } from "../../../pack";
import rule from "../../../policies/secrets/no-secrets-in-config-fields";
import { testRule } from "../../support/rule-tester";

const task = (container: object) =>
    declare(EcsTaskDefinition, { family: "orders", containerDefinitions: json([{ name: "orders", ...container }]) });
const made = randomPassword;
const stored = declare(SecretsManagerSecret, { name: "orders/prod/db" });

testRule(rule, {
    valid: {
        "an ordinary variable": task({ environment: [{ name: "TABLE", value: "orders" }] }),
        "the ARN of a secret": {
            stored,
            orders: task({ environment: [{ name: "SETTING", value: ref("stored.arn") }] }),
        },
        "unknown as a whole": declare(EcsTaskDefinition, { family: "orders", containerDefinitions: unknown }),
    },
    invalid: {
        "in a second container": {
            given: declare(EcsTaskDefinition, {
                family: "orders",
                containerDefinitions: json([
                    { name: "orders" },
                    { name: "proxy", environment: [{ name: "DB_PASSWORD", value: "correct-horse" }] },
                ]),
            }),
            reports: ["containerDefinitions[1].environment[0].value"],
        },
        "among a command's words": {
            given: task({ command: ["serve", "--db-password", "q8Zr3kP0vXt7"] }),
            reports: ["containerDefinitions[0].command"],
        },
        "a random password": {
            given: { made, orders: task({ environment: [{ name: "SETTING", value: ref("made.result") }] }) },
            reports: ["orders: containerDefinitions"],
        },
        "marked by the program": {
            given: declare(EcsTaskDefinition, {
                family: "orders",
                containerDefinitions: secret(json([{ name: "a", environment: [{ name: "SETTING", value: "b" }] }])),
            }),
            reports: ["containerDefinitions"],
        },
        "marked by the program, beside what is not known yet": {
            given: declare(EcsTaskDefinition, { family: "orders", containerDefinitions: secret(unknown) }),
            reports: ["containerDefinitions"],
        },
    },
});
