import { type Answer, all, no, undecided, type Value, yes } from "../../values";

/**
 * Does every operation of a REST API's document ask for an API key? Of a document that is absent, yes. What stands at its root protects
 * nothing: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-security-scheme.html
 */
export function keyedOperations(body: Value): Answer {
    const document = body.json();
    if (body.state === "absent" || document === undefined) return yes;
    if (document.state === "unknown") return undecided(body.place);
    const schemes = [document.get("securityDefinitions"), document.down("components.securitySchemes")];
    const keys = schemes
        .flatMap((each) => each.entries())
        .filter(([, scheme]) => isKey(scheme))
        .map(([name]) => name);
    const operations = document
        .get("paths")
        .entries()
        .flatMap(([, path]) => path.entries())
        .filter(([method]) => METHODS.has(method));
    return all(...operations.map(([, operation]) => asksOne(operation.get("security"), keys)));
}

const METHODS = new Set(["get", "put", "post", "delete", "head", "patch", "x-amazon-apigateway-any-method"]);

/** An authorizer's scheme is of type apiKey too. */
function isKey(scheme: Value): boolean {
    const isHeader = scheme.get("name").text()?.toLowerCase() === "x-api-key";
    return isHeader && scheme.get("x-amazon-apigateway-authtype").state === "absent";
}

function asksOne(security: Value, keys: readonly string[]): Answer {
    if (security.state === "unknown") return undecided(security.place);
    const asked = security.items().flatMap((one) => (one as Value).entries().map(([name]) => name));
    return asked.some((name) => keys.includes(name)) ? yes : no;
}
