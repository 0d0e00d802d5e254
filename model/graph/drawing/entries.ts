/** Who calls what answers over HTTP: APIs, function URLs, load balancers, distributions; and what stands behind each. */
import { CloudFrontDistribution, CognitoUserPool } from "../../aws";
import { all, not } from "../../values";
import { type Door, doorsOf, isOnInternet } from "../invocation/doors";
import { invocationsOf } from "../invocation/invocations";
import { leadsSomewhere, type Operation, operationsByApi } from "../invocation/operations";
import { certified, isDefaultOfHttp, whoCalls } from "../invocation/unasked";
import { isTold, possible } from "../link";
import { doorSteps, URL_CLOSING } from "../reach/over-doors";
import { isOf, type Resource } from "../resource";
import { type Canvas, LABEL } from "./canvas";
import { awaited } from "./certainty";
import { iamCallers, insideNetwork, internet, tokenHolders } from "./outside";

export function drawEntries(canvas: Canvas): void {
    for (const door of doorsOf(canvas.stack)) {
        if (door.kind === "url") url(canvas, door);
        if (door.kind === "load balancer") balancer(canvas, door);
    }
    for (const beside of operationsByApi(canvas.stack).values())
        for (const operation of beside) {
            caller(canvas, operation, beside);
            answerer(canvas, operation);
        }
    const byFunction = urls(canvas);
    for (const { resource, target, at, as } of invocationsOf(canvas.stack))
        if (as === "cloudfront")
            for (const to of possible(target)) distributed(canvas, resource, byFunction.get(to) ?? to, at.path);
    for (const step of doorSteps(canvas.stack)) stepped(canvas, step);
}

function url(canvas: Canvas, { resource, target, at, isOpen }: Door): void {
    const to = canvas.idOf(resource);
    if (to === undefined) return;
    const via = [{ urn: resource.urn, path: at.path }];
    const certain = awaited(isOpen);
    if (certain)
        canvas.line({
            from: internet(canvas),
            to,
            kind: "calls",
            says: "Anyone on the internet may call this URL: it asks for no authentication.",
            isOpen: true,
            via,
            closes: URL_CLOSING,
            ...certain,
        });
    else
        canvas.line({
            from: iamCallers(canvas),
            to,
            kind: "calls",
            says: "Callers sign their requests to this URL with IAM.",
            guard: "IAM",
            via,
        });
    for (const one of possible(target)) {
        const id = canvas.idOf(one);
        const settled = awaited(isTold(target));
        if (id !== undefined)
            canvas.line({
                from: to,
                to: id,
                kind: "calls",
                says: `The URL runs ${one.name}.`,
                via: [{ urn: resource.urn, path: "functionName" }],
                ...settled,
            });
    }
}

function balancer(canvas: Canvas, { resource, target, at, isOpen, isReachable }: Door): void {
    const from = canvas.idOf(resource);
    if (from === undefined) return;
    const via = [{ urn: resource.urn, path: at.path }];
    const open = awaited(all(isOpen, isReachable));
    const name = canvas.nameOf(from);
    if (open)
        canvas.line({
            from: internet(canvas),
            to: from,
            kind: "calls",
            says: `Anyone on the internet may call ${name}: its listener asks for no sign-in.`,
            isOpen: true,
            via,
            closes: "Let the listener authenticate, or make the balancer internal.",
            ...open,
        });
    else
        canvas.line({
            from: isReachable.is === "no" ? insideNetwork(canvas) : tokenHolders(canvas),
            to: from,
            kind: "calls",
            says:
                isReachable.is === "no"
                    ? `Only what stands in its network calls ${name}.`
                    : `${name} asks callers to sign in.`,
            guard: isReachable.is === "no" ? "network" : "sign-in",
            via,
        });
    for (const one of possible(target)) {
        const to = canvas.idOf(one);
        if (to !== undefined)
            canvas.line({
                from,
                to,
                kind: "calls",
                says: `The load balancer sends requests to ${one.name}.`,
                via,
                ...awaited(isTold(target)),
            });
    }
}

/** The nodes of an operation's API; of one that lives elsewhere, what the operation is part of. */
function apisOf(canvas: Canvas, { api, resource }: Operation): readonly string[] {
    const here = possible(api.link).flatMap((one) => canvas.idOf(one) ?? []);
    return here.length > 0 ? here : [canvas.idOf(resource) ?? []].flat();
}

/** What is asked of whoever calls an operation, and who that is. */
function caller(canvas: Canvas, operation: Operation, beside: readonly Operation[]): void {
    const { resource, authorization, document, at, identifies, api, path } = operation;
    const runs = leadsSomewhere(operation);
    // Of a WebSocket API, whoever is let in to connect may send all that follows.
    if (runs.is === "no" || (api.kind === "WEBSOCKET" && path !== "$connect")) return;
    const place = document && authorization.state === "absent" ? document.operation.path : authorization.path;
    const label = labelOf(operation);
    const said = {
        kind: "calls",
        via: [{ urn: resource.urn, path: place || at }],
        ...(label !== undefined && { label }),
    } as const;
    const who = whoCalls(canvas.stack, operation, beside);
    const isNear = who === "network" || isOnInternet(operation).is === "no";
    const open = awaited(
        all(
            not(identifies),
            runs,
            not(certified(canvas.stack, operation)),
            isDefaultOfHttp(operation),
            isTold(api.link),
        ),
    );
    for (const to of apisOf(canvas, operation)) {
        const name = canvas.nameOf(to);
        if (open && isNear) {
            const says = `Whoever comes from the network that ${name} names may call it: nothing else is asked.`;
            canvas.line({ ...said, ...open, from: insideNetwork(canvas), to, says, guard: "network" });
        } else if (open) {
            const says =
                who === "key"
                    ? `Whoever has an API key may call ${name}: keys are passed on, and say nothing of who calls.`
                    : `Anyone on the internet may call ${name}: ${LABEL} asks nobody who he is.`;
            const guard = who === "key" ? { guard: "API key" } : {};
            const closes = CLOSES[api.kind === "REST" ? "method" : "route"];
            canvas.line({ ...said, ...open, ...guard, from: internet(canvas), to, says, isOpen: true, closes });
        }
        if (identifies.is === "no") continue;
        const { from, says, guard } = identified(canvas, operation, name);
        canvas.line({ ...said, ...awaited(all(identifies, isTold(api.link))), from, to, says, guard });
    }
}

const CLOSES = {
    method: 'Set authorization: "AWS_IAM", or one that an authorizer decides, on the method.',
    route: "Give the route an authorizer, or IAM authorization.",
} as const;

function identified(canvas: Canvas, operation: Operation, name: string) {
    if (/^(?:AWS_IAM|awsSigv4)$/i.test(operation.authorization.text() ?? ""))
        return { from: iamCallers(canvas), says: `Callers sign their requests to ${name} with IAM.`, guard: "IAM" };
    const [pool] = poolsOf(canvas, operation);
    const from = pool && canvas.idOf(pool);
    if (pool && from !== undefined)
        return {
            from,
            says: `Customers call ${name} with a token of the user pool ${pool.name}.`,
            guard: `Token of ${pool.name}`,
        };
    return {
        from: tokenHolders(canvas),
        says: `Callers of ${name} show what its authorizer asks for.`,
        guard: guardOf(operation),
    };
}

/** The user pools whose tokens the authorizer takes, by what went into it. */
function poolsOf(canvas: Canvas, { resource, authorizer, api }: Operation): readonly Resource[] {
    const { stack } = canvas;
    const named = authorizer
        ? possible(stack.link<unknown>(resource, authorizer, { token: AUTHORIZERS[0] }, { token: AUTHORIZERS[1] }))
        : [];
    const holders = named.length > 0 ? named : possible(api.link);
    return holders.flatMap((one) =>
        ["jwtConfiguration", "providerArns", "body", "userPoolConfig"]
            .flatMap((property) => one.propertyDependencies[property] ?? [])
            .map((source) => canvas.homes.of(source))
            .filter((source) => isOf(source, CognitoUserPool)),
    );
}

const AUTHORIZERS = ["aws:apigatewayv2/authorizer:Authorizer", "aws:apigateway/authorizer:Authorizer"] as const;

const GUARDS: Readonly<Record<string, string>> = {
    JWT: "JWT",
    CUSTOM: "Lambda authorizer",
    COGNITO_USER_POOLS: "User pool token",
};

function guardOf({ authorization }: Operation): string {
    return GUARDS[authorization.text()?.toUpperCase() ?? ""] ?? "Authorizer";
}

/** `GET /orders`, as it is declared; undefined where it is not known. */
function labelOf({ method, path, resource, at }: Operation): string | undefined {
    if (path === undefined || resource.root.get(at).secret) return undefined;
    return path.startsWith("/") ? `${method} ${path}` : path;
}

function answerer(canvas: Canvas, operation: Operation): void {
    const { api, target, resource, at, integration, identifies } = operation;
    const label = labelOf(operation);
    const via = [
        { urn: resource.urn, path: at },
        ...(integration ? [{ urn: integration.holder.urn, path: integration.uri.path }] : []),
    ];
    for (const from of apisOf(canvas, operation)) {
        for (const called of possible(target)) {
            const to = canvas.idOf(called);
            if (to === undefined) continue;
            canvas.line({
                from,
                to,
                kind: "calls",
                says: `${canvas.nameOf(from)} sends ${LABEL} to ${called.name}.`,
                ...(label !== undefined && { label }),
                // Open routes to a function are a line of their own.
                ...(identifies.is === "yes" && { guard: guardOf(operation), apart: "guarded" }),
                via,
                ...awaited(all(isTold(target), isTold(api.link))),
            });
        }
    }
}

function distributed(canvas: Canvas, distribution: Resource, called: Resource, path: string): void {
    const from = canvas.idOf(distribution);
    const to = canvas.idOf(called);
    if (from === undefined || to === undefined) return;
    canvas.line({
        from,
        to,
        kind: "calls",
        says: `The distribution ${distribution.name} calls ${called.name} by its function URL.`,
        via: [{ urn: distribution.urn, path }],
    });
}

/** By function, its URL. */
function urls(canvas: Canvas): ReadonlyMap<Resource, Resource> {
    return new Map(
        doorsOf(canvas.stack).flatMap(({ kind, target, resource }) =>
            kind === "url" ? possible(target).map((called) => [called as Resource, resource] as const) : [],
        ),
    );
}

type Step = ReturnType<typeof doorSteps> extends Iterable<infer S> ? S : never;

/** Distributions, and APIs of AppSync with their sources, as `reach` knows them. */
function stepped(canvas: Canvas, { from: start, to: end, says, closes, when, guard, openedBy, isEntered }: Step): void {
    const isDistribution = end.type === CloudFrontDistribution.token;
    const isGraph = end.type.startsWith("aws:appsync/");
    const isBehind = start !== "internet" && (start.type === CloudFrontDistribution.token || isGraph) && !guard;
    if (!(start === "internet" ? isDistribution || isGraph : isBehind && end.type !== "aws:lambda/function:Function"))
        return;
    const to = canvas.idOf(end);
    const via = openedBy.map(({ resource, path }) => ({ urn: resource.urn, path }));
    const certain = awaited(when);
    if (to === undefined || !certain) return;
    if (start !== "internet") {
        const from = canvas.idOf(start);
        if (from !== undefined)
            canvas.line({
                from,
                to,
                kind: isEntered ? "calls" : "feeds",
                says: `${start.name} ${says}.`,
                via,
                ...certain,
            });
        return;
    }
    const name = canvas.nameOf(to);
    if (guard !== undefined) {
        const who = isDistribution
            ? "Whoever holds a signed URL or cookie asks"
            : "Callers that its authorization lets in call";
        canvas.line({ from: tokenHolders(canvas), to, kind: "calls", says: `${who} ${name}.`, guard, via, ...certain });
    } else if (isDistribution)
        // It is made to be asked by all; what stands behind it asks who comes.
        canvas.line({
            from: internet(canvas),
            to,
            kind: "calls",
            says: `Anyone on the internet asks ${name}.`,
            via,
            ...certain,
        });
    else
        canvas.line({
            from: internet(canvas),
            to,
            kind: "calls",
            says: `Whoever has an API key may call ${name}: a key stands in every copy of an app.`,
            guard: "API key",
            isOpen: true,
            via,
            closes,
            ...certain,
        });
}
