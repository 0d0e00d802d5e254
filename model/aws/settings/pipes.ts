/** Amazon EventBridge Pipes. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { not } from "../../values";
import { Pipe } from "../types";
import { good, says } from "./condition";
import { goodWhere, noneOf, oneOf, some } from "./good";
import { settings } from "./setting";

const all = some(oneOf("ALL"));

export const pipes = [
    settings(Pipe, "workflow", {
        discreet: {
            at: (pipe) => pipe.logConfiguration.includeExecutionDatas,
            good: goodWhere("without ALL", (said) => not(all(said))),
            absent: good,
            only: says((pipe) => pipe.logConfiguration.level, noneOf("OFF")),
            fix: "Leave includeExecutionDatas out.",
        },
    }),
].flat();
