/** AWS Step Functions, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { StateMachine, StepFunctionsActivity } from "../types";
import { bad, given } from "./condition";
import { oneOf, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

export const stepFunctions = [
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
