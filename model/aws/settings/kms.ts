/** AWS KMS. A replica rotates with its primary key. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import { KmsExternalKey, KmsKey } from "../types";
import { bad, both, given, good, says, unless } from "./condition";
import { nothing, on, oneOf } from "./good";
import { settings } from "./setting";

const imported = "comes from outside of AWS, so AWS does not rotate the key";

export const kms = [
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
            fix: "Leave it out, and delete the key once nothing needs it.",
        },
    }),
    settings(KmsKey, "key", {
        rotated: {
            at: (key) => key.customKeyStoreId,
            good: nothing,
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
            good: nothing,
            absent: bad,
            profile: "strict",
            severity: "low",
            says: { absent: imported, otherwise: imported },
            fix: "Use aws.kms.Key with enableKeyRotation, or replace the key by hand from time to time.",
        },
    }),
].flat();
