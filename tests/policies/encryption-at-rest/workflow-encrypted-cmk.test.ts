import { MwaaEnvironment, StateMachine, StepFunctionsActivity } from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/workflow-encrypted-cmk";
import { testRule } from "../../support/rule-tester";

const kmsKeyId = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const machine = { roleArn: "arn:aws:iam::111122223333:role/orders", definition: "{}" };
const airflow = { dagS3Path: "dags", executionRoleArn: machine.roleArn, sourceBucketArn: "arn:aws:s3:::dags" };

testRule(rule, {
    valid: {
        "a key not known yet": declare(StateMachine, {
            ...machine,
            encryptionConfiguration: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: unknown },
        }),
        "an activity": declare(StepFunctionsActivity, {
            encryptionConfiguration: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId },
        }),
        Airflow: declare(MwaaEnvironment, { ...airflow, kmsKey: kmsKeyId } as Example),
    },
    invalid: {
        "a machine in a mode that does not use its key": {
            given: { ...machine, encryptionConfiguration: { type: "AWS_OWNED_KEY", kmsKeyId } },
            reports: ["encryptionConfiguration.type"],
        },
        "an activity in a mode that does not": {
            given: declare(StepFunctionsActivity, { encryptionConfiguration: { kmsKeyId } }),
            reports: ["encryptionConfiguration.type"],
        },
        "a machine under AWS's key": {
            given: { ...machine, encryptionConfiguration: { type: "AWS_OWNED_KEY" } },
            reports: ["encryptionConfiguration.kmsKeyId"],
            weighs: ["low"],
        },
        "an activity": {
            given: declare(StepFunctionsActivity, { name: "approve" }),
            reports: ["encryptionConfiguration.kmsKeyId"],
        },
        Airflow: { given: declare(MwaaEnvironment, airflow as Example), reports: ["kmsKey"] },
    },
});
