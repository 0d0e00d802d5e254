/** Amazon MWAA, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { MwaaEnvironment } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const mwaa = [
    settings(MwaaEnvironment, "workflow", {
        customerKey: { at: (environment) => environment.kmsKey, good: ownKey, absent: bad },
    }),
].flat();
