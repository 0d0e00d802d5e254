import { IamPolicy } from "../aws";
import {
    type Allowing,
    administers,
    type EscalationPath,
    type Extent,
    escalationPaths,
    isDeciding,
    isHarmless,
    isWildcard,
    matches,
    parsePolicy,
    usableGrants,
    type Way,
    waysOf,
} from "../iam";
import { type Answer, all, any, no, undecided, yes } from "../values";
import { attachesAdministrator, makesAdministrator } from "./administrators";
import { type Held, type Identity, identitiesOf } from "./identities";
import { isAccepted } from "./managed";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { ownTargets, type Target, targetsTo } from "./targets";

/** A path by which an identity can come by more than it is given. */
export interface OpenPath {
    readonly path: EscalationPath;
    readonly when: Answer;
    /** One way for each action that the path needs; those first whose resource decides what is in reach. */
    readonly ways: readonly Way<Held>[];
    /** How far targets are left open, or the one of this stack that is named, and its own or stronger. */
    readonly reach: Exclude<Extent, "named"> | Resource;
}

/**
 * The paths that an identity's policies leave open together, in effect. A target that is named counts where it is of this stack and
 * stronger: an administrator, or somebody who can become one. One that lives elsewhere cannot be judged. Nothing is open to an
 * administrator, who has nowhere to rise. What AWS's policies for such a role leave open by themselves is not blamed. What a user has
 * from groups alone is the groups'.
 */
export function openPaths(stack: Stack, identity: Identity): readonly OpenPath[] {
    const open = stack.once(openPaths, climb).get(identity) ?? [];
    return identity.groups.length === 0
        ? open
        : open.filter(({ ways }) => ways.some(({ grant }) => identity.grants.includes(grant)));
}

/** Who can rise without others; then who can rise through those; and so on, until nobody is added. */
function climb(stack: Stack): ReadonlyMap<Identity, readonly OpenPath[]> {
    const isHarmlessPolicy = harmlessPolicies(stack);
    const holders: Holder[] = [];
    const strong = new Map<Identity, Answer>();
    for (const identity of identitiesOf(stack)) {
        const administering = isAdministrator(identity);
        const effective = identity.permissions.allows("iam:CreatePolicyVersion").is === "no" ? no : administering;
        if (effective.is !== "no") strong.set(identity, effective);
        if (administering.is !== "yes") holders.push(new Holder(identity, isHarmlessPolicy));
    }
    for (const holder of holders) if (holder.rises.is !== "no") strong.set(holder.identity, holder.rises);
    for (let added: ReadonlyMap<Identity, Answer> = strong; added.size > 0; ) {
        const next = new Map<Identity, Answer>();
        for (const holder of holders) {
            holder.riseThrough(added);
            if (holder.rises.is !== "no" && !strong.has(holder.identity)) next.set(holder.identity, holder.rises);
        }
        for (const [identity, when] of next) strong.set(identity, when);
        added = next;
    }
    return new Map(holders.map((holder) => [holder.identity, holder.openPaths]));
}

/** Do its policies make it an administrator, whatever holds it back? */
function isAdministrator(identity: Identity): Answer {
    return any(
        ...identity.held.map(({ statement }) => makesAdministrator(identity, statement)),
        ...identity.attached.map((attached) => attachesAdministrator(identity, attached)),
        ...identity.groups.map(isAdministrator),
    );
}

/** The ways by which each action of a path goes through; of `anyOf`, those of all of them together. */
type Steps = readonly (readonly Way<Held>[])[];

/** An identity with the paths that its policies leave open, or would, with a stronger target in reach. */
class Holder {
    private readonly grants = new Map<string, readonly Allowing<Held>[]>();
    private readonly open = new Map<EscalationPath, OpenPath>();
    private readonly pending = new Map<EscalationPath, Steps>();

    constructor(
        readonly identity: Identity,
        private readonly isHarmlessPolicy: (arn: string) => boolean,
    ) {
        for (const path of escalationPaths()) this.ask(path);
    }

    /** In the order of the table. */
    get openPaths(): readonly OpenPath[] {
        return escalationPaths().flatMap((path) => this.open.get(path) ?? []);
    }

    /** Can it become an administrator, or something like it? */
    get rises(): Answer {
        return any(...[...this.open.values()].filter(({ reach }) => reach !== "family").map(({ when }) => when));
    }

    /** Asks of each path that is not open yet whether one of these others is in reach. */
    riseThrough(others: ReadonlyMap<Identity, Answer>): void {
        for (const [path, steps] of this.pending) {
            for (const [other, isStronger] of others) {
                if (other === this.identity) continue;
                for (const target of targetsTo(other, path)) this.openThrough(path, steps, target, isStronger);
            }
        }
    }

    private ask(path: EscalationPath): void {
        const { needs, anyOf = [] } = path;
        const alternatives = [...needs.map((action) => [action]), ...(anyOf.length > 0 ? [anyOf] : [])];
        // Most roles lack some action of a path: that is asked first, it is quick.
        if (alternatives.some((actions) => actions.every((action) => this.usable(action).length === 0))) return;
        const steps: Steps = alternatives.map((actions) =>
            actions.flatMap((action) =>
                waysOf(this.identity.permissions, path, action, this.usable(action), this.isHarmlessPolicy),
            ),
        );
        if (steps.some((ways) => ways.length === 0)) return;
        const widest = steps.map((ways) => this.best(ways));
        const reach = narrowest(widest);
        // What AWS wrote for such a role is not blamed by itself.
        if (reach !== "named" && !widest.every((way) => this.isAccepted(way))) {
            const when = all(...widest.map((way) => way.when));
            this.open.set(path, { path, reach, when, ways: decidingFirst(path, widest) });
        }
        if (reach === "any") return;
        this.pending.set(path, steps);
        for (const target of ownTargets(this.identity, path)) this.openThrough(path, steps, target, yes);
    }

    private usable(action: string): readonly Allowing<Held>[] {
        let grants = this.grants.get(action);
        if (!grants) {
            grants = usableGrants(this.identity.permissions, action);
            this.grants.set(action, grants);
        }
        return grants;
    }

    private openThrough(path: EscalationPath, steps: Steps, target: Target, isStronger: Answer): void {
        const ways = steps.flatMap((step) => this.reaching(path, step, target.resource) ?? []);
        if (ways.length < steps.length) return;
        const when = all(target.isUsable, isStronger, ...ways.map((way) => way.when));
        const known = this.open.get(path);
        const isBetter = known === undefined || known.reach === "family" || known.when.is !== "yes";
        // A surer or wider finding stays.
        if (when.is === "yes" ? isBetter : when.is === "undecided" && known === undefined)
            this.open.set(path, { path, reach: target.resource, when, ways: decidingFirst(path, ways) });
    }

    /** The surest of some ways that reach the resource. */
    private reaching(path: EscalationPath, ways: readonly Way<Held>[], resource: Resource): Way<Held> | undefined {
        const reaching = ways.flatMap((way) => {
            const when = isDeciding(path, way.action) ? all(way.when, this.reaches(way, resource)) : way.when;
            return when.is === "no" ? [] : [{ ...way, when }];
        });
        return reaching.length === 0 ? undefined : this.best(reaching);
    }

    private reaches({ grant, action }: Way<Held>, resource: Resource): Answer {
        const { statement, holder, at } = grant;
        const { not = false, patterns = [], unknown = [] } = statement.resources ?? {};
        const arn = resource.root.get("arn").text();
        if (arn === undefined) {
            // An ARN that is not known yet may be this one's where the policy depends on it.
            const depends = holder.propertyDependencies[at.split(/[.[]/, 1)[0] ?? ""] ?? [];
            const places = unknown.map(({ place }) => place);
            return places.length > 0 && depends.includes(resource) ? undecided(...places) : no;
        }
        if (!not && !patterns.includes(arn) && !patterns.some(isWildcard)) return no;
        return this.identity.permissions.through(statement, action, arn);
    }

    /** The widest and surest; among equals, one that AWS wrote for such a role, so that only what the program adds is blamed. */
    private best(ways: readonly Way<Held>[]): Way<Held> {
        const rank = (way: Way<Held>) =>
            4 * EXTENTS.indexOf(way.extent) + (way.when.is === "yes" ? 2 : 0) + (this.isAccepted(way) ? 1 : 0);
        return ways.reduce((best, way) => (rank(way) > rank(best) ? way : best));
    }

    private isAccepted({ grant }: Way<Held>): boolean {
        return grant.managed !== undefined && isAccepted(this.identity, grant.managed.arn);
    }
}

/** Of a condition's value: does attaching the policy, or having it for a boundary, make no administrator? */
function harmlessPolicies(stack: Stack): (arn: string) => boolean {
    const administering = stack.ofType(IamPolicy).flatMap((policy) => {
        const { statements } = parsePolicy(policy.inputs.policy);
        const arn = policy.root.get("arn").text();
        return arn !== undefined && statements.some((one) => administers(one).is === "yes") ? [arn] : [];
    });
    return (arn) => isHarmless(arn) && !administering.some((own) => matches(arn, own));
}

const EXTENTS: readonly Extent[] = ["named", "family", "any"];

function narrowest(ways: readonly Way<Held>[]): Extent {
    return EXTENTS[Math.min(...ways.map(({ extent }) => EXTENTS.indexOf(extent)))] ?? "named";
}

function decidingFirst(path: EscalationPath, ways: readonly Way<Held>[]): readonly Way<Held>[] {
    const decides = (way: Way<Held>) => isDeciding(path, way.action);
    return [...ways.filter(decides), ...ways.filter((way) => !decides(way))];
}
