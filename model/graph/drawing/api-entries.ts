/** Methods and routes of APIs: who may call each, and what answers. */
import { CognitoUserPool } from "../../aws";
import { all, not } from "../../values";
import { isOnInternet } from "../invocation/doors";
import { leadsSomewhere, type Operation } from "../invocation/operations";
import { certified, isDefaultOfHttp, whoCalls } from "../invocation/unasked";
import { isTold, possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { LABEL } from "./lines";
import { iamCallers, insideNetwork, internet, tokenHolders } from "./outside";

/** The nodes of an operation's API; of one that lives elsewhere, what the operation is part of. */
function apisOf(canvas: Canvas, { api, resource }: Operation): readonly string[] {
    const here = possible(api.link).flatMap((one) => canvas.idOf(one) ?? []);
    return here.length > 0 ? here : [canvas.idOf(resource) ?? []].flat();
}

/** What is asked of whoever calls an operation, and who that is. */
export function caller(canvas: Canvas, operation: Operation, beside: readonly Operation[]): void {
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

export function answerer(canvas: Canvas, operation: Operation): void {
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
