import { IamRole, IamUser, LambdaPermission } from "../../aws";
import { type Principal, parsePrincipal } from "../../iam";
import { type Answer, all, answer, filled, not, undecided } from "../../values";
import { fact } from "../fact";
import { ownAccounts } from "../identities/trust";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";

type PermissionInputs = NonNullable<(typeof LambdaPermission)["inputs"]>;

/** A Lambda permission for an account, or somebody in one, that is none of the stack's own. */
export interface ForeignPermission {
    readonly permission: Resource<PermissionInputs>;
    /** Undefined where it is not known yet. */
    readonly account: string | undefined;
    /** Is it for the account as a whole? */
    readonly isWhole: boolean;
    readonly when: Answer;
}

/** Services, and everybody, are no account's; an organization that is named beside the account is one's own. */
export const foreignPermissions = fact([LambdaPermission], (stack): readonly ForeignPermission[] =>
    stack.ofType(LambdaPermission).flatMap((permission) => foreignAt(stack, permission) ?? []),
);

function foreignAt(stack: Stack, permission: Resource<PermissionInputs>): ForeignPermission | undefined {
    const { principal, principalOrgId } = permission.inputs;
    const isUnbounded = () => not(filled(principalOrgId));
    if (principal.state === "unknown") {
        const when = all(isUnbounded(), undecided(principal.place));
        return isOfStack(permission) ? undefined : { permission, account: undefined, isWhole: false, when };
    }
    const who = parsePrincipal(principal.text() ?? "");
    const account = accountOf(who);
    if (account === undefined) return undefined;
    const isWhole = who.kind === "account";
    return { permission, account, isWhole, when: all(isUnbounded(), isForeign(stack, permission, account)) };
}

/** The output of a role or user that the stack declares. */
function isOfStack({ propertyDependencies }: Resource): boolean {
    return (propertyDependencies["principal"] ?? []).some((one) => isOf(one, IamRole) || isOf(one, IamUser));
}

function accountOf(principal: Principal): string | undefined {
    const account = principal.kind === "arn" ? principal.arn.split(":")[4] : undefined;
    if (principal.kind === "account") return principal.account;
    return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/** The function's own account is told by its ARN too. */
function isForeign(stack: Stack, permission: Resource<PermissionInputs>, account: string): Answer {
    const called = permission.inputs.function;
    const functions = /^(?:arn:[^:]*:lambda:[^:]*:)?(\d{12}):function:/.exec(called.text() ?? "")?.[1];
    if (functions !== undefined) return answer(functions !== account && !ownAccounts(stack).has(account));
    const own = ownAccounts(stack);
    return own.size > 0 ? answer(!own.has(account)) : undecided(called.place);
}
