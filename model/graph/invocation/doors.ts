import {
    AlbListener,
    AlbListenerRule,
    HttpApi,
    HttpRoute,
    LambdaFunctionUrl,
    Listener,
    ListenerRule,
    RestMethod,
} from "../../aws";
import type { Value } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import { isOf, type Resource } from "../resource";
import { functionOf } from "./functions";
import { type Route, routesOf } from "./routes";

/** The functions that anyone on the internet makes run, each with the door: a URL or a route that asks nobody who he is. */
export const openDoors = fact([routesOf, LambdaFunctionUrl], (stack) => {
    const doors = new Map<Resource, Resource>();
    for (const url of stack.ofType(LambdaFunctionUrl)) {
        const target = linked(functionOf(stack, url, url.inputs.functionName));
        if (target && url.inputs.authorizationType.text()?.toUpperCase() === "NONE") doors.set(target, url);
    }
    for (const route of routesOf(stack)) {
        const target = linked(route.target);
        if (target && !doors.has(target) && asksNobody(route)) doors.set(target, route.resource);
    }
    return doors as ReadonlyMap<Resource, Resource>;
});

/** Of an OpenAPI document it is not told here: its `security` may stand in many places. */
function asksNobody({ resource, at }: Route): boolean {
    const { root } = resource;
    if (isOf(resource, HttpRoute)) return isNone(root.get("authorizationType"));
    if (isOf(resource, RestMethod)) return root.get("authorization").text()?.toUpperCase() === "NONE";
    if (isOf(resource, HttpApi)) return at === "target";
    const actions = LISTENERS.has(resource.type)
        ? [...root.get("defaultActions").items(), ...root.get("actions").items()]
        : [];
    return (
        actions.length > 0 && actions.every((one) => !/^authenticate-/.test((one as Value).get("type").text() ?? ""))
    );
}

function isNone(value: Value): boolean {
    return value.state === "absent" || value.text()?.toUpperCase() === "NONE";
}

const LISTENERS: ReadonlySet<string> = new Set(
    [Listener, AlbListener, ListenerRule, AlbListenerRule].map(({ token }) => token),
);
