import picomatch from "picomatch";
import { type Answer, answer, no, undecided, yes } from "../model/values";
import { environmentNames, spellingsOf, type Where } from "./environment-names";

/** What a deployment is for, as far as rules distinguish it. */
export interface Environment {
    readonly stack: string;
    /**
     * Is this production? By the stack's tags where one of them speaks of it, else by the stack's name, else by its own
     * configuration: that comes last, so that no stack talks itself out of its name.
     */
    readonly production: Answer;
    /** Whose part of a name is it, by the words in it? */
    readonly whose: (part: string, where?: Where) => Whose;
}

/** Does a part of a name, such as `prod` in `/prod/orders/key`, speak of this environment, or of another? Of neither, where it speaks of none. */
export interface Whose {
    readonly own: Answer;
    readonly another: Answer;
}

export interface EnvironmentSettings {
    /** Globs over stack names that are production. */
    readonly productionStacks: readonly string[];
    /** Globs over stack names that are not. */
    readonly developmentStacks: readonly string[];
    /** Environments, each by its spellings, as in `prod|production`. */
    readonly environments: readonly string[];
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

/** The key by which a stack's own configuration says what it is for: `production`, `development`, or a name of either. */
export const ENVIRONMENT_KEY = "aws-serverless-security:environment";

/** What decides nothing is left open: whether a stack is production is a fact that only its owners have. */
export function readEnvironment(
    stack: string,
    tags: ReadonlyMap<string, string>,
    settings: EnvironmentSettings,
    configured: () => string | undefined = () => undefined,
): Environment {
    const spoken = () => ENVIRONMENT_TAGS.map((key) => tagValue(tags, key)).find((value) => value !== undefined);
    let answered: Answer | undefined;
    // Most rules never ask; one may ask for each role of the stack.
    const production = () => {
        answered ??= isProduction(settings, spoken, () => stack, configured);
        return answered;
    };
    let own: ReadonlySet<number> | "unknown" | undefined;
    return {
        stack,
        whose(part, where = "anywhere") {
            own ??= ownEnvironments(settings, production(), spoken, () => stack, configured);
            const named = environmentNames(settings.environments)(part, where);
            if (isOfStack(part, stack)) return { own: yes, another: no };
            if (own !== "unknown") return whoseOf(named, own);
            const productive = productionAmong(settings);
            const isOfProduction = named.size > 0 && [...named].every((one) => productive.has(one));
            if (isOfProduction && production().is === "no") return { own: no, another: yes };
            return { own: undecided(ENVIRONMENT_KEY), another: named.size > 0 ? undecided(ENVIRONMENT_KEY) : no };
        },
        get production() {
            return production();
        },
    };
}

function isProduction(settings: EnvironmentSettings, ...names: readonly (() => string | undefined)[]): Answer {
    for (const name of names) {
        const said = isNamedProduction(settings, name());
        if (said !== undefined) return answer(said);
    }
    return undecided(ENVIRONMENT_KEY);
}

/** Those that this deployment may be of: the first of its names that speaks of any tells, else that it is production. */
function ownEnvironments(
    settings: EnvironmentSettings,
    production: Answer,
    ...names: readonly (() => string | undefined)[]
): ReadonlySet<number> | "unknown" {
    for (const name of names) {
        const named = environmentNames(settings.environments)(name() ?? "", "anywhere");
        if (named.size > 0) return named;
    }
    if (production.is !== "yes") return "unknown";
    const found = productionAmong(settings);
    return found.size > 0 ? found : "unknown";
}

/** The environments that are production by one of their spellings. */
function productionAmong({ productionStacks, environments }: EnvironmentSettings): ReadonlySet<number> {
    const isProductive = (one: string) =>
        !fits(STANDARD_DEVELOPMENT, one) && fits([...productionStacks, ...STANDARD_PRODUCTION], one);
    const found = spellingsOf(environments).flatMap((spellings, index) =>
        spellings.some(isProductive) ? [index] : [],
    );
    return new Set(found);
}

function whoseOf(named: ReadonlySet<number>, own: ReadonlySet<number>): Whose {
    const isOwn = [...named].some((one) => own.has(one));
    return { own: answer(isOwn), another: answer(!isOwn && named.size > 0) };
}

/** Stacks name what is theirs after themselves too: `eu` has `eu/orders` and `eu-orders`. */
function isOfStack(part: string, stack: string): boolean {
    const [name, own] = [part.toLowerCase(), stack.toLowerCase()];
    return own !== "" && (name === own || (name.startsWith(own) && /[-_./]/.test(name.charAt(own.length))));
}

function isNamedProduction(
    { developmentStacks, productionStacks }: EnvironmentSettings,
    name = "",
): boolean | undefined {
    if (fits(developmentStacks, name)) return false;
    return fits(productionStacks, name) ? true : undefined;
}

function tagValue(tags: ReadonlyMap<string, string>, key: string): string | undefined {
    for (const [tag, value] of tags)
        if (tag.toLowerCase() === key || tag.toLowerCase().endsWith(`:${key}`)) return value;
    return undefined;
}

function fits(globs: readonly string[], name: string): boolean {
    return globs.length > 0 && name !== "" && matcherOf(globs)(name);
}

/** A configuration's globs are the same for every resource, and made into expressions once. */
const matchers = new Map<string, (name: string) => boolean>();

function matcherOf(globs: readonly string[]): (name: string) => boolean {
    const key = globs.join("\n");
    const matcher = matchers.get(key) ?? picomatch([...globs], { nocase: true });
    matchers.set(key, matcher);
    return matcher;
}
