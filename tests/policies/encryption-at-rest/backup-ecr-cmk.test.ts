import {
    AppRunnerService,
    BackupLogicallyAirGappedVault,
    BackupVault,
    CodeArtifactDomain,
    EcrRepository,
    EcrRepositoryCreationTemplate,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/backup-ecr-cmk";
import { testRule } from "../../support/rule-tester";

const key = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const gap = { minRetentionDays: 7, maxRetentionDays: 30 };
const template = { appliedFors: ["PULL_THROUGH_CACHE"], prefix: "orders" };
const service = { serviceName: "orders", sourceConfiguration: {} };
const encryptionConfigurations = [{ encryptionType: "KMS", kmsKey: key }];

testRule(rule, {
    valid: {
        "a key not known yet": declare(BackupVault, { kmsKeyArn: unknown }),
        "a vault apart": declare(BackupLogicallyAirGappedVault, { ...gap, encryptionKeyArn: key }),
        "a repository": declare(EcrRepository, { encryptionConfigurations }),
        "a template": declare(EcrRepositoryCreationTemplate, { ...template, encryptionConfigurations }),
        packages: declare(CodeArtifactDomain, { domain: "orders", encryptionKey: key }),
        "App Runner": declare(AppRunnerService, { ...service, encryptionConfiguration: { kmsKey: key } } as Example),
    },
    invalid: {
        "a repository in a mode that does not use its key": {
            given: declare(EcrRepository, { encryptionConfigurations: [{ kmsKey: key }] }),
            reports: ["encryptionConfigurations[0].encryptionType"],
        },
        "a template in a mode that does not": {
            given: declare(EcrRepositoryCreationTemplate, {
                ...template,
                encryptionConfigurations: [{ encryptionType: "AES256", kmsKey: key }],
            }),
            reports: ["encryptionConfigurations[0].encryptionType"],
        },
        "a vault under the key that AWS manages": {
            given: { kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:alias/aws/backup" },
            reports: ["kmsKeyArn"],
            weighs: ["low"],
        },
        "a vault apart": { given: declare(BackupLogicallyAirGappedVault, gap), reports: ["encryptionKeyArn"] },
        "a repository": {
            given: declare(EcrRepository, { name: "orders" }),
            reports: ["encryptionConfigurations[0].kmsKey"],
        },
        "a repository under the key that AWS manages": {
            given: declare(EcrRepository, { encryptionConfigurations: [{ encryptionType: "KMS" }] }),
            reports: ["encryptionConfigurations[0].kmsKey"],
        },
        "a template": {
            given: declare(EcrRepositoryCreationTemplate, template),
            reports: ["encryptionConfigurations[0].kmsKey"],
        },
        packages: { given: declare(CodeArtifactDomain, { domain: "orders" }), reports: ["encryptionKey"] },
        "App Runner": {
            given: declare(AppRunnerService, service as Example),
            reports: ["encryptionConfiguration.kmsKey"],
        },
    },
    undecided: {
        "a list not known yet": {
            given: declare(EcrRepository, { encryptionConfigurations: unknown }),
            awaits: ["encryptionConfigurations.encryptionType", "encryptionConfigurations.kmsKey"],
        },
    },
});
