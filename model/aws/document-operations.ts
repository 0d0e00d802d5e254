import { type Answer, all, answer, any, isRecord, no, undecided, type Value, yes } from "../values";

/** Operations of OpenAPI documents, as API Gateway reads them. */

/** One operation of an OpenAPI document that AWS makes a method or a route of. */
export interface DocumentOperation {
    /** Upper case; `ANY` for all. */
    readonly method: string;
    readonly path: string;
    readonly document: Value;
    /** The path's entry, whose parameters are those of all its operations. */
    readonly item: Value;
    readonly operation: Value;
    readonly integration: Value;
    /** Does it ask who calls? */
    readonly identifies: Answer;
    readonly needsKey: Answer;
    /** Where it says so, or should. */
    readonly security: Value;
}

const VERBS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-any-method.html */
const ANY_METHOD = "x-amazon-apigateway-any-method";

/** Of a REST API, `security` at the root of the document protects nothing; of an HTTP API it does. */
export function documentOperations(document: Value, kind: "REST" | "HTTP"): readonly DocumentOperation[] {
    const schemes = schemesOf(document);
    return document
        .get("paths")
        .entries()
        .flatMap(([path, item]) =>
            item
                .entries()
                .filter(([verb]) => VERBS.has(verb.toLowerCase()) || verb === ANY_METHOD)
                .map(([verb, operation]) => {
                    const own = operation.get("security");
                    const security = own.state === "absent" && kind === "HTTP" ? document.get("security") : own;
                    return {
                        method: verb === ANY_METHOD ? "ANY" : verb.toUpperCase(),
                        path,
                        document,
                        item,
                        operation,
                        integration: integrationIn(document, operation),
                        identifies: identifies(operation, security, schemes, kind),
                        needsKey: needsKey(security, schemes),
                        security: own,
                    };
                }),
        );
}

/** Given in place, or by reference to one that the document has among its components. */
function integrationIn(document: Value, operation: Value): Value {
    const given = operation.get("x-amazon-apigateway-integration");
    const name = /^#\/components\/x-amazon-apigateway-integrations\/(.+)$/.exec(given.get("$ref").text() ?? "")?.[1];
    if (name === undefined) return given;
    return document.get("components").get("x-amazon-apigateway-integrations").get(name);
}

type Schemes = ReadonlyMap<string, Value>;

function schemesOf(document: Value): Schemes {
    return new Map([
        ...document.get("securityDefinitions").entries(),
        ...document.get("components").get("securitySchemes").entries(),
    ]);
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html */
function identifies(operation: Value, security: Value, schemes: Schemes, kind: "REST" | "HTTP"): Answer {
    const said = operation.get("x-amazon-apigateway-auth").get("type");
    if (said.state === "unknown") return undecided(said.place);
    const type = said.text()?.toUpperCase();
    if (type !== undefined) return answer(type !== "NONE");
    if (security.state === "unknown") return undecided(security.place);
    const alternatives = security.items() as readonly Value[];
    return any(...alternatives.map((one) => any(...schemesIn(one, schemes).map((scheme) => isIdentity(scheme, kind)))));
}

function schemesIn(alternative: Value, schemes: Schemes): readonly Value[] {
    return alternative.entries().flatMap(([name]) => schemes.get(name) ?? []);
}

/** A scheme of the document is a sentence to people, unless an extension tells AWS what to make of it. */
function isIdentity(scheme: Value, kind: "REST" | "HTTP"): Answer {
    if (scheme.state === "unknown") return undecided(scheme.place);
    const authorizer = scheme.get("x-amazon-apigateway-authorizer");
    if (authorizer.state !== "absent") return yes;
    const authtype = scheme.get("x-amazon-apigateway-authtype");
    if (kind === "HTTP" || authtype.state === "absent") return no;
    return authtype.state === "unknown" ? undecided(authtype.place) : answer(authtype.text() === "awsSigv4");
}

/** An API key tells which client asks, and authenticates nobody. */
function needsKey(security: Value, schemes: Schemes): Answer {
    const alternatives = security.items() as readonly Value[];
    const isKey = (scheme: Value) =>
        all(
            answer(scheme.get("type").text() === "apiKey"),
            answer(scheme.get("x-amazon-apigateway-authorizer").state === "absent"),
            answer(/^x-api-key$/i.test(scheme.get("name").text() ?? "")),
        );
    return any(...alternatives.flatMap((one) => schemesIn(one, schemes).map(isKey)));
}

/** Does anything answer it? */
export function isIntegrated({ integration }: DocumentOperation): boolean {
    return integration.state === "unknown" || isRecord(integration.known());
}
