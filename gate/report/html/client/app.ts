import type { StackData } from "../common/data";
import type { StackList } from "../common/list-data";
import { lookup } from "../common/lookup";
import { focusOn, h, replace } from "./dom";
import { changesPage } from "./pages/changes";
import { coveragePage } from "./pages/coverage";
import { findingsPage } from "./pages/findings";
import { MapPage } from "./pages/map";
import type { Page } from "./pages/page";
import { rolePage } from "./pages/role";
import { rolesPage } from "./pages/roles";
import { stacksPage } from "./pages/stacks";
import { type Route, routeOf } from "./route";
import { State } from "./state";
import { Top } from "./top";
import { Verdict } from "./verdict";

/** The whole: the head, the verdict, and one page at a time. */
export class App {
    private state: State | undefined;
    private top: Top | undefined;
    private verdict: Verdict | undefined;
    private page: Page | undefined;
    /** Is the page's first address behind it? */
    private isShown = false;
    private readonly live = h("div", { class: "vh", "aria-live": "polite", role: "status" });
    private readonly head = h("div", { class: "head" });
    private readonly body = h("main", { id: "content", tabindex: "-1" });

    constructor(
        private readonly root: HTMLElement,
        private readonly list: StackList | undefined,
        private readonly dataOf: (index: number) => Promise<StackData | undefined>,
    ) {}

    async start(): Promise<void> {
        const skip = h("a", { class: "skip", href: "#content" }, "Skip to content");
        skip.addEventListener("click", (event) => {
            event.preventDefault();
            focusOn(this.body);
        });
        replace(this.root, skip, this.head, this.body, this.live);
        addEventListener("hashchange", () => void this.show());
        addEventListener("keydown", (event) => this.key(event));
        await this.show();
        this.isShown = true;
    }

    say(text: string): void {
        this.live.textContent = text;
    }

    /** At once, but where a stack is opened: its data is read first. */
    private async show(): Promise<void> {
        const route = this.route();
        if (route.page === "stacks") return this.showStacks();
        const state = this.stateOf(route) ?? (await this.open(route));
        // Somebody went elsewhere meanwhile.
        if (this.route().stack !== route.stack) return;
        if (state) this.showPage(state, this.route());
        else this.showStacks();
    }

    private route(): Route {
        return routeOf(location.hash, this.list !== undefined);
    }

    private showPage(state: State, route: Route): void {
        const before = state.route;
        state.route = route;
        this.top?.update(route);
        const isVerdict = route.page === "map" || route.page === "findings";
        this.verdict?.element.toggleAttribute("hidden", !isVerdict);
        if (this.page?.update && this.page.of === route.page) this.page.update(route, before);
        else this.mount(this.make(state, route), route);
        state.isFromMap = false;
        // What had the focus may be gone; at the start, nothing had it.
        if (!this.isShown) return;
        if (document.activeElement === document.body || document.activeElement === null) this.page?.focus();
    }

    private mount(page: Page, route: Route): void {
        this.page?.leave?.();
        this.page = page;
        replace(this.body, this.verdict?.element ?? false, page.element);
        page.shown?.();
        page.update?.(route, route);
        if (this.isShown) scrollTo(0, 0);
        this.say(page.title);
    }

    private make(state: State, route: Route): Page {
        if (route.page === "changes") return changesPage(state);
        if (route.page === "findings") return findingsPage(state);
        if (route.page === "roles") return rolesPage(state);
        if (route.page === "role") return rolePage(state, route.id ?? "");
        if (route.page === "coverage") return coveragePage(state);
        return new MapPage(state, (text) => this.say(text));
    }

    private showStacks(): void {
        this.state = undefined;
        this.verdict = undefined;
        if (!this.list) return;
        this.top = Top.ofStacks(this.list);
        replace(this.head, this.top.element);
        this.mount(stacksPage(this.list), { page: "stacks" });
        if (this.isShown) this.page?.focus();
    }

    private stateOf({ stack }: Route): State | undefined {
        return this.state?.stack === stack ? this.state : undefined;
    }

    /** Undefined where the report has no such stack, or it is no longer asked for. */
    private async open(route: Route): Promise<State | undefined> {
        const index = this.list ? this.list.stacks.findIndex(({ key }) => key === route.stack) : 0;
        const data = index < 0 ? undefined : await this.dataOf(index);
        if (!data || this.route().stack !== route.stack) return undefined;
        this.state = new State(lookup(data), route.stack, route);
        this.page?.leave?.();
        this.page = undefined;
        this.top = new Top(this.state, this.list !== undefined);
        this.verdict = new Verdict(this.state);
        replace(this.head, this.top.element);
        return this.state;
    }

    private key(event: KeyboardEvent): void {
        const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
        if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            this.top?.focusSearch();
        } else if (event.key === "Escape" && !event.defaultPrevented) this.page?.escape?.();
    }
}
