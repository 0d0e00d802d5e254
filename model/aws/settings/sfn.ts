/** AWS Step Functions. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { StateMachine, StepFunctionsActivity } from "../types";
import { bad, given, good, says, when } from "./condition";
import { anything, noneOf, off, on, oneOf, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
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
    settings(StateMachine, "workflow", {
        logged: {
            at: (machine) => machine.loggingConfiguration.logDestination,
            good: anything,
            absent: bad,
            only: says((machine) => machine.loggingConfiguration.level, noneOf("OFF")),
            says: { absent: "absent, so the logs that level asks for have nowhere to go" },
            fix: "Set logDestination: pulumi.interpolate`${logs.arn}:*`.",
        },
    }),
    // AWS keeps no history of an express workflow: what is not logged nobody can tell.
    settings(StateMachine, "workflow", {
        logged: {
            at: (machine) => machine.type,
            good: noneOf("EXPRESS"),
            absent: good,
            only: when((machine) => machine.loggingConfiguration.level, "ERROR", "FATAL"),
            severity: "low",
            says: { otherwise: "EXPRESS, while level is less than ALL: of runs that go well nothing is left" },
            fix: 'Set loggingConfiguration.level: "ALL".',
        },
        customerKey: { at: (machine) => machine.encryptionConfiguration.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(StepFunctionsActivity, "workflow", {
        customerKey: { at: (activity) => activity.encryptionConfiguration.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings([StateMachine, StepFunctionsActivity], "workflow", {
        customerKey: {
            at: (machine) => machine.encryptionConfiguration.type,
            good: oneOf("CUSTOMER_MANAGED_KMS_KEY"),
            absent: bad,
            only: given((machine) => machine.encryptionConfiguration.kmsKeyId),
            says: usesOwnKey,
            fix: 'Set it to "CUSTOMER_MANAGED_KMS_KEY".',
        },
    }),
].flat();
