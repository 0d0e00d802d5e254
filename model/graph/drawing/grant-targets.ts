/** What a statement is about: nodes of the stack, what lives elsewhere, all that a wildcard takes in. */
import {
    actionsNamed,
    administers,
    isEveryArn,
    isWildcard,
    type NamedAction,
    openResource,
    serviceFamily,
    servicesWorkedOn,
} from "../../iam";
import type { Held, Identity } from "../identities/identities";
import { acts, reads } from "../reach/over-permissions";
import { sourcesOf } from "../resource";
import type { Arns } from "./arns";
import type { Canvas } from "./canvas";
import type { AccessLevel } from "./drawing";
import { levelsOf, levelsOfStatement } from "./levels";
import { compare, inOrder } from "./lines";
import { allThatFit, arnElsewhere, everyOf, everything, typeWorkedOn } from "./wild";

/** What reaches into more services than these is drawn as everything. */
const MOST_SERVICES = 6;

const SERVICE_LINKED = /^iam:createservicelinkedrole$/i;

/** The targets of one statement that an identity holds. */
export class Targets {
    constructor(
        private readonly canvas: Canvas,
        private readonly arns: Arns,
        private readonly identity: Identity,
        private readonly held: Held,
    ) {}

    /** What the statement is about, in effect, each with the actions that work there. */
    all(): readonly Target[] {
        const { statement } = this.held;
        if (statement.effect !== "Deny" && administers(statement).is === "yes") return [this.administration()];
        const { resources } = statement;
        // IAM refuses a policy of an identity that names no resource.
        const patterns = resources === undefined ? [] : resources.not ? ["*"] : resources.patterns;
        const found = patterns.flatMap((pattern): readonly Target[] =>
            isEveryArn(pattern) ? this.star(pattern) : this.named(pattern),
        );
        return [...found, ...this.unknown()];
    }

    private administration(): Target {
        const { statement } = this.held;
        const all = statement.actions.not ? [] : statement.actions.patterns;
        return {
            id: everything(this.canvas),
            kind: "may",
            actions: [],
            patterns: all,
            levels: levelsOf("*"),
            isWide: true,
            isAdministrator: true,
            service: "*",
            pattern: "*",
        };
    }

    /** A lone wildcard: everything that each action works on. */
    private star(pattern: string): readonly Target[] {
        const { statement } = this.held;
        if (statement.actions.not)
            return [
                {
                    id: everything(this.canvas),
                    kind: "may",
                    actions: [],
                    patterns: [],
                    levels: levelsOfStatement(statement),
                    isWide: true,
                    service: "*",
                    pattern,
                },
            ];
        const services = new Map<string, { actions: NamedAction[]; counts: Map<string, number> }>();
        for (const one of this.effective("*")) {
            if (!this.isMain(one.action)) continue;
            const type = typeWorkedOn(one.action);
            const service = type.split(":", 1)[0] ?? "";
            const found = services.get(service) ?? { actions: [], counts: new Map<string, number>() };
            services.set(service, found);
            found.actions.push(one);
            found.counts.set(type, (found.counts.get(type) ?? 0) + 1);
        }
        if (services.size > MOST_SERVICES) {
            const all = [...services.values()].flatMap(({ actions }) => actions);
            return [this.target(everything(this.canvas), all, { isWide: true, service: "*", pattern })];
        }
        return [...services].map(([service, { actions, counts }]) => {
            const main = mostOf(counts) ?? service;
            const isWide = main.includes(":");
            return this.target(everyOf(this.canvas, this.arns, main), actions, { isWide, service, pattern });
        });
    }

    /** One that names a resource, or a family of them. */
    private named(pattern: string): readonly Target[] {
        const { statement } = this.held;
        // Nothing has such a name.
        if (!pattern.startsWith("arn:")) return [];
        const actions = statement.actions.not
            ? []
            : this.effective(pattern).filter(({ action }) => this.isMain(action) && isAbout(action, pattern));
        if (actions.length === 0 && !statement.actions.not) return [];
        const service = pattern.split(":")[2] ?? "";
        const meant = this.arns.meant(pattern);
        const base = { service, pattern };
        if (meant) {
            const part = meant.part === undefined ? {} : { part: meant.part };
            return [this.target(meant.named.id, actions, { ...base, ...part })];
        }
        const [open] = actions.filter(({ action }) => openResource(action, pattern));
        if (open)
            return [
                this.target(everyOf(this.canvas, this.arns, typeWorkedOn(open.action)), actions, {
                    ...base,
                    isWide: true,
                }),
            ];
        if (!isWildcard(nameIn(pattern))) {
            const [, whole = pattern, part] = /^(.*?)([/:]\*)?$/.exec(pattern) ?? [];
            const more = part === undefined ? {} : { part };
            return [this.target(arnElsewhere(this.canvas, whole), actions, { ...base, ...more })];
        }
        return [this.target(allThatFit(this.canvas, this.arns, pattern), actions, { ...base, isWide: true })];
    }

    /** Of ARNs that are not known yet, what went into them. */
    private unknown(): readonly Target[] {
        const { statement, holder, at } = this.held;
        const places = (statement.resources?.unknown ?? []).map(({ place }) => place);
        if (places.length === 0 || statement.resources?.not) return [];
        const actions = statement.actions.not ? [] : this.effective("*");
        const services = new Set(actions.flatMap(({ action }) => [...servicesWorkedOn(action)]));
        const sources = sourcesOf(holder, at).filter(({ type }) =>
            services.has(serviceFamily(`${serviceOfType(type)}:`)),
        );
        const isOne = sources.length === 1 && places.length === 1;
        return sources.flatMap((source) => {
            const id = this.canvas.idOf(source);
            if (id === undefined) return [];
            const own = actions.filter(({ action }) =>
                servicesWorkedOn(action).has(serviceFamily(`${serviceOfType(source.type)}:`)),
            );
            return [this.target(id, own, { service: serviceOfType(source.type), ...(!isOne && { awaits: places }) })];
        });
    }

    /** AWS's policies list beside what they are for how a hundred other things are set up. */
    private isMain(action: string): boolean {
        return this.held.managed === undefined || ((acts(action) || reads(action)) && !SERVICE_LINKED.test(action));
    }

    /** The actions of which something is left after denials, on what the pattern means. */
    private effective(pattern: string): readonly NamedAction[] {
        const { statement } = this.held;
        const all = actionsNamed(statement);
        if (statement.effect === "Deny" || !this.isHeldBack()) return all;
        return all.filter(({ action }) => this.identity.permissions.through(statement, action, pattern).is !== "no");
    }

    private isHeldBack(): boolean {
        const { boundary, permissions } = this.identity;
        return boundary.kind === "read" || permissions.grants.some(({ statement }) => statement.effect === "Deny");
    }

    private target(
        id: string,
        actions: readonly NamedAction[],
        more: Pick<Target, "service"> & Partial<Target>,
    ): Target {
        const { statement } = this.held;
        const patterns = patternsOf(actions);
        return {
            id,
            kind: kindOf(actions),
            actions,
            patterns,
            levels: statement.actions.not ? levelsOfStatement(statement) : inOrder(patterns.flatMap(levelsOf)),
            ...more,
        };
    }
}

/** A node that a statement is about, and what may be done there. */
export interface Target {
    readonly id: string;
    readonly kind: "assumes" | "may" | "passes";
    /** One by one; empty where all but some are meant. */
    readonly actions: readonly NamedAction[];
    /** As the statement has them. */
    readonly patterns: readonly string[];
    readonly levels: readonly AccessLevel[];
    readonly service: string;
    readonly pattern?: string;
    readonly part?: string;
    readonly isWide?: boolean;
    readonly isAdministrator?: boolean;
    readonly awaits?: readonly string[];
}

/** Of a service as a whole, the kind that most actions work on. */
function mostOf(counts: ReadonlyMap<string, number>): string | undefined {
    const [most] = [...counts].filter(([type]) => type.includes(":")).sort(([a, x], [b, y]) => y - x || compare(a, b));
    return most?.[0];
}

/** They come one pattern after the other. */
function patternsOf(actions: readonly NamedAction[]): readonly string[] {
    const found: string[] = [];
    for (const { pattern } of actions) if (found.at(-1) !== pattern) found.push(pattern);
    return [...new Set(found)];
}

function kindOf(actions: readonly NamedAction[]): Target["kind"] {
    if (actions.length > 0 && actions.every(({ action }) => /^iam:passrole$/i.test(action))) return "passes";
    return actions.length > 0 &&
        actions.every(({ action }) => /^sts:(?:assumerole\w*|tagsession|setsourceidentity)$/i.test(action))
        ? "assumes"
        : "may";
}

function isAbout(action: string, pattern: string): boolean {
    const service = pattern.split(":")[2] ?? "";
    if (!pattern.startsWith("arn:") || isWildcard(service)) return true;
    return servicesWorkedOn(action).has(serviceFamily(`${service}:`));
}

/** Names may hold slashes there, so that one with a star behind a slash is a family of names. */
const PATHS: ReadonlySet<string> = new Set(["iam", "logs", "ssm", "secretsmanager", "ecr", "events"]);

/** What names a resource in its account; objects of a bucket and versions of a function are no part of it. */
function nameIn(arn: string): string {
    const [, , service = "", , , ...rest] = arn.split(":");
    const name = rest.join(":").replace(/(?:-\?{6}|:\*)$/, "");
    return (PATHS.has(service) ? name : name.replace(/\/\*$/, "")) || "*";
}

function serviceOfType(type: string): string {
    const module = type.split(/[:/]/)[1] ?? "";
    return MODULES[module] ?? module;
}

/** Where Pulumi's module is not the service's prefix. */
const MODULES: Readonly<Record<string, string>> = {
    cloudwatch: "events",
    sfn: "states",
    efs: "elasticfilesystem",
    cognito: "cognito-idp",
    lb: "elasticloadbalancing",
    msk: "kafka",
    opensearch: "es",
};
