/** AWS KMS. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */

import { cis, fsbp } from "../../frameworks";
import { KmsExternalKey, KmsKey, KmsReplicaKey } from "../types";
import { bad, both, given, good, says, unless } from "./condition";
import { atLeast, empty, on, oneOf } from "./good";
import { settings } from "./setting";

/** AWS itself asks for 7 days at least, and gives 30. */
const kept = {
    good: atLeast(30),
    absent: good,
    profile: "strict",
    severity: "low",
    says: { otherwise: "fewer than AWS's 30 days, after which empty that the key encrypted can be read again" },
    fix: "Set it to 30, or leave it out.",
} as const;

const imported = "comes from outside of AWS, so AWS does not rotate the key";

export const kms = [
    settings(KmsKey, "key", { protectedFromDeletion: { at: (key) => key.deletionWindowInDays, ...kept } }),
    settings(KmsReplicaKey, "key", { protectedFromDeletion: { at: (key) => key.deletionWindowInDays, ...kept } }),
    settings(KmsExternalKey, "key", { protectedFromDeletion: { at: (key) => key.deletionWindowInDays, ...kept } }),
    settings(KmsKey, "key", {
        rotated: {
            at: (key) => key.enableKeyRotation,
            good: on,
            absent: bad,
            // AWS rotates symmetric keys for encryption whose material it made itself, and no others.
            only: both(
                says((key) => key.customerMasterKeySpec, oneOf("SYMMETRIC_DEFAULT"), good),
                says((key) => key.keyUsage, oneOf("ENCRYPT_DECRYPT"), good),
                unless(
                    given(
                        (key) => key.customKeyStoreId,
                        (key) => key.xksKeyId,
                    ),
                ),
            ),
            controls: [fsbp("KMS.4"), cis("5.0", "3.6"), cis("7.0", "4.6")],
        },
    }),
    settings(KmsKey, "key", {
        rotated: {
            at: (key) => key.isEnabled,
            good: on,
            absent: good,
            says: { otherwise: "false, so nobody can read what it encrypts, and it does not rotate" },
            fix: "Leave it out, and delete the key once empty needs it.",
        },
    }),
    settings(KmsKey, "key", {
        rotated: {
            at: (key) => key.customKeyStoreId,
            good: empty,
            absent: good,
            profile: "strict",
            severity: "low",
            says: { otherwise: "names a key store of your own, whose keys AWS does not rotate" },
            fix: "Leave it out, or replace the key by hand from time to time.",
        },
    }),
    settings(KmsExternalKey, "key", {
        rotated: {
            at: (key) => key.keyMaterialBase64,
            good: empty,
            absent: bad,
            profile: "strict",
            severity: "low",
            says: { absent: imported, otherwise: imported },
            fix: "Use aws.kms.Key with enableKeyRotation, or replace the key by hand from time to time.",
        },
    }),
].flat();
