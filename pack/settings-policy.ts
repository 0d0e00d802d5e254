import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { alwaysMarked } from "../model/aws";
import { ConfigurationError, readOptions } from "./options";
import type { Session } from "./run";
import { rawProperties, secretPaths } from "./sdk";
import { SETTINGS_POLICY, settingsOptions } from "./settings";

const DESCRIPTION = "Settings of the whole pack. Observes which inputs are secret; changes nothing.";
/**
 * Holds the settings of the whole pack, and observes which inputs the program, not the provider's SDK, marked secret.
 *
 * A policy is told its own configuration only, so one that runs first reads the pack's. Secrets are unwrapped in
 * validations; remediations still see their marks, and run just before the same resource is validated. So this policy
 * stands at level `remediate`, changes nothing and, unless it is misconfigured, reports nothing. A configuration that gives
 * `all` policies a level takes that sight away: the gate and README say so, for here it looks like a host without remediations.
 */
export function settingsPolicy(session: Session): ResourceValidationPolicy {
    const configure = (args: ResourceValidationArgs): void => {
        session.settings = readOptions(SETTINGS_POLICY, settingsOptions, args.getConfig());
    };
    return {
        name: SETTINGS_POLICY,
        displayName: "Pack settings",
        description: DESCRIPTION,
        severity: "low",
        enforcementLevel: "remediate",
        configSchema: {
            properties: Object.fromEntries(
                Object.entries(settingsOptions).map(([key, option]) => [key, option.schema]),
            ),
        },
        remediateResource: (args) => {
            session.ledger.observeSecrets(args.urn, secretPaths(rawProperties(args.props), alwaysMarked(args.type)));
        },
        validateResource: (args, reportViolation) => {
            try {
                configure(args);
            } catch (error) {
                if (!(error instanceof ConfigurationError)) throw error;
                if (!session.ledger.firstTime(error.message)) return;
                reportViolation(`${error.message}. The pack's standard settings apply until it is corrected.`);
            }
        },
    };
}
