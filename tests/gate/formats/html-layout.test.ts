import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { groupOfEach, MOST_NODES, OTHERS } from "../../../gate/report/html/common/folding";
import { lookup } from "../../../gate/report/html/common/lookup";
import { scene } from "../../../gate/report/html/common/scene";
import { itemsOf, type LayoutEdge, type LayoutNode } from "../../../gate/report/html/layout/items";
import { layout } from "../../../gate/report/html/layout/layout";
import { crossings, ordered } from "../../../gate/report/html/layout/order";
import { stackData } from "../../../gate/report/html/stack-data";
import { large, resource, shop } from "./drawings";

const SIZES = { pitch: 170, nodeWidth: 130, gap: 10 };
const node = (id: string, lane: number, section = ""): LayoutNode => ({ id, lane, section, height: 44 });
const edge = (from: string, to: string): LayoutEdge => ({ id: `${from}-${to}`, from, to });

const graphs = fc
    .array(fc.record({ lane: fc.integer({ min: 0, max: 4 }), section: fc.constantFrom("", "vpc") }), {
        minLength: 1,
        maxLength: 40,
    })
    .chain((nodes) => {
        const place = fc.integer({ min: 0, max: nodes.length - 1 });
        return fc.record({ nodes: fc.constant(nodes), edges: fc.array(fc.tuple(place, place), { maxLength: 60 }) });
    });

describe("the layout of the map", () => {
    const sections = [
        { id: "", isFramed: false },
        { id: "vpc", isFramed: true },
    ];
    it("never lays a node over another, keeps each within its section, and gives every edge a line", () => {
        fc.assert(
            fc.property(graphs, ({ nodes, edges }) => {
                const own = nodes.map(({ lane, section }, index) => node(`n${index}`, lane, section));
                const lines = edges.map(([from, to], index) => ({ id: `e${index}`, from: `n${from}`, to: `n${to}` }));
                const placed = layout(sections, own, lines, SIZES);
                for (const lane of [0, 1, 2, 3, 4]) {
                    const boxes = [...placed.nodes.values()]
                        .filter((box) => box.lane === lane)
                        .sort((a, b) => a.y - b.y);
                    boxes.forEach((box, index) => {
                        const next = boxes[index + 1];
                        if (next) assert.ok(box.y + box.height <= next.y, `lane ${lane}`);
                    });
                }
                for (const { id, section } of own) {
                    const box = placed.nodes.get(id);
                    const at = placed.sections.get(section);
                    assert.ok(box && at && box.y >= at.y && box.y + box.height <= at.y + at.height + 1);
                    assert.ok(box.x >= 0 && box.x + box.width <= placed.width);
                }
                for (const { id, from, to } of lines) {
                    const route = placed.edges.get(id);
                    assert.equal(route !== undefined, from !== to, id);
                    if (route) assert.doesNotMatch(route.path, /NaN|undefined|Infinity/);
                }
            }),
        );
    });
    it("finds an order without crossings where there is one", () => {
        const nodes = [0, 1, 2, 3, 4].flatMap((lane) =>
            [0, 1, 2, 3, 4, 5].map((number) => node(`${lane}.${(number * 5 + lane * 2) % 6}`, lane)),
        );
        const edges = [0, 1, 2, 3].flatMap((lane) =>
            [0, 1, 2, 3, 4, 5].map((number) => edge(`${lane}.${number}`, `${lane + 1}.${number}`)),
        );
        const { lanes } = itemsOf("", nodes, edges, (id) => nodes.find((one) => one.id === id));
        assert.ok(crossings(lanes) > 0);
        assert.equal(crossings(ordered(lanes)), 0);
    });
    it("counts crossings", () => {
        const nodes = [node("a", 0), node("b", 0), node("c", 1), node("d", 1)];
        const of = (edges: readonly LayoutEdge[]) =>
            crossings(itemsOf("", nodes, edges, (id) => nodes.find((one) => one.id === id)).lanes);
        assert.equal(of([edge("a", "d"), edge("b", "c")]), 1);
        assert.equal(of([edge("a", "c"), edge("b", "d")]), 0);
        assert.equal(of([edge("a", "c"), edge("a", "d"), edge("b", "c")]), 1);
    });
    it("gives a chain one height", () => {
        const nodes = [0, 1, 2, 3, 4].map((lane) => node(`n${lane}`, lane));
        const placed = layout(
            [{ id: "", isFramed: false }],
            nodes,
            [0, 1, 2, 3].map((lane) => edge(`n${lane}`, `n${lane + 1}`)),
            SIZES,
        );
        assert.equal(new Set([...placed.nodes.values()].map(({ y }) => y)).size, 1);
    });
    it("lets a long edge pass between the nodes of the lanes that it crosses", () => {
        const nodes = [node("a", 0), node("b", 1), node("c", 2), node("e", 4)];
        const placed = layout(
            [{ id: "", isFramed: false }],
            nodes,
            [edge("a", "b"), edge("b", "c"), edge("a", "e")],
            SIZES,
        );
        const path = placed.edges.get("a-e")?.path ?? "";
        const heights = [...path.matchAll(/ (-?[\d.]+)H/g)].map(([, y]) => Number(y));
        for (const id of ["b", "c"]) {
            const box = placed.nodes.get(id);
            assert.ok(box && heights.every((y) => y < box.y || y > box.y + box.height), `${id}: ${path}`);
        }
    });
});

describe("what the map shows", () => {
    const look = (report: Parameters<typeof stackData>[0]) => lookup(stackData(report));
    const none = { open: new Set<string>(), isAll: false };
    it("puts networks into bands, and leaves out housekeeping until it is asked for", () => {
        const own = look(shop());
        const { sections, lines, cells } = scene(own, none);
        assert.deepEqual(
            sections.map(({ kind }) => kind),
            ["main", "network"],
        );
        assert.equal(cells.length, 8);
        assert.equal(lines.length, 6);
        assert.equal(scene(own, { ...none, isAll: true }).lines.length, 7);
    });
    it("makes a row for each group where there are more than 150 nodes, the worst first, and opens it", () => {
        const own = look(large(400));
        const closed = scene(own, none);
        assert.ok(closed.isGrouped);
        assert.ok(closed.cells.length < 200);
        assert.equal(closed.cellOf.size, own.data.nodes.length);
        const worst = closed.sections[1]?.title ?? "";
        const criticals = (group: string) =>
            own.data.findings.filter(({ severity, name }) => severity === "critical" && name.startsWith(`${group}-`))
                .length;
        assert.ok(closed.sections.slice(1).every(({ title }) => criticals(title) <= criticals(worst)));
        const opened = scene(own, { ...none, open: new Set([worst]) });
        assert.ok(opened.cells.length > closed.cells.length);
        assert.ok(opened.sections.find(({ title }) => title === worst)?.isFramed);
        assert.ok(
            !look(large(MOST_NODES)).data.nodes.some(({ id }) => !scene(look(large(MOST_NODES)), none).cellOf.has(id)),
        );
        assert.ok(!scene(look(large(MOST_NODES)), none).isGrouped);
    });
    it("shows as one what there is nothing to tell of, where there is much: the rest is not put into groups for it", () => {
        const withSpare = (many: number) => {
            const { drawing, ...report } = shop();
            assert.ok(drawing);
            const spare = Array.from({ length: many }, (_, number) => resource("table", `spare-${number}`));
            return look({ ...report, drawing: { ...drawing, nodes: [...drawing.nodes, ...spare] } });
        };
        const own = withSpare(MOST_NODES);
        const { cells, cellOf, isGrouped } = scene(own, none);
        assert.ok(!isGrouped);
        // Logs, to which housekeeping alone leads, is one of them.
        assert.deepEqual([cells.length, cellOf.size], [8, MOST_NODES + 8]);
        const [others] = cells.filter(({ group }) => group?.name === OTHERS);
        assert.equal(others?.group?.nodes.length, MOST_NODES + 1);
        assert.equal(groupOfEach(own).get(others?.group?.nodes[0]?.id ?? ""), OTHERS);
        assert.equal(scene(own, { ...none, open: new Set([OTHERS]) }).cells.length, MOST_NODES + 8);
        assert.equal(scene(own, { ...none, isAll: true }).cells.length, MOST_NODES + 8);
        assert.equal(scene(withSpare(20), none).cells.length, 28);
    });
    it("shows a way alone", () => {
        const own = look(shop());
        const [way] = own.data.ways;
        assert.ok(way);
        const { cells, lines } = scene(own, { ...none, only: new Set(way.nodes), onlyEdges: new Set(way.edges) });
        assert.deepEqual([cells.length, lines.length], [6, 5]);
    });
});

describe("the page's colours", () => {
    const css = readFileSync(path.resolve(__dirname, "../../../gate/report/html/client/style/tokens.css"), "utf8");
    const tokens = new Map(
        [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(([, name = "", light = "", dark = ""]) => [
            name,
            [light, dark] as const,
        ]),
    );
    const luminance = (hex: string): number => {
        const full = hex.length === 4 ? hex.replace(/\w/g, "$&$&") : hex;
        const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
            const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
            return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: string, other: string) => {
        const [more = 0, less = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (more + 0.05) / (less + 0.05);
    };
    const of = (name: string, theme: 0 | 1): string => {
        const found = tokens.get(name)?.[theme];
        assert.ok(found, name);
        return found;
    };
    const TEXTS = ["text", "muted", "critical", "high", "medium", "low", "ok", "accent"];
    for (const [theme, least, what] of [
        [0, 5, "light"],
        [1, 5.9, "dark"],
    ] as const)
        it(`keep texts apart from their ground by ${least} in ${what}, lines by 3.2`, () => {
            for (const text of TEXTS)
                for (const ground of [
                    "bg",
                    "surface",
                    ...(text === "text" || text === "muted" ? ["sunken", "accent-soft"] : []),
                ])
                    assert.ok(
                        contrast(of(text, theme), of(ground, theme)) >= least,
                        `${text} on ${ground}: ${contrast(of(text, theme), of(ground, theme))}`,
                    );
            for (const own of ["critical", "high", "medium", "low", "ok", "accent"])
                assert.ok(contrast(of(own, theme), of(`${own}-soft`, theme)) >= 5, `${own} on its soft ground`);
            assert.ok(contrast(of("on-outside", theme), of("outside", theme)) >= least);
            assert.ok(contrast(of("outside-muted", theme), of("outside", theme)) >= least);
            for (const ground of ["surface", "bg"])
                assert.ok(
                    contrast(of("edge", theme), of(ground, theme)) >= 3.2,
                    `edge on ${ground}: ${contrast(of("edge", theme), of(ground, theme))}`,
                );
        });
});
