import {
    AppSyncApi,
    AppSyncDataSource,
    AppSyncGraphQLApi,
    CloudFrontDistribution,
    keyModesOf,
    RestApi,
    S3Bucket,
    S3BucketV2,
    valuesAt,
} from "../../aws";
import { type Answer, all, any, equals, filled, isTrue, not, undecided, type Value, yes } from "../../values";
import { bucketPolicies } from "../data/hung-policies";
import { type Door, doorsOf, isOnInternet } from "../invocation/doors";
import { type Invocation, invocationsOf } from "../invocation/invocations";
import { type Operation, operationsByApi } from "../invocation/operations";
import { isTold, possible } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import type { End, ReachStep } from "./step";

/** What the steps below are read from, besides doors and calls. */
export const doorTypes = [AppSyncApi, AppSyncDataSource, AppSyncGraphQLApi, CloudFrontDistribution] as const;

/** From the internet to what answers there, and from APIs and distributions to what stands behind them. */
export function* doorSteps(stack: Stack): Iterable<ReachStep> {
    for (const door of doorsOf(stack))
        if (door.kind !== "api" && door.isReachable.is !== "no")
            for (const to of possible(door.target)) yield throughDoor(door, to);
    yield* toApis(stack);
    yield* toGraphs(stack);
    yield* toSources(stack);
    yield* toDistributions(stack);
    for (const one of invocationsOf(stack)) {
        const { operation, target, resource, at } = one;
        if (operation) yield* throughRoute(one, operation);
        if (one.as === "cloudfront")
            for (const to of possible(target))
                yield {
                    from: resource,
                    to,
                    over: "invocation",
                    says: "calls it by its function URL",
                    openedBy: [{ resource, path: at.path }],
                    closes: SIGNING,
                    when: isTold(target),
                    isEntered: true,
                };
    }
    yield* toBuckets(stack);
}

function* toApis(stack: Stack): Iterable<ReachStep> {
    for (const [first] of operationsByApi(stack).values()) {
        if (!first || isOnInternet(first).is === "no") continue;
        for (const to of possible(first.api.link))
            yield {
                from: "internet",
                to,
                over: "invocation",
                says: "calls it",
                openedBy: [{ resource: to, path: isOf(to, RestApi) ? "endpointConfiguration" : "" }],
                closes: isOf(to, RestApi)
                    ? 'Set endpointConfiguration: { types: "PRIVATE" }, where only a VPC calls it.'
                    : "Give each of its routes an authorizer, or remove it.",
                when: all(isOnInternet(first), isTold(first.api.link)),
                isEntered: true,
                opensLater: true,
            };
    }
}

/** A route asks by itself who calls; of an API of another stack it is the way from the internet. */
function* throughRoute(one: Invocation, operation: Operation): Iterable<ReachStep> {
    const { target, resource, at } = one;
    const apis = possible(operation.api.link);
    const isOpen = not(operation.identifies);
    const isByIam = operation.authorization.text() === "AWS_IAM";
    const asks = isByIam ? "IAM" : "its authorizer";
    const fewer = isByIam ? "grant execute-api:Invoke on it to fewer" : "let its authorizer admit fewer";
    const holder = operation.integration?.holder ?? resource;
    for (const from of apis.length > 0 ? apis : (["internet"] as readonly End[]))
        for (const to of answering(one, operation))
            if (to !== from)
                yield {
                    ...asked(isOpen, isTold(target), asks),
                    from,
                    to,
                    over: "invocation",
                    says: `calls it through ${resource.name}`,
                    openedBy: [
                        { resource: operation.resource, path: operation.at },
                        { resource: holder, path: at.path },
                    ],
                    closes:
                        isOpen.is === "no"
                            ? `Remove the route, or ${fewer}.`
                            : "Give the route an authorizer, or IAM authorization.",
                    isEntered: true,
                };
}

/** A function; or the integration by whose role the API asks another service. */
function answering({ target, underRole }: Invocation, { integration }: Operation): readonly Resource[] {
    const called = possible(target);
    return called.length > 0 || !integration || underRole.is === "no" ? called : [integration.holder];
}

/** A key of an API stands in every copy of an app: who has it is anybody. */
function* toGraphs(stack: Stack): Iterable<ReachStep> {
    for (const to of stack.ofType<unknown>(AppSyncGraphQLApi, AppSyncApi)) {
        const isReachable = not(equals(inputOf(to, "visibility"), "PRIVATE"));
        const modes = keyModesOf(to.type, to.root).filter(({ onlyConnects }) => !onlyConnects);
        const isOpen = any(...modes.map(({ takesKey }) => takesKey));
        const opener = modes.find(({ takesKey }) => takesKey.is !== "no") ?? modes[0];
        if (isReachable.is === "no") continue;
        yield {
            ...asked(isOpen, isReachable, "its authorization"),
            from: "internet",
            to,
            over: "invocation",
            says: isOpen.is === "no" ? "calls it" : "calls it by an API key",
            openedBy: [{ resource: to, path: opener?.at.path ?? "" }],
            closes:
                isOpen.is === "no"
                    ? "Let fewer sign in, or grant appsync:GraphQL on it to fewer."
                    : "Let it ask a user pool, OpenID Connect or IAM in place of API_KEY.",
            isEntered: true,
        };
    }
}

/** Under the role of a source its resolvers read and write, and call functions. */
function* toSources(stack: Stack): Iterable<ReachStep> {
    for (const to of stack.ofType<unknown>(AppSyncDataSource)) {
        const at = to.root.get("apiId");
        const api = stack.link<unknown>(to, at, AppSyncGraphQLApi);
        for (const from of possible(api))
            yield {
                from,
                to,
                over: "invocation",
                says: "resolves fields by it",
                openedBy: [{ resource: to, path: at.path }],
                closes: "Remove the data source, or the resolvers that read from it.",
                when: isTold(api),
                isEntered: true,
            };
    }
}

const SIGNING = "Set trustedKeyGroups in the behavior, so that only signed requests get through.";
const BEHAVIORS = ["defaultCacheBehavior", "orderedCacheBehaviors[]"];

function* toDistributions(stack: Stack): Iterable<ReachStep> {
    for (const to of stack.ofType<unknown>(CloudFrontDistribution)) {
        const behaviors = BEHAVIORS.flatMap((path) => valuesAt(to.root, path));
        const isSigned = all(...behaviors.map(asksForSignature));
        const isOn = isTrue(to.root.get("enabled"), false);
        if (isOn.is === "no") continue;
        yield {
            ...asked(not(isSigned), isOn, "a signed URL or cookie"),
            from: "internet",
            to,
            over: "invocation",
            says: "asks it",
            openedBy: [{ resource: to, path: "" }],
            closes: isSigned.is === "yes" ? "Sign URLs for fewer, and for a shorter time." : SIGNING,
            isEntered: true,
            opensLater: true,
        };
    }
}

function asksForSignature(behavior: Value): Answer {
    return any(...["trustedKeyGroups", "trustedSigners"].map((name) => filled(behavior.get(name))));
}

/** Buckets that a distribution reads as itself. What is public anyway needs none. */
function* toBuckets(stack: Stack): Iterable<ReachStep> {
    const buckets = stack.ofType<unknown>(S3Bucket, S3BucketV2);
    if (buckets.length === 0) return;
    const withPolicy = new Set(bucketPolicies(stack).map(({ holder }) => holder));
    for (const from of stack.ofType<unknown>(CloudFrontDistribution)) {
        const depends = (from.propertyDependencies["origins"] ?? []).filter((one) => buckets.includes(one));
        for (const origin of valuesAt(from.root, "origins[]")) {
            const at = origin.get("domainName");
            const isItself = any(
                filled(origin.get("originAccessControlId")),
                filled(origin.down("s3OriginConfig.originAccessIdentity")),
            );
            if (isItself.is === "no") continue;
            const named = buckets.filter((one) => isHostOf(one, at.text()));
            const found = at.state === "unknown" ? depends : named;
            const isOne = found.length === 1 ? yes : undecided(at.place);
            for (const to of found)
                yield {
                    from,
                    to,
                    over: "invocation",
                    says: "hands out what is stored there",
                    openedBy: [{ resource: from, path: at.path }],
                    closes: "Remove the origin, or let the bucket's policy grant the distribution less.",
                    when: all(isOne, isItself, withPolicy.has(to) ? yes : undecided(`${to.name} (its policy)`)),
                    // It is read, and nobody acts there.
                    isEntered: false,
                };
        }
    }
}

function isHostOf({ root }: Resource, host: string | undefined): boolean {
    if (host === undefined) return false;
    const names = ["bucketRegionalDomainName", "bucketDomainName"].map((name) => root.get(name).text());
    const name = root.get("bucket").text();
    return names.includes(host) || (name !== undefined && host.startsWith(`${name}.s3.`));
}

function throughDoor({ resource, at, kind, isReachable, isOpen }: Door, to: Resource): ReachStep {
    const isUrl = kind === "url";
    return {
        ...asked(isOpen, isReachable, isUrl ? "IAM" : "the listener's authentication"),
        from: "internet",
        to,
        over: "invocation",
        says: `calls it through ${isUrl ? "function URL" : "load balancer's"} ${resource.name}`,
        openedBy: [{ resource, path: at.path }],
        closes: CLOSING[isUrl ? "url" : "balancer"][isOpen.is === "no" ? "guarded" : "open"],
        isEntered: true,
    };
}

export const URL_CLOSING = 'Set authorizationType: "AWS_IAM".';

/** Of a door that asks who calls, those who are let in are what is left to narrow. */
const CLOSING = {
    url: {
        open: URL_CLOSING,
        guarded: "Grant lambda:InvokeFunctionUrl to fewer, or remove the URL.",
    },
    balancer: {
        open: "Let the listener authenticate, or make the balancer internal.",
        guarded: "Let fewer sign in, or make the balancer internal.",
    },
} as const;

/** Who is asked for credentials takes a guarded step. */
function asked(isOpen: Answer, isReachable: Answer, whom: string): Pick<ReachStep, "when" | "guard"> {
    if (isOpen.is === "no") return { when: isReachable, guard: whom };
    return { when: all(isOpen, isReachable) };
}
