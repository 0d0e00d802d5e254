import picomatch from "picomatch";
import { type Answer, answer, undecided } from "../model/values";

/** What a deployment is for, as far as rules distinguish it. */
export interface Environment {
    readonly stack: string;
    /**
     * Is this production? By the stack's tags where one of them speaks of it, else by the stack's name, else by the
     * pack's settings for names that say nothing.
     */
    readonly production: Answer;
}

export interface EnvironmentSettings {
    /** Globs over stack names that are production. */
    readonly productionStacks: readonly string[];
    /** Globs over stack names that are not. */
    readonly developmentStacks: readonly string[];
}

export const STANDARD_PRODUCTION = [
    "prod",
    "prod-*",
    "*-prod",
    "*-prod-*",
    "prd",
    "*-prd",
    "production",
    "*production*",
    "live",
    "*-live",
];
/** A word alone, or with a separator or a number behind it: `dev`, `dev-anna`, `test2`, and not `devices`. */
const AND_MORE = "?([-_.0-9]*)";
export const STANDARD_DEVELOPMENT = [
    `dev${AND_MORE}`,
    "*-dev",
    "develop*",
    `test${AND_MORE}`,
    "testing",
    "*-test",
    `staging${AND_MORE}`,
    "*-staging",
    "stage",
    `qa${AND_MORE}`,
    "*-qa",
    `sandbox${AND_MORE}`,
    `preview${AND_MORE}`,
    "pr-*",
    `ephemeral${AND_MORE}`,
    `local${AND_MORE}`,
    `demo${AND_MORE}`,
    "nonprod*",
    "*-nonprod",
    "non-prod*",
    "preprod*",
    "pre-prod*",
];

/** Tags by which teams name an environment; the value is compared with the same globs as a stack's name. */
const ENVIRONMENT_TAGS = ["environment", "env", "stage", "tier"];

/** A name that fits neither list decides nothing: whether it is production is a fact that only its owners have. */
export function readEnvironment(
    stack: string,
    tags: ReadonlyMap<string, string>,
    settings: EnvironmentSettings,
): Environment {
    const spoken = ENVIRONMENT_TAGS.map((key) => tagValue(tags, key)).find((value) => value !== undefined);
    for (const name of [spoken, stack]) {
        if (name === undefined) continue;
        if (fits(settings.developmentStacks, name)) return { stack, production: answer(false) };
        if (fits(settings.productionStacks, name)) return { stack, production: answer(true) };
    }
    return { stack, production: undecided("pack-settings.productionStacks") };
}

function tagValue(tags: ReadonlyMap<string, string>, key: string): string | undefined {
    for (const [tag, value] of tags)
        if (tag.toLowerCase() === key || tag.toLowerCase().endsWith(`:${key}`)) return value;
    return undefined;
}

function fits(globs: readonly string[], name: string): boolean {
    return globs.length > 0 && picomatch.isMatch(name, [...globs], { nocase: true });
}
