/** Amazon CloudFront. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { CloudFrontDistribution, CloudFrontMultitenantDistribution } from "../types";
import { either, given } from "./condition";
import { delivered } from "./delivery";
import { anything } from "./good";
import { settings } from "./setting";

export const cloudfront = [
    settings(CloudFrontDistribution, "edge", {
        logged: {
            at: (distribution) => distribution.loggingConfig.bucket,
            good: anything,
            absent: either(
                given((distribution) => distribution.defaultCacheBehavior.realtimeLogConfigArn),
                delivered,
            ),
            fix: "Set loggingConfig: { bucket: logs.bucketDomainName }, or deliver ACCESS_LOGS by LogDeliverySource, LogDeliveryDestination and LogDelivery.",
            controls: [fsbp("CloudFront.5")],
        },
    }),
    settings(CloudFrontMultitenantDistribution, "edge", {
        logged: {
            at: (distribution) => distribution,
            good: anything,
            absent: delivered,
            says: { absent: "has no log delivery, so who asked for what is nowhere to be read" },
            fix: "Deliver ACCESS_LOGS by LogDeliverySource, LogDeliveryDestination and LogDelivery.",
        },
    }),
].flat();
