/** AWS Secrets Manager, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { each } from "../place";
import { SecretsManagerSecret } from "../types";
import { bad, given } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const secretsManager = [
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
