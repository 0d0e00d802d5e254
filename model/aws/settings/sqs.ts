/** Amazon SQS, which encrypts with a key of its own unless told not to. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { SqsQueue } from "../types";
import { bad, given, good, unless } from "./condition";
import { on, ownKey } from "./good";
import { settings } from "./setting";

export const sqs = [
    settings(SqsQueue, "queue", {
        encryptedAtRest: {
            at: (queue) => queue.sqsManagedSseEnabled,
            good: on,
            absent: good,
            only: unless(given((queue) => queue.kmsMasterKeyId)),
            controls: [fsbp("SQS.1")],
        },
        customerKey: { at: (queue) => queue.kmsMasterKeyId, good: ownKey, absent: bad },
    }),
].flat();
