import { IamRole } from "../../aws";
import { parsePolicy, roleReceivers, serviceName, worksThrough } from "../../iam";
import { codeOf, outputOf, whereNamed } from "../expression";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { Identity } from "./identities";

const MOST_SERVICES = 4;
const MOST_ROLES = 3;

/** The services that an identity hands roles to, as far as its other actions tell: `ecs-tasks.amazonaws.com` of `ecs:RunTask`. */
export function servicesPassedTo({ permissions }: Identity): readonly string[] {
    const isAllowed = (action: string) =>
        permissions
            .allowing(action)
            .some(({ grant }) => worksThrough(permissions, grant.statement, action).is === "yes");
    const services = roleReceivers().flatMap(({ service, actions }) => (actions.some(isAllowed) ? [service] : []));
    // Who may do nearly everything tells nothing by it.
    return services.length > MOST_SERVICES ? [] : services;
}

/** The services that may assume the role of an identity, without their domains: `states`. */
export function trustedServices({ role }: Identity): readonly string[] | "not known yet" {
    if (!role) return [];
    const { statements, unknown } = parsePolicy(role.inputs.assumeRolePolicy);
    const members = statements.flatMap(({ principals }) => principals?.members ?? []);
    if (unknown.length > 0 || members.some(({ kind }) => kind === "unknown")) return "not known yet";
    return members.flatMap((one) => (one.kind === "service" ? [one.service] : []));
}

/** The services that assume the role of an identity, where nobody else does; undefined where others do, or may. */
export function servicesAlone({ role }: Identity): readonly string[] | undefined {
    if (!role) return undefined;
    const { statements, unknown } = parsePolicy(role.inputs.assumeRolePolicy);
    const admitting = statements.filter(({ effect }) => effect !== "Deny");
    const members = admitting.flatMap(({ principals }) => principals?.members ?? []);
    const services = members.flatMap((one) => (one.kind === "service" ? [one.service] : []));
    const isAlone = services.length > 0 && services.length === members.length;
    return isAlone && unknown.length === 0 && !admitting.some(({ principals }) => principals?.not)
        ? services
        : undefined;
}

/** May the service assume the role? Undefined where its trust policy does not tell yet. */
export function trustsService(role: Resource, service: string): boolean | undefined {
    const { statements, unknown } = parsePolicy(role.root.get("assumeRolePolicy"));
    const members = statements.flatMap(({ principals }) => principals?.members ?? []);
    const wanted = serviceName(service);
    if (members.some((one) => one.kind === "service" && one.service === wanted)) return true;
    return unknown.length > 0 || members.some(({ kind }) => kind === "unknown") ? undefined : false;
}

/** The statement that passes no more than it must, as it is to be written. */
export function narrowerPassRole(stack: Stack, identity: Identity): string {
    const services = servicesPassedTo(identity);
    const fitting = stack
        .ofType(IamRole)
        .filter(
            (role) => role !== identity.resource && services.some((service) => trustsService(role, service) === true),
        );
    const roles = fitting.slice(0, MOST_ROLES).map((role) => outputOf(role, "arn"));
    const resource = roles.length > 0 ? codeOf(roles) : '"arn:aws:iam::ACCOUNT:role/ROLE_NAME"';
    return `Write { Action: "iam:PassRole", Resource: ${resource}, Condition: ${passedTo(services)} }${whereNamed(roles)}.`;
}

/** The condition that holds a passed role to the services that the identity hands roles to. */
export function passedToCondition(identity: Identity): string {
    return `Add Condition: ${passedTo(servicesPassedTo(identity))}.`;
}

function passedTo(services: readonly string[]): string {
    const names = services.map((service) => `"${service}"`);
    const values = names.length > 1 ? `[${names.join(", ")}]` : (names[0] ?? '"SERVICE.amazonaws.com"');
    return `{ StringEquals: { "iam:PassedToService": ${values} } }`;
}
