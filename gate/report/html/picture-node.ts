/** A node of the picture. What all of them have stands once, and is used: a picture of many is small. */
import type { Lookup } from "./common/lookup";
import type { Cell } from "./common/scene";
import { cut } from "./common/shown";
import { KIND_SYMBOLS, SEVERITY_SHAPES, SYMBOLS } from "./common/symbols";
import { lastPart, worstOf } from "./common/words";
import type { Box } from "./layout/layout";
import { type Markup, markup } from "./markup";

export const BOX = { width: 162, height: 36 };

/** The box of a node, the symbols of kinds at its left, those of severities at its corner: once for all pictures of a file. */
export function pictureSymbols(): Markup {
    const kinds = [...Object.entries(KIND_SYMBOLS), ["layers", SYMBOLS.layers]];
    const severities = Object.entries(SEVERITY_SHAPES).map(([severity, { path }]) => [severity, path]);
    const symbols = (all: readonly (readonly string[])[], place: string) =>
        all.map(([id = "", d = ""]) => markup`<path id="i-${id}" transform="${place}" d="${d}"/>`);
    return markup`<svg class="vh" aria-hidden="true"><defs><rect id="i-box" width="${BOX.width}" height="${BOX.height}" rx="8"/>${symbols(kinds, "translate(8 11) scale(.875)")}${symbols(severities, `translate(${BOX.width - 9} -6) scale(.8125)`)}</defs></svg>`;
}

/** Its box, symbol and texts, in this order: the style tells them by it. */
export function pictureNode(look: Lookup, { node, group }: Cell, { x, y, height }: Box): Markup {
    const nodes = node ? [node] : (group?.nodes ?? []);
    const severity = worstOf(nodes.flatMap(({ id }) => look.findingsOf(id)));
    const looks = [
        node?.isOutside ? "out" : node?.isWild ? "wild" : node?.isElsewhere ? "away" : "",
        severity ? `s-${severity}` : "",
    ].filter((one) => one !== "");
    const name = node?.name ?? lastPart(group?.name ?? "");
    const sub = node?.sub ?? `${nodes.length} resources`;
    return markup`<g${looks.length > 0 && markup` class="${looks.join(" ")}"`} transform="translate(${x} ${y})"><use href="#i-box"/><use href="#i-${node?.kind ?? "layers"}"/><text>${cut(name, 18)}</text><text>${cut(sub, 22)}</text>${severity && markup`<use href="#i-${severity}"/>`}${nodes.some(({ id }) => look.markedAt(id).length > 0) && plus(0, height)}</g>`;
}

/** Newly allowed. */
export function plus(x: number, y: number): Markup {
    return markup`<circle class="new" cx="${x}" cy="${y}" r="7"/><path class="new" d="M${x} ${y - 4}v8m-4-4h8"/>`;
}
