import { type Answer, all, answer, equals, isTrue, knownPrefix, no, undecided, type Value } from "../values";
import { documentOf, integrationsIn } from "./open-api";
import { each, type Located, type Place, pathsOf } from "./place";
import type { ResourceType } from "./resource-type";
import {
    AppSyncDataSource,
    CodeBuildProject,
    EventApiDestination,
    EventConnection,
    EventSourceMapping,
    FirehoseDeliveryStream,
    HttpApi,
    HttpIntegration,
    IotTopicRule,
    RestApi,
    RestApiPut,
    RestIntegration,
    SnsTopicSubscription,
} from "./types";
import { valuesAt } from "./values-at";

/** Where a service is told an address that it calls or sends data to. */
export interface Endpoint {
    readonly at: Value;
    /** Is what is sent there in plain text? */
    readonly isPlain: Answer;
    /** It is reached over a VPC link. */
    readonly isPrivate?: boolean;
}

/** Places that hold an address and nothing else. Source: typings of @pulumi/aws 7.48.0. */
const ADDRESSES = new Map([
    ...addresses(HttpApi, (api) => api.target),
    ...addresses(EventApiDestination, (destination) => destination.invocationEndpoint),
    ...addresses(EventConnection, (connection) => connection.authParameters.oauth.authorizationEndpoint),
    ...addresses(AppSyncDataSource, (source) => source.httpConfig.endpoint),
    ...addresses(FirehoseDeliveryStream, (stream) => [
        stream.httpEndpointConfiguration.url,
        stream.splunkConfiguration.hecEndpoint,
        stream.elasticsearchConfiguration.clusterEndpoint,
        stream.opensearchConfiguration.clusterEndpoint,
    ]),
    ...addresses(IotTopicRule, (rule) => [each(rule.https).url, rule.errorAction.http.url]),
    ...addresses(EventSourceMapping, (mapping) => [
        mapping.amazonManagedKafkaEventSourceConfig.schemaRegistryConfig.schemaRegistryUri,
        mapping.selfManagedKafkaEventSourceConfig.schemaRegistryConfig.schemaRegistryUri,
    ]),
    ...addresses(CodeBuildProject, (project) => [project.source.location, each(project.secondarySources).location]),
]);

function addresses<T>(
    type: ResourceType<T>,
    at: (inputs: Place<T>) => Located | readonly Located[],
): readonly (readonly [string, readonly string[]])[] {
    return [[type.token, pathsOf(at)]];
}

/** The types that are told addresses. */
export const endpointTypes: readonly ResourceType[] = [
    RestIntegration,
    HttpIntegration,
    RestApi,
    RestApiPut,
    SnsTopicSubscription,
    HttpApi,
    EventApiDestination,
    EventConnection,
    AppSyncDataSource,
    FirehoseDeliveryStream,
    IotTopicRule,
    EventSourceMapping,
    CodeBuildProject,
];

/** All that a resource is told of addresses. */
export function endpointsOf(token: string, root: Value): readonly Endpoint[] {
    const paths = ADDRESSES.get(token) ?? [];
    const plain = paths.flatMap((path) => valuesAt(root, path)).map((at) => ({ at, isPlain: isPlainUrl(at) }));
    return [
        ...plain,
        ...subscription(token, root),
        ...integrationsOf(token, root).map(addressOf),
        ...unknownBody(token, root),
    ];
}

/** Where a build that gets its source over HTTPS takes whatever certificate it is shown. */
const UNVERIFIED_SOURCES = ["source.insecureSsl", "secondarySources[].insecureSsl"];

/** Where an integration or a build over HTTPS takes whatever certificate it is shown. */
export function unverifiedTls(token: string, root: Value): readonly Endpoint[] {
    if (token === CodeBuildProject.token)
        return UNVERIFIED_SOURCES.flatMap((path) => valuesAt(root, path)).map((at) => ({
            at,
            isPlain: isTrue(at, false),
        }));
    const integrations = integrationsOf(token, root).map(({ holder }) => {
        const at = holder.down("tlsConfig.insecureSkipVerification");
        return { at, isPlain: isTrue(at, false), isPrivate: isBehindVpcLink(holder) };
    });
    return integrations;
}

/** SNS delivers to `http` in plain text, whatever the address says. */
function subscription(token: string, root: Value): readonly Endpoint[] {
    const at = root.get("protocol");
    return token === SnsTopicSubscription.token ? [{ at, isPlain: equals(at, "http") }] : [];
}

/** An integration of API Gateway, a resource or a part of an OpenAPI document, with the names of its address and type. */
interface Integration {
    readonly holder: Value;
    readonly uri: string;
    readonly type: string;
    /** HTTP APIs name what is behind a VPC link by its ARN, whose protocol is its own. */
    readonly takesArns: boolean;
}

function integrationsOf(token: string, root: Value): readonly Integration[] {
    const rest = { uri: "uri", type: "type", takesArns: false };
    switch (token) {
        case RestIntegration.token:
            return [{ holder: root, ...rest }];
        case HttpIntegration.token:
            return [{ holder: root, uri: "integrationUri", type: "integrationType", takesArns: true }];
        default:
            return integrationsIn(documentOf(token, root)).map((holder) => ({
                holder,
                ...rest,
                takesArns: token === HttpApi.token,
            }));
    }
}

function unknownBody(token: string, root: Value): readonly Endpoint[] {
    const document = documentOf(token, root);
    return document.state === "unknown" ? [{ at: document, isPlain: undecided(document.place) }] : [];
}

/** Functions and services are called over AWS's own API: only integrations with HTTP are told an address. */
function addressOf({ holder, uri, type, takesArns }: Integration): Endpoint {
    const at = holder.get(uri);
    const isPrivate = isBehindVpcLink(holder);
    const kind = holder.get(type);
    const isHttp = kind.state === "known" ? answer(/^http(?:_proxy)?$/i.test(kind.text() ?? "")) : isUndecided(kind);
    const isPlain = all(isHttp, isPlainUrl(at));
    return { at, isPlain: isPrivate && takesArns && isPlain.is === "undecided" ? no : isPlain, isPrivate };
}

function isBehindVpcLink(integration: Value): boolean {
    return integration.get("connectionType").text() === "VPC_LINK";
}

function isUndecided(value: Value): Answer {
    return value.state === "absent" ? no : undecided(value.place);
}

const PLAIN = "http:";

/** Is it an address of plain HTTP? What is known to stand first may tell, also where the rest is not known yet. */
function isPlainUrl(value: Value): Answer {
    const text = value.text();
    if (value.state !== "unknown") return answer((text ?? "").trimStart().toLowerCase().startsWith(PLAIN));
    const first = knownPrefix(value.partialText() ?? "")
        .trimStart()
        .toLowerCase();
    if (first.startsWith(PLAIN)) return answer(true);
    return PLAIN.startsWith(first) ? undecided(value.place) : no;
}
