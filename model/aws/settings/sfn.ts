/** AWS Step Functions. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { StateMachine, StepFunctionsActivity } from "../types";
import { bad, given, good, says } from "./condition";
import { noneOf, off, on, oneOf, ownKey } from "./good";
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
        customerKey: { at: (machine) => machine.encryptionConfiguration.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(StepFunctionsActivity, "workflow", {
        customerKey: { at: (activity) => activity.encryptionConfiguration.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(StateMachine, "workflow", {
        customerKey: {
            at: (machine) => machine.encryptionConfiguration.type,
            good: oneOf("CUSTOMER_MANAGED_KMS_KEY"),
            absent: bad,
            only: given((machine) => machine.encryptionConfiguration.kmsKeyId),
            says: usesOwnKey,
            fix: 'Set it to "CUSTOMER_MANAGED_KMS_KEY".',
        },
    }),
    settings(StepFunctionsActivity, "workflow", {
        customerKey: {
            at: (activity) => activity.encryptionConfiguration.type,
            good: oneOf("CUSTOMER_MANAGED_KMS_KEY"),
            absent: bad,
            only: given((activity) => activity.encryptionConfiguration.kmsKeyId),
            says: usesOwnKey,
            fix: 'Set it to "CUSTOMER_MANAGED_KMS_KEY".',
        },
    }),
].flat();
