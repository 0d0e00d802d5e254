/** AWS Step Functions. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { StateMachine } from "../types";
import { bad, good, says } from "./condition";
import { noneOf, off, on } from "./good";
import { settings } from "./setting";

export const sfn = [
    settings(StateMachine, "workflow", {
        logged: {
            at: (machine) => machine.loggingConfiguration.level,
            good: noneOf("OFF"),
            absent: bad,
            controls: [fsbp("StepFunctions.1")],
        },
        discreet: {
            at: (machine) => machine.loggingConfiguration.includeExecutionData,
            good: off,
            absent: good,
            only: says((machine) => machine.loggingConfiguration.level, noneOf("OFF")),
            fix: "Set includeExecutionData: false.",
        },
        traced: {
            at: (machine) => machine.tracingConfiguration.enabled,
            good: on,
            absent: bad,
            fix: "Set tracingConfiguration: { enabled: true }.",
        },
    }),
].flat();
