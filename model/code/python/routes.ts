import { frameworkOf } from "./packages";
import {
    all,
    argument,
    type FunctionValue,
    type Given,
    type Label,
    native,
    opaque,
    type Place,
    type Route,
    type Thing,
    text,
    textOf,
    type Value,
} from "./values";

export const VERBS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"] as const;
const isVerb = (name: string) => (VERBS as readonly string[]).includes(name);

/** Methods that add a route by path, as a decorator or with the view beside the path. Source: each framework's documentation. */
const ROUTES = new Set([
    "route",
    "api_route",
    "add_url_rule",
    "add_api_route",
    "add_route",
    "add_view",
    "add_resource",
    "resource",
    "websocket",
    "websocket_route",
    "add_websocket_route",
    "add_api_websocket_route",
    "add_websocket_rule",
    "register",
    "register_view",
    "view",
]);
/** Methods that include another application, or a part of one. */
const PARTS = new Set([
    "register_blueprint",
    "include_router",
    "include",
    "mount",
    "blueprint",
    "add_namespace",
    "register_blueprints",
    "merge",
    "add_subapp",
    "add_child",
    "include_routers",
    "register_api",
]);
/** Functions by another name than a path. Source: Powertools for AWS Lambda (Python), event handlers. */
const NAMED = new Set([
    "resolver",
    "batch_resolver",
    "async_batch_resolver",
    "on_publish",
    "on_subscribe",
    "async_on_publish",
    "async_on_subscribe",
    "tool",
]);

/** A call of an application's method, if it adds to its routes: what it gives back. */
export function registered(
    app: Thing,
    name: string,
    given: Given,
    place: Place,
    remember: (route: Route) => void,
): Value | undefined {
    const add = (route: Route) => {
        app.routes.push(route);
        remember(route);
    };
    if (isVerb(name) || ROUTES.has(name)) return byPath(app, name, given, place, add);
    const verb = /^add_(get|post|put|patch|delete|head|options)$/.exec(name)?.[1];
    if (verb !== undefined) return byPath(app, verb, given, place, add);
    if (NAMED.has(name)) return byName(name, given, place, add);
    if (PARTS.has(name)) {
        for (const part of all(given)) include(app, part, prefixOf(given));
        return opaque;
    }
    if (name === "add_routes") {
        include(app, given.positional[0] ?? opaque, "");
        return opaque;
    }
    return undefined;
}

function include(app: Thing, part: Value, prefix: string): void {
    for (const one of part.is === "sequence" ? part.items : [part]) {
        if (one.is === "thing" || one.is === "sequence" || one.is === "opaque" || one.is === "external")
            app.mounts.push({ prefix, app: one });
    }
}

function prefixOf(given: Given): string {
    const named = argument(given, 9, "url_prefix", "prefix", "path");
    return textOf(named) ?? given.positional.map(textOf).find((one) => one !== undefined) ?? "";
}

function byPath(app: Thing, name: string, given: Given, place: Place, add: (route: Route) => void): Value {
    const isMaking = (value: Value) =>
        value.is === "function" || value.is === "class" || value.is === "thing" || value.is === "mapping";
    // Sanic gives the view before the path.
    const path = argument(
        given,
        given.positional[0] !== undefined && isMaking(given.positional[0]) ? 1 : 0,
        "rule",
        "path",
        "uri",
        "uri_template",
    );
    const named = argument(given, 9, "view_func", "endpoint", "handler", "callback", "resource", "view", "viewset");
    const inPlace = given.positional.filter(
        (one, at) =>
            isMaking(one) ||
            (at > 0 && one.is !== "text" && one.is !== "constant" && one !== path && one.is !== "sequence"),
    );
    const view =
        (named !== undefined && isMaking(named) ? named : undefined) ??
        inPlace[0] ??
        (named?.is === "text" ? undefined : named);
    const paths =
        path?.is === "sequence" ? path.items : name === "add_resource" ? given.positional.slice(1) : [path ?? opaque];
    const suffix = textOf(given.named.get("suffix"));
    const methods = isVerb(name) ? [name.toUpperCase()] : methodsOf(given, app);
    const made = (found: Value) => {
        for (const one of paths) {
            add({
                ...(methods === undefined ? {} : { methods }),
                label: { path: textOf(one) ?? `a path at ${place.at}` },
                view: suffix === undefined ? found : { is: "sequence", items: [found, text(suffix)] },
                place,
            });
        }
        return found;
    };
    const isDirect = view !== undefined || /^add_|^register/.test(name);
    if (isDirect) {
        made(view ?? opaque);
        return view ?? opaque;
    }
    return native(({ positional: [found] }) => made(found ?? opaque));
}

function methodsOf(given: Given, app: Thing): readonly string[] | undefined {
    const named =
        argument(given, 9, "methods", "method", "http_methods") ??
        given.positional.slice(1).find((one) => one.is === "sequence");
    const words = (named?.is === "sequence" ? named.items : named === undefined ? [] : [named]).flatMap(
        (one) => textOf(one)?.toUpperCase() ?? [],
    );
    if (words.length > 0) return [...new Set(words)];
    const second = textOf(given.positional[1])?.toUpperCase();
    if (second !== undefined && isVerb(second.toLowerCase())) return [second];
    return named === undefined && /Flask|Bottle|Chalice|Quart|Sanic/.test(frameworkOf(app.of) ?? "")
        ? ["GET"]
        : undefined;
}

function byName(name: string, given: Given, place: Place, add: (route: Route) => void): Value {
    const type = textOf(argument(given, 0, "type_name"));
    const field = textOf(argument(given, 1, "field_name"));
    const isChannel = name.includes("on_");
    const label = (view: Value): Label => {
        const own = view.is === "function" ? view.definition.name : "";
        if (name === "tool") return { action: textOf(given.named.get("name")) ?? own };
        if (isChannel) return { action: name.replace(/^async_/, ""), path: textOf(argument(given, 0, "path")) ?? own };
        return { field: [type, field ?? own].filter(Boolean).join(".") };
    };
    const made = (view: Value) => {
        add({ label: label(view), view, place });
        return view;
    };
    const [first] = given.positional;
    return first?.is === "function" ? made(first) : native(({ positional: [view] }) => made(view ?? opaque));
}

/** What one view does, by HTTP method where it has one for each: a class's, or an object's of Falcon. */
export interface View {
    readonly method?: string;
    readonly value: Value;
}

/** Views of frameworks that are classes without methods of their own. Source: Django REST framework, generic views and view sets. */
const GENERIC: readonly (readonly [RegExp, readonly string[]])[] = [
    [/\bModelViewSet$/, ["GET", "POST", "GET one", "PUT", "DELETE"]],
    [/\bReadOnlyModelViewSet$/, ["GET", "GET one"]],
    [/\bListCreateAPIView$/, ["GET", "POST"]],
    [/\bRetrieveUpdateDestroyAPIView$/, ["GET", "PUT", "DELETE"]],
    [/\bRetrieveUpdateAPIView$/, ["GET", "PUT"]],
    [/\bRetrieveDestroyAPIView$/, ["GET", "DELETE"]],
];
const SET_METHODS: Readonly<Record<string, string>> = {
    list: "GET",
    create: "POST",
    retrieve: "GET one",
    update: "PUT",
    partial_update: "PATCH",
    destroy: "DELETE",
};

export function viewsOf(
    view: Value,
    members: (value: Value) => ReadonlyMap<string, Value>,
    base: (value: Value) => string | undefined,
): readonly View[] {
    const [inner, suffix] =
        view.is === "sequence" ? [view.items[0] ?? opaque, textOf(view.items[1])] : [view, undefined];
    if (inner.is === "mapping") {
        return inner.entries.flatMap(([key, value]) =>
            key.is === "text" ? [{ method: key.text.toUpperCase(), value }] : [],
        );
    }
    if (inner.is !== "class" && inner.is !== "thing") return [{ value: inner }];
    const found: View[] = [];
    for (const [name, value] of members(inner)) {
        if (value.is !== "function") continue;
        const verb = (/^on_([a-z]+)/.exec(name)?.[1] ?? name).toLowerCase();
        const isOwn =
            name === verb
                ? suffix === undefined
                : name === (suffix === undefined ? `on_${verb}` : `on_${verb}_${suffix}`);
        const self: FunctionValue = inner.is === "thing" ? { ...value, self: inner } : value;
        if (isVerb(verb) && isOwn) found.push({ method: verb.toUpperCase(), value: self });
        else if (SET_METHODS[name] !== undefined && /ViewSet$/.test(base(inner) ?? ""))
            found.push({ method: SET_METHODS[name], value: self });
    }
    if (found.length > 0) return found;
    const [, generic] = GENERIC.find(([name]) => name.test(base(inner) ?? "")) ?? [];
    return generic?.map((method) => ({ method, value: opaque })) ?? [{ value: inner }];
}
