/** The map as a picture, for where no script runs: the same layout, in SVG. */

import type { EdgeKind } from "./common/data";
import type { Lookup } from "./common/lookup";
import { type Line, scene } from "./common/scene";
import { cut } from "./common/shown";
import { LANES, worstOf } from "./common/words";
import { layout } from "./layout/layout";
import { type Markup, markup } from "./markup";
import { BOX, pictureNode, plus } from "./picture-node";

const SIZES = { pitch: 196, nodeWidth: BOX.width, gap: 10 };
const TOP = 30;

export function picture(look: Lookup): Markup {
    const { sections, cells, lines } = scene(look, { open: new Set(), isAll: false });
    const looks = lines.map((line) => ({ ...line, ...lineLook(look, line) }));
    const drawn = looks.filter(({ isFar, isPlain }) => !isFar || !isPlain);
    const placed = layout(
        sections,
        cells.map(({ id, lane, section }) => ({ id, lane, section, height: BOX.height })),
        drawn,
        SIZES,
    );
    const pathOf = ({ id }: Line) => placed.edges.get(id)?.path ?? "";
    const plain = new Map<EdgeKind, string>();
    for (const line of drawn) if (line.isPlain) plain.set(line.kind, (plain.get(line.kind) ?? "") + pathOf(line));
    const bands = sections.filter(({ isFramed }) => isFramed);
    return markup`<svg class="pic" viewBox="0 0 ${placed.width} ${placed.height + TOP + 10}" role="img" aria-label="Map of the stack: who calls, entries, code, roles and what they reach">
${LANES.map((name, lane) => markup`<text class="lane" x="${lane * SIZES.pitch + 25}" y="16">${name}</text>`)}<g transform="translate(0 ${TOP})">
${bands.map(({ id, title, sub }) => {
    const at = placed.sections.get(id);
    return (
        at &&
        markup`<rect class="band" x="4" y="${at.y}" width="${placed.width - 8}" height="${at.height}" rx="10"/><text x="16" y="${at.y + 18}">${cut(`${title} ${sub}`, 90)}</text>`
    );
})}
${[...plain].map(([kind, d]) => markup`<path class="e k-${kind}" d="${d}"/>`)}${drawn
    .filter(({ isPlain }) => !isPlain)
    .map((line) => {
        const { kind, severity, isNew } = line;
        const mark = placed.edges.get(line.id)?.mark;
        return markup`<path class="e k-${kind}${severity && ` s-${severity}`}" d="${pathOf(line)}"/>${isNew && mark && plus(mark.x, mark.y)}`;
    })}
${cells.map((cell) => {
    const box = placed.nodes.get(cell.id);
    return box && pictureNode(look, cell, box);
})}</g></svg>`;
}

/** Plain are those that there is nothing more to say of. */
function lineLook(look: Lookup, { edges }: Line) {
    const severity = worstOf(edges.flatMap(({ id }) => look.findingsOn(id)));
    const isNew = edges.some(({ id }) => look.markedAt(id).length > 0);
    return { severity, isNew, isPlain: severity === undefined && !isNew };
}
