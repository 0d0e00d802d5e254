import { CloudTrailEventDataStore, CloudTrailTrail, LogGroup, XRayEncryptionConfig } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/log-group-cmk";
import { testRule } from "../../support/rule-tester";

const kmsKeyId = "arn:aws:kms:eu-west-1:111122223333:key/logs";

testRule(rule, {
    valid: {
        "a key not known yet": declare(LogGroup, { name: "/orders", kmsKeyId: unknown }),
        "a trail, whose key is asked for with all that makes a trail": declare(CloudTrailTrail, {
            s3BucketName: "trail",
        }),
        "an event data store": declare(CloudTrailEventDataStore, { name: "events", kmsKeyId }),
        traces: declare(XRayEncryptionConfig, { type: "KMS", keyId: "alias/traces" }),
    },
    invalid: {
        "traces in a mode that does not use the key": {
            given: declare(XRayEncryptionConfig, { type: "NONE", keyId: kmsKeyId }),
            reports: ["type"],
        },
        "a group with a key that is none": { given: { name: "/orders", kmsKeyId: "" }, reports: ["kmsKeyId"] },
        "an event data store": { given: declare(CloudTrailEventDataStore, { name: "events" }), reports: ["kmsKeyId"] },
        traces: { given: declare(XRayEncryptionConfig, { type: "NONE" }), reports: ["keyId"] },
        "traces under the key that AWS manages": {
            given: declare(XRayEncryptionConfig, { type: "KMS", keyId: "alias/aws/xray" }),
            reports: ["keyId"],
        },
    },
});
