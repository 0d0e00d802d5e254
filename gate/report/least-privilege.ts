import type { CallLeast, GrantLeast, JournalLeastPrivilege, RoleLeast } from "../../pack/journal";
import type { Registered, SourceLocation } from "../host/types";
import type { Named } from "./reach";

/** The answer to `least-privilege`: by role what it has, what its functions' code calls, and the least statement. */
export interface LeastPrivilegeReport {
    /** As asked. */
    readonly of: string;
    /** Is there no function of that name? */
    readonly isUnknown: boolean;
    readonly roles: readonly LeastRole[];
}

export interface LeastRole extends Omit<RoleLeast, "urn" | "functions" | "grants"> {
    /** Undefined where it is of another stack. */
    readonly role?: Named;
    readonly functions: readonly (Named & { readonly calls: readonly LeastCall[] })[];
    readonly grants: readonly (Omit<GrantLeast, "urn" | "path"> & { readonly by: Named; readonly path: string })[];
}

export interface LeastCall extends Omit<CallLeast, "on"> {
    readonly on?: Named;
}

/** Joins the pack's answer with where resources are declared. */
export function leastPrivilegeReport(
    { of, isUnknown, roles }: JournalLeastPrivilege,
    resources: readonly Registered[],
    placeOf: (resource: Registered | undefined) => { readonly location?: SourceLocation } | undefined,
): LeastPrivilegeReport {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const named = (urn: string): Named => {
        const resource = byUrn.get(urn);
        return { urn, name: resource?.name ?? urn, type: resource?.type ?? "", ...placeOf(resource) };
    };
    return {
        of,
        isUnknown,
        roles: roles.map(({ urn, functions, grants, ...told }) => ({
            ...(urn !== "" && { role: named(urn) }),
            functions: functions.map((one) => ({
                ...named(one.urn),
                calls: one.calls.map(({ on, ...call }) => ({ ...call, ...(on !== undefined && { on: named(on) }) })),
            })),
            grants: grants.map(({ urn: by, ...grant }) => ({ ...grant, by: named(by) })),
            ...told,
        })),
    };
}
