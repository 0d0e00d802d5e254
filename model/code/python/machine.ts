import { type Budget, CannotTell } from "../code";
import { crossed, kindOf, labels, pairLabel } from "./asked";
import { isMade, isPlain, isSame, owner, placeOf, QUIET, STATUSES, setKnown, TEXT_METHODS } from "./data";
import type { Modules } from "./modules";
import type { Argument, Call, Clause, Expression, FunctionDefinition, Pattern, Program, Statement } from "./syntax";
import {
    type Asked,
    all,
    type Choice,
    type ClassValue,
    each,
    external,
    externalBase,
    type FunctionValue,
    type Given,
    type Label,
    type ModuleValue,
    mapped,
    memberOf,
    native,
    nothing,
    opaque,
    type Place,
    type Scope,
    scopeIn,
    several,
    type Test,
    type Thing,
    text,
    type Value,
} from "./values";

/** How a block ends: `on` to what comes after it. */
export type End = "on" | "return" | "raise" | "leave";

export interface Frame {
    readonly module: ModuleValue;
    readonly scope: Scope;
    readonly returns: Value[];
    /** The function that runs; undefined in a module or a class. */
    readonly running?: FunctionValue;
    /** Called by the runtime itself: what it returns is the answer. */
    readonly isHandler?: boolean;
}

/** What the machine asks of those who know what things outside the program do. */
export interface World {
    builtin(name: string): Value | undefined;
    callExternal(name: string, given: Given, place: Place): Value;
    callMethod(thing: Thing, name: string, given: Given, place: Place): Value;
    /** A thing's attribute that no program set. */
    attribute(thing: Thing, name: string): Value | undefined;
    /** A thing was made. */
    made(thing: Thing): void;
    /** One of several functions is called, by what was asked for. */
    callChoice(choice: Choice, given: Given, place: Place): Value;
    /** A branch that is taken for what was asked for has run. */
    branch(taken: Taken): void;
    /** Whatever was found since then is done for one of these only. */
    narrowed(any: readonly Label[], mark: number): void;
    /** What comes after branches that all returned has run, or what stands in their `else`. */
    rest(taken: Omit<Taken, "labels">): void;
}

export interface Taken {
    readonly labels: readonly Label[];
    readonly body: readonly Statement[];
    readonly frame: Frame;
    readonly end: End;
    readonly returned: readonly Value[];
    /** As `mark` gave it, before the branch ran. */
    readonly mark: number;
    readonly at: number;
}

const DEEPEST = 400;
/** Of one loop, and of all. */
const MOST_TURNS = 300;
const MOST_TURNS_IN_ALL = 20_000;
/** A list or a dictionary that grows further is kept as it is. */
const MOST_ITEMS = 2000;
/** How often one function runs: when modules are loaded it may register something each time. */
const MOST_RUNS = { loading: 300, handling: 40 };

/**
 * Runs a program as far as it can be known: both branches where a condition is not known, the body of a loop once where it is not known
 * over what. Nothing but the values of this file is ever computed.
 */
export class Machine {
    readonly loaded = new Map<string, ModuleValue>();
    /** The handler runs, or what a framework calls. */
    isHandling = false;
    /** A file that was loaded is no Python that the parser knows. */
    isBroken = false;
    private depth = 0;
    private condition: { of: Statement; refused?: readonly Label[] } | undefined;
    private turns = 0;
    private readonly runs = new Map<FunctionDefinition, number>();
    private readonly stack: FunctionDefinition[] = [];

    constructor(
        readonly modules: Modules,
        readonly budget: Budget,
        readonly world: World,
        /** How many tasks are known so far. */
        private readonly mark: () => number,
    ) {}

    // ---- Modules

    /** Runs a module of the program once. Undefined where it is not the program's own. */
    load(name: string, called: string = name): ModuleValue | undefined {
        const known = this.loaded.get(name);
        if (known !== undefined) return known;
        const above = name.lastIndexOf(".");
        const parent = above === -1 ? undefined : this.load(name.slice(0, above));
        const found = this.modules.find(name) ?? this.besideParent(name, parent);
        if (found === undefined) return this.modules.isFolder(name) ? this.folder(name) : undefined;
        const program = this.programOf(found.file);
        if (program.broken) this.isBroken = true;
        const scope = scopeIn(undefined, undefined);
        const module: ModuleValue = { is: "module", name, ...found, scope, line: program.line };
        this.loaded.set(name, module);
        scope.names.set("__name__", text(called));
        scope.names.set("__file__", text(`/var/task/${found.file}`));
        const wasHandling = this.isHandling;
        this.isHandling = false;
        this.block(program.body, { module, scope, returns: [] });
        this.isHandling = wasHandling;
        if (parent !== undefined) parent.scope.names.set(name.slice(above + 1), module);
        return module;
    }

    /** The first module must be read; without another, what the handler does is known in part. */
    private programOf(file: string): Program {
        try {
            return this.modules.program(file, this.budget);
        } catch (error) {
            if (!(error instanceof CannotTell) || this.loaded.size === 0) throw error;
            return { body: [], broken: true, cut: false, line: () => 1 };
        }
    }

    private besideParent(name: string, parent: ModuleValue | undefined) {
        if (parent === undefined || !parent.isPackage) return undefined;
        const folder = parent.file.slice(0, parent.file.lastIndexOf("/") + 1);
        return this.modules.at(folder + name.slice(name.lastIndexOf(".") + 1));
    }

    private folder(name: string): ModuleValue {
        const module: ModuleValue = {
            is: "module",
            name,
            file: "",
            isPackage: true,
            scope: scopeIn(undefined),
            line: () => 1,
        };
        this.loaded.set(name, module);
        return module;
    }

    /** `from a import b`, where `b` may be a module of the package. */
    member(module: ModuleValue, name: string): Value {
        const own = module.scope.names.get(name);
        if (own !== undefined) return own;
        const inner = module.isPackage ? this.load(`${module.name}.${name}`) : undefined;
        if (inner !== undefined) return inner;
        const getter = module.scope.names.get("__getattr__");
        return getter?.is === "function"
            ? this.call(getter, { positional: [text(name)], named: new Map() }, placeOf(module))
            : opaque;
    }

    private absolute(frame: Frame, dots: number, module: string): string {
        if (dots === 0) return module;
        const own = frame.module.name.split(".");
        const base = own.slice(0, own.length - dots + (frame.module.isPackage ? 1 : 0));
        return [...base, ...(module === "" ? [] : [module])].join(".");
    }

    // ---- Statements

    block(statements: readonly Statement[], frame: Frame): End {
        /** After the last statement that chose by what was asked for, and each branch of which left. */
        let chosen: { after: number; mark: number; returned: number; tells: boolean } | undefined;
        /** What is asked for in the rest of the block: all else has been refused. */
        const narrowed: { any: readonly Label[]; mark: number }[] = [];
        let end: End = "on";
        for (const [index, statement] of statements.entries()) {
            const before = this.mark();
            this.condition = undefined;
            end = this.statement(statement, frame);
            const condition = statement.is === "if" && this.isHandling ? this.conditionOf(statement) : undefined;
            if (condition?.refused !== undefined) narrowed.push({ any: condition.refused, mark: this.mark() });
            else if (condition !== undefined && statement.is === "if" && this.allLeave(statement)) {
                const tells = chosen?.tells === true || this.mark() > before;
                chosen = { after: index + 1, mark: this.mark(), returned: frame.returns.length, tells };
            }
            if (end !== "on") {
                if (chosen?.tells && chosen.after <= index && end === "return" && this.mark() === chosen.mark) {
                    const body = statements.slice(chosen.after, index + 1);
                    const at = statements[chosen.after]?.at ?? statement.at;
                    const returned = frame.returns.slice(chosen.returned);
                    this.world.rest({ body, frame, end, returned, mark: chosen.mark, at });
                }
                break;
            }
        }
        for (const { any, mark } of narrowed.reverse()) this.world.narrowed(any, mark);
        return end;
    }

    /** What the last `if` asked for, where it is this one. */
    private conditionOf(statement: Statement): { refused?: readonly Label[] } | undefined {
        return this.condition?.of === statement ? this.condition : undefined;
    }

    private allLeave(statement: Statement): boolean {
        if (statement.is !== "if" || statement.otherwise !== undefined) return false;
        return statement.branches.every(({ body }) => {
            const last = body.at(-1);
            return last?.is === "return" || last?.is === "raise" || (last?.is === "if" && this.allLeave(last));
        });
    }

    private statement(statement: Statement, frame: Frame): End {
        this.budget.spend();
        if (this.depth > DEEPEST) return "on";
        this.depth++;
        try {
            return this.step(statement, frame);
        } finally {
            this.depth--;
        }
    }

    private step(statement: Statement, frame: Frame): End {
        switch (statement.is) {
            case "expression":
                return this.evaluate(statement.value, frame) === RAISED ? "raise" : "on";
            case "assign": {
                const value = this.evaluate(statement.value, frame);
                for (const target of statement.targets) this.assign(target, value, frame);
                return "on";
            }
            case "add": {
                const before = this.evaluate(statement.target, frame);
                const value = this.evaluate(statement.value, frame);
                this.assign(statement.target, this.sum(before, value, statement.by === "+="), frame);
                return "on";
            }
            case "declare":
                return "on";
            case "if":
                return this.conditions(statement, frame);
            case "for":
                return this.loop(statement, frame);
            case "while":
                this.evaluate(statement.test, frame);
                this.block(statement.body, frame);
                return "on";
            case "try":
                return this.attempt(statement, frame);
            case "with": {
                for (const { value, as } of statement.items) {
                    const entered = this.evaluate(value, frame);
                    if (as !== undefined) this.assign(as, entered, frame);
                }
                return this.block(statement.body, frame);
            }
            case "match":
                return this.match(statement, frame);
            case "import": {
                const { module, as } = statement;
                const [top = ""] = module.split(".");
                const found = this.load(module);
                if (as !== undefined) frame.scope.names.set(as, found ?? external(module));
                else if (found === undefined || this.loaded.get(top) === undefined)
                    frame.scope.names.set(top, external(top));
                else frame.scope.names.set(top, this.loaded.get(top) ?? found);
                return "on";
            }
            case "from":
                this.importFrom(statement, frame);
                return "on";
            case "return":
                frame.returns.push(statement.value === undefined ? nothing : this.evaluate(statement.value, frame));
                return "return";
            case "raise":
                return "raise";
            case "leave":
                return "leave";
            case "global":
                for (const name of statement.names) frame.scope.globals.add(name);
                return "on";
            case "nothing":
                return "on";
            case "function": {
                const made = this.functionOf(statement, frame);
                this.set(statement.name, this.decorated(made, statement.decorators, frame), frame.scope);
                return "on";
            }
            case "class":
                this.set(statement.name, this.classOf(statement, frame), frame.scope);
                return "on";
        }
    }

    private importFrom(statement: Extract<Statement, { is: "from" }>, frame: Frame): void {
        const name = this.absolute(frame, statement.dots, statement.module);
        const module = name === "" ? undefined : this.load(name);
        if (module === undefined && statement.dots > 0 && name === "") {
            for (const one of statement.names) frame.scope.names.set(one.as, this.load(one.name) ?? opaque);
            return;
        }
        for (const one of statement.names) {
            frame.scope.names.set(
                one.as,
                module === undefined ? this.externalAttribute(name, one.name) : this.member(module, one.name),
            );
        }
        if (!statement.all) return;
        if (module === undefined) frame.scope.names.set(`*${name}`, external(name));
        else for (const [key, value] of module.scope.names) if (!key.startsWith("_")) frame.scope.names.set(key, value);
    }

    private functionOf(definition: FunctionDefinition, frame: Frame): FunctionValue {
        return { is: "function", definition, scope: frame.scope, module: frame.module };
    }

    private decorated(made: Value, decorators: readonly Expression[], frame: Frame): Value {
        let value = made;
        const evaluated = decorators.map((one) => this.evaluate(one, frame));
        for (const decorator of evaluated.reverse()) value = this.decorate(decorator, value, frame);
        return value;
    }

    /** What a decorator gives back; where that is not known, or it is another's, what it decorates. */
    decorate(decorator: Value, value: Value, frame: Frame): Value {
        if (decorator.is === "external") {
            const name = decorator.name.split(".").at(-1);
            const binds = {
                staticmethod: "none",
                classmethod: "class",
                property: "property",
                cached_property: "property",
            } as const;
            if (value.is === "function" && name !== undefined && name in binds) {
                return { ...value, binds: binds[name as keyof typeof binds] };
            }
        }
        const place = { module: frame.module, at: value.is === "function" ? value.definition.at : 0 };
        const given: Given = { positional: [value], named: new Map() };
        if (decorator.is === "external" || decorator.is === "thing") {
            if (decorator.is === "external") this.world.callExternal(decorator.name, given, place);
            else if (decorator.class === undefined) this.world.callMethod(decorator, "__call__", given, place);
            if (decorator.is === "thing" && decorator.class !== undefined) {
                const made = this.call(decorator, given, place);
                return made.is === "opaque" ? value : made;
            }
            return value;
        }
        const made = this.call(decorator, given, place);
        return made.is === "function" || made.is === "class" || (made.is === "thing" && decorator.is !== "method")
            ? made
            : value;
    }

    private classOf(statement: Extract<Statement, { is: "class" }>, frame: Frame): Value {
        const bases = statement.bases.map((base) => this.evaluate(base, frame));
        const scope = scopeIn(frame.scope);
        const fields = statement.body.flatMap((one) => {
            if (one.is === "declare") return [one.name];
            return one.is === "assign" && one.targets[0]?.is === "name" ? [one.targets[0].id] : [];
        });
        const made: ClassValue = {
            is: "class",
            definition: statement,
            name: statement.name,
            module: frame.module,
            members: scope.names,
            bases,
            fields,
        };
        this.block(statement.body, { module: frame.module, scope, returns: [] });
        for (const [name, value] of scope.names) {
            if (value.is === "function" && value.owner === undefined) {
                // The body's names are no names of its functions: those see what is outside the class.
                scope.names.set(name, {
                    ...value,
                    owner: made,
                    scope: value.scope === scope ? frame.scope : value.scope,
                });
            }
        }
        return this.decorated(made, statement.decorators, frame);
    }

    private conditions(statement: Extract<Statement, { is: "if" }>, frame: Frame): End {
        const ends: End[] = [];
        let chose = 0;
        let refused: readonly Label[] | undefined;
        const marked = this.mark();
        for (const { test, body, at } of statement.branches) {
            const asked = this.truth(this.evaluate(test, frame));
            if (asked === false) continue;
            if (asked === true) {
                ends.push(this.block(body, frame));
                return together(ends);
            }
            if (typeof asked === "object" && asked.not === undefined) chose++;
            const end = this.branch(asked, body, frame, at);
            ends.push(end);
            if (asked?.not && end !== "on" && asked.any.length > 0) refused = asked.any;
        }
        const isAlone = statement.branches.length === 1 && statement.otherwise === undefined;
        if (chose > 0) this.condition = { of: statement };
        else if (isAlone && refused !== undefined) this.condition = { of: statement, refused };
        if (statement.otherwise === undefined) return "on";
        const mark = this.mark();
        const returned = frame.returns.length;
        const end = this.block(statement.otherwise, frame);
        ends.push(end);
        if (this.isHandling && chose > 0 && mark > marked) {
            const { otherwise: body, at } = statement;
            this.world.rest({ body, frame, end, returned: frame.returns.slice(returned), mark, at: body[0]?.at ?? at });
        }
        return together(ends);
    }

    /** Runs what is done where a condition holds. */
    private branch(asked: Test | undefined, body: readonly Statement[], frame: Frame, at: number): End {
        const mark = this.mark();
        const returned = frame.returns.length;
        const end = this.block(body, frame);
        if (this.isHandling && asked !== undefined && asked.not === undefined) {
            this.world.branch({
                labels: asked.any,
                body,
                frame,
                end,
                returned: frame.returns.slice(returned),
                mark,
                at,
            });
        }
        return end;
    }

    private match(statement: Extract<Statement, { is: "match" }>, frame: Frame): End {
        const subject = this.evaluate(statement.subject, frame);
        const ends: End[] = [];
        const marked = this.mark();
        for (const { pattern, guard, body, at } of statement.cases) {
            this.bind(pattern, subject, frame);
            const labelled = this.patternLabels(pattern, subject, frame);
            const guarded = guard === undefined ? undefined : this.truth(this.evaluate(guard, frame));
            if (guarded === false) continue;
            const any =
                typeof guarded === "object" && guarded.not === undefined
                    ? crossed(labelled ?? [{}], guarded.any)
                    : labelled;
            const mark = this.mark();
            const returned = frame.returns.length;
            const end = any === undefined ? this.block(body, frame) : this.branch({ is: "test", any }, body, frame, at);
            ends.push(end);
            if (any === undefined && this.isHandling && pattern.is === "any" && mark > marked) {
                this.world.rest({ body, frame, end, returned: frame.returns.slice(returned), mark, at });
            }
        }
        return statement.cases.at(-1)?.pattern.is === "any" ? together(ends) : "on";
    }

    private bind(pattern: Pattern, subject: Value, frame: Frame): void {
        if (pattern.is === "any" && pattern.name !== undefined) this.set(pattern.name, subject, frame.scope);
        if (pattern.is === "sequence") {
            const items = this.items(subject);
            for (const [at, one] of pattern.patterns.entries())
                this.bind(one, items?.[at] ?? (subject.is === "asked" ? subject : opaque), frame);
        }
        if (pattern.is === "mapping")
            for (const [key, one] of pattern.entries) this.bind(one, this.subscript(subject, text(key)), frame);
    }

    /** What a pattern asks for; undefined where it asks for nothing that tells requests apart. */
    private patternLabels(pattern: Pattern, subject: Value, frame: Frame): readonly Label[] | undefined {
        switch (pattern.is) {
            case "value": {
                const wanted = this.evaluate(pattern.value, frame);
                return wanted.is === "text" ? labels(subject, [wanted.text]) : undefined;
            }
            case "one of": {
                const found = pattern.patterns.map((one) => this.patternLabels(one, subject, frame));
                return found.every((one) => one !== undefined) ? found.flatMap((one) => one ?? []) : undefined;
            }
            case "sequence": {
                const items = this.items(subject);
                if (items === undefined) {
                    const words = pattern.patterns.flatMap((one) => {
                        const wanted = one.is === "value" ? this.evaluate(one.value, frame) : opaque;
                        return wanted.is === "text" ? [wanted.text] : [];
                    });
                    return words.length === 0 ? undefined : labels(subject, [words.join("/")]);
                }
                return this.everyPattern(
                    pattern.patterns.map((one, at) => this.patternLabels(one, items[at] ?? opaque, frame)),
                );
            }
            case "mapping":
                return this.everyPattern(
                    pattern.entries.map(([key, one]) =>
                        this.patternLabels(one, this.subscript(subject, text(key)), frame),
                    ),
                );
            default:
                return undefined;
        }
    }

    private everyPattern(found: readonly (readonly Label[] | undefined)[]): readonly Label[] | undefined {
        const telling = found.filter((one) => one !== undefined);
        return telling.length === 0
            ? undefined
            : telling.reduce<readonly Label[]>((left, right) => crossed(left, right), [{}]);
    }

    private loop(statement: Extract<Statement, { is: "for" }>, frame: Frame): End {
        const over = this.evaluate(statement.of, frame);
        const items = this.items(over);
        const turns = items?.slice(0, MOST_TURNS) ?? [
            over.is === "asked" ? over : over.is === "choice" ? over : opaque,
        ];
        for (const item of turns) {
            this.assign(statement.target, item, frame);
            const end = this.block(statement.body, frame);
            if (items !== undefined && (end === "return" || end === "raise")) return end;
            if (end === "leave" && statement.body.some(({ is }) => is === "leave")) break;
        }
        return this.block(statement.otherwise, frame);
    }

    private turnsOf(items: readonly Value[]): readonly Value[] {
        const turns = items.slice(0, this.turns > MOST_TURNS_IN_ALL ? 1 : MOST_TURNS);
        this.turns += turns.length;
        return turns;
    }

    private attempt(statement: Extract<Statement, { is: "try" }>, frame: Frame): End {
        const ends = [this.block(statement.body, frame)];
        for (const { of, body } of statement.handlers) {
            if (!/ImportError|ModuleNotFoundError/.test(of)) ends.push(this.block(body, frame));
        }
        const last = this.block(statement.finally, frame);
        return last === "on" ? together(ends) : last;
    }

    // ---- Names and places

    private set(name: string, value: Value, scope: Scope): void {
        const at = scope.globals.has(name) ? (owner(scope.above, name) ?? scope.top ?? scope) : scope;
        const before = at.names.get(name);
        // What is not known says less than what was: a branch that is not taken may have set it.
        if (value.is === "opaque" && before !== undefined && before.is !== "opaque") return;
        if (value.is === "constant" && before !== undefined && before.is === "thing") return;
        at.names.set(name, value);
    }

    lookup(name: string, scope: Scope): Value {
        for (let at: Scope | undefined = scope; at !== undefined; at = at.above) {
            const found = at.names.get(name);
            if (found !== undefined) return found;
        }
        const known = this.world.builtin(name);
        if (known !== undefined) return known;
        const top = scope.top ?? scope;
        for (const [key, value] of top.names) {
            if (key.startsWith("*") && value.is === "external") return external(`${value.name}.${name}`);
        }
        return external(`builtins.${name}`);
    }

    assign(target: Expression, value: Value, frame: Frame): void {
        if (target.is === "name") this.set(target.id, value === RAISED ? opaque : value, frame.scope);
        else if (target.is === "sequence") {
            const rest = target.items.findIndex(({ is }) => is === "star");
            for (const [at, one] of target.items.entries()) {
                if (one.is === "star") this.assign(one.of, opaque, frame);
                else
                    this.assign(
                        one,
                        mapped(value, (inner) => this.item(inner, rest !== -1 && at > rest ? -1 : at)),
                        frame,
                    );
            }
        } else if (target.is === "attribute") {
            for (const of of each(this.evaluate(target.of, frame))) {
                if (of.is === "thing") setKnown(of.attributes, target.name, value);
                else if (of.is === "class") of.members.set(target.name, value);
                else if (of.is === "module") of.scope.names.set(target.name, value);
            }
        } else if (target.is === "subscript") {
            const key = this.evaluate(target.index, frame);
            for (const of of each(this.evaluate(target.of, frame))) this.put(of, key, value);
        }
    }

    put(of: Value, key: Value, value: Value): void {
        if (of.is === "thing" && of.of === "os.environ") of.attributes.set(key.is === "text" ? key.text : "?", value);
        if (of.is !== "mapping") return;
        const at = of.entries.findIndex(([one]) => isSame(one, key));
        if (key.is === "opaque" || key.is === "asked") of.open = true;
        if (at !== -1 && key.is !== "opaque") of.entries[at] = [key, value];
        else if (of.entries.length < MOST_ITEMS) of.entries.push([key, value]);
    }

    private item(value: Value, at: number): Value {
        if (value.is === "asked") return value;
        const items = this.items(value);
        return items?.at(at) ?? opaque;
    }

    /** What is in it, in order; undefined where that is not known. */
    items(value: Value): readonly Value[] | undefined {
        if (value.is === "sequence") return value.items;
        if (value.is === "mapping") return value.entries.map(([key]) => key);
        if (value.is === "thing" && value.class !== undefined) {
            const own = memberOf(value.class, "__iter__");
            if (own?.is === "function")
                return this.items(
                    this.call({ ...own, self: value }, { positional: [], named: new Map() }, value.place),
                );
            if (value.class.fields.length > 0)
                return value.class.fields.map((name) => value.attributes.get(name) ?? opaque);
        }
        if (value.is === "class" && /Enum$/.test(externalBase(value) ?? ""))
            return value.fields.map((name) => value.members.get(name) ?? opaque);
        return undefined;
    }

    // ---- Expressions

    evaluate(expression: Expression, frame: Frame): Value {
        this.budget.spend();
        if (this.depth > DEEPEST) return opaque;
        this.depth++;
        try {
            return this.value(expression, frame);
        } finally {
            this.depth--;
        }
    }

    private value(expression: Expression, frame: Frame): Value {
        switch (expression.is) {
            case "opaque":
                return opaque;
            case "text":
            case "constant":
                return expression;
            case "name":
                return this.lookup(expression.id, frame.scope);
            case "attribute":
                return this.attribute(this.evaluate(expression.of, frame), expression.name);
            case "subscript":
                return this.subscript(this.evaluate(expression.of, frame), this.evaluate(expression.index, frame));
            case "call":
                return this.called(expression, frame);
            case "sequence": {
                const items = expression.items.flatMap((one) => {
                    if (one.is !== "star") return [this.evaluate(one, frame)];
                    return this.items(this.evaluate(one.of, frame)) ?? [opaque];
                });
                return { is: "sequence", items: items.slice(0, MOST_ITEMS) };
            }
            case "star":
                return this.evaluate(expression.of, frame);
            case "mapping": {
                const made: Value = { is: "mapping", entries: [] };
                for (const [key, value] of expression.entries) {
                    const item = this.evaluate(value, frame);
                    if (key !== undefined) this.put(made, this.evaluate(key, frame), item);
                    else if (item.is === "mapping") for (const [inner, one] of item.entries) this.put(made, inner, one);
                    else made.open = true;
                }
                return made;
            }
            case "format":
                return this.format(expression.parts.map((part) => this.evaluate(part, frame)));
            case "either":
                return this.either(expression.any.map((one) => this.evaluate(one, frame)));
            case "all":
                return this.every(expression.all.map((one) => this.evaluate(one, frame)));
            case "not": {
                const value = this.truth(this.evaluate(expression.of, frame));
                if (typeof value === "boolean") return { is: "constant", value: !value };
                if (value === undefined) return opaque;
                return value.not ? { is: "test", any: value.any } : { ...value, not: true };
            }
            case "compare":
                return this.compare(expression, frame);
            case "join":
                return this.sum(
                    this.evaluate(expression.left, frame),
                    this.evaluate(expression.right, frame),
                    expression.by === "+",
                );
            case "conditional":
                return this.conditional(expression, frame);
            case "lambda":
                return this.functionOf(expression.definition, frame);
            case "comprehension":
                return this.comprehension(expression, frame);
            case "named": {
                const value = this.evaluate(expression.value, frame);
                this.set(expression.name, value, frame.scope);
                return value;
            }
            case "waits":
                return this.evaluate(expression.of, frame);
        }
    }

    private conditional(expression: Extract<Expression, { is: "conditional" }>, frame: Frame): Value {
        const test = this.truth(this.evaluate(expression.test, frame));
        if (test === true) return this.evaluate(expression.holds, frame);
        if (test === false) return this.evaluate(expression.otherwise, frame);
        const [yes, no] = [this.evaluate(expression.holds, frame), this.evaluate(expression.otherwise, frame)];
        if (test === undefined || test.not) return several([yes, no]);
        const options = [...test.any.slice(0, 1).map((label) => ({ label, value: yes }))];
        const isChoosing = (value: Value) => value.is === "function" || value.is === "choice";
        if (!isChoosing(yes) || !isChoosing(no)) return several([yes, no]);
        return {
            is: "choice",
            options: [...options, ...(no.is === "choice" ? no.options : [{ label: {}, value: no }])],
        };
    }

    /** Whether it holds; a test on what was asked for; undefined where it is not known. */
    truth(value: Value): boolean | Test | undefined {
        switch (value.is) {
            case "test":
                return value;
            case "constant":
                return Boolean(value.value);
            case "text":
                return value.text !== "";
            case "external":
                return value.name.endsWith(".TYPE_CHECKING") ? false : undefined;
            default:
                return undefined;
        }
    }

    private either(values: readonly Value[]): Value {
        const tests = values.filter((value) => value.is === "test");
        if (tests.length > 0) {
            if (tests.some(({ not }) => not))
                return tests.every(({ not }) => not) ? { is: "test", any: [], not: true } : opaque;
            return { is: "test", any: tests.flatMap(({ any }) => any) };
        }
        const found: Value[] = [];
        for (const value of values) {
            const truth = this.truth(value);
            if (truth === false) continue;
            found.push(value);
            if (truth === true) break;
        }
        const asked = found.find(({ is }) => is === "asked");
        return asked ?? (found.length === 0 ? (values.at(-1) ?? opaque) : several(found));
    }

    private every(values: readonly Value[]): Value {
        if (values.some((value) => this.truth(value) === false)) return { is: "constant", value: false };
        const tests = values.filter((value) => value.is === "test");
        if (tests.length === 0) return values.at(-1) ?? opaque;
        const positive = tests.filter(({ not }) => not === undefined);
        if (positive.length === 0) return { is: "test", any: tests.flatMap(({ any }) => any), not: true };
        return { is: "test", any: positive.reduce<readonly Label[]>((found, { any }) => crossed(found, any), [{}]) };
    }

    private compare({ left, by, right }: Extract<Expression, { is: "compare" }>, frame: Frame): Value {
        const [one, other] = [this.evaluate(left, frame), this.evaluate(right, frame)];
        const not = by === "!=" || by === "not in" || by === "is not" || by === "<>";
        const answer = (value: boolean): Value => ({ is: "constant", value: value !== not });
        const test = (any: readonly Label[] | undefined): Value =>
            any === undefined ? opaque : not ? { is: "test", any, not } : { is: "test", any };
        if (by === "==" || by === "!=" || by === "<>" || by === "is" || by === "is not") {
            for (const [asked, wanted] of [[one, other] as const, [other, one] as const]) {
                if (asked.is === "asked" && wanted.is === "text") return test(labels(asked, [wanted.text]));
                if (asked.is === "asked" && wanted.is === "sequence") {
                    const words = wanted.items.flatMap((item) => (item.is === "text" ? [item.text] : []));
                    return words.length === 0 ? opaque : test(labels(asked, [words.join("/")]));
                }
                if (asked.is === "sequence" && wanted.is === "sequence") {
                    const label = pairLabel(asked, wanted);
                    if (label !== undefined) return test([label]);
                }
            }
            if (isPlain(one) && isPlain(other)) return answer(isSame(one, other));
            const isNone = (value: Value) => value.is === "constant" && value.value === null;
            if ((isNone(one) && isMade(other)) || (isNone(other) && isMade(one))) return answer(false);
            return opaque;
        }
        if (by !== "in" && by !== "not in") return opaque;
        if (other.is === "asked" && one.is === "text") return test(labels(other, [one.text]));
        if (other.is !== "sequence") return opaque;
        if (one.is === "asked") {
            const words = other.items.flatMap((item) => (item.is === "text" ? [item.text] : []));
            return words.length === 0 ? opaque : test(labels(one, words));
        }
        if (one.is === "sequence") {
            const found = other.items.flatMap((item) => (item.is === "sequence" ? (pairLabel(one, item) ?? []) : []));
            return found.length === 0 ? opaque : test(found);
        }
        if (isPlain(one) && other.items.every(isPlain)) return answer(other.items.some((item) => isSame(item, one)));
        return opaque;
    }

    sum(left: Value, right: Value, isSum: boolean): Value {
        if (!isSum)
            return left.is === "asked" && left.path.length > 0
                ? opaque
                : left.is === "mapping" && right.is === "mapping"
                  ? union(left, right)
                  : opaque;
        if (left.is === "sequence" && right.is === "sequence")
            return { is: "sequence", items: [...left.items, ...right.items].slice(0, MOST_ITEMS) };
        if (left.is === "sequence" || right.is === "sequence")
            return { is: "sequence", items: left.is === "sequence" ? left.items : [], open: true };
        return this.format([left, right]);
    }

    /** Texts one after the other. */
    private format(parts: readonly Value[]): Value {
        const asked = parts.filter((part): part is Asked => part.is === "asked" && kindOf(part) !== undefined);
        if (asked.length > 1) return { is: "asked", path: ["routeKey"] };
        const [one] = asked;
        if (one !== undefined) {
            const at = parts.indexOf(one);
            const words = (some: readonly Value[]) =>
                some.map((part) => (part.is === "text" ? part.text : "")).join("");
            return {
                ...one,
                before: words(parts.slice(0, at)) + (one.before ?? ""),
                after: (one.after ?? "") + words(parts.slice(at + 1)),
            };
        }
        let found = "";
        for (const part of parts) {
            if (part.is === "text") found += part.text;
            else if (part.is === "constant") found += String(part.value);
            else return opaque;
        }
        return text(found.slice(0, 2000));
    }

    attribute(of: Value, name: string): Value {
        switch (of.is) {
            case "several":
            case "choice":
                return mapped(of, (one) => this.attribute(one, name));
            case "module":
                return this.member(of, name);
            case "external":
                return this.externalAttribute(of.name, name);
            case "class":
                return this.classMember(of, name);
            case "thing":
                return this.thingMember(of, name);
            case "function":
                return name === "__name__" ? text(of.definition.name) : name === "__wrapped__" ? of : opaque;
            case "asked":
                return QUIET.has(name) ? of : { is: "asked", path: [...of.path, name] };
            case "text":
                return name === "value" ? of : opaque;
            default:
                return opaque;
        }
    }

    private externalAttribute(of: string, name: string): Value {
        if (of === "http.HTTPMethod") return text(name);
        if (of === "http.HTTPStatus")
            return name in STATUSES ? { is: "constant", value: STATUSES[name] ?? 200 } : opaque;
        return this.world.builtin(`${of}.${name}`) ?? external(`${of}.${name}`);
    }

    private classMember(of: ClassValue, name: string): Value {
        const found = memberOf(of, name);
        if (found?.is === "function" && found.binds === "class") return { ...found, self: of };
        if (found !== undefined) return found;
        if (name === "__name__") return text(of.name);
        const base = externalBase(of);
        if (base !== undefined && /^as_(view|asgi)$/.test(name))
            return native(({ positional: [table] }) => this.asView(of, table));
        return base === undefined ? opaque : external(`${base}.${name}`);
    }

    /** A class that answers by methods of its own; where a table says which, only those. */
    private asView(of: ClassValue, table: Value | undefined): Value {
        if (table?.is !== "mapping") return of;
        const named = (value: Value) => (value.is === "text" ? (memberOf(of, value.text) ?? opaque) : opaque);
        return { is: "mapping", entries: table.entries.map(([verb, value]) => [verb, named(value)]) };
    }

    private thingMember(of: Thing, name: string): Value {
        const own = of.attributes.get(name);
        if (own !== undefined) return own;
        const found = of.class === undefined ? undefined : memberOf(of.class, name);
        if (found?.is === "function") {
            const bound =
                found.binds === "none" ? found : { ...found, self: found.binds === "class" ? (of.class ?? of) : of };
            return found.binds === "property"
                ? this.call(bound, { positional: [], named: new Map() }, of.place)
                : bound;
        }
        if (found !== undefined) return found;
        if (name === "__class__") return of.class ?? opaque;
        const known = this.world.attribute(of, name);
        if (known !== undefined) return known;
        if (of.given.spread?.is === "asked") return this.attribute(of.given.spread, name);
        if (of.class !== undefined && of.of === undefined) return opaque;
        return { is: "method", of, name };
    }

    subscript(of: Value, index: Value): Value {
        if (of.is === "several" || of.is === "choice")
            return mapped(of, (one) => (this.isIndexed(one) ? this.subscript(one, index) : one));
        if (of.is === "asked") {
            if (index.is === "text") return { is: "asked", path: [...of.path, index.text] };
            return index.is === "constant" || kindOf(of) !== undefined ? of : opaque;
        }
        if (of.is === "mapping") return this.chosen(of.entries, index) ?? opaque;
        if (of.is === "sequence")
            return index.is === "constant" && typeof index.value === "number"
                ? (of.items.at(index.value) ?? opaque)
                : opaque;
        if (of.is === "thing") {
            if (of.of === "os.environ") return index.is === "text" ? (of.attributes.get(index.text) ?? opaque) : opaque;
            const own = of.class === undefined ? undefined : memberOf(of.class, "__getitem__");
            if (own?.is === "function")
                return this.call({ ...own, self: of }, { positional: [index], named: new Map() }, of.place);
            return this.item(of, index.is === "constant" && typeof index.value === "number" ? index.value : 0);
        }
        if (of.is === "class" && index.is === "asked") return index;
        if (of.is === "class" && index.is === "text") return memberOf(of, index.text) ?? opaque;
        return of.is === "external" ? of : opaque;
    }

    private isIndexed({ is }: Value): boolean {
        return is === "mapping" || is === "sequence" || is === "asked" || is === "choice" || is === "thing";
    }

    /** What stands in a table under a key; one of all where the key is what was asked for. */
    chosen(entries: readonly (readonly [Value, Value])[], key: Value): Value | undefined {
        const options: { label: Label; value: Value }[] = [];
        if (key.is === "asked" && kindOf(key) !== undefined) {
            for (const [one, value] of entries) {
                const [label] = one.is === "text" ? (labels(key, [one.text]) ?? []) : [];
                if (label !== undefined) options.push({ label, value });
            }
            return { is: "choice", options };
        }
        if (key.is === "sequence" && key.items.some((one) => one.is === "asked")) {
            for (const [one, value] of entries) {
                const label = one.is === "sequence" ? pairLabel(key, one) : undefined;
                if (label !== undefined) options.push({ label, value });
            }
            return options.length === 0 ? undefined : { is: "choice", options };
        }
        return entries.find(([one]) => isSame(one, key))?.[1];
    }

    private comprehension(expression: Extract<Expression, { is: "comprehension" }>, frame: Frame): Value {
        const inner: Frame = { ...frame, scope: scopeIn(frame.scope) };
        const found: { key: Value | undefined; value: Value; tests: readonly Label[] }[] = [];
        const run = (clauses: readonly Clause[], tests: readonly Label[]) => {
            const [clause, ...rest] = clauses;
            if (clause === undefined) {
                const key = expression.key === undefined ? undefined : this.evaluate(expression.key, inner);
                found.push({ key, value: this.evaluate(expression.of, inner), tests });
                return;
            }
            const over = this.evaluate(clause.of, inner);
            const items = this.items(over);
            for (const item of items === undefined ? [over.is === "asked" ? over : opaque] : this.turnsOf(items)) {
                if (found.length > MOST_TURNS) return;
                inner.scope.names.clear();
                this.assign(clause.target, item, inner);
                let all = tests;
                let holds = true;
                for (const test of clause.tests) {
                    const truth = this.truth(this.evaluate(test, inner));
                    if (truth === false) holds = false;
                    if (typeof truth === "object" && truth.not === undefined)
                        all = all.length === 0 ? truth.any : crossed(all, truth.any);
                }
                if (holds) run(rest, all);
            }
        };
        run(expression.clauses, []);
        if (found.some(({ tests }) => tests.length > 0)) {
            return {
                is: "choice",
                options: found.flatMap(({ value, tests }) => tests.slice(0, 1).map((label) => ({ label, value }))),
            };
        }
        if (expression.key === undefined) return { is: "sequence", items: found.map(({ value }) => value) };
        const made: Value = { is: "mapping", entries: [] };
        for (const { key, value } of found) this.put(made, key ?? opaque, value);
        return made;
    }

    // ---- Calls

    private called(expression: Call, frame: Frame): Value {
        const place = { module: frame.module, at: expression.at };
        const { of: callee } = expression;
        if (callee.is === "attribute") {
            const base = this.evaluate(callee.of, frame);
            const given = this.given(expression.given, frame);
            return (
                this.dataMethod(base, callee.name, given) ?? this.call(this.attribute(base, callee.name), given, place)
            );
        }
        const of = this.evaluate(callee, frame);
        const given = this.given(expression.given, frame);
        if (of.is === "external" && of.name === "builtins.super") return this.above(frame, place);
        if (of.is === "external" && (of.name === "builtins.globals" || of.name === "builtins.locals")) {
            return this.namesOf(frame, of.name);
        }
        return this.call(of, given, place);
    }

    private above(frame: Frame, place: Place): Value {
        const self = frame.running?.self;
        const [base] = frame.running?.owner?.bases ?? [];
        if (self?.is !== "thing" || base === undefined) return opaque;
        if (base.is === "class") return { ...self, class: base };
        return base.is === "external"
            ? {
                  ...self,
                  class: {
                      is: "class",
                      definition: undefined,
                      name: base.name,
                      module: undefined,
                      members: new Map(),
                      bases: [base],
                      fields: [],
                  },
                  place,
              }
            : opaque;
    }

    private namesOf(frame: Frame, name: string): Value {
        const scope = name === "builtins.globals" ? frame.module.scope : frame.scope;
        return {
            is: "mapping",
            entries: [...scope.names]
                .filter(([key]) => key !== frame.running?.definition.name)
                .map(([key, value]) => [text(key), value]),
        };
    }

    private given(list: readonly Argument[], frame: Frame): Given {
        const positional: Value[] = [];
        const named = new Map<string, Value>();
        let spread: Value | undefined;
        for (const { name, stars, value: expression } of list) {
            const value = this.evaluate(expression, frame);
            if (name !== undefined) named.set(name, value);
            else if (stars === 0) positional.push(value);
            else if (stars === 1 && value.is === "sequence") positional.push(...value.items.slice(0, MOST_ITEMS));
            else if (stars === 2 && value.is === "mapping")
                for (const [key, one] of value.entries)
                    if (key.is === "text") named.set(key.text, one);
                    else spread = value;
            else spread = value;
        }
        return spread === undefined ? { positional, named } : { positional, named, spread };
    }

    call(of: Value, given: Given, place: Place): Value {
        this.budget.spend();
        switch (of.is) {
            case "several":
                return several(of.of.map((one) => this.call(one, given, place)));
            case "choice":
                return this.world.callChoice(of, given, place);
            case "function":
                return this.callFunction(of, given);
            case "class":
                return this.make(of, given, place);
            case "native":
                return of.call(given, place);
            case "external":
                return this.world.callExternal(of.name, given, place);
            case "method":
                return this.world.callMethod(of.of, of.name, given, place);
            case "thing": {
                const own = of.class === undefined ? undefined : memberOf(of.class, "__call__");
                if (own?.is === "function") return this.callFunction({ ...own, self: of }, given);
                return this.world.callMethod(of, "__call__", given, place);
            }
            case "asked":
                return of;
            default:
                return opaque;
        }
    }

    callFunction(of: FunctionValue, given: Given, isHandler = false): Value {
        const { definition } = of;
        const runs = this.runs.get(definition) ?? 0;
        const limit = this.isHandling ? MOST_RUNS.handling : MOST_RUNS.loading;
        const nested = this.stack.filter((one) => one === definition).length;
        if (runs >= limit || nested > 1 || this.stack.length > 40) return opaque;
        this.runs.set(definition, runs + 1);
        const scope = scopeIn(of.scope);
        const frame: Frame = { module: of.module, scope, returns: [], running: of, isHandler };
        this.parameters(of, given, frame);
        this.stack.push(definition);
        const end = this.block(definition.body, frame);
        this.stack.pop();
        if (end === "raise" && frame.returns.length === 0) return RAISED;
        return several(frame.returns);
    }

    private parameters(of: FunctionValue, given: Given, frame: Frame): void {
        const positional = of.self === undefined ? [...given.positional] : [of.self, ...given.positional];
        const named = new Map(given.named);
        for (const { name, stars, named: byName, otherwise } of of.definition.parameters) {
            let value: Value | undefined;
            if (stars === 1)
                value = {
                    is: "sequence",
                    items: positional.splice(0),
                    ...(given.spread === undefined ? {} : { open: true }),
                };
            else if (stars === 2) {
                value = { is: "mapping", entries: [...named].map(([key, one]) => [text(key), one]) };
                if (given.spread !== undefined && named.size === 0) value = given.spread;
            } else if (named.has(name)) {
                value = named.get(name);
                named.delete(name);
            } else if (!byName && positional.length > 0) value = positional.shift();
            else if (given.spread?.is === "asked") value = this.attribute(given.spread, name);
            else if (otherwise !== undefined) value = this.evaluate(otherwise, { ...frame, scope: of.scope });
            frame.scope.names.set(name, value ?? opaque);
        }
    }

    private make(type: ClassValue, given: Given, place: Place): Value {
        const base = externalBase(type);
        const [first] = given.positional;
        if (base !== undefined && /Enum$/.test(base) && first !== undefined) return first;
        const made: Thing = {
            is: "thing",
            class: type,
            ...(base === undefined ? {} : { of: base }),
            given,
            attributes: new Map(),
            routes: [],
            mounts: [],
            place,
        };
        this.world.made(made);
        const maker = memberOf(type, "__init__");
        if (maker?.is === "function") this.callFunction({ ...maker, self: made }, given);
        else {
            for (const [at, name] of type.fields.entries()) {
                const value = given.named.get(name) ?? given.positional[at];
                if (value !== undefined) made.attributes.set(name, value);
            }
            for (const [name, value] of given.named) made.attributes.set(name, value);
        }
        return made;
    }

    /** Methods of texts, lists and dictionaries. */
    private dataMethod(of: Value, name: string, given: Given): Value | undefined {
        const [first, second] = given.positional;
        if (of.is === "choice" || of.is === "several") {
            const inner = of.is === "choice" ? of.options.map(({ value }) => value) : of.of;
            if (!inner.some(({ is }) => is === "mapping" || is === "sequence" || is === "asked")) return undefined;
            return mapped(of, (one) => this.dataMethod(one, name, given) ?? opaque);
        }
        if (of.is === "asked") return this.askedMethod(of, name, given);
        if (of.is === "text") {
            if (name === "join") return this.joinedText(of.text, first);
            if (name === "format")
                return given.positional.length === 1
                    ? this.format(
                          [...of.text.split(/(\{[^}]*\})/)].map((part) =>
                              part.startsWith("{") ? (first ?? opaque) : text(part),
                          ),
                      )
                    : opaque;
            const change = TEXT_METHODS[name];
            if (change !== undefined) return text(change(of.text, first?.is === "text" ? first.text : undefined));
            if (name === "split")
                return {
                    is: "sequence",
                    items: of.text.split(first?.is === "text" && first.text !== "" ? first.text : /\s+/).map(text),
                };
            if (name === "startswith" || name === "endswith") {
                if (first?.is === "asked") return opaque;
                if (first?.is !== "text") return opaque;
                return {
                    is: "constant",
                    value: name === "startswith" ? of.text.startsWith(first.text) : of.text.endsWith(first.text),
                };
            }
            return opaque;
        }
        if (of.is === "sequence") {
            if ((name === "append" || name === "add") && first !== undefined) {
                if (of.items.length < MOST_ITEMS) of.items.push(first);
            } else if ((name === "extend" || name === "update") && first !== undefined) {
                const items = this.items(first);
                if (items === undefined) of.open = true;
                else if (of.items.length < MOST_ITEMS) of.items.push(...items.slice(0, MOST_ITEMS));
            } else if (name === "insert" && second !== undefined) of.items.push(second);
            else if (name === "copy") return { is: "sequence", items: [...of.items] };
            else if (name === "pop") return of.items.at(-1) ?? opaque;
            return opaque;
        }
        if (of.is === "mapping") {
            switch (name) {
                case "get":
                case "pop":
                case "setdefault":
                    return this.fromTable(of, name, first ?? opaque, second);
                case "items":
                    return {
                        is: "sequence",
                        items: of.entries.map(([key, value]) => ({ is: "sequence", items: [key, value] })),
                    };
                case "values":
                    return { is: "sequence", items: of.entries.map(([, value]) => value) };
                case "keys":
                    return { is: "sequence", items: of.entries.map(([key]) => key) };
                case "copy":
                    return { is: "mapping", entries: [...of.entries] };
                case "update":
                    if (first?.is === "mapping") for (const [key, value] of first.entries) this.put(of, key, value);
                    for (const [key, value] of given.named) this.put(of, text(key), value);
                    return nothing;
                default:
                    return opaque;
            }
        }
        return undefined;
    }

    private fromTable(
        of: Extract<Value, { is: "mapping" }>,
        name: string,
        key: Value,
        otherwise: Value | undefined,
    ): Value {
        const found = this.chosen(of.entries, key);
        if (found?.is === "choice") {
            const isCalled = otherwise?.is === "function" || otherwise?.is === "class";
            return isCalled ? { is: "choice", options: [...found.options, { label: {}, value: otherwise }] } : found;
        }
        if (found !== undefined) return found;
        if (name === "setdefault" && otherwise !== undefined) this.put(of, key, otherwise);
        return key.is === "text" ? (otherwise ?? nothing) : (otherwise ?? opaque);
    }

    private askedMethod(of: Asked, name: string, given: Given): Value | undefined {
        const [first] = given.positional;
        if (
            (name === "get" || name === "pop" || name === "get_header_value" || name === "get_query_string_value") &&
            first?.is === "text"
        ) {
            return { is: "asked", path: [...of.path, first.text] };
        }
        if (name === "get" || name === "pop") return of;
        if (name === "startswith" || name === "endswith") {
            const words = first?.is === "sequence" ? first.items : [first ?? opaque];
            const any = labels(
                of,
                words.flatMap((one) =>
                    one.is === "text" ? [name === "endswith" ? `*${one.text}` : `${one.text}*`] : [],
                ),
            );
            return any === undefined || any.length === 0 ? opaque : { is: "test", any };
        }
        if (name === "items") return { is: "sequence", items: [{ is: "sequence", items: [opaque, of] }], open: true };
        return of;
    }

    private joinedText(between: string, of: Value | undefined): Value {
        if (of?.is !== "sequence") return of?.is === "asked" ? of : opaque;
        return this.format(of.items.flatMap((item, at) => (at === 0 ? [item] : [text(between), item])));
    }

    /** Runs something as the runtime or a framework would: what it asks for counts. */
    handle(run: () => Value): Value {
        const was = this.isHandling;
        this.isHandling = true;
        try {
            return run();
        } finally {
            this.isHandling = was;
        }
    }

    /** Everything that a call was given, as deep as lists go. */
    within(given: Given): readonly Value[] {
        const found = new Set<Value>();
        const add = (value: Value, depth: number) => {
            if (found.has(value) || found.size > MOST_ITEMS) return;
            found.add(value);
            const inner = value.is === "sequence" ? value.items : value.is === "several" ? value.of : [];
            if (depth < 3) for (const one of inner) add(one, depth + 1);
        };
        for (const value of all(given)) add(value, 0);
        return [...found];
    }
}

/** What a function that always raises gives back. */
export const RAISED: Value = { is: "opaque" };

function union(left: Extract<Value, { is: "mapping" }>, right: Extract<Value, { is: "mapping" }>): Value {
    return { is: "mapping", entries: [...left.entries, ...right.entries].slice(0, MOST_ITEMS) };
}

/** How several branches end that are not told apart. */
function together(ends: readonly End[]): End {
    const [first] = ends;
    if (first === undefined || ends.includes("on") || ends.includes("leave")) return "on";
    return ends.every((end) => end === "raise") ? "raise" : "return";
}
