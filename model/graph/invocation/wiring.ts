import { callsUnderRole, invokingServices, isOfEventSubscription, LambdaPermission, readByLambda } from "../../aws";
import { serviceName } from "../../iam";
import { type Answer, all, any, not, undecided, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, pointsTo, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf, type Qualifier, qualifierBeside, qualifierOf, sameQualifier } from "./functions";
import { type Invocation, invocationsOf } from "./invocations";
import { isOfAnotherKind, namesOperation, permittedSource } from "./sources";

type PermissionInputs = NonNullable<(typeof LambdaPermission)["inputs"]>;

/**
 * Why nothing uses a permission:
 *
 * - `role`: the service calls under a role, never by a permission.
 * - `read`: Lambda reads from the service by itself.
 * - `kind`: the service never acts for a source of that kind.
 * - `log group`: the ARN of a log group lacks the `:*` at its end that CloudWatch Logs asks with.
 * - `nothing`: the source calls nothing.
 * - `others`: the source calls others.
 * - `qualifier`: the source calls another version or alias of this one.
 * - `operation`: no method or route that calls the function is among those that the source names.
 */
export type Dangling = "role" | "read" | "kind" | "log group" | "nothing" | "others" | "qualifier" | "operation";

/** A Lambda permission for a service that nothing of this stack uses. */
export interface DanglingPermission {
    readonly permission: Resource<PermissionInputs>;
    readonly why: Dangling;
    /** For what the service would call, where that is in the stack. */
    readonly source?: Resource;
    /** What the service acts for. */
    readonly wanted?: string;
    readonly when: Answer;
}

/** Permissions for services, held against what the stack declares. What calls for a resource of another stack is not judged. */
export const danglingPermissions = fact([LambdaPermission, invocationsOf], (stack): readonly DanglingPermission[] =>
    stack.ofType(LambdaPermission).flatMap((permission) => danglingAt(stack, permission) ?? []),
);

/** CloudWatch Logs asks for `log-group:NAME:*`. */
const BARE_LOG_GROUP = /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:[^:*?]+$/;

function danglingAt(stack: Stack, permission: Resource<PermissionInputs>): DanglingPermission | undefined {
    const { principal, sourceArn } = permission.inputs;
    const service = serviceName(principal.text() ?? "");
    if (service === undefined) return undefined;
    if (callsUnderRole.has(service)) return { permission, why: "role", when: yes };
    if (readByLambda.has(service))
        // What the SDK makes beside its own event source mapping is not the program's to remove.
        return isOfEventSubscription(permission.urn) ? undefined : { permission, why: "read", when: yes };
    if (isOfAnotherKind(permission, service)) {
        const { one: wanted = "resource" } = invokingServices.get(service) ?? {};
        return { permission, why: "kind", wanted, when: yes };
    }
    if (service === "logs" && BARE_LOG_GROUP.test(sourceArn.text() ?? ""))
        return { permission, why: "log group", when: yes };
    const source = permittedSource(stack, permission, service);
    const called = source && linked(functionOf(stack, permission, permission.inputs.function));
    return called && unused(stack, permission, service, source, called);
}

function unused(
    stack: Stack,
    permission: Resource<PermissionInputs>,
    service: string,
    source: Resource,
    called: Resource,
): DanglingPermission | undefined {
    const { own, open, bySource } = callsOf(stack, service);
    const calls = (own.get(called) ?? []).map((call) => ({ call, isHere: pointsTo(call.source, source) }));
    const here = calls.filter(({ isHere }) => isHere.is !== "no");
    const permitted = permittedQualifier(permission);
    const uses = here.map(({ call, isHere }) => {
        const isQualified = sameQualifier(permitted, call.qualifier);
        const isNamed = namesOperation(permission.inputs.sourceArn, call.operation);
        return { isQualified, isNamed, is: credited(call, all(isHere, isQualified, isNamed)) };
    });
    // What is not known yet may call it.
    const mayCall = open
        .filter(({ source: from }) => pointsTo(from, source).is !== "no")
        .map(({ target }) => undecided("awaits" in target ? target.awaits : ""));
    const when = not(any(...uses.map(({ is }) => is), ...mayCall));
    if (when.is === "no") return undefined;
    return { permission, source, why: whyUnused(uses, bySource.get(source) ?? []), when };
}

function whyUnused(uses: readonly { isQualified: Answer; isNamed: Answer }[], others: readonly Invocation[]): Dangling {
    if (uses.some(({ isQualified }) => isQualified.is === "no")) return "qualifier";
    if (uses.some(({ isNamed }) => isNamed.is === "no")) return "operation";
    return others.length > 0 ? "others" : "nothing";
}

/** Where a role is given too, either may be what lets the call through. */
function credited({ underRole, resource }: Invocation, isUsed: Answer): Answer {
    return underRole.is === "no" ? isUsed : all(isUsed, undecided(resource.name));
}

/** The calls of a service, by the function that they call. */
interface Calls {
    readonly own: ReadonlyMap<Resource, readonly Invocation[]>;
    /** Those of which it is not known whom they call. */
    readonly open: readonly Invocation[];
    readonly bySource: ReadonlyMap<Resource, readonly Invocation[]>;
}

const NO_CALLS: Calls = { own: new Map(), open: [], bySource: new Map() };

function callsOf(stack: Stack, service: string): Calls {
    return stack.once(callsOf, callsByService).get(service) ?? NO_CALLS;
}

function callsByService(stack: Stack): ReadonlyMap<string, Calls> {
    const byService = grouped(invocationsOf(stack).map((call) => [call, [call.as ?? []].flat()] as const));
    return new Map(
        [...byService].map(([service, calls]) => {
            const own = grouped<Invocation, Resource>(calls.map((call) => [call, possible(call.target)] as const));
            const open = calls.filter(({ target }) => target.kind === "unknown" || target.kind === "candidates");
            const bySource = grouped(calls.map((call) => [call, possible(call.source)] as const));
            return [service, { own, open, bySource }];
        }),
    );
}

function permittedQualifier(permission: Resource<PermissionInputs>): Qualifier {
    const { qualifier, function: called } = permission.inputs;
    return qualifier.state === "absent" ? qualifierOf(permission, called) : qualifierBeside(permission);
}
