/** What each role has, what the code under it calls, and the least that it needs. */
import { LambdaFunction } from "../../aws";
import { actionFacts, shownAction, statementName } from "../../iam";
import type { Answer } from "../../values";
import type { Identity } from "../identities/identities";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { codeOfRole, placeOfOpen } from "./code-of-role";
import { judgedCalls, roleOf, type Verdict } from "./denied";
import { clean, namesIn } from "./findings";
import { addedStatements, leastFor, namesOfLeast } from "./least";
import { isOwnDoing, ownDoing } from "./own-doing";
import { usesOf } from "./unused";

/** A call of a function, with an action that it needs. */
export interface CallTold {
    readonly file: string;
    readonly line: number;
    /** `dynamodb:GetItem`, by the service's folder in botocore. */
    readonly operation: string;
    readonly action: string;
    /** The resources of the stack that it is linked to. */
    readonly on: readonly Resource[];
    /** Does it also work on what the code does not tell, or on what lives elsewhere? */
    readonly isOpen: boolean;
    readonly by: readonly string[];
    readonly denied: Answer;
}

/** A statement, or an attached policy, that a role has. */
export interface GrantTold {
    readonly resource: Resource;
    readonly at: string;
    readonly name: string;
    /** As it lists them. */
    readonly allows: readonly string[];
    /** The resources of the stack that it names. */
    readonly on: readonly string[];
    /** What of it no code calls; undefined where that is not decided. */
    readonly unused: readonly string[] | undefined;
}

export interface RoleTold {
    /** Undefined where it is of another stack. */
    readonly role: Resource | undefined;
    readonly functions: readonly { readonly holder: Resource; readonly calls: readonly CallTold[] }[];
    readonly grants: readonly GrantTold[];
    /** What the role has to allow for the code; what Lambda itself does with it, apart. */
    readonly least: readonly string[];
    /** What the names in it stand for, where that is not clear. */
    readonly names: string;
    /** For what Lambda itself does, as patterns of actions. */
    readonly own: readonly string[];
    /** Why it may need more. */
    readonly awaits: readonly string[];
}

/** The roles of these functions, in their order; those that have none here together. */
export function rolesTold(stack: Stack, functions: readonly Resource[]): readonly RoleTold[] {
    const byRole = new Map<Identity | undefined, Resource[]>();
    const wanted = new Set(functions);
    for (const holder of stack.ofType(LambdaFunction)) {
        if (!wanted.has(holder)) continue;
        const identity = roleOf(stack, holder);
        byRole.set(identity, [...(byRole.get(identity) ?? []), holder]);
    }
    return [...byRole].map(([identity, holders]) => told(stack, identity, holders));
}

function told(stack: Stack, identity: Identity | undefined, holders: readonly Resource[]): RoleTold {
    const code = identity && codeOfRole(stack, identity);
    // Whatever else runs under the role needs it, too.
    const all = new Set([...(code?.functions.map(({ holder }) => holder) ?? []), ...holders]);
    const judged = stack
        .ofType(LambdaFunction)
        .filter((one) => all.has(one))
        .map((holder) => judgedCalls(stack, holder));
    const open = code?.open ?? judged.flatMap((one) => one.open.map(placeOfOpen));
    const demands = judged.flatMap((one) => one.demands);
    const least = leastFor(stack, demands);
    return {
        role: identity?.resource,
        functions: judged.map(({ holder, verdicts }) => ({ holder, calls: verdicts.map(callTold) })),
        grants: identity ? grantsTold(stack, identity) : [],
        least: addedStatements(least),
        names: namesOfLeast(least).replace(/^, /, ""),
        own: identity ? ownOf(stack, identity) : [],
        awaits: [...new Set([...open, ...(identity?.unread.map(({ place }) => place) ?? [])])],
    };
}

function callTold({ demand, named, denied }: Verdict): CallTold {
    const { call, action, on } = demand;
    return {
        file: clean(call.file),
        line: call.line,
        operation: `${call.service}:${call.operation}`,
        action: actionFacts(action)?.name ?? action,
        on: named?.resource ? [named.resource] : [],
        isOpen: on !== undefined && !named?.resource,
        by: on?.by.map(clean) ?? [],
        denied,
    };
}

function grantsTold(stack: Stack, identity: Identity): readonly GrantTold[] {
    const uses = usesOf(stack, identity);
    const statements = identity.held.map(({ statement, holder, at }): GrantTold => {
        const use = uses?.of(statement);
        return {
            resource: holder,
            at,
            name: `${statement.effect === "Deny" ? "a denial, " : ""}${statementName(statement)}`,
            allows: statement.actions.patterns.map(
                (one) => `${statement.actions.not ? "not " : ""}${shownAction(one)}`,
            ),
            on: namesIn(stack, statement),
            unused: use && [...use.unused, ...use.wide],
        };
    });
    const attached = identity.attached.map(
        ({ holder, at, managed }): GrantTold => ({
            resource: holder,
            at,
            name: managed?.name ?? "a policy that is not in this stack",
            allows: [],
            on: [],
            unused: undefined,
        }),
    );
    return [...statements, ...attached];
}

/** Of what Lambda may do with the role, what the role allows it. */
function ownOf(stack: Stack, identity: Identity): readonly string[] {
    const patterns = identity.workloads.flatMap(({ resource }) => ownDoing(stack, resource));
    const allowed = identity.held.flatMap(({ statement }) =>
        statement.effect === "Allow" && !statement.actions.not ? statement.actions.patterns : [],
    );
    return [...new Set(allowed.filter((action) => isOwnDoing(patterns, action)).map(shownAction))].sort();
}
