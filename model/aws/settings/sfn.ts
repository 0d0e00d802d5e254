/** AWS Step Functions, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { StateMachine, StepFunctionsActivity } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const stepFunctions = [
    settings(StateMachine, "workflow", {
        customerKey: { at: (machine) => machine.encryptionConfiguration.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(StepFunctionsActivity, "workflow", {
        customerKey: { at: (activity) => activity.encryptionConfiguration.kmsKeyId, good: ownKey, absent: bad },
    }),
].flat();
