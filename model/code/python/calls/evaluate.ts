import { type Calls, eitherOf, OPEN, type Said } from "../../calls";
import type { Budget, Entry } from "../../code";
import type { SdkNames } from "../../sdk-names";
import type { Call, Expression, FunctionDefinition, Parameter, Pattern, Statement } from "../syntax";
import { AwsObjects } from "./aws";
import type { Asked, Core, Place } from "./core";
import { Findings } from "./findings";
import { DATA, Flow, OF_ANYTHING, OF_DATA, one, textsOf } from "./flow";
import { Library } from "./library";
import type { Loader } from "./loading";
import { isLocalOnly, localsOf } from "./scopes";
import { formatted, joined, percent, saidsOf } from "./texts";
import {
    type Arguments,
    type Atom,
    allOf,
    type Bound,
    type Box,
    type ClassAtom,
    type Client,
    type External,
    type Frame,
    type FunctionAtom,
    type FunctionKind,
    type Instance,
    type Member,
    type ModuleAtom,
    NO_ARGUMENTS,
    NONE,
    Scope,
    Slot,
    type Super,
    type Unit,
    union,
    type Value,
} from "./values";

/** So many evaluations of one function's body, by where it is called; all others are one. */
const MOST_FRAMES = 12;
/** Boxes in boxes that are looked into. */
const MOST_DEEP = 400;

/** Bases that call no method of theirs by themselves. */
const PASSIVE =
    /(?:^|\.)(?:object|ABC|Enum|StrEnum|IntEnum|Exception|BaseException|\w*Error|\w*Warning|NamedTuple|TypedDict|Protocol|Generic|BaseModel|BaseSettings|dict|list|str|int|float|tuple|set|type|Generic\[.*)$/;
const BOTO = /^(?:boto3|botocore|aioboto3|aiobotocore)\./;
const ANY_ARGUMENTS: Arguments = { ...NO_ARGUMENTS, rest: OF_DATA, more: OF_DATA, open: true };
const PROTOCOL = [
    "read",
    "readinto",
    "readline",
    "write",
    "close",
    "flush",
    "emit",
    "filter",
    "format",
    "handle",
    "run",
    "__call__",
];
const MODELS = /(?:^|\.)(?:BaseModel|BaseSettings|NamedTuple|TypedDict|\w*Enum|\w*Exception|\w*Error)$/;
const FIELDS =
    /(?:^|\.)(?:dataclass|attr\.s|attrs|attr\.\w+|define|frozen|BaseModel|BaseSettings|NamedTuple|TypedDict|Struct)$/;
/** Methods that put what they are given into what they are called on. */
const KEEPS = new Set([
    "append",
    "add",
    "insert",
    "extend",
    "appendleft",
    "put",
    "put_nowait",
    "push",
    "update",
    "setdefault",
    "set",
]);

export class Evaluator implements Core {
    readonly flow: Flow;
    private readonly aws: AwsObjects;
    private readonly library: Library;
    private readonly findings = new Findings();
    private readonly members = new Map<Atom, Map<string, Member>>();
    private readonly externals = new Map<string, External>();
    private readonly framesOf = new Map<FunctionDefinition, number>();
    private readonly ids = new WeakMap<object, number>();
    private readonly loose = new Map<string, Slot>();
    private readonly allInstances = new Slot();
    private readonly classes: ClassAtom[] = [];
    private readonly moreClasses = new Slot();
    private id = 0;

    constructor(
        readonly names: SdkNames,
        readonly entry: Entry,
        budget: Budget,
        private readonly loader: Loader,
    ) {
        this.flow = new Flow(budget);
        this.aws = new AwsObjects(this);
        this.library = new Library(this, this.aws, loader);
    }

    // What is found.

    open(reason: string): void {
        this.findings.open(reason);
    }

    openAt(place: Place, kind: string, reason: string | undefined): void {
        this.findings.openAt(place, kind, reason);
    }

    asks(client: Client, operation: string, { parameters, only }: Asked, place: Place): void {
        const { own, reasons } = this.aws.trust(client);
        const { service } = client;
        const asked = `${this.idOf(client)} ${operation}`;
        this.openAt(place, `credentials ${asked}`, reasons.credentials);
        this.openAt(place, `endpoint ${asked}`, reasons.endpoint);
        const certain = own === "yes" && only;
        // What has another endpoint is for tests, and does not ask where it is deployed.
        if (own === "no" && reasons.endpoint === undefined) this.findings.foreign(place, service, operation);
        if (own !== "no") this.findings.calls(place, { service, operation, parameters, certain });
    }

    /** Everything, once nothing grows any more. */
    finish(): Calls {
        this.settle();
        this.checkLost();
        return this.found();
    }

    /** What was found until now. */
    found(): Calls {
        return this.findings.all();
    }

    settle(): void {
        this.flow.settle();
        for (let size = this.empties.size; size > 0; size = this.empties.size) {
            const all = [...this.empties.values()];
            this.empties.clear();
            for (const { args, place } of all) this.escape(allOf(args), allOf(args), place);
            this.flow.settle();
        }
    }

    private readonly framesByScope = new Map<Scope, Frame>();
    private anyFrame(): Frame {
        const [frame] = this.framesByScope.values();
        if (frame === undefined) throw new Error("nothing was loaded");
        return frame;
    }

    /** What is called by an operation's name where what it is called on was lost. */
    private checkLost(): void {
        for (const [{ of }, places] of this.watched) {
            if (of.is !== "attribute") continue;
            const values = places.map((place) => [this.evaluate(of.of, place.frame), place] as const);
            if (values.some(([value, place]) => this.isFollowed(value, of.name, place))) continue;
            const isEmpty = values.every(([value]) => value.size === 0);
            if (this.aws.mayAsk(of.name, isEmpty)) this.open(OPEN.lost);
        }
    }

    private isFollowed(value: Value, name: string, place: Place): boolean {
        return [...value].some((atom) => {
            if (atom.is === "said" || atom.is === "anything") return false;
            return atom.is === "box" || this.attributeOf(atom, name, place).size > 0;
        });
    }

    // Modules.

    load(name: string): ModuleAtom | undefined {
        const parts = name.split(".");
        let found: ModuleAtom | undefined;
        for (let length = 1; length <= parts.length; length++) {
            found = this.module(parts.slice(0, length).join("."));
            if (found === undefined) return undefined;
        }
        return found;
    }

    private readonly modules = new Map<string, ModuleAtom | undefined>();

    private module(name: string): ModuleAtom | undefined {
        if (this.modules.has(name)) return this.modules.get(name);
        const file = this.loader.find(name);
        if (file === undefined) {
            this.modules.set(name, undefined);
            return undefined;
        }
        const program = this.loader.program(file, (reason) => this.open(reason));
        const { locals } = localsOf(program.body);
        const scope = new Scope("module", undefined, locals, new Set());
        const unit: Unit = { run: () => this.block(program.body, frame), runs: 0, waits: false };
        const module: ModuleAtom = {
            is: "module",
            name,
            file: file.file,
            isPackage: file.isPackage,
            scope,
            program,
            stars: [],
            unit,
        };
        const frame: Frame = {
            id: ++this.id,
            scope,
            returns: new Slot(),
            unit,
            module,
            function: undefined,
            self: undefined,
            sites: [0, 0],
        };
        this.framesByScope.set(scope, frame);
        this.modules.set(name, module);
        this.flow.demand(unit);
        return module;
    }

    /** What starts, as Lambda calls it. */
    start(module: ModuleAtom, names: readonly string[]): boolean {
        const frame = this.framesByScope.get(module.scope) ?? this.anyFrame();
        let ok = false;
        const unit: Unit = {
            run: () => {
                const place: Place = { node: unit, at: 0, frame };
                let value: Value = one(module);
                for (const name of names) value = this.attribute(value, name, place);
                ok ||= [...value].some((atom) => atom.is !== "said");
                this.types(value, place);
                this.call(value, { ...NO_ARGUMENTS, positional: [OF_DATA, OF_DATA] }, place);
            },
            runs: 0,
            waits: false,
        };
        this.flow.demand(unit);
        this.settle();
        return ok;
    }

    /** Who calls makes what the parameters' types say. */
    private types(value: Value, place: Place): void {
        for (const atom of value) {
            const fn = atom.is === "bound" ? atom.of : atom;
            if (fn.is === "function") this.typed(fn, place);
        }
    }

    private typed(fn: FunctionAtom, place: Place): void {
        for (const frame of fn.frames.values())
            for (const [name, types] of fn.types) this.flow.write(frame.scope.slot(name), this.madeOf(types, place));
    }

    private madeOf(types: Slot, place: Place): Value {
        const found = [...this.deep(this.flow.read(types))];
        return union(
            ...found.map((atom) => (atom.is === "class" ? this.instantiateUnknown(atom, place) : NONE)),
            new Set(found.filter(({ is }) => is !== "class" && is !== "external" && is !== "said")),
        );
    }

    // Statements.

    private block(statements: readonly Statement[], frame: Frame): void {
        for (const statement of statements) this.statement(statement, frame);
    }

    private statement(statement: Statement, frame: Frame): void {
        this.flow.budget.spend();
        switch (statement.is) {
            case "expression":
                this.evaluate(statement.value, frame);
                return;
            case "assign": {
                const value = this.evaluate(statement.value, frame);
                for (const target of statement.targets) this.assign(target, value, frame);
                return;
            }
            case "add": {
                const value = this.evaluate(statement.value, frame);
                const before = this.evaluate(statement.target, frame);
                for (const atom of before) if (atom.is === "box") this.keep(atom, value);
                // A text that grows has no end here, where it is not asked in what order.
                const heavy = union(this.heavy(before), this.heavy(value));
                this.assign(statement.target, heavy.size > 0 ? heavy : OF_DATA, frame);
                return;
            }
            case "if":
                for (const branch of statement.branches) {
                    const holds = isLocalOnly(branch.test, this.entry);
                    if (holds !== false) this.evaluate(branch.test, frame);
                    if (holds !== false) this.block(branch.body, frame);
                }
                this.block(statement.otherwise ?? [], frame);
                return;
            case "for": {
                const of = this.evaluate(statement.of, frame);
                this.assign(statement.target, this.iterate(of, { node: statement, at: statement.at, frame }), frame);
                this.block(statement.body, frame);
                this.block(statement.otherwise, frame);
                return;
            }
            case "while":
                this.evaluate(statement.test, frame);
                this.block(statement.body, frame);
                this.block(statement.otherwise, frame);
                return;
            case "try":
                for (const tried of statement.body)
                    if (tried.is === "import" || tried.is === "from")
                        if (statement.handlers.some(({ of }) => /^$|Import|ModuleNotFound|Exception/.test(of)))
                            this.tried.add(tried);
                this.block(statement.body, frame);
                for (const { as, body } of statement.handlers) {
                    if (as !== undefined) this.write(as, OF_DATA, frame);
                    this.block(body, frame);
                }
                this.block(statement.finally, frame);
                return;
            case "with":
                for (const { value, as } of statement.items) {
                    const entered = this.enter(this.evaluate(value, frame), { node: value, at: statement.at, frame });
                    if (as !== undefined) this.assign(as, entered, frame);
                }
                this.block(statement.body, frame);
                return;
            case "match": {
                const subject = this.evaluate(statement.subject, frame);
                for (const { pattern, guard, body } of statement.cases) {
                    this.capture(pattern, union(this.deep(subject), OF_DATA), frame);
                    if (guard !== undefined) this.evaluate(guard, frame);
                    this.block(body, frame);
                }
                return;
            }
            case "import":
                this.import(statement, frame);
                return;
            case "from":
                this.importFrom(statement, frame);
                return;
            case "return":
                if (statement.value !== undefined)
                    this.flow.write(frame.returns, this.evaluate(statement.value, frame));
                return;
            case "function":
                this.define(statement, frame);
                return;
            case "class":
                this.defineClass(statement, frame);
                return;
            case "declare":
                // The fields of a class say of what types they are.
                if (statement.type !== undefined) this.evaluate(statement.type, frame);
                return;
            case "raise":
            case "nothing":
                for (const part of statement.parts ?? []) this.evaluate(part, frame);
                return;
            case "leave":
            case "global":
                return;
        }
    }

    private capture(pattern: Pattern, value: Value, frame: Frame): void {
        switch (pattern.is) {
            case "any":
                if (pattern.name !== undefined) this.write(pattern.name, value, frame);
                return;
            case "value":
                this.evaluate(pattern.value, frame);
                return;
            case "one of":
            case "sequence":
                for (const inner of pattern.patterns) this.capture(inner, value, frame);
                return;
            case "mapping":
                for (const [, inner] of pattern.entries) this.capture(inner, value, frame);
                return;
            case "opaque":
                return;
        }
    }

    /** Imports that may fail: what is not there is not there. */
    private readonly tried = new Set<Statement>();

    private import(statement: Extract<Statement, { is: "import" }>, frame: Frame): void {
        const place: Place = { node: statement, at: statement.at, frame };
        const [top = ""] = statement.module.split(".");
        const found = this.load(statement.module);
        if (found === undefined) this.library.import(statement.module, place, this.tried.has(statement));
        if (statement.as !== undefined) this.write(statement.as, one(found ?? this.external(statement.module)), frame);
        else this.write(top, one(this.modules.get(top) ?? this.external(top)), frame);
    }

    private importFrom(statement: Extract<Statement, { is: "from" }>, frame: Frame): void {
        const place: Place = { node: statement, at: statement.at, frame };
        const name = absolute(statement.module, statement.dots, frame.module);
        const module = this.load(name);
        if (module === undefined) {
            this.library.import(name, place, this.tried.has(statement));
            if (statement.all) this.starred.add(name);
            for (const { name: own, as } of statement.names)
                this.write(as, one(this.external(`${name}.${own}`)), frame);
            return;
        }
        if (statement.all && !frame.module.stars.includes(module)) {
            frame.module.stars.push(module);
            this.touch(frame.module.scope.missed);
        }
        for (const { name: own, as } of statement.names) this.write(as, this.ofModule(module, own, place), frame);
    }
    /** Packages all of whose names are imported. */
    private readonly starred = new Set<string>();

    private ofModule(module: ModuleAtom, name: string, place: Place): Value {
        const found = this.inModule(module, name, new Set());
        const inner = this.loader.find(`${module.name}.${name}`) && this.module(`${module.name}.${name}`);
        if (found === undefined && inner === undefined) {
            const slot = module.scope.names.get("__getattr__");
            if (slot)
                return this.call(this.flow.read(slot), { ...NO_ARGUMENTS, positional: [this.flow.text(name)] }, place);
            this.flow.read(module.scope.missed);
            if (name === "__name__") return this.flow.text(module.name);
            if (name === "__dict__") return one(module);
            return NONE;
        }
        return union(found ?? NONE, inner ? one(inner) : NONE);
    }

    private inModule(module: ModuleAtom, name: string, seen: Set<ModuleAtom>): Value | undefined {
        seen.add(module);
        if (module.scope.names.has(name) || module.scope.locals.has(name))
            return this.flow.read(module.scope.slot(name));
        for (const star of module.stars) {
            const found = seen.has(star) ? undefined : this.inModule(star, name, seen);
            if (found !== undefined) return found;
        }
        return undefined;
    }

    external(path: string): External {
        let found = this.externals.get(path);
        if (found === undefined) {
            found = { is: "external", path };
            this.externals.set(path, found);
        }
        return found;
    }

    private define(definition: FunctionDefinition, frame: Frame): void {
        const decorators = definition.decorators.map((decorator) => this.evaluate(decorator, frame));
        const setter = definition.decorators.find(
            (one) => one.is === "attribute" && /^(setter|deleter|getter)$/.test(one.name),
        );
        const kind = kindOf(decorators);
        const fn = this.function(definition, kind, frame);
        let value: Value = one(fn);
        if (setter === undefined)
            for (const [at, decorator] of [...decorators.entries()].reverse()) {
                const node = definition.decorators[at] ?? definition;
                value = this.decorate(decorator, value, { node, at: definition.at, frame });
            }
        this.write(setter === undefined ? definition.name : `${definition.name}=`, value, frame);
    }

    private decorate(decorator: Value, value: Value, place: Place): Value {
        const by = [...decorator].filter(({ is }) => is !== "said");
        const transparent = by.filter((atom) => this.library.isTransparent(atom));
        if (by.length > 0 && transparent.length === by.length) {
            return value;
        }
        const isOwn = by.length > 0 && by.every(({ is }) => is === "function" || is === "bound" || is === "class");
        if (by.length === 0) return union(value, this.escape(value, NONE, place));
        const made = this.call(decorator, { ...NO_ARGUMENTS, positional: [value] }, place);
        // What is not the program's own gives back what acts like the function.
        return isOwn ? made : union(value, made);
    }

    private function(definition: FunctionDefinition, kind: FunctionKind, frame: Frame): FunctionAtom {
        const place: Place = { node: definition, at: definition.at, frame };
        const fn = this.make(place, "function", (): FunctionAtom => {
            const owner = frame.scope.kind === "class" ? this.classOf.get(frame.scope) : undefined;
            const { parameters } = definition;
            return {
                is: "function",
                definition,
                scope: frame.scope,
                kind:
                    owner && /^(__new__|__init_subclass__|__class_getitem__)$/.test(definition.name) ? "static" : kind,
                owner: owner ?? (definition.name === "" ? frame.function?.owner : undefined),
                defaults: new Map(parameters.filter((p) => p.otherwise).map(({ name }) => [name, new Slot()])),
                types: new Map(parameters.filter((p) => p.type).map(({ name }) => [name, new Slot()])),
                bounds: new Map(),
                frames: new Map(),
            };
        });
        for (const { name, otherwise, type } of definition.parameters) {
            const [slot, types] = [fn.defaults.get(name), fn.types.get(name)];
            if (otherwise !== undefined && slot) this.flow.write(slot, this.evaluate(otherwise, frame));
            if (type?.is === "text" && types) this.flow.write(types, this.lookup(type.text, frame));
            else if (type !== undefined && types) this.flow.write(types, this.evaluate(type, frame));
        }
        return fn;
    }
    private readonly classOf = new Map<Scope, ClassAtom>();

    private defineClass(definition: Extract<Statement, { is: "class" }>, frame: Frame): void {
        const place: Place = { node: definition, at: definition.at, frame };
        const cls = this.make(place, "class", (): ClassAtom => {
            const { locals, outer } = localsOf(definition.body);
            const scope = new Scope("class", frame.scope, locals, outer);
            const made: ClassAtom = {
                is: "class",
                definition,
                scope,
                bases: new Slot(),
                instances: new Slot(),
                decorators: new Slot(),
            };
            this.classOf.set(scope, made);
            this.classes.push(made);
            this.touch(this.moreClasses);
            return made;
        });
        for (const base of definition.bases) {
            const value = this.evaluate(base, frame);
            this.flow.write(cls.bases, value);
            for (const atom of value)
                if (atom.is === "external" && BOTO.test(atom.path) && !/(?:Error|Exception)$/.test(atom.path))
                    this.openAt(place, "base", OPEN.generic);
        }
        for (const { value } of definition.options) this.classOfClass(cls, this.evaluate(value, frame), place);
        const inside = { ...frame, scope: cls.scope };
        this.framesByScope.set(cls.scope, inside);
        this.block(definition.body, inside);
        const hook = this.inBases(cls, "__init_subclass__", new Set());
        for (const atom of hook ?? []) if (atom.is === "function") this.callUnknown(atom, cls, NONE, place);
        let value: Value = one(cls);
        for (const decorator of [...definition.decorators].reverse()) {
            const by = this.evaluate(decorator, frame);
            this.flow.write(cls.decorators, by);
            value = this.decorate(by, value, { node: decorator, at: definition.at, frame });
        }
        this.write(definition.name, value, frame);
    }

    /** A class is an object of its metaclass. */
    private classOfClass(cls: ClassAtom, value: Value, place: Place): void {
        for (const meta of value) {
            if (meta.is !== "class") continue;
            this.flow.write(meta.instances, one(cls));
            for (const name of ["__new__", "__init__", "__call__"])
                for (const fn of this.inClass(meta, name) ?? [])
                    if (fn.is === "function") this.callUnknown(fn, name === "__new__" ? meta : cls, one(cls), place);
        }
    }

    // Names.

    lookup(name: string, frame: Frame): Value {
        let isInner = false;
        for (let scope: Scope | undefined = frame.scope; scope !== undefined; scope = scope.above) {
            if (scope.kind === "class" && isInner) continue;
            if (scope.kind !== "inner") isInner = true;
            if (scope.kind === "module") break;
            if (scope.locals.has(name) || scope.names.has(name)) {
                const found = this.flow.read(scope.slot(name));
                if (scope.kind !== "class" || found.size > 0) return found;
            } else if (scope.kind === "class") this.flow.read(scope.missed);
        }
        const found = this.inModule(frame.module, name, new Set());
        if (found !== undefined) return found;
        this.flow.read(frame.module.scope.missed);
        if (name === "__name__") return this.flow.text(frame.module.name);
        if (name === "__file__") return OF_DATA;
        if (this.library.isBuiltin(name)) return one(this.external(`builtins.${name}`));
        const [starred] = this.starred;
        return starred === undefined ? OF_ANYTHING : union(one(this.external(`${starred}.${name}`)), OF_DATA);
    }

    private write(name: string, value: Value, frame: Frame): void {
        this.flow.write(this.target(name, frame), value);
    }

    private target(name: string, frame: Frame): Slot {
        let scope: Scope = frame.scope;
        while (scope.kind === "inner" && !scope.locals.has(name) && scope.above) scope = scope.above;
        if (scope.outer.has(name)) {
            for (let above = scope.above; above !== undefined; above = above.above)
                if (above.kind === "function" && above.locals.has(name) && !above.outer.has(name))
                    return above.slot(name);
            scope = frame.module.scope;
        }
        if (!scope.names.has(name)) {
            scope.slot(name);
            this.touch(scope.missed);
        }
        return scope.slot(name);
    }

    private touch(slot: Slot): void {
        this.flow.touch(slot);
    }

    private assign(target: Expression, value: Value, frame: Frame): void {
        switch (target.is) {
            case "name":
                this.write(target.id, value, frame);
                return;
            case "star":
                this.assign(target.of, one(this.boxOf(target, "[]", [], value, frame)), frame);
                return;
            case "attribute":
                this.setAttribute(this.evaluate(target.of, frame), target.name, value, {
                    node: target,
                    at: frame.function?.definition.at ?? 0,
                    frame,
                });
                return;
            case "subscript":
                this.setItem(this.evaluate(target.of, frame), this.evaluate(target.index, frame), value, {
                    node: target,
                    at: 0,
                    frame,
                });
                return;
            case "sequence": {
                const place: Place = { node: target, at: 0, frame };
                for (const [at, item] of target.items.entries()) {
                    const isAfterStar = target.items.slice(0, at + 1).some(({ is }) => is === "star");
                    this.assign(item, isAfterStar ? this.iterate(value, place) : this.nth(value, at, place), frame);
                }
                return;
            }
            default:
                this.evaluate(target, frame);
        }
    }

    /** The part at this place of what is taken apart. */
    private nth(value: Value, at: number, place: Place): Value {
        return union(
            ...[...value].map((atom) => {
                if (atom.is !== "box") return this.iterate(one(atom), place);
                if (atom.origin !== "[]") return this.iterate(one(atom), place);
                const isOrdered = atom.entries.has(String(at)) || atom.entries.size > 0;
                if (!isOrdered) this.flow.read(atom.shape);
                return union(this.flow.read(this.slot(atom, String(at))), this.flow.read(atom.rest));
            }),
        );
    }

    setAttribute(of: Value, name: string, value: Value, place: Place): void {
        for (const atom of of) {
            switch (atom.is) {
                case "instance": {
                    const setter = this.inClass(atom.of, `${name}=`);
                    for (const fn of setter ?? [])
                        if (fn.is === "function")
                            this.callFunction(fn, atom, { ...NO_ARGUMENTS, positional: [value] }, place);
                    this.flow.write(slotIn(atom.attributes, name), value);
                    break;
                }
                case "class":
                case "module": {
                    const isNew = !atom.scope.names.has(name);
                    this.flow.write(atom.scope.slot(name), value);
                    if (isNew) this.touch(atom.scope.missed);
                    break;
                }
                case "super":
                    this.setAttribute(one(atom.self), name, value, place);
                    break;
                case "box":
                    this.flow.write(this.slot(atom, name), value);
                    break;
                default:
                    this.flow.write(slotIn(this.loose, `.${name}`), value);
            }
        }
    }

    private setItem(of: Value, index: Value, value: Value, place: Place): void {
        const keys = textsOf(index);
        for (const atom of of) {
            if (atom.is === "box") {
                if (keys === undefined) this.flow.write(atom.rest, union(value, OF_DATA));
                else for (const key of keys) this.flow.write(this.slot(atom, key), value);
                if (keys === undefined) this.flow.write(atom.keys, index);
            } else if (atom.is === "module") {
                for (const key of keys ?? []) this.setAttribute(one(atom), key, value, place);
                if (keys === undefined) this.flow.write(slotIn(this.loose, "[*"), value);
            } else if (atom.is === "instance") {
                for (const fn of this.inClass(atom.of, "__setitem__") ?? [])
                    if (fn.is === "function")
                        this.callFunction(fn, atom, { ...NO_ARGUMENTS, positional: [index, value] }, place);
                this.flow.write(atom.rest, value);
            } else {
                const heavy = this.heavy(value);
                if (heavy.size > 0)
                    for (const key of keys ?? ["*"]) this.flow.write(slotIn(this.loose, `[${key}`), heavy);
            }
        }
    }

    // Expressions.

    evaluate(expression: Expression, frame: Frame): Value {
        this.flow.budget.spend();
        switch (expression.is) {
            case "opaque": {
                if (expression.parts === undefined) return NONE;
                return union(...expression.parts.map((part) => this.evaluate(part, frame)), OF_DATA);
            }
            case "text":
                return this.flow.text(expression.text);
            case "constant":
                if (expression.value === null) return NONE;
                return typeof expression.value === "number" ? this.flow.text(String(expression.value)) : OF_DATA;
            case "format":
                return this.joined(expression.parts.map((part) => this.evaluate(part, frame)));
            case "name":
                return this.lookup(expression.id, frame);
            case "attribute":
                return this.attribute(this.evaluate(expression.of, frame), expression.name, {
                    node: expression,
                    at: frame.function?.definition.at ?? 0,
                    frame,
                });
            case "subscript": {
                const of = this.evaluate(expression.of, frame);
                const index = this.evaluate(expression.index, frame);
                return this.subscript(of, index, expression.index.is === "opaque", { node: expression, at: 0, frame });
            }
            case "call":
                return this.called(expression, frame);
            case "sequence": {
                const items: Value[] = [];
                let rest: Value = NONE;
                for (const item of expression.items) {
                    const value = this.evaluate(item, frame);
                    if (item.is === "star" || rest.size > 0) rest = union(rest, value);
                    else items.push(value);
                }
                return one(this.boxOf(expression, "[]", items, rest, frame));
            }
            case "star":
                return this.iterate(this.evaluate(expression.of, frame), { node: expression, at: 0, frame });
            case "mapping":
                return this.mapping(expression, frame);
            case "either":
                return union(...expression.any.map((part) => this.evaluate(part, frame)));
            case "all": {
                const all = expression.all.map((part) => this.evaluate(part, frame));
                return all.at(-1) ?? NONE;
            }
            case "not":
                this.evaluate(expression.of, frame);
                return OF_DATA;
            case "compare":
                this.evaluate(expression.left, frame);
                this.evaluate(expression.right, frame);
                return OF_DATA;
            case "join": {
                const left = this.evaluate(expression.left, frame);
                return this.sum(left, this.evaluate(expression.right, frame), expression.by);
            }
            case "conditional": {
                const holds = isLocalOnly(expression.test, this.entry);
                this.evaluate(expression.test, frame);
                const otherwise = this.evaluate(expression.otherwise, frame);
                return holds === false ? otherwise : union(this.evaluate(expression.holds, frame), otherwise);
            }
            case "lambda":
                return one(this.function(expression.definition, "plain", frame));
            case "comprehension":
                return this.comprehension(expression, frame);
            case "named": {
                const value = this.evaluate(expression.value, frame);
                this.write(expression.name, value, frame);
                return value;
            }
            case "waits": {
                const value = this.evaluate(expression.of, frame);
                if (expression.yields === undefined) return value;
                const place: Place = { node: expression, at: 0, frame };
                const owner = frame.function?.definition ?? frame.module;
                const box = this.box(
                    { node: owner, at: 0, frame: { ...frame, scope: functionScope(frame.scope) } },
                    "yields",
                    "generator",
                );
                this.flow.write(box.rest, expression.yields === "each" ? this.iterate(value, place) : value);
                this.flow.write(frame.returns, one(box));
                return union(OF_DATA, this.heavy(value));
            }
        }
    }

    private mapping(expression: Extract<Expression, { is: "mapping" }>, frame: Frame): Value {
        const box = this.box({ node: expression, at: 0, frame }, "mapping", "{}");
        for (const [key, item] of expression.entries) {
            const value = this.evaluate(item, frame);
            if (key === undefined) this.merge(box, value);
            else this.setItem(one(box), this.evaluate(key, frame), value, { node: expression, at: 0, frame });
        }
        return one(box);
    }

    /** What another mapping has is here too. */
    merge(box: Box, value: Value): void {
        for (const atom of value) {
            if (atom.is === "box") {
                if (atom === box) continue;
                this.flow.read(atom.shape);
                for (const [key, slot] of [...atom.entries]) this.flow.write(this.slot(box, key), this.flow.read(slot));
                this.flow.write(box.rest, this.flow.read(atom.rest));
            } else if (atom.is === "instance")
                this.flow.write(
                    box.rest,
                    union(...[...atom.attributes.values()].map((slot) => this.flow.read(slot)), OF_DATA),
                );
            else this.flow.write(box.rest, OF_DATA);
        }
    }

    private comprehension(expression: Extract<Expression, { is: "comprehension" }>, frame: Frame): Value {
        const place: Place = { node: expression, at: 0, frame };
        const names = new Set<string>();
        for (const { target } of expression.clauses) namesIn(target, names);
        const made = at(frame.scope.made, expression);
        let scope = made.get("scope");
        if (!(scope instanceof Scope)) {
            scope = new Scope("inner", frame.scope, names, new Set());
            made.set("scope", scope);
        }
        const inside: Frame = { ...frame, scope };
        for (const { target, of, tests } of expression.clauses) {
            this.assign(target, this.iterate(this.evaluate(of, inside), { ...place, node: of, frame: inside }), inside);
            for (const test of tests) this.evaluate(test, inside);
        }
        if (expression.key === undefined) {
            const box = this.box(place, "list", "[]");
            this.flow.write(box.rest, this.evaluate(expression.of, inside));
            return one(box);
        }
        const box = this.box(place, "mapping", "{}");
        this.setItem(one(box), this.evaluate(expression.key, inside), this.evaluate(expression.of, inside), place);
        return one(box);
    }

    private boxOf(node: object, origin: string, items: readonly Value[], rest: Value, frame: Frame): Box {
        const box = this.box({ node, at: 0, frame }, "list", origin);
        for (const [at, item] of items.entries()) this.flow.write(this.slot(box, String(at)), item);
        this.flow.write(box.rest, rest);
        return box;
    }

    // Texts.

    said(value: Value): Said {
        return eitherOf(saidsOf(value));
    }

    joined(parts: readonly Value[]): Value {
        return joined(parts, this.flow);
    }

    private sum(left: Value, right: Value, by: string): Value {
        const heavy = union(this.heavy(left), this.heavy(right));
        const isText = [...left, ...right].some(({ is }) => is === "said");
        if (by === "+") {
            if (!isText && heavy.size > 0) return heavy;
            const text = this.joined([this.textsIn(left), this.textsIn(right)]);
            return heavy.size > 0 ? union(heavy, text) : text;
        }
        if (by === "%") {
            const formats = [...left].flatMap((atom) =>
                atom.is === "said" && atom.said.is === "text" ? atom.said.text : [],
            );
            const [format] = formats;
            if (format !== undefined && formats.length === left.size)
                return union(...formats.map((one) => percent(one, right, this)));
        }
        return union(heavy, OF_DATA);
    }

    private textsIn(value: Value): Value {
        const found = [...value].filter(({ is }) => is === "said");
        return found.length === 0 ? OF_DATA : new Set(found);
    }

    // What things have.

    attribute(of: Value, name: string, place: Place): Value {
        if (of.size === 0) return NONE;
        return union(...[...of].map((atom) => this.attributeOf(atom, name, place)));
    }

    private attributeOf(atom: Atom, name: string, place: Place): Value {
        switch (atom.is) {
            case "instance":
                return this.ofInstance(atom, name, place);
            case "class":
                return this.ofClass(atom, name);
            case "super": {
                const found = this.above(atom, name);
                return found === undefined ? one(this.member(atom, name)) : this.bind(found, atom.self, place);
            }
            case "module":
                return this.ofModule(atom, name, place);
            case "external":
                return union(
                    this.flow.read(slotIn(this.loose, `.${name}`)),
                    one(this.external(`${atom.path}.${name}`)),
                );
            case "function":
            case "bound":
                if (name === "__name__") return this.flow.text((atom.is === "bound" ? atom.of : atom).definition.name);
                if (name === "__wrapped__" || name === "__func__" || name === "__call__") return one(atom);
                return union(this.flow.read(slotIn(this.loose, `.${name}`)), one(this.member(atom, name)));
            case "box": {
                if (atom.origin === "") return NONE;
                const own = this.flow.read(this.slotRead(atom, name));
                return union(own, one(this.member(atom, name)));
            }
            case "session":
            case "client":
            case "object":
            case "collection":
            case "asker":
                return this.aws.attribute(atom, name, place);
            case "member":
                if (name === "__call__") return one(atom);
                return union(this.aws.ofMember(atom, name), this.flow.read(slotIn(this.loose, `.${name}`)));
            case "said":
                // An enumeration's member is its value.
                if ((name === "value" || name === "name") && atom !== DATA) return one(atom);
                return union(this.flow.read(slotIn(this.loose, `.${name}`)), OF_DATA);
            case "anything":
                return union(
                    OF_ANYTHING,
                    this.flow.read(slotIn(this.loose, `.${name}`)),
                    ...[...this.instances()].map((one) =>
                        one.is === "instance" && (one.attributes.has(name) || this.inClass(one.of, name))
                            ? this.ofInstance(one, name, place)
                            : NONE,
                    ),
                );
        }
    }

    member(of: Member["of"], name: string): Member {
        const known = at(this.members, of);
        let found = known.get(name);
        if (found === undefined) {
            found = { is: "member", of, name };
            known.set(name, found);
        }
        return found;
    }

    private ofInstance(instance: Instance, name: string, place: Place): Value {
        if (name === "__class__") return one(instance.of);
        if (name === "__dict__") return one(this.dictOf(instance));
        const own = union(this.flow.read(slotIn(instance.attributes, name)), this.flow.read(instance.rest));
        const found = withoutFields(this.inClass(instance.of, name));
        const field = this.library.setting(instance.of, name, (one) => this.inClass(instance.of, one));
        if (field.size > 0) return union(own, field, new Set([...(found ?? [])].filter(isText)));
        if (found !== undefined) return union(own, this.bind(found, instance, place));
        if (own.size > 0) return own;
        const getter = this.inClass(instance.of, "__getattr__");
        if (getter !== undefined)
            return this.call(
                this.bind(getter, instance, place),
                { ...NO_ARGUMENTS, positional: [this.flow.text(name)] },
                place,
            );
        return this.ofExternalBases(instance, instance.of, name);
    }

    private dictOf(instance: Instance): Box {
        let found = this.dicts.get(instance);
        if (found === undefined) {
            found = {
                is: "box",
                origin: "{}",
                entries: instance.attributes,
                rest: instance.rest,
                shape: new Slot(),
                keys: new Slot(),
            };
            this.dicts.set(instance, found);
        }
        return found;
    }
    private readonly dicts = new Map<Instance, Box>();

    /** What a base that is not read has. */
    private ofExternalBases(of: ClassAtom | Instance, cls: ClassAtom, name: string): Value {
        const isExternal = [...this.basesOf(cls)].some(({ is }) => is !== "class");
        return isExternal ? one(this.member(of, name)) : NONE;
    }

    private ofClass(cls: ClassAtom, name: string): Value {
        if (name === "__name__" || name === "__qualname__") return this.flow.text(cls.definition.name);
        if (name === "__subclasses__") return one(this.member(cls, name));
        if (name === "__dict__") return one(cls);
        const found = this.inClass(cls, name);
        if (found === undefined) return this.ofExternalBases(cls, cls, name);
        return new Set(
            [...found].flatMap((atom): Atom[] => {
                if (atom.is !== "function") return [atom];
                return atom.kind === "class" ? [this.bound(atom, cls)] : [atom];
            }),
        );
    }

    private bind(found: Value, self: Atom, place: Place): Value {
        const values: Value[] = [];
        for (const atom of found) {
            const getter = atom.is === "instance" ? this.inClass(atom.of, "__get__") : undefined;
            if (getter !== undefined) {
                const args = { ...NO_ARGUMENTS, positional: [one(self), OF_DATA] };
                values.push(this.call(this.bind(getter, atom, place), args, place));
            }
            if (atom.is !== "function" || atom.kind === "static") values.push(one(atom));
            else if (atom.kind === "property") values.push(this.callFunction(atom, self, NO_ARGUMENTS, place));
            else if (atom.kind === "class") values.push(one(this.bound(atom, self.is === "instance" ? self.of : self)));
            else values.push(one(this.bound(atom, self)));
        }
        return union(...values);
    }

    private bound(of: FunctionAtom, self: Atom): Bound {
        let found = of.bounds.get(self);
        if (found === undefined) {
            found = { is: "bound", of, self };
            of.bounds.set(self, found);
        }
        return found;
    }

    /** What a class has by this name, itself or from its bases. */
    inClass(cls: ClassAtom, name: string, seen: Set<ClassAtom> = new Set()): Value | undefined {
        if (seen.has(cls)) return undefined;
        seen.add(cls);
        if (cls.scope.names.has(name)) return this.flow.read(cls.scope.slot(name));
        this.flow.read(cls.scope.missed);
        return this.inBases(cls, name, seen);
    }

    /** What `super()` has: of the bases, and of what stands behind them in the object's own class. */
    private above({ of, self }: Super, name: string): Value | undefined {
        const own = this.inBases(of, name, new Set());
        if (self.is !== "instance" || self.of === of) return own;
        const all = [...this.basesOf(self.of)];
        const behind = all.slice(all.indexOf(of) + 1).flatMap((cls) => {
            if (cls.is !== "class" || !cls.scope.names.has(name)) return [];
            return [this.flow.read(cls.scope.slot(name))];
        });
        return own === undefined && behind.length === 0 ? undefined : union(own ?? NONE, ...behind);
    }

    private inBases(cls: ClassAtom, name: string, seen: Set<ClassAtom>): Value | undefined {
        for (const base of this.flow.read(cls.bases)) {
            const found = base.is === "class" ? this.inClass(base, name, seen) : undefined;
            if (found !== undefined) return found;
        }
        return undefined;
    }

    /** All classes that a class is one of. */
    basesOf(cls: ClassAtom, seen: Set<Atom> = new Set()): Set<Atom> {
        if (seen.has(cls)) return seen;
        seen.add(cls);
        for (const base of this.flow.read(cls.bases)) {
            if (base.is === "class") this.basesOf(base, seen);
            else seen.add(base);
        }
        return seen;
    }

    instances(): Value {
        return this.flow.read(this.allInstances);
    }

    anyOf(of: ClassAtom | Instance, isMeant: (name: string) => boolean, place: Place): Value {
        const cls = of.is === "instance" ? of.of : of;
        const names = new Set(of.is === "instance" ? of.attributes.keys() : []);
        for (const base of this.basesOf(cls)) {
            if (base.is !== "class") continue;
            this.flow.read(base.scope.missed);
            for (const name of base.scope.names.keys()) if (!/^__/.test(name)) names.add(name);
        }
        return union(...[...names].filter(isMeant).map((name) => this.attributeOf(of, name, place)));
    }

    private subscript(of: Value, index: Value, isSlice: boolean, place: Place): Value {
        const keys = textsOf(index);
        return union(
            ...[...of].map((atom): Value => {
                switch (atom.is) {
                    case "box": {
                        if (isSlice) return union(one(atom), this.all(atom));
                        const isKnown = keys !== undefined && !keys.some((key) => key.startsWith("-"));
                        const own = isKnown
                            ? union(
                                  ...keys.map((key) => this.flow.read(this.slot(atom, key))),
                                  this.flow.read(atom.rest),
                              )
                            : this.all(atom);
                        return atom.origin === "{}" || atom.origin === "[]" ? own : union(own, OF_DATA);
                    }
                    case "external":
                        return this.library.subscript(atom, index, place);
                    case "class":
                        return one(atom);
                    case "module":
                        if (keys === undefined)
                            return union(...[...atom.scope.names.values()].map((slot) => this.flow.read(slot)));
                        return union(...keys.map((key) => this.ofModule(atom, key, place)));
                    case "instance": {
                        const found = this.inClass(atom.of, "__getitem__");
                        const args = { ...NO_ARGUMENTS, positional: [index] };
                        const own = this.flow.read(atom.rest);
                        return found === undefined
                            ? union(own, OF_DATA)
                            : union(own, this.call(this.bind(found, atom, place), args, place));
                    }
                    case "said":
                    case "anything":
                    case "member": {
                        const from = (keys ?? ["*"]).map((key) => this.flow.read(slotIn(this.loose, `[${key}`)));
                        const any =
                            keys === undefined
                                ? [...this.loose]
                                      .filter(([key]) => key.startsWith("["))
                                      .map(([, slot]) => this.flow.read(slot))
                                : [];
                        return union(
                            atom.is === "anything" ? OF_ANYTHING : OF_DATA,
                            this.flow.read(slotIn(this.loose, "[*")),
                            ...from,
                            ...any,
                        );
                    }
                    default:
                        return OF_DATA;
                }
            }),
        );
    }

    iterate(of: Value, place: Place): Value {
        return union(
            ...[...of].map((atom): Value => {
                switch (atom.is) {
                    case "box":
                        if (atom.origin === "{}") return this.keysOf(atom);
                        return atom.origin === "[]" || atom.origin === "generator"
                            ? this.all(atom)
                            : union(this.all(atom), OF_DATA);
                    case "instance": {
                        const found = this.inClass(atom.of, "__iter__") ?? this.inClass(atom.of, "__aiter__");
                        const next =
                            this.inClass(atom.of, "__next__") ??
                            this.inClass(atom.of, "__anext__") ??
                            this.inClass(atom.of, "__getitem__");
                        const made =
                            found === undefined ? NONE : this.call(this.bind(found, atom, place), NO_ARGUMENTS, place);
                        const items =
                            next === undefined
                                ? NONE
                                : this.call(this.bind(next, atom, place), { ...NO_ARGUMENTS, rest: OF_DATA }, place);
                        const others = [...made].filter((one) => one !== atom);
                        return union(
                            items,
                            this.iterate(new Set(others), place),
                            found === undefined && next === undefined
                                ? union(OF_DATA, this.flow.read(atom.rest), this.heavy(this.fieldsOf(atom)))
                                : NONE,
                        );
                    }
                    case "collection":
                        return this.aws.elements(atom, place);
                    case "class":
                        // An enumeration's members.
                        return union(...[...atom.scope.names.values()].map((slot) => this.flow.read(slot)));
                    case "said":
                    case "member":
                        return OF_DATA;
                    case "anything":
                        return OF_ANYTHING;
                    default:
                        return one(atom);
                }
            }),
        );
    }

    /** A named tuple is taken apart into what it has. */
    private fieldsOf(instance: Instance): Value {
        return union(...[...instance.attributes.values()].map((slot) => this.flow.read(slot)));
    }

    private keysOf(box: Box): Value {
        this.flow.read(box.shape);
        const known = [...box.entries.keys()].map((key) => this.flow.said({ is: "text", text: key }));
        const keys = this.flow.read(box.keys);
        return union(new Set(known), keys, this.flow.read(box.rest).size > 0 && keys.size === 0 ? OF_DATA : NONE);
    }

    /** What `with` names. */
    enter(of: Value, place: Place): Value {
        return union(
            ...[...of].map((atom): Value => {
                if (atom.is === "box") {
                    if (atom.origin === "generator") return this.all(atom);
                    const held = [...this.all(atom)].filter(({ is }) => is === "instance" || this.aws.isAws(is));
                    return union(one(atom), new Set(held));
                }
                if (atom.is !== "instance") return one(atom);
                const found = this.inClass(atom.of, "__enter__") ?? this.inClass(atom.of, "__aenter__");
                for (const name of ["__exit__", "__aexit__"])
                    for (const fn of this.inClass(atom.of, name) ?? [])
                        if (fn.is === "function") this.callUnknown(fn, atom, NONE, place);
                return found === undefined ? one(atom) : this.call(this.bind(found, atom, place), NO_ARGUMENTS, place);
            }),
        );
    }

    // Boxes.

    make<T extends Atom>({ node, frame }: Place, key: unknown, create: () => T): T {
        const made = at(frame.scope.made, node);
        const found = made.get(key);
        if (found !== undefined) return found as T;
        const atom = create();
        made.set(key, atom);
        return atom;
    }

    box(place: Place, key: unknown, origin: string): Box {
        return this.make(place, key, () => ({
            is: "box",
            origin,
            entries: new Map(),
            rest: new Slot(),
            shape: new Slot(),
            keys: new Slot(),
        }));
    }

    slot(box: Box, key: string): Slot {
        const found = box.entries.get(key);
        if (found !== undefined) return found;
        const made = slotIn(box.entries, key);
        this.touch(box.shape);
        return made;
    }

    private slotRead(box: Box, name: string): Slot {
        return slotIn(box.entries, name);
    }

    all(box: Box): Value {
        this.flow.read(box.shape);
        return union(...[...box.entries.values()].map((slot) => this.flow.read(slot)), this.flow.read(box.rest));
    }

    private keep(box: Box, value: Value): void {
        this.flow.write(box.rest, value);
        for (const atom of value) if (atom.is === "box") this.flow.write(box.rest, this.all(atom));
    }

    deep(value: Value): Value {
        const found = new Set<Atom>();
        const waiting = [...value];
        for (let atom = waiting.pop(); atom !== undefined; atom = waiting.pop()) {
            if (found.has(atom)) continue;
            this.flow.budget.spend();
            found.add(atom);
            if (atom.is !== "box") continue;
            if (found.size < MOST_DEEP) waiting.push(...this.all(atom));
            else this.open(OPEN.budget);
        }
        return found;
    }

    /** What of it is more than data. */
    heavy(value: Value): Value {
        const found = [...value].filter(
            (atom) => atom.is !== "said" && !(atom.is === "member" && atom.of.is === "said"),
        );
        return found.length === value.size ? value : new Set(found);
    }

    // Calls.

    private called(expression: Call, frame: Frame): Value {
        const { of } = expression;
        const place: Place = { node: expression, at: expression.at, frame };
        if (of.is !== "attribute") {
            const callee = this.evaluate(of, frame);
            return this.call(callee, this.arguments(expression, frame), place);
        }
        const receiver = this.evaluate(of.of, frame);
        const args = this.arguments(expression, frame);
        if (this.aws.isOperation(of.name)) {
            const places = this.watched.get(expression) ?? [];
            if (!places.some((one) => one.frame === frame)) places.push(place);
            this.watched.set(expression, places);
        }
        const values: Value[] = [];
        const callees = new Set<Atom>();
        for (const atom of receiver) {
            if (atom.is === "said" || atom.is === "anything") values.push(this.callData(atom, of.name, args, place));
            else for (const one of this.attributeOf(atom, of.name, place)) callees.add(one);
        }
        return union(...values, this.call(callees, args, place, values.length === 0));
    }
    /** Calls by an operation's name, where they were evaluated. */
    private readonly watched = new Map<Call, Place[]>();

    private arguments({ given: all }: Call, frame: Frame): Arguments {
        const positional: Value[] = [];
        const named = new Map<string, Value>();
        let [rest, more]: [Value, Value] = [NONE, NONE];
        let open = false;
        for (const { name, stars, value } of all) {
            const found = this.evaluate(value, frame);
            if (name !== undefined) named.set(name, found);
            else if (stars === 0 && rest.size === 0) positional.push(found);
            else if (stars === 0) rest = union(rest, found);
            else if (stars === 1) {
                const [only] = found;
                const isList = found.size === 1 && only?.is === "box" && only.origin === "[]";
                if (isList && this.flow.read(only.rest).size === 0 && rest.size === 0) {
                    this.flow.read(only.shape);
                    for (const slot of only.entries.values()) positional.push(this.flow.read(slot));
                } else
                    rest = union(
                        rest,
                        this.iterate(found, { node: value, at: 0, frame }),
                        found.size === 0 ? NONE : OF_DATA,
                    );
            } else
                for (const atom of found) {
                    if (atom.is !== "box") {
                        open = true;
                        continue;
                    }
                    this.flow.read(atom.shape);
                    for (const [key, slot] of atom.entries) {
                        const item = this.flow.read(slot);
                        if (item.size > 0) named.set(key, union(named.get(key) ?? NONE, item));
                    }
                    const others = this.flow.read(atom.rest);
                    if (others.size > 0 || (atom.origin !== "{}" && atom.origin !== "[]")) open = true;
                    more = union(more, others);
                }
        }
        return { positional, rest, named, more, open };
    }

    call(callee: Value, args: Arguments, place: Place, isOnly = true): Value {
        if (callee.size === 0) {
            if (this.heavy(allOf(args)).size > 0) this.empties.set(place.node, { args, place });
            return NONE;
        }
        this.empties.delete(place.node);
        const { able, only } = this.aws.choice(callee);
        return union(...able.map((atom) => this.callAtom(atom, args, place, only && isOnly)));
    }

    /** Calls of what nothing is known of: whoever that is may call what it is given. */
    private readonly empties = new Map<object, { readonly args: Arguments; readonly place: Place }>();

    private callAtom(atom: Atom, args: Arguments, place: Place, only: boolean): Value {
        switch (atom.is) {
            case "function":
                return this.callFunction(atom, undefined, args, place);
            case "bound":
                return this.callFunction(atom.of, atom.self, args, place);
            case "class":
                return this.instantiate(atom, args, place);
            case "instance": {
                const found = this.inClass(atom.of, "__call__");
                if (found !== undefined) return this.call(this.bind(found, atom, place), args, place);
                return this.escape(allOf(args), allOf(args), place);
            }
            case "external":
                return this.library.call(atom.path, args, place, undefined);
            case "member":
                return this.callMember(atom, args, place, only);
            case "box":
                if (isPlain(atom)) return NONE;
                return this.library.call(atom.origin, args, place, atom);
            case "said":
            case "anything":
                return this.callData(atom, "", args, place);
            case "module":
            case "super":
            case "session":
            case "client":
            case "object":
            case "collection":
            case "asker":
                return OF_DATA;
        }
    }

    private callMember(member: Member, args: Arguments, place: Place, only: boolean): Value {
        const { of, name } = member;
        switch (of.is) {
            case "box":
                return this.callBox(of, name, args, place);
            case "session":
            case "client":
            case "object":
            case "collection":
            case "asker":
                return this.aws.call(of, name, args, place, only);
            case "said":
            case "anything":
                return this.callData(of, name, args, place);
            default:
                if (of.is === "super") return this.callSuper(of, name, args, place);
                if (name === "__subclasses__") {
                    this.flow.read(this.moreClasses);
                    const box = this.box(place, "subclasses", "[]");
                    const below = this.classes.filter(
                        (cls) => cls !== (of as Atom) && this.basesOf(cls).has(of as Atom),
                    );
                    this.flow.write(box.rest, new Set(below));
                    return one(box);
                }
                // Of a function that a package has decorated: it may be called by whatever it has now.
                return this.escape(union(one(of as Atom), allOf(args)), allOf(args), place);
        }
    }

    /** What every object has. */
    private callSuper({ self }: Super, name: string, args: Arguments, place: Place): Value {
        const { positional } = args;
        if (name === "__new__") return this.bare(union(positional[0] ?? NONE, args.rest), place);
        if (/^__(?:setattr|getattr|getattribute|delattr)__$/.test(name))
            return this.library.call(
                `builtins.${name === "__setattr__" ? "setattr" : "getattr"}`,
                { ...args, positional: [one(self), ...positional] },
                place,
                undefined,
            );
        return this.escape(allOf(args), union(allOf(args), one(self)), place);
    }

    /** Objects of these classes whose `__init__` is not called. */
    bare(classes: Value, place: Place): Value {
        const made = [...classes].map((cls): Value => {
            if (cls.is !== "class") return NONE;
            const isMeta = [...this.basesOf(cls)].some(
                (base) => base.is === "external" && base.path === "builtins.type",
            );
            if (isMeta) return this.flow.read(cls.instances);
            const instance = this.instance(cls, cls, place);
            this.handOver(instance, false, place);
            return one(instance);
        });
        return union(...made);
    }

    private instance(cls: ClassAtom, key: unknown, place: Place): Instance {
        const create = (): Instance => ({ is: "instance", of: cls, attributes: new Map(), rest: new Slot() });
        const instance = this.make(place, key, create);
        this.flow.write(cls.instances, one(instance));
        this.flow.write(this.allInstances, one(instance));
        return instance;
    }

    /** A method of a text, of data, of what is not known. */
    private callData(atom: Atom, name: string, args: Arguments, place: Place): Value {
        const given = allOf(args);
        const heavy = this.heavy(this.deep(given));
        if (atom.is === "said" && atom !== DATA) {
            const found = this.library.ofText(atom, name, args, (format) => formatted(format, args, this.flow), place);
            if (found !== undefined) return found;
        }
        const back = heavy.size === 0 ? NONE : this.escape(heavy, given, place);
        if (heavy.size > 0 && KEEPS.has(name)) {
            this.flow.write(slotIn(this.loose, "[*"), heavy);
            for (const [key, value] of args.named) this.flow.write(slotIn(this.loose, `[${key}`), this.heavy(value));
        }
        if (atom.is !== "anything") return union(OF_DATA, this.flow.read(slotIn(this.loose, `.${name}`)), back);
        const values = [...this.instances()].map((instance): Value => {
            if (instance.is !== "instance") return NONE;
            const found = this.inClass(instance.of, name === "" ? "__call__" : name);
            return found === undefined ? NONE : this.call(this.bind(found, instance, place), args, place);
        });
        return union(OF_ANYTHING, heavy, back, ...values);
    }

    private callBox(box: Box, name: string, args: Arguments, place: Place): Value {
        if (!isPlain(box)) return this.library.call(`${box.origin}.${name}`, args, place, box);
        const [first = NONE, second = NONE] = args.positional;
        switch (name) {
            case "get":
            case "pop":
            case "setdefault":
            case "__getitem__":
            case "popleft":
            case "popitem": {
                if (name === "setdefault") this.setItem(one(box), first, second, place);
                const index = args.positional.length === 0 ? OF_DATA : first;
                return union(this.subscript(one(box), index, false, place), second, args.named.get("default") ?? NONE);
            }
            case "items": {
                const pair = this.box(place, "pair", "[]");
                this.flow.write(this.slot(pair, "0"), this.keysOf(box));
                this.flow.write(this.slot(pair, "1"), this.all(box));
                const list = this.box(place, "items", "[]");
                this.flow.write(list.rest, one(pair));
                return one(list);
            }
            case "values": {
                const list = this.box(place, "values", "[]");
                this.flow.write(list.rest, this.all(box));
                return one(list);
            }
            case "keys": {
                const list = this.box(place, "keys", "[]");
                this.flow.write(list.rest, this.keysOf(box));
                return one(list);
            }
            case "update":
            case "__ior__":
                for (const value of args.positional) this.merge(box, value);
                for (const [key, value] of args.named) this.flow.write(this.slot(box, key), value);
                this.flow.write(box.rest, args.open ? union(args.more, OF_DATA) : args.more);
                return NONE;
            case "copy":
            case "union":
                return union(one(box), ...args.positional);
            case "extend":
            case "extendleft":
                this.flow.write(box.rest, this.iterate(first, place));
                return NONE;
            case "sort":
                this.escape(allOf(args), this.all(box), place);
                return NONE;
            case "send":
            case "throw":
            case "close":
            case "__next__":
            case "__anext__":
            case "asend":
                return this.all(box);
            default:
                if (KEEPS.has(name)) {
                    this.flow.write(box.rest, allOf(args));
                    return NONE;
                }
                this.escape(allOf(args), this.all(box), place);
                return OF_DATA;
        }
    }

    callFunction(fn: FunctionAtom, self: Atom | undefined, args: Arguments, place: Place): Value {
        const frame = this.frame(fn, self, place);
        this.bindArguments(fn, self, args, frame);
        this.flow.demand(frame.unit);
        return this.flow.read(frame.returns);
    }

    private frame(fn: FunctionAtom, self: Atom | undefined, place: Place): Frame {
        const sites: readonly [number, number] = [this.idOf(place.node), place.frame.sites[0]];
        const exact = `${self === undefined ? "" : this.idOf(self)} ${sites.join(" ")}`;
        const known = fn.frames.get(exact);
        if (known !== undefined) return known;
        const count = this.framesOf.get(fn.definition) ?? 0;
        const key = count < MOST_FRAMES ? exact : "";
        const shared = fn.frames.get(key);
        if (shared !== undefined) return shared;
        this.framesOf.set(fn.definition, count + 1);
        const { definition } = fn;
        const { locals, outer } = localsOf(definition.body, definition.parameters);
        const scope = new Scope("function", fn.scope, locals, outer);
        const module = this.moduleOf(fn.scope);
        const unit: Unit = { run: () => this.block(definition.body, frame), runs: 0, waits: false };
        const frame: Frame = {
            id: ++this.id,
            scope,
            returns: new Slot(),
            unit,
            module,
            function: fn,
            self,
            sites: key === "" ? [0, 0] : sites,
        };
        this.framesByScope.set(scope, frame);
        fn.frames.set(key, frame);
        return frame;
    }

    private moduleOf(scope: Scope): ModuleAtom {
        for (let at: Scope | undefined = scope; at !== undefined; at = at.above) {
            const frame = this.framesByScope.get(at);
            if (frame !== undefined) return frame.module;
        }
        return this.anyFrame().module;
    }

    /** Whoever calls it without being read is one. */
    private frameOf({ scope }: FunctionAtom): Frame {
        return this.framesByScope.get(scope) ?? this.anyFrame();
    }

    private idOf(thing: object): number {
        let found = this.ids.get(thing);
        if (found === undefined) {
            found = ++this.id;
            this.ids.set(thing, found);
        }
        return found;
    }

    private bindArguments(fn: FunctionAtom, self: Atom | undefined, args: Arguments, frame: Frame): void {
        const positional = self === undefined ? args.positional : [one(self), ...args.positional];
        const inside: Place = { node: fn.definition, at: fn.definition.at, frame };
        const taken = new Set<string>();
        let at = 0;
        for (const parameter of fn.definition.parameters) {
            const slot = frame.scope.slot(parameter.name);
            if (parameter.stars === 1) {
                if (parameter.name === "") continue;
                const box = this.box(inside, "rest", "[]");
                for (const [index, value] of positional.slice(at).entries())
                    this.flow.write(this.slot(box, String(index)), value);
                this.flow.write(box.rest, args.rest);
                this.flow.write(slot, one(box));
                at = positional.length;
            } else if (parameter.stars === 2) {
                const box = this.box(inside, "named", "{}");
                for (const [name, value] of args.named)
                    if (!taken.has(name)) this.flow.write(this.slot(box, name), value);
                this.flow.write(box.rest, args.open ? union(args.more, OF_DATA) : args.more);
                this.flow.write(slot, one(box));
            } else {
                taken.add(parameter.name);
                const value = parameter.named ? undefined : positional[at];
                this.flow.write(slot, this.argument(fn, parameter, value, args));
                if (!parameter.named) at++;
            }
        }
    }

    private argument(fn: FunctionAtom, parameter: Parameter, value: Value | undefined, args: Arguments): Value {
        const named = args.named.get(parameter.name);
        if (value !== undefined || named !== undefined) return union(value ?? NONE, named ?? NONE);
        const otherwise = fn.defaults.get(parameter.name);
        return union(
            parameter.named ? NONE : args.rest,
            args.more,
            args.open ? OF_DATA : NONE,
            otherwise === undefined ? NONE : this.flow.read(otherwise),
        );
    }

    /** Somebody who is not read calls it, with whatever they have. */
    private callUnknown(fn: FunctionAtom, self: Atom | undefined, others: Value, place: Place): Value {
        const any = union(this.heavy(others), OF_DATA);
        const frame = this.frame(fn, self, { ...place, node: fn, frame: this.frameOf(fn) });
        const args = { ...NO_ARGUMENTS, rest: any, more: any, open: true };
        this.bindArguments(fn, self, args, frame);
        for (const [name, types] of fn.types) this.flow.write(frame.scope.slot(name), this.madeOf(types, place));
        this.flow.demand(frame.unit);
        return this.flow.read(frame.returns);
    }

    private instantiate(cls: ClassAtom, args: Arguments, place: Place): Value {
        const instance = this.instance(cls, cls, place);
        const init = this.inClass(cls, "__init__");
        for (const atom of init ?? []) if (atom.is === "function") this.callFunction(atom, instance, args, place);
        const made = this.inClass(cls, "__new__");
        const others = [...(made ?? [])].map((atom) =>
            atom.is === "function"
                ? this.callFunction(atom, undefined, { ...args, positional: [one(cls), ...args.positional] }, place)
                : NONE,
        );
        const bases = [...this.basesOf(cls)].filter((base) => base.is === "external");
        const decorators = [...this.flow.read(cls.decorators)];
        const isFields = [...bases, ...decorators].some(
            (atom) =>
                (atom.is === "external" && FIELDS.test(atom.path)) ||
                (atom.is === "box" && FIELDS.test(atom.origin.replace(/\(\)$/, ""))),
        );
        if (isFields) this.fill(cls, instance, args);
        else if (init === undefined || bases.length > 0)
            this.escape(allOf(args), union(allOf(args), one(instance)), place);
        this.handOver(
            instance,
            bases.some(
                (base) => base.is === "external" && !PASSIVE.test(base.path) && this.library.callsBack(base.path),
            ),
            place,
        );
        return union(one(instance), ...others);
    }

    /** The fields of a data class are its arguments. */
    private fill(cls: ClassAtom, instance: Instance, args: Arguments): void {
        const fields: string[] = [];
        const add = (one: ClassAtom, seen: Set<ClassAtom>) => {
            if (seen.has(one)) return;
            seen.add(one);
            for (const base of this.flow.read(one.bases)) if (base.is === "class") add(base, seen);
            for (const statement of one.definition.body) {
                if (statement.is === "declare") fields.push(statement.name);
                if (statement.is === "assign")
                    for (const target of statement.targets) if (target.is === "name") fields.push(target.id);
            }
        };
        add(cls, new Set());
        for (const [at, name] of [...new Set(fields)].entries()) {
            const value = args.named.get(name) ?? args.positional[at];
            if (value !== undefined) this.flow.write(slotIn(instance.attributes, name), value);
            this.flow.write(slotIn(instance.attributes, name), union(args.rest, args.more));
        }
        for (const [name, value] of args.named) this.flow.write(slotIn(instance.attributes, name), value);
        if (args.open) this.flow.write(instance.rest, OF_DATA);
        const after = [...(this.inClass(cls, "__post_init__") ?? [])];
        for (const fn of after)
            if (fn.is === "function")
                this.callUnknown(fn, instance, NONE, {
                    node: fn,
                    at: 0,
                    frame: this.framesByScope.get(fn.scope) ?? this.anyFrame(),
                });
    }

    /** Python itself calls methods of an object by their names; a base that is not read may call all. */
    private handOver(instance: Instance, all: boolean, place: Place): void {
        const classes = [...this.basesOf(instance.of)].flatMap((cls) => (cls.is === "class" ? [cls] : []));
        const known = this.handed.get(instance);
        let size = all ? 1 : 0;
        for (const { scope } of classes) {
            this.flow.read(scope.missed);
            for (const slot of scope.names.values()) size += 2 * this.flow.read(slot).size;
        }
        // Nothing has come to it since.
        if (known !== undefined && known >= size) return;
        this.handed.set(instance, size);
        for (const cls of classes) {
            for (const [name, slot] of cls.scope.names) {
                const isOwn =
                    /^__\w+__$/.test(name) && !/^__(init|new|init_subclass|post_init|call|getattr)__$/.test(name);
                if (!isOwn && (!all || name === "__init__" || name === "__new__")) continue;
                for (const fn of this.flow.read(slot))
                    if (fn.is === "function")
                        this.callUnknown(fn, fn.kind === "static" ? undefined : instance, NONE, place);
            }
        }
    }

    private readonly handed = new Map<Instance, number>();

    private instantiateUnknown(cls: ClassAtom, place: Place): Value {
        const frame = this.framesByScope.get(cls.scope) ?? place.frame;
        const made = this.instance(cls, "unknown", { ...place, node: cls, frame });
        this.flow.write(made.rest, OF_DATA);
        for (const atom of this.inClass(cls, "__init__") ?? [])
            if (atom.is === "function") this.callUnknown(atom, made, NONE, place);
        this.handOver(made, this.mayCallAll(cls), place);
        return one(made);
    }

    /** A package that is given a class may call all its methods; those of models are their own. */
    private mayCallAll(cls: ClassAtom): boolean {
        return [...this.basesOf(cls)].every(
            (base) => base.is !== "external" || (!MODELS.test(base.path) && this.library.callsBack(base.path)),
        );
    }

    escape(value: Value, others: Value, place: Place): Value {
        const values: Value[] = [];
        let around: Value | undefined;
        for (const atom of this.deep(value)) {
            this.flow.budget.spend();
            if (atom.is === "said" || atom.is === "box") continue;
            around ??= new Set(
                [...this.deep(others)].filter(({ is }) => is !== "said" && is !== "box" && is !== "external"),
            );
            this.escapeOne(atom, around, place, values);
        }
        return union(...values);
    }

    private escapeOne(atom: Atom, around: Value, place: Place, values: Value[]): void {
        const rest = around.has(atom) ? new Set([...around].filter((other) => other !== atom)) : around;
        switch (atom.is) {
            case "function":
                values.push(this.callUnknown(atom, undefined, rest, place));
                return;
            case "bound":
                values.push(this.callUnknown(atom.of, atom.self, rest, place));
                return;
            case "class":
                values.push(this.instantiateUnknown(atom, place));
                return;
            case "instance":
                for (const method of this.protocol(atom)) values.push(this.callUnknown(method, atom, rest, place));
                return;
            case "external":
                // Who calls this makes a client of whatever service.
                if (/^(?:aio)?boto3\.(?:client|resource)$/.test(atom.path)) this.openAt(place, "handed", OPEN.service);
                return;
            case "member":
                if (atom.of.is === "box" || atom.of.is === "said") return;
                if (atom.of.is === "session" && /^(?:client|resource|create_client)$/.test(atom.name)) {
                    this.openAt(place, "handed", OPEN.service);
                    return;
                }
                values.push(this.callMember(atom, ANY_ARGUMENTS, place, true));
        }
    }

    /** What a library calls of an object that acts as a file, a filter, a handler. */
    private protocol({ of }: Instance): readonly FunctionAtom[] {
        const names = [...this.basesOf(of)].reduce(
            (sum, cls) => sum + (cls.is === "class" ? cls.scope.names.size : 0),
            0,
        );
        const known = this.protocols.get(of);
        if (known?.names === names) return known.methods;
        const methods = PROTOCOL.flatMap((name) =>
            [...(this.inClass(of, name) ?? [])].flatMap((atom) => (atom.is === "function" ? [atom] : [])),
        );
        this.protocols.set(of, { names, methods });
        return methods;
    }
    private readonly protocols = new Map<ClassAtom, { names: number; methods: readonly FunctionAtom[] }>();

    /** Code that is not known to be harmless may call every method of an object. */
    handTo(value: Value, place: Place): void {
        for (const atom of this.deep(value)) {
            if (atom.is === "instance") this.handOver(atom, true, place);
            if (atom.is === "client" || atom.is === "object" || atom.is === "collection" || atom.is === "asker")
                this.open(OPEN.generic);
        }
    }
}

function at<K, A, B>(map: Map<K, Map<A, B>>, key: K): Map<A, B> {
    let found = map.get(key);
    if (found === undefined) {
        found = new Map();
        map.set(key, found);
    }
    return found;
}

function slotIn(map: Map<string, Slot>, key: string): Slot {
    let found = map.get(key);
    if (found === undefined) {
        found = new Slot();
        map.set(key, found);
    }
    return found;
}

const KINDS: readonly (readonly [RegExp, FunctionKind])[] = [
    [/^builtins\.staticmethod$/, "static"],
    [/^builtins\.classmethod$/, "class"],
    [
        /^(builtins\.property|abc\.abstractproperty|.*\bcached_property|.*\bcomputed_field(\(\))?|.*\bhybrid_property)$/,
        "property",
    ],
];

/** What says how a field is made is not what it is. */
function withoutFields(value: Value | undefined): Value | undefined {
    const isField = (atom: Atom) => atom.is === "box" && /\b(?:[Ff]ield|ib|attrib)\(\)$/.test(atom.origin);
    return value && [...value].some(isField) ? new Set([...value].filter((atom) => !isField(atom))) : value;
}

/** Python's own. */
function isPlain({ origin }: Box): boolean {
    return origin === "[]" || origin === "{}" || origin === "generator";
}

function isText(atom: Atom): boolean {
    return atom.is === "said" && atom !== DATA;
}

function kindOf(decorators: readonly Value[]): FunctionKind {
    for (const decorator of decorators)
        for (const atom of decorator) {
            const path = atom.is === "external" ? atom.path : atom.is === "box" ? atom.origin : "";
            for (const [pattern, kind] of KINDS) if (pattern.test(path)) return kind;
        }
    return "plain";
}

function functionScope(scope: Scope): Scope {
    let at = scope;
    while (at.kind === "inner" && at.above !== undefined) at = at.above;
    return at;
}

/** `from ..db import table` in `app.handlers.read` is `app.db`. */
function absolute(name: string, dots: number, from: ModuleAtom): string {
    if (dots === 0) return name;
    const parts = from.name.split(".");
    const up = parts.slice(0, parts.length - dots + (from.isPackage ? 1 : 0));
    return [...up, ...(name === "" ? [] : [name])].join(".");
}

function namesIn(target: Expression, names: Set<string>): void {
    if (target.is === "name") names.add(target.id);
    else if (target.is === "star") namesIn(target.of, names);
    else if (target.is === "sequence") for (const item of target.items) namesIn(item, names);
}
