import type { Route } from "../route";

/** What is shown below the head. */
export interface Page {
    readonly of: Route["page"];
    readonly title: string;
    readonly element: HTMLElement;
    /** It is in the document now. */
    shown?(): void;
    /** Another address of the same page; absent where each address is a page of its own. */
    update?(route: Route, before: Route): void;
    escape?(): void;
    focus(): void;
    leave?(): void;
}
