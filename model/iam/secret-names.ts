import { serviceOf } from "./action";
import { isEveryArn } from "./questions";
import type { Statement } from "./statement";

/** In place of what nobody knows: an output, or a policy variable. */
const SOMETHING = "\uFFFD";

/** Names of secrets or parameters that a statement speaks of. */
export interface NamePattern {
    /** As it stands in the statement. */
    readonly pattern: string;
    /** The name in it, with its wildcards, as far as it is known. */
    readonly name: string;
    /** Where a wildcard leaves open whose it is: from the first character on, or for one step of the path, before others. */
    readonly open: "everything" | "step" | undefined;
}

const KINDS: Readonly<Record<string, string>> = { secretsmanager: "secret:", ssm: "parameter/" };
/** The six characters that Secrets Manager adds to a name, or what stands for them. */
const SUFFIX = /-(?:\?{6}|\*|[A-Za-z\d]{6})$/;

/**
 * Of an action that reads secrets or parameters, by the ARNs in `Resource`. An ARN that is only known as a whole later is the output
 * of a resource, and none of these.
 */
export function namePatterns({ resources }: Pick<Statement, "resources">, action: string): readonly NamePattern[] {
    const service = serviceOf(action) ?? "";
    const kind = KINDS[service];
    if (kind === undefined || !resources || resources.not) return [];
    const partly = resources.unknown.flatMap(({ prefix, suffix }) =>
        prefix.startsWith("arn:") ? [`${prefix}${SOMETHING}${suffix}`] : [],
    );
    return [...resources.patterns, ...partly].flatMap((pattern) => {
        const name = nameIn(pattern.replace(/\$\{[^}]*\}/g, SOMETHING), service, kind);
        return name === undefined ? [] : [{ pattern, ...read(name) }];
    });
}

function nameIn(pattern: string, service: string, kind: string): string | undefined {
    if (isEveryArn(pattern)) return "*";
    const [scheme, , of = "", ...rest] = pattern.split(":");
    if (scheme !== "arn" || (of !== service && !/[*?]/.test(of))) return undefined;
    // An ARN that ends early in a star means all that is left out.
    const resource = rest.length < 3 ? "*" : rest.slice(2).join(":");
    if (resource.startsWith(kind)) return resource.slice(kind.length).replace(SUFFIX, "");
    const open = resource.search(/[*?]/);
    return open >= 0 && open <= kind.length ? resource.slice(open) : undefined;
}

/** A word that is known in part is left out, for it may be another one. */
function read(name: string): Pick<NamePattern, "name" | "open"> {
    const known = name.replace(new RegExp(`[^/_.-]*${SOMETHING}.*$`), "").replace(/^\/+/, "");
    const open = /^[*?]/.test(known) ? "everything" : /\/\*+\/./.test(known) ? "step" : undefined;
    return { name: known, open };
}
