/** The difference between what code calls and what its role may do, in words. */
import { LambdaFunction } from "../../aws";
import {
    actionMatches,
    actionsMatching,
    isWildcard,
    listed,
    namesAction,
    type Statement,
    serviceOf,
    statementName,
} from "../../iam";
import { type Answer, any, undecided, type Value, valueAt, yes } from "../../values";
import { placeOf } from "../identities/grants";
import { type AttachedArn, type Identity, identitiesOf } from "../identities/identities";
import { unreadOf } from "../identities/roles";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { codeOfRole, placeOfOpen } from "./code-of-role";
import type { Demand } from "./demand";
import { type Asked, askedOf, demandsOf } from "./demands";
import { type Judged, judgedCalls, mayDo, neighboursOf, roleOf, type Verdict } from "./denied";
import type { FunctionInputs } from "./function-code";
import { addedText, type Least, leastFor, narrowed, narrowedText } from "./least";
import { LOGGING } from "./own-doing";
import { attachedForCode, type KeptAction, type Use, type Uses, usesOf } from "./unused";

export interface CodeFinding {
    readonly resource: Resource;
    readonly at: string | Value;
    readonly when: Answer;
    readonly message: string;
    readonly fix?: string;
    readonly cause?: unknown;
}

/** What code says is anybody's text. */
export function clean(text: string): string {
    const shown = text.replace(/[^\p{L}\p{N} !"#$%&'()*+,\-./:;<=>?@[\\\]^_{|}~]/gu, "?");
    return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}

/** Calls that the role of their function does not allow; and functions of whose calls not all are known. */
export function* deniedCalls(stack: Stack, folder?: string): Iterable<CodeFinding> {
    for (const resource of stack.ofType(LambdaFunction)) {
        const judged = judgedCalls(stack, resource, folder);
        for (const verdicts of grouping(judged)) yield deniedTogether(stack, resource, verdicts);
        const awaits = judged.open.map(placeOfOpen);
        if (awaits.length > 0)
            yield {
                resource,
                at: "role",
                when: undecided(...awaits),
                message: "may call what its role does not allow",
            };
    }
}

/** Calls on the same are mended by one statement. */
function grouping({ verdicts }: Judged): readonly (readonly Verdict[])[] {
    if (verdicts.length === 0) return [];
    const found = new Map<string, Verdict[]>();
    for (const verdict of verdicts) {
        const { denied, named, demand } = verdict;
        if (denied.is === "no") continue;
        const key = `${denied.is} ${named?.resource?.urn ?? named?.arn ?? ""} ${serviceOf(demand.action)}`;
        const same = found.get(key);
        if (same) same.push(verdict);
        else found.set(key, [verdict]);
    }
    return [...found.values()];
}

function deniedTogether(stack: Stack, holder: Resource<FunctionInputs>, verdicts: readonly Verdict[]): CodeFinding {
    const identity = roleOf(stack, holder);
    const [first] = verdicts as readonly [Verdict, ...Verdict[]];
    const { named, demand } = first;
    const { call } = demand;
    const asked = named && askedOf(stack, demand, named);
    const actions = [...new Set(verdicts.map((one) => one.demand.action))];
    const on = named?.resource ? ` on ${named.resource.name}` : named ? " on what is not in this stack" : "";
    const by = demand.on?.by.length ? ` (by ${listed(demand.on.by.map(clean))})` : "";
    const may = identity ? whatItMay(identity, demand, asked) : "";
    const count = actions.length > 1 ? "the calls" : "the call";
    const add = leastFor(
        stack,
        verdicts.map((one) => ({
            ...one.demand,
            on: one.demand.on && { ...one.demand.on, ...(named && { named: [named] }) },
        })),
    );
    return {
        resource: holder,
        at: "role",
        when: any(...verdicts.map(({ denied }) => denied)),
        message: `${clean(call.file)}:${call.line} calls ${whatIsCalled(actions, demand, on)}${by}; ${may}: ${count} will be denied`,
        fix: `Add to the policy of ${identity?.resource?.name ?? "its role"}: ${addedText(add)}.`,
    };
}

function whatIsCalled(actions: readonly string[], { call, action }: Demand, on: string): string {
    const [, name = ""] = action.split(":");
    if (actions.length > 1) return `${listed(actions)}${on}`;
    return `${name === call.operation ? action : `${call.service}:${call.operation}, which needs ${action}`}${on}`;
}

function whatItMay(identity: Identity, { action, or }: Demand, asked: Asked | undefined): string {
    if (identity.grants.some(({ holder, at }) => valueAt(holder.root, at).secret))
        return "its role may only what a secret policy allows";
    const isDenied = identity.permissions.grants.some(
        ({ statement }) => statement.effect === "Deny" && namesAction(statement, action).is === "yes",
    );
    const near = neighboursOf(identity, [action, ...or], asked);
    if (asked && mayDo(identity, action, undefined).is === "yes") {
        const also = near.length > 0 ? `, and ${listed(near)} on this one` : "";
        return `its role may do so on others only${also}`;
    }
    if (isDenied) return "a statement of its role denies that";
    if (near.length > 0) return `its role may ${listed(near)} only`;
    return `its role may do nothing of ${serviceOf(action)}${asked ? " there" : ""}`;
}

/** Statements and attached policies that allow what no code under the role calls. */
export function* unusedGrants(stack: Stack, folder?: string): Iterable<CodeFinding> {
    for (const identity of identitiesOf(stack)) {
        const code = codeOfRole(stack, identity, folder);
        if (!code || !identity.resource) continue;
        if (code.open.length > 0) {
            yield {
                resource: identity.resource,
                at: "assumeRolePolicy",
                when: undecided(...code.open),
                message: "may be allowed what no code calls",
            };
            continue;
        }
        yield* unreadOf(identity, yes);
        const uses = usesOf(stack, identity, folder);
        if (!uses) continue;
        const whose = code.functions.length === 1 ? "its function" : `its ${code.functions.length} functions`;
        for (const held of identity.held) {
            const use = uses.of(held.statement);
            if (!use || (use.unused.length === 0 && use.wide.length === 0)) continue;
            yield { ...placeOf(held), when: yes, message: whatIsUnused(stack, use, whose), fix: narrowing(stack, use) };
        }
        yield* unusedPolicies(stack, identity, uses, whose);
    }
}

function whatIsUnused(stack: Stack, use: Use, whose: string): string {
    const { statement, unused, wide, kept } = use;
    const name = statementName(statement);
    const called = calledFor(kept);
    const on = namesOf(stack, use);
    if (unused.length > 0) {
        const also = wide.length > 0 ? `, and of ${listed(wide)} only ${listed(called)}` : "";
        return `${name} allows ${listed(unused)}${on}; no code of ${whose} calls ${unused.length > 1 ? "them" : "it"}${also}`;
    }
    return `${name} allows ${listed(wide)}${on}; of that the code of ${whose} calls ${called.length > 0 ? `only ${listed(called, 6)}` : "nothing"}`;
}

function namesOf(stack: Stack, { statement }: Use): string {
    const names = namesIn(stack, statement);
    return names.length > 0 ? ` on ${listed(names)}` : "";
}

/** The resources of the stack that a statement names. */
export function namesIn(stack: Stack, { resources }: Statement): readonly string[] {
    const patterns = resources && !resources.not ? resources.patterns : [];
    const arns = stack.once(namesIn, () => {
        const found = new Map<string, string>();
        for (const { root, name, type } of stack.resources) {
            const arn = type.startsWith("aws:") ? root.get("arn").text() : undefined;
            if (arn !== undefined && !found.has(arn)) found.set(arn, name);
        }
        return found;
    });
    return patterns.flatMap((pattern) => arns.get(pattern.replace(/(?:\/\*|:\*|\/index\/.*)$/, "")) ?? []);
}

/** The actions for which something is kept. */
function calledFor(kept: readonly KeptAction[]): readonly string[] {
    return [...new Set(kept.flatMap(({ demands }) => demands.map(({ action }) => action)))].sort();
}

function narrowing(stack: Stack, use: Use): string {
    const { statement, kept } = use;
    const name = statementName(statement);
    // What stands there and is no action of AWS's may be anything, and is not repeated.
    if (kept.some(({ action }) => actionsMatching(action).length === 0)) return takingOut(use, name);
    if (kept.length === 0) return `Take ${name} out.`;
    return `Narrow ${name} to: ${narrowedText(statement, narrowed(stack, statement, kept))}.`;
}

function takingOut({ unused, wide, kept }: Use, name: string): string {
    const called = calledFor(kept);
    const instead = wide.length > 0 && called.length > 0 ? `, and name ${listed(called, 12)} in their place` : "";
    return `Take ${listed([...unused, ...wide], 12)} out of ${name}${instead}.`;
}

/** Of AWS-managed policies, what the code calls of all that they allow. */
function* unusedPolicies(stack: Stack, identity: Identity, uses: Uses, whose: string): Iterable<CodeFinding> {
    const byCause = new Map<
        unknown,
        { attached: ReturnType<typeof attachedForCode>[number]; names: string[]; kept: Use["kept"][number][] }
    >();
    for (const attached of attachedForCode(identity)) {
        const { cause } = placeOf(attached);
        const found = byCause.get(cause) ?? { attached, names: [], kept: [] };
        const own = identity.grants.filter(
            (held) => held.managed === attached.managed && held.at === attached.at && held.holder === attached.holder,
        );
        found.names.push(attached.arn.split("/").at(-1) ?? "");
        for (const { statement } of own) found.kept.push(...(uses.of(statement)?.kept ?? []));
        byCause.set(cause, found);
    }
    for (const { attached, names, kept } of byCause.values()) {
        const demands = kept.flatMap((one) => one.demands);
        const called = calledFor(kept);
        const what =
            called.length > 0
                ? `of that the code of ${whose} calls only ${listed(called, 6)}`
                : `no code of ${whose} calls any of it`;
        const least = [...leastFor(stack, demands), ...ownLeft(identity, uses, attached, kept)];
        yield {
            ...placeOf(attached),
            when: yes,
            message: `allows all that ${listed(names)} ${names.length > 1 ? "hold" : "holds"}; ${what}`,
            fix: least.length > 0 ? `Replace it by a policy with: ${addedText(least)}.` : "Leave it out.",
        };
    }
}

/** What Lambda itself does with the role, and nothing else allows. */
function ownLeft(
    identity: Identity,
    uses: Uses,
    { holder, at }: AttachedArn,
    kept: readonly KeptAction[],
): readonly Least[] {
    const others = identity.grants.filter((held) => held.holder !== holder || held.at !== at);
    const isElsewhere = (action: string) =>
        others.some(({ statement }) => statement.effect === "Allow" && namesAction(statement, action).is === "yes");
    const own = kept
        .flatMap(({ action }) => (isWildcard(action) ? LOGGING.filter((one) => actionMatches(action, one)) : action))
        .filter((action) => uses.isOwn(action) && !isElsewhere(action));
    return own.length > 0 ? [{ actions: [...new Set(own)].sort(), on: "star" }] : [];
}

/** Why a function's calls are not all known, one finding for each property that makes it so. */
export function* unreadableFunctions(stack: Stack, folder?: string): Iterable<CodeFinding> {
    for (const resource of stack.ofType(LambdaFunction)) {
        const reasons = new Map<string, { at: Value; reasons: string[] }>();
        for (const { at, reason } of demandsOf(stack, resource, folder).open) {
            const found = reasons.get(at.path) ?? { at, reasons: [] };
            found.reasons.push(reason);
            reasons.set(at.path, found);
        }
        for (const { at, reasons: told } of reasons.values()) {
            const later = at.unknowns();
            const when = later.length > 0 ? undecided(...later) : yes;
            yield { resource, at, when, message: `what it calls is not all known: ${listed(told.map(clean), 4)}` };
        }
    }
}
