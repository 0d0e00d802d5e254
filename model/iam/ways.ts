import { type Answer, all, no, undecided, yes } from "../values";
import { type Caller, meets } from "./caller";
import { demandsOn, narrowing, parseOperator, readsPatterns } from "./condition";
import { type Extent, extentOf, worksThrough } from "./extent";
import { resourceTypesOf } from "./knowledge/actions";
import { type EscalationPath, targetTypes } from "./knowledge/escalation";
import { managedPolicy, managedPolicyNames } from "./knowledge/managed-policies";
import { matches } from "./pattern";
import type { Allowing, Grant, Permissions } from "./permissions";
import { serviceName } from "./principal";
import { requiredOn } from "./required";
import { type Itself, namedBy } from "./self";
import type { Condition, Statement } from "./statement";

const PASSED_TO = "iam:passedtoservice";

/** One grant by which an action of a path goes through. */
export interface Way<G extends Grant = Grant> extends Allowing<G> {
    readonly action: string;
    /** How far it leaves open which target is in reach; `any` for an action that does not decide that. */
    readonly extent: Extent;
    /** The kinds of targets among which it names the caller itself, by a variable. */
    readonly itself: readonly Itself[];
}

/** Does the action's resource say which targets of the path are in reach? */
export function isDeciding({ target }: EscalationPath, action: string): boolean {
    const types = targetTypes(target.kind);
    return target.actions.includes(action) && resourceTypesOf(action).some(({ type }) => types.includes(type));
}

/** Who asks, read only where a condition depends on it. */
interface Asking {
    readonly caller: Caller;
}

/** The grants by which the action goes through for whoever asks on something that it works on, whatever path it is part of. */
export function usableGrants<G extends Grant>(
    permissions: Permissions<G>,
    action: string,
    asking?: Asking,
): readonly Allowing<G>[] {
    return permissions.allowing(action).flatMap(({ grant }) => {
        const { statement } = grant;
        const when = all(worksThrough(permissions, statement, action), asking ? isFor(statement, asking) : yes);
        return when.is === "no" || isForAnotherCall(statement, action) ? [] : [{ grant, when }];
    });
}

/** Do the conditions leave the caller in, as far as they are about who it is? */
function isFor({ conditions }: Statement, asking: Asking): Answer {
    if (conditions.length === 0) return yes;
    const { caller } = asking;
    const met = conditions.map((condition) => meets(condition, caller));
    if (met.includes("no")) return no;
    return met.includes("not known yet") ? undecided(caller.place) : yes;
}

/** Of the grants by which an action of the path goes through, those that no condition closes, each with how far it reaches. */
export function waysOf<G extends Grant>(
    permissions: Permissions<G>,
    path: EscalationPath,
    action: string,
    usable: readonly Allowing<G>[],
    isHarmlessPolicy: (arn: string) => boolean = isHarmless,
): readonly Way<G>[] {
    if (!isDeciding(path, action)) return usable.map((one) => ({ ...one, action, extent: "any", itself: [] }));
    const types = targetTypes(path.target.kind);
    return usable.flatMap((one) => {
        const { statement } = one.grant;
        if (isClosed(permissions, statement, action, path, isHarmlessPolicy)) return [];
        const { others, itself } = namedBy(statement);
        if (!others && itself.length === 0) return [];
        const extent = others ? extentOf(permissions, others, action, types) : "named";
        return [{ ...one, action, extent, itself }];
    });
}

/** Only a call that passes a role carries the service that it is passed to. */
function isForAnotherCall(statement: Statement, action: string): boolean {
    return action !== "iam:PassRole" && demandsOn(statement, PASSED_TO).length > 0;
}

/**
 * Do conditions keep the grant from every target that would escalate? Those on tags and on a service's own keys tell the targets in
 * a way that no program shows; they are given credit.
 */
function isClosed<G extends Grant>(
    permissions: Permissions<G>,
    statement: Statement,
    action: string,
    path: EscalationPath,
    isHarmlessPolicy: (arn: string) => boolean,
): boolean {
    const keys = (path.closedBy ?? []).map((key) => key.toLowerCase());
    const required = requiredOn(permissions, statement, action, ...keys);
    if (required.some((condition) => closes(condition, path, isHarmlessPolicy))) return true;
    if (path.passedToService !== undefined && excludesService(permissions, statement, action, path.passedToService))
        return true;
    return narrowing({ conditions: statement.conditions.filter(({ key }) => !keys.includes(key)) }) === "resource";
}

function closes(
    { key, values, operator }: Condition,
    { passedToService = "" }: EscalationPath,
    isHarmlessPolicy: (arn: string) => boolean,
): boolean {
    switch (key) {
        case "iam:passedtoservice":
            return !values.some((value) => isService(value, passedToService, operator));
        case "iam:policyarn":
        case "iam:permissionsboundary":
            return values.every(isHarmlessPolicy);
        case "kms:grantisforawsresource":
            return values.every((value) => value.toLowerCase() === "true");
        default:
            return true;
    }
}

/** Does the grant leave out the very service that the path passes the role to, or a denial refuse it? */
function excludesService<G extends Grant>(
    permissions: Permissions<G>,
    statement: Statement,
    action: string,
    service: string,
): boolean {
    const isNamed = ({ key, values, operator }: Condition) =>
        key === PASSED_TO && values.some((value) => isService(value, service, operator));
    const isNegated = ({ operator }: Condition) => /^stringnot/.test(parseOperator(operator)?.base ?? "");
    if (statement.conditions.some((condition) => isNegated(condition) && isNamed(condition))) return true;
    return permissions
        .denialsUnder(statement, action)
        .some(({ conditions: [only, ...more] }) => only && more.length === 0 && !isNegated(only) && isNamed(only));
}

function isService(value: string, service: string, operator: string): boolean {
    const isMatch = readsPatterns(operator) && (matches(value, service) || matches(value, `${service}.cn`));
    return isMatch || serviceName(value) === serviceName(service);
}

/** A policy of AWS's that makes no administrator; any other is whatever its owner wrote into it. */
export function isHarmless(arn: string): boolean {
    const partition = arn.split(":")[1] ?? "aws";
    return !administrators().some((name) => matches(arn, `arn:${partition}:iam::aws:policy/${name}`));
}

let names: readonly string[] | undefined;

function administrators(): readonly string[] {
    names ??= managedPolicyNames().flatMap((name) => {
        const policy = managedPolicy(name);
        return policy?.breadth === "admin" ? [`${policy.path}${name}`] : [];
    });
    return names;
}
