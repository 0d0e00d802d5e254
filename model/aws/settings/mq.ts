/** Amazon MQ. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { MqBroker } from "../types";
import { bad, good, unless, when } from "./condition";
import { off, on } from "./good";
import { settings } from "./setting";

export const mq = [
    settings(MqBroker, "broker", {
        private: { at: (broker) => broker.publiclyAccessible, good: off, absent: good },
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
].flat();
