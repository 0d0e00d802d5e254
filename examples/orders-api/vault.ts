import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId, key } from "./keys";
import { either } from "./mistakes";

/** What opens other systems. The platform team's function knows how to renew it. */
const rotationLambdaArn = pulumi.interpolate`arn:aws:lambda:eu-west-1:${accountId}:function:rotate-passwords`;

/** The warehouse's own database, where the orders' service has a user. */
const warehouse = new aws.secretsmanager.Secret("warehouse", { name: "prod/orders/warehouse", kmsKeyId: key.arn });
either(
    "secret-rotation-enabled",
    () => undefined,
    () =>
        new aws.secretsmanager.SecretRotation("warehouse", {
            secretId: warehouse.id,
            rotationLambdaArn,
            rotationRules: { automaticallyAfterDays: 30 },
        }),
)();

/** And the archive's. */
const archive = new aws.secretsmanager.Secret("archive", {
    name: either("secret-environment-namespace", "orders/archive", "prod/orders/archive"),
    kmsKeyId: key.arn,
});
new aws.secretsmanager.SecretRotation("archive", {
    secretId: archive.id,
    rotationLambdaArn,
    rotationRules: { scheduleExpression: either("secret-rotation-interval", "cron(0 4 1 1 ? *)", "cron(0 4 1 * ? *)") },
});

/** Moves what is older than a year into the archive. */
const mover = new aws.iam.Role("archive-mover", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                actions: ["sts:AssumeRole"],
                principals: [{ type: "Service", identifiers: ["glue.amazonaws.com"] }],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
            },
        ],
    }).json,
});
new aws.iam.RolePolicy("archive-mover", {
    role: mover.name,
    policy: aws.iam.getPolicyDocumentOutput({
        statements: [
            { actions: ["secretsmanager:GetSecretValue"], resources: [archive.arn] },
            {
                sid: "OldArchive",
                actions: ["secretsmanager:GetSecretValue"],
                resources: [
                    pulumi.interpolate`arn:aws:secretsmanager:eu-west-1:${accountId}:secret:${either("secret-access-within-environment", "staging", "prod")}/old-archive-??????`,
                ],
            },
            { actions: ["kms:Decrypt"], resources: [key.arn] },
        ],
    }).json,
});
