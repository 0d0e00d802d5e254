import type { StackList } from "../common/list-data";
import { count, newlyAllowed } from "../common/words";
import { h, name } from "./dom";
import { symbol } from "./icons";
import type { Route } from "./route";
import { Search } from "./search";
import type { State } from "./state";
import { turnTheme } from "./theme";

/** The head: whose report it is, the pages, search, theme, print. */
export class Top {
    readonly element: HTMLElement;
    private readonly links: ReadonlyMap<Route["page"], HTMLElement>;
    private readonly search: Search | undefined;

    constructor(state: State | undefined, isSeveral: boolean, title: readonly Node[] = []) {
        const { findings = [], roles = [], isDrawn = true, changes } = state?.data ?? {};
        const newly = changes && newlyAllowed(changes).length;
        const link = (page: Route["page"], text: string, many?: number) =>
            h("a", { href: state?.to(page) }, text, many !== undefined && h("span", { class: "count" }, many));
        this.links = new Map(
            state
                ? [
                      ["map", link("map", isDrawn ? "Map" : "Resources")],
                      ...(changes ? ([["changes", link("changes", "Changes", newly)]] as const) : []),
                      ["findings", link("findings", "Findings", findings.length)],
                      ...(isDrawn ? ([["roles", link("roles", "Roles", roles.length)]] as const) : []),
                      ["coverage", link("coverage", "Coverage")],
                  ]
                : [],
        );
        this.search = state && new Search(state);
        this.element = h(
            "header",
            { class: "top" },
            h(
                "div",
                { class: "bar" },
                h("div", { class: "who" }, brand(), isSeveral && state && toStacks(), state ? whose(state) : title),
                this.links.size > 0 && h("nav", { class: "tabs", "aria-label": "Pages" }, [...this.links.values()]),
                h("span", { class: "grow" }),
                this.search?.element,
                tool("theme", "Light or dark", () => turnTheme()),
                tool("print", "Print", () => print()),
            ),
        );
    }

    static ofStacks({ stacks, shard }: StackList): Top {
        const which = shard ? `, shard ${shard.index} of ${shard.total}` : "";
        return new Top(undefined, true, [document.createTextNode(count(stacks.length, "stack") + which)]);
    }

    update({ page }: Route): void {
        const current = page === "role" ? "roles" : page;
        for (const [of, link] of this.links) {
            if (of === current) link.setAttribute("aria-current", "page");
            else link.removeAttribute("aria-current");
        }
    }

    focusSearch(): void {
        this.search?.focus();
    }
}

function brand(): Node {
    const own = symbol("mark");
    own.classList.add("mark");
    return own;
}

function toStacks(): Node {
    return h("a", { class: "crumbs", href: "#/" }, "All stacks");
}

function whose({ data: { project, stack, record } }: State): readonly Node[] {
    if (project === "" && stack === "") return [name(record)];
    return [name(project), h("span", { class: "slash" }, "/"), name(stack)];
}

function tool(which: "theme" | "print", label: string, act: () => void): Node {
    return h("button", { class: "ib", type: "button", "aria-label": label, title: label, onclick: act }, symbol(which));
}
