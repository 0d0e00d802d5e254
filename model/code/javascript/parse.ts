import { type Node, type Options, Parser, type Program } from "acorn";
import { type Budget, CannotTell } from "../code";

/** What one module may have of characters before anybody looks at it. */
const LONGEST = 24_000_000;
/** Nodes of one module's tree, at some 60 bytes each. */
const MOST_NODES = 1_500_000;

/** What the parser does for itself, and its typings leave out. */
interface Internals {
    startNodeAt(position: number, location: unknown): Node;
    startNode(): Node;
    buildBinary(...given: readonly unknown[]): Node;
    parseExprOp(left: Node, ...rest: readonly unknown[]): Node;
}

/** acorn, which spends for each node and stops where nothing is left. */
function spending(budget: Budget): typeof Parser {
    let nodes = 0;
    const count = () => {
        budget.spend();
        nodes += 1;
        if (nodes > MOST_NODES) throw new CannotTell("a module is larger than what is read");
    };
    return Parser.extend((base) => {
        const inner = base as unknown as new (options: Options, input: string) => Parser & Internals;
        class Spending extends inner {
            private built: Node | undefined;

            override buildBinary(...given: readonly unknown[]): Node {
                const node = super.buildBinary(...given);
                // A power is built elsewhere.
                if (!given.includes("**")) this.built = node;
                return node;
            }

            /** acorn calls itself for each further operator of a sum, and sums have thousands: that call is answered at once, and made in a loop. */
            override parseExprOp(left: Node, ...rest: readonly unknown[]): Node {
                if (left === this.built) {
                    this.built = undefined;
                    return left;
                }
                for (let at = left; ; ) {
                    const next = super.parseExprOp(at, ...rest);
                    if (next === at) return at;
                    at = next;
                }
            }

            override startNode(): Node {
                count();
                return super.startNode();
            }
            override startNodeAt(position: number, location: unknown): Node {
                count();
                return super.startNodeAt(position, location);
            }
        }
        return Spending as unknown as typeof Parser;
    });
}

/** The tree of a module, as CommonJS or as an ES module, whichever it is. Throws `CannotTell` where it is neither. */
export function parse(text: string, budget: Budget, isModule?: boolean): Program {
    if (text.length > LONGEST) throw new CannotTell("a module is larger than what is read");
    const parser = spending(budget);
    const shared = { ecmaVersion: "latest", allowHashBang: true, allowReturnOutsideFunction: true } as const;
    // What only a module may hold is found at once; what a script may not hold, such as a top-level await, much later.
    const looksLikeModule = /^[ \t]*(?:import\b[^(]|export\b)/m.test(text.slice(0, 200_000));
    const order: readonly ("module" | "script")[] =
        (isModule ?? looksLikeModule) ? ["module", "script"] : ["script", "module"];
    for (const sourceType of order) {
        try {
            return parser.parse(text, {
                ...shared,
                sourceType,
                allowAwaitOutsideFunction: sourceType === "module",
                allowSuperOutsideMethod: true,
            });
        } catch (error) {
            if (error instanceof CannotTell) throw error;
            budget.checkTime();
        }
    }
    throw new CannotTell("a module is no JavaScript that can be read");
}

/** The lines of places in a text, each from 1; the places in rising order. */
export function linesOf(text: string, places: readonly number[]): readonly number[] {
    let [line, at] = [1, text.indexOf("\n")];
    return places.map((place) => {
        for (; at >= 0 && at < place; at = text.indexOf("\n", at + 1)) line += 1;
        return line;
    });
}
