import { AlbListener, AlbLoadBalancer, LambdaFunctionUrl, Listener, LoadBalancer, RestApi } from "../../aws";
import { type Answer, all, any, equals, holds, isTrue, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { type Link, linked } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf } from "./functions";
import type { Operation } from "./operations";
import { type Route, routesOf } from "./routes";

/** A way from the internet to a function. */
export interface Door {
    readonly target: Link;
    /** Where it is declared. */
    readonly resource: Resource;
    readonly at: Value;
    readonly kind: "url" | "api" | "load balancer";
    /** Does it lead there from the internet? */
    readonly isReachable: Answer;
    /** May anyone take it, since it asks nobody who he is? */
    readonly isOpen: Answer;
}

/** All ways from the internet to functions of the stack: their URLs, APIs and load balancers. */
export const doorsOf = fact([routesOf, LambdaFunctionUrl], (stack): readonly Door[] => [
    ...stack.ofType(LambdaFunctionUrl).map((url): Door => {
        const { functionName, authorizationType } = url.inputs;
        const target = functionOf(stack, url, functionName);
        const isOpen = equals(authorizationType, "NONE");
        return { target, resource: url, at: authorizationType, kind: "url", isReachable: yes, isOpen };
    }),
    ...routesOf(stack).map((route): Door => {
        const { target, resource, operation } = route;
        if (!operation) return { target, resource, kind: "load balancer", ...throughBalancer(stack, route) };
        const { authorization: at } = operation;
        return { target, resource, at, kind: "api", isReachable: isOnInternet(operation), isOpen: isOpen(operation) };
    }),
]);

/** The functions that anyone on the internet makes run, each with the door. */
export const openDoors = fact([doorsOf], (stack) => {
    const doors = new Map<Resource, Resource>();
    for (const { target, resource, isReachable, isOpen: mayEnter } of doorsOf(stack)) {
        const found = linked(target);
        if (found && !doors.has(found) && all(isReachable, mayEnter).is === "yes") doors.set(found, resource);
    }
    return doors as ReadonlyMap<Resource, Resource>;
});

function isOpen({ identifies }: Operation): Answer {
    return not(identifies);
}

/** A private API is reached through endpoints of a VPC alone. */
export function isOnInternet({ api }: Operation): Answer {
    const resource = linked(api.link);
    return resource && isOf(resource, RestApi) ? not(isPrivate(resource)) : yes;
}

/** Absent is an edge-optimized endpoint. */
export function isPrivate(api: Resource): Answer {
    const types = inputOf(api, "endpointConfiguration.types");
    if (types.state === "unknown") return undecided(types.place);
    return any(...(types.items() as readonly Value[]).map((type) => equals(type, "PRIVATE")));
}

/** What a balancer asks of people or of tokens before it sends a request on. */
const ASKS = /^(?:authenticate-|jwt-)/;

function throughBalancer(stack: Stack, { resource }: Route): Pick<Door, "at" | "isReachable" | "isOpen"> {
    const listener = listenerOf(stack, resource);
    const at = actionsOf(resource);
    const asks = any(
        ...(at.items() as readonly Value[]).map((action) =>
            all(
                holds(action.get("type"), (type) => ASKS.test(type)),
                not(letsStrangersPass(action)),
            ),
        ),
        // It takes no connection without a certificate of the caller's.
        listener ? equals(listener.root.down("mutualAuthentication.mode"), "verify") : no,
    );
    return { at, isOpen: not(asks), isReachable: balancerIsPublic(stack, resource, listener) };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html */
function letsStrangersPass(action: Value): Answer {
    const asked = ["authenticateCognito", "authenticateOidc"].map((kind) => action.get(kind));
    return any(...asked.map((one) => equals(one.get("onUnauthenticatedRequest"), "allow")));
}

function actionsOf({ root }: Resource): Value {
    const own = root.get("actions");
    return own.state === "absent" ? root.get("defaultActions") : own;
}

function listenerOf(stack: Stack, from: Resource): Resource | undefined {
    if (isOf(from, Listener) || isOf(from, AlbListener)) return from;
    return linked(stack.link<unknown>(from, from.root.get("listenerArn"), Listener, AlbListener));
}

/** A balancer of another stack may be an internal one. */
function balancerIsPublic(stack: Stack, from: Resource, listener: Resource | undefined): Answer {
    if (!listener) return undecided(from.root.get("listenerArn").place);
    const arn = listener.root.get("loadBalancerArn");
    const balancer = linked(stack.link<unknown>(listener, arn, LoadBalancer, AlbLoadBalancer));
    return balancer ? not(isTrue(balancer.root.get("internal"), false)) : undecided(arn.place);
}
