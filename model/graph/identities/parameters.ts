import { SsmParameter } from "../../aws";
import { isOf, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import type { Held } from "./identities";

/**
 * Does the statement name, of Parameter Store, only parameters of this stack that are no secrets (`String`, `StringList`)? What an
 * unknown ARN refers to, the dependencies of the policy tell.
 */
export function namesPlainParameters(stack: Stack, { statement, holder, at }: Held): boolean {
    const { not = true, patterns = [], unknown = [] } = statement.resources ?? {};
    const named = patterns.filter((pattern) => !/^arn:[^:]*:(?!ssm:|\*)/.test(pattern));
    const known = named.map((pattern) => stack.named(pattern, SsmParameter));
    const depended = sourcesOf(holder, at).filter((one) => isOf(one, SsmParameter));
    const possible = unknown.length > 0 ? [...known, ...depended] : known;
    const isPlain = (type: string | undefined) => type === "String" || type === "StringList";
    return !not && possible.length > 0 && possible.every((one) => isPlain(one?.root.get("type").text()));
}
