/** Whether the policy of a resource may let a role in that its own policies do not. */
import {
    accessPointHooks,
    bucketHook,
    busHook,
    dataHooks,
    fileSystemHook,
    functionHook,
    KmsGrant,
    keyHook,
    LambdaPermission,
    type PolicyHook,
    queueHook,
    restApiHook,
    restDomainHook,
    searchHooks,
    secretHook,
    topicHook,
} from "../../aws";
import { namesAction, type Principal, parsePolicy, parsePrincipal, type Statement, serviceOf } from "../../iam";
import { type Answer, any, no, undecided, type Value } from "../../values";
import { grouped } from "../grouped";
import type { Identity } from "../identities/identities";
import { functionOf } from "../invocation/functions";
import { possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import type { Named } from "./targets";

const HOOKS: ReadonlyMap<string, readonly PolicyHook[]> = grouped(
    [
        ...[queueHook, topicHook, busHook, bucketHook, secretHook, keyHook, functionHook, restApiHook, restDomainHook],
        ...[fileSystemHook, ...accessPointHooks, ...searchHooks, ...dataHooks],
    ].map((hook) => [hook, [hook.service]] as const),
);

/** Has some resource of the service a policy of its own? */
export function hasResourcePolicies(service: string): boolean {
    return HOOKS.has(service) || service === "sts";
}

/**
 * No, or undecided: nobody here knows the conditions under which such a policy holds. What lives elsewhere may have any policy, where
 * its kind has one, or where its account is another.
 */
export function mayBeLetIn(stack: Stack, identity: Identity, action: string, { resource, arn }: Named): Answer {
    const service = serviceOf(action) ?? "";
    if (!resource) {
        const [, , owner = service, , account] = arn?.split(":") ?? [];
        const own = identity.resource?.root.get("arn").text()?.split(":")[4];
        const isOwn = account === undefined || account === "" || account === "*" || account === own;
        if (isOwn && !hasResourcePolicies(service) && !HOOKS.has(owner)) return no;
        return undecided(`${identity.resource?.name ?? "role"} (what it calls lives elsewhere and may let it in)`);
    }
    const hooks = HOOKS.get(service) ?? [];
    return any(
        ...hooks.flatMap((hook) => policiesOn(stack, hook, resource)).map((policy) => admits(policy, identity, action)),
        ...(service === "lambda" ? permissionsOn(stack, resource) : []),
        // By name, a trust policy lets in without more.
        ...(service === "sts" ? [admits(resource.root.get("assumeRolePolicy"), identity, action)] : []),
        ...(service === "kms" ? grantsOn(stack, resource) : []),
    );
}

/** Its own policy, and those beside it; of one that does not tell whose it is, it may be its. */
function policiesOn(stack: Stack, hook: PolicyHook, resource: Resource): readonly Value[] {
    const own = hook.holders.some(({ token }) => token === resource.type) ? [inputOf(resource, hook.at)] : [];
    const beside = stack.ofType<unknown>(hook.policy).filter((policy) => {
        if (hook.names === "") return true;
        const link = stack.link<unknown>(policy, policy.root.down(hook.names), { token: resource.type });
        return link.kind === "unknown" || link.kind === "absent" || possible(link).includes(resource);
    });
    return [...own, ...beside.map(({ root }) => root.down(hook.at))];
}

function admits(policy: Value, identity: Identity, action: string): Answer {
    if (policy.state === "absent" || policy.text() === "") return no;
    const { statements, unknown } = parsePolicy(policy);
    const letting = statements.some(
        (statement) =>
            statement.effect !== "Deny" && namesAction(statement, action).is !== "no" && isFor(statement, identity),
    );
    return letting ? undecided(policy.place) : any(...unknown.map((place) => undecided(place)));
}

function isFor({ principals }: Statement, identity: Identity): boolean {
    if (!principals) return false;
    return principals.not || principals.members.some((one) => isRole(one, identity));
}

/** An account that is let in leaves it to the policies of its own roles. */
function isRole(principal: Principal, { resource }: Identity): boolean {
    if (principal.kind === "everyone" || principal.kind === "unknown") return true;
    if (principal.kind !== "arn") return false;
    const own = resource?.root.get("arn").text();
    if (own === undefined) return true;
    const name = own.split("/").at(-1) ?? "";
    return principal.arn === own || principal.arn.includes(`:assumed-role/${name}/`);
}

function permissionsOn(stack: Stack, resource: Resource): readonly Answer[] {
    return stack.ofType(LambdaPermission).flatMap((permission) => {
        const { function: of, principal } = permission.inputs;
        const link = functionOf(stack, permission, of);
        if (link.kind !== "unknown" && !possible(link).includes(resource as never)) return [];
        const kind = principal.text() === undefined ? "unknown" : parsePrincipal(principal.text() ?? "").kind;
        return kind === "service" ? [] : [undecided(principal.place)];
    });
}

function grantsOn(stack: Stack, resource: Resource): readonly Answer[] {
    return stack.ofType(KmsGrant).flatMap((grant) => {
        const link = stack.link<unknown>(grant, grant.inputs.keyId, { token: resource.type });
        const isOn = link.kind === "unknown" || possible(link).includes(resource);
        return isOn ? [undecided(grant.inputs.granteePrincipal.place)] : [];
    });
}
