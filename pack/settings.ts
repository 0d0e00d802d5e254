import { type EnvironmentSettings, STANDARD_DEVELOPMENT, STANDARD_PRODUCTION } from "./environment";
import { STANDARD_ENVIRONMENTS } from "./environment-names";
import { choice, choices, flag, type OptionValues, strings } from "./options";
import { SEVERITIES } from "./severity";

export const SETTINGS_POLICY = "pack-settings";

/** What is asked, each with all that is in those before it. */
export const PROFILES = ["baseline", "recommended", "strict"] as const;
export type Profile = (typeof PROFILES)[number];

/** What is set once for the whole pack, in the configuration of the policy `pack-settings`. */
export const settingsOptions = {
    profile: choice(
        "How much is asked: baseline (critical and high only), recommended, or strict (also what careful teams disagree about). A policy's own configuration goes before.",
        PROFILES,
        "recommended",
    ),
    include: strings("Policies that report although the profile leaves them out."),
    exclude: strings("Policies that do not report although the profile has them."),
    productionStacks: strings("Globs over stack names (or environment tags) that are production.", STANDARD_PRODUCTION),
    developmentStacks: strings(
        "Globs over stack names (or environment tags) that are not production.",
        STANDARD_DEVELOPMENT,
    ),
    environments: strings(
        "Environments by which names of secrets and parameters begin, each with its spellings: prod|production. Several may share one.",
        STANDARD_ENVIRONMENTS,
    ),
    stackExemptions: flag(
        "Whether a stack may exempt its own resources, in its configuration (aws-serverless-security:exemptions).",
        false,
    ),
    undecidedIsMandatory: choices(
        "Severities whose undecided checks stop the deployment, for gates that must not guess.",
        SEVERITIES,
    ),
};

export type Settings = OptionValues<typeof settingsOptions> & EnvironmentSettings;

export const standardSettings: Settings = {
    profile: "recommended",
    include: [],
    exclude: [],
    productionStacks: settingsOptions.productionStacks.default,
    developmentStacks: settingsOptions.developmentStacks.default,
    environments: settingsOptions.environments.default,
    stackExemptions: false,
    undecidedIsMandatory: [],
};
