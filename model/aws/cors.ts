/**
 * Which sites a browser lets read the answers. Sources: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html,
 * .../how-to-cors.html, https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html,
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
import {
    type Answer,
    all,
    any,
    equals,
    every,
    filled,
    holds,
    isTrue,
    no,
    some,
    undecided,
    type Value,
} from "../values";
import { bodyOf, documentOf, integrationsIn } from "./open-api";
import type { ResourceType } from "./resource-type";
import {
    AlbListener,
    CloudFrontResponseHeadersPolicy,
    HttpApi,
    LambdaFunctionUrl,
    Listener,
    RestApi,
    RestApiPut,
    RestIntegrationResponse,
    RestResponse,
    S3Bucket,
    S3BucketCorsConfiguration,
    S3BucketCorsConfigurationV2,
    S3BucketV2,
} from "./types";
import { valuesAt } from "./values-at";

export interface Cors {
    /** The sites that may read. */
    readonly at: Value;
    /** May any site? */
    readonly admitsAll: Answer;
    /** Does the browser send what it has of the user: cookies, certificates, a password? */
    readonly withCredentials: Answer;
    /** Nothing but reading, from what answers everyone alike. */
    readonly onlyReads: Answer;
}

/** The types that tell browsers which sites may read. */
export const corsTypes: readonly ResourceType[] = [
    HttpApi,
    LambdaFunctionUrl,
    RestResponse,
    RestIntegrationResponse,
    RestApi,
    RestApiPut,
    S3Bucket,
    S3BucketV2,
    S3BucketCorsConfiguration,
    S3BucketCorsConfigurationV2,
    CloudFrontResponseHeadersPolicy,
    Listener,
    AlbListener,
];

export function corsOf(token: string, root: Value): readonly Cors[] {
    switch (token) {
        case HttpApi.token:
            return [configured(root.get("corsConfiguration")), ...inDocument(token, root)];
        case LambdaFunctionUrl.token:
            return [configured(root.get("cors"))];
        case RestResponse.token:
        case RestIntegrationResponse.token:
            return headers(root.get("responseParameters"));
        case CloudFrontResponseHeadersPolicy.token:
            return [ofPolicy(root.get("corsConfig"))];
        case Listener.token:
        case AlbListener.token:
            return [ofListener(root)];
        case RestApi.token:
        case RestApiPut.token:
            return inDocument(token, root);
        default:
            return valuesAt(root, "corsRules[]").map(ofBucket);
    }
}

/** `https://*` is a site of HTTPS, whichever; a page in a sandbox is `null`, and any site may put one there. */
const ANY_SITE = /^(?:(?:https?(?::\/\/)?)?\*|null)$/i;

function admitsAll(origins: Value): Answer {
    return some(origins as Value<readonly unknown[]>, (origin) => holds(origin, (text) => ANY_SITE.test(text.trim())));
}

function configured(cors: Value): Cors {
    const at = cors.get("allowOrigins");
    return {
        at,
        admitsAll: admitsAll(at),
        withCredentials: isTrue(cors.get("allowCredentials"), false),
        onlyReads: no,
    };
}

function ofPolicy(cors: Value): Cors {
    const at = cors.down("accessControlAllowOrigins.items");
    const withCredentials = isTrue(cors.get("accessControlAllowCredentials"), false);
    return { at, admitsAll: admitsAll(at), withCredentials, onlyReads: no };
}

function ofListener(root: Value): Cors {
    const [at, credentials] = ["Origin", "Credentials"].map((what) =>
        root.get(`routingHttpResponseAccessControlAllow${what}HeaderValue`),
    ) as [Value, Value];
    return { at, admitsAll: admitsAll(at), withCredentials: isTrue(credentials, false), onlyReads: no };
}

/** S3 takes no cookies: who may read or write is in the request's signature. */
function ofBucket(rule: Value): Cors {
    const at = rule.get("allowedOrigins");
    const methods = rule.get("allowedMethods") as Value<readonly unknown[]>;
    const onlyReads = all(
        filled(methods),
        every(methods, (method) => equals(method, "GET", "HEAD")),
    );
    return { at, admitsAll: admitsAll(at), withCredentials: no, onlyReads };
}

const ORIGIN = /\.header\.access-control-allow-origin$/i;
const CREDENTIALS = /\.header\.access-control-allow-credentials$/i;
/** A text in quotes stands as it is; a gateway's own answer may also repeat what the request said. */
const ANY_SITE_HEADER = /^(?:'(?:\*|null)'|method\.request\.header\.origin)$/i;

/** What a REST API puts into the headers of an answer. */
function headers(parameters: Value): readonly Cors[] {
    if (parameters.state === "unknown") {
        const open = undecided(parameters.place);
        return [{ at: parameters, admitsAll: open, withCredentials: open, onlyReads: no }];
    }
    const sent = parameters.entries();
    const credentials = sent.filter(([name]) => CREDENTIALS.test(name));
    const withCredentials = any(
        ...credentials.map(([, value]) => holds(value, (text) => /^'true'$/i.test(text.trim()))),
    );
    return sent
        .filter(([name]) => ORIGIN.test(name))
        .map(([, at]) => ({
            at,
            admitsAll: holds(at, (text) => ANY_SITE_HEADER.test(text.trim())),
            withCredentials,
            onlyReads: no,
        }));
}

/** What a document says: of an HTTP API as a whole, of a REST API answer by answer. */
function inDocument(token: string, root: Value): readonly Cors[] {
    const body = bodyOf(token, root);
    const document = documentOf(token, root);
    if (document.state === "unknown") {
        const open = undecided(body.place);
        return [{ at: body, admitsAll: open, withCredentials: open, onlyReads: no }];
    }
    if (token === HttpApi.token) return [configured(document.get("x-amazon-apigateway-cors"))];
    const answers = [
        document.get("x-amazon-apigateway-gateway-responses"),
        ...integrationsIn(document).map((one) => one.get("responses")),
    ];
    return answers.flatMap((one) => one.entries()).flatMap(([, answer]) => headers(answer.get("responseParameters")));
}
