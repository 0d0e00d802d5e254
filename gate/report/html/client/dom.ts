/** Elements are made here alone: a text becomes a text node or an attribute, never markup. */
export type Child = Node | string | number | false | undefined | readonly Child[];
type Attribute = string | number | boolean | undefined | ((event: never) => void);
export type Attributes = Readonly<Record<string, Attribute>>;

export function h<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Attributes = {},
    ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    set(element, attributes);
    put(element, children);
    return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(
    tag: K,
    attributes: Attributes = {},
    ...children: readonly Child[]
): SVGElementTagNameMap[K] {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    set(element, attributes);
    put(element, children);
    return element;
}

/** `onclick` and the like are listeners; `true` is an attribute without a value, `false` none. */
export function set(element: Element, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
        else if (value === undefined || value === false) element.removeAttribute(name);
        else element.setAttribute(name, value === true ? "" : String(value));
    }
}

export function put(element: Element, children: readonly Child[]): void {
    for (const child of children) {
        if (child === undefined || child === false) continue;
        if (Array.isArray(child)) put(element, child);
        else element.append(child instanceof Node ? child : String(child));
    }
}

export function replace(element: Element, ...children: readonly Child[]): void {
    element.replaceChildren();
    put(element, children);
}

/** A name that a program chose: its direction is its own. */
export function name(text: string): HTMLElement {
    return h("bdi", {}, text);
}

/** Puts the focus on what is no control, such as a heading. */
export function focusOn(element: HTMLElement | null | undefined): void {
    if (!element) return;
    if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
    element.focus({ preventScroll: true });
}

export function isCalm(): boolean {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
