/** Amazon Cognito. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { CognitoUserPool } from "../types";
import { bad } from "./condition";
import { oneOf } from "./good";
import { settings } from "./setting";

export const cognito = [
    settings(CognitoUserPool, "directory", {
        protectedFromDeletion: {
            at: (pool) => pool.deletionProtection,
            good: oneOf("ACTIVE"),
            absent: bad,
            says: {
                absent: "absent, so one call deletes every user, whose passwords nobody can restore",
                otherwise: "inactive, so one call deletes every user, whose passwords nobody can restore",
            },
            fix: 'Set it to "ACTIVE".',
        },
    }),
].flat();
