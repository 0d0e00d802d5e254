import {
    AppSyncApi,
    AppSyncApiKey,
    AppSyncChannelNamespace,
    AppSyncGraphQLApi,
    type ResourceType,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/appsync-no-api-key-auth";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type, inputs as Example);
const graph = (inputs: object) => of(AppSyncGraphQLApi, inputs);
const modes = (...types: readonly unknown[]) => types.map((authType) => ({ authType }));
const events = (connect: unknown, publish: unknown, subscribe: unknown) =>
    of(AppSyncApi, {
        name: "live",
        eventConfig: {
            authProviders: modes("API_KEY", "AWS_IAM"),
            connectionAuthModes: modes(connect),
            defaultPublishAuthModes: modes(publish),
            defaultSubscribeAuthModes: modes(subscribe),
        },
    });
const channel = (inputs: object) => of(AppSyncChannelNamespace, { apiId: "a1", name: "chat", ...inputs });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const key = (expires?: unknown) => of(AppSyncApiKey, { apiId: "a1", expires });

testRule(rule, {
    valid: {
        "a user pool, and services": graph({
            authenticationType: "AMAZON_COGNITO_USER_POOLS",
            additionalAuthenticationProviders: [
                { authenticationType: "AWS_IAM" },
                { authenticationType: "AWS_LAMBDA" },
            ],
        }),
        "a provider that no mode takes": events("AWS_IAM", "AWS_IAM", "AWS_IAM"),
        "a channel that does as the API does": channel({}),
        "a channel of its own": channel({
            publishAuthModes: modes("AWS_IAM"),
            subscribeAuthModes: modes("OPENID_CONNECT"),
        }),
        "a key for a week": key(),
        "a key for a month": key(inDays(29)),
        "a key that has ended": key("2020-01-01T00:00:00Z"),
    },
    invalid: {
        "beside a user pool": {
            given: graph({
                authenticationType: "AMAZON_COGNITO_USER_POOLS",
                additionalAuthenticationProviders: [
                    { authenticationType: "AWS_IAM" },
                    { authenticationType: "API_KEY" },
                ],
            }),
            reports: ["additionalAuthenticationProviders[1].authenticationType"],
            weighs: ["high"],
        },
        "inside of a VPC": {
            given: graph({ authenticationType: "API_KEY", visibility: "PRIVATE" }),
            reports: ["authenticationType"],
            weighs: ["medium"],
        },
        "whoever connects": {
            given: events("API_KEY", "AWS_IAM", "AWS_IAM"),
            reports: ["eventConfig.connectionAuthModes[0].authType"],
            weighs: ["medium"],
        },
        "whoever listens": {
            given: events("API_KEY", "AWS_IAM", "API_KEY"),
            reports: ["eventConfig.defaultSubscribeAuthModes[0].authType"],
        },
        "one cause, one finding": {
            given: events("API_KEY", "API_KEY", "API_KEY"),
            reports: ["eventConfig.defaultPublishAuthModes[0].authType"],
        },
        "a channel": {
            given: channel({ publishAuthModes: modes("AWS_IAM", "API_KEY") }),
            reports: ["publishAuthModes[1].authType"],
        },
        "who listens to a channel": {
            given: channel({ subscribeAuthModes: modes("API_KEY") }),
            reports: ["subscribeAuthModes[0].authType"],
        },
        "a key for a year": { given: key(inDays(360)), reports: ["expires"], weighs: ["medium"] },
        "a key for longer than the team allows": {
            given: key(inDays(10)),
            options: { maxKeyDays: 7 },
            reports: ["expires"],
        },
    },
    undecided: {
        "which way in": { given: graph({ authenticationType: unknown }), awaits: ["authenticationType"] },
        "which ways in besides": {
            given: graph({ authenticationType: "AWS_IAM", additionalAuthenticationProviders: unknown }),
            awaits: ["additionalAuthenticationProviders"],
        },
        "for how long": { given: key(unknown), awaits: ["expires"] },
    },
});
