/** What patterns of ARNs stand for in a drawing, where a statement is told and no line drawn. */
import { isEveryArn, shownResource } from "../../iam";
import type { Arns } from "./arns";
import type { DrawnGrant } from "./drawing";

export type On = DrawnGrant["resources"][number];

/** A node, or the pattern with the nodes that it takes in. */
export function onPattern(arns: Arns, pattern: string): On {
    const meant = arns.meant(pattern);
    if (meant) return { node: meant.named.id, ...(meant.part !== undefined && { part: meant.part }) };
    const covers = isEveryArn(pattern) ? [] : [...new Set(arns.taken(pattern).map(({ id }) => id))].sort();
    return { pattern: shownPattern(pattern), ...(covers.length > 0 && { covers }) };
}

/** Names stand in it; what is no ARN may be anything that somebody wrote. */
export function shownPattern(pattern: string): string {
    return isEveryArn(pattern) || /^arn:/.test(pattern) ? pattern : shownResource(pattern);
}
