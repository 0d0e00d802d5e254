import type { Severity, StackData } from "../common/data";
import type { Lookup } from "../common/lookup";
import { type Filters, firstFilters, isFiltered } from "./filters";
import type { Route } from "./route";
import { hashOf } from "./route";

/** What is known of one stack while its pages are shown. */
export class State {
    filters: Filters;
    tab: "ways" | "findings";
    /** On a narrow screen: the list or the map. */
    pane: "list" | "map" = "list";
    isAll = false;
    isWithFindings = false;
    isWithChanges = false;
    isIsolated = false;
    readonly open = new Set<string>();
    route: Route;
    /** Did the last step come from a click on the map? Then the map stays where it is. */
    isFromMap = false;
    private readonly listeners = new Set<() => void>();

    constructor(
        readonly look: Lookup,
        readonly stack: string | undefined,
        route: Route,
    ) {
        this.filters = firstFilters(look.data);
        this.tab = look.data.ways.length > 0 ? "ways" : "findings";
        this.route = route;
    }

    get data(): StackData {
        return this.look.data;
    }

    /** The address of a page of this stack. */
    to(page: Route["page"], selected?: Route["selected"], id?: string): string {
        return hashOf({
            page,
            ...(this.stack !== undefined && { stack: this.stack }),
            ...(selected !== undefined && { selected }),
            ...(id !== undefined && { id }),
        });
    }

    /** To what was clicked on the map, which stays where it is. */
    goFromMap(address: string): void {
        if (location.hash === address) return;
        this.isFromMap = true;
        location.hash = address;
    }

    onFilters(listener: () => void): void {
        this.listeners.add(listener);
    }

    filter(more: Partial<Filters>): void {
        this.filters = { ...this.filters, ...more };
        for (const listener of this.listeners) listener();
    }

    /** The first shows one severity alone, more are added; the last taken away shows all. */
    turnSeverity(severity: Severity): void {
        const severities = new Set(this.filters.severities);
        if (!severities.delete(severity)) severities.add(severity);
        this.filter({ severities });
    }

    get isFiltered(): boolean {
        return isFiltered(this.filters, firstFilters(this.data));
    }

    clearFilters(): void {
        this.filter(firstFilters(this.data));
    }
}
