import { LogDelivery, LogDeliverySource } from "../types";
import { companion } from "./condition";

/** CloudWatch delivers its logs: a source that names it, and a delivery of that source. */
export const delivered = companion(
    LogDeliverySource,
    (source) => source.resourceArn,
    companion(LogDelivery, (delivery) => delivery.deliverySourceName),
);
