/** Packages that route requests, by the name that a message says. Also those that only carry requests to them. */
const FRAMEWORKS: readonly (readonly [RegExp, string])[] = [
    [/^express(?:-promise-router|-async-router)?$|^router$/, "express"],
    [/^fastify$|^find-my-way$/, "fastify"],
    [/^(?:@koa\/router|koa|koa-router|koa-tree-router|koa-better-router|koa-route)$/, "koa"],
    [/^@hapi\/hapi$|^hapi$/, "hapi"],
    [/^restify(?:-router)?$/, "restify"],
    [/^polka$|^@polka\/|^trouter$|^tinyhttp$|^@tinyhttp\//, "polka"],
    [/^hono(?:\/.*)?$|^@hono\//, "hono"],
    [/^itty-router(?:\/.*)?$/, "itty-router"],
    [/^lambda-api$/, "lambda-api"],
    [/^openapi-backend$/, "openapi-backend"],
    [/^@nestjs\/(?:core|common|platform-.*)$/, "Nest"],
    [/^@trpc\/server(?:\/.*)?$/, "tRPC"],
    [/^@middy\/(?:http|ws)-router$/, "middy"],
    [/^@aws-lambda-powertools\/event-handler(?:\/.*)?$/, "Powertools"],
    [
        /^(?:elysia|h3|nitropack|aws-lambda-router|lambda-router|lambda-lambda-lambda|serverless-api-router|claudia-api-builder|@codegenie\/.*|vingle-corgi|@loopback\/rest|@feathersjs\/.*|sails|total\.js|restana|0http|find-my-way|@mionkit\/.*|ts-lambda-api|dynamodb-api|tiny-request-router|radix3|rou3|regexparam|universal-router|@apollo\/gateway|lambda-multitool|cloudgate|@raythurnevoid\/.*|router-tiny|micro-router|inversify-express-utils|routing-controllers|tsoa|@tsed\/.*|@foal\/.*|@adonisjs\/.*|@trigger\.dev\/.*|laconia|@laconia\/.*|alexa-app|ask-sdk-core)$/,
        "a router",
    ],
];

/** Packages that carry requests to a server: with one of them a handler is an application's door. */
const ADAPTERS =
    /^(?:serverless-http|aws-serverless-express|@vendia\/serverless-express|@codegenie\/serverless-express|@fastify\/aws-lambda|aws-lambda-fastify|serverless-adapter|@h4ad\/serverless-adapter|aws-serverless-koa|aws-serverless-fastify|aws-lambda-koa|serverless-koa|@hapi\/shot|lambda-hapi|aws-serverless-restify|fastify-lambda)$/;

/** What stays of a framework in a bundle from which names are gone. */
const TRACES: readonly (readonly [RegExp, string])[] = [
    [/["'`]x-powered-by["'`]/, "express"],
    [/FST_ERR_/, "fastify"],
    [/SmartRouter/, "hono"],
    [/@middy\/http-router/, "middy"],
    [/koa-router|_matchedRoute/, "koa"],
    [/unauthorizedHandler/, "openapi-backend"],
    [/RESTIFY|restify-errors/, "restify"],
];

export function frameworkOf(module: string): string | undefined {
    return FRAMEWORKS.find(([name]) => name.test(module))?.[1];
}

export function isAdapter(module: string): boolean {
    return ADAPTERS.test(module);
}

export function traceOf(text: string): string | undefined {
    return TRACES.find(([trace]) => trace.test(text))?.[1];
}

/** Whose `get("/…")` asks somebody else, or a store. */
const CLIENTS =
    /^(?:node:.*|https?|http2|net|tls|fs|path|url|util|events|stream|crypto|zlib|axios.*|got|ky|needle|request.*|superagent.*|supertest|node-fetch|cross-fetch|undici|nock|msw|ofetch|wretch|phin|bent|urllib|lru-cache|node-cache|cache-manager.*|keyv|redis|ioredis|memcached|memjs|config|convict|nconf|conf|lodash.*|immutable|aws-sdk|@aws-sdk\/.*|@smithy\/.*|@octokit\/.*|googleapis|stripe|firebase.*|jest|vitest|mocha|chai|sinon|global|process|console)$/;

export function isClient(module: string): boolean {
    return CLIENTS.test(module);
}
