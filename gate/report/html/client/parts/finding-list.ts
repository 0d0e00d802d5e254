import type { PageFinding, PageGone } from "../../common/data";
import { KIND_SYMBOLS, SYMBOLS } from "../../common/symbols";
import { count } from "../../common/words";
import { type Child, h, name, replace } from "../dom";
import { filtered } from "../filters";
import { icon, symbol } from "../icons";
import type { State } from "../state";
import { findingEntry } from "./finding";

/** As many are shown at first; a long list is shown whole when asked for. */
const FIRST = 120;

/** Findings by resource, the worst first. Made anew where other findings are shown; an entry alone where it is opened. */
export class FindingList {
    readonly element = h("div", { class: "list" });
    private isWhole = false;
    private opened: string | undefined;

    constructor(private readonly state: State) {
        state.onFilters(() => this.draw());
        this.draw();
    }

    /** Opens an entry, and closes the one before. */
    open(id: string | undefined): HTMLElement | undefined {
        const before = this.opened;
        this.opened = id;
        if (id !== undefined && !this.entry(id)) {
            this.isWhole = true;
            this.draw();
        } else {
            for (const one of new Set([before, id])) this.redraw(one);
        }
        return this.entry(id);
    }

    /** Do the filters leave it? */
    has(id: string): boolean {
        return filtered(this.state.data, this.state.filters).some((one) => one.id === id);
    }

    private entry(id: string | undefined): HTMLElement | undefined {
        return [...this.element.querySelectorAll<HTMLElement>(".f")].find((one) => one.dataset["id"] === id);
    }

    private redraw(id: string | undefined): void {
        const finding = id === undefined ? undefined : this.state.look.findings.get(id);
        if (finding) this.entry(id)?.replaceWith(findingEntry(this.state, finding, id === this.opened));
    }

    private draw(): void {
        replace(this.element, this.content());
    }

    private content(): Child {
        const { data, filters } = this.state;
        if (filters.status === "gone") return goneList(data.gone ?? []);
        const found = filtered(data, filters);
        if (found.length === 0) return nothing(data.findings.length === 0, this.state.isFiltered);
        const part = this.isWhole ? found : found.slice(0, FIRST);
        return [
            ...byResource(part).map((own) => this.group(own)),
            part.length < found.length && this.rest(found.length - part.length),
        ];
    }

    private group(own: readonly PageFinding[]): HTMLElement | false {
        const [first] = own;
        if (!first) return false;
        const node = this.state.look.nodes.get(first.nodes[0] ?? "");
        return h(
            "section",
            { class: "byres" },
            h(
                "h3",
                {},
                icon(node ? KIND_SYMBOLS[node.kind] : SYMBOLS.layers),
                h("span", {}, name(first.name), " ", h("small", {}, first.type)),
            ),
            own.map((one) => findingEntry(this.state, one, one.id === this.opened)),
        );
    }

    private rest(many: number): HTMLElement {
        return h(
            "button",
            { class: "textb rest", type: "button", onclick: () => this.showAll() },
            `Show ${count(many, "more finding")}`,
        );
    }

    private showAll(): void {
        const last = this.element.querySelectorAll(".f").length;
        this.isWhole = true;
        this.draw();
        this.element.querySelectorAll<HTMLElement>(".f .ttl")[last]?.focus({ preventScroll: true });
    }
}

/** Resources in the order of their worst findings. */
function byResource(findings: readonly PageFinding[]): readonly (readonly PageFinding[])[] {
    const by = new Map<string, PageFinding[]>();
    for (const one of findings) {
        const key = `${one.type} ${one.name}${one.isAccepted ? " accepted" : ""}`;
        const known = by.get(key);
        if (known) known.push(one);
        else by.set(key, [one]);
    }
    return [...by.values()];
}

function nothing(isClean: boolean, isFiltering: boolean): HTMLElement {
    const [title, text] =
        isClean || !isFiltering
            ? ["Nothing found", "No policy has anything to say of this stack."]
            : ["No finding fits", "The filters leave none. Clear them to see all."];
    return h("div", { class: "empty" }, symbol("tick"), h("b", {}, title), text);
}

function goneList(gone: readonly PageGone[]): HTMLElement {
    if (gone.length === 0)
        return h("div", { class: "empty" }, h("b", {}, "Nothing is gone"), "All that the baseline has is still found.");
    return h(
        "ul",
        { class: "gone" },
        gone.map(({ policy, resource, type, at, count: many }) =>
            h(
                "li",
                {},
                symbol("tick"),
                h(
                    "div",
                    {},
                    h("b", {}, name(resource)),
                    " ",
                    h("small", {}, type.slice(type.lastIndexOf(":") + 1)),
                    h(
                        "p",
                        { class: "fact" },
                        h("code", {}, policy),
                        at !== "" && ` at ${at}`,
                        many > 1 && `, ${many} times`,
                    ),
                ),
            ),
        ),
    );
}
