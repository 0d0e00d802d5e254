/** The map as a picture, for where no script runs: the same layout, in SVG. */
import type { Lookup } from "./common/lookup";
import { type Cell, scene } from "./common/scene";
import { cut } from "./common/shown";
import { KIND_SYMBOLS, SEVERITY_SHAPES, SYMBOLS } from "./common/symbols";
import { LANES, lastPart, worst } from "./common/words";
import { type Box, layout } from "./layout/layout";
import { type Markup, markup } from "./markup";

const SIZES = { pitch: 196, nodeWidth: 146, gap: 10 };
const HEIGHT = 36;
const TOP = 30;

/** Symbols that pictures use, once for all of them. */
export function pictureSymbols(): Markup {
    const paths = [
        ...Object.entries(KIND_SYMBOLS),
        ["layers", SYMBOLS.layers],
        ...Object.entries(SEVERITY_SHAPES).map(([severity, { path }]) => [severity, path]),
    ];
    return markup`<svg class="vh" aria-hidden="true">${paths.map(([id = "", path = ""]) => markup`<symbol id="i-${id}" viewBox="0 0 16 16"><path d="${path}"/></symbol>`)}</svg>`;
}

export function picture(look: Lookup): Markup {
    const { sections, cells, lines } = scene(look, { open: new Set(), isAll: false });
    const severityOf = (edges: readonly { readonly id: string }[]) =>
        worst(
            edges
                .flatMap(({ id }) => look.findingsOn(id))
                .filter(({ isAccepted }) => !isAccepted)
                .map(({ severity }) => severity),
        );
    const marked = lines.map((line) => ({
        ...line,
        severity: severityOf(line.edges),
        isNew: line.edges.some(({ id }) => look.markedAt(id).length > 0),
    }));
    const drawn = marked.filter(({ isFar, isNew, severity }) => !isFar || isNew || severity !== undefined);
    const placed = layout(
        sections,
        cells.map(({ id, lane, section }) => ({ id, lane, section, height: HEIGHT })),
        drawn,
        SIZES,
    );
    const height = placed.height + TOP + 10;
    const bands = sections.filter(({ isFramed }) => isFramed);
    return markup`<svg class="pic" viewBox="0 0 ${placed.width} ${height}" role="img" aria-label="Map of the stack: who calls, entries, code, roles and what they reach">
${LANES.map((name, lane) => markup`<text class="lane" x="${lane * SIZES.pitch + 25}" y="16">${name}</text>`)}<g transform="translate(0 ${TOP})">
${bands.map(({ id, title, sub }) => {
    const at = placed.sections.get(id);
    return (
        at &&
        markup`<rect class="band" x="4" y="${at.y}" width="${placed.width - 8}" height="${at.height}" rx="10"/><text x="16" y="${at.y + 18}">${cut(`${title} ${sub}`, 90)}</text>`
    );
})}
${drawn.map(({ id, kind, severity, isNew }) => {
    const route = placed.edges.get(id);
    return (
        route &&
        markup`<path class="e k-${kind}${severity && ` s-${severity}`}" d="${route.path}"/>${isNew && plus(route.mark.x, route.mark.y)}`
    );
})}
${cells.map((cell) => {
    const box = placed.nodes.get(cell.id);
    return box && nodeOf(look, cell, box);
})}</g></svg>`;
}

function nodeOf(look: Lookup, { node, group }: Cell, { x, y, width, height }: Box): Markup {
    const nodes = node ? [node] : (group?.nodes ?? []);
    const found = nodes.flatMap(({ id }) => look.findingsOf(id)).filter(({ isAccepted }) => !isAccepted);
    const severity = worst(found.map((one) => one.severity));
    const look1 = node?.isOutside ? " out" : node?.isWild ? " wild" : node?.isElsewhere ? " away" : "";
    const name = node?.name ?? lastPart(group?.name ?? "");
    const sub = node?.sub ?? `${group?.nodes.length ?? 0} resources`;
    const symbol = node?.kind ?? "layers";
    return markup`<g transform="translate(${x} ${y})"><rect class="n${look1}${severity && ` s-${severity}`}" width="${width}" height="${height}" rx="8"/><use class="i${look1}" href="#i-${symbol}" x="8" y="${height / 2 - 7}" width="14" height="14"/><text class="b${look1}" x="28" y="16">${cut(name, 19)}</text><text class="s${look1}" x="28" y="29">${cut(sub, 22)}</text>${severity && markup`<use class="f s-${severity}" href="#i-${severity}" x="${width - 9}" y="-6" width="13" height="13"/>`}${nodes.some(({ id }) => look.markedAt(id).length > 0) && plus(0, height)}</g>`;
}

/** Newly allowed. */
function plus(x: number, y: number): Markup {
    return markup`<circle class="new" cx="${x}" cy="${y}" r="7"/><path class="new" d="M${x} ${y - 4}v8m-4-4h8"/>`;
}
