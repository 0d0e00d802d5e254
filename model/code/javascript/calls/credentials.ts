import { type Abstract, Choice, Getter, Obj, Outside, optionsOf, Unknown } from "../values";

/** With whose credentials, and where, a client asks: its role's at AWS's own endpoint, another's, elsewhere; or that is not clear. */
export type Stance = "own" | "unclear" | "elsewhere" | "other";

/** Providers that find the function's own credentials. Source: @aws-sdk/credential-providers. */
const OWN =
    /^\.(?:fromNodeProviderChain|fromEnv|fromContainerMetadata|fromInstanceMetadata|defaultProvider|EnvironmentCredentials)\b/;
/** Services that have an endpoint for each customer, or each stage. */
const OWN_ENDPOINTS =
    /^(?:apigatewaymanagementapi|iot-data|iot-jobs-data|mediaconvert|mediastore-data|cloudsearchdomain|kinesis-video-.*|timestream-.*)$/;

export function clientStance(client: Abstract, service: string): Stance {
    if (!(client instanceof Outside)) return "unclear";
    // `DynamoDBDocumentClient.from(client)`, `new AWS.DynamoDB.DocumentClient({ service: client })`
    const [first] = client.args;
    const inner = optionsOf(first).find((one) => one instanceof Outside && one.isMade && one.module !== "#answer");
    if (inner instanceof Outside && /lib-dynamodb/.test(client.module)) return clientStance(inner, service);
    if (first instanceof Obj && first.props.has("#client"))
        return clientStance(first.props.get("#client") as Abstract, service);
    const stances = optionsOf(first).map((config) => ofConfig(config, OWN_ENDPOINTS.test(service)));
    if (stances.every((one) => one === "own")) return "own";
    return stances.length === 1 ? (stances[0] ?? "own") : "unclear";
}

function ofConfig(config: Abstract, hasOwnEndpoint: boolean): Stance {
    if (config === undefined || config === null) return "own";
    if (!(config instanceof Obj)) return "unclear";
    const get = (key: string): Abstract => {
        const one = config.props.get(key);
        return one instanceof Getter ? new Unknown() : one;
    };
    if (["accessKeyId", "secretAccessKey"].some((key) => isGiven(get(key)))) return "other";
    const credentials = get("credentials");
    if (isGiven(credentials)) {
        const isOwn = optionsOf(credentials).every((one) => !isGiven(one) || isOwnProvider(one));
        if (!isOwn) return credentials instanceof Choice ? "unclear" : "other";
    }
    const endpoint = get("endpoint");
    if (!hasOwnEndpoint && isGiven(endpoint))
        return endpoint instanceof Choice || endpoint instanceof Outside ? "unclear" : "elsewhere";
    return config.fallback === undefined ? "own" : "unclear";
}

function isGiven(value: Abstract): boolean {
    return value !== undefined && value !== null && value !== false && value !== "";
}

function isOwnProvider(value: Abstract): boolean {
    return value instanceof Outside && OWN.test(value.path);
}
