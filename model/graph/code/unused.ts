/** Grants that no code under the role calls for. */
import {
    actionFacts,
    actionsMatching,
    administers,
    isEveryArn,
    isForServiceRole,
    isRecommendedForCompute,
    isWildcard,
    listed,
    namesAction,
    overlap,
    type Statement,
} from "../../iam";
import type { AttachedArn, Held, Identity } from "../identities/identities";
import type { Stack } from "../stack";
import { isBeside } from "./beside-reference";
import { type CodeOfRole, codeOfRole } from "./code-of-role";
import type { Demand } from "./demand";
import { askedOf } from "./demands";
import { isByOperation, isOwnDoing, ownDoing } from "./own-doing";

/** What of a statement the code calls for, and what it does not. */
export interface Use {
    readonly statement: Statement;
    /** Of what the statement lists, those of which nothing is called; as it lists them. */
    readonly unused: readonly string[];
    /** Wildcards of which only some actions are called. */
    readonly wide: readonly string[];
    /** What of it is called, or needed by Lambda itself, as concrete actions, or as the statement lists them. */
    readonly kept: readonly KeptAction[];
}

export interface KeptAction {
    readonly action: string;
    /** The calls that need it, or what it stands for; none where Lambda itself does, or a call may. */
    readonly demands: readonly Demand[];
}

/** Wildcards that AWS's own documents write for what is one thing to do. */
const IDIOMS: ReadonlySet<string> = new Set(["kms:generatedatakey*", "kms:reencrypt*", "logs:*", "xray:*"]);

/** What the code under a role does with its grants. */
export class Uses {
    private readonly demands = new Map<string, Demand[]>();
    private readonly excused = new Set<string>();
    private readonly own: readonly string[];
    private readonly mayUseKeys: boolean;

    constructor(
        private readonly stack: Stack,
        private readonly identity: Identity,
        { functions }: CodeOfRole,
    ) {
        for (const { demands, excused } of functions) {
            for (const demand of demands) {
                const key = demand.action.toLowerCase();
                const same = this.demands.get(key);
                if (same) same.push(demand);
                else this.demands.set(key, [demand]);
            }
            for (const action of excused) this.excused.add(action);
        }
        this.own = [...new Set(functions.flatMap(({ holder }) => ownDoing(stack, holder)))];
        this.mayUseKeys = functions.some(({ mayUseKeys }) => mayUseKeys);
    }

    /** The actions that the code calls for, in AWS's spelling. */
    get called(): readonly string[] {
        const names = [...this.demands.values()].flatMap(([first]) => (first ? [first.action] : []));
        return [...new Set(names.map((name) => actionFacts(name)?.name ?? name))].sort();
    }

    /** Undefined for a statement of which code does not decide: a denial, an administrator, everything but some actions. */
    of(statement: Statement): Use | undefined {
        if (statement.effect !== "Allow" || statement.actions.not) return undefined;
        if (administers(statement).is === "yes" || statement.actions.unknown.length > 0) return undefined;
        const unused: string[] = [];
        const wide: string[] = [];
        const kept = new Map<string, KeptAction>();
        for (const pattern of new Set(statement.actions.patterns)) {
            const known = actionsMatching(pattern);
            // AWS may have added it since.
            if (known.length === 0) kept.set(pattern, { action: pattern, demands: [] });
            const through = known.filter((action) => this.identity.permissions.through(statement, action).is !== "no");
            const needed = known.filter((action) =>
                through.includes(action)
                    ? this.isNeeded(statement, action)
                    : this.demands.has(action.toLowerCase()) && isBeside(statement, action),
            );
            const isPlain = !isWildcard(pattern) || IDIOMS.has(pattern.toLowerCase());
            if (through.length > 0 && needed.length === 0) unused.push(actionFacts(pattern)?.name ?? pattern);
            else if (!isPlain && through.some((action) => !needed.includes(action))) wide.push(pattern);
            const demandsOf = (action: string) => this.demandsThrough(statement, action);
            if (!isPlain) for (const action of needed) kept.set(action, { action, demands: demandsOf(action) });
            else if (needed.length > 0) {
                const action = actionFacts(pattern)?.name ?? pattern;
                kept.set(action, { action, demands: needed.flatMap(demandsOf) });
            }
        }
        return { statement, unused, wide, kept: [...kept.values()] };
    }

    /** What of a statement the code calls, in whatever form it says what it allows. */
    calledOf(statement: Statement): readonly string[] {
        return this.called.filter(
            (action) => namesAction(statement, action).is !== "no" && this.demandsThrough(statement, action).length > 0,
        );
    }

    /** Does Lambda itself do this with the role? */
    isOwn(action: string): boolean {
        return isOwnDoing(this.own, action);
    }

    private isNeeded(statement: Statement, action: string): boolean {
        if (!isByOperation(action) || isOwnDoing(this.own, action) || this.excused.has(action.toLowerCase()))
            return true;
        if (this.mayUseKeys && KEY_USE.test(action)) return true;
        return this.demandsThrough(statement, action).length > 0;
    }

    private demandsThrough(statement: Statement, action: string): readonly Demand[] {
        return (this.demands.get(action.toLowerCase()) ?? []).filter((demand) => this.mayGo(statement, demand));
    }

    /** May what is called be among what the statement names? */
    private mayGo({ resources }: Statement, demand: Demand): boolean {
        const { on } = demand;
        if (!on || on.isOpen || on.awaits.length > 0 || !resources || resources.not || resources.unknown.length > 0)
            return true;
        return on.named.some((named) => {
            const asked = askedOf(this.stack, demand, named);
            if (!asked?.isMade) return true;
            return resources.patterns.some(
                (pattern) => isEveryArn(pattern) || asked.arns.some((arn) => overlap(pattern, arn)),
            );
        });
    }
}

const KEY_USE = /^kms:(?:decrypt|encrypt|reencrypt\w*|generatedatakey\w*|describekey|creategrant)$/i;

/** What the code under a role does with its grants; undefined where not all of it is known. Computed once. */
export function usesOf(stack: Stack, identity: Identity, folder?: string): Uses | undefined {
    const code = codeOfRole(stack, identity, folder);
    if (!code || code.open.length > 0) return undefined;
    return stack.onceFor(`uses ${folder ?? ""}`, identity, () => new Uses(stack, identity, code));
}

/** What code says of a finding about a grant, to stand behind it; empty where it does not decide. */
export function saidOfCode(
    stack: Stack,
    identity: Identity,
    { holder, at, managed, ...given }: Held | AttachedArn,
): string {
    const uses = usesOf(stack, identity);
    if (!uses) return "";
    const own = identity.grants.filter((held) => held.holder === holder && held.at === at && held.managed === managed);
    const statements = "statement" in given && !managed ? [given.statement] : own.map(({ statement }) => statement);
    const called = [...new Set(statements.flatMap((statement) => uses.calledOf(statement)))];
    return called.length > 0 ? `; its code calls ${listed(called, 6)} of that` : "; its code calls nothing of that";
}

/** AWS-managed policies that are not for what Lambda itself does. */
export function attachedForCode({ attached }: Identity): readonly AttachedArn[] {
    return attached.filter(
        ({ arn, managed }) =>
            managed && managed.breadth !== "admin" && !isRecommendedForCompute(arn) && !isForServiceRole(arn),
    );
}
