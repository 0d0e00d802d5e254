/**
 * What is wrong for those who do not see the page, or see it badly: controls without a name, ids twice, references to nothing, targets
 * too small, texts too faint, anything wider than the window. Run within the page; `least` is the side of a target in pixels.
 */
export function misfits(least: number): readonly string[] {
    const found: string[] = [];
    const isShown = (element: Element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    const all = [...document.querySelectorAll("#app *")].filter(isShown);
    const told = (element: Element) =>
        `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${(element.textContent ?? "").slice(0, 40)}"`;
    const nameOf = (element: Element) => (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();
    if (document.documentElement.lang === "") found.push("no language");
    if (document.documentElement.scrollWidth > innerWidth) found.push(`${document.documentElement.scrollWidth} wide`);
    if (document.querySelectorAll("main:not(#plain)").length !== 1) found.push("not one main");
    const ids = all.map(({ id }) => id).filter((id) => id !== "");
    for (const id of ids.filter((one, index) => ids.indexOf(one) !== index)) found.push(`twice: #${id}`);
    for (const element of all) {
        for (const attribute of ["aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant"]) {
            const id = element.getAttribute(attribute);
            if (id !== null && !document.getElementById(id)) found.push(`${attribute} of nothing: ${told(element)}`);
        }
        if (element.matches("svg:not([aria-hidden]):not([role]):not(svg svg)") && !element.closest("[aria-hidden]")) {
            // Samples of the legend stand beside their text.
            if (!element.closest(".legend")) found.push(`picture without words: ${told(element)}`);
        }
        if (element.matches("a, button, input, select, [role=option], [role=tab]")) {
            if (nameOf(element) === "") found.push(`no name: ${told(element)}`);
            if (element.matches("a:not([href])")) found.push(`link to nowhere: ${told(element)}`);
            const { width, height } = element.getBoundingClientRect();
            // A link within a sentence is as high as its line.
            const isInText = element.matches("a") && getComputedStyle(element).display === "inline";
            if (!isInText && width > 0 && (width < least || height < least) && !element.matches(".skip"))
                found.push(`${Math.round(width)} by ${Math.round(height)}: ${told(element)}`);
        }
        if (element.matches("[tabindex]") && Number(element.getAttribute("tabindex")) > 0)
            found.push(`order of tabs: ${told(element)}`);
        if (element.matches("table") && element.querySelectorAll("th").length === 0) found.push("table without heads");
        if (element.matches("[role=tab]") && !element.closest("[role=tablist]")) found.push("tab without a list");
        if (element.matches("li") && !element.closest("ul, ol")) found.push("entry without a list");
    }
    const levels = all.filter((element) => /^H[1-6]$/.test(element.tagName)).map(({ tagName }) => Number(tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1)
        found.push(`headings of the first level: ${levels.filter((level) => level === 1).length}`);

    const parse = (colour: string): readonly number[] => {
        const parts = (colour.match(/[\d.]+/g) ?? []).map(Number);
        const scale = colour.startsWith("color(") ? 255 : 1;
        return [(parts[0] ?? 0) * scale, (parts[1] ?? 0) * scale, (parts[2] ?? 0) * scale, parts[3] ?? 1];
    };
    const luminance = (rgb: readonly number[]) => {
        const [r = 0, g = 0, b = 0] = rgb.map((value) =>
            value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const over = (top: readonly number[], below: readonly number[]) => {
        const alpha = top[3] ?? 1;
        return [0, 1, 2].map((at) => (top[at] ?? 0) * alpha + (below[at] ?? 0) * (1 - alpha));
    };
    const groundOf = (element: Element): readonly number[] => {
        const layers: (readonly number[])[] = [];
        for (let at: Element | null = element; at; at = at.parentElement) {
            const own = parse(getComputedStyle(at).backgroundColor);
            if ((own[3] ?? 0) > 0) layers.push(own);
            if (own[3] === 1) break;
        }
        return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255] as readonly number[]);
    };
    // What is dimmed is put back on purpose, and comes forward where the pointer or the focus is.
    const isDim = (element: Element) => {
        for (let at: Element | null = element; at; at = at.parentElement)
            if (Number(getComputedStyle(at).opacity) < 1) return true;
        return false;
    };
    for (const element of all) {
        const hasText = [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
        );
        if (!hasText || element.closest("svg, .vh, .skip, option") || isDim(element)) continue;
        const ground = groundOf(element);
        const [more = 0, less = 0] = [
            luminance(over(parse(getComputedStyle(element).color), ground)),
            luminance(ground),
        ].sort((a, b) => b - a);
        const contrast = (more + 0.05) / (less + 0.05);
        if (contrast < 4.5) found.push(`contrast ${contrast.toFixed(2)}: ${told(element)}`);
    }
    return [...new Set(found)];
}
