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
    type ResourceType,
    RestApi,
    RestApiPut,
    RestIntegration,
    SnsTopicSubscription,
} from "../../../model/aws";
import { UNKNOWN } from "../../../model/values";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/endpoint-https-only";
import { testRule } from "../../support/rule-tester";

const plain = "http://backend.example.com/orders";
const safe = "https://backend.example.com/orders";
const functionUri =
    "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations";
const listener = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/0a1b/2c3d";
const of = (type: ResourceType, inputs: object) => declare(type, inputs as Example);
const rest = (inputs: object) => of(RestIntegration, { type: "HTTP_PROXY", ...inputs });
const http = (inputs: object) => of(HttpIntegration, { integrationType: "HTTP_PROXY", ...inputs });
const firehose = (inputs: object) => of(FirehoseDeliveryStream, { name: "delivery", ...inputs });
const iot = (inputs: object) => of(IotTopicRule, { name: "orders", sql: "SELECT * FROM 'orders'", ...inputs });
const document = (integration: object, named?: object) => ({
    openapi: "3.0.1",
    paths: { "/orders": { get: { "x-amazon-apigateway-integration": integration } } },
    ...(named && { components: { "x-amazon-apigateway-integrations": { backend: named } } }),
});
const body = (integration: object, named?: object) => JSON.stringify(document(integration, named));
const yaml = (uri: string, more = "") =>
    `paths:\n  /orders:\n    get:\n      x-amazon-apigateway-integration:\n        type: http_proxy\n        uri: "${uri}"\n${more}`;
const inBody = 'body.paths["/orders"].get.x-amazon-apigateway-integration';
const reports = (given: ReturnType<typeof of>, ...at: readonly string[]) => ({ given, reports: at });
const behind = { connectionType: "VPC_LINK", connectionId: "v1a2b3" };

testRule(rule, {
    valid: {
        "a function": rest({ type: "AWS_PROXY", uri: functionUri }),
        "a function that is not known yet": rest({ type: "AWS_PROXY", uri: unknown }),
        "no backend": rest({ type: "MOCK" }),
        HTTPS: rest({ uri: safe }),
        "HTTPS, in capitals": rest({ uri: "HTTPS://BACKEND.EXAMPLE.COM" }),
        "HTTPS, of who knows whom": rest({ uri: `https://${UNKNOWN}/orders` }),
        "HTTPS, as a stage has it": rest({ uri: "https://${stageVariables.backend}/orders" }),
        "certificates verified": rest({ uri: safe, tlsConfig: { insecureSkipVerification: "false" } }),
        "an HTTP API": http({ integrationUri: safe }),
        "an HTTP API's function": http({ integrationType: "AWS_PROXY", integrationUri: unknown }),
        "a listener behind a VPC link": http({ ...behind, integrationUri: listener }),
        "a listener that is not known yet": http({ ...behind, integrationUri: unknown }),
        "quick create": of(HttpApi, { protocolType: "HTTP", target: safe }),
        "quick create of a function": of(HttpApi, { target: "arn:aws:lambda:eu-west-1:111122223333:function:orders" }),
        "a document": of(RestApi, { body: body({ type: "http_proxy", uri: safe }) }),
        "a document without integrations": of(RestApi, { body: JSON.stringify({ openapi: "3.0.1", paths: {} }) }),
        "a document in YAML": of(HttpApi, { body: yaml(safe) }),
        "a document in YAML with a remark": of(HttpApi, { body: `# uri: ${plain}\n${yaml(safe)}` }),
        "no document": of(RestApi, { name: "shop" }),
        "a queue": of(SnsTopicSubscription, { topic: "t", protocol: "sqs", endpoint: "arn:aws:sqs:::jobs" }),
        "a webhook": of(SnsTopicSubscription, { topic: "t", protocol: "https", endpoint: safe }),
        "an API destination": of(EventApiDestination, { invocationEndpoint: safe }),
        "a table of AppSync": of(AppSyncDataSource, { type: "AMAZON_DYNAMODB" }),
        "a backend of AppSync": of(AppSyncDataSource, { type: "HTTP", httpConfig: { endpoint: safe } }),
        "a bucket of Firehose": firehose({ destination: "extended_s3" }),
        "a build's source": of(CodeBuildProject, { source: { type: "GITHUB", location: safe, insecureSsl: false } }),
        "a build of what is in a bucket": of(CodeBuildProject, { source: { type: "S3", location: "shop/src.zip" } }),
    },
    invalid: {
        "in capitals": reports(rest({ uri: "HTTP://BACKEND.EXAMPLE.COM" }), "uri"),
        "with a type of its own mapping": reports(rest({ type: "HTTP", uri: plain }), "uri"),
        "of who knows whom": reports(rest({ uri: `http://${UNKNOWN}/orders` }), "uri"),
        "as a stage has it": reports(rest({ uri: "http://${stageVariables.backend}/orders" }), "uri"),
        "a build's source over plain HTTP": reports(
            of(CodeBuildProject, { source: { type: "GITHUB_ENTERPRISE", location: plain } }),
            "source.location",
        ),
        "any certificate of a build's sources": reports(
            of(CodeBuildProject, {
                source: { type: "GITHUB_ENTERPRISE", location: safe, insecureSsl: "true" },
                secondarySources: [{ sourceIdentifier: "lib", location: safe, insecureSsl: true }],
            }),
            "source.insecureSsl",
            "secondarySources[0].insecureSsl",
        ),
        "behind a VPC link": { ...reports(rest({ ...behind, uri: plain }), "uri"), weighs: ["medium"] },
        "any certificate": reports(
            rest({ uri: safe, tlsConfig: { insecureSkipVerification: "true" } }),
            "tlsConfig.insecureSkipVerification",
        ),
        "any certificate, behind a VPC link": {
            ...reports(
                rest({ ...behind, uri: safe, tlsConfig: [{ insecureSkipVerification: true }] }),
                "tlsConfig.insecureSkipVerification",
            ),
            weighs: ["medium"],
        },
        "an HTTP API": reports(http({ integrationUri: plain }), "integrationUri"),
        "a WebSocket API": reports(http({ integrationType: "HTTP", integrationUri: plain }), "integrationUri"),
        "quick create": reports(of(HttpApi, { target: plain }), "target"),
        "a document": reports(of(RestApi, { body: body({ type: "http_proxy", uri: plain }) }), `${inBody}.uri`),
        "a document of an HTTP API": reports(
            of(HttpApi, { body: body({ type: "HTTP_PROXY", uri: plain }) }),
            `${inBody}.uri`,
        ),
        "a document that is put": reports(
            of(RestApiPut, { body: body({ type: "http", uri: safe, tlsConfig: { insecureSkipVerification: true } }) }),
            `${inBody}.tlsConfig.insecureSkipVerification`,
        ),
        "an integration that operations refer to": reports(
            of(HttpApi, {
                body: body(
                    { $ref: "#/components/x-amazon-apigateway-integrations/backend" },
                    { type: "HTTP_PROXY", uri: plain },
                ),
            }),
            "body.components.x-amazon-apigateway-integrations.backend.uri",
        ),
        "a document in YAML": reports(
            of(RestApi, { body: yaml(plain) }),
            'body.paths["/orders"].get.x-amazon-apigateway-integration.uri',
        ),
        "a document in YAML, behind a VPC link": {
            ...reports(
                of(RestApi, { body: yaml(plain, "        connectionType: VPC_LINK\n") }),
                'body.paths["/orders"].get.x-amazon-apigateway-integration.uri',
            ),
            weighs: ["medium"],
        },
        "a webhook": reports(of(SnsTopicSubscription, { topic: "t", protocol: "http", endpoint: plain }), "protocol"),
        "an API destination": reports(of(EventApiDestination, { invocationEndpoint: plain }), "invocationEndpoint"),
        "where a connection gets its token": reports(
            of(EventConnection, { authParameters: { oauth: { authorizationEndpoint: plain } } }),
            "authParameters.oauth.authorizationEndpoint",
        ),
        "a backend of AppSync": reports(
            of(AppSyncDataSource, { type: "HTTP", httpConfig: { endpoint: plain } }),
            "httpConfig.endpoint",
        ),
        "a collector of Firehose": reports(
            firehose({ httpEndpointConfiguration: { url: plain } }),
            "httpEndpointConfiguration.url",
        ),
        "a search domain of Firehose": reports(
            firehose({ opensearchConfiguration: { clusterEndpoint: plain } }),
            "opensearchConfiguration.clusterEndpoint",
        ),
        "Splunk of Firehose": reports(
            firehose({ splunkConfiguration: { hecEndpoint: plain } }),
            "splunkConfiguration.hecEndpoint",
        ),
        "a rule of IoT": reports(
            iot({ https: [{ url: safe }, { url: plain }], errorAction: { http: { url: plain } } }),
            "errorAction.http.url",
            "https[1].url",
        ),
        "a registry of schemas": reports(
            of(EventSourceMapping, {
                functionName: "orders",
                selfManagedKafkaEventSourceConfig: { schemaRegistryConfig: { schemaRegistryUri: plain } },
            }),
            "selfManagedKafkaEventSourceConfig.schemaRegistryConfig.schemaRegistryUri",
        ),
    },
    undecided: {
        "an address": { given: rest({ uri: unknown }), awaits: ["uri"] },
        "an address that may begin either way": { given: rest({ uri: `http${UNKNOWN}` }), awaits: ["uri"] },
        "what kind it is": { given: rest({ type: unknown, uri: plain }), awaits: ["type"] },
        "a document": { given: of(RestApi, { body: unknown }), awaits: ["body"] },
        "an address in a document": {
            given: of(RestApi, { body: body({ type: "http_proxy", uri: UNKNOWN }) }),
            awaits: [`${inBody}.uri`],
        },
        "a subscription": { given: of(SnsTopicSubscription, { protocol: unknown }), awaits: ["protocol"] },
        "whether certificates are verified": {
            given: rest({ uri: safe, tlsConfig: { insecureSkipVerification: unknown } }),
            awaits: ["tlsConfig.insecureSkipVerification"],
        },
    },
});
