/** What each identity may do, on what: an edge for each resource, and the statements as they are. */
import { isHousekeeping, isWildcard, serviceFamily, shownAction, statementLabel, statementNumber } from "../../iam";
import { valueAt } from "../../values";
import { type Held, type Identity, identitiesOf } from "../identities/identities";
import { isAccepted } from "../identities/managed";
import { Arns } from "./arns";
import { boundaryOf } from "./boundaries";
import type { Canvas } from "./canvas";
import type { DrawnGrant, DrawnRole } from "./drawing";
import { Edges } from "./grant-edges";
import { type Target, Targets } from "./grant-targets";
import { identityNode } from "./identity-nodes";
import { levelsOfStatement } from "./levels";
import { compare } from "./lines";
import { type On, onPattern, shownPattern } from "./named-resources";
import { most } from "./shown-actions";

export function drawGrants(canvas: Canvas): readonly DrawnRole[] {
    const arns = new Arns(canvas);
    const roles: DrawnRole[] = [];
    for (const identity of identitiesOf(canvas.stack)) {
        const node = identityNode(canvas, identity);
        if (node === undefined) continue;
        const edges = new Edges(canvas, node);
        const grants = identity.grants.map((held) => new Granting(canvas, arns, identity, held, edges).drawn());
        for (const { holder, at, place } of identity.unread) edges.hidden(holder, at, place);
        edges.draw();
        const boundary = boundaryOf(canvas, arns, identity);
        if (grants.length > 0) roles.push({ node, grants: grants.sort(inTheirOrder), ...(boundary && { boundary }) });
    }
    return roles.sort((a, b) => compare(a.node, b.node));
}

function inTheirOrder(a: DrawnGrant, b: DrawnGrant): number {
    return (
        compare(a.urn, b.urn) ||
        compare(a.path, b.path) ||
        compare(a.managed ?? "", b.managed ?? "") ||
        compare(a.statement, b.statement)
    );
}

/** A statement, drawn. */
class Granting {
    private readonly isSecret: boolean;
    private readonly via: { readonly urn: string; readonly path: string; readonly statement: string };
    private readonly isKnownHousekeeping: boolean;

    constructor(
        private readonly canvas: Canvas,
        private readonly arns: Arns,
        private readonly identity: Identity,
        private readonly held: Held,
        private readonly edges: Edges,
    ) {
        const { statement, holder, at, managed } = held;
        this.isSecret = valueAt(holder.root, at).secret;
        const name = this.isSecret ? statementNumber(statement) : statementLabel(statement);
        this.via = { urn: holder.urn, path: at, statement: managed ? managed.name : name };
        this.isKnownHousekeeping = managed !== undefined && isAccepted(identity, managed.arn);
    }

    drawn(): DrawnGrant {
        const { statement, managed, holder } = this.held;
        const isAllow = statement.effect !== "Deny";
        const targets = new Targets(this.canvas, this.arns, this.identity, this.held).all();
        if (isAllow) for (const target of targets) this.edge(target);
        const isWide = isAllow && targets.some((target) => target.isWide);
        const levels = this.isSecret ? [] : levelsOfStatement(statement);
        const excepted = this.excepted();
        const bounds = this.isSecret
            ? undefined
            : this.canvas.conditions.numberOf(statement.conditions, holder, this.via.path);
        return {
            urn: this.via.urn,
            path: this.via.path,
            ...(managed && { managed: managed.name }),
            statement: managed ? statementLabel(statement) : this.via.statement,
            effect: isAllow ? "Allow" : "Deny",
            ...(statement.actions.not && { isNot: true as const }),
            actions: this.actions(),
            levels,
            resources: this.resources(targets),
            ...(excepted.length > 0 && { excepted }),
            ...(isWide && { isWide: true as const }),
            condition: [...new Set(statement.conditions.map(({ key }) => key))].sort(),
            ...(bounds !== undefined && { bounds }),
            ...(this.isQuiet(targets) && { isQuiet: true as const }),
        };
    }

    private isQuiet(targets: readonly Target[]): boolean {
        return targets.length > 0 && targets.every((target) => this.isQuietOn(target));
    }

    private isQuietOn({ actions, isWide }: Target): boolean {
        if (this.held.statement.actions.not) return false;
        if (this.isKnownHousekeeping) return true;
        const isKey = (action: string) => serviceFamily(action) === "kms";
        return (
            actions.length > 0 && actions.every(({ action }) => isHousekeeping(action) && !(isWide && isKey(action)))
        );
    }

    /** A policy of AWS's may list a thousand; of the program's own all are told. */
    private actions(): readonly string[] {
        const { statement, managed } = this.held;
        if (this.isSecret) return [];
        const all = [...new Set(statement.actions.patterns.map(shownAction))].sort();
        return managed ? most(all) : all;
    }

    /** As the statement has them. */
    private resources(targets: readonly Target[]): readonly On[] {
        const { resources } = this.held.statement;
        if (this.isSecret) return [];
        const found = new Map<string, On>();
        for (const { id, pattern, part } of targets) {
            const on: On = {
                node: id,
                ...(pattern !== undefined &&
                    isWildcard(pattern) &&
                    part === undefined && { pattern: shownPattern(pattern) }),
                ...(part !== undefined && { part }),
            };
            found.set(`${id} ${on.pattern ?? ""} ${part ?? ""}`, on);
        }
        const known = new Set(targets.flatMap(({ pattern }) => pattern ?? []));
        for (const pattern of resources?.not ? ["*"] : (resources?.patterns ?? []))
            if (!known.has(pattern)) found.set(pattern, onPattern(this.arns, pattern));
        return [...found].sort(([a], [b]) => compare(a, b)).map(([, on]) => on);
    }

    /** Of `NotResource`, what is left out. */
    private excepted(): readonly On[] {
        const { resources } = this.held.statement;
        if (!resources?.not || this.isSecret) return [];
        return [...new Set(resources.patterns)].sort().map((pattern) => onPattern(this.arns, pattern));
    }

    private edge(target: Target): void {
        const { statement, managed } = this.held;
        const effect = statement.effect === undefined ? statement.unknown : [];
        this.edges.add({
            ...target,
            isQuiet: this.isQuietOn(target),
            isSecret: this.isSecret,
            via: this.via,
            awaits: [...effect, ...(target.awaits ?? [])],
            managed: managed?.name,
            all: statement.actions.not ? this.actions() : undefined,
        });
    }
}
