import { listed, shownAction } from "../../iam";
import { type Resource, sourcesOf } from "../resource";
import type { Canvas } from "./canvas";
import type { AccessLevel } from "./drawing";
import { inOrder } from "./lines";
import { most } from "./shown-actions";

export interface Given {
    readonly id: string;
    readonly kind: "assumes" | "may" | "passes";
    readonly patterns: readonly string[];
    readonly levels: readonly AccessLevel[];
    readonly isWide?: boolean;
    readonly isAdministrator?: boolean;
    readonly isQuiet: boolean;
    readonly isSecret: boolean;
    readonly via: { readonly urn: string; readonly path: string; readonly statement: string };
    readonly awaits: readonly string[];
    /** The AWS-managed policy that gives it. */
    readonly managed: string | undefined;
    /** Of a statement about all but some actions, those. */
    readonly all: readonly string[] | undefined;
}

/** The lines from one identity: what several statements give on one resource is one line. */
export class Edges {
    private readonly byTarget = new Map<string, Given[]>();

    constructor(
        private readonly canvas: Canvas,
        private readonly from: string,
    ) {}

    add(given: Given): void {
        const key = `${given.kind} ${given.id}`;
        const same = this.byTarget.get(key);
        if (same) same.push(given);
        else this.byTarget.set(key, [given]);
    }

    /** A policy that is not known yet may be about what went into it. */
    hidden(holder: Resource, at: string, place: string): void {
        for (const source of sourcesOf(holder, at)) {
            const id = this.canvas.idOf(source);
            const node = id === undefined ? undefined : this.canvas.nodeOf(id);
            if (id === undefined || id === this.from || !node || node.lane === 3) continue;
            this.canvas.line({
                from: this.from,
                to: id,
                kind: "may",
                says: `${this.canvas.nameOf(this.from)} may do to ${node.name} what its policy does not tell yet.`,
                via: [{ urn: holder.urn, path: at }],
                awaits: [place],
            });
        }
    }

    draw(): void {
        for (const all of this.byTarget.values()) this.line(all);
    }

    private line(all: readonly Given[]): void {
        const [first] = all;
        if (!first || first.id === this.from) return;
        const { canvas, from } = this;
        const isWide = all.some((one) => one.isWide);
        // One that is certain settles it.
        const isCertain = all.some(({ awaits }) => awaits.length === 0);
        const isQuiet = all.every((one) => one.isQuiet);
        const closes = isWide && !isQuiet ? closing(all.filter((one) => one.isWide)) : undefined;
        canvas.line({
            from,
            to: first.id,
            kind: first.kind,
            says: says(canvas.nameOf(from), canvas.nameOf(first.id), all),
            actions: actionsOf(all),
            levels: inOrder(all.flatMap(({ levels, isSecret }) => (isSecret ? [] : levels))),
            ...(isWide && { isWide: true as const }),
            ...(isQuiet && { isQuiet: true as const }),
            ...(closes !== undefined && { closes }),
            via: all.map(({ via }) => via),
            ...(!isCertain && { awaits: all.flatMap(({ awaits }) => awaits) }),
        });
    }
}

function actionsOf(all: readonly Given[]): readonly string[] {
    const told = all.filter(({ isSecret }) => !isSecret);
    const excepted = told.flatMap((one) => (one.all ? [exceptions(one.all)] : []));
    const patterns = new Set(told.flatMap((one) => one.patterns.map(shownAction)));
    return most([...excepted, ...[...patterns].sort()]);
}

function exceptions(all: readonly string[]): string {
    return `all but ${listed(all)}`;
}

function says(who: string, what: string, all: readonly Given[]): string {
    if (all.some(({ isAdministrator }) => isAdministrator)) return `${who} may do everything in the account.`;
    if (all.some(({ isSecret }) => isSecret)) return `${who} may do to ${what} what a secret policy allows.`;
    const on = /^(?:Every|Everything) /.test(what) ? what.slice(0, 1).toLowerCase() + what.slice(1) : what;
    const actions = listed(actionsOf(all));
    if (all[0]?.kind === "passes") return `${who} may hand ${on} to a service (${actions}).`;
    if (all[0]?.kind === "assumes") return `${who} may act as ${on} (${actions}).`;
    if (all.every(({ patterns }) => patterns.length > 0 && patterns.every((one) => SESSION.test(one))))
        return `${who} may open a session on ${on} (${actions}), and acts there as it does.`;
    return `${who} may ${actions} on ${on}.`;
}

/** A shell or a command on a host, or in a container. */
const SESSION =
    /^(?:ssm:(?:startsession|resumesession|sendcommand)|ecs:executecommand|ec2-instance-connect:(?:sendsshpublickey|sendserialconsolesshpublickey))$/i;

function closing(wide: readonly Given[]): string {
    const [managed] = wide.flatMap((one) => one.managed ?? []);
    if (managed !== undefined) return `Attach a policy that allows less in place of ${managed}.`;
    return wide.some(({ isAdministrator, all }) => isAdministrator || all)
        ? "Name in the statement the actions and the resources that are needed."
        : "Name in the statement's Resource what it needs, in place of the wildcard.";
}
