import {
    AppSyncDataSource,
    AppSyncFunction,
    AppSyncResolver,
    BedrockAgentActionGroup,
    documentOperations,
    LambdaFunction,
    writtenDocument,
} from "../../aws";
import { type Answer, answer, undecided, type Value } from "../../values";
import { fact } from "../fact";
import { type Link, linked, possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { functionOf } from "./functions";

import { operationsOf } from "./operations";
import { isServing, routesOf } from "./routes";

type FunctionInputs = NonNullable<(typeof LambdaFunction)["inputs"]>;

/** One thing that a function is asked to do by name: a method of a path, a message of a WebSocket, a field, an action. */
interface Task {
    readonly target: Link<FunctionInputs>;
    /** Where it is declared. */
    readonly resource: Resource;
    /** Of a path, upper case; `ANY` for all. */
    readonly method: string;
    /** A path, or another name. */
    readonly name: string;
}

/** What a function serves: routes of APIs and load balancers, fields of GraphQL APIs, actions of agents. */
export interface Served {
    readonly function: Resource<FunctionInputs>;
    /** How many, as far as it is known. */
    readonly count: number;
    /** By which resources. */
    readonly declaredBy: readonly Resource[];
    /** Does it serve more than so many? */
    isMoreThan(most: number): Answer;
}

/** By function, each that serves anything. What asks an authorizer is no route of it. */
export const servedBy = fact(
    [routesOf, operationsOf, AppSyncResolver, AppSyncFunction, BedrockAgentActionGroup],
    (stack): readonly Served[] => {
        const byFunction = new Map<Resource<FunctionInputs>, { sure: Task[]; open: Task[]; unread: Set<string> }>();
        const of = (one: Resource<FunctionInputs>) => {
            const found = byFunction.get(one) ?? { sure: [], open: [], unread: new Set<string>() };
            byFunction.set(one, found);
            return found;
        };
        for (const task of tasksOf(stack)) {
            for (const one of possible(task.target)) {
                const { sure, open, unread } = of(one);
                (task.target.kind === "found" ? sure : open).push(task);
                if (task.target.kind === "candidates") unread.add(task.target.awaits);
            }
        }
        for (const { resource, at, path, target } of operationsOf(stack)) {
            if (path !== undefined || target.kind !== "unknown") continue;
            // Of a document that is not known yet, what went into it may be what its routes call.
            for (const one of resource.propertyDependencies[at] ?? [])
                if (isOf(one, LambdaFunction)) of(one).unread.add(target.awaits);
        }
        return [...byFunction].map(([one, { sure, open, unread }]) => ({
            function: one,
            count: countOf(sure),
            declaredBy: [...new Set(sure.map(({ resource }) => resource))],
            isMoreThan: (most) => {
                if (countOf(sure) > most) return answer(true);
                const mayBeMore = unread.size > 0 && (open.length === 0 || countOf([...sure, ...open]) > most);
                return mayBeMore ? undecided(...unread) : answer(false);
            },
        }));
    },
);

function* tasksOf(stack: Stack): Iterable<Task> {
    for (const operation of operationsOf(stack)) {
        const { resource, method, path, target } = operation;
        if (isServing(operation)) yield { target, resource, method, name: path ?? resource.urn };
    }
    for (const { operation, resource, method, path, target } of routesOf(stack))
        if (!operation) yield { target, resource, method, name: path ?? resource.urn };
    yield* fields(stack);
    yield* actions(stack);
}

/** Fields that one data source answers, and steps of others that it takes. */
function* fields(stack: Stack): Iterable<Task> {
    for (const resource of stack.ofType<unknown>(AppSyncResolver, AppSyncFunction)) {
        const { root } = resource;
        const source = linked(stack.link(resource, root.get("dataSource"), AppSyncDataSource));
        if (!source) continue;
        const target = functionOf(stack, source, source.root.down("lambdaConfig.functionArn"));
        const name = isOf(resource, AppSyncResolver)
            ? `${root.get("type").text() ?? resource.urn}.${root.get("field").text() ?? resource.urn}`
            : resource.urn;
        yield { target, resource, method: "ANY", name };
    }
}

/** What an agent may ask of a function: by name, or as an OpenAPI document has it. */
function* actions(stack: Stack): Iterable<Task> {
    for (const resource of stack.ofType(BedrockAgentActionGroup)) {
        const target = functionOf(stack, resource, resource.root.down("actionGroupExecutor.lambda"));
        const named = resource.root.down("functionSchema.memberFunctions.functions").items() as readonly Value[];
        for (const one of named)
            yield { target, resource, method: "ANY", name: one.get("name").text() ?? `${resource.urn} ${one.path}` };
        const payload = resource.root.down("apiSchema.payload");
        const document = payload.state === "known" ? writtenDocument(payload) : undefined;
        for (const { method, path } of document ? documentOperations(document, "REST") : [])
            yield { target, resource, method, name: path };
    }
}

/** Distinct ones: `ANY` is one, as a HEAD beside a GET is none, and a path is one with all below it. */
function countOf(tasks: readonly Task[]): number {
    const byPath = new Map<string, Set<string>>();
    for (const { name, method } of tasks) {
        const path = plain(name);
        const methods = byPath.get(path) ?? new Set();
        byPath.set(path, methods.add(method));
    }
    let count = 0;
    for (const methods of byPath.values()) {
        if (methods.has("ANY")) count += 1;
        else count += methods.size - (methods.has("GET") && methods.has("HEAD") ? 1 : 0);
    }
    return count;
}

/** `/orders/{id}` and `/orders/{order}` are one path; `/orders/{proxy+}` and `/orders/*` take what `/orders` does not. */
function plain(path: string): string {
    const whole = path.replace(/\/(?:\{[^}]+\+\}|\*)$/, "").replace(/\{[^}]*\}/g, "{}");
    return whole.replace(/\/$/, "");
}
