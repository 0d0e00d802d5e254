/** Lines between nodes. Those with nothing to tell are one path for each kind; the others are drawn by themselves, and kept while they are. */
import type { EdgeKind, Severity } from "../../common/data";
import type { Line } from "../../common/scene";
import { SYMBOLS } from "../../common/symbols";
import type { Route } from "../../layout/layout";
import { put, replace, set, svg } from "../dom";
import { shapeParts } from "../icons";

export interface LineLook {
    readonly severity: Severity | undefined;
    readonly isLit: boolean;
    /** Newly allowed, against what the stack is compared with. */
    readonly isNew: boolean;
    /** Waits for a value that is not known. */
    readonly isAsked: boolean;
    /** An end lives elsewhere. */
    readonly isAway: boolean;
}

interface Drawn {
    readonly group: SVGGElement;
    look: string;
}

export class Lines {
    readonly element = svg("svg", { class: "edges", "aria-hidden": "true" });
    private readonly base = svg("g");
    private readonly own = svg("g");
    private readonly near = svg("g", { class: "near" });
    private readonly plain = new Map<EdgeKind, SVGPathElement>();
    private readonly drawn = new Map<string, Drawn>();

    constructor(private readonly choose: (line: Line) => void) {
        this.element.append(this.base, this.own, this.near);
    }

    draw(
        lines: readonly Line[],
        routes: ReadonlyMap<string, Route>,
        lookOf: (line: Line) => LineLook,
        { width, height }: { readonly width: number; readonly height: number },
    ): void {
        set(this.element, { width, height, viewBox: `0 0 ${width} ${height}` });
        const plain = new Map<EdgeKind, string>();
        const kept = new Set<string>();
        for (const line of lines) {
            const route = routes.get(line.id);
            if (!route) continue;
            const look = lookOf(line);
            const isPlain = !look.isLit && !look.severity && !look.isNew;
            if (isPlain && (line.isFar || (!look.isAsked && !look.isAway))) {
                if (!line.isFar) plain.set(line.kind, (plain.get(line.kind) ?? "") + route.path);
                continue;
            }
            kept.add(line.id);
            this.single(line, route, look);
        }
        for (const [id, { group }] of this.drawn)
            if (!kept.has(id)) {
                group.remove();
                this.drawn.delete(id);
            }
        for (const kind of new Set([...plain.keys(), ...this.plain.keys()])) this.together(kind, plain.get(kind) ?? "");
    }

    /** Lines that are shown while the pointer is at a node. */
    hover(routes: readonly { readonly line: Line; readonly route: Route }[]): void {
        replace(
            this.near,
            routes.map(({ line, route }) => svg("path", { class: `e plain lit k-${line.kind}`, d: route.path })),
        );
    }

    private together(kind: EdgeKind, path: string): void {
        let own = this.plain.get(kind);
        if (!own) {
            own = svg("path", { class: `base k-${kind}` });
            this.plain.set(kind, own);
            this.base.append(own);
        }
        if (own.getAttribute("d") !== path) own.setAttribute("d", path);
    }

    private single(line: Line, { path, mark, tip }: Route, given: LineLook): void {
        const { severity, isLit, isNew, isAsked, isAway } = given;
        const className = [
            `k-${line.kind}`,
            severity ? `s-${severity}` : isLit ? "plain" : "quiet",
            isLit && "lit",
            isNew && "fresh",
            isAsked && "ask",
            isAway && "away",
            line.isFar && "far",
        ]
            .filter(Boolean)
            .join(" ");
        const look = `${className} ${path}`;
        const known = this.drawn.get(line.id);
        if (known?.look === look) return;
        known?.group.remove();
        const group = svg(
            "g",
            { class: `ep ${className}` },
            svg(
                "title",
                {},
                line.edges
                    .map(({ says }) => says)
                    .slice(0, 6)
                    .join("\n"),
            ),
        );
        const { x, y, step } = tip;
        put(group, [
            svg("path", { class: "wide-hit", d: path }),
            isNew && svg("path", { class: "halo", d: path }),
            svg("path", { class: `e ${className}`, d: path }),
            svg("path", { class: `tip ${className}`, d: `M${x + step * 2} ${y}l${-step * 6} -3v6z` }),
        ]);
        // Beside each other, where there is more than one to say.
        const signs = line.isFar ? [] : signsOf(given);
        signs.forEach(({ className: own, parts }, at) => {
            const left = mark.x - 6 + (at - (signs.length - 1) / 2) * 15;
            put(group, [
                svg(
                    "g",
                    { class: `mark ${own}`, transform: `translate(${left} ${mark.y - 6}) scale(.75)` },
                    svg("circle", { cx: 8, cy: 8, r: 10 }),
                    parts,
                ),
            ]);
        });
        group.addEventListener("click", () => this.choose(line));
        this.drawn.set(line.id, { group, look });
        this.own.append(group);
    }
}

interface Sign {
    readonly className: string;
    readonly parts: readonly SVGElement[];
}

/** What stands on a line: the worst that is found there, else why it is drawn otherwise; and whether it is new. */
function signsOf({ severity, isNew, isAsked, isAway }: LineLook): readonly Sign[] {
    const signs: Sign[] = [];
    if (severity) signs.push({ className: `c-${severity}`, parts: shapeParts(severity) });
    else if (isAsked) signs.push({ className: "", parts: [svg("text", { class: "q", x: 8, y: 12.5 }, "?")] });
    else if (isAway) signs.push({ className: "", parts: [svg("path", { class: "lined", d: "M5 5h6v6M11 5l-6 6" })] });
    if (isNew) signs.push({ className: "fresh", parts: [svg("path", { class: "lined", d: SYMBOLS.plus })] });
    return signs;
}
