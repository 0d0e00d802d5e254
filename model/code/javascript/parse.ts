import {
    type BlockStatement,
    type Function as FunctionNode,
    type Node,
    type Options,
    Parser,
    type Program,
    type Statement,
} from "acorn";
import { type Budget, CannotTell } from "../code";
import { bracesOf } from "./braces";

/** What one module may have of characters before anybody looks at it. */
const LONGEST = 24_000_000;
/** Nodes of one module's tree, at some 60 bytes each. */
const MOST_NODES = 1_500_000;

/** What was taken for a function's body is none: the text has to be read from its beginning to its end. */
export class Misread extends Error {}

/** A module's tree. A function's body is read when somebody looks into it: most of a bundle is never called. */
export interface Tree {
    readonly program: Program;
    /** Whoever reads on in it pays for what is read. */
    budget: Budget;
}

/** What the parser does for itself, and its typings leave out. */
interface Internals {
    pos: number;
    end: number;
    strict: boolean;
    next(): void;
    nextToken(): void;
    finishNode(node: Node, type: string): Node;
    enterScope(flags: number): void;
    parseBlock(isScope?: boolean, node?: Node, leavesStrict?: boolean): Node;
    parseFunctionBody(node: FunctionNode, ...given: readonly unknown[]): void;
    startNodeAt(position: number, location: unknown): Node;
    startNode(): Node;
    buildBinary(...given: readonly unknown[]): Node;
    parseExprOp(left: Node, ...rest: readonly unknown[]): Node;
}

/** Of acorn's scopes: a function, one that waits, one that yields, and where `super` may be said. */
const [FUNCTION, ASYNC, GENERATOR, SUPER] = [2, 4, 8, 64 | 128];

type Made = Parser & Internals;
type Making = new (options: Options, input: string) => Made;

/**
 * acorn, which spends for each node and stops where nothing is left. Where it knows of braces, it passes over the bodies of functions, each of
 * which is read when it is looked into.
 */
function spending(tree: { budget: Budget }, braces: ReadonlyMap<number, number> | undefined): Making {
    let nodes = 0;
    const count = () => {
        tree.budget.spend();
        nodes += 1;
        if (nodes > MOST_NODES) throw new CannotTell("a module is larger than what is read");
    };
    class Spending extends (Parser as unknown as Making) {
        private built: Node | undefined;
        private isBody = false;
        private passed: Node | undefined;

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

        override parseFunctionBody(node: FunctionNode, ...given: readonly unknown[]): void {
            this.isBody = true;
            super.parseFunctionBody(node, ...given);
            this.isBody = false;
            if (this.passed !== undefined && this.passed === node.body) readLater(this, node);
            this.passed = undefined;
        }

        override parseBlock(isScope?: boolean, node?: Node, leavesStrict?: boolean): Node {
            const close = this.isBody && isScope === false ? braces?.get(this.end - 1) : undefined;
            this.isBody = false;
            if (close === undefined) return super.parseBlock(isScope, node, leavesStrict);
            // As if the body were empty.
            const block = this.startNode();
            Object.assign(block, { body: [] });
            this.pos = close;
            this.next();
            if (leavesStrict) this.strict = false;
            this.next();
            this.passed = this.finishNode(block, "BlockStatement");
            return this.passed;
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

    function readLater({ options, input }: Made, node: FunctionNode): void {
        const block = node.body as BlockStatement;
        let body: Statement[] | undefined;
        const read = (): Statement[] => {
            const parser = new Spending(options, input);
            parser.pos = block.start;
            try {
                parser.nextToken();
                parser.enterScope(FUNCTION | SUPER | (node.async ? ASYNC : 0) | (node.generator ? GENERATOR : 0));
                const found = parser.parseBlock(false) as BlockStatement;
                if (found.end === block.end) return found.body;
            } catch (error) {
                if (!(error instanceof SyntaxError)) throw error;
            }
            throw new Misread();
        };
        Object.defineProperty(block, "body", {
            get: () => {
                body ??= read();
                return body;
            },
        });
    }
    return Spending;
}

/**
 * The tree of a module, as CommonJS or as an ES module, whichever it is. `isWhole`: it is read to its end at once. Throws `CannotTell` where it is
 * neither; and later `Misread`, where something in it is looked into that is not what it seemed to be.
 */
export function parse(text: string, budget: Budget, isModule?: boolean, isWhole = false): Tree {
    if (text.length > LONGEST) throw new CannotTell("a module is larger than what is read");
    const braces = isWhole ? undefined : bracesOf(text);
    budget.checkTime();
    const tree = { budget };
    const parser = spending(tree, braces) as unknown as typeof Parser;
    const shared = {
        ecmaVersion: "latest",
        allowHashBang: true,
        allowReturnOutsideFunction: true,
        checkPrivateFields: false,
    } as const;
    // What only a module may hold is found at once; what a script may not hold, such as a top-level await, much later.
    const looksLikeModule = /^[ \t]*(?:import\b[^(]|export\b)/m.test(text.slice(0, 200_000));
    const order: readonly ("module" | "script")[] =
        (isModule ?? looksLikeModule) ? ["module", "script"] : ["script", "module"];
    for (const sourceType of order) {
        try {
            const program = parser.parse(text, {
                ...shared,
                sourceType,
                allowAwaitOutsideFunction: sourceType === "module",
                allowSuperOutsideMethod: true,
            });
            return Object.assign(tree, { program });
        } catch (error) {
            if (error instanceof CannotTell) throw error;
            budget.checkTime();
        }
    }
    if (braces !== undefined && braces.size > 0) return parse(text, budget, isModule, true);
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
