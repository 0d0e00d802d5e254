/** AWS Systems Manager. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { SsmParameter } from "../types";
import { bad, when } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const ssm = [
    settings(SsmParameter, "secret", {
        customerKey: {
            at: (parameter) => parameter.keyId,
            good: ownKey,
            absent: bad,
            only: when((parameter) => parameter.type, "SecureString"),
        },
    }),
].flat();
