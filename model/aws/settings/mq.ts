/** Amazon MQ. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { MqBroker } from "../types";
import { bad, given, good, unless, when } from "./condition";
import { off, on, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

export const mq = [
    settings(MqBroker, "broker", {
        private: { at: (broker) => broker.publiclyAccessible, good: off, absent: good },
        upgraded: {
            at: (broker) => broker.autoMinorVersionUpgrade,
            good: on,
            absent: bad,
            controls: [fsbp("MQ.3")],
        },
    }),
    settings(MqBroker, "broker", {
        logged: {
            at: (broker) => broker.logs.audit,
            good: on,
            absent: bad,
            // https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-rabbitmq.html
            only: unless(when((broker) => broker.engineType, "RabbitMQ", "RABBITMQ", "rabbitmq")),
            fix: "Set logs: { audit: true, general: true }.",
            controls: [fsbp("MQ.2")],
        },
    }),
    settings(MqBroker, "broker", {
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
