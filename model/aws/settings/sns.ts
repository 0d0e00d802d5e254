/** Amazon SNS, whose disks are always encrypted. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { SnsTopic } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const sns = [
    settings(SnsTopic, "topic", {
        customerKey: { at: (topic) => topic.kmsMasterKeyId, good: ownKey, absent: bad, controls: [fsbp("SNS.1")] },
    }),
].flat();
