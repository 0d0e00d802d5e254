import type { Frame, Machine } from "./machine";
import type { Call, Expression, Statement } from "./syntax";
import { type FunctionValue, nameOf, type Value } from "./values";

/** Functions that look at a value or make another of it: calling them is no work that a program would have a function of its own for. */
const HARMLESS = new Set([
    "print",
    "len",
    "str",
    "int",
    "float",
    "bool",
    "dict",
    "list",
    "set",
    "tuple",
    "sorted",
    "min",
    "max",
    "sum",
    "isinstance",
    "repr",
    "type",
    "enumerate",
    "zip",
    "range",
    "getattr",
    "hasattr",
    "any",
    "all",
    "round",
    "format",
    "super",
    "Decimal",
    "iter",
    "next",
    "bytes",
]);

/** Modules, and the names that objects for logs, metrics and traces have everywhere. */
const HARMLESS_ROOTS = new Set([
    "logger",
    "logging",
    "log",
    "LOGGER",
    "LOG",
    "metrics",
    "tracer",
    "json",
    "os",
    "time",
    "datetime",
    "uuid",
    "re",
    "copy",
    "base64",
    "math",
    "string",
    "warnings",
    "sys",
    "traceback",
    "random",
    "hashlib",
    "html",
    "urllib",
    "itertools",
    "operator",
    "Decimal",
    "decimal",
]);

/** Methods of texts, lists and dictionaries. */
const DATA_METHODS = new Set([
    "get",
    "format",
    "join",
    "split",
    "strip",
    "lower",
    "upper",
    "items",
    "keys",
    "values",
    "append",
    "update",
    "setdefault",
    "startswith",
    "endswith",
    "encode",
    "decode",
    "isoformat",
    "copy",
    "pop",
    "extend",
    "add",
    "replace",
    "title",
    "capitalize",
    "rstrip",
    "lstrip",
    "group",
    "groups",
    "isdigit",
    "strftime",
    "removeprefix",
    "removesuffix",
    "sort",
    "reverse",
    "insert",
    "hexdigest",
    "timestamp",
    "info",
    "debug",
    "warning",
    "warn",
    "error",
    "exception",
]);

/** Two of one definition do the same, unless they were made within another: a decorator's wrappers differ by what they wrap. */
export function identity({ module, definition, scope }: FunctionValue): string {
    return `function ${module.file} ${definition.at}${scope.above === undefined ? "" : ` of ${scope.id}`}`;
}

/** What a value does when it is called, told from what others do; undefined where it is nothing that does work. */
export function workOfValue(value: Value): string | undefined {
    switch (value.is) {
        case "function":
            return identity(value);
        case "class":
            return `class ${value.module?.file} ${value.name} ${value.definition?.at}`;
        case "method":
            return `method ${value.of.place.at} ${value.name}`;
        case "thing": {
            const [first] = value.given.positional;
            if (value.of?.endsWith("partial") && first !== undefined) return workOfValue(first);
            return value.class === undefined ? undefined : `${workOfValue(value.class)} ${value.place.at}`;
        }
        case "external":
            return value.name.startsWith("builtins.") || /^(operator|json|math|str|logging)\./.test(value.name)
                ? undefined
                : value.name;
        default:
            return undefined;
    }
}

/**
 * What a block does, as a text that is the same for blocks that do the same: what it calls, with which
 * names; constants are data, and count only in an answer. Undefined where it only chooses data, writes a log, or does nothing.
 */
export class Work {
    private isWork = false;
    private readonly words: string[] = [];
    /** In an answer to the request, so that constants count. */
    private answers = false;

    private constructor(
        private readonly frame: Frame,
        private readonly machine: Machine,
        /** Done for whatever else is asked: an answer that nothing is done for is then no work. */
        private readonly isRest: boolean,
        private readonly depth: number,
    ) {}

    static of(
        body: readonly Statement[],
        frame: Frame,
        machine: Machine,
        isRest = false,
        depth = 0,
    ): string | undefined {
        const work = new Work(frame, machine, isRest, depth);
        work.block(body);
        return work.isWork ? work.words.join(" ") : undefined;
    }

    private block(body: readonly Statement[]): void {
        for (const statement of body) this.statement(statement);
    }

    private statement(statement: Statement): void {
        switch (statement.is) {
            case "expression":
                this.expression(statement.value);
                return;
            case "assign":
            case "add":
                this.expression(statement.value);
                this.chosen(statement.value);
                return;
            case "return":
                this.words.push("return");
                if (statement.value !== undefined) this.returned(statement.value);
                return;
            case "if":
                for (const { test, body } of statement.branches) {
                    this.expression(test);
                    this.block(body);
                }
                this.block(statement.otherwise ?? []);
                return;
            case "for":
                this.expression(statement.of);
                this.block(statement.body);
                return;
            case "while":
                this.block(statement.body);
                return;
            case "try":
                this.block(statement.body);
                for (const { body } of statement.handlers) this.block(body);
                this.block(statement.finally);
                return;
            case "with":
                for (const { value } of statement.items) this.expression(value);
                this.block(statement.body);
                return;
            case "match":
                for (const { body } of statement.cases) this.block(body);
                return;
            case "raise":
                this.words.push("raise");
                return;
            default:
                return;
        }
    }

    private returned(value: Expression): void {
        this.answers = this.isAnswer(value);
        this.expression(value);
        if (this.answers && !this.isRest) this.isWork = true;
        this.answers = false;
        this.chosen(value);
    }

    /** A response, or whatever the handler itself makes up on the spot. */
    private isAnswer(value: Expression): boolean {
        if (value.is === "mapping") return this.frame.isHandler === true ? value.entries.length > 0 : hasStatus(value);
        if (value.is !== "call") return false;
        const called = this.resolved(value.of);
        return (
            called?.is === "function" &&
            called.definition !== this.frame.running?.definition &&
            this.onlyAnswers(called)
        );
    }

    /** It makes a response of what it is given, and does nothing else. */
    private onlyAnswers(called: FunctionValue): boolean {
        const { definition, module, scope } = called;
        const last = definition.body.at(-1);
        if (last?.is !== "return" || last.value?.is !== "mapping" || !hasStatus(last.value) || this.depth > 2)
            return false;
        const frame = { module, scope, returns: [], running: called };
        return Work.of(definition.body, frame, this.machine, true, this.depth + 1) === undefined;
    }

    /** A function is chosen, to be called later. */
    private chosen(expression: Expression): void {
        if (expression.is === "lambda") this.isWork = true;
        if (expression.is !== "name" && expression.is !== "attribute") return;
        const value = this.resolved(expression);
        if (value?.is === "function" || value?.is === "class" || value?.is === "method") this.isWork = true;
    }

    private resolved(expression: Expression): Value | undefined {
        if (expression.is === "name") return this.machine.lookup(expression.id, this.frame.scope);
        if (expression.is !== "attribute") return undefined;
        const of = this.resolved(expression.of);
        const value = of === undefined ? undefined : this.machine.attribute(of, expression.name);
        return value?.is === "choice" ? undefined : value;
    }

    private expression(expression: Expression): void {
        switch (expression.is) {
            case "text":
                this.words.push(this.answers ? JSON.stringify(expression.text) : "#");
                return;
            case "constant":
                this.words.push(this.answers ? String(expression.value) : "#");
                return;
            case "name":
            case "attribute": {
                const value = this.resolved(expression);
                const work = value === undefined ? undefined : workOfValue(value);
                if (work !== undefined) this.words.push(work);
                else if (value?.is === "text") this.words.push(this.answers ? value.text : "#");
                else if (expression.is === "name") this.words.push(expression.id);
                else {
                    this.expression(expression.of);
                    this.words.push(`.${expression.name}`);
                }
                return;
            }
            case "call":
                this.call(expression);
                return;
            case "subscript":
                this.expression(expression.of);
                this.expression(expression.index);
                return;
            case "sequence":
                for (const item of expression.items) this.expression(item);
                return;
            case "mapping":
                this.words.push("{");
                for (const [key, value] of expression.entries) {
                    if (key !== undefined) this.expression(key);
                    this.expression(value);
                }
                this.words.push("}");
                return;
            case "format":
                for (const part of expression.parts) this.expression(part);
                return;
            case "either":
                for (const one of expression.any) this.expression(one);
                return;
            case "all":
                for (const one of expression.all) this.expression(one);
                return;
            case "compare":
            case "join":
                this.expression(expression.left);
                this.words.push(expression.by);
                this.expression(expression.right);
                return;
            case "conditional":
                this.expression(expression.test);
                this.expression(expression.holds);
                this.expression(expression.otherwise);
                return;
            case "comprehension":
                this.words.push("each");
                this.expression(expression.of);
                for (const { of } of expression.clauses) this.expression(of);
                return;
            case "not":
            case "star":
            case "waits":
                this.expression(expression.of);
                return;
            case "named":
                this.expression(expression.value);
                return;
            case "lambda":
                this.words.push(`function ${expression.definition.at}`);
                return;
            case "opaque":
                this.words.push("?");
                return;
        }
    }

    private call(expression: Call): void {
        if (!this.isHarmless(expression)) this.isWork = true;
        this.expression(expression.of);
        this.words.push("(");
        for (const { name, value } of expression.given) {
            if (name !== undefined) this.words.push(`${name}=`);
            this.expression(value);
        }
        this.words.push(")");
    }

    private isHarmless({ of }: Call): boolean {
        const called = this.isRest ? this.resolved(of) : undefined;
        if (called?.is === "function" && this.onlyAnswers(called)) return true;
        if (of.is === "name") {
            const value = this.resolved(of);
            return (
                value?.is === "external" &&
                (HARMLESS.has(of.id) || /^(builtins|json|datetime|uuid|decimal|time)\./.test(value.name))
            );
        }
        if (of.is !== "attribute") return false;
        const [root = ""] = nameOf(of).split(".");
        if (HARMLESS_ROOTS.has(root.replace(/^_+/, ""))) return true;
        if (!DATA_METHODS.has(of.name)) return false;
        const base = this.resolved(of.of);
        return (
            base === undefined ||
            !(base.is === "thing" || base.is === "external" || base.is === "method" || base.is === "module")
        );
    }
}

function hasStatus(value: Extract<Expression, { is: "mapping" }>): boolean {
    return value.entries.some(([key]) => key?.is === "text" && /^status_?code$/i.test(key.text));
}
