import { parser } from "@lezer/python";
import { type Budget, CannotTell } from "../code";
import type {
    Argument,
    Branch,
    Case,
    ClassDefinition,
    Clause,
    Comparison,
    Expression,
    FunctionDefinition,
    Parameter,
    Pattern,
    Program,
    Statement,
} from "./syntax";

type Node = ReturnType<typeof parser.parse>["topNode"];

/**
 * What one file may hold. The parser takes some 500 bytes for each mark of punctuation and a second for two megabytes of a program; a
 * table of long texts costs little.
 */
const LONGEST = 4_000_000;
const MOST_MARKS = 250_000;
/** Deeper, a tree is no program that anybody wrote; what is below stays opaque. */
const DEEPEST = 120;

const OPAQUE: Expression = { is: "opaque" };

/** Reads a file. Throws `CannotTell` where it is too large. */
export function parsePython(text: string, budget: Budget): Program {
    if (text.length > LONGEST || marks(text) > MOST_MARKS) throw new CannotTell("a file is larger than what is read");
    const known = spelt(text);
    const tree = treeOf(known, budget);
    const reader = new Reader(known, budget);
    const body = reader.statements(tree.topNode, 0);
    return { body, broken: reader.broken, cut: reader.cut, line: lines(known) };
}

/** As the grammar knows it, line by line: it has no `match a, b:`, no bare `yield`, no `as (a, b)`, no `1.`, no blanks at the end. */
function spelt(text: string): string {
    return `${text.trimEnd()}\n`
        .replace(/^([ \t]*match)[ \t]+([^\n]{1,200},[^\n]{1,200}):([ \t]*\r?\n[ \t]*case\b)/gm, "$1 ($2):$3")
        .replace(/\byield(?=[ \t]{0,9}(?:\r?\n|[#)]))/g, "yield 0")
        .replace(/\bas[ \t]{1,9}\(([^()]{0,200})\)(?=[ \t]{0,9}[:,])/g, "as [$1]")
        .replace(/\b([0-9]{1,9})\.(?![\w.])/g, "$1.0");
}

/** So many `not`, or `-`, one after the other cost the parser far more than other marks, and are no program. */
const LONGEST_RUN = 4000;

/** How many marks of punctuation there are; endless where the parser would take too long over a run of operators. */
function marks(text: string): number {
    let count = 0;
    let run = 0;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (isLetter(code)) {
            const start = at;
            while (isLetter(text.charCodeAt(at + 1))) at++;
            const isOperator = at - start < 6 && /^(?:not|await|lambda|yield)$/.test(text.slice(start, at + 1));
            run = isOperator ? run + 1 : 0;
        } else if (code > 32 && code < 128 && !(code >= 48 && code <= 57)) {
            count++;
            // - + ~ * : \\
            if (code === 45 || code === 43 || code === 126 || code === 42) run++;
            else if (code !== 58 && code !== 92) run = 0;
        } else if (code > 32) run = 0;
        if (run > LONGEST_RUN) return Number.POSITIVE_INFINITY;
    }
    return count;
}

function isLetter(code: number): boolean {
    return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

function treeOf(text: string, budget: Budget): ReturnType<typeof parser.parse> {
    const parse = parser.startParse(text);
    for (let steps = 0; ; steps++) {
        const tree = parse.advance();
        if (tree !== null) return tree;
        if (steps % 64 === 0) budget.checkTime();
    }
}

function lines(text: string): (at: number) => number {
    let starts: number[] | undefined;
    return (at) => {
        if (starts === undefined) {
            starts = [0];
            for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
        }
        let low = 0;
        let high = starts.length;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((starts[middle] ?? 0) <= at) low = middle;
            else high = middle;
        }
        return low + 1;
    };
}

function inContext(node: Node): boolean {
    const above = node.parent;
    return above?.name === "WithStatement" || above?.parent?.name === "WithStatement";
}

const KEYWORD = /^[a-z]+$/;

class Reader {
    broken = false;
    cut = false;

    constructor(
        private readonly text: string,
        private readonly budget: Budget,
    ) {}

    statements(block: Node, depth: number): Statement[] {
        const found: Statement[] = [];
        for (const child of this.children(block)) {
            if (child.name === ":" || child.name === "Comment") continue;
            if (child.name === "StatementGroup") found.push(...this.statements(child, depth + 1));
            else found.push(...this.statement(child, depth + 1));
        }
        return found;
    }

    private children(node: Node): Node[] {
        const found: Node[] = [];
        for (let child = node.firstChild; child !== null; child = child.nextSibling) {
            this.budget.spend();
            // Parentheses around what a `with` opens are read, and called an error.
            if (child.type.isError) this.broken ||= !inContext(child);
            else if (child.name !== "Comment") found.push(child);
        }
        return found;
    }

    private source(node: Node): string {
        return this.text.slice(node.from, node.to);
    }

    private statement(node: Node, depth: number): Statement[] {
        const at = node.from;
        if (depth > DEEPEST) {
            this.cut = true;
            return [{ is: "nothing", at }];
        }
        switch (node.name) {
            case "ExpressionStatement":
                return this.children(node).map((child) => ({
                    is: "expression",
                    value: this.expression(child, depth),
                    at,
                }));
            case "AssignStatement":
                return [this.assignment(node, depth)];
            case "UpdateStatement": {
                const [target, by, ...value] = this.children(node);
                if (target === undefined || by === undefined) return [];
                return [
                    {
                        is: "add",
                        target: this.expression(target, depth),
                        by: this.source(by),
                        value: this.listed(value, depth),
                        at,
                    },
                ];
            }
            case "IfStatement":
                return [this.conditions(node, depth)];
            case "ForStatement": {
                const children = this.children(node).filter(({ name }) => name !== "async" && name !== "for");
                const inAt = children.findIndex(({ name }) => name === "in");
                const bodies = children.filter(({ name }) => name === "Body");
                const bodyAt = children.findIndex(({ name }) => name === "Body");
                return [
                    {
                        is: "for",
                        target: this.listed(children.slice(0, inAt), depth),
                        of: this.listed(children.slice(inAt + 1, bodyAt), depth),
                        body: this.block(bodies[0], depth),
                        otherwise: this.block(bodies[1], depth),
                        at,
                    },
                ];
            }
            case "WhileStatement": {
                const [, test, body, , otherwise] = this.children(node);
                return [
                    {
                        is: "while",
                        test: this.optional(test, depth),
                        body: this.block(body, depth),
                        otherwise: this.block(otherwise, depth),
                        at,
                    },
                ];
            }
            case "TryStatement":
                return [this.attempt(node, depth)];
            case "WithStatement":
                return [this.context(node, depth)];
            case "MatchStatement":
                return [this.match(node, depth)];
            case "ImportStatement":
                return this.imports(node);
            case "ReturnStatement": {
                const value = this.children(node).slice(1);
                return [
                    value.length === 0 ? { is: "return", at } : { is: "return", value: this.listed(value, depth), at },
                ];
            }
            case "YieldStatement":
                return [{ is: "expression", value: this.yielded(node, depth), at }];
            case "RaiseStatement":
                return [{ is: "raise", parts: this.parts(node, depth), at }];
            case "BreakStatement":
                return [{ is: "leave", by: "break", at }];
            case "ContinueStatement":
                return [{ is: "leave", by: "continue", at }];
            case "ScopeStatement":
                return [
                    {
                        is: "global",
                        names: this.children(node)
                            .filter(({ name }) => name === "VariableName")
                            .map((child) => this.source(child)),
                        at,
                    },
                ];
            case "FunctionDefinition":
                return [this.functionDefinition(node, [], depth)];
            case "ClassDefinition":
                return [this.classDefinition(node, [], depth)];
            case "DecoratedStatement":
                return this.decorated(node, depth);
            case "PassStatement":
            case "TypeDefinition":
                return [{ is: "nothing", at }];
            default: {
                const isKnown = node.name === "AssertStatement" || node.name === "DeleteStatement";
                if (!isKnown) this.cut = true;
                return [{ is: "nothing", parts: isKnown ? this.parts(node, depth) : [], at }];
            }
        }
    }

    /** What is not told apart: the expressions that it is made of, keywords and marks left out. */
    private parts(node: Node, depth: number): Expression[] {
        return this.children(node)
            .filter(({ name, firstChild }) => firstChild !== null || name === "VariableName")
            .map((child) => this.expression(child, depth));
    }

    private opaque(node: Node, depth: number): Expression {
        const parts = this.parts(node, depth);
        return parts.length === 0 ? OPAQUE : { is: "opaque", parts };
    }

    private yielded(node: Node, depth: number): Expression {
        const children = this.children(node);
        const yields = children.some(({ name }) => name === "from") ? "each" : "one";
        const given = children.filter(({ name }) => !KEYWORD.test(name));
        return { is: "waits", of: this.listed(given, depth), yields };
    }

    private block(node: Node | undefined, depth: number): Statement[] {
        return node === undefined ? [] : this.statements(node, depth);
    }

    private optional(node: Node | undefined, depth: number): Expression {
        return node === undefined ? OPAQUE : this.expression(node, depth);
    }

    /** `a` is itself; `a, b` is a tuple. */
    private listed(nodes: readonly Node[], depth: number): Expression {
        const [first] = nodes;
        if (nodes.length === 1 && first !== undefined) return this.expression(first, depth);
        return nodes.length === 0 ? OPAQUE : { is: "sequence", items: this.items(nodes, depth) };
    }

    private items(nodes: readonly Node[], depth: number): Expression[] {
        const found: Expression[] = [];
        let starred = false;
        for (const node of nodes) {
            if (node.name === "*") starred = true;
            else if (node.name !== ",") {
                const value = this.expression(node, depth);
                found.push(starred ? { is: "star", of: value } : value);
                starred = false;
            }
        }
        return found;
    }

    private assignment(node: Node, depth: number): Statement {
        const parts: Node[][] = [[]];
        for (const child of this.children(node)) {
            if (child.name === "AssignOp") parts.push([]);
            else if (child.name !== "TypeDef") parts.at(-1)?.push(child);
        }
        const [[declared] = []] = parts;
        if (parts.length === 1) {
            if (declared?.name !== "VariableName") return { is: "nothing", at: node.from };
            return { is: "declare", name: this.source(declared), at: node.from };
        }
        const value = this.listed(parts.pop() ?? [], depth);
        return { is: "assign", targets: parts.map((part) => this.listed(part, depth)), value, at: node.from };
    }

    private conditions(node: Node, depth: number): Statement {
        const branches: Branch[] = [];
        let otherwise: Statement[] | undefined;
        let test: Node | undefined;
        let at = node.from;
        for (const child of this.children(node)) {
            if (child.name === "if" || child.name === "elif") at = child.from;
            else if (child.name === "else") test = undefined;
            else if (child.name !== "Body") test = child;
            else if (test === undefined) otherwise = this.statements(child, depth);
            else {
                branches.push({ test: this.expression(test, depth), body: this.statements(child, depth), at });
                test = undefined;
            }
        }
        return { is: "if", branches, ...(otherwise === undefined ? {} : { otherwise }), at: node.from };
    }

    private attempt(node: Node, depth: number): Statement {
        const body: Statement[] = [];
        const handlers: { of: string; as?: string; body: Statement[] }[] = [];
        const last: Statement[] = [];
        let part = "try";
        let of = "";
        let as: string | undefined;
        let named = false;
        for (const child of this.children(node)) {
            if (child.name === "try" || child.name === "except" || child.name === "else" || child.name === "finally") {
                part = child.name;
                of = "";
                as = undefined;
                named = false;
            } else if (child.name !== "Body") {
                if (named) as = this.source(child);
                named = child.name === "as";
                of += this.source(child);
            } else if (part === "try") body.push(...this.statements(child, depth));
            else if (part === "except")
                handlers.push({ of, ...(as === undefined ? {} : { as }), body: this.statements(child, depth) });
            else last.push(...this.statements(child, depth));
        }
        return { is: "try", body, handlers, finally: last, at: node.from };
    }

    private context(node: Node, depth: number): Statement {
        const items: { value: Expression; as?: Expression }[] = [];
        let body: Statement[] = [];
        let named = false;
        const all = this.children(node).flatMap((child) =>
            child.name === "ParenthesizedExpression" || child.name === "TupleExpression"
                ? this.children(child)
                : [child],
        );
        for (const child of all) {
            if (child.name === "Body") body = this.statements(child, depth);
            else if (child.name === "as") named = true;
            else if (!/^(async|with|[(),])$/.test(child.name)) {
                const last = items.at(-1);
                if (named && last !== undefined) last.as = this.expression(child, depth);
                else items.push({ value: this.expression(child, depth) });
                named = false;
            }
        }
        return { is: "with", items, body, at: node.from };
    }

    private match(node: Node, depth: number): Statement {
        const [, subject] = this.children(node);
        const body = node.getChild("MatchBody");
        const cases = (body === null ? [] : this.children(body)).filter(({ name }) => name === "MatchClause");
        return {
            is: "match",
            subject: this.optional(subject, depth),
            cases: cases.map((one) => this.case(one, depth)),
            at: node.from,
        };
    }

    private case(node: Node, depth: number): Case {
        const children = this.children(node);
        const patterns = children.filter(({ name }) => name.endsWith("Pattern"));
        const guard = children.find(({ name }) => name === "Guard");
        const body = children.find(({ name }) => name === "Body");
        const test = guard === undefined ? undefined : this.children(guard).at(-1);
        return {
            pattern: this.patternOf(patterns, depth),
            ...(test === undefined ? {} : { guard: this.expression(test, depth) }),
            body: this.block(body, depth),
            at: node.from,
        };
    }

    private patternOf(nodes: readonly Node[], depth: number): Pattern {
        const [first] = nodes;
        if (first === undefined) return { is: "opaque" };
        if (nodes.length > 1) return { is: "sequence", patterns: nodes.map((node) => this.pattern(node, depth + 1)) };
        return this.pattern(first, depth + 1);
    }

    private pattern(node: Node, depth: number): Pattern {
        if (depth > DEEPEST) return { is: "opaque" };
        const children = this.children(node);
        const inner = () => children.filter(({ name }) => name.endsWith("Pattern"));
        switch (node.name) {
            case "LiteralPattern":
                return { is: "value", value: this.listed(children, depth) };
            case "AttributePattern":
                return { is: "value", value: this.dotted(children) };
            case "CapturePattern": {
                const name = this.source(node);
                return name === "_" ? { is: "any" } : { is: "any", name };
            }
            case "OrPattern":
                return { is: "one of", patterns: inner().map((one) => this.pattern(one, depth + 1)) };
            case "SequencePattern":
                return { is: "sequence", patterns: inner().map((one) => this.pattern(one, depth + 1)) };
            case "StarPattern":
                return { is: "any" };
            case "AsPattern":
            case "ParenthesizedPattern":
            case "GroupPattern":
                return this.patternOf(inner().slice(0, 1), depth);
            case "MappingPattern": {
                const entries: [string, Pattern][] = [];
                const parts = inner();
                for (let at = 0; at + 1 < parts.length; at += 2) {
                    const [key, value] = [parts[at], parts[at + 1]];
                    if (key?.name !== "LiteralPattern" || value === undefined) break;
                    const name = this.listed(this.children(key), depth);
                    if (name.is === "text") entries.push([name.text, this.pattern(value, depth + 1)]);
                }
                return { is: "mapping", entries };
            }
            default:
                return { is: "opaque" };
        }
    }

    private dotted(nodes: readonly Node[]): Expression {
        let found: Expression | undefined;
        for (const node of nodes) {
            if (node.name === "VariableName" || node.name === "PropertyName") {
                const name = this.source(node);
                found = found === undefined ? { is: "name", id: name } : { is: "attribute", of: found, name };
            }
        }
        return found ?? OPAQUE;
    }

    private imports(node: Node): Statement[] {
        const children = this.children(node);
        const at = node.from;
        const [first] = children;
        const importAt = children.findIndex(({ name }) => name === "import");
        const names: { name: string; as?: string }[] = [];
        let named = false;
        let dotted = false;
        for (const child of children.slice(importAt + 1)) {
            const last = names.at(-1);
            if (child.name === "as") named = true;
            else if (child.name === ".") dotted = true;
            else if (child.name === "*") names.push({ name: "*" });
            else if (child.name === "VariableName") {
                if (named && last !== undefined) last.as = this.source(child);
                else if (dotted && last !== undefined) last.name += `.${this.source(child)}`;
                else names.push({ name: this.source(child) });
                named = false;
                dotted = false;
            }
        }
        if (first?.name !== "from") {
            return names.map(({ name, as }) => ({
                is: "import",
                module: name,
                ...(as === undefined ? {} : { as }),
                at,
            }));
        }
        const from = this.text.slice(first.to, children[importAt]?.from ?? first.to).replace(/[\s\\]/g, "");
        const module = from.replace(/^\.+/, "");
        return [
            {
                is: "from",
                dots: from.length - module.length,
                module,
                names: names.filter(({ name }) => name !== "*").map(({ name, as }) => ({ name, as: as ?? name })),
                all: names.some(({ name }) => name === "*"),
                at,
            },
        ];
    }

    private decorated(node: Node, depth: number): Statement[] {
        const decorators: Expression[] = [];
        const found: Statement[] = [];
        for (const child of this.children(node)) {
            if (child.name === "Decorator") decorators.push(this.decorator(child, depth));
            else if (child.name === "FunctionDefinition") found.push(this.functionDefinition(child, decorators, depth));
            else if (child.name === "ClassDefinition") found.push(this.classDefinition(child, decorators, depth));
        }
        return found;
    }

    private decorator(node: Node, depth: number): Expression {
        const children = this.children(node);
        const given = children.find(({ name }) => name === "ArgList");
        const of = this.dotted(children);
        return given === undefined ? of : { is: "call", of, given: this.given(given, depth), at: node.from };
    }

    private functionDefinition(node: Node, decorators: readonly Expression[], depth: number): FunctionDefinition {
        const children = this.children(node);
        const name = children.find(({ name }) => name === "VariableName");
        return {
            is: "function",
            name: name === undefined ? "" : this.source(name),
            parameters: this.parameters(
                children.find(({ name }) => name === "ParamList"),
                depth,
            ),
            body: this.block(
                children.find(({ name }) => name === "Body"),
                depth,
            ),
            decorators,
            at: node.from,
        };
    }

    private parameters(list: Node | undefined, depth: number): Parameter[] {
        const found: Parameter[] = [];
        let stars: 0 | 1 | 2 = 0;
        let named = false;
        const children = list === undefined ? [] : this.children(list);
        for (const [at, child] of children.entries()) {
            if (child.name === "*" || child.name === "**") {
                stars = child.name === "*" ? 1 : 2;
                if (stars === 1) named = true;
            } else if (child.name === ",") stars = 0;
            else if (child.name === "VariableName" && children[at - 1]?.name !== "AssignOp") {
                found.push({ name: this.source(child), stars, named: named && stars === 0 });
            } else if (child.name === "TypeDef") {
                const last = found.pop();
                if (last !== undefined) found.push({ ...last, type: this.typed(child, depth) });
            } else if (children[at - 1]?.name === "AssignOp") {
                const last = found.pop();
                if (last !== undefined) found.push({ ...last, otherwise: this.expression(child, depth) });
            }
        }
        return found;
    }

    private typed(node: Node, depth: number): Expression {
        const [, type] = this.children(node);
        return this.optional(type, depth);
    }

    private classDefinition(node: Node, decorators: readonly Expression[], depth: number): ClassDefinition {
        const children = this.children(node);
        const name = children.find(({ name }) => name === "VariableName");
        const bases = children.find(({ name }) => name === "ArgList");
        const given = bases === undefined ? [] : this.given(bases, depth);
        return {
            is: "class",
            name: name === undefined ? "" : this.source(name),
            bases: given.filter((base) => base.name === undefined).map(({ value }) => value),
            options: given.filter((base) => base.name !== undefined),
            body: this.block(
                children.find(({ name }) => name === "Body"),
                depth,
            ),
            decorators,
            at: node.from,
        };
    }

    private given(list: Node, depth: number): Argument[] {
        const children = this.children(list).filter(({ name }) => name !== "(" && name !== ")");
        if (children.some(({ name }) => name === "for")) {
            return [{ stars: 0, value: this.comprehension(children, depth) }];
        }
        const found: Argument[] = [];
        let stars: 0 | 1 | 2 = 0;
        let name: string | undefined;
        for (const [at, child] of children.entries()) {
            if (child.name === "*") stars = 1;
            else if (child.name === "**") stars = 2;
            else if (child.name === ",") stars = 0;
            else if (child.name === "AssignOp") continue;
            else if (children[at + 1]?.name === "AssignOp") name = this.source(child);
            else {
                const value = this.expression(child, depth);
                found.push(name === undefined ? { stars, value } : { stars, name, value });
                name = undefined;
                stars = 0;
            }
        }
        return found;
    }

    private expression(node: Node, above: number): Expression {
        const depth = above + 1;
        if (depth > DEEPEST) {
            this.cut = true;
            return OPAQUE;
        }
        switch (node.name) {
            case "VariableName":
                return { is: "name", id: this.source(node) };
            case "String":
                return stringOf(this.source(node));
            case "FormatString":
                return this.format(node, depth);
            case "ContinuedString": {
                const parts = this.children(node).map((part) => this.expression(part, depth));
                return parts.every((part) => part.is === "text")
                    ? { is: "text", text: parts.map((part) => (part.is === "text" ? part.text : "")).join("") }
                    : { is: "format", parts };
            }
            case "Number":
                return { is: "constant", value: Number(this.source(node).replaceAll("_", "")) };
            case "Boolean":
                return { is: "constant", value: this.source(node) === "True" };
            case "None":
                return { is: "constant", value: null };
            case "ParenthesizedExpression":
                return this.listed(
                    this.children(node).filter(({ name }) => name !== "(" && name !== ")"),
                    depth,
                );
            case "ArrayExpression":
            case "TupleExpression":
            case "SetExpression":
                return {
                    is: "sequence",
                    items: this.items(
                        this.children(node).filter(({ name }) => !/^[[\](){}]$/.test(name)),
                        depth,
                    ),
                };
            case "DictionaryExpression":
                return this.dictionary(node, depth);
            case "ArrayComprehensionExpression":
            case "ComprehensionExpression":
            case "SetComprehensionExpression":
            case "DictionaryComprehensionExpression":
                return this.comprehension(
                    this.children(node).filter(({ name }) => !/^[[\](){}]$/.test(name)),
                    depth,
                );
            case "MemberExpression":
                return this.member(node, depth);
            case "CallExpression": {
                const [of, given] = this.children(node);
                const called = given === undefined ? [] : this.given(given, depth);
                return { is: "call", of: this.optional(of, depth), given: called, at: given?.from ?? node.from };
            }
            case "BinaryExpression":
                return this.binary(node, depth);
            case "UnaryExpression": {
                const [by, of] = this.children(node);
                if (by?.name === "not") return { is: "not", of: this.optional(of, depth) };
                const value = this.optional(of, depth);
                if (
                    by !== undefined &&
                    this.source(by) === "-" &&
                    value.is === "constant" &&
                    typeof value.value === "number"
                ) {
                    return { is: "constant", value: -value.value };
                }
                return { is: "opaque", parts: [value] };
            }
            case "ConditionalExpression": {
                const [holds, , test, , otherwise] = this.children(node);
                return {
                    is: "conditional",
                    test: this.optional(test, depth),
                    holds: this.optional(holds, depth),
                    otherwise: this.optional(otherwise, depth),
                };
            }
            case "LambdaExpression":
                return { is: "lambda", definition: this.lambda(node, depth) };
            case "NamedExpression": {
                const [name, , value] = this.children(node);
                if (name === undefined) return OPAQUE;
                return { is: "named", name: this.source(name), value: this.optional(value, depth) };
            }
            case "YieldExpression":
                return this.yielded(node, depth);
            case "AwaitExpression":
                return {
                    is: "waits",
                    of: this.listed(
                        this.children(node).filter(({ name }) => !KEYWORD.test(name)),
                        depth,
                    ),
                };
            default:
                return this.opaque(node, depth);
        }
    }

    private lambda(node: Node, depth: number): FunctionDefinition {
        const children = this.children(node);
        const body = children.at(-1);
        return {
            is: "function",
            name: "",
            parameters: this.parameters(
                children.find(({ name }) => name === "ParamList"),
                depth,
            ),
            body: body === undefined ? [] : [{ is: "return", value: this.expression(body, depth), at: body.from }],
            decorators: [],
            at: node.from,
        };
    }

    private member(node: Node, depth: number): Expression {
        const [of, mark, ...rest] = this.children(node);
        if (of === undefined) return OPAQUE;
        const value = this.expression(of, depth);
        const [name] = rest;
        if (mark?.name === ".")
            return name === undefined ? OPAQUE : { is: "attribute", of: value, name: this.source(name) };
        const index = rest.filter(({ name }) => name !== "]");
        const isSlice = index.some(({ name }) => name === ":");
        const parts = isSlice ? index.filter(({ name }) => name !== ":" && name !== ",") : [];
        const slice: Expression = { is: "opaque", parts: parts.map((part) => this.expression(part, depth)) };
        return { is: "subscript", of: value, index: isSlice ? slice : this.listed(index, depth) };
    }

    private dictionary(node: Node, depth: number): Expression {
        const entries: [Expression | undefined, Expression][] = [];
        let key: Expression | undefined;
        let spread = false;
        for (const child of this.children(node)) {
            if (/^[{},]$/.test(child.name)) key = undefined;
            else if (child.name === "**") spread = true;
            else if (child.name !== ":") {
                const value = this.expression(child, depth);
                if (spread || key !== undefined) entries.push([key, value]);
                key = spread || key !== undefined ? undefined : value;
                spread = false;
            }
        }
        return { is: "mapping", entries };
    }

    private comprehension(nodes: readonly Node[], depth: number): Expression {
        const forAt = nodes.findIndex(({ name }) => name === "for" || name === "async");
        const head = nodes.slice(0, forAt).filter(({ name }) => name !== ":");
        const clauses: { target: Expression; of: Expression; tests: Expression[] }[] = [];
        let part = "";
        let held: Node[] = [];
        const close = () => {
            const last = clauses.at(-1);
            if (part === "for") clauses.push({ target: this.listed(held, depth), of: OPAQUE, tests: [] });
            else if (part === "in" && last !== undefined) last.of = this.listed(held, depth);
            else if (part === "if" && last !== undefined) last.tests.push(this.listed(held, depth));
            held = [];
        };
        for (const node of nodes.slice(forAt)) {
            if (node.name === "for" || node.name === "in" || node.name === "if") {
                close();
                part = node.name;
            } else if (node.name !== "async") held.push(node);
        }
        close();
        const [first, second] = head;
        const of = this.optional(second ?? first, depth);
        const made: readonly Clause[] = clauses;
        return second === undefined || first === undefined
            ? { is: "comprehension", of, clauses: made }
            : { is: "comprehension", key: this.expression(first, depth), of, clauses: made };
    }

    private binary(node: Node, depth: number): Expression {
        const children = this.children(node);
        const [left, right] = [children[0], children.at(-1)];
        if (left === undefined || right === undefined || children.length < 3) return OPAQUE;
        const by = children
            .slice(1, -1)
            .map((child) => this.source(child))
            .join(" ");
        const sides = () => ({ left: this.expression(left, depth), right: this.expression(right, depth) });
        if (by === "and" || by === "or") return this.chain(node, by, depth);
        if (/^(==|!=|in|not in|is|is not|<|>|<=|>=|<>)$/.test(by)) {
            return { is: "compare", by: by as Comparison, ...sides() };
        }
        return { is: "join", by, ...sides() };
    }

    /** `a or b or c` is nested to the left: walked down, so that long chains are flat. */
    private chain(node: Node, by: "and" | "or", depth: number): Expression {
        const operands: Expression[] = [];
        let at: Node | null = node;
        while (at !== null) {
            const children: Node[] = this.children(at);
            const isSame = at.name === "BinaryExpression" && children[1]?.name === by;
            if (!isSame) {
                operands.push(this.expression(at, depth));
                break;
            }
            const right = children[2];
            if (right !== undefined) operands.push(this.expression(right, depth));
            at = children[0] ?? null;
        }
        operands.reverse();
        return by === "and" ? { is: "all", all: operands } : { is: "either", any: operands };
    }

    private format(node: Node, depth: number): Expression {
        const source = this.source(node);
        const quotes = /^[a-zA-Z]*("""|'''|"|')/.exec(source);
        const close = quotes?.[1] ?? "";
        const parts: Expression[] = [];
        let from = node.from + (quotes?.[0].length ?? 0);
        for (const child of this.children(node)) {
            if (child.name !== "FormatReplacement") continue;
            if (child.from > from) parts.push({ is: "text", text: this.text.slice(from, child.from) });
            parts.push(this.optional(this.children(child)[1], depth));
            from = child.to;
        }
        const end = source.endsWith(close) ? node.to - close.length : node.to;
        if (end > from) parts.push({ is: "text", text: this.text.slice(from, end) });
        return { is: "format", parts };
    }
}

function stringOf(source: string): Expression {
    const quotes = /^([a-zA-Z]*)("""|'''|"|')/.exec(source);
    if (quotes === null) return OPAQUE;
    const close = quotes[2] ?? "";
    const end = source.endsWith(close) && source.length >= quotes[0].length + close.length ? -close.length : undefined;
    const text = source.slice(quotes[0].length, end);
    if (/r/i.test(quotes[1] ?? "")) return { is: "text", text };
    return { is: "text", text: text.replace(/\\(\r?\n|.)/gs, (_, mark: string) => ESCAPES[mark] ?? mark) };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\n": "", "\r\n": "" };
