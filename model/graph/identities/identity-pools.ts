import { CognitoIdentityPool, CognitoIdentityPoolRoleAttachment, IamRole } from "../../aws";
import { type Answer, answer, isTrue, type Value } from "../../values";
import { fact } from "../fact";
import { type Link, linked, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

type RoleInputs = NonNullable<(typeof IamRole)["inputs"]>;
type PoolInputs = NonNullable<(typeof CognitoIdentityPool)["inputs"]>;

/** A role that a Cognito identity pool hands out. */
export interface PoolRole {
    readonly pool: Link<PoolInputs>;
    readonly attachment: Resource;
    /** To whom: those who signed in, guests, or those whom a rule or a token picks out. */
    readonly slot: "authenticated" | "unauthenticated" | "mapped";
    readonly role: Link<RoleInputs>;
    /** The property that names the role. */
    readonly at: Value;
}

/** Every role that the stack's role attachments hand out. */
export const poolRolesOf = fact([CognitoIdentityPoolRoleAttachment], (stack): readonly PoolRole[] =>
    stack.ofType(CognitoIdentityPoolRoleAttachment).flatMap((attachment) => {
        const pool = stack.link(attachment, attachment.inputs.identityPoolId, CognitoIdentityPool);
        const of = (slot: PoolRole["slot"], at: Value): readonly PoolRole[] =>
            at.state === "absent" ? [] : [{ pool, attachment, slot, at, role: stack.link(attachment, at, IamRole) }];
        const roles = attachment.root.get("roles");
        const mapped = attachment.root
            .get("roleMappings")
            .items()
            .flatMap((mapping) => (mapping as Value).get("mappingRules").items())
            .map((rule) => (rule as Value).get("roleArn"));
        return [
            ...of("authenticated", roles.get("authenticated")),
            ...of("unauthenticated", roles.get("unauthenticated")),
            ...mapped.flatMap((at) => of("mapped", at)),
        ];
    }),
);

/** Does the pool let guests in? One that lives elsewhere may. */
export function letsGuestsIn(pool: Link<PoolInputs>): Answer {
    const here = linked(pool);
    return here ? isTrue(here.inputs.allowUnauthenticatedIdentities, false) : answer(true);
}

/** By role, where it is handed out. */
export function poolRolesByRole(stack: Stack): ReadonlyMap<Resource, readonly PoolRole[]> {
    const found = new Map<Resource, PoolRole[]>();
    for (const one of poolRolesOf(stack))
        for (const role of possible(one.role)) found.set(role, [...(found.get(role) ?? []), one]);
    return found;
}
