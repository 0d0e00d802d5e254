import type { Said } from "../../calls";
import { RUN_TIME } from "../../calls";
import type { Budget } from "../../code";
import { type Anything, type Atom, NONE, type SaidAtom, Slot, type Unit, type Value } from "./values";

/** More texts than these in one place are as good as any. */
const MOST_TEXTS = 16;
/** Texts are kept as long as names are. */
const LONGEST_TEXT = 2_000;
/** Units that wait for each other; beyond, they are put off. */
const DEEPEST = 24;

export const DATA: SaidAtom = { is: "said", said: RUN_TIME };
export const ANYTHING: Anything = { is: "anything" };
export const OF_DATA: Value = new Set<Atom>([DATA]);
export const OF_ANYTHING: Value = new Set<Atom>([ANYTHING, DATA]);

/**
 * Evaluates units until nothing grows: whatever reads a slot is evaluated again when the slot has grown. The order of what a program does is not
 * looked at, so that all that it may do is found.
 */
export class Flow {
    private readonly queue: Unit[] = [];
    private readonly texts = new Map<string, SaidAtom>();
    private current: Unit | undefined;
    private depth = 0;

    constructor(readonly budget: Budget) {}

    read(slot: Slot): Value {
        if (this.current !== undefined) slot.readers.add(this.current);
        return slot.atoms;
    }

    write(slot: Slot, value: Value): void {
        let grew = false;
        for (const atom of value) grew = this.add(slot, atom) || grew;
        if (grew) for (const reader of slot.readers) this.later(reader);
    }

    private add(slot: Slot, atom: Atom): boolean {
        if (slot.atoms.has(atom)) return false;
        if (atom.is === "said" && atom !== DATA && ++slot.texts > MOST_TEXTS) {
            if (slot.atoms.has(DATA)) return false;
            slot.atoms.add(DATA);
            return true;
        }
        slot.atoms.add(atom);
        return true;
    }

    /** Whoever read this is evaluated again. */
    touch(slot: Slot): void {
        for (const reader of slot.readers) this.later(reader);
    }

    private later(unit: Unit): void {
        if (unit.waits) return;
        unit.waits = true;
        this.queue.push(unit);
    }

    /** Sees to it that the unit is evaluated: now, where it was not yet. */
    demand(unit: Unit): void {
        if (unit.runs > 0) return;
        if (this.depth > DEEPEST) this.later(unit);
        else this.run(unit);
    }

    settle(): void {
        for (let unit = this.queue.pop(); unit !== undefined; unit = this.queue.pop()) {
            unit.waits = false;
            this.run(unit);
        }
    }

    private run(unit: Unit): void {
        const before = this.current;
        this.current = unit;
        this.depth++;
        unit.runs++;
        try {
            unit.run();
        } finally {
            this.depth--;
            this.current = before;
        }
    }

    said(said: Said): SaidAtom {
        if (said.is === "run-time" || (said.is === "text" && said.text.length > LONGEST_TEXT)) return DATA;
        const key = said.is === "text" ? `"${said.text}` : JSON.stringify(said);
        let found = this.texts.get(key);
        if (found === undefined) {
            found = { is: "said", said };
            this.texts.set(key, found);
        }
        return found;
    }

    text(text: string): Value {
        return new Set<Atom>([this.said({ is: "text", text })]);
    }
}

export function one(atom: Atom): Value {
    return new Set<Atom>([atom]);
}

export function slotOf(value: Value = NONE): Slot {
    const slot = new Slot();
    for (const atom of value) slot.atoms.add(atom);
    return slot;
}

/** The texts that a value may be; undefined where it may be another. */
export function textsOf(value: Value): readonly string[] | undefined {
    const found: string[] = [];
    for (const atom of value) {
        if (atom.is !== "said" || atom.said.is !== "text") return undefined;
        found.push(atom.said.text);
    }
    return found.length === 0 ? undefined : found;
}
