import {
    actionsNamed,
    administers,
    changedDataFormats,
    dataResource,
    extentOf,
    fitsFormat,
    isPlumbing,
    isRecommendedForCompute,
    narrowing,
    openFormat,
    serviceFamily,
    serviceOf,
    shownResource,
} from "../iam";
import type { Held, Identity } from "./identities";

/** Does some policy make it an administrator, whatever holds that back? */
export function isAdministrator({ held, attached }: Identity): boolean {
    return (
        held.some(({ statement }) => administers(statement).is === "yes") ||
        attached.some(({ managed }) => managed?.breadth === "admin")
    );
}

/**
 * The services in which an identity may do something in effect, by AWS-managed policies too; not those left out, and not for what
 * only keeps a workload running. What `NotAction` allows is not counted.
 */
export function servicesReached(identity: Identity, leftOut: readonly string[]): readonly string[] {
    const found = new Set<string>();
    const ignored = new Set(leftOut.map((service) => service.toLowerCase()));
    for (const { statement } of identity.permissions.grants) {
        if (statement.effect !== "Allow") continue;
        for (const { action } of actionsNamed(statement)) {
            const prefix = serviceOf(action) ?? "";
            const service = serviceFamily(prefix);
            if (found.has(service) || ignored.has(prefix) || isPlumbing(action)) continue;
            if (identity.permissions.through(statement, action).is === "yes") found.add(service);
        }
    }
    return [...found].sort();
}

/** The data resources that an identity may change in effect. */
export interface DataChanged {
    /** As messages show them; every resource of a kind is one of them. */
    readonly resources: readonly string[];
    /** Some statement leaves open which. */
    readonly isOpen: boolean;
    /** The places of ARNs that are not known yet, at most as many as the policy has dependencies. */
    readonly unknown: readonly string[];
}

/** What AWS's own documentation tells to attach for the use of a service is not counted. */
export function dataChanged(identity: Identity): DataChanged {
    const named = new Map<string, string>();
    const open = new Map<string, string>();
    const unknown = new Map<Held["holder"], Set<string>>();
    for (const held of identity.permissions.grants) {
        const { statement, managed } = held;
        const { resources } = statement;
        if (statement.effect !== "Allow" || !resources || resources.not) continue;
        if (managed && isRecommendedForCompute(managed.arn)) continue;
        for (const { action } of actionsNamed(statement)) {
            const formats = changedDataFormats(action);
            if (formats.length === 0 || identity.permissions.through(statement, action).is !== "yes") continue;
            for (const { place } of resources.unknown) {
                const places = unknown.get(held.holder) ?? new Set();
                unknown.set(held.holder, places.add(place));
            }
            for (const pattern of resources.patterns) {
                const fitting = formats.filter((format) => fitsFormat(format, pattern));
                if (fitting.length === 0) continue;
                const service = serviceOf(action) ?? "";
                if (!fitting.some((format) => pattern === "*" || openFormat(format, pattern))) {
                    named.set(dataResource(pattern), shownResource(pattern));
                } else if (narrowing(statement) === "resource") {
                    named.set(`${service} under conditions`, `${service} resources under conditions`);
                } else if (!open.has(service) && extentOf(identity.permissions, statement, action) === "any") {
                    open.set(service, `every resource of ${service}`);
                }
            }
        }
    }
    return {
        resources: [...open.values(), ...named.values()],
        isOpen: open.size > 0,
        unknown: [...unknown].flatMap(([holder, places]) => capped(holder, [...places])),
    };
}

/** Table and index are two unknown texts, but one dependency. */
function capped({ propertyDependencies }: Held["holder"], places: readonly string[]): readonly string[] {
    const depended = new Set(Object.values(propertyDependencies).flat()).size;
    return depended === 0 ? places : places.slice(0, depended);
}
