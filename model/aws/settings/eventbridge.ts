/** Amazon EventBridge. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { EventBus } from "../types";
import { good, says } from "./condition";
import { noneOf } from "./good";
import { settings } from "./setting";

export const eventbridge = [
    settings(EventBus, "bus", {
        discreet: {
            at: (bus) => bus.logConfig.includeDetail,
            good: noneOf("FULL"),
            absent: good,
            only: says((bus) => bus.logConfig.level, noneOf("OFF")),
            fix: 'Set logConfig.includeDetail: "NONE".',
        },
    }),
].flat();
