/** All the code that runs under a role. */
import { LambdaFunction } from "../../aws";
import { trustOf } from "../../iam";
import type { Identity } from "../identities/identities";
import { isOf } from "../resource";
import type { Stack } from "../stack";
import type { Open } from "./calls";
import { demandsOf, type FunctionDemands } from "./demands";

export interface CodeOfRole {
    readonly functions: readonly FunctionDemands[];
    /** Why the role may be used for more than what these functions' calls are; empty where they are all. */
    readonly open: readonly string[];
}

const LAMBDA: ReadonlySet<string> = new Set(["lambda", "edgelambda"]);

/** Undefined for a role under which no function of this stack runs. Each is read when it is asked for, once. */
export function codeOfRole(stack: Stack, identity: Identity, folder?: string): CodeOfRole | undefined {
    const { kind, resource, workloads } = identity;
    if (kind !== "role" || !resource || !workloads.some((one) => isOf(one.resource, LambdaFunction))) return undefined;
    return stack.onceFor(`code of roles ${folder ?? ""}`, identity, () => find(stack, identity, folder));
}

function find(stack: Stack, identity: Identity, folder: string | undefined): CodeOfRole {
    const { workloads } = identity;
    const functions: FunctionDemands[] = [];
    const open = [...othersOf(identity)];
    for (const { resource } of workloads) {
        if (!isOf(resource, LambdaFunction)) continue;
        const demands = demandsOf(stack, resource, folder);
        functions.push(demands);
        for (const one of demands.open) open.push(placeOfOpen(one));
    }
    return { functions, open };
}

/** As what is waited for is named. */
export function placeOfOpen({ at, reason }: Open): string {
    return `${at.place} (${reason})`;
}

/** Whoever acts under the role besides functions. */
function othersOf({ workloads, handedTo, resource }: Identity): readonly string[] {
    const carriers = workloads.flatMap(({ resource: carrier, at, role }) => {
        if (!isOf(carrier, LambdaFunction)) return [`${at.place} (it runs under this role, too)`];
        return role.kind === "found" ? [] : [at.place];
    });
    const trust = trustOf(resource?.root.get("assumeRolePolicy") as never);
    const others = trust.admissions.some(
        ({ principal }) => principal.kind !== "service" || !LAMBDA.has(principal.service),
    );
    const isOpen = others || trust.byException.length > 0 || handedTo.size > 0;
    const open = isOpen ? [`${resource?.name}.assumeRolePolicy (others than functions may act under it)`] : [];
    return [...carriers, ...trust.unknown, ...open];
}
