import type { PolicyHolder } from "../../aws";
import type { Circumstances } from "../../iam";
import type { Resource } from "../resource";

const TYPES: Readonly<Record<string, string>> = { role: "AssumedRole", user: "User" };

/** What every request of an identity carries, as far as its declaration tells. Who the users of a group are is not told. */
export function circumstancesOf(
    kind: PolicyHolder | "policy",
    resource: Resource | undefined,
    since: Date | undefined,
): Circumstances {
    const type = TYPES[kind];
    if (type === undefined) return { since };
    const name = resource?.root.get("name").text();
    const arns = resource ? arnsOf(kind, resource, name) : undefined;
    const names = kind === "role" ? [] : name === undefined ? undefined : [name];
    const carried: readonly (readonly [string, readonly string[] | undefined])[] = [
        ["aws:principalarn", arns],
        ["aws:principaltype", [type]],
        // A service that acts for itself is no identity of the account.
        ["aws:principalisawsservice", ["false"]],
        ["aws:username", names],
    ];
    return { since, carries: new Map(carried.flatMap(([key, values]) => (values ? [[key, values] as const] : []))) };
}

/** Its ARN as AWS gave it, and by its name in whatever account; undefined where neither is known. */
function arnsOf(kind: string, { root }: Resource, name: string | undefined): readonly string[] | undefined {
    const arn = root.get("arn").text();
    const path = root.get("path").state === "absent" ? "/" : root.get("path").text();
    const named = name === undefined || path === undefined ? [] : [`arn:*:iam::*:${kind}${path}${name}`];
    const arns = [...(arn === undefined ? [] : [arn]), ...named];
    return arns.length > 0 ? arns : undefined;
}
