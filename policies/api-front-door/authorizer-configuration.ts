import { authorizersOf, authorizerTypes } from "../../model/aws";
import { equals, undecided } from "../../model/values";
import { cwe, defineRule, integer, sas } from "../../pack";

const authorizer = { apiId: "a1b2c3d4e5", authorizerType: "JWT", identitySources: ["$request.header.Authorization"] };
const issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12Cd34E";

/** Of OpenAPI documents those in JSON are read. */
export default defineRule({
    id: "authorizer-configuration",
    severity: "medium",
    frameworks: [cwe(287), cwe(863), sas(2)],
    title: "Authorizers say whose tokens they take and for whom, and keep an answer for its caller alone.",
    why: "A token that was made for another app, or an answer kept for somebody else, lets in who should stay outside.",
    fix: "Name an issuer of HTTPS, the audience, and what of a request says who calls.",
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html",
        "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
    ],
    options: { maxKeptSeconds: integer("For how many seconds an authorizer's answer may be kept.", 900, 0, 3600) },
    resource: authorizerTypes,
    bad: { ...authorizer, jwtConfiguration: { issuer, audiences: [] } },
    good: { ...authorizer, jwtConfiguration: { issuer, audiences: ["3n4b5urk1ft4fl3mg5e62d9ado"] } },
    *check(_inputs, { type, root, options: { maxKeptSeconds } }) {
        const found = authorizersOf(type, root);
        for (const { issuer: at, isPlain, audience, takesAny } of found.tokens) {
            yield {
                at,
                when: isPlain,
                message: `${at.state === "absent" ? "absent" : "no address of HTTPS"}, so nothing proves whose keys a token is checked with`,
                fix: "Name the issuer by its address, which begins with https://.",
            };
            yield {
                at: audience,
                when: takesAny,
                message: "absent or empty, so a token that the issuer made for any other app is taken too",
                fix: "Name the ids of the clients whose tokens are meant for this API.",
            };
        }
        for (const { kept, exceeds, source, isShared } of found.functions) {
            yield {
                at: source,
                when: isShared,
                message:
                    "names nothing that says who calls, while answers are kept: what one caller may do, the next one may",
                fix: "Name the header that holds the token, or set authorizerResultTtlInSeconds: 0.",
            };
            yield {
                at: kept,
                when: exceeds(maxKeptSeconds),
                message: `exceeds ${maxKeptSeconds} seconds, for which a caller keeps what was taken from him`,
                fix: "Leave it out, which is 300, or set it to less.",
                severity: "low",
            };
        }
        for (const { pools: at, namesNone } of found.pools)
            yield {
                at,
                when: namesNone,
                message: "absent or empty, so no user pool is named whose tokens are taken",
                fix: "Set providerArns: [pool.arn].",
            };
        for (const at of found.defaultActions)
            yield {
                at,
                when: equals(at, "ALLOW"),
                message: "allows every user of the pool whatever no directive in the schema denies",
                fix: 'Set defaultAction: "DENY", and say in the schema who may do what.',
                severity: "low",
            };
        for (const at of found.unread)
            yield { at, when: undecided(at.place), message: "holds authorizers that are not known yet" };
    },
});
