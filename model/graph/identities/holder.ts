import {
    type Allowing,
    type Caller,
    type EscalationPath,
    type Extent,
    escalationPaths,
    isDeciding,
    isEveryArn,
    isEverything,
    isWildcard,
    matches,
    usableGrants,
    type Way,
    waysOf,
} from "../../iam";
import { type Answer, all, any, no, undecided, yes } from "../../values";
import { type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import { admittance, type Climber, callerOf } from "./callers";
import type { Held, Identity } from "./identities";
import { isAccepted } from "./managed";
import { servicesAlone } from "./passed";
import { alternativesOf, pathsInReach } from "./paths-in-reach";
import { isToldByTrust, ownTargets, risesOnItself, type Target, targetsTo } from "./targets";

/** A path by which an identity can come by more than it is given. */
export interface OpenPath {
    readonly path: EscalationPath;
    readonly when: Answer;
    /** One way for each action that the path needs, those first whose resource decides; none where a trust policy asks for no grant. */
    readonly ways: readonly Way<Held>[];
    /** How far targets are left open; itself, by a variable; or the one of this stack that is named, its own or a stronger one. */
    readonly reach: Exclude<Extent, "named"> | "itself" | Resource;
    /** What must change: the statement that decides, or the trust policy that lets it in. */
    readonly holder: Resource;
    readonly at: string;
}

/** The ways by which each action of a path goes through; of `anyOf`, those of all of them together. */
type Steps = readonly (readonly Way<Held>[])[];

const NONE: readonly Allowing<Held>[] = [];
const NO_PATHS: readonly OpenPath[] = [];

/** An identity with the paths that its policies leave open, or would, with a stronger target in reach. */
export class Holder implements Climber {
    private ownCaller: Caller | undefined;
    private readonly grants = new Map<string, readonly Allowing<Held>[]>();
    private readonly open = new Map<EscalationPath, OpenPath>();
    private readonly pending = new Map<EscalationPath, Steps>();

    constructor(
        readonly stack: Stack,
        readonly identity: Identity,
        private readonly isHarmlessPolicy: (arn: string) => boolean,
    ) {
        for (const path of pathsInReach(identity)) this.ask(path);
    }

    get caller(): Caller {
        this.ownCaller ??= callerOf(this.stack, this.identity);
        return this.ownCaller;
    }

    /** In the order of the table. */
    get openPaths(): readonly OpenPath[] {
        if (this.open.size === 0) return NO_PATHS;
        return escalationPaths().flatMap((path) => this.open.get(path) ?? []);
    }

    /** Can it become an administrator, or something like it, by itself? A key gives data, and what depends on more is not sure. */
    get rises(): Answer {
        if (this.open.size === 0) return no;
        const rising = [...this.open.values()].filter(
            ({ reach, path }) => reach !== "family" && path.provided === undefined && path.target.kind !== "key",
        );
        return any(...rising.map(({ when }) => when));
    }

    /** Asks of each path that is not open yet whether one of these others is in reach. */
    riseThrough(others: ReadonlyMap<Identity, Answer>): void {
        for (const [path, steps] of this.pending) {
            for (const [other, isStronger] of others) {
                if (other === this.identity) continue;
                for (const target of targetsTo(other, path, this)) this.openThrough(path, steps, target, isStronger);
            }
        }
    }

    /** Asks whether the trust policy of a stronger role names this identity, which needs no grant then. */
    enter(other: Identity, isStronger: Answer): void {
        const path = escalationPaths().find(({ target }) => isToldByTrust(target.kind));
        if (!path || !other.role || other === this.identity) return;
        for (const { statement, when: isNamed } of admittance(this, other.role).byName) {
            const when = all(isNamed, isStronger);
            if (when.is === "no" || this.open.get(path)?.when.is === "yes") continue;
            this.open.set(path, { path, reach: other.role, when, ways: [], holder: other.role, at: statement.path });
        }
    }

    private ask(path: EscalationPath): void {
        const alternatives = alternativesOf(path);
        // Most roles lack some action of a path: that is asked first, it is quick.
        if (alternatives.some((actions) => actions.every((action) => this.usable(action).length === 0))) return;
        if (path.documentedFor && this.isOnlyFor(path.documentedFor)) return;
        const steps: Steps = alternatives.map((actions) =>
            actions.flatMap((action) =>
                waysOf(this.identity.permissions, path, action, this.usable(action), this.isHarmlessPolicy),
            ),
        );
        if (steps.some((ways) => ways.length === 0)) return;
        const widest = steps.map((ways) => this.best(ways));
        const reach = isToldByTrust(path.target.kind) ? "named" : narrowest(widest);
        // What AWS wrote for such a role is not blamed by itself.
        if (reach !== "named" && !widest.every((way) => this.isAccepted(way))) {
            const when = all(...widest.map((way) => way.when));
            this.add(path, reach, when, widest);
        }
        if (reach === "any") return;
        this.pending.set(path, steps);
        for (const target of ownTargets(this, path)) this.openThrough(path, steps, target, yes);
        this.openOnItself(path, steps);
    }

    private isOnlyFor(services: readonly string[]): boolean {
        return servicesAlone(this.identity)?.every((one) => services.includes(one)) ?? false;
    }

    private add(path: EscalationPath, reach: OpenPath["reach"], when: Answer, ways: readonly Way<Held>[]): void {
        const sorted = decidingFirst(path, ways);
        const first = sorted[0]?.grant;
        if (first) this.open.set(path, { path, reach, when, ways: sorted, holder: first.holder, at: first.at });
    }

    /** Where the deciding actions name the holder by a variable: `user/${aws:username}`. */
    private openOnItself(path: EscalationPath, steps: Steps): void {
        const isOwn = (way: Way<Held>) =>
            !isDeciding(path, way.action) || way.itself.some((one) => risesOnItself(this.identity, path, one));
        const own = steps.map((ways) => ways.filter(isOwn));
        if (own.some((ways) => ways.length === 0)) return;
        const ways = own.map((step) => this.best(step));
        if (ways.some(({ itself }) => itself.length > 0) && this.open.get(path)?.when.is !== "yes")
            this.add(path, "itself", all(...ways.map(({ when }) => when)), ways);
    }

    private usable(action: string): readonly Allowing<Held>[] {
        if (!this.identity.permissions.isOfAllowedService(action)) return NONE;
        let grants = this.grants.get(action);
        if (!grants) {
            grants = usableGrants(this.identity.permissions, action, this);
            this.grants.set(action, grants);
        }
        return grants;
    }

    private openThrough(path: EscalationPath, steps: Steps, target: Target, isStronger: Answer): void {
        const ways = steps.flatMap((step) => this.reaching(path, step, target) ?? []);
        if (ways.length < steps.length) return;
        const when = all(target.isUsable, isStronger, ...ways.map((way) => way.when));
        const known = this.open.get(path);
        const isBetter = known === undefined || known.reach === "family" || known.when.is !== "yes";
        // A surer or wider finding stays.
        if (when.is === "yes" ? isBetter : when.is === "undecided" && known === undefined)
            this.add(path, target.resource, when, ways);
    }

    /** The surest of some ways that reach the resource. */
    private reaching(path: EscalationPath, ways: readonly Way<Held>[], target: Target): Way<Held> | undefined {
        const reaching = ways.flatMap((way) => {
            const when = isDeciding(path, way.action) ? all(way.when, this.reaches(way, target)) : way.when;
            return when.is === "no" ? [] : [{ ...way, when }];
        });
        return reaching.length === 0 ? undefined : this.best(reaching);
    }

    private reaches(way: Way<Held>, { resource, arns }: Target): Answer {
        const { statement } = way.grant;
        const { not = false, patterns = [] } = statement.resources ?? {};
        const arn = resource.root.get("arn").text();
        const names = arns ?? (arn === undefined ? [] : [arn]);
        if (names.length === 0) return mayReach(way, resource);
        if (!not && !patterns.some((pattern) => isWildcard(pattern) || names.includes(pattern))) return no;
        return any(...names.map((name) => this.identity.permissions.through(statement, way.action, name)));
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

/** Of a resource whose ARN is not known yet: the policy may depend on it, name everything, or something of its name. */
function mayReach({ grant: { statement, holder, at } }: Way<Held>, resource: Resource): Answer {
    const { not = false, patterns = [], unknown = [] } = statement.resources ?? {};
    const depends = sourcesOf(holder, at);
    if (unknown.length > 0 && depends.includes(resource)) return undecided(...unknown.map(({ place }) => place));
    if (not || patterns.some(isEveryArn)) return yes;
    const name = resource.root.get("name").text();
    const isLike = (pattern: string) => {
        const [, ...parts] = pattern.split(":").slice(5).join(":").split(/[:/]/);
        const told = parts.filter((part) => !isEverything(part));
        return told.length === 0 || (name !== undefined && told.some((part) => matches(part, name)));
    };
    return patterns.some(isLike) ? undecided(resource.root.get("arn").place) : no;
}

const EXTENTS: readonly Extent[] = ["named", "family", "any"];

function narrowest(ways: readonly Way<Held>[]): Extent {
    return EXTENTS[Math.min(...ways.map(({ extent }) => EXTENTS.indexOf(extent)))] ?? "named";
}

function decidingFirst(path: EscalationPath, ways: readonly Way<Held>[]): readonly Way<Held>[] {
    const decides = (way: Way<Held>) => isDeciding(path, way.action);
    return [...ways.filter(decides), ...ways.filter((way) => !decides(way))];
}
