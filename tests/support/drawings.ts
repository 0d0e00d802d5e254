/** Drawings of small programs, in a line for each edge, and what holds of every drawing. */
import assert from "node:assert/strict";
import { type Drawing, type DrawnEdge, drawingOf, type EdgeKind } from "../../model/graph";
import type { Program } from "../../pack";
import { stackOf } from "./stacks";

export function drawn(program: Program, unknownOutputs = false): Drawing {
    const drawing = drawingOf(stackOf(program, unknownOutputs));
    assertSound(drawing);
    return drawing;
}

/** `Internet -> url`, with `!` where it is open, `~` where it is quiet and `?` where it is not certain. */
export function edges(drawing: Drawing, kind?: EdgeKind): readonly string[] {
    return drawing.edges.filter((edge) => kind === undefined || edge.kind === kind).map((edge) => told(drawing, edge));
}

export function told(drawing: Drawing, { from, to, isOpen, isQuiet, awaits }: DrawnEdge): string {
    const name = (id: string) => drawing.nodes.find((node) => node.id === id)?.name ?? id;
    const marks = `${isOpen ? "!" : ""}${isQuiet ? "~" : ""}${awaits ? "?" : ""}`;
    return `${name(from)} -> ${name(to)}${marks}`;
}

/** `Internet > url > orders > role => table`. */
export function ways(drawing: Drawing): readonly string[] {
    const name = (id: string) => drawing.nodes.find((node) => node.id === id)?.name ?? id;
    return drawing.ways.map(({ chain, ends }) => `${chain.map(name).join(" > ")} => ${ends.map(name).join(", ")}`);
}

/** Every end is a node, every id is one thing's, and nothing is left empty. */
export function assertSound({ nodes, edges: lines, ways: doors, roles, networks }: Drawing): void {
    const ids = distinct(nodes.map(({ id }) => id));
    const edgeIds = distinct(lines.map(({ id }) => id));
    const bands = distinct(networks.map(({ id }) => id));
    distinct(doors.map(({ id }) => id));
    const parts = distinct([...nodes, ...networks].flatMap((one) => one.parts));
    const areNodes = (...all: readonly string[]) => {
        for (const id of all) assert.ok(ids.has(id), `no node is ${id}`);
    };
    for (const part of parts) assert.ok(!ids.has(part), `${part} is a part and a node`);
    for (const { name, sub, kindName, covers = [], network } of nodes) {
        for (const text of [name, sub, kindName]) assert.notEqual(text, "", `${kindName} ${name}`);
        areNodes(...covers);
        if (network !== undefined) assert.ok(bands.has(network));
    }
    for (const { from, to, says, via, awaits, guard } of lines) {
        areNodes(from, to);
        assert.match(says, /^\S.*\.$/s);
        assert.doesNotMatch(says, /undefined|%label%|\[object/);
        assert.ok(awaits === undefined || awaits.length > 0);
        assert.ok(guard !== "");
        assert.ok(via.every(({ urn }) => urn !== ""));
    }
    for (const { door, chain, ends, nodes: all, edges: over, closes } of doors) {
        const opening = lines.find(({ id }) => id === door);
        assert.ok(opening?.isOpen && opening.closes === closes && closes !== "");
        assert.ok(chain.length > 0 && ends.length > 0);
        areNodes(...all);
        for (const id of [...chain, ...ends]) assert.ok(all.includes(id), `${id} is none of its way`);
        for (const id of over) assert.ok(edgeIds.has(id));
    }
    for (const { node, grants } of roles) {
        areNodes(node);
        for (const { resources } of grants)
            for (const on of resources) {
                if (on.node !== undefined) areNodes(on.node);
                assert.ok(on.node !== undefined || on.pattern !== undefined);
            }
    }
    assert.deepEqual(
        doors.map(({ weight }) => weight),
        doors.map(({ weight }) => weight).sort((a, b) => b - a),
    );
}

function distinct(all: readonly string[]): ReadonlySet<string> {
    const found = new Set(all);
    assert.equal(found.size, all.length, "two of one id");
    return found;
}
