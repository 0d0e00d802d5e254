import type { EdgeKind } from "../../common/data";
import { EDGE_WORDS, SEVERITIES, SEVERITY_NAMES } from "../../common/words";
import { h, svg } from "../dom";
import { shape } from "../icons";

const KINDS: readonly EdgeKind[] = ["calls", "runs-as", "assumes", "passes", "network", "feeds"];

/** What shapes, lines and nodes mean, and which keys there are. */
export function legend(isCompared: boolean): HTMLElement {
    const line = (className: string, mark?: string) =>
        svg(
            "svg",
            { width: 44, height: 14, viewBox: "0 0 44 14" },
            svg("path", { class: className, d: "M0 7h44" }),
            mark !== undefined &&
                svg(
                    "g",
                    { class: "mark", transform: "translate(16 1) scale(.75)" },
                    svg("circle", { cx: 8, cy: 8, r: 9 }),
                    svg("text", { class: "q", x: 8, y: 12.5 }, mark),
                ),
        );
    const row = (sign: Node, text: string) => h("p", { class: "row" }, sign, text);
    const box = (className: string) => h("span", { class: `sample n ${className}` });
    return h(
        "div",
        { class: "legend" },
        h("h3", {}, "How to read it"),
        h(
            "div",
            { class: "row wrap" },
            SEVERITIES.map((one) => h("span", { class: "row" }, shape(one), SEVERITY_NAMES[one])),
        ),
        KINDS.map((kind) =>
            row(line(`base k-${kind}`), kind === "calls" ? "Calls, triggers, may act on" : EDGE_WORDS[kind]),
        ),
        row(line("e s-critical"), "A finding is on it, in its colour"),
        isCompared && row(line("e fresh", "+"), "Newly allowed by this change"),
        row(line("e quiet ask", "?"), "Undecided: waits for a value"),
        row(line("e quiet away", "↗"), "To or from another stack"),
        row(box("out"), "Outside of this account"),
        row(box("wild"), "All that a wildcard covers"),
        row(box("away"), "In another stack, known by its ARN"),
        row(box("grp"), "Several of a component or a file; others: nothing is said of them"),
        h("p", { class: "muted" }, "Keys: / searches, Tab comes to the map, arrows move, Enter opens, Esc clears."),
    );
}
