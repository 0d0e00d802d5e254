import { KIND_SYMBOLS } from "../common/symbols";
import { h, name, replace } from "./dom";
import { icon, shape, symbol } from "./icons";
import type { State } from "./state";

const MOST = 12;

interface Hit {
    readonly href: string;
    readonly element: HTMLElement;
}

/** Nodes and findings by their words, as a combobox. */
export class Search {
    readonly element: HTMLElement;
    private readonly input: HTMLInputElement;
    private readonly list = h("div", {
        class: "hits",
        role: "listbox",
        id: "hits",
        "aria-label": "Found",
        hidden: true,
    });
    private hits: readonly Hit[] = [];
    private at = 0;

    constructor(private readonly state: State) {
        this.input = h("input", {
            type: "search",
            placeholder: "Search",
            "aria-label": "Search nodes and findings",
            role: "combobox",
            "aria-expanded": "false",
            "aria-controls": "hits",
            "aria-autocomplete": "list",
            autocomplete: "off",
            spellcheck: "false",
            oninput: () => this.find(),
            onkeydown: (event: KeyboardEvent) => this.key(event),
            onblur: () => this.close(),
            onfocus: () => this.find(),
        });
        this.element = h(
            "div",
            { class: "find", role: "search" },
            symbol("search"),
            this.input,
            h("kbd", { "aria-hidden": "true" }, "/"),
            this.list,
        );
        // A click would take the focus first, and the list with it.
        this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    }

    focus(): void {
        this.input.focus();
        this.input.select();
    }

    private find(): void {
        const words = this.input.value
            .toLowerCase()
            .split(/\s+/)
            .filter((word) => word !== "");
        if (words.length === 0) {
            this.close();
            return;
        }
        const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
        const { data } = this.state;
        const nodes = data.nodes.filter((node) => fits(`${node.name} ${node.kindName} ${node.sub}`)).slice(0, MOST);
        const findings = data.findings
            .filter((one) => {
                const { name: policy = "", title = "" } = data.policies[one.policy] ?? {};
                return fits(`${one.name} ${one.fact} ${policy} ${title}`);
            })
            .slice(0, MOST);
        // Some of both, where there is more of both than there is room.
        const few = Math.max(MOST / 2, MOST - findings.length);
        this.hits = [
            ...nodes
                .slice(0, few)
                .map((node) =>
                    this.hit(
                        this.state.to("map", "node", node.id),
                        icon(KIND_SYMBOLS[node.kind]),
                        node.name,
                        node.kindName,
                    ),
                ),
            ...findings.map((one) =>
                this.hit(
                    this.state.to("map", "finding", one.id),
                    shape(one.severity),
                    data.policies[one.policy]?.title ?? "",
                    one.name,
                ),
            ),
        ].slice(0, MOST);
        this.at = 0;
        replace(
            this.list,
            this.hits.length > 0
                ? this.hits.map(({ element }) => element)
                : h("p", { class: "muted none" }, "Nothing has these words."),
        );
        this.list.hidden = false;
        this.input.setAttribute("aria-expanded", "true");
        this.mark();
    }

    private hit(href: string, sign: Node, title: string, sub: string): Hit {
        const go = () => this.go(href);
        const element = h(
            "div",
            { role: "option", "aria-selected": "false", onclick: go },
            sign,
            h("span", {}, name(title), " ", h("small", {}, name(sub))),
        );
        return { href, element };
    }

    private mark(): void {
        this.hits.forEach(({ element }, index) => {
            element.id = `hit-${index}`;
            element.setAttribute("aria-selected", String(index === this.at));
            if (index === this.at) element.scrollIntoView({ block: "nearest" });
        });
        if (this.hits.length > 0) this.input.setAttribute("aria-activedescendant", `hit-${this.at}`);
        else this.input.removeAttribute("aria-activedescendant");
    }

    private key(event: KeyboardEvent): void {
        const many = this.hits.length;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (many > 0) this.at = (this.at + (event.key === "ArrowDown" ? 1 : many - 1)) % many;
            this.mark();
        } else if (event.key === "Enter") {
            const hit = this.list.hidden ? undefined : this.hits[this.at];
            if (hit) this.go(hit.href);
        } else if (event.key === "Escape") {
            event.preventDefault();
            this.input.value = "";
            this.close();
        }
    }

    private go(href: string): void {
        this.input.value = "";
        this.close();
        this.input.blur();
        location.hash = href;
    }

    private close(): void {
        this.list.hidden = true;
        this.hits = [];
        this.input.setAttribute("aria-expanded", "false");
        this.input.removeAttribute("aria-activedescendant");
    }
}
