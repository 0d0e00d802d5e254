import { frameworkOf, isAdapter, isClient } from "./frameworks";
import type { Machine, Place } from "./machine";
import {
    type Abstract,
    Choice,
    Func,
    Getter,
    isCallable,
    keyOf,
    Native,
    Obj,
    Outside,
    optionsOf,
    PartialText,
    Pattern,
    UNKNOWN,
    Unknown,
} from "./values";

/** One route of an application, where it is declared. */
export interface Registered extends Place {
    readonly name: string;
    readonly by: string | undefined;
}

interface Route extends Registered {
    readonly on: object;
    readonly method: string;
    readonly path: string;
    readonly how: "call" | "table" | "decorator";
}

const VERBS = new Set(["get", "post", "put", "patch", "delete", "del", "head", "options", "opts", "all", "any"]);
/** Those for which every framework has them in capitals as well. */
const VERB = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY|ALL|QUERY)$/i;
/** A path for whatever nothing else is for. */
const CATCH_ALL = /^(?:\/?\*|\/?\(\.\*\)|\/?\{\*\w*\}|\/?\*\w+|\/\{proxy\+\}|\$default|\/:\w+\*)?$/;
const FIELD_METHODS = new Set(["onQuery", "onMutation", "onSubscription", "onBatchQuery", "onBatchMutation"]);
const CHANNEL_METHODS = new Set(["onPublish", "onSubscribe"]);
/** Of openapi-backend: for what is no operation. */
const NO_OPERATION =
    /^(?:notFound|notImplemented|methodNotAllowed|validationFail|unauthorizedHandler|postResponseHandler|postSecurityHandler|preResponseHandler|preRoutingHandler|onError|onNotFound|\$.*)$/;
const MOST_ROUTES = 5000;
/** Plugins that register whatever plugins lie in a folder. */
const LOADS_FOLDER = /^(?:@fastify\/autoload|fastify-autoload)$/;

/** The routes that a program gives to what routes requests, as it is gone through. */
export class Registrations {
    private readonly routes: Route[] = [];
    /** Packages that route, of those that were loaded. */
    readonly frameworks = new Set<string>();
    adapter = false;
    private isNest = false;
    /** Calls such as `app.get("/orders")` that may be decorators. */
    private readonly pending: (Omit<Route, "how"> & { readonly how: "decorator" })[] = [];
    /** Gives what the modules of a folder of the code export, by its path when the function runs. */
    folder: (path: string) => readonly Abstract[] = () => [];
    /** Functions that answer whatever comes. */
    readonly answering = new Set<Func>();

    loaded(module: string): void {
        const framework = frameworkOf(module);
        if (framework !== undefined) this.frameworks.add(framework);
        if (isAdapter(module)) this.adapter = true;
    }

    /** A bundle that holds one. */
    traced(framework: string): void {
        this.frameworks.add(framework);
    }

    /** A method that is called on something: where it registers a route, what it gives back. */
    method(
        machine: Machine,
        object: Abstract,
        key: string,
        args: readonly Abstract[],
        place: Place,
    ): { readonly value: Abstract } | undefined {
        const on = receiverOf(object);
        if (on === undefined) return undefined;
        const framework = on instanceof Outside ? frameworkOf(on.module) : undefined;
        if (on instanceof Outside && isClient(on.module)) return undefined;
        const [first, second] = args;
        if (on instanceof Outside && on.module === "#route") {
            const [parent, path] = on.args;
            if (!VERBS.has(key) || !args.some(answers)) return undefined;
            this.add(parent as object, key, keyOf(path) ?? "", place);
            return { value: object };
        }
        const isKnown = framework !== undefined;
        const isOpen = isKnown || machine.phase === "load" || this.adapter || this.frameworks.size > 0;
        const verb = key.toLowerCase();
        if (VERBS.has(verb) && (key === verb || VERB.test(key)) && isOpen)
            return this.verb(machine, on, verb, args, place, isKnown, framework);
        if ((key === "on" || key === "add" || key === "METHOD" || key === "route") && args.length >= 3 && isOpen) {
            const methods = textsOf(machine, first).filter((one) => VERB.test(one));
            const paths = textsOf(machine, second);
            if (methods.length > 0 && paths.length > 0 && args.slice(2).some(answers)) {
                for (const method of methods) for (const path of paths) this.add(on, method, path, place);
                return { value: object };
            }
        }
        if (key === "route" || key === "routes") {
            if (typeof first === "string" && args.length === 1)
                return isOpen && first.startsWith("/")
                    ? { value: new Outside("#route", "", undefined, [on, first]) }
                    : undefined;
            if (typeof first === "string") return isKnown ? { value: object } : undefined;
            if (answers(first) && second instanceof Obj && this.row(on, withHandler(second, first), place, "call"))
                return { value: object };
            if (this.table(machine, on, first, place, "call")) return { value: object };
        }
        if (key === "use" && args.length > 0 && (isKnown || this.frameworks.size > 0)) {
            for (const arg of args.flatMap((one) => machine.elementsOf(one) ?? [one]))
                if (arg instanceof Func && !arg.isClass) this.answering.add(arg);
            return { value: object };
        }
        if ((key === "register" || key === "group") && args.length > 0)
            return this.plugin(machine, on, object, args, place);
        return this.resolver(machine, on, object, key, args, place, framework);
    }

    private verb(
        machine: Machine,
        on: object,
        verb: string,
        args: readonly Abstract[],
        place: Place,
        isKnown: boolean,
        framework: string | undefined,
    ): { readonly value: Abstract } | undefined {
        const [first, second] = args;
        const isNamed = typeof first === "string" && typeof second === "string" && second.startsWith("/");
        const path = isNamed ? second : first;
        const paths = textsOf(
            machine,
            path instanceof Obj && !path.items && isKnown ? (path.props.get("path") as Abstract) : path,
        );
        const fitting = paths.filter((one) => isKnown || /^(?:\/|\^?\\\/)/.test(one));
        if (fitting.length === 0) return undefined;
        const rest = args.slice(isNamed ? 2 : 1).flatMap((one) => machine.elementsOf(one) ?? [one]);
        if (
            rest.some((one) => answers(one) || (isKnown && one instanceof Unknown)) ||
            (isKnown && rest.some((one) => one instanceof Obj && isCallable(one.props.get("handler") as Abstract)))
        ) {
            for (const one of fitting) {
                if (CATCH_ALL.test(one)) for (const f of rest) if (f instanceof Func) this.answering.add(f);
                this.add(on, verb, one, place, framework);
            }
            return { value: on as Abstract };
        }
        for (const one of fitting)
            if (args.length <= 2)
                this.pending.push({
                    on,
                    method: verb.toUpperCase(),
                    path: one,
                    name: `${verb.toUpperCase()} ${one}`,
                    by: framework,
                    how: "decorator",
                    ...place,
                });
        return framework === "Powertools" ? { value: UNKNOWN } : undefined;
    }

    /** A plugin, which is given a part of the application to put routes into. */
    private plugin(
        machine: Machine,
        on: Abstract & object,
        object: Abstract,
        args: readonly Abstract[],
        place: Place,
    ): { readonly value: Abstract } | undefined {
        const [first, second] = args;
        const isTraced = this.frameworks.has("openapi-backend") && !(on instanceof Outside);
        if (isTraced || (on instanceof Outside && frameworkOf(on.module) === "openapi-backend")) {
            this.operations(first, second, on, place);
            return { value: object };
        }
        const given = typeof first === "string" ? second : first;
        const loaded =
            given instanceof Outside && LOADS_FOLDER.test(given.module) && second instanceof Obj
                ? keyOf(second.props.get("dir") as Abstract)
                : undefined;
        const inside =
            loaded !== undefined ? this.folder(loaded) : given instanceof Outside ? given.args : optionsOf(given);
        const plugins = inside.map((one) =>
            one instanceof Obj && !(one instanceof Func) ? (one.props.get("default") ?? one) : one,
        );
        const found = plugins.filter((one): one is Func => one instanceof Func && !one.isClass);
        if (found.length === 0) return on instanceof Outside ? { value: object } : undefined;
        for (const plugin of found) {
            const part =
                on instanceof Outside ? new Outside(on.module, `${on.path}()`, on) : new Outside("#part", "()");
            machine.call(plugin, undefined, [part, second instanceof Obj ? second : new Obj(), UNKNOWN]);
        }
        return { value: object };
    }

    private operations(first: Abstract, second: Abstract, on: object, place: Place): void {
        if (typeof first === "string" && !NO_OPERATION.test(first))
            this.put(on, "", first, place, "call", "openapi-backend");
        if (typeof first === "string" || !(first instanceof Obj) || second !== undefined) return;
        for (const [name, value] of first.props)
            if (!NO_OPERATION.test(name) && !(value instanceof Getter) && (answers(value) || value instanceof Unknown))
                this.put(on, "", name, place, "call", "openapi-backend");
    }

    /** Of fields, channels, tools and procedures. */
    private resolver(
        machine: Machine,
        on: object,
        object: Abstract,
        key: string,
        args: readonly Abstract[],
        place: Place,
        framework: string | undefined,
    ): { readonly value: Abstract } | undefined {
        const [first, second] = args;
        const isHere = framework === "Powertools" || !(on instanceof Outside);
        if (isHere && (FIELD_METHODS.has(key) || CHANNEL_METHODS.has(key))) {
            const name = textsOf(machine, first)[0];
            if (name === undefined) return undefined;
            if (!CHANNEL_METHODS.has(key) || !/^\/?\*$/.test(name)) this.put(on, key, name, place, "call", framework);
            return { value: framework === "Powertools" ? UNKNOWN : object };
        }
        if (framework === "Powertools" && (key === "resolver" || key === "batchResolver" || key === "tool")) {
            const options = first instanceof Obj && !(first instanceof Func) ? first : second;
            const name =
                options instanceof Obj ? (options.props.get("fieldName") ?? options.props.get("name")) : undefined;
            this.put(on, key, typeof name === "string" ? name : `${place.file}:${place.at}`, place, "call", framework);
            return { value: UNKNOWN };
        }
        if (
            !(on instanceof Outside) &&
            (key === "resolver" || key === "tool") &&
            answers(first) &&
            second instanceof Obj
        ) {
            const name = second.props.get("fieldName") ?? second.props.get("name");
            if (typeof name === "string") this.put(on, key, name, place, "call", framework);
            return undefined;
        }
        const isProcedure = key === "mutation" || key === "query" || key === "subscription";
        if (isProcedure && args.length === 1 && answers(first) && (framework === "tRPC" || !(on instanceof Outside))) {
            this.put(this, key, `${place.file}:${place.at}`, place, "call", "tRPC");
            return { value: UNKNOWN };
        }
        return undefined;
    }

    /** Whatever is called, or made, with what. */
    calledWith(target: Abstract, args: readonly Abstract[], place: Place & { readonly end?: number }): void {
        if (target instanceof Outside) {
            const { module, path } = target;
            if (module === "@nestjs/core" && /^\.NestFactory\.create$/.test(path)) this.isNest = true;
            if (module === "@nestjs/common" && /^\.(?:Get|Post|Put|Patch|Delete|All|Search)$/.test(path))
                this.put(
                    this,
                    path.slice(1).toUpperCase(),
                    `${keyOf(args[0]) ?? ""}#${place.file}:${place.at}`,
                    place,
                    "decorator",
                    "Nest",
                );
            if (frameworkOf(module) === "openapi-backend") {
                const handlers = args[0] instanceof Obj ? args[0].props.get("handlers") : undefined;
                if (handlers instanceof Obj) this.operations(handlers, undefined, target, place);
            }
            if (/^\.createServer$/.test(path) || isAdapter(module))
                for (const arg of args) if (arg instanceof Func && !arg.isClass) this.answering.add(arg);
            if (frameworkOf(module) === "a router" || frameworkOf(module) === "middy") this.tables(args, place, target);
        } else if (target instanceof Func) {
            this.tables(args, place, target);
            const handlers =
                args[0] instanceof Obj && this.frameworks.has("openapi-backend")
                    ? args[0].props.get("handlers")
                    : undefined;
            if (handlers instanceof Obj) this.operations(handlers, undefined, target, place);
        }
        const [decorators, on, name] = args;
        if (
            args.length >= 3 &&
            decorators instanceof Obj &&
            decorators.items &&
            (on instanceof Obj || on instanceof Outside) &&
            (typeof name === "string" || on instanceof Obj)
        ) {
            for (const one of this.pending.splice(0))
                if (one.at >= place.at && one.file === place.file && one.at < (place.end ?? Infinity))
                    this.routes.push(one);
        }
    }

    /** A list of objects with method, path and function, in an argument or in one of its properties. */
    private tables(args: readonly Abstract[], place: Place, on: object): void {
        for (const arg of args) {
            if (!(arg instanceof Obj)) continue;
            const inside = arg.items ? [arg] : [arg.props.get("routes"), arg.props.get("proxyIntegration")];
            for (const one of inside) {
                const nested = one instanceof Obj && !one.items ? one.props.get("routes") : one;
                if (nested instanceof Obj && nested.items)
                    for (const item of nested.items) this.row(on, item, place, "table");
            }
        }
    }

    private table(machine: Machine, on: object, given: Abstract, place: Place, how: Route["how"]): boolean {
        const rows = machine.elementsOf(given) ?? [given];
        return rows.map((one) => this.row(on, one, place, how)).includes(true);
    }

    private row(on: object, row: Abstract, place: Place, how: Route["how"]): boolean {
        if (!(row instanceof Obj) || row instanceof Func) return false;
        const get = (...names: readonly string[]) =>
            names.map((one) => row.props.get(one)).find((one) => one !== undefined);
        const method = get("method", "httpMethod", "methods", "verb");
        const path = keyOf(get("path", "url", "route", "routeKey", "resource") as Abstract);
        const options = row.props.get("options") ?? row.props.get("config");
        const handler =
            get("handler", "action", "fn", "func", "controller", "handle", "callback", "function", "do") ??
            (options instanceof Obj ? options.props.get("handler") : undefined);
        const methods = method instanceof Obj && method.items ? method.items.map(keyOf) : [keyOf(method as Abstract)];
        if (path === undefined || handler === undefined || (how === "table" && !answers(handler as Abstract)))
            return false;
        for (const one of methods) this.add(on, one ?? "", path, place, undefined, how);
        return true;
    }

    /** A property that is given to what a package made, such as a handler. */
    assigned(_object: Outside, _key: string, value: Abstract): void {
        if (value instanceof Func && this.frameworks.size > 0) return;
    }

    private add(
        on: object,
        verb: string,
        path: string,
        place: Place,
        framework?: string,
        how: Route["how"] = "call",
    ): void {
        const method = verb
            .toUpperCase()
            .replace(/^DEL$/, "DELETE")
            .replace(/^OPTS$/, "OPTIONS")
            .replace(/^ANY$|^\*$/, "ALL");
        if (method === "OPTIONS" || CATCH_ALL.test(path)) return;
        this.put(on, method, path, place, how, framework);
    }

    private put(
        on: object,
        method: string,
        path: string,
        place: Place,
        how: Route["how"],
        by: string | undefined,
    ): void {
        const name = `${method} ${path.split("#")[0]}`.trim();
        if (this.routes.length < MOST_ROUTES) this.routes.push({ on, method, path, name, by, how, ...place });
    }

    /** The routes that there are, each once. */
    found(): readonly Registered[] {
        const groups = ["call", "table", "decorator"].map((how) =>
            this.distinct(this.routes.filter((one) => one.how === how)),
        );
        const [calls = [], tables = [], decorators = []] = groups;
        const decorated =
            this.isNest || decorators.some(({ by }) => by !== "Nest")
                ? decorators.filter(({ by }) => by !== "Nest" || this.isNest)
                : [];
        return [...(calls.length >= tables.length ? calls : tables), ...decorated];
    }

    private distinct(routes: readonly Route[]): readonly Route[] {
        const numbers = new Map<object, number>();
        const keyed = new Map<string, Route>();
        const key = ({ on, method, path }: Pick<Route, "on" | "method" | "path">) => {
            const number = numbers.get(on) ?? numbers.size;
            numbers.set(on, number);
            return `${number} ${method} ${path}`;
        };
        for (const route of routes) if (!keyed.has(key(route))) keyed.set(key(route), route);
        return [...keyed.values()].filter(
            (one) =>
                one.method !== "HEAD" ||
                (!keyed.has(key({ ...one, method: "GET" })) && !keyed.has(key({ ...one, method: "ALL" }))),
        );
    }
}

/** A row whose function stands beside it. */
function withHandler(row: Obj, handler: Abstract): Obj {
    const made = new Obj();
    for (const [key, value] of row.props) made.props.set(key, value);
    made.props.set("handler", handler);
    return made;
}

/** What an application may be. */
function receiverOf(object: Abstract): (Abstract & object) | undefined {
    const one =
        object instanceof Choice
            ? optionsOf(object).find((option) => option instanceof Outside || option instanceof Obj)
            : object;
    return one instanceof Outside ||
        (one instanceof Obj && !one.items && !one.entries && !(one instanceof Native)) ||
        one instanceof Unknown
        ? (one as Abstract & object)
        : undefined;
}

/** Is it a function that may answer a request? What a package makes of one is. */
function answers(value: Abstract): boolean {
    return optionsOf(value).some(
        (one) =>
            one instanceof Func ||
            one instanceof Native ||
            (one instanceof Outside &&
                !one.module.startsWith("#") &&
                (one.args.some(answers) || !one.path.includes("()"))),
    );
}

function textsOf(machine: Machine, value: Abstract): readonly string[] {
    const all =
        value instanceof Choice
            ? value.options
            : value instanceof Obj && value.items
              ? (machine.elementsOf(value) ?? [])
              : [value];
    return all.flatMap((one) => {
        if (one instanceof Pattern) return one.source;
        if (one instanceof PartialText) return one.text;
        return typeof one === "string" ? one : [];
    });
}
