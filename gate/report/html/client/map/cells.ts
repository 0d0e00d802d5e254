/** Nodes as buttons: one tab stop, from which arrows move. Beyond `MOST`, those near the window alone are made. */
import type { Cell } from "../../common/scene";
import type { Box } from "../../layout/layout";
import { h } from "../dom";
import { type CellLook, dress } from "./cell";

const MOST = 450;
const AROUND = 700;

export interface CellEvents {
    readonly choose: (cell: Cell) => void;
    /** The pointer or the focus comes to it; undefined when it leaves. */
    readonly near: (cell: Cell | undefined) => void;
    readonly show: (box: Box) => void;
}

export class Cells {
    readonly element = h("div", { class: "cells", role: "group", "aria-label": "Map: arrows move, Enter opens" });
    private readonly made = new Map<string, { readonly button: HTMLElement; look: string }>();
    private cells = new Map<string, Cell>();
    private boxes: ReadonlyMap<string, Box> = new Map();
    private lookOf: (cell: Cell) => CellLook = () => {
        throw new Error("nothing is shown yet");
    };
    private range: readonly [number, number] = [0, Number.POSITIVE_INFINITY];
    /** The one that a tab comes to. */
    private stop: string | undefined;

    constructor(private readonly events: CellEvents) {
        this.element.addEventListener("keydown", (event) => this.key(event));
        this.element.addEventListener("focusin", (event) => this.come(event.target));
        this.element.addEventListener("focusout", () => events.near(undefined));
    }

    draw(cells: readonly Cell[], boxes: ReadonlyMap<string, Box>, lookOf: (cell: Cell) => CellLook): void {
        this.cells = new Map(cells.map((cell) => [cell.id, cell]));
        this.boxes = boxes;
        this.lookOf = lookOf;
        const current = cells.find((cell) => lookOf(cell).isCurrent);
        if (current) this.stop = current.id;
        else if (this.stop === undefined || !this.cells.has(this.stop)) this.stop = cells[0]?.id;
        this.make();
    }

    /** What of the stage, from its top, can be seen. */
    see(from: number, to: number): void {
        this.range = [from - AROUND, to + AROUND];
        if (this.cells.size > MOST) this.make();
    }

    focus(id: string): void {
        this.stop = id;
        this.make();
        this.made.get(id)?.button.focus({ preventScroll: true });
    }

    private make(): void {
        const isAll = this.cells.size <= MOST;
        const [from, to] = this.range;
        const kept = new Set<string>();
        for (const [id, cell] of this.cells) {
            const box = this.boxes.get(id);
            if (!box) continue;
            const isNear = isAll || (box.y + box.height > from && box.y < to) || id === this.stop;
            if (!isNear) continue;
            kept.add(id);
            this.one(cell, box);
        }
        for (const [id, { button }] of this.made)
            if (!kept.has(id)) {
                button.remove();
                this.made.delete(id);
            }
    }

    private one(cell: Cell, box: Box): void {
        const look = this.lookOf(cell);
        const key = JSON.stringify([look, box.width, cell.group?.nodes.length]);
        let known = this.made.get(cell.id);
        if (known?.look !== key) {
            const button = known?.button ?? this.button(cell.id);
            dress(button, cell, look, box);
            known = { button, look: key };
            this.made.set(cell.id, known);
        }
        const { style } = known.button;
        style.transform = `translate(${box.x}px, ${box.y}px)`;
        style.width = `${box.width}px`;
        style.height = `${box.height}px`;
        known.button.tabIndex = cell.id === this.stop ? 0 : -1;
        if (!known.button.isConnected) this.element.append(known.button);
    }

    private button(id: string): HTMLElement {
        const button = h("button", { type: "button", "data-id": id });
        const own = () => this.cells.get(id);
        button.addEventListener("click", () => {
            const cell = own();
            if (cell) this.events.choose(cell);
        });
        button.addEventListener("pointerenter", () => this.events.near(own()));
        button.addEventListener("pointerleave", () => this.events.near(undefined));
        return button;
    }

    private come(target: EventTarget | null): void {
        const id = target instanceof HTMLElement ? target.dataset["id"] : undefined;
        if (id === undefined || !this.cells.has(id)) return;
        const before = this.made.get(this.stop ?? "");
        if (before) before.button.tabIndex = -1;
        this.stop = id;
        const now = this.made.get(id);
        if (now) now.button.tabIndex = 0;
        this.events.near(this.cells.get(id));
    }

    private key(event: KeyboardEvent): void {
        const next = this.stop === undefined ? undefined : this.towards(this.stop, event.key);
        if (next === undefined) return;
        event.preventDefault();
        const box = this.boxes.get(next);
        if (box) this.events.show(box);
        this.focus(next);
    }

    /** Up and down within the lane; to the sides, the nearest in the next lane that has any. */
    private towards(id: string, key: string): string | undefined {
        const here = this.boxes.get(id);
        if (!here) return undefined;
        const all = [...this.boxes].filter(([other]) => other !== id && this.cells.has(other));
        const inLane = all.filter(([, box]) => box.lane === here.lane).sort((a, b) => a[1].y - b[1].y);
        if (key === "ArrowDown") return inLane.find(([, { y }]) => y > here.y)?.[0];
        if (key === "ArrowUp") return inLane.filter(([, { y }]) => y < here.y).at(-1)?.[0];
        if (key === "Home") return inLane[0]?.[0];
        if (key === "End") return inLane.at(-1)?.[0];
        const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
        if (step === 0) return undefined;
        for (let lane = here.lane + step; lane >= 0 && lane <= 4; lane += step) {
            const there = all.filter(([, box]) => box.lane === lane);
            const far = ([, box]: (typeof all)[number]) => Math.abs(box.y + box.height / 2 - here.y - here.height / 2);
            if (there.length > 0) return there.reduce((a, b) => (far(b) < far(a) ? b : a))[0];
        }
        return undefined;
    }
}
