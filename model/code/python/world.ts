import type { Entry } from "../code";
import { isAside, joined, labelName } from "./asked";
import { Django } from "./django";
import { type Machine, RAISED, type Taken, type World } from "./machine";
import type { Modules } from "./modules";
import { matched, picked, refuses, same } from "./outside";
import { frameworkOf, isPart } from "./packages";
import { registered, VERBS, type View, viewsOf } from "./routes";
import type { FunctionDefinition } from "./syntax";
import {
    type Asked,
    all,
    argument,
    type Choice,
    type ClassValue,
    each,
    externalBase,
    type FunctionValue,
    type Given,
    type Label,
    mapped,
    membersOf,
    native,
    noGiven,
    nothing,
    opaque,
    type Place,
    type Route,
    scopeIn,
    several,
    type Thing,
    text,
    textOf,
    type Value,
} from "./values";
import { identity, Work, workOfValue } from "./work";

/** Something that the handler does for what it was asked. */
export interface Found {
    readonly label: Label;
    readonly name: string;
    /** What it does: two of the same are one. */
    readonly work: string;
    readonly place: Place;
    readonly by: string;
}

const EVENT: Asked = { is: "asked", path: [] };
const CONTEXT: Value = { is: "opaque", context: true };

/** Others' functions that take event and context, and do one thing with them or call what they are given. */
const KNOWN_TAKERS =
    /^(aws_lambda_powertools|cfnresponse|crhelper|builtins|json|logging|boto3|aws_xray_sdk|aws_embedded_metrics|structlog|loguru|os|sentry_sdk|datadog_lambda|threading|concurrent|asyncio|functools)(\.|$)/;

/** What things outside the program do, and what is found while it runs. */
export class Outside implements World {
    readonly found: Found[] = [];
    /** Applications that the handler starts. */
    readonly started = new Set<Thing>();
    /** Why something of what the handler does cannot be seen. */
    open: string | undefined;
    private running: Machine | undefined;
    private readonly environment: Thing;
    private readonly bottle: Thing;
    private readonly django: Django;
    /** What decorators outside any application hung on functions: Litestar's `@get("/orders")`. */
    private readonly marked = new Map<FunctionDefinition, Route[]>();
    private readonly viewed = new Set<string>();

    constructor(
        private readonly modules: Modules,
        entry: Entry,
    ) {
        const place: Place = {
            module: {
                is: "module",
                name: "",
                file: "",
                isPackage: false,
                scope: scopeIn(undefined),
                line: () => 1,
            },
            at: 0,
        };
        const thing = (of: string): Thing => ({
            is: "thing",
            of,
            given: noGiven,
            attributes: new Map(),
            routes: [],
            mounts: [],
            place,
        });
        this.environment = thing("os.environ");
        for (const [name, value] of entry.variables)
            this.environment.attributes.set(name, value === undefined ? opaque : text(value));
        this.bottle = thing("bottle.Bottle");
        this.django = new Django((name) => textOf(this.environment.attributes.get(name)));
    }

    use(machine: Machine): void {
        this.running = machine;
    }

    private get machine(): Machine {
        if (this.running === undefined) throw new Error("no machine runs");
        return this.running;
    }

    // ---- What others do

    builtin(name: string): Value | undefined {
        switch (name) {
            case "os.environ":
                return this.environment;
            case "flask.request":
            case "quart.request":
            case "bottle.request":
            case "chalice.app.current_request":
                return EVENT;
            case "getattr":
                return native((given) => this.getattr(given));
            case "setattr":
                return native(({ positional: [of, name, value] }) => {
                    if (of?.is === "thing" && name?.is === "text") of.attributes.set(name.text, value ?? opaque);
                    return nothing;
                });
            case "next":
            case "iter":
                return native(({ positional: [of, otherwise] }) => this.firstOf(of ?? opaque, otherwise));
            case "map":
            case "filter":
                return native(({ positional: [call, of] }, place) => this.mapped(call ?? opaque, of ?? opaque, place));
            case "enumerate":
                return native(({ positional: [of] }) =>
                    this.each(of, (one) => ({ is: "sequence", items: [opaque, one] })),
                );
            case "zip":
                return native(({ positional }) => this.zipped(positional));
            case "list":
            case "tuple":
            case "set":
            case "frozenset":
            case "sorted":
            case "reversed":
                return native(({ positional: [of] }) =>
                    of === undefined
                        ? { is: "sequence", items: [] }
                        : of.is === "mapping"
                          ? this.each(of, (one) => one)
                          : of,
                );
            case "dict":
                return native((given) => this.dict(given));
            case "collections.defaultdict":
            case "collections.OrderedDict":
                return native((given) =>
                    this.dict({
                        positional: given.positional.filter(({ is }) => is === "mapping" || is === "sequence"),
                        named: given.named,
                    }),
                );
            default:
                return undefined;
        }
    }

    private getattr({ positional: [of = opaque, name = opaque, otherwise] }: Given): Value {
        if (name.is === "text") {
            const value = this.machine.attribute(of, name.text);
            return value.is === "opaque" && otherwise !== undefined ? otherwise : value;
        }
        if (name.is === "choice")
            return mapped(name, (one) => (one.is === "text" ? this.machine.attribute(of, one.text) : opaque));
        return picked(of, name, otherwise, undefined) ?? opaque;
    }

    private firstOf(of: Value, otherwise: Value | undefined): Value {
        if (of.is === "choice" || of.is === "asked") return of;
        const items = this.machine.items(of);
        return items === undefined || items.length === 0 ? (otherwise ?? opaque) : several(items.slice(0, 6));
    }

    private each(of: Value | undefined, change: (one: Value) => Value): Value {
        if (of === undefined) return opaque;
        const items = this.machine.items(of);
        if (items === undefined)
            return of.is === "asked" ? { is: "sequence", items: [change(of)], open: true } : opaque;
        return { is: "sequence", items: items.map(change) };
    }

    private mapped(call: Value, of: Value, place: Place): Value {
        return this.each(of, (one) => this.machine.call(call, { positional: [one], named: new Map() }, place));
    }

    private zipped(lists: readonly Value[]): Value {
        const items = lists.map((one) => this.machine.items(one));
        const [first] = items;
        if (first === undefined || items.some((one) => one === undefined)) return opaque;
        return {
            is: "sequence",
            items: first.map((_, at) => ({ is: "sequence", items: items.map((one) => one?.[at] ?? opaque) })),
        };
    }

    private dict({ positional: [first], named, spread }: Given): Value {
        if (first?.is === "asked") return first;
        if (spread?.is === "asked") return spread;
        const made: Value = { is: "mapping", entries: [] };
        if (first?.is === "mapping") made.entries.push(...first.entries);
        if (first?.is === "sequence")
            for (const one of first.items)
                if (one.is === "sequence") this.machine.put(made, one.items[0] ?? opaque, one.items[1] ?? opaque);
        for (const [key, value] of named) made.entries.push([text(key), value]);
        return made;
    }

    callExternal(name: string, given: Given, place: Place): Value {
        const [first] = given.positional;
        const own = name.split(".").at(-1) ?? name;
        switch (name) {
            case "os.getenv":
                return this.variable(given);
            case "functools.wraps":
            case "functools.update_wrapper":
                return native(({ positional: [made] }) => made ?? opaque);
            case "functools.lru_cache":
            case "functools.cache":
                return first?.is === "function" ? first : native(({ positional: [made] }) => made ?? opaque);
            case "importlib.import_module":
            case "builtins.__import__":
                return this.imported(first ?? opaque, given.positional[1]);
            case "collections.namedtuple":
            case "typing.NamedTuple":
                return this.tupleClass(given);
            case "operator.itemgetter":
                return native(({ positional: [of] }) => this.machine.subscript(of ?? opaque, first ?? opaque));
            case "bottle.default_app":
            case "bottle.app":
            case "bottle.app.push":
                return this.bottle;
            case "django.conf.settings.configure":
                this.django.configured = given.named;
                return opaque;
            case "sys.path.append":
            case "sys.path.insert":
            case "sys.path.extend":
            case "site.addsitedir":
                this.modules.searchEverywhere();
                return opaque;
            case "sys.exit":
                return RAISED;
        }
        if (name.startsWith("bottle.") && frameworkOf(name) === undefined) {
            const made = registered(this.bottle, own, given, place, () => {});
            if (made !== undefined) return made;
            if (own === "abort" || own === "HTTPError") return RAISED;
        }
        if (/^(flask|quart|werkzeug\.exceptions)\.abort$|^falcon\.HTTP/.test(name)) return RAISED;
        const test = matched(name, undefined, given);
        if (test !== undefined) return test;
        const known = name.includes("lambda_handler_decorator")
            ? native((inner) => native(({ positional: [made] }) => made ?? inner.positional[0] ?? opaque))
            : same(name, given);
        if (known !== undefined) return known;
        const made: Thing = { is: "thing", of: name, given, attributes: new Map(), routes: [], mounts: [], place };
        this.made(made);
        this.handedOver(made, name, given, place);
        return made;
    }

    private variable(given: Given): Value {
        const name = textOf(given.positional[0]);
        const value = name === undefined ? undefined : this.environment.attributes.get(name);
        // Not among the variables that are given is what the runtime sets, or what a later update may.
        return value ?? (given.positional[1] === undefined ? opaque : several([given.positional[1]]));
    }

    private imported(name: Value, beside: Value | undefined): Value {
        const module = (wanted: string) => {
            const from = textOf(beside);
            const full = wanted.startsWith(".") && from !== undefined ? `${from}${wanted}` : wanted;
            return this.machine.load(full) ?? { is: "external" as const, name: full };
        };
        if (name.is === "text") return module(name.text);
        if (name.is === "choice") return mapped(name, (one) => (one.is === "text" ? module(one.text) : opaque));
        if (name.is !== "asked" || name.before === undefined) return opaque;
        const options = this.modules
            .inside(name.before.replace(/\.$/, ""))
            .map((own) => ({ label: { action: own }, value: module(`${name.before}${own}`) }));
        return { is: "choice", options };
    }

    private tupleClass(given: Given): Value {
        const [, listed] = given.positional;
        const names =
            listed?.is === "text"
                ? listed.text.split(/[\s,]+/)
                : listed?.is === "sequence"
                  ? listed.items.flatMap(
                        (one) => textOf(one) ?? (one.is === "sequence" ? (textOf(one.items[0]) ?? []) : []),
                    )
                  : [];
        const made: ClassValue = {
            is: "class",
            definition: undefined,
            name: textOf(given.positional[0]) ?? "",
            module: undefined,
            members: new Map(),
            bases: [],
            fields: names,
        };
        return made;
    }

    callMethod(thing: Thing, name: string, given: Given, place: Place): Value {
        const [first, second] = given.positional;
        if (thing === this.environment) return this.environ(name, given);
        if (thing.of?.startsWith("builtins.") && name === "__call__") return opaque;
        if (thing.of === "functools.partial" || thing.of === "functools.partialmethod") {
            const [call, ...before] = thing.given.positional;
            return this.machine.call(
                call ?? opaque,
                {
                    positional: [...before, ...given.positional],
                    named: new Map([...thing.given.named, ...given.named]),
                },
                place,
            );
        }
        const test = matched(name, thing, given);
        if (test !== undefined) return test;
        if (name === "group" || name === "groups") return opaque;
        if (frameworkOf(thing.of) !== undefined) {
            const made = registered(thing, name, given, place, () => {});
            if (made !== undefined) {
                const isDirect = this.machine.isHandling && this.isRequest(given);
                if (!isDirect) return made;
            }
            if (name === "init_app") this.extends(thing, given);
            if (name === "wsgi_app" || name === "asgi_app") return thing;
            if ((name === "namespace" || name === "group") && first?.is === "text")
                return this.namespace(thing, given, place);
        }
        if (name === "init_app") this.extends(thing, given);
        // A decorator of a router that is no application: Litestar's `@get`.
        const own = thing.of?.split(".").at(-1) ?? "";
        if (
            name === "__call__" &&
            first?.is === "function" &&
            (VERBS as readonly string[]).concat("route", "websocket", "action").includes(own)
        ) {
            const methods =
                own === "route" || own === "action" || own === "websocket" ? undefined : [own.toUpperCase()];
            const route: Route = {
                ...(methods === undefined ? {} : { methods }),
                label: { path: textOf(argument(thing.given, 0, "path")) ?? "" },
                view: first,
                place,
            };
            this.marked.set(first.definition, [...(this.marked.get(first.definition) ?? []), route]);
            return first;
        }
        const made: Thing = {
            is: "thing",
            of: `${thing.of ?? ""}.${name}`,
            given,
            on: thing,
            attributes: new Map(),
            routes: [],
            mounts: [],
            place,
        };
        this.handedOver(made, made.of ?? "", given, place);
        if (
            name === "__call__" &&
            first !== undefined &&
            second === undefined &&
            each(first).some(({ is }) => is === "function")
        )
            return first;
        return made;
    }

    private environ(name: string, given: Given): Value {
        const key = textOf(given.positional[0]);
        if (name === "get") return this.variable(given);
        if (name === "setdefault" && key !== undefined && !this.environment.attributes.has(key)) {
            this.environment.attributes.set(key, given.positional[1] ?? opaque);
        }
        if (name === "update")
            for (const value of given.positional)
                if (value.is === "mapping")
                    for (const [one, to] of value.entries)
                        if (one.is === "text") this.environment.attributes.set(one.text, to);
        return opaque;
    }

    private namespace(thing: Thing, given: Given, place: Place): Value {
        const made: Thing = {
            is: "thing",
            of: thing.of ?? "",
            given,
            attributes: new Map(),
            routes: [],
            mounts: [],
            place,
        };
        thing.mounts.push({ prefix: "", app: made });
        return made;
    }

    attribute(thing: Thing, name: string): Value | undefined {
        if (frameworkOf(thing.of) !== undefined) {
            if (/^(router|urls|wsgi_app|asgi_app|asgi|wsgi)$/.test(name)) return thing;
            if (/^(current_event|current_request|request|lambda_context)$/.test(name)) return EVENT;
            if (name === "config" || name === "state" || name === "log" || name === "logger") return opaque;
        }
        return undefined;
    }

    /** An application that another extends is a part of it: `Api(app)`. */
    made(thing: Thing): void {
        this.extends(thing, thing.given);
    }

    private extends(thing: Thing, given: Given): void {
        if (frameworkOf(thing.of) === undefined || !/^(flask|quart)_/.test(thing.of ?? "")) return;
        for (const one of all(given))
            if (one.is === "thing" && frameworkOf(one.of) !== undefined)
                one.mounts.push({ prefix: textOf(thing.given.named.get("prefix")) ?? "", app: thing });
    }

    // ---- What is handed over

    private isRequest(given: Given): boolean {
        return this.machine
            .within(given)
            .some((one) => one.is === "asked" || (one.is === "opaque" && one.context === true));
    }

    /** The handler calls something that is not the program's own: an application is started; functions are called in its stead. */
    private handedOver(made: Thing, name: string, given: Given, place: Place): void {
        if (!this.machine.isHandling) return;
        const isRequest = this.isRequest(given);
        const apps = appsWithin(made);
        const own = name.split(".").at(-1) ?? "";
        if (isRequest || /^(resolve|handle|handle_request|lambda_handler|dispatch|run)$/.test(own))
            for (const app of apps) this.started.add(app);
        const values = this.machine.within(given);
        for (const [at, value] of values.entries()) {
            const call = value.is === "function" || value.is === "choice" ? value : undefined;
            if (call === undefined) continue;
            const after = given.positional.slice(at + 1);
            this.machine.call(call, { positional: after.length > 0 ? after : [EVENT], named: new Map() }, place);
        }
        const isWhole =
            values.some((one) => one.is === "asked" && one.path.length === 0) &&
            values.some((one) => one.is === "opaque" && one.context === true);
        if (
            isWhole &&
            apps.length === 0 &&
            !values.some(({ is }) => is === "function") &&
            !KNOWN_TAKERS.test(rootOf(made))
        ) {
            this.open ??= "the handler passes its event on to a package that is not in the code";
        }
    }

    // ---- What is chosen

    branch({ labels, body, frame, end, returned, mark, at }: Taken): void {
        const nested = this.found.splice(mark);
        const [label] = labels.filter((one) => !isAside(one));
        if (label === undefined) return;
        if (nested.length > 0) {
            this.found.push(...nested.map((one) => this.under(label, one)));
            return;
        }
        if (end === "raise" || (returned.length > 0 && returned.every(refusesOrRaises))) return;
        const work = Work.of(body, frame, this.machine);
        if (work !== undefined) this.add(label, work, { module: frame.module, at }, "a chain of conditions");
    }

    rest({ body, frame, end, returned, mark, at }: Omit<Taken, "labels">): void {
        if (this.found.length !== mark || end === "raise" || (returned.length > 0 && returned.every(refusesOrRaises)))
            return;
        const work = Work.of(body, frame, this.machine, true);
        if (work !== undefined)
            this.found.push({
                label: {},
                name: "anything else",
                work,
                place: { module: frame.module, at },
                by: "a chain of conditions",
            });
    }

    narrowed(any: readonly Label[], mark: number): void {
        const [label] = any;
        if (label === undefined) return;
        this.found.push(...this.found.splice(mark).map((one) => this.under(label, one)));
    }

    callChoice(choice: Choice, given: Given, place: Place): Value {
        const results: Value[] = [];
        for (const { label, value } of choice.options) {
            for (const one of each(value)) {
                const mark = this.found.length;
                const result = this.machine.call(one, given, place);
                const nested = this.found.splice(mark);
                results.push(result);
                if (!this.machine.isHandling || isAside(label)) continue;
                if (nested.length > 0) this.found.push(...nested.map((inner) => this.under(label, inner)));
                else if (!refusesOrRaises(result) && (Object.keys(label).length > 0 || this.isOwnWork(one))) {
                    const work = workOfValue(one);
                    if (work !== undefined)
                        this.add(
                            label,
                            work,
                            one.is === "function" ? { module: one.module, at: one.definition.at } : place,
                            "a table",
                        );
                }
            }
        }
        return several(results);
    }

    /** What is called for whatever else is asked does something. */
    private isOwnWork(value: Value): boolean {
        if (value.is !== "function") return false;
        const { module, scope, definition } = value;
        const frame = { module, scope, returns: [], running: value };
        return Work.of(definition.body, frame, this.machine, true) !== undefined;
    }

    private under(label: Label, inner: Found): Found {
        const both = joined(label, inner.label);
        return { ...inner, label: both, name: labelName(both) || inner.name, work: inner.work };
    }

    private add(label: Label, work: string, place: Place, by: string): void {
        this.found.push({ label, name: labelName(label) || "anything else", work, place, by });
    }

    // ---- What frameworks call

    /** Runs what the runtime calls. */
    runHandler(value: Value, place: Place): void {
        const given: Given = { positional: [EVENT, CONTEXT], named: new Map() };
        this.machine.handle(() => {
            for (const one of each(value)) this.runOne(one, given, place);
            return nothing;
        });
    }

    private runOne(value: Value, given: Given, place: Place): void {
        if (value.is === "function") this.machine.callFunction(value, given, true);
        else if (value.is === "choice" || value.is === "native") this.machine.call(value, given, place);
        else if (value.is === "method") {
            const apps = appsWithin(value.of);
            for (const app of apps) this.started.add(app);
            if (apps.length === 0 && !KNOWN_TAKERS.test(rootOf(value.of)))
                this.open ??= "the handler belongs to a package that is not in the code";
        } else if (value.is === "thing") this.runThing(value, given, place);
        else this.open ??= "the handler is not in the code";
    }

    private runThing(value: Thing, given: Given, place: Place): void {
        const apps = appsWithin(value);
        for (const app of apps) this.started.add(app);
        const own = value.class === undefined ? undefined : membersOf(value.class).get("__call__");
        if (own !== undefined) this.machine.call(value, given, place);
        const inner = this.machine.within(value.given).filter(({ is }) => is === "function");
        if (value.of === "functools.partial") this.machine.call(value, given, place);
        else for (const one of inner) this.runOne(one, given, place);
        if (apps.length === 0 && own === undefined && inner.length === 0 && !KNOWN_TAKERS.test(rootOf(value))) {
            this.open ??= "the handler is made by a package that is not in the code";
        }
    }

    /** A server serves it: an application, or what makes one. */
    serve(value: Value): void {
        if (value.is === "function" && /^(create|make|get|build)_\w*app/.test(value.definition.name)) {
            this.serve(this.machine.callFunction(value, noGiven));
        }
        if (value.is === "thing" && !isPart(value.of)) for (const app of appsWithin(value)) this.started.add(app);
    }

    /** The tasks of the applications that were started. */
    runApplications(): void {
        for (const app of [...this.started]) {
            const framework = frameworkOf(app.of) ?? "a framework";
            for (const route of this.routesOf(app, "", new Set())) this.runRoute(route, framework);
        }
    }

    private runRoute({ label, methods, view, place }: Route, by: string): void {
        const members = (value: Value) => {
            const type = value.is === "class" ? value : value.is === "thing" ? value.class : undefined;
            return type === undefined ? new Map<string, Value>() : membersOf(type);
        };
        const base = (value: Value) => {
            const type = value.is === "class" ? value : value.is === "thing" ? value.class : undefined;
            return type === undefined ? undefined : externalBase(type);
        };
        for (const one of viewsOf(view, members, base)) {
            const allowed = methods !== undefined && one.method !== undefined && methods.length > 1;
            if (allowed && !methods.includes(one.method ?? "")) continue;
            this.runView(one, methods, label, place, by);
        }
    }

    private runView(
        { method, value }: View,
        methods: readonly string[] | undefined,
        label: Label,
        place: Place,
        by: string,
    ): void {
        const verbs = method === undefined ? methods : [method];
        if (verbs?.every((verb) => verb === "OPTIONS" || verb === "HEAD")) return;
        const shown = verbs?.filter((verb) => verb !== "OPTIONS" && verb !== "HEAD").join("|");
        const full: Label = shown === undefined ? label : { method: shown, ...label };
        const nested = value.is === "function" ? this.insideView(value) : [];
        if (nested.length > 1) {
            for (const inner of nested) this.found.push({ ...this.under(full, inner), by });
            return;
        }
        const own =
            value.is === "function" ? identity(value) : (workOfValue(value) ?? `${labelName(full)} ${place.at}`);
        const at = value.is === "function" ? { module: value.module, at: value.definition.at } : place;
        const name = labelName(full).replace(/a path at \d+$/, "a path that is not known");
        this.found.push({ label: full, name, work: own, place: at, by });
    }

    private insideView(view: FunctionValue): readonly Found[] {
        const own = identity(view);
        if (this.viewed.has(own)) return [];
        this.viewed.add(own);
        const mark = this.found.length;
        const named = new Map<string, Value>();
        for (const { name, stars } of view.definition.parameters)
            if (stars === 0 && /^(req|request|event)$/.test(name)) named.set(name, EVENT);
        const self = view.self ?? (view.owner === undefined ? undefined : this.objectOf(view.owner));
        this.machine.handle(() =>
            this.machine.callFunction(
                { ...view, ...(self === undefined ? {} : { self }) },
                { positional: [], named },
                true,
            ),
        );
        return this.found.splice(mark);
    }

    private objectOf(owner: ClassValue): Thing {
        const place = { module: owner.module ?? this.environment.place.module, at: 0 };
        const made: Thing = {
            is: "thing",
            class: owner,
            given: noGiven,
            attributes: new Map([["request", EVENT]]),
            routes: [],
            mounts: [],
            place,
        };
        return made;
    }

    private routesOf(value: Value, prefix: string, seen: ReadonlySet<Value>): Route[] {
        if (seen.has(value) || seen.size > 30) return [];
        this.machine.budget.spend(20);
        const inside = new Set([...seen, value]);
        if (value.is === "sequence") return value.items.flatMap((one) => this.routesOf(one, prefix, inside));
        if (value.is === "function") return (this.marked.get(value.definition) ?? []).map((one) => under(prefix, one));
        if (value.is === "class") return this.controller(value, prefix);
        if (value.is === "opaque" || value.is === "external") {
            this.open ??= "a part of the application is not in the code";
            return [];
        }
        if (value.is === "mapping") return [];
        if (value.is !== "thing") return [];
        const single = this.declared(value, prefix, inside);
        if (single !== undefined) return single;
        const framework = frameworkOf(value.of);
        if (framework === undefined) return appsWithin(value).flatMap((app) => this.routesOf(app, prefix, inside));
        if (framework === "Django" && !/Router$/.test(value.of ?? "")) {
            const patterns = this.django.patterns(this.machine);
            if (patterns === undefined)
                this.open ??= "the settings that name the application's addresses are not in the code";
            return patterns === undefined ? [] : this.routesOf(patterns, prefix, inside);
        }
        const own = prefix + (textOf(argument(value.given, 99, "url_prefix", "prefix")) ?? "");
        const listed = ["routes", "route_handlers", "urls"].flatMap((name) => value.given.named.get(name) ?? []);
        for (const { view, label } of value.routes) {
            if (view.is === "opaque" && label.path?.startsWith("a path at "))
                this.open ??= "routes are made in a way that is not followed";
        }
        return [
            ...value.routes.map((route) => under(own, route)),
            ...listed.flatMap((one) => this.routesOf(one, own, inside)),
            ...value.mounts.flatMap(({ prefix: below, app }) => this.routesOf(app, own + below, inside)),
        ];
    }

    /** A route, or a group of routes, that is an object of its own: Starlette's, Django's and aiohttp's. */
    private declared(value: Thing, prefix: string, inside: ReadonlySet<Value>): Route[] | undefined {
        const own = value.of?.split(".").at(-1) ?? "";
        const [first, second] = value.given.positional;
        const path = textOf(argument(value.given, 0, "path", "route", "regex")) ?? "";
        if (/^(Route|WebSocketRoute|APIRoute|path|re_path|url)$/.test(own)) {
            const view = argument(value.given, 1, "endpoint", "view", "handler") ?? opaque;
            const isGroup =
                view.is === "thing" &&
                (/^include$/.test(view.of?.split(".").at(-1) ?? "") ||
                    (frameworkOf(view.of) !== undefined && view.class === undefined));
            if (isGroup || view.is === "sequence") return this.routesOf(view, prefix + path, inside);
            const methods = argument(value.given, 99, "methods");
            const words = methods?.is === "sequence" ? methods.items.flatMap((one) => textOf(one) ?? []) : undefined;
            return [
                under(prefix, {
                    ...(words === undefined ? {} : { methods: words }),
                    label: { path: path || "/" },
                    view,
                    place: value.place,
                }),
            ];
        }
        if (/^(Mount|Host)$/.test(own)) {
            const inner = argument(value.given, 1, "app", "routes") ?? opaque;
            const isOther = inner.is === "thing" && frameworkOf(inner.of) === undefined;
            return isOther ? [] : this.routesOf(inner, prefix + path, inside);
        }
        if (own === "include") {
            const [module] = first?.is === "sequence" ? first.items : [first];
            if (module?.is === "text" || module?.is === "module") {
                const patterns = this.django.included(module, this.machine);
                if (patterns === undefined) this.open ??= "a part of the application is not in the code";
                return patterns === undefined ? [] : this.routesOf(patterns, prefix, inside);
            }
            return first === undefined
                ? []
                : this.routesOf(
                      first.is === "sequence" && first.items[0]?.is === "sequence" ? first.items[0] : first,
                      prefix,
                      inside,
                  );
        }
        if (value.of?.startsWith("aiohttp.web.") && (VERBS as readonly string[]).includes(own)) {
            return [
                under(prefix, {
                    methods: [own.toUpperCase()],
                    label: { path },
                    view: second ?? opaque,
                    place: value.place,
                }),
            ];
        }
        return undefined;
    }

    private controller(value: ClassValue, prefix: string): Route[] {
        const members = membersOf(value);
        const own = prefix + (textOf(members.get("path")) ?? "");
        return [...members.values()].flatMap((one) =>
            one.is === "function" ? (this.marked.get(one.definition) ?? []).map((route) => under(own, route)) : [],
        );
    }
}

function refusesOrRaises(value: Value): boolean {
    return value === RAISED || refuses(value);
}

function under(prefix: string, route: Route): Route {
    return {
        ...route,
        label: route.label.path === undefined ? route.label : { ...route.label, path: prefix + route.label.path },
    };
}

/** The applications that something was made of: `Mangum(app)`, `TestClient(app)`, `app.test_client()`. */
function appsWithin(value: Value): Thing[] {
    const seen = new Set<Value>();
    const left: Value[] = [value];
    const found: Thing[] = [];
    for (let one = left.pop(); one !== undefined && seen.size < 5000; one = left.pop()) {
        if (seen.has(one)) continue;
        seen.add(one);
        if (one.is === "several") left.push(...one.of);
        else if (one.is === "sequence") left.push(...one.items);
        else if (one.is === "mapping") left.push(...one.entries.map(([, inner]) => inner));
        else if (one.is === "method") left.push(one.of);
        else if (one.is === "thing" && frameworkOf(one.of) !== undefined) found.push(one);
        else if (one.is === "thing") {
            left.push(...all(one.given), ...(one.class === undefined ? [] : one.attributes.values()));
            if (one.on !== undefined) left.push(one.on);
        }
    }
    return found.reverse();
}

/** The external name that something began with. */
function rootOf(thing: Thing): string {
    let at: Thing = thing;
    for (let depth = 0; depth < 50 && at.on?.is === "thing"; depth++) at = at.on;
    return at.of ?? "";
}
