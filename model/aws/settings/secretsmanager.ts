/** AWS Secrets Manager. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { SecretsManagerSecret } from "../types";
import { good } from "./condition";
import { atLeast } from "./good";
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
].flat();
