import type { PolicyConfigSchema } from "@pulumi/policy";

type PolicyConfigJSONSchema = PolicyConfigSchema["properties"][string];

/**
 * One setting of a policy: its schema for the engine (gojsonschema: no `$ref`, `oneOf`, `anyOf`; only top-level defaults)
 * and the same check for hosts that do not validate.
 */
export interface Option<T> {
    readonly schema: PolicyConfigJSONSchema;
    readonly default: T;
    /** What is accepted, in words that end the sentence "must be …". */
    readonly accepts: string;
    accepted(given: unknown): given is T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
export type OptionValues<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** A configuration that does not fit: names the policy, the field and what is accepted, never the value given. */
export class ConfigurationError extends Error {
    override readonly name = "ConfigurationError";
    constructor(
        readonly policy: string,
        readonly field: string,
        readonly accepts: string,
    ) {
        super(`configuration of ${policy}: "${field}" must be ${accepts}`);
    }
}

export function flag(description: string, standard: boolean): Option<boolean> {
    return {
        schema: { type: "boolean", description, default: standard },
        default: standard,
        accepts: "true or false",
        accepted: (given): given is boolean => typeof given === "boolean",
    };
}

export function integer(description: string, standard: number, minimum: number, maximum: number): Option<number> {
    return {
        schema: { type: "integer", description, default: standard, minimum, maximum },
        default: standard,
        accepts: `a whole number from ${minimum} to ${maximum}`,
        accepted: (given): given is number =>
            typeof given === "number" && Number.isInteger(given) && given >= minimum && given <= maximum,
    };
}

/** A text that has no default. */
export function text(description: string): Option<string | undefined> {
    return {
        schema: { type: "string", description, minLength: 1, maxLength: LONGEST },
        default: undefined,
        accepts: `a text of 1 to ${LONGEST} characters`,
        accepted: (given): given is string => typeof given === "string" && given !== "" && given.length <= LONGEST,
    };
}

/** Some of these texts are globs, and the matcher refuses empty and very long ones. */
const LONGEST = 1024;

export function strings(description: string, standard: readonly string[] = []): Option<readonly string[]> {
    return {
        schema: {
            type: "array",
            items: { type: "string", minLength: 1, maxLength: LONGEST },
            description,
            default: [...standard],
        },
        default: standard,
        accepts: `a list of texts of 1 to ${LONGEST} characters`,
        accepted: (given): given is readonly string[] =>
            Array.isArray(given) &&
            given.every((one) => typeof one === "string" && one !== "" && one.length <= LONGEST),
    };
}

/** Two ends and an arrow between them, such as `internet -> database:*`. */
const PAIR = /^[^>→]*[^>→\s-]\s*(?:->|→)\s*[^>→\s-][^>→]*$/;

/** Pairs of ends, as the command `reach` names them. */
export function pairs(description: string, standard: readonly string[]): Option<readonly string[]> {
    const { schema, ...texts } = strings(description, standard);
    return {
        ...texts,
        schema: { ...schema, items: { type: "string", pattern: "->|→", maxLength: LONGEST } },
        accepts: 'a list of texts such as "internet -> orders-table"',
        accepted: (given): given is readonly string[] => texts.accepted(given) && given.every((one) => PAIR.test(one)),
    };
}

/** Of policies that ask what anybody may call. */
export const publicPaths = strings(
    "Paths that are meant for everybody, such as /health or GET /products/*; * stands for anything.",
);

/** Of policies that ask whom a resource lets in. */
export const trustedAccounts = strings("Accounts other than the stack's own that may be let in: ids of 12 digits.");

export function choice<T extends string>(description: string, allowed: readonly T[], standard: T): Option<T> {
    return {
        schema: { type: "string", enum: [...allowed], description, default: standard },
        default: standard,
        accepts: `one of ${allowed.join(", ")}`,
        accepted: (given): given is T => (allowed as readonly unknown[]).includes(given),
    };
}

export function choices<T extends string>(
    description: string,
    allowed: readonly T[],
    standard: readonly T[] = [],
): Option<readonly T[]> {
    return {
        schema: { type: "array", items: { type: "string", enum: [...allowed] }, description, default: [...standard] },
        default: standard,
        accepts: `a list of ${allowed.join(", ")}`,
        accepted: (given): given is readonly T[] =>
            Array.isArray(given) && given.every((one) => (allowed as readonly unknown[]).includes(one)),
    };
}

/** Options as a policy reads them, with the first field that did not fit: then all of them are the defaults. */
export interface ReadOptions<O extends Options> {
    readonly values: OptionValues<O>;
    readonly misfit?: ConfigurationError;
}

/** Fills in defaults. `others` are options of the policy that somebody else reads. */
export function readOptions<O extends Options>(
    policy: string,
    options: O,
    given: Record<string, unknown>,
    others: readonly string[] = [],
): ReadOptions<O> {
    const misfit = misfitOf(policy, options, given, others);
    const fitting = misfit ? {} : given;
    const values = Object.entries(options).map(([field, option]) => [field, fitting[field] ?? option.default]);
    return { values: Object.fromEntries(values) as OptionValues<O>, ...(misfit && { misfit }) };
}

function misfitOf(
    policy: string,
    options: Options,
    given: Record<string, unknown>,
    others: readonly string[],
): ConfigurationError | undefined {
    const unknown = Object.keys(given).find((field) => !Object.hasOwn(options, field));
    if (unknown !== undefined) {
        const known = [...Object.keys(options), ...others].join(", ");
        return new ConfigurationError(policy, unknown, `left out: the options are ${known}`);
    }
    for (const [field, option] of Object.entries(options)) {
        if (given[field] !== undefined && !option.accepted(given[field]))
            return new ConfigurationError(policy, field, option.accepts);
    }
    return undefined;
}
