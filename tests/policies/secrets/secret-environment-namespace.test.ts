import { SecretsManagerSecret, SsmParameter } from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/secrets/secret-environment-namespace";
import { testRule } from "../../support/rule-tester";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secret = (name: unknown, inputs: object = {}) =>
    declare(SecretsManagerSecret, { ...(name !== undefined && { name }), ...inputs } as Example);
const parameter = (name: unknown) =>
    declare(SsmParameter, { type: "SecureString", value: "correct-horse", name } as Example);
const on = (stack: string, name: string) => ({ given: secret(name), stack });
const reports = (given: object, stack = "prod", property = "name") => ({ given, stack, reports: [property] }) as never;
const weighing = (name: string, weight: "medium" | "low", stack = "prod") => ({
    given: secret(name),
    stack,
    reports: ["name"],
    weighs: [weight],
});

testRule(rule, {
    valid: {
        "a parameter's path": parameter("/prod/orders/key"),
        "a prefix": secret(undefined, { namePrefix: "prod/orders-" }),
        "another spelling": secret("Production/orders-db"),
        "a name without steps": secret("prod-orders-db"),
        "with dots": parameter("prod.orders.key"),
        "with its region": secret("prod-eu/orders-db"),
        "behind the product's name, in the first step": secret("acme-prod/orders-db"),
        "a shared one": parameter("/shared/orders/key"),
        "a shared one without steps": secret("common-datadog"),
        "one that the options share": { given: secret("platform/key"), options: { sharedNamespaces: ["/platform"] } },
        "a public one": parameter("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"),
        "one of Kafka's": secret("AmazonMSK_orders"),
        "one of the registry's": secret("ecr-pullthroughcache/docker-hub"),
        "one of a service": secret("rds!cluster-0a1b2c3d"),
        "made up by Pulumi": secret("subject-0a1b2c3"),
        "no name": secret(undefined),
        "that of development, in a stack of a person": on("dev-anna", "dev/orders-db"),
        "that of a person's stack": on("dev-anna", "/dev-anna/orders-db"),
        "that of a numbered one": on("dev2", "/dev/orders"),
        "that of a preview": on("pr-123", "/pr-123/orders"),
        "a preview with development's": on("pr-123", "/dev/orders"),
        "what is not production has one account": on("test", "/nonprod/orders"),
        "and one stack": on("nonprod", "/dev/orders"),
        "pre-production": on("pre-prod", "/preprod/orders"),
        "the stack's own name": on("eu", "/eu/orders"),
        "by a tag": { given: secret("prod/orders-db"), stack: "eu", tags: { environment: "production" } },
        "by the configuration of the stack": { given: secret("uat/db"), stack: "eu", environment: "uat" },
        "by the pack's settings": {
            given: secret("blue/db"),
            stack: "blue-2",
            settings: { environments: ["blue|azure", "green"] },
        },
        "a stack that the settings call production": {
            given: secret("prod/db"),
            stack: "eu",
            settings: { productionStacks: ["eu"] },
        },
        "a name that is known to begin so": secret(`prod/${UNKNOWN}`),
    },
    invalid: {
        "another environment's": weighing("dev/orders-db", "medium"),
        "another's, without steps": weighing("dev-orders-db", "medium"),
        "another's prefix": reports(secret(undefined, { namePrefix: "staging/orders-" }), "prod", "namePrefix"),
        "a parameter of production in development": reports(parameter("/prod/orders/key"), "dev"),
        "pre-production's in production": reports(secret("pre-prod/db")),
        "production's in pre-production": reports(secret("prod/db"), "preprod"),
        "what is not production's, in production": reports(secret("nonprod/db")),
        "another's as a later step": reports(parameter("/orders/dev/key")),
        none: weighing("orders-db", "medium"),
        "no environment in a path": reports(parameter("/orders/key")),
        "a word that begins alike": reports(secret("product/orders-db")),
        "its own, as a later step": weighing("/orders/prod/key", "low"),
        "its own, as a later word": weighing("orders-prod-db", "low"),
        "shared in the middle": reports(parameter("/orders/shared/key")),
        "that of another in a name that is known in part": reports(secret(`dev/${UNKNOWN}`)),
        "production's, in a stack that is only known not to be it": {
            given: secret("prod/db"),
            stack: "anna",
            settings: { developmentStacks: ["anna"] },
            reports: ["name"],
        },
        "by the pack's settings": {
            given: secret("green/db"),
            stack: "blue",
            settings: { environments: ["blue|azure", "green"] },
            reports: ["name"],
        },
    },
    undecided: {
        "not known yet": { given: secret(unknown), awaits: ["name"] },
        "known to begin with something else": { given: secret(`orders-${UNKNOWN}`), awaits: ["name"] },
        "whose stack it is": {
            given: secret("prod/orders-db"),
            stack: "eu",
            awaits: ["aws-serverless-security:environment"],
        },
        "whose stack it is, without an environment": {
            given: secret("orders-db"),
            stack: "main",
            awaits: ["aws-serverless-security:environment"],
        },
    },
});
