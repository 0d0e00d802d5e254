/** Who calls what answers over HTTP: APIs, function URLs, load balancers, distributions; and what stands behind each. */

import { CloudFrontDistribution } from "../../aws";
import { all } from "../../values";
import { type Door, doorsOf } from "../invocation/doors";
import { invocationsOf } from "../invocation/invocations";
import { operationsByApi } from "../invocation/operations";
import { isTold, possible } from "../link";
import { doorSteps, URL_CLOSING } from "../reach/over-doors";
import type { Resource } from "../resource";
import { answerer, caller } from "./api-entries";
import type { Canvas } from "./canvas";
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
