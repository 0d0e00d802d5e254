/** AWS KMS. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { KmsExternalKey, KmsKey, KmsReplicaKey } from "../types";
import { good } from "./condition";
import { atLeast } from "./good";
import { settings } from "./setting";

/** AWS itself asks for 7 days at least, and gives 30. */
const kept = {
    good: atLeast(30),
    absent: good,
    profile: "strict",
    severity: "low",
    says: { otherwise: "fewer than AWS's 30 days, after which nothing that the key encrypted can be read again" },
    fix: "Set it to 30, or leave it out.",
} as const;

export const kms = [
    settings(KmsKey, "key", { protectedFromDeletion: { at: (key) => key.deletionWindowInDays, ...kept } }),
    settings(KmsReplicaKey, "key", { protectedFromDeletion: { at: (key) => key.deletionWindowInDays, ...kept } }),
    settings(KmsExternalKey, "key", { protectedFromDeletion: { at: (key) => key.deletionWindowInDays, ...kept } }),
].flat();
