import { arnFormats, fitsFormat, resourceTypesOf } from "./knowledge/actions";
import { isEverything } from "./pattern";
import { resourcesOf } from "./region";
import type { Statement } from "./statement";

/**
 * The resource patterns of a statement that say nothing of whose resource the action is to work on: a wildcard stands before any
 * part of the name, as in `secret:*`, `parameter/?*` or a star alone. Names begin with the application or the environment.
 */
export function openNames(statement: Pick<Statement, "resources">, action: string): readonly string[] {
    const { not, patterns } = resourcesOf(statement);
    const formats = resourceTypesOf(action).flatMap(({ type }) =>
        arnFormats(action.slice(0, action.indexOf(":")), type),
    );
    if (not) return [];
    return patterns.filter(
        (pattern) =>
            isEverything(pattern) || formats.some((format) => fitsFormat(format, pattern) && opens(format, pattern)),
    );
}

/** Does a wildcard of the pattern stand where, or before, the format has its first variable after region and account? */
function opens(format: string, pattern: string): boolean {
    const [type = ""] = resourcePart(format).split("$");
    const resource = resourcePart(pattern.replace(/\$\{[^}]*\}/g, "x"));
    return /[*?]/.test(resource.slice(0, type.length + 1));
}

/** An ARN that ends early in a star, such as `arn:aws:ssm:*`, means all that is left out. */
function resourcePart(arn: string): string {
    const parts = arn.split(":");
    return parts.length > 5 ? parts.slice(5).join(":") : "*";
}
