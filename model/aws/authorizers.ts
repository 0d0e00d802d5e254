/**
 * What APIs ask of who calls them. Sources:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html, .../http-api-lambda-authorizer.html,
 * .../configure-api-gateway-lambda-authorization.html, https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 */
import {
    type Answer,
    absent,
    all,
    answer,
    any,
    equals,
    every,
    filled,
    holds,
    knownPrefix,
    no,
    not,
    undecided,
    Value,
} from "../values";
import { authorizersIn, documentOf } from "./open-api";
import type { ResourceType } from "./resource-type";
import { AppSyncApi, AppSyncGraphQLApi, HttpApi, HttpAuthorizer, RestApi, RestApiPut, RestAuthorizer } from "./types";
import { valuesAt } from "./values-at";

export const authorizerTypes: readonly ResourceType[] = [
    HttpAuthorizer,
    RestAuthorizer,
    AppSyncGraphQLApi,
    AppSyncApi,
    RestApi,
    RestApiPut,
    HttpApi,
];

/** Takes tokens that somebody else has signed. */
export interface TokenAuthorizer {
    readonly issuer: Value;
    /** Is it none whose keys come over HTTPS? */
    readonly isPlain: Answer;
    /** For whom a token must be. */
    readonly audience: Value;
    readonly takesAny: Answer;
}

/** Lets a function decide, and keeps its answer. */
export interface LambdaAuthorizer {
    /** For how many seconds an answer is kept; 0 for not at all. */
    readonly kept: Value;
    readonly exceeds: (seconds: number) => Answer;
    /** By what of a request an answer is kept. */
    readonly source: Value;
    /** Is it kept by nothing, or by what says nothing of who calls? */
    readonly isShared: Answer;
}

/** Takes the tokens of user pools. */
export interface PoolAuthorizer {
    readonly pools: Value;
    readonly namesNone: Answer;
}

export interface Authorizers {
    readonly tokens: readonly TokenAuthorizer[];
    readonly functions: readonly LambdaAuthorizer[];
    readonly pools: readonly PoolAuthorizer[];
    /** What AppSync does with a signed-in user whom no directive names. */
    readonly defaultActions: readonly Value[];
    /** Of a document that is not known yet, nothing else is. */
    readonly unread: readonly Value[];
}

const NOT_ASKED = new Value(undefined);
const none: Authorizers = { tokens: [], functions: [], pools: [], defaultActions: [], unread: [] };

export function authorizersOf(token: string, root: Value): Authorizers {
    switch (token) {
        case HttpAuthorizer.token:
            return ofHttp(root);
        case RestAuthorizer.token:
            return ofRest(root);
        case AppSyncGraphQLApi.token: {
            const providers = [root, ...valuesAt(root, "additionalAuthenticationProviders[]")];
            return { ...ofAppSync(providers), defaultActions: [root.down("userPoolConfig.defaultAction")] };
        }
        case AppSyncApi.token:
            return ofAppSync(valuesAt(root, "eventConfig.authProviders[]"));
        default:
            return ofDocument(token, documentOf(token, root), root.get("body"));
    }
}

function isPlainIssuer(issuer: Value): Answer {
    const known = knownPrefix(issuer.partialText() ?? "").toLowerCase();
    if (issuer.state !== "unknown") return answer(!known.startsWith("https://"));
    return known.startsWith("https://") ? no : undecided(issuer.place);
}

function tokenAuthorizer(issuer: Value, audience: Value): TokenAuthorizer {
    return { issuer, isPlain: isPlainIssuer(issuer), audience, takesAny: not(filled(audience)) };
}

/** Parts of a request that are alike for all callers of a route. */
const SAYS_NOBODY = /^\$?(?:stagevariables\.|context\.(?!identity\.|authorizer\.))/i;

function isOfNobody(sources: Value): Answer {
    const parts = (text: string) => text.split(",").map((part) => part.trim());
    return every(sources as Value<readonly unknown[]>, (one) =>
        holds(one, (text) => parts(text).every((part) => part === "" || SAYS_NOBODY.test(part))),
    );
}

function lambdaAuthorizer(kept: Value, standard: number, source: Value, isMissingBad: Answer): LambdaAuthorizer {
    const keeps = kept.state === "absent" ? answer(standard > 0) : not(equals(kept, 0));
    const isShared = all(keeps, any(all(not(filled(source)), isMissingBad), all(filled(source), isOfNobody(source))));
    return { kept, exceeds: (seconds) => holds(kept, (text) => Number(text) > seconds), source, isShared };
}

/** Seconds for which API Gateway keeps an answer where nothing is said. */
const STANDARD_KEPT = 300;

/** The answers of a WebSocket API's authorizer are not kept; it names no payload version. */
function ofHttp(root: Value): Authorizers {
    const type = root.get("authorizerType").text()?.toUpperCase();
    const jwt = root.get("jwtConfiguration");
    if (type === "JWT") return { ...none, tokens: [tokenAuthorizer(jwt.get("issuer"), jwt.get("audiences"))] };
    if (type !== "REQUEST") return none;
    const isHttp = root.get("authorizerPayloadFormatVersion").state !== "absent";
    const kept = root.get("authorizerResultTtlInSeconds");
    return {
        ...none,
        functions: [lambdaAuthorizer(kept, isHttp ? STANDARD_KEPT : 0, root.get("identitySources"), answer(true))],
    };
}

/** Where no source is named, the provider names the header `Authorization`. */
function ofRest(root: Value): Authorizers {
    const type = root.get("type").text()?.toUpperCase() ?? "TOKEN";
    if (type === "COGNITO_USER_POOLS") return { ...none, pools: [poolAuthorizer(root.get("providerArns"))] };
    const source = root.get("identitySource");
    const kept = root.get("authorizerResultTtlInSeconds");
    return { ...none, functions: [lambdaAuthorizer(kept, STANDARD_KEPT, source, not(absent(source)))] };
}

function poolAuthorizer(pools: Value): PoolAuthorizer {
    return { pools, namesNone: not(filled(pools)) };
}

function ofAppSync(providers: readonly Value[]): Authorizers {
    const given = (key: string) => providers.map((one) => one.get(key)).filter(({ state }) => state !== "absent");
    const tokens = given("openidConnectConfig").map((one) => tokenAuthorizer(one.get("issuer"), one.get("clientId")));
    // Answers are kept by the token that the caller sent.
    const functions = given("lambdaAuthorizerConfig").map((one) =>
        lambdaAuthorizer(one.get("authorizerResultTtlInSeconds"), STANDARD_KEPT, NOT_ASKED, no),
    );
    return { ...none, tokens, functions };
}

function ofDocument(token: string, document: Value, body: Value): Authorizers {
    if (document.state === "unknown") return { ...none, unread: [body] };
    const found = authorizersIn(document);
    const of = (...types: readonly string[]) =>
        found.filter((one) => types.includes(one.get("type").text()?.toLowerCase() ?? ""));
    const isHttp = token === HttpApi.token;
    return {
        ...none,
        tokens: of("jwt")
            .map((one) => one.get("jwtConfiguration"))
            .map((jwt) => tokenAuthorizer(jwt.get("issuer"), jwt.get("audience"))),
        functions: of("request", "token").map((one) => {
            const standard = isHttp && one.get("authorizerPayloadFormatVersion").state === "absent" ? 0 : STANDARD_KEPT;
            const isRequest = equals(one.get("type"), "request");
            return lambdaAuthorizer(
                one.get("authorizerResultTtlInSeconds"),
                standard,
                one.get("identitySource"),
                isRequest,
            );
        }),
        pools: of("cognito_user_pools").map((one) => poolAuthorizer(one.get("providerARNs"))),
    };
}
