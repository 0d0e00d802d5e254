/** AWS Secrets Manager. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */

import { each } from "../place";
import { SecretsManagerSecret } from "../types";
import { bad, given, good } from "./condition";
import { atLeast, ownKey } from "./good";
import { settings } from "./setting";

export const secretsManager = [
    settings(SecretsManagerSecret, "secret", {
        protectedFromDeletion: {
            at: (secret) => secret.recoveryWindowInDays,
            good: atLeast(7),
            absent: good,
            severity: "low",
            says: { otherwise: "0, so what is deleted cannot be restored" },
            fix: "Set it to 7 or more, or leave it out for 30.",
        },
    }),
    settings(SecretsManagerSecret, "secret", {
        customerKey: { at: (secret) => secret.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(SecretsManagerSecret, "secret", {
        customerKey: {
            at: (secret) => each(secret.replicas).kmsKeyId,
            good: ownKey,
            absent: bad,
            // Where the secret itself has none, that is said once.
            only: given((secret) => secret.kmsKeyId),
        },
    }),
].flat();
