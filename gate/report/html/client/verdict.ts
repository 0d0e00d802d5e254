import { SEVERITIES, SEVERITY_NAMES, severityCounts, verdictOf } from "../common/words";
import { h, replace, svg } from "./dom";
import { filteredBesidesSeverity } from "./filters";
import { shape } from "./icons";
import type { State } from "./state";

/** May this deploy: one sentence, and how many findings there are of each severity; a tile filters by it. */
export class Verdict {
    readonly element: HTMLElement;
    private readonly tiles: ReadonlyMap<string, { readonly tile: HTMLElement; readonly number: HTMLElement }>;

    constructor(private readonly state: State) {
        const { isBlocked, title, strong, rest, newly } = verdictOf(state.data);
        this.tiles = new Map(
            SEVERITIES.map((severity) => {
                const number = h("b", { class: `c-${severity}` });
                const tile = h(
                    "button",
                    { class: "tile", type: "button", onclick: () => state.turnSeverity(severity) },
                    shape(severity),
                    number,
                    h("span", {}, SEVERITY_NAMES[severity]),
                );
                return [severity, { tile, number }];
            }),
        );
        this.element = h(
            "section",
            { class: "verdict", "aria-label": "Verdict" },
            h(
                "div",
                { class: "stamp" },
                stamp(isBlocked),
                h(
                    "div",
                    {},
                    h("h1", {}, title),
                    h(
                        "p",
                        {},
                        bold(strong),
                        rest,
                        newly !== undefined && [" ", h("a", { href: state.to("changes") }, newly), "."],
                    ),
                ),
            ),
            h(
                "div",
                { class: "tiles", role: "group", "aria-label": "Show severities" },
                [...this.tiles.values()].map(({ tile }) => tile),
            ),
        );
        state.onFilters(() => this.update());
        this.update();
    }

    private update(): void {
        const { severities } = this.state.filters;
        const counts = severityCounts(filteredBesidesSeverity(this.state.data, this.state.filters));
        for (const severity of SEVERITIES) {
            const own = this.tiles.get(severity);
            if (!own) continue;
            replace(own.number, counts[severity].toLocaleString("en"));
            own.tile.setAttribute("aria-pressed", String(severities.has(severity)));
            own.tile.classList.toggle("off", severities.size > 0 && !severities.has(severity));
        }
    }
}

function bold(strong: readonly string[]): readonly Node[] {
    return strong.flatMap((text, index) => [
        h("b", {}, text),
        document.createTextNode(index === strong.length - 1 ? ". " : ", "),
    ]);
}

function stamp(isBlocked: boolean): Node {
    if (isBlocked) return shape("critical", "big");
    return svg(
        "svg",
        { class: "sev big c-ok", viewBox: "0 0 16 16", "aria-hidden": "true" },
        svg("path", { class: "filled", d: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z" }),
        svg("path", { class: "on", d: "M4.8 8.3l2.2 2.2 4.2-4.8" }),
    );
}
