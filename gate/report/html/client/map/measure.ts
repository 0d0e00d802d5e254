/** How much room a text takes, so that a node is as high as what it says. */
const NAME_FONT = "600 12px";
const FACT_FONT = "400 11.5px";
const NODE_HEIGHT = 44;
const FACT_LINE = 14.5;
const MOST_LINES = 4;

let context: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();

function widthOf(text: string, font: string): number {
    const key = font + text;
    const found = known.get(key);
    if (found !== undefined) return found;
    context ??= document.createElement("canvas").getContext("2d");
    if (!context) return text.length * 7;
    const family = getComputedStyle(document.body).fontFamily;
    context.font = `${font} ${family}`;
    const width = context.measureText(text.slice(0, 200)).width;
    known.set(key, width);
    return width;
}

/** Does a name need two lines? Then there is no room for what stands below it. */
export function isLong(name: string, width: number): boolean {
    return widthOf(name, NAME_FONT) > width - 40;
}

/** As a browser breaks a text: between words, and within one that is wider than the line. */
function linesOf(text: string, width: number): number {
    let lines = 1;
    let used = 0;
    for (const word of text.slice(0, 300).split(/(?<=[ -])/)) {
        const own = widthOf(word, FACT_FONT);
        if (used + own > width && used > 0) {
            lines += 1;
            used = 0;
        }
        used += own;
        while (used > width) {
            lines += 1;
            used -= width;
        }
    }
    return lines;
}

export function heightWith(fact: string | undefined, width: number): number {
    if (fact === undefined) return NODE_HEIGHT;
    const lines = Math.min(MOST_LINES, linesOf(fact, width - 20));
    return Math.round(NODE_HEIGHT + 8 + lines * FACT_LINE);
}
