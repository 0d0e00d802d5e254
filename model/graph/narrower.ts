import { arnFormats, exampleArn, includes, listed, resourceTypesOf } from "../iam";
import type { Identity } from "./identities";
import type { Resource } from "./resource";
import type { Stack } from "./stack";

/**
 * The resource that a statement should name in place of a wildcard, as the line to write: resources of this stack that the action
 * works on, those first that the role's workloads refer to; where there is none, the form of the ARN.
 */
export function narrowerResource(stack: Stack, identity: Identity, actions: readonly string[]): string {
    const fitting = actions.flatMap((action) => resourcesFor(stack, action));
    const wired = new Set(identity.workloads.flatMap(({ resource }) => resource.dependencies));
    const [named = [], others = []] = [fitting.filter((one) => wired.has(one)), fitting];
    const names = (named.length > 0 ? named : others).map(({ name }) => `${name}.arn`);
    if (names.length > 0) return `Name what it is for: Resource: ${listed(names)}.`;
    const form = actions.map(exampleArn).find((arn) => arn !== undefined);
    return form === undefined ? "Name the ARNs that it is for." : `Name what it is for: Resource: "${form}".`;
}

/** The resources of the stack that the action works on, as far as their ARNs are known. */
function resourcesFor(stack: Stack, action: string): readonly Resource[] {
    const service = action.slice(0, action.indexOf(":"));
    const patterns = resourceTypesOf(action).flatMap(({ type }) =>
        arnFormats(service, type).map((format) => format.replace(/\$\{[^}]*\}/g, "*")),
    );
    const among = stack.once(resourcesFor, byArnService);
    const services = new Set(patterns.map((pattern) => pattern.split(":")[2] ?? ""));
    return [...services].flatMap((one) =>
        (among.get(one) ?? [])
            .filter(({ arn }) => patterns.some((pattern) => includes(pattern, arn)))
            .map(({ resource }) => resource),
    );
}

function byArnService(
    stack: Stack,
): ReadonlyMap<string, readonly { readonly arn: string; readonly resource: Resource }[]> {
    const found = new Map<string, { arn: string; resource: Resource }[]>();
    for (const resource of stack.resources) {
        const arn = resource.root.get("arn").text();
        const service = arn?.split(":")[2];
        if (arn === undefined || service === undefined) continue;
        const same = found.get(service);
        if (same) same.push({ arn, resource });
        else found.set(service, [{ arn, resource }]);
    }
    return found;
}
