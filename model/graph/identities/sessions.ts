import { PermissionSet } from "../../aws";
import { type Admission, type Binding, boundBy, isShut, onKeys, onSecondFactor, type Trust } from "../../iam";
import { type Answer, all, any, not } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import { isActedBy, isPerson } from "./actors";
import { identityOf } from "./identities";
import { trustedRoles } from "./trust";

/** A role that people assume for a session, with those whom it lets in so. */
export interface PeoplesRole {
    readonly role: Resource;
    readonly when: Answer;
    readonly trust: Trust;
}

/** Every role of the stack under which nothing runs, and that people assume. */
export const peoplesRolesOf = fact([trustedRoles], (stack): readonly PeoplesRole[] =>
    trustedRoles(stack).flatMap(({ role, trust, workloads }) => {
        const identity = identityOf(stack, role);
        if (!identity || workloads.length > 0 || isNobodys(trust)) return [];
        const when = isActedBy(identity, "person");
        return when.is === "no" ? [] : [{ role, trust, when }];
    }),
);

/** Does a denial take back all that is allowed? */
function isNobodys(trust: Trust): boolean {
    const { admissions, byException, unknown } = trust;
    if (byException.length > 0 || unknown.length > 0) return false;
    return admissions.length > 0 && admissions.every((one) => isShut(trust, one));
}

/** Permission sets of Identity Center, whose sessions are people's too. */
export const permissionSetsOf = fact([PermissionSet], (stack) => stack.ofType(PermissionSet));

/** Sessions of other roles, of which one cannot tell how they began: their users' ids begin with the role's. */
const onRoles: Binding = (condition, beside) => {
    const named = { "aws:principaltype": /^AssumedRole$/, "aws:userid": /^AROA/ }[condition.key];
    return (
        named !== undefined &&
        onKeys(condition.key)(condition, beside) &&
        condition.values.every((one) => named.test(one))
    );
};

/**
 * Does the admission let in people who did not show a second factor? Of SAML and Identity Center it is the provider's business. An
 * account's principals with an external id are another company's programs, and with a principal's ARN they are named.
 */
export function lacksSecondFactor(trust: Trust, admission: Admission): Answer {
    const { principal } = admission;
    const isAccount = principal.kind === "account" || (principal.kind === "unknown" && principal.suffix === ":root");
    const isUser = principal.kind === "arn" && isPerson(principal.arn) && !/AWSReservedSSO_/.test(principal.arn);
    if (!isAccount && !isUser) return { is: "no" };
    const named = isAccount
        ? [boundBy(trust, admission, onKeys("sts:externalid", "aws:principalarn")), boundBy(trust, admission, onRoles)]
        : [];
    return all(admission.when, not(any(boundBy(trust, admission, onSecondFactor), ...named)));
}
