/** Under which URNs a resource was known before: its option `aliases`, and what follows from its parents' being renamed. */
import type { Alias as Sent } from "@pulumi/pulumi/proto/alias_pb";
import { parseUrn } from "../../pack/urn";
import type { Alias, Registered } from "./types";
import { urnOf } from "./urns";

/** As a program says it. */
export function aliasesOf(sent: readonly Sent[]): readonly Alias[] {
    return sent.map((one): Alias => {
        const spec = one.getSpec();
        if (!spec) return { urn: one.getUrn() };
        const { name, type, stack, project } = spec.toObject();
        const parent = spec.getNoparent() ? "" : spec.hasParenturn() ? spec.getParenturn() : undefined;
        return { ...given({ name, type, stack, project }), ...(parent !== undefined && { parent }) };
    });
}

function given<T extends Readonly<Record<string, string>>>(all: T): Partial<T> {
    return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== "")) as Partial<T>;
}

/** More than a program means: each generation multiplies those of the one above it. */
const MOST = 64;

/**
 * By URN of every resource, those that it was known under. A child is known under each that its parent was, too, by a name that begins with the
 * parent's then. Source: https://www.pulumi.com/docs/iac/concepts/resources/options/aliases/, pulumi/sdk, nodejs/resource.ts, inheritedChildAlias
 */
export function formerUrns(resources: readonly Registered[]): ReadonlyMap<string, readonly string[]> {
    const byUrn = new Map(resources.map((one) => [one.urn, one]));
    const found = new Map<string, readonly string[]>();
    const of = (one: Registered): readonly string[] => {
        const known = found.get(one.urn);
        if (known) return known;
        // Whatever is wrong with parents, this ends.
        found.set(one.urn, []);
        const parent = byUrn.get(one.parent);
        const parents = [{ urn: one.parent, name: parent?.name ?? "" }];
        for (const urn of parent ? of(parent) : []) parents.push({ urn, name: parseUrn(urn).name });
        const [own, ...others] = parents;
        const urns = new Set<string>();
        for (const alias of [{}, ...(one.options.aliases ?? [])])
            for (const under of "parent" in alias || !own ? [own] : [own, ...others])
                urns.add(formerUrn(one, alias, { urn: under?.urn ?? "", name: under?.name ?? "" }, parent?.name ?? ""));
        urns.delete(one.urn);
        const all = [...urns].slice(0, MOST);
        found.set(one.urn, all);
        return all;
    };
    for (const one of resources) of(one);
    return found;
}

/** `parentName` is the parent's name as it is now. */
function formerUrn(
    { urn, type, name }: Registered,
    alias: Alias,
    under: { readonly urn: string; readonly name: string },
    parentName: string,
): string {
    if (alias.urn !== undefined) return alias.urn;
    const { stack, project } = parseUrn(urn);
    const own = alias.name ?? name;
    const isCalledAfter = parentName !== "" && under.name !== parentName && own.startsWith(parentName);
    return urnOf(
        alias.stack ?? stack,
        alias.project ?? project,
        alias.parent ?? under.urn,
        alias.type ?? type,
        isCalledAfter ? `${under.name}${own.slice(parentName.length)}` : own,
    );
}
