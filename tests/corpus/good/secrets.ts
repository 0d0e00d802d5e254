/** Roles that read secrets and settings, and one that rotates them. */
import {
    LambdaFunction,
    LambdaPermission,
    SecretsManagerSecret,
    SecretsManagerSecretRotation,
} from "../../../model/aws";
import { declare, ref } from "../../../pack";
import { arn, type Corpus, docs, lambda, ownLogs, REGION, role, service, trust } from "../parts";

const key = arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");

export const secretRoles: Corpus = {
    "a secret of this stack": {
        source: docs("secretsmanager/latest/userguide/auth-and-access_iam-policies.html"),
        program: {
            secret: declare(SecretsManagerSecret, { name: "orders/payment-token", kmsKeyId: key }),
            ...lambda(
                {
                    Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                    Resource: ref("secret.arn"),
                },
                {
                    Action: "kms:Decrypt",
                    Resource: key,
                    Condition: { StringEquals: { "kms:ViaService": service(`secretsmanager.${REGION}`) } },
                },
            ),
        },
    },
    "a secret by its name, with the six characters that AWS adds": {
        source: docs("secretsmanager/latest/userguide/auth-and-access_iam-policies.html"),
        program: lambda({
            Action: "secretsmanager:GetSecretValue",
            Resource: arn("secretsmanager", "secret:orders/payment-token-??????"),
        }),
    },
    "the secrets of a namespace": {
        source: docs("secretsmanager/latest/userguide/auth-and-access_iam-policies.html"),
        program: lambda({
            Action: "secretsmanager:GetSecretValue",
            Resource: arn("secretsmanager", "secret:orders/prod/*"),
        }),
    },
    "several secrets at once": {
        source: docs("secretsmanager/latest/userguide/auth-and-access_iam-policies.html"),
        program: lambda(
            {
                Action: "secretsmanager:GetSecretValue",
                Resource: [
                    arn("secretsmanager", "secret:orders/payment-token-??????"),
                    arn("secretsmanager", "secret:orders/mail-token-??????"),
                ],
            },
            { Action: ["secretsmanager:BatchGetSecretValue", "secretsmanager:ListSecrets"], Resource: "*" },
        ),
    },
    "settings under a path": {
        source: docs("systems-manager/latest/userguide/sysman-paramstore-access.html"),
        program: lambda(
            {
                Action: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
                Resource: [arn("ssm", "parameter/orders/prod"), arn("ssm", "parameter/orders/prod/*")],
            },
            {
                Action: "kms:Decrypt",
                Resource: key,
                Condition: {
                    StringEquals: { "kms:ViaService": service(`ssm.${REGION}`) },
                    StringLike: { "kms:EncryptionContext:PARAMETER_ARN": arn("ssm", "parameter/orders/prod/*") },
                },
            },
        ),
    },
    "a configuration of AppConfig": {
        source: docs("appconfig/latest/userguide/appconfig-retrieving-the-configuration.html"),
        program: lambda({
            Action: ["appconfig:GetLatestConfiguration", "appconfig:StartConfigurationSession"],
            Resource: arn("appconfig", "application/abc1234/environment/def5678/configuration/ghi9012"),
        }),
    },
    "the rotation of a secret": {
        source: docs("secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html"),
        program: {
            secret: declare(SecretsManagerSecret, { name: "orders/database", kmsKeyId: key }),
            ...role(
                trust("lambda"),
                {
                    Action: [
                        "secretsmanager:DescribeSecret",
                        "secretsmanager:GetSecretValue",
                        "secretsmanager:PutSecretValue",
                        "secretsmanager:UpdateSecretVersionStage",
                    ],
                    Resource: ref("secret.arn"),
                },
                { Action: "secretsmanager:GetRandomPassword", Resource: "*" },
                ownLogs("rotate"),
            ),
            rotate: declare(LambdaFunction, {
                name: "rotate",
                role: ref("role.arn"),
                handler: "index.handler",
                runtime: "nodejs22.x",
            }),
            permission: declare(LambdaPermission, {
                action: "lambda:InvokeFunction",
                function: ref("rotate.name"),
                principal: service("secretsmanager"),
                sourceArn: ref("secret.arn"),
            }),
            rotation: declare(SecretsManagerSecretRotation, {
                secretId: ref("secret.id"),
                rotationLambdaArn: ref("rotate.arn"),
                rotationRules: { automaticallyAfterDays: 30 },
            }),
        },
    },
    "the proxy of a database": {
        source: docs("AmazonRDS/latest/AuroraUserGuide/rds-proxy-secrets-arns.html"),
        program: role(
            trust("rds"),
            {
                Action: "secretsmanager:GetSecretValue",
                Resource: arn("secretsmanager", "secret:orders/database-AbCdEf"),
            },
            {
                Action: "kms:Decrypt",
                Resource: key,
                Condition: { StringEquals: { "kms:ViaService": service(`secretsmanager.${REGION}`) } },
            },
        ),
    },
};
