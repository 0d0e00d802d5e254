/** Calls that will be denied: what the code asks for, and neither the role's policies nor the resource's own allow. */
import { IamRole } from "../../aws";
import type { ServiceCall } from "../../code";
import { actionFacts, isWildcard, serviceOf } from "../../iam";
import { type Answer, all, any, no, not, undecided, yes } from "../../values";
import { type Held, type Identity, identityOf } from "../identities/identities";
import { linked } from "../link";
import { type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import { isBeside } from "./beside-reference";
import type { Demand } from "./demand";
import { type Asked, askedOf, demandsOf, type FunctionDemands } from "./demands";
import type { FunctionInputs } from "./function-code";
import { hasResourcePolicies, mayBeLetIn } from "./granted-by-resources";
import type { Named } from "./targets";

/** A call with what is needed for it, and whether it will be denied. */
export interface Verdict {
    readonly demand: Demand;
    /** What it is about; undefined where it works on nothing, or on what only the request tells. */
    readonly named: Named | undefined;
    /** Yes: it will be denied. */
    readonly denied: Answer;
}

/** A function with each of its calls, held against its role. */
export interface Judged extends FunctionDemands {
    readonly verdicts: readonly Verdict[];
}

/** The calls of a function held against its role; computed once. */
export function judgedCalls(stack: Stack, holder: Resource<FunctionInputs>, folder?: string): Judged {
    return stack.onceFor(`judged calls ${folder ?? ""}`, holder, () => judge(stack, demandsOf(stack, holder, folder)));
}

/** The role of this stack that a function has for certain. */
export function roleOf(stack: Stack, holder: Resource<FunctionInputs>): Identity | undefined {
    const role = linked(stack.link(holder, holder.inputs.role, IamRole));
    return role && identityOf(stack, role);
}

function judge(stack: Stack, own: FunctionDemands): Judged {
    if (own.demands.length === 0) return { ...own, verdicts: [] };
    const identity = roleOf(stack, own.holder);
    const elsewhere = undecided(`${own.holder.inputs.role.place} (it is not in this stack)`);
    const verdicts = own.demands.flatMap((demand): readonly Verdict[] =>
        aboutEach(demand).map((named) => ({
            demand,
            named,
            denied: identity ? isDenied(stack, identity, demand, named) : elsewhere,
        })),
    );
    return { ...own, verdicts: withSiblings(verdicts) };
}

/** An action that takes several kinds of resources may need but one of them: it is denied where it is on each. */
function withSiblings(verdicts: readonly Verdict[]): readonly Verdict[] {
    const allowed = new Map<ServiceCall, Map<string, Set<Demand>>>();
    for (const { demand, denied } of verdicts) {
        if (denied.is !== "no") continue;
        const { call, action } = demand;
        const ofCall = allowed.get(call) ?? new Map<string, Set<Demand>>();
        allowed.set(call, ofCall);
        ofCall.set(action, (ofCall.get(action) ?? new Set()).add(demand));
    }
    return verdicts.map((one) => {
        const others = allowed.get(one.demand.call)?.get(one.demand.action);
        return others && !others.has(one.demand) ? { ...one, denied: no } : one;
    });
}

/** Each that is named; once more for what is open or not known yet. */
function aboutEach({ on }: Demand): readonly (Named | undefined)[] {
    if (!on) return [undefined];
    return on.isOpen || on.awaits.length > 0 || on.named.length === 0 ? [...on.named, undefined] : on.named;
}

function isDenied(stack: Stack, identity: Identity, demand: Demand, named: Named | undefined): Answer {
    const { action, call, holder, on } = demand;
    // What the table of actions does not have may be granted in ways that nobody here knows.
    if (!actionFacts(action)) return no;
    const asked = named && askedOf(stack, demand, named);
    const may = any(...[action, ...demand.or].map((one) => mayDo(identity, one, asked)));
    if (may.is === "yes") return no;
    const isCertain = call.certain ? yes : undecided(`${holder.name}.code (whether it makes the call is not certain)`);
    const told = named || on === undefined ? yes : openOn(demand);
    const letIn = named ? mayBeLetIn(stack, identity, action, named) : no;
    return all(not(may), isCertain, told, not(letIn));
}

/** Without a resource, what is allowed on nothing at all is denied, unless some resource may let it in. */
function openOn({ holder, action, on }: Demand): Answer {
    if (!hasResourcePolicies(serviceOf(action) ?? "")) return yes;
    const places = on?.awaits ?? [];
    return undecided(
        ...(places.length > 0 ? places : [`${holder.name}.code (what it calls is known only when it runs)`]),
    );
}

/**
 * Do the role's policies allow the action on what is asked for, or, where that is not told, on anything? A condition may hold. Undecided where a part that is
 * not known, or a variable, may be what allows it.
 */
export function mayDo(identity: Identity, action: string, asked: Asked | undefined): Answer {
    const { permissions, unread } = identity;
    const hidden = unread.map(({ place }) => undecided(place));
    const through = permissions
        .allowing(action)
        .map(({ grant, when }) => (asked ? allowsThrough(identity, grant, action, asked) : when));
    return any(...through, ...hidden, ...besideReference(identity, action, asked));
}

/** Statements of which only a request tells whether they are for nothing. */
function besideReference({ permissions }: Identity, action: string, asked: Asked | undefined): readonly Answer[] {
    const beside = permissions.grants.filter(({ statement }) => isBeside(statement, action, asked !== undefined));
    if (beside.length === 0 || permissions.takesAway(action)) return [];
    return beside.map(({ statement, holder }) => undecided(`${holder.name}.${statement.path}`));
}

function allowsThrough({ permissions }: Identity, held: Held, action: string, asked: Asked): Answer {
    const { statement, holder, at } = held;
    const { resources } = statement;
    const covers = asked.arns.map((arn) => permissions.through(statement, action, arn));
    if (covers.some(({ is }) => is === "yes")) return yes;
    const unknown = resources?.unknown ?? [];
    const made = sourcesOf(holder, at).filter(({ type }) => type === asked.resource?.type);
    if (unknown.length > 0 && asked.resource && made.length === 1 && made[0] === asked.resource) return yes;
    const places = [...unknown.map(({ place }) => place), ...statement.unknown];
    const isVariable = resources?.patterns.some((pattern) => pattern.includes("${")) ?? false;
    if (places.length > 0 || isVariable || covers.some(({ is }) => is === "undecided"))
        return undecided(...(places.length > 0 ? places : [`${holder.name}.${statement.path}`]));
    return asked.isMade ? no : undecided(`${asked.resource?.name}.arn`);
}

/** The actions of the same service that the role may do on it, for a message. */
export function neighboursOf(
    identity: Identity,
    actions: readonly string[],
    asked: Asked | undefined,
): readonly string[] {
    const service = serviceOf(actions[0] ?? "");
    const found = new Set<string>();
    for (const { statement } of identity.permissions.grants) {
        if (statement.effect !== "Allow" || statement.actions.not) continue;
        for (const pattern of statement.actions.patterns) {
            if (serviceOf(pattern) !== service || isWildcard(pattern)) continue;
            const name = actionFacts(pattern)?.name;
            if (name === undefined || actions.includes(name)) continue;
            const may = asked
                ? asked.arns.some((arn) => identity.permissions.through(statement, name, arn).is === "yes")
                : identity.permissions.through(statement, name).is === "yes";
            if (may) found.add(name);
        }
    }
    return [...found].sort();
}
