import {
    AwsProvider,
    EcsTaskDefinition,
    OpsWorksApplication,
    OpsWorksStack,
    SecretsManagerSecret,
} from "../../../model/aws";
import { declare, json, randomPassword, ref, secret, unknown } from "../../../pack";
import rule from "../../../policies/secrets/no-secrets-in-config-fields";
import { testRule } from "../../support/rule-tester";

const task = (container: object) =>
    declare(EcsTaskDefinition, { family: "orders", containerDefinitions: json([{ name: "orders", ...container }]) });
const made = randomPassword;
const stored = declare(SecretsManagerSecret, { name: "orders/prod/db" });

/** As a provider sends it, whatever the typings say. */
const tagging = (defaultTags: unknown) => declare<object>(AwsProvider, { defaultTags });

testRule(rule, {
    valid: {
        "an ordinary variable": task({ environment: [{ name: "TABLE", value: "orders" }] }),
        "the ARN of a secret": {
            stored,
            orders: task({ environment: [{ name: "SETTING", value: ref("stored.arn") }] }),
        },
        "a provider's ordinary tags": tagging(json({ tags: { Owner: "orders", Stage: "prod" } })),
        "a variable that OpsWorks hides": declare(OpsWorksApplication, {
            environments: [{ key: "DB_PASSWORD", value: "correct-horse", secure: true }],
        }),
        "unknown as a whole": declare(EcsTaskDefinition, { family: "orders", containerDefinitions: unknown }),
    },
    invalid: {
        "among a provider's tags, which travel as JSON": {
            given: tagging(json({ tags: { Owner: "orders", DB_PASSWORD: "correct-horse" } })),
            reports: ["defaultTags.tags.DB_PASSWORD"],
        },
        "a provider's tags that the program marks": {
            given: tagging(secret(json({ tags: { Setting: "correct-horse" } }))),
            reports: ["defaultTags"],
        },
        "in a type of version 6 alone": {
            given: declare(OpsWorksStack, { customJson: json({ db: { password: "correct-horse" } }) }),
            reports: ["customJson.db.password"],
        },
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
