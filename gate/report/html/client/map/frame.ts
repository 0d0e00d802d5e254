/** What stands behind the nodes: lanes, the line between outside and inside, bands with their titles. */
import type { Scene, Section } from "../../common/scene";
import { cut } from "../../common/shown";
import { SYMBOLS } from "../../common/symbols";
import { LANES } from "../../common/words";
import type { Placed } from "../../layout/layout";
import { h, name, replace } from "../dom";
import { icon, shape } from "../icons";
import type { LaneSizes } from "./laid";
import type { NetworkLook } from "./looks";

export class Frame {
    readonly heads = h("div", { class: "lanes", "aria-hidden": "true" });
    readonly element = h("div", { class: "frame", "aria-hidden": "true" });
    readonly bands = h("div", { class: "bands" });

    constructor(
        private readonly collapse: (group: string) => void,
        private readonly networkLook: (id: string) => NetworkLook,
    ) {}

    draw({ sections, cells }: Scene, placed: Placed, { pitch, nodeWidth }: LaneSizes): void {
        const counts = LANES.map((_, lane) =>
            cells.filter((cell) => cell.lane === lane).reduce((sum, { group }) => sum + (group?.nodes.length ?? 1), 0),
        );
        const left = (pitch - nodeWidth) / 2;
        replace(
            this.heads,
            LANES.map((title, lane) => {
                const head = h("span", { class: "lane-h" }, title, h("span", { class: "count" }, counts[lane]));
                head.style.left = `calc(${lane * pitch + left}px * var(--zoom, 1))`;
                head.style.maxWidth = `calc(${pitch - 8}px * var(--zoom, 1))`;
                return head;
            }),
        );
        const fence = h("div", { class: "fence" });
        fence.style.left = `${pitch - 1}px`;
        replace(
            this.element,
            LANES.map((_, lane) => {
                const wash = h("div", { class: "wash" });
                wash.style.left = `${lane * pitch + left - 8}px`;
                wash.style.width = `${nodeWidth + 16}px`;
                return wash;
            }),
            fence,
        );
        replace(
            this.bands,
            sections
                .filter(({ isFramed }) => isFramed)
                .map((section) => {
                    const at = placed.sections.get(section.id);
                    const band = h("div", { class: `band ${section.kind}` }, this.title(section));
                    band.style.top = `${at?.y ?? 0}px`;
                    band.style.height = `${at?.height ?? 0}px`;
                    return band;
                }),
        );
    }

    /** A network's is a link to what is said of it. */
    private title({ id, kind, title, sub }: Section): HTMLElement {
        const text = name(cut(title, 80));
        if (kind !== "network")
            return h("div", {}, icon(SYMBOLS.layers), text, h("small", {}, sub), this.collapser(title));
        const { severity, findings, href } = this.networkLook(id);
        return h(
            "div",
            {},
            icon(SYMBOLS.network),
            h("a", { href }, "Network ", text),
            severity && h("span", { class: `p c-${severity}` }, shape(severity), findings > 1 && String(findings)),
            h("small", {}, cut(sub, 120)),
        );
    }

    private collapser(group: string): HTMLElement {
        return h(
            "button",
            { class: "textb", type: "button", onclick: () => this.collapse(group), "aria-label": `Collapse ${group}` },
            "Collapse",
        );
    }
}
