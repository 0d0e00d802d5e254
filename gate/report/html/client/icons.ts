import type { Severity } from "../common/data";
import { SEVERITY_SHAPES, SYMBOLS } from "../common/symbols";
import { svg } from "./dom";

/** Drawn with lines; what it says stands beside it as text. */
export function icon(path: string): SVGElement {
    return svg("svg", { class: "i", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: path }));
}

export function symbol(which: keyof typeof SYMBOLS): SVGElement {
    return icon(SYMBOLS[which]);
}

/** A severity by its shape, in its colour. */
export function shape(severity: Severity, className = ""): SVGElement {
    const own = svg("svg", { class: `sev c-${severity} ${className}`, viewBox: "0 0 16 16", "aria-hidden": "true" });
    own.append(...shapeParts(severity));
    return own;
}

export function shapeParts(severity: Severity): readonly SVGElement[] {
    const { path, isLine, on } = SEVERITY_SHAPES[severity];
    const parts = [svg("path", { d: path, class: isLine ? "lined" : "filled" })];
    if (on !== undefined) parts.push(svg("path", { d: on, class: "on" }));
    return parts;
}
