import type {
    AnonymousClassDeclaration,
    AnonymousFunctionDeclaration,
    ArrowFunctionExpression,
    AssignmentExpression,
    CallExpression,
    Class,
    Expression,
    ForInStatement,
    ForOfStatement,
    Function as FunctionNode,
    MemberExpression,
    MethodDefinition,
    NewExpression,
    Pattern as PatternNode,
    PrivateIdentifier,
    PropertyDefinition,
    SpreadElement,
    Statement,
    Super,
    SwitchCase,
    SwitchStatement,
    VariableDeclaration,
} from "acorn";
import type { Budget } from "../code";
import { type Branches, isSelector } from "./branches";
import type { Machine, Phase, Watcher } from "./machine";
import { inputMember, nativeMember } from "./members";
import { added, calculated, compared, inverse, labelled, labelOf, nullish, unary } from "./operators";
import type { Registrations } from "./registrations";
import { declaredBy, ends, endsInYield, generated, hoistedIn, isStateMachine, jumpOf } from "./shapes";
import {
    type Abstract,
    Choice,
    Condition,
    Func,
    Getter,
    Input,
    isCallable,
    join,
    keyOf,
    list,
    Native,
    Obj,
    Outside,
    optionsOf,
    Pattern,
    record,
    Scope,
    truth,
    UNKNOWN,
    Unknown,
} from "./values";

/** How a statement ends. */
type Ending = "next" | "break" | "continue" | "return" | "throw";

/** A call of a function, while it lasts. */
interface Frame {
    readonly self: Abstract;
    readonly func: Func | undefined;
    result: Abstract;
    hasResult: boolean;
    readonly yields: Abstract[];
}

const DEEPEST = { load: 150, request: 60, sweep: 30 };
const MOST_RECURSIONS = 3;
/** What a statement and a value take of the stack while they are gone through, with what they call. */
const [STATEMENT_BYTES, SWITCH_BYTES, VALUE_BYTES] = [900, 1600, 700];
const MOST_ROUNDS = 3000;
const MOST_ELEMENTS = 20_000;
/** Of what is looked up by a key that nobody knows. */
const MOST_LIKELY = 40;
/** How often one function is gone through: while modules load, and for a request. */
const MOST_CALLS = { load: 5000, request: 40, sweep: 10 };
/** For a request, where it matters what each is called with. */
const MOST_WATCHED = 400;

/**
 * Goes through a program as it would run, with values where the code tells them and `UNKNOWN` where not. Of an open decision both sides are
 * gone through. Nothing of it is executed. What it meets it tells to `registrations` (an application's routes) and to `branches` (what a handler
 * decides by its input).
 */
export class Interpreter implements Machine {
    phase: Phase = "load";
    /** How many open decisions lead to where it is. */
    private doubt = 0;
    private depth = 0;
    private frame: Frame = { self: undefined, func: undefined, result: undefined, hasResult: false, yields: [] };
    private file = "";
    /** Inside of a generator that was compiled: goes on at a label. */
    private jumped: ((label: number) => void) | undefined;
    private readonly active = new Map<object, number>();
    private readonly calls = {
        load: new Map<object, number>(),
        request: new Map<object, number>(),
        sweep: new Map<object, number>(),
    };
    /** Callbacks that went out, which are called once for whoever took them. */
    private readonly handedOut = new Set<object>();
    /** Classes of which something was made. */
    private readonly madeOf = new Set<object>();
    /** Where the call stands that is gone through. */
    private at = 0;
    private trying = 0;
    /** A value is only passed on to another name. */
    private isKeeping = false;
    /** Is told of calls, where somebody listens. */
    watcher: Watcher | undefined;

    constructor(
        private readonly budget: Budget,
        readonly registrations: Registrations,
        readonly branches: Branches,
        private readonly global: (name: string) => Abstract,
        private readonly dynamicImport: (from: string, what: Abstract) => Abstract,
    ) {}

    /** Goes through a module's statements. */
    module(body: readonly Statement[], scope: Scope, file: string, self: Abstract): void {
        const [before, beforeFrame] = [this.file, this.frame];
        this.file = file;
        this.frame = { self, func: undefined, result: undefined, hasResult: false, yields: [] };
        for (const name of hoistedIn(body)) if (!scope.has(name)) scope.set(name, undefined);
        this.block(body, scope);
        this.file = before;
        this.frame = beforeFrame;
    }

    /** Was this function, or class, gone through? */
    wasCalled(node: object): boolean {
        return Object.values(this.calls).some((one) => one.has(node)) || this.madeOf.has(node);
    }

    /** Goes through what may happen or not. */
    underDoubt(run: () => void): void {
        this.doubtful(run);
    }

    spend(steps: number): void {
        this.budget.spend(steps);
    }

    get place(): string {
        return this.file;
    }

    /** Modules load, and what goes wrong here is caught. */
    get isTrying(): boolean {
        return this.phase === "load" && this.trying > 0;
    }

    /** Where the function begins that is gone through; 0 in a module's own statements. */
    get within(): number {
        return this.frame.func?.node.start ?? 0;
    }

    // ---------------------------------------------------------------- statements

    private block(statements: readonly Statement[], scope: Scope): Ending {
        for (const statement of statements) {
            const declared = declaredBy(statement);
            if (declared?.type === "FunctionDeclaration")
                scope.function.set(declared.id.name, this.func(declared, scope));
        }
        for (const [index, statement] of statements.entries()) {
            const ending = this.statement(statement, scope);
            if (ending === "next") continue;
            const next = statements[index + 1];
            if (next) this.passes(() => this.block(statements.slice(index + 1), scope), next);
            return ending;
        }
        return "next";
    }

    statement(node: Statement, scope: Scope): Ending {
        this.budget.spend();
        const bytes = node.type === "SwitchStatement" ? SWITCH_BYTES : STATEMENT_BYTES;
        this.budget.enter(bytes);
        try {
            return this.statementOf(node, scope);
        } finally {
            this.budget.leave(bytes);
        }
    }

    private statementOf(node: Statement, scope: Scope): Ending {
        switch (node.type) {
            case "ExpressionStatement":
                this.value(node.expression, scope);
                return "next";
            case "VariableDeclaration":
                this.declare(node, scope);
                return "next";
            case "FunctionDeclaration":
            case "EmptyStatement":
            case "DebuggerStatement":
                return "next";
            case "ClassDeclaration":
                scope.set(node.id.name, this.classOf(node, scope));
                return "next";
            case "ReturnStatement": {
                const value = node.argument ? this.value(node.argument, scope) : undefined;
                const jump = this.jumped && node.argument ? jumpOf(node.argument) : undefined;
                if (jump !== undefined) this.jumped?.(jump);
                else this.returns(value);
                return "return";
            }
            case "ThrowStatement":
                this.value(node.argument, scope);
                this.branches.refused();
                return "throw";
            case "BlockStatement":
                return this.block(node.body, new Scope(scope, this.doubt, false));
            case "IfStatement":
                return this.ifStatement(node, scope);
            case "SwitchStatement":
                return this.switchStatement(node, scope);
            case "TryStatement": {
                if (node.handler) this.trying += 1;
                const ending = this.statement(node.block, scope);
                if (node.handler) {
                    this.trying -= 1;
                    const inner = new Scope(scope, this.doubt, false);
                    if (node.handler.param) this.bind(node.handler.param, UNKNOWN, inner, "let");
                    const { body } = node.handler;
                    this.doubtful(() => this.branches.aside(() => this.block(body.body, inner)));
                }
                const last = node.finalizer ? this.statement(node.finalizer, scope) : "next";
                return last !== "next" ? last : ending === "throw" ? "next" : ending;
            }
            case "LabeledStatement": {
                const ending = this.statement(node.body, scope);
                return ending === "break" || ending === "continue" ? "next" : ending;
            }
            case "BreakStatement":
                return "break";
            case "ContinueStatement":
                return "continue";
            case "WithStatement": {
                const object = this.value(node.object, scope);
                const inner = object instanceof Obj ? new Scope(scope, this.doubt, false, object) : scope;
                return this.statement(node.body, inner);
            }
            case "ForStatement": {
                const inner = new Scope(scope, this.doubt, false);
                if (node.init?.type === "VariableDeclaration") this.declare(node.init, inner);
                else if (node.init) this.value(node.init, inner);
                return this.loop(
                    node.body,
                    () => (node.test ? this.value(node.test, inner) : true),
                    () => this.statement(node.body, inner),
                    () => node.update && this.value(node.update, inner),
                );
            }
            case "WhileStatement":
                return this.loop(
                    node.body,
                    () => this.value(node.test, scope),
                    () => this.statement(node.body, scope),
                );
            case "DoWhileStatement": {
                const ending = this.statement(node.body, scope);
                if (ending === "return" || ending === "throw") return ending;
                this.value(node.test, scope);
                return "next";
            }
            case "ForOfStatement":
            case "ForInStatement":
                return this.forEach(node, scope);
            default:
                return this.exported(node, scope);
        }
    }

    private exported(node: Statement, scope: Scope): Ending {
        const one = node as unknown as {
            readonly type: string;
            readonly declaration?: Statement | AnonymousFunctionDeclaration | AnonymousClassDeclaration | Expression;
        };
        if (one.type === "ExportNamedDeclaration" && one.declaration)
            return this.statement(one.declaration as Statement, scope);
        if (one.type === "ExportDefaultDeclaration" && one.declaration)
            scope.set("*default*", this.defaultExport(one.declaration, scope));
        return "next";
    }

    private defaultExport(
        node: Statement | AnonymousFunctionDeclaration | AnonymousClassDeclaration | Expression,
        scope: Scope,
    ): Abstract {
        if (node.type === "FunctionDeclaration") {
            const made = this.func(node, scope);
            if (node.id) scope.set(node.id.name, made);
            return made;
        }
        if (node.type === "ClassDeclaration") {
            const made = this.classOf(node, scope);
            if (node.id) scope.set(node.id.name, made);
            return made;
        }
        return this.value(node as Expression, scope);
    }

    private declare(node: VariableDeclaration, scope: Scope): void {
        for (const { id, init } of node.declarations) {
            if (!init && node.kind === "var") {
                const name = id.type === "Identifier" ? id.name : "";
                if (!scope.function.has(name)) scope.function.set(name, undefined);
            } else this.bind(id, init ? this.kept(init, scope) : undefined, scope, node.kind === "var" ? "var" : "let");
        }
    }

    private loop(
        node: object,
        test: () => Abstract,
        body: () => Ending,
        update: () => unknown = () => undefined,
    ): Ending {
        for (let round = 0; round < MOST_ROUNDS; round += 1) {
            const going = truth(test());
            if (going === false && round === 0) this.passes(body, node);
            if (going === false) return "next";
            const ending = going === undefined ? this.doubtful(body) : body();
            if (ending === "break") return "next";
            if (ending === "return" || ending === "throw") return going ? ending : "next";
            if (going === undefined) return "next";
            update();
        }
        return "next";
    }

    private forEach(node: ForOfStatement | ForInStatement, scope: Scope): Ending {
        const over = this.value(node.right, scope);
        const elements = node.type === "ForInStatement" ? this.keysOf(over) : this.elementsOf(over);
        const rounds = elements ?? [over instanceof Input && node.type === "ForOfStatement" ? over.get("[]") : UNKNOWN];
        let decided = true;
        if (rounds.length === 0 && this.watcher) this.noElement(node, scope);
        for (const element of rounds.slice(0, MOST_ROUNDS)) {
            const inner = new Scope(scope, this.doubt, false);
            const run = (): Ending => {
                if (node.left.type === "VariableDeclaration") {
                    const [declared] = node.left.declarations;
                    if (declared) this.bind(declared.id, element, inner, "let");
                } else this.bind(node.left, element, inner, "assign");
                return this.statement(node.body, inner);
            };
            const ending = elements ? run() : this.doubtful(run);
            if (ending === "break" && decided) return "next";
            if ((ending === "return" || ending === "throw") && elements) return ending;
            decided = true;
        }
        return "next";
    }

    /** A side that is not taken, since the decision seems known: whoever listens may go through it later, as from here. */
    private passes(run: () => unknown, node: object): void {
        const { file, frame } = this;
        this.watcher?.passed(() => {
            const [later, around] = [this.file, this.frame];
            this.file = file;
            this.frame = frame;
            run();
            this.file = later;
            this.frame = around;
        }, node);
    }

    private noElement(node: ForOfStatement | ForInStatement, scope: Scope): void {
        const run = () => {
            const inner = new Scope(scope, this.doubt, false);
            const [declared] = node.left.type === "VariableDeclaration" ? node.left.declarations : [];
            if (declared) this.bind(declared.id, UNKNOWN, inner, "let");
            this.statement(node.body, inner);
        };
        this.passes(run, node);
    }

    /** Under an open decision. */
    private doubtful<T>(run: () => T): T {
        this.doubt += 1;
        try {
            return run();
        } finally {
            this.doubt -= 1;
        }
    }

    /** Somebody has a function, who may call it. */
    private reads(value: Abstract): void {
        if (!this.watcher || this.isKeeping) return;
        if (value instanceof Func) this.watcher.read(value);
        else if (value instanceof Choice)
            for (const one of value.options) if (one instanceof Func) this.watcher.read(one);
    }

    private returns(value: Abstract): void {
        this.reads(value);
        this.frame.result = this.frame.hasResult ? join(this.frame.result, value) : value;
        this.frame.hasResult = true;
        this.branches.answered(value);
    }

    private ifStatement(node: Extract<Statement, { type: "IfStatement" }>, scope: Scope): Ending {
        const test = this.value(node.test, scope);
        const known = truth(test);
        if (known !== undefined) {
            const [taken, passed] = known ? [node.consequent, node.alternate] : [node.alternate, node.consequent];
            if (passed) this.passes(() => this.statement(passed, scope), passed);
            return taken ? this.statement(taken, scope) : "next";
        }
        const { alternate, consequent } = node;
        const sides = this.decided(
            test,
            node.test.start,
            [() => this.statement(consequent, scope), consequent],
            alternate ? [() => this.statement(alternate, scope), alternate] : undefined,
        );
        const [yes, no] = sides;
        return yes !== "next" && no !== undefined && no !== "next" ? (yes === "throw" ? no : yes) : "next";
    }

    /** Goes through both sides of an open decision; where it is the input that decides, as a branch of it. */
    private decided<T>(
        test: Abstract,
        at: number,
        yes: readonly [() => T, { readonly start: number; readonly end: number }],
        no?: readonly [() => T, { readonly start: number; readonly end: number }],
    ): readonly [T, T | undefined] {
        const condition = test instanceof Condition && isSelector(test.by) ? test : undefined;
        const inBranch = (side: typeof yes, isLabelled: boolean): T =>
            this.doubtful(() =>
                condition
                    ? this.branches.within(
                          {
                              by: condition.by,
                              labels: isLabelled ? [condition.label] : [],
                              file: this.file,
                              at,
                              start: side[1].start,
                              end: side[1].end,
                          },
                          side[0],
                      )
                    : side[0](),
            );
        const first = inBranch(yes, condition?.negated !== true);
        const second = no && inBranch(no, condition?.negated === true);
        return [first, second];
    }

    private switchStatement(node: SwitchStatement, scope: Scope): Ending {
        const asked = this.value(node.discriminant, scope);
        const inner = new Scope(scope, this.doubt, false);
        for (const { consequent } of node.cases)
            for (const one of consequent)
                if (one.type === "FunctionDeclaration") inner.set(one.id.name, this.func(one, inner));
        if (isStateMachine(node)) return this.states(node, inner);
        const input = optionsOf(asked).find((one) => one instanceof Input && isSelector(one));
        const tests = node.cases.map(({ test }) => (test ? this.value(test, inner) : undefined));
        const isOpen = truth(asked) === undefined || asked instanceof Outside || asked instanceof Obj;
        if (!isOpen && tests.every((test, index) => node.cases[index]?.test === null || typeof test === typeof asked)) {
            const hit = tests.findIndex((test, index) => node.cases[index]?.test && test === asked);
            const from = hit >= 0 ? hit : node.cases.findIndex(({ test }) => !test);
            if (from < 0) return "next";
            const ending = this.block(
                node.cases.slice(from).flatMap(({ consequent }) => consequent),
                inner,
            );
            return ending === "break" ? "next" : ending;
        }
        return this.cases(node.cases, tests, asked === true ? undefined : (input as Input | undefined), asked, inner);
    }

    /** What a compiler makes of a generator: `return [3, 4]` goes on at case 4. Goes through it from the first case on. */
    private states(node: SwitchStatement, scope: Scope): Ending {
        const at = (label: number) =>
            node.cases.findIndex(({ test }) => test?.type === "Literal" && test.value === label);
        const gone = new Set<number>();
        const from = (index: number): Ending => {
            for (let next = index; next >= 0 && next < node.cases.length; next += 1) {
                const inPath = this.jumped;
                this.jumped = (label) => {
                    const target = at(label);
                    if (target >= 0 && !gone.has(target)) {
                        gone.add(target);
                        from(target);
                        gone.delete(target);
                    }
                };
                const ending = this.block(node.cases[next]?.consequent ?? [], scope);
                const isYield = endsInYield(node.cases[next]);
                this.jumped = inPath;
                if (ending === "throw" || (ending !== "next" && !isYield)) return ending;
            }
            return "return";
        };
        return from(0);
    }

    private cases(
        cases: readonly SwitchCase[],
        tests: readonly Abstract[],
        input: Input | undefined,
        asked: Abstract,
        scope: Scope,
    ): Ending {
        const endings: Ending[] = [];
        let labels: string[] = [];
        let by = input;
        let isDefault = false;
        let hasDefault = false;
        for (const [index, one] of cases.entries()) {
            const test = tests[index];
            if (!one.test) isDefault = hasDefault = true;
            else if (asked === true && test instanceof Condition && !test.negated && isSelector(test.by)) {
                by = test.by;
                labels.push(test.label);
            } else labels.push(labelOf(test) ?? `case ${index + 1}`);
            if (one.consequent.length === 0 && index < cases.length - 1) continue;
            // What has no end of its own goes on into the next.
            const body: Statement[] = [...one.consequent];
            let last = index;
            for (let next = index + 1; next < cases.length && !ends(body); next += 1) {
                body.push(...(cases[next]?.consequent ?? []));
                last = next;
            }
            const run = () => this.block(body, scope);
            const branch = by && {
                by,
                labels: isDefault ? [] : labels,
                file: this.file,
                at: one.start,
                start: one.consequent[0]?.start ?? one.start,
                end: cases[last]?.end ?? one.end,
            };
            endings.push(this.doubtful(() => (branch ? this.branches.within(branch, run) : run())));
            labels = [];
            isDefault = false;
        }
        const isLeft = hasDefault && endings.length > 0 && endings.every((one) => one === "return" || one === "throw");
        return isLeft ? "return" : "next";
    }

    // ---------------------------------------------------------------- names

    /** Gives names their values: a declaration's, a parameter's, an assignment's. */
    private bind(node: PatternNode, value: Abstract, scope: Scope, how: "var" | "let" | "assign"): void {
        switch (node.type) {
            case "Identifier":
                if (how === "let") scope.set(node.name, value);
                else if (how === "var")
                    this.assign(node.name, value, scope.function.has(node.name) ? scope : undefined, scope);
                else this.assign(node.name, value, scope, scope);
                return;
            case "MemberExpression":
                if (node.object.type !== "Super") this.setMember(node, value, scope);
                return;
            case "AssignmentPattern": {
                const known = value === undefined ? undefined : value;
                const standard = () => this.value(node.right, scope);
                this.bind(
                    node.left,
                    known === undefined
                        ? standard()
                        : truth(known) === undefined && known instanceof Unknown
                          ? join(known, this.doubtful(standard))
                          : known,
                    scope,
                    how,
                );
                return;
            }
            case "ArrayPattern": {
                const elements = this.elementsOf(value);
                for (const [index, element] of node.elements.entries()) {
                    if (!element) continue;
                    if (element.type === "RestElement")
                        this.bind(element.argument, elements ? list(elements.slice(index)) : UNKNOWN, scope, how);
                    else {
                        const one = elements ? elements[index] : this.member(value, String(index));
                        this.bind(element, one, scope, how);
                    }
                }
                return;
            }
            case "ObjectPattern": {
                const taken = new Set<string>();
                for (const property of node.properties) {
                    if (property.type === "RestElement") {
                        this.bind(property.argument, this.rest(value, taken), scope, how);
                        continue;
                    }
                    const key = this.propertyKey(property.key, property.computed, scope);
                    if (typeof key === "string") taken.add(key);
                    // It has another name from here on, by which it may be read.
                    const isKeeping = this.isKeeping;
                    this.isKeeping = true;
                    const one = this.member(value, key);
                    this.isKeeping = isKeeping;
                    this.bind(property.value, one, scope, how);
                }
                return;
            }
            default:
                return;
        }
    }

    private rest(value: Abstract, taken: ReadonlySet<string>): Abstract {
        if (!(value instanceof Obj)) return value;
        const made = new Obj();
        for (const [key, one] of value.props) if (!taken.has(key)) made.props.set(key, one);
        if (value.fallback !== undefined) made.fallback = value.fallback;
        return made;
    }

    private assign(name: string, value: Abstract, from: Scope | undefined, scope: Scope): void {
        const holder = from?.holderOf(name) ?? (from === undefined ? scope.function : undefined);
        if (!holder) {
            let top = scope;
            while (top.parent) top = top.parent;
            top.set(name, value);
            return;
        }
        if (holder.object?.props.has(name)) {
            holder.object.props.set(name, value);
            return;
        }
        const isSure = this.doubt <= holder.doubt || !holder.has(name);
        holder.set(name, isSure ? value : join(value, holder.get(name)));
    }

    private name(name: string, scope: Scope): Abstract {
        const holder = scope.holderOf(name);
        if (!holder) return name === "undefined" ? undefined : this.global(name);
        if (!holder.object?.props.has(name)) {
            const value = holder.get(name);
            this.reads(value);
            return value;
        }
        // Pulumi's closures say `this: undefined, arguments: undefined`; these are no names there.
        return this.member(holder.object, name);
    }

    // ---------------------------------------------------------------- expressions

    /** A value that is kept under a name, by which it is asked for again: so it is not read yet. */
    private kept(node: Expression, scope: Scope): Abstract {
        const isName =
            node.type === "Identifier" ||
            (node.type === "MemberExpression" &&
                (node.object.type === "Identifier" || node.object.type === "ThisExpression"));
        if (!isName || this.isKeeping) return this.value(node, scope);
        this.isKeeping = true;
        try {
            return this.value(node, scope);
        } finally {
            this.isKeeping = false;
        }
    }

    value(node: Expression | Super | PrivateIdentifier, scope: Scope): Abstract {
        this.budget.spend();
        this.budget.enter(VALUE_BYTES);
        try {
            return this.valueOf(node, scope);
        } finally {
            this.budget.leave(VALUE_BYTES);
        }
    }

    private valueOf(node: Expression | Super | PrivateIdentifier, scope: Scope): Abstract {
        switch (node.type) {
            case "Literal":
                if (node.regex) return new Pattern(node.regex.pattern);
                return node.value instanceof RegExp ? UNKNOWN : (node.value ?? null);
            case "Identifier":
                return this.name(node.name, scope);
            case "ThisExpression":
                return this.frame.self;
            case "ArrayExpression":
                return this.array(node.elements, scope);
            case "ObjectExpression":
                return this.object(node, scope);
            case "FunctionExpression": {
                if (!node.id) return this.func(node, scope);
                const inner = new Scope(scope, this.doubt, false);
                const made = this.func(node, inner);
                inner.set(node.id.name, made);
                return made;
            }
            case "ArrowFunctionExpression":
                return this.func(node, scope);
            case "ClassExpression":
                return this.classOf(node, scope);
            case "TemplateLiteral": {
                const parts = node.quasis.flatMap(({ value }, index) => {
                    const inner = node.expressions[index];
                    return [value.cooked ?? value.raw, ...(inner ? [this.value(inner, scope)] : [])];
                });
                return parts.reduce<Abstract>((text, part) => added(text, part), "");
            }
            case "TaggedTemplateExpression": {
                const tag = this.value(node.tag, scope);
                const args = node.quasi.expressions.map((one) => this.value(one, scope));
                return this.call(tag, undefined, [UNKNOWN, ...args]);
            }
            case "MemberExpression":
                return this.memberOf(node, scope)[1];
            case "ChainExpression":
                return this.value(node.expression, scope);
            case "ParenthesizedExpression":
                return this.value(node.expression, scope);
            case "CallExpression":
                return this.callExpression(node, scope);
            case "NewExpression":
                return this.newExpression(node, scope);
            case "AssignmentExpression":
                return this.assignment(node, scope);
            case "UpdateExpression": {
                const before = this.value(node.argument, scope);
                const after = typeof before === "number" ? before + (node.operator === "++" ? 1 : -1) : UNKNOWN;
                this.bind(node.argument as PatternNode, after, scope, "assign");
                return node.prefix ? after : before;
            }
            case "SequenceExpression":
                return node.expressions.reduce<Abstract>((_last, one) => this.value(one, scope), undefined);
            case "UnaryExpression":
                return unary(node.operator, this.value(node.argument, scope));
            case "BinaryExpression":
                return this.binary(node, scope);
            case "LogicalExpression":
                return this.logical(node, scope);
            case "ConditionalExpression": {
                const test = this.value(node.test, scope);
                const known = truth(test);
                if (known !== undefined) {
                    const [taken, passed] = known
                        ? [node.consequent, node.alternate]
                        : [node.alternate, node.consequent];
                    this.passes(() => this.value(passed, scope), passed);
                    return this.value(taken, scope);
                }
                const side = (one: Expression) =>
                    [
                        () => {
                            const value = this.value(one, scope);
                            this.branches.answered(value);
                            return value;
                        },
                        one,
                    ] as const;
                const [yes, no] = this.decided(test, node.test.start, side(node.consequent), side(node.alternate));
                return join(yes, no);
            }
            case "AwaitExpression":
                return this.value(node.argument, scope);
            case "YieldExpression": {
                const value = node.argument ? this.value(node.argument, scope) : undefined;
                if (node.delegate) this.frame.yields.push(...(this.elementsOf(value) ?? []));
                else this.frame.yields.push(value);
                return value;
            }
            case "ImportExpression":
                return this.dynamicImport(this.file, this.value(node.source, scope));
            case "MetaProperty":
                return record({
                    url: `file:///var/task/${this.file}`,
                    dirname: `/var/task`,
                    filename: `/var/task/${this.file}`,
                });
            default:
                return UNKNOWN;
        }
    }

    private array(elements: readonly (Expression | SpreadElement | null)[], scope: Scope): Abstract {
        const { values, isOpen } = this.spread(elements, scope);
        const made = list(values);
        if (isOpen) made.fallback = UNKNOWN;
        return made;
    }

    private spread(
        nodes: readonly (Expression | SpreadElement | null)[],
        scope: Scope,
    ): { readonly values: readonly Abstract[]; readonly isOpen: boolean } {
        const values: Abstract[] = [];
        let isOpen = false;
        for (const node of nodes) {
            if (node?.type !== "SpreadElement") {
                const value = node ? this.value(node, scope) : undefined;
                this.reads(value);
                values.push(value);
                continue;
            }
            const spread = this.value(node.argument, scope);
            const elements = this.elementsOf(spread);
            if (elements) {
                this.budget.spend(elements.length);
                if (values.length + elements.length < MOST_ELEMENTS) values.push(...elements);
            } else {
                isOpen = true;
                values.push(spread instanceof Input ? spread : UNKNOWN);
            }
        }
        return { values, isOpen };
    }

    private object(node: Extract<Expression, { type: "ObjectExpression" }>, scope: Scope): Obj {
        const made = new Obj();
        for (const property of node.properties) {
            if (property.type === "SpreadElement") {
                this.copyInto(made, this.value(property.argument, scope));
                continue;
            }
            const key = this.propertyKey(property.key, property.computed, scope);
            const value = this.kept(property.value, scope);
            if (value instanceof Func && property.method) value.home = made;
            if (typeof key !== "string") {
                made.fallback = value;
                made.openKeys = [...(made.openKeys ?? []), key];
                continue;
            }
            if (this.watcher && value instanceof Func) this.watcher.named(value, key);
            if (key === "__proto__" && !property.computed) {
                if (value instanceof Obj) made.proto = value;
                else made.fallback = value;
            } else if (property.kind === "get") made.props.set(key, new Getter(value as Func));
            else if (property.kind !== "set") made.props.set(key, value);
        }
        return made;
    }

    copyInto(target: Obj, from: Abstract): void {
        for (const one of optionsOf(from)) {
            if (one instanceof Obj) {
                for (const [key, value] of one.props) target.props.set(key, value);
                if (one.fallback !== undefined) target.fallback = one.fallback;
                if (one.openKeys) target.openKeys = [...(target.openKeys ?? []), ...one.openKeys];
            } else if (one instanceof Input || one instanceof Outside || (this.watcher && one instanceof Unknown))
                target.fallback = this.watcher && target.fallback !== undefined ? join(one, target.fallback) : one;
        }
    }

    private propertyKey(node: Expression | PrivateIdentifier, computed: boolean, scope: Scope): Abstract {
        if (node.type === "PrivateIdentifier") return `#${node.name}`;
        if (!computed && node.type === "Identifier") return node.name;
        const value = this.value(node, scope);
        return keyOf(value) ?? value;
    }

    func(node: FunctionNode | ArrowFunctionExpression | AnonymousFunctionDeclaration, scope: Scope): Func {
        const self = node.type === "ArrowFunctionExpression" ? this.frame.self : undefined;
        const made = new Func(node as FunctionNode, scope, this.file, self);
        this.watcher?.made(made);
        if (node.type === "ArrowFunctionExpression" && this.frame.func?.home) made.home = this.frame.func.home;
        return made;
    }

    private classOf(node: Class | AnonymousClassDeclaration, scope: Scope): Func {
        const inner = new Scope(scope, this.doubt, false);
        const made = new Func(node as Class, inner, this.file);
        this.watcher?.made(made);
        if (node.id) inner.set(node.id.name, made);
        const prototype = new Obj();
        made.props.set("prototype", prototype);
        prototype.props.set("constructor", made);
        if (node.superClass) {
            made.parent = this.value(node.superClass, scope);
            if (made.parent instanceof Func) {
                made.proto = made.parent;
                const above = made.parent.props.get("prototype");
                if (above instanceof Obj) prototype.proto = above;
            } else if (made.parent instanceof Outside) {
                made.fallback = made.parent;
                prototype.fallback = made.parent.get("prototype");
            }
        }
        const within = this.frame;
        this.frame = { self: made, func: made, result: undefined, hasResult: false, yields: [] };
        for (const member of node.body.body) {
            if (member.type === "StaticBlock") this.block(member.body, new Scope(inner, this.doubt, true));
            else if (member.type === "MethodDefinition") this.method(member, member.static ? made : prototype, inner);
            else if (member.static) {
                const key = this.propertyKey(member.key, member.computed, inner);
                const value = member.value ? this.value(member.value, inner) : undefined;
                if (typeof key === "string") made.props.set(key, value);
            }
        }
        this.frame = within;
        return made;
    }

    private method(member: MethodDefinition, on: Obj, scope: Scope): void {
        const key = this.propertyKey(member.key, member.computed, scope);
        if (typeof key !== "string" || member.kind === "constructor" || member.kind === "set") return;
        const value = this.func(member.value, scope);
        value.home = on;
        this.watcher?.named(value, key);
        on.props.set(key, member.kind === "get" ? new Getter(value) : value);
    }

    private assignment(node: AssignmentExpression, scope: Scope): Abstract {
        const { left, operator, right } = node;
        if (operator === "=") {
            const value = this.kept(right, scope);
            this.bind(left as PatternNode, value, scope, "assign");
            return value;
        }
        const before = this.value(left as Expression, scope);
        if (operator === "??=" || operator === "||=" || operator === "&&=") {
            const known =
                operator === "??=" ? nullish(before) : operator === "||=" ? inverse(truth(before)) : truth(before);
            if (known === false) return before;
            const value = this.value(right, scope);
            this.bind(left as PatternNode, known === undefined ? join(before, value) : value, scope, "assign");
            return known === undefined ? join(before, value) : value;
        }
        const operand = this.value(right, scope);
        const after = operator === "+=" ? added(before, operand) : UNKNOWN;
        this.bind(left as PatternNode, after, scope, "assign");
        return after;
    }

    private binary(node: Extract<Expression, { type: "BinaryExpression" }>, scope: Scope): Abstract {
        // A sum of thousands leans to the left: it is gone down in a loop.
        const chain: (typeof node)[] = [node];
        let first: Expression | PrivateIdentifier = node.left;
        while (first.type === "BinaryExpression") {
            chain.push(first);
            first = first.left;
        }
        let left = this.value(first, scope);
        for (const one of chain.reverse()) left = this.operation(one.operator, left, this.value(one.right, scope));
        return left;
    }

    private operation(operator: string, left: Abstract, right: Abstract): Abstract {
        if (operator === "+") return added(left, right);
        if (["===", "==", "!==", "!="].includes(operator)) return compared(left, right, operator.startsWith("!"));
        if (operator === "in") return this.has(right, left);
        if (operator === "instanceof") return UNKNOWN;
        if (typeof left === "number" && typeof right === "number") return calculated(operator, left, right);
        return UNKNOWN;
    }

    private logical(node: Extract<Expression, { type: "LogicalExpression" }>, scope: Scope): Abstract {
        const left = this.value(node.left, scope);
        const known = node.operator === "??" ? inverse(nullish(left)) : truth(left);
        const takesRight = node.operator === "&&";
        if (known !== undefined) {
            if (known === takesRight) return this.value(node.right, scope);
            this.passes(() => this.value(node.right, scope), node.right);
            return left;
        }
        const run = () => this.value(node.right, scope);
        const isBranch = left instanceof Condition && left.negated !== takesRight && node.operator !== "??";
        const right = isBranch
            ? this.decided(takesRight ? left : left.not(), node.left.start, [run, node.right])[0]
            : this.doubtful(run);
        if (node.operator === "&&") {
            if (left instanceof Condition && right instanceof Condition && left.negated === right.negated) {
                const by = isSelector(left.by) ? left.by : right.by;
                return new Condition(
                    new Input([...by.paths, ...left.by.paths, ...right.by.paths]),
                    labelled(left, right),
                    left.negated,
                );
            }
            if (right instanceof Condition) return right;
            return left instanceof Condition && !isCallable(right) && !(right instanceof Obj)
                ? left
                : join(left instanceof Condition ? UNKNOWN : right, right);
        }
        if (left instanceof Condition && right instanceof Condition)
            return left.negated === right.negated
                ? new Condition(left.by, `${left.label}, ${right.label}`, left.negated)
                : UNKNOWN;
        return join(left, right);
    }

    // ---------------------------------------------------------------- members

    /** What a member expression is of, and what it is. */
    private memberOf(node: MemberExpression, scope: Scope): readonly [Abstract, Abstract] {
        const key = () => this.propertyKey(node.property, node.computed, scope);
        if (node.object.type === "Super") {
            const above = this.frame.func?.home?.proto ?? this.frame.func?.home?.fallback;
            return [this.frame.self, this.member(above, key())];
        }
        // So is a chain of calls.
        const object = this.value(node.object, scope);
        return [object, this.member(object, key(), object)];
    }

    member(object: Abstract, key: Abstract, self: Abstract = object): Abstract {
        if (object instanceof Choice) {
            const options = object.options.map((one) => this.member(one, key));
            if (object.by && options.every((one) => !(one instanceof Choice)))
                return new Choice(options, object.by, object.labels);
            return key instanceof Input ? this.lookup(object.options, key) : options.reduce(join, undefined);
        }
        const named = keyOf(key);
        if (named === undefined && key instanceof Choice && object instanceof Outside && this.watcher)
            return key.options.map((one) => this.member(object, one)).reduce(join, undefined);
        if (named === undefined && object instanceof Outside && this.watcher) return object.get("*");
        if (named === undefined) return key instanceof Input ? this.lookup([object], key) : this.anyMember(object);
        if (object instanceof Obj) {
            const native = nativeMember(this, object, named);
            if (native !== undefined) return native;
            return this.property(object, named, self);
        }
        if (object instanceof Outside) return named === "__esModule" ? true : object.get(named);
        if (object instanceof Input) return object.get(named);
        if (typeof object === "string") return nativeMember(this, object, named) ?? UNKNOWN;
        if (object instanceof Unknown) this.watcher?.sought(named);
        return UNKNOWN;
    }

    private property(object: Obj, key: string, self: Abstract): Abstract {
        let at: Obj | undefined = object;
        let outside: Abstract;
        for (let step = 0; at && step < 50; step += 1) {
            const own: Abstract | Getter = at.items && /^\d+$/.test(key) ? at.items[Number(key)] : at.props.get(key);
            if (own instanceof Getter) return this.call(own.get, self, []);
            if (own instanceof Obj || own instanceof Choice) this.reads(own);
            if (own !== undefined || at.props.has(key)) return own;
            if (at instanceof Func && key === "prototype" && !at.isClass) {
                const made = record({ constructor: at });
                at.props.set("prototype", made);
                return made;
            }
            // What is above a class of the code is asked after all classes of the code.
            outside ??= at.fallback;
            at = at.proto;
        }
        return outside === undefined ? undefined : this.member(outside, key);
    }

    private has(object: Abstract, key: Abstract): Abstract {
        const named = keyOf(key);
        if (!(object instanceof Obj) || named === undefined || object.items || object instanceof Native) return UNKNOWN;
        for (let at: Obj | undefined = object, step = 0; at && step < 50; at = at.proto, step += 1) {
            if (at.props.has(named)) return true;
            if (at.fallback !== undefined || at instanceof Func) return UNKNOWN;
        }
        return false;
    }

    /** One of what an object has, by a part of the input; that its values are functions is not asked yet. */
    private lookup(objects: readonly Abstract[], by: Input): Abstract {
        const found: [string, Abstract][] = [];
        for (const object of objects) {
            if (!(object instanceof Obj)) continue;
            for (let at: Obj | undefined = object; at && found.length < 2000; at = at.proto)
                for (const [key, value] of at.props)
                    if (key !== "constructor") found.push([key, value instanceof Getter ? UNKNOWN : value]);
            for (const [key, value] of object.entries ?? []) found.push([keyOf(key) ?? "", value]);
            for (const [index, value] of (object.items ?? []).entries()) found.push([String(index), value]);
        }
        if (found.length === 0) return objects.some((one) => one instanceof Input) ? by : UNKNOWN;
        return new Choice(
            found.map(([, value]) => value),
            isSelector(by) ? by : undefined,
            found.map(([key]) => key),
        );
    }

    /** By a key that nobody knows. */
    private anyMember(object: Abstract): Abstract {
        if (object instanceof Outside) return object.get("*");
        if (!(object instanceof Obj)) return UNKNOWN;
        const values = [
            ...(object.items ?? []).slice(0, MOST_LIKELY),
            ...[...object.props.values()].slice(0, MOST_LIKELY),
            ...[...(object.entries?.values() ?? [])].slice(0, MOST_LIKELY),
        ];
        if (this.watcher) for (const one of values) if (one instanceof Func) this.watcher.read(one);
        return (
            values
                .filter((one) => !(one instanceof Getter))
                .reduce<Abstract>((a, b) => join(a, b as Abstract), undefined) ?? UNKNOWN
        );
    }

    private setMember(node: MemberExpression, value: Abstract, scope: Scope): void {
        const object = this.value(node.object, scope);
        const key = this.propertyKey(node.property, node.computed, scope);
        for (const one of optionsOf(object)) this.set(one, key, value);
    }

    set(object: Abstract, key: Abstract, value: Abstract): void {
        if (object instanceof Outside && typeof key === "string" && value instanceof Obj)
            this.registrations.assigned(object, key, value);
        if (!(object instanceof Obj)) return;
        const named = keyOf(key);
        if (this.watcher && value instanceof Func && named !== undefined) this.watcher.named(value, named);
        if (named === undefined) {
            if (this.watcher && value instanceof Func) this.watcher.read(value);
            object.fallback = object.fallback === undefined ? value : join(object.fallback, value);
            return;
        }
        if (object.items && /^\d+$/.test(named)) {
            if (Number(named) < 10_000) object.items[Number(named)] = value;
            return;
        }
        const before = object.props.get(named);
        const isSure = this.doubt === 0 || before === undefined || before instanceof Getter;
        object.props.set(named, isSure ? value : join(value, before));
    }

    /** The elements of what is iterated over, where they are known. */
    elementsOf(value: Abstract): readonly Abstract[] | undefined {
        if (typeof value === "string") return value.length > 1000 ? undefined : [...value];
        if (value instanceof Choice) {
            const all = value.options.map((one) => this.elementsOf(one));
            return all.some((one) => one === undefined) ? undefined : all.flatMap((one) => one ?? []);
        }
        if (!(value instanceof Obj)) return undefined;
        if (value.items) return value.fallback === undefined ? value.items : [...value.items];
        if (value.entries) {
            const isSet = value.props.get("#set") === true;
            return [...value.entries].map(([key, one]) => (isSet ? key : list([key, one])));
        }
        return undefined;
    }

    /** The names of an object's properties, where they are known. */
    keysOf(value: Abstract): readonly string[] | undefined {
        if (value instanceof Choice) return value.options.flatMap((one) => this.keysOf(one) ?? []);
        if (!(value instanceof Obj)) return undefined;
        if (value.items) return value.items.map((_one, index) => String(index));
        return [...value.props.keys()].filter((key) => !key.startsWith("#"));
    }

    // ---------------------------------------------------------------- calls

    private callExpression(node: CallExpression, scope: Scope): Abstract {
        const { callee } = node;
        if (callee.type === "Super") {
            const { values } = this.spread(node.arguments, scope);
            this.superCall(this.frame.func?.parent ?? this.parentOf(this.frame), values);
            return this.frame.self;
        }
        if (callee.type === "MemberExpression" && callee.object.type !== "Super") {
            const object = this.value(callee.object, scope);
            const key = this.propertyKey(callee.property, callee.computed, scope);
            const { values } = this.spread(node.arguments, scope);
            return this.callMethod(object, key, values, node.start);
        }
        const [self, target] =
            callee.type === "MemberExpression" ? this.memberOf(callee, scope) : [undefined, this.value(callee, scope)];
        const { values } = this.spread(node.arguments, scope);
        this.registrations.calledWith(target, values, { file: this.file, at: node.start });
        this.at = node.start;
        return this.call(target, self, values);
    }

    callMethod(object: Abstract, key: Abstract, args: readonly Abstract[], at: number): Abstract {
        const named = keyOf(key);
        const place = { file: this.file, at };
        this.at = at;
        const lost =
            object instanceof Unknown && named !== undefined ? this.watcher?.method(named, args, place) : undefined;
        if (lost !== undefined) return lost.value;
        const known = named === undefined ? undefined : this.registrations.method(this, object, named, args, place);
        if (known !== undefined) return known.value;
        const names = object instanceof Outside && key instanceof Choice ? key.options : [];
        for (const one of names) if (typeof one === "string") this.registrations.method(this, object, one, args, place);
        if (object instanceof Input && named !== undefined) {
            const answer = inputMember(this, object, named, args);
            if (answer !== undefined) return answer;
        }
        if ((named === "then" || named === "finally") && !(object instanceof Unknown)) {
            const own = object instanceof Obj ? this.property(object, named, object) : undefined;
            if (own === undefined && args[0] !== undefined)
                return named === "then" ? this.call(args[0], undefined, [object]) : object;
        }
        if (named === "catch" && object instanceof Obj && this.property(object, named, object) === undefined)
            return object;
        if (named === "call" && !(object instanceof Outside)) return this.call(object, args[0], args.slice(1));
        if (named === "apply" && !(object instanceof Outside)) {
            const elements = this.elementsOf(args[1]);
            return this.call(object, args[0], elements ?? [args[1] instanceof Input ? args[1] : UNKNOWN]);
        }
        if (named === "bind" && (object instanceof Func || object instanceof Choice)) {
            const [self, ...first] = args;
            return new Native((_self, more) => this.call(object, self, [...first, ...more]));
        }
        if (object instanceof Choice && !(object.by && isSelector(object.by))) {
            return object.options
                .map((one) => this.doubtful(() => this.callMethod(one, key, args, at)))
                .reduce(join, undefined);
        }
        this.registrations.calledWith(
            object instanceof Outside && named !== undefined ? object.get(named) : undefined,
            args,
            place,
        );
        return this.call(this.member(object, key), object, args);
    }

    private parentOf(frame: Frame): Abstract {
        const maker = frame.func?.home?.props.get("constructor");
        return maker instanceof Func ? maker.parent : undefined;
    }

    call(target: Abstract, self: Abstract, args: readonly Abstract[]): Abstract {
        this.budget.spend();
        if (target instanceof Func) return this.invoke(target, self, args);
        if (target instanceof Native) return target.call(self, args, false);
        if (target instanceof Choice) return this.callOneOf(target, self, args);
        const told = this.watcher?.called(this, target, args, { file: this.file, at: this.at });
        if (told !== undefined) return told.value;
        if (target instanceof Outside) {
            this.branches.effect(target);
            this.handOut(args);
            return new Outside(target.module, `${target.path}()`, target, args);
        }
        this.handOut(args);
        return target instanceof Input ? target : UNKNOWN;
    }

    /** Of several functions one is called: where the input tells which, each is a branch of its own. */
    private callOneOf(target: Choice, self: Abstract, args: readonly Abstract[]): Abstract {
        const seen = new Set<Abstract>();
        let result: Abstract;
        const { by } = target;
        for (const [index, one] of target.options.entries()) {
            if (seen.has(one)) continue;
            seen.add(one);
            const run = () => {
                const value = this.call(one, self, args);
                this.branches.answered(value);
                return value;
            };
            const node = one instanceof Func ? one.node : undefined;
            const label = target.labels[index] ?? "";
            const value = this.doubtful(() =>
                by && isSelector(by) && (isCallable(one) || one instanceof Outside)
                    ? this.branches.within(
                          {
                              by,
                              labels: [label],
                              file: one instanceof Func ? one.file : this.file,
                              at: node?.start ?? 0,
                              start: node?.start ?? index,
                              end: node?.end ?? index,
                              isLookup: true,
                          },
                          run,
                      )
                    : run(),
            );
            result = join(result, value);
        }
        return result;
    }

    /** Whoever takes a function may call it, with what nobody knows. */
    private handOut(args: readonly Abstract[]): void {
        const isDecorating = isDecorator(args);
        for (const arg of args) {
            if (!isDecorating) this.watcher?.handedOut(this, arg);
            for (const one of optionsOf(arg)) {
                if (!(one instanceof Func) || one.isClass || this.handedOut.has(one)) continue;
                if (arg instanceof Choice && arg.by && this.phase === "request") {
                    this.callOneOf(arg, undefined, []);
                    break;
                }
                this.handedOut.add(one);
                this.doubtful(() =>
                    this.invoke(
                        one,
                        undefined,
                        one.node.type.startsWith("Class") ? [] : (one.node as FunctionNode).params.map(() => UNKNOWN),
                    ),
                );
            }
        }
    }

    private newExpression(node: NewExpression, scope: Scope): Abstract {
        const target = this.value(node.callee, scope);
        const { values } = this.spread(node.arguments, scope);
        this.registrations.calledWith(target, values, { file: this.file, at: node.start });
        this.at = node.start;
        return this.construct(target, values);
    }

    construct(target: Abstract, args: readonly Abstract[]): Abstract {
        if (target instanceof Native) return target.call(undefined, args, true);
        if (target instanceof Choice) {
            const made = target.options.map((one) => this.construct(one, args));
            return target.by ? new Choice(made, target.by, target.labels) : made.reduce(join, undefined);
        }
        const told = this.watcher?.constructed(this, target, args, { file: this.file, at: this.at });
        if (told !== undefined) return told.value;
        if (!(target instanceof Func)) return this.call(target, undefined, args);
        const made = new Obj();
        const prototype = this.property(target, "prototype", target);
        if (prototype instanceof Obj) made.proto = prototype;
        this.branches.called(target);
        if (target.isClass) {
            this.madeOf.add(target.node);
            this.superCall(target, args, made);
            return made;
        }
        const returned = this.invoke(target, made, args);
        return returned instanceof Obj ? returned : made;
    }

    /** Runs a class's fields and constructor on an object, those above it first where it has no constructor. */
    private superCall(target: Abstract, args: readonly Abstract[], made: Abstract = this.frame.self): void {
        if (!(made instanceof Obj)) return;
        if (target instanceof Outside) {
            this.handOut(args);
            const told = this.watcher?.constructed(this, target, args, { file: this.file, at: this.at });
            made.fallback = told?.value ?? new Outside(target.module, `${target.path}()`, target, args);
            return;
        }
        if (!(target instanceof Func)) return;
        if (this.watcher?.standsFor(target, made, args)) return;
        if (!target.isClass) {
            this.invoke(target, made, args);
            return;
        }
        const body = (target.node as Class).body.body;
        const maker = body.find(
            (one): one is MethodDefinition => one.type === "MethodDefinition" && one.kind === "constructor",
        );
        const fields = () =>
            this.fields(
                target,
                made,
                body.filter((one): one is PropertyDefinition => one.type === "PropertyDefinition" && !one.static),
            );
        if (!maker) {
            if (target.parent !== undefined) this.superCall(target.parent, args, made);
            fields();
            return;
        }
        fields();
        const func = new Func(maker.value, target.scope, target.file);
        const prototype = target.props.get("prototype");
        if (prototype instanceof Obj) func.home = prototype;
        func.parent = target.parent;
        this.invoke(func, made, args, target.node);
    }

    private fields(target: Func, made: Obj, fields: readonly PropertyDefinition[]): void {
        const [within, file] = [this.frame, this.file];
        this.frame = { self: made, func: target, result: undefined, hasResult: false, yields: [] };
        this.file = target.file;
        for (const field of fields) {
            const key = this.propertyKey(field.key, field.computed, target.scope);
            const value = field.value ? this.value(field.value, target.scope) : undefined;
            if (typeof key === "string") made.props.set(key, value);
        }
        this.frame = within;
        this.file = file;
    }

    /** Goes through a function's body. */
    private invoke(func: Func, self: Abstract, args: readonly Abstract[], identity: object = func.node): Abstract {
        if (func.isClass) return this.construct(func, args);
        this.branches.called(func, args);
        // A wrapper of each module is one function, and another closure each time.
        const closure = identity === func.node ? func : identity;
        const running = this.active.get(closure) ?? 0;
        const counts = this.calls[this.phase];
        const count = counts.get(identity) ?? 0;
        const most = this.watcher && this.phase === "request" ? MOST_WATCHED : MOST_CALLS[this.phase];
        if (this.depth >= DEEPEST[this.phase] || running >= MOST_RECURSIONS || count >= most) return UNKNOWN;
        counts.set(identity, count + 1);
        this.active.set(closure, running + 1);
        this.depth += 1;
        const [frame, file, jumped, isKeeping] = [this.frame, this.file, this.jumped, this.isKeeping];
        this.jumped = undefined;
        this.isKeeping = false;
        const node = func.node as FunctionNode | ArrowFunctionExpression;
        const isArrow = node.type === "ArrowFunctionExpression";
        this.frame = { self: isArrow ? func.self : self, func, result: undefined, hasResult: false, yields: [] };
        this.file = func.file;
        const scope = new Scope(func.scope, this.doubt, true);
        if (!isArrow) scope.set("arguments", list(args));
        this.parameters(node.params, args, scope);
        if (node.body.type === "BlockStatement") {
            const { body } = node.body;
            for (const name of hoistedIn(body)) if (!scope.has(name)) scope.set(name, undefined);
            this.branches.inFunction(() => this.block(body, scope));
        } else this.returns(this.value(node.body, scope));
        const { result, yields } = this.frame;
        this.frame = frame;
        this.file = file;
        this.jumped = jumped;
        this.isKeeping = isKeeping;
        this.depth -= 1;
        this.active.set(closure, running);
        return node.generator ? generated(yields, result) : result;
    }

    private parameters(params: readonly PatternNode[], args: readonly Abstract[], scope: Scope): void {
        for (const [index, param] of params.entries()) {
            if (param.type === "RestElement") this.bind(param.argument, list(args.slice(index)), scope, "let");
            else this.bind(param, args[index], scope, "let");
        }
    }
}

/** `decorator(Class.prototype, "method", descriptor)`: whoever decorates a method asks for no other. */
function isDecorator([target, name]: readonly Abstract[]): boolean {
    return target instanceof Obj && target.props.has("constructor") && typeof name === "string";
}
