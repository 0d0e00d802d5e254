import type { Machine } from "../machine";
import { type Abstract, Func, Getter, Native, Obj, optionsOf, UNKNOWN } from "../values";

const DEEPEST = 3;
const MOST_KEPT = 3;
/** Each goes through what the one before came upon; what is left after so many is said. */
const MOST_ROUNDS = 40;

/** What texts, lists, maps, dates, promises have: sought of something unknown, it is theirs. */
const OF_LANGUAGE = new Set(
    [
        Object.prototype,
        Array.prototype,
        String.prototype,
        Number.prototype,
        Date.prototype,
        Promise.prototype,
        RegExp.prototype,
    ]
        .flatMap((one) => Object.getOwnPropertyNames(one))
        .filter((name) => !["constructor", "search", "at", "fill", "link", "exec", "test"].includes(name)),
);

interface Made {
    readonly funcs: Func[];
    readonly names: Set<string>;
    isRead: boolean;
    isDone: boolean;
}

/**
 * Functions of the code that came to be and were not gone through, and decisions of which a side was left out: what is read, goes out, or has a name
 * that is sought of something unknown, may be called all the same. So nothing is missed because a value was lost on the way.
 */
export class Sweep {
    private readonly functions = new Map<object, Made>();
    private readonly soughtNames = new Set<string>();
    private readonly passedSides = new Map<object, () => unknown>();
    private readonly out = new Set<object>();

    made(func: Func): void {
        const known = this.functions.get(func.node);
        if (known === undefined)
            this.functions.set(func.node, { funcs: [func], names: new Set(), isRead: false, isDone: false });
        else if (known.funcs.length < MOST_KEPT) known.funcs.push(func);
    }

    named(func: Func, name: string): void {
        this.functions.get(func.node)?.names.add(name);
    }

    read(func: Func): void {
        const known = this.functions.get(func.node);
        if (known) known.isRead = true;
    }

    sought(name: string): void {
        if (!OF_LANGUAGE.has(name)) this.soughtNames.add(name);
    }

    passed(run: () => unknown, node: object): void {
        if (!this.passedSides.has(node)) this.passedSides.set(node, run);
    }

    /** What goes out of the code may be asked for anything that it has. */
    handedOut(value: Abstract, depth = 0): void {
        for (const one of optionsOf(value)) {
            if (!(one instanceof Obj) || one instanceof Native || this.out.has(one) || depth > DEEPEST) continue;
            this.out.add(one);
            if (one instanceof Func) this.read(one);
            for (const inside of one.items ?? []) this.handedOut(inside, depth + 1);
            for (const inside of one.entries?.values() ?? []) this.handedOut(inside, depth + 1);
            for (const inside of one.props.values())
                if (inside instanceof Getter) this.handedOut(inside.get, depth + 1);
                else this.handedOut(inside, depth + 1);
            if (one.proto !== undefined) this.handedOut(one.proto, depth + 1);
        }
    }

    /**
     * Goes through what may be called besides, as long as there is more of it; false where there still is. `isDone` says what was gone through
     * already.
     */
    run(machine: Machine, isDone: (node: object) => boolean, isOwn: (func: Func) => boolean): boolean {
        for (let round = 0; round < MOST_ROUNDS; round += 1) {
            const sides = [...this.passedSides];
            this.passedSides.clear();
            const waiting = [...this.functions].filter(
                ([node, one]) =>
                    !one.isDone &&
                    !isDone(node) &&
                    (one.isRead || [...one.names].some((name) => this.soughtNames.has(name))),
            );
            if (sides.length === 0 && waiting.length === 0) return true;
            for (const [node, one] of waiting) {
                one.isDone = true;
                if (isDone(node)) continue;
                for (const func of one.funcs) if (isOwn(func)) this.call(machine, func);
            }
            for (const [, side] of sides) side();
        }
        return false;
    }

    private call(machine: Machine, func: Func): void {
        if (func.isClass) {
            machine.construct(func, [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]);
            return;
        }
        const self = func.home ? new Obj(func.home) : UNKNOWN;
        if (self instanceof Obj) self.fallback = UNKNOWN;
        const params = "params" in func.node ? func.node.params.length : 0;
        machine.call(
            func,
            self,
            Array.from({ length: params }, () => UNKNOWN),
        );
    }
}
