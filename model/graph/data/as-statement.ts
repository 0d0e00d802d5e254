import type { PolicyHook } from "../../aws";
import { Value } from "../../values";
import type { Resource } from "../resource";
import { type HungPolicy, targetOf } from "./hung-policies";

/** What a resource that names one caller adds to a policy, as the statement that it comes to. Unknown where the caller is. */
export function asStatement(
    hook: PolicyHook,
    resource: Resource,
    principalAt: string,
    holderAt: string,
    more: { readonly Action: string | readonly string[] },
): HungPolicy {
    const principal = resource.root.get(principalAt);
    const text = principal.scalar();
    const Principal = text === "*" ? "*" : { AWS: text };
    const Statement = { Effect: "Allow", Principal, ...more };
    const document = JSON.stringify({ Version: "2012-10-17", Statement });
    const at = text === undefined ? principal : new Value(document, principal.path, { resource: resource.name });
    return {
        resource,
        at,
        given: [{ resource, at }],
        service: hook.service,
        denies: hook.denies,
        type: hook.policy,
        target: targetOf(hook, [resource.root.get(holderAt)]),
        some: (question) => question(at),
    };
}
