import { given } from "../given";
import { perhaps, type ServiceNeeds, when } from "./need";

/** Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html, API_GetSessionToken.html and API_AssumeRole.html beside it */
export const sts: ServiceNeeds = {
    operations: {
        GetCallerIdentity: [],
        GetSessionToken: [],
        AssumeRole: [
            { action: "sts:AssumeRole", by: ["RoleArn"] },
            when(given("Tags"), "sts:TagSession", { by: ["RoleArn"] }),
            when(given("SourceIdentity"), "sts:SetSourceIdentity", { by: ["RoleArn"] }),
        ],
    },
};

/** Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html */
export const kms: ServiceNeeds = {
    operations: {
        ReEncrypt: [
            { action: "kms:ReEncryptFrom", by: ["SourceKeyId"] },
            { action: "kms:ReEncryptTo", by: ["DestinationKeyId"] },
        ],
    },
};

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html, API_RotateSecret.html beside it */
export const secretsmanager: ServiceNeeds = {
    types: { Secret: { by: ["SecretId", "Name"] } },
    operations: {
        BatchGetSecretValue: [
            { action: "secretsmanager:BatchGetSecretValue", by: [] },
            { action: "secretsmanager:GetSecretValue", by: ["SecretIdList"], when: given("SecretIdList") },
            perhaps("secretsmanager:ListSecrets"),
        ],
        RotateSecret: ["secretsmanager:RotateSecret", perhaps("lambda:InvokeFunction")],
    },
};
