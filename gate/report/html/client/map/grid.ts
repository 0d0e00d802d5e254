import { KIND_SYMBOLS } from "../../common/symbols";
import { count, severityRank, worstOf } from "../../common/words";
import { h, name, replace } from "../dom";
import { filtered } from "../filters";
import { icon, shape } from "../icons";
import type { State } from "../state";

/** Where the pack drew no map: the resources that something is said of, the worst first. */
export class Grid {
    readonly element = h("div", { class: "grid" });

    constructor(
        private readonly state: State,
        private readonly open: (node: string) => void,
    ) {}

    draw(): void {
        const { look, data, filters, route } = this.state;
        const told = new Set(filtered(data, filters));
        const rows = data.nodes.map((node) => {
            const found = look.findingsOf(node.id).filter((one) => told.has(one));
            return {
                node,
                found,
                severity: worstOf(found),
            };
        });
        rows.sort(
            (a, b) =>
                severityRank(a.severity ?? "") - severityRank(b.severity ?? "") || b.found.length - a.found.length,
        );
        const selected = route.selected === "finding" ? look.findings.get(route.id ?? "")?.nodes[0] : route.id;
        if (rows.length === 0) {
            replace(
                this.element,
                h(
                    "div",
                    { class: "empty" },
                    h("b", {}, "No resource to show"),
                    "The pack drew no map, and found nothing.",
                ),
            );
            return;
        }
        replace(
            this.element,
            h("p", { class: "intro" }, "This pack draws no map: these are the resources that it says something of."),
            h(
                "div",
                { class: "cards" },
                rows.map(({ node, found, severity }) =>
                    h(
                        "button",
                        {
                            type: "button",
                            class: `n ${severity ? `s-${severity}` : ""}`,
                            "aria-current": selected === node.id && "true",
                            "aria-label": `${node.kindName} ${node.name}, ${count(found.length, "finding")}`,
                            onclick: () => this.open(node.id),
                        },
                        icon(KIND_SYMBOLS[node.kind]),
                        h("span", { class: "t" }, h("b", {}, name(node.name)), h("small", {}, name(node.sub))),
                        severity &&
                            h(
                                "span",
                                { class: `p c-${severity}` },
                                shape(severity),
                                found.length > 1 && String(found.length),
                            ),
                    ),
                ),
            ),
        );
    }
}
