/** Amazon MQ. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { MqBroker } from "../types";
import { bad, given, good } from "./condition";
import { off, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

export const mq = [
    settings(MqBroker, "broker", {
        private: { at: (broker) => broker.publiclyAccessible, good: off, absent: good },
        customerKey: { at: (broker) => broker.encryptionOptions.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(MqBroker, "broker", {
        customerKey: {
            at: (broker) => broker.encryptionOptions.useAwsOwnedKey,
            good: off,
            absent: bad,
            only: given((broker) => broker.encryptionOptions.kmsKeyId),
            says: usesOwnKey,
            fix: "Set it to false.",
        },
    }),
].flat();
