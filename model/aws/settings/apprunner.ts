/** AWS App Runner, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { AppRunnerService } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const appRunner = [
    settings(AppRunnerService, "registry", {
        customerKey: {
            at: (service) => service.encryptionConfiguration.kmsKey,
            good: ownKey,
            absent: bad,
            says: {
                absent: "absent, so App Runner's copy of the code or image is encrypted with a key that AWS manages",
            },
        },
    }),
].flat();
