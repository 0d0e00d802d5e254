import {
    accessLevel,
    actionsMatching,
    actionsOfPattern,
    extentOf,
    isEveryArn,
    isStarOnly,
    isWildcard,
    listed,
    type NamedAction,
    openResource,
    type Statement,
    shownResource,
} from "../../iam";
import type { Identity } from "./identities";
import type { Allowed } from "./roles";

/** Can it leave a resource open at all? A statement that names single ARNs does not, but for roles of other accounts. */
export function mayBeOpen(statement: Statement): boolean {
    if (named(statement).some((pattern) => /[*?$]/.test(pattern))) return true;
    const { not, patterns: actions } = statement.actions;
    return !not && actions.some((pattern) => actionsOfPattern(pattern).some(isAssuming));
}

/** Does such a statement alone, before denials and the boundary, leave open which resource the action works on? */
export function leavesOpen(statement: Statement, action: string): boolean {
    return ASSUME_ROLE.test(action) || named(statement).some((pattern) => isOpenTo(action, pattern));
}

/** The resources that it names; of `NotResource`, none. */
function named({ resources }: Statement): readonly string[] {
    return !resources || resources.not ? [] : resources.patterns;
}

/** Does the pattern alone leave open which resource the action works on? */
function isOpenTo(action: string, pattern: string): boolean {
    return isEveryArn(pattern) || openResource(action, pattern);
}

function isAssuming({ action }: NamedAction): boolean {
    return ASSUME_ROLE.test(action);
}

const ASSUME_ROLE = /^sts:assumerole$/i;

/** The actions for which some resource of the statement is open, also in effect, and the resources by which each of them is. */
export function openActions(
    { permissions }: Identity,
    { held: { statement }, actions }: Allowed,
    accounts: readonly string[],
): { actions: string[]; on: string } {
    const patterns = named(statement);
    const isOpen = (action: string, pattern: string) =>
        ASSUME_ROLE.test(action)
            ? !isNamedRole(pattern, accounts)
            : isOpenTo(action, pattern) && extentOf(permissions, statement, action) === "any";
    const names = [...new Set(actions.filter((one) => !comesWithStar(one)).map(({ action }) => action))];
    const open = names.filter((action) => patterns.some((pattern) => isOpen(action, pattern)));
    const everything = patterns.find(isEveryArn);
    if (everything !== undefined) return { actions: open, on: `every resource (${shownResource(everything)})` };
    const by = open.flatMap((action) => patterns.find((pattern) => isOpen(action, pattern)) ?? []);
    return { actions: open, on: listed(by.map(shownResource)) };
}

/** A listing that a pattern names beside actions that have no resources, such as `ec2:Describe*`, is not to be had without the star. */
function comesWithStar({ action, pattern }: NamedAction): boolean {
    return (
        isWildcard(pattern) && accessLevel(action) === "List" && actionsMatching(pattern).some((one) => isStarOnly(one))
    );
}

function isNamedRole(arn: string, accounts: readonly string[]): boolean {
    const account = arn.split(":")[4] ?? "";
    return !isWildcard(arn) && (accounts.length === 0 || accounts.includes(account));
}
