import { KmsExternalKey, KmsKey, KmsReplicaKey } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/kms-key-rotation";
import { testRule } from "../../support/rule-tester";

const options = { strictRows: true };
const imported = declare(KmsExternalKey, { keyMaterialBase64: "AAAA" });
const ofOwnStore = declare(KmsKey, { customKeyStoreId: "cks-1234567890abcdef0" });

testRule(rule, {
    valid: {
        "every 90 days": { enableKeyRotation: true, rotationPeriodInDays: 90 },
        "a symmetric key, said aloud": {
            customerMasterKeySpec: "SYMMETRIC_DEFAULT",
            keyUsage: "ENCRYPT_DECRYPT",
            enableKeyRotation: "true" as never,
            isEnabled: true,
        },
        "a key that signs, which cannot": { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
        "an asymmetric key that encrypts, which cannot": { customerMasterKeySpec: "RSA_4096" },
        "a key for message codes, which cannot": {
            customerMasterKeySpec: "HMAC_256",
            keyUsage: "GENERATE_VERIFY_MAC",
        },
        "a key of one's own store, which cannot": ofOwnStore,
        "a key outside of AWS, which cannot": { customKeyStoreId: "cks-1", xksKeyId: "key" },
        "imported material, which cannot": imported,
        "a replica, which rotates with its primary key": declare(KmsReplicaKey, {
            primaryKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/mrk-1",
        }),
    },
    invalid: {
        "switched off": { given: { enableKeyRotation: false }, reports: ["enableKeyRotation"], weighs: ["medium"] },
        "a period without the switch": { given: { rotationPeriodInDays: 180 }, reports: ["enableKeyRotation"] },
        "the primary key of several regions": { given: { multiRegion: true }, reports: ["enableKeyRotation"] },
        "a key that is switched off": {
            given: { enableKeyRotation: true, isEnabled: "False" as never },
            reports: ["isEnabled"],
        },
        "a key that signs and is switched off": {
            given: { customerMasterKeySpec: "RSA_2048", isEnabled: false },
            reports: ["isEnabled"],
        },

        "a store of one's own": {
            given: ofOwnStore,
            options,
            reports: ["customKeyStoreId"],
            weighs: ["low"],
        },
        "imported material": { given: imported, options, reports: ["keyMaterialBase64"], weighs: ["low"] },
        "material that is imported later": {
            given: declare(KmsExternalKey, { description: "orders" }),
            options,
            reports: ["keyMaterialBase64"],
        },
    },
    undecided: {
        "whether it is on": { given: { enableKeyRotation: unknown }, awaits: ["enableKeyRotation"] },
        "what kind of key it is": {
            given: { customerMasterKeySpec: unknown },
            awaits: ["customerMasterKeySpec"],
        },
    },
});
