/**
 * Where AppSync lets callers in by a key, which every copy of an app holds: it tells who pays, not who calls.
 * Sources: https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html,
 * https://docs.aws.amazon.com/appsync/latest/eventapi/configure-event-api-auth.html
 */
import { type Answer, equals, type Value } from "../values";
import type { ResourceType } from "./resource-type";
import { AppSyncApi, AppSyncApiKey, AppSyncChannelNamespace, AppSyncGraphQLApi } from "./types";
import { valuesAt } from "./values-at";

export const keyTakingTypes: readonly ResourceType[] = [
    AppSyncGraphQLApi,
    AppSyncApi,
    AppSyncChannelNamespace,
    AppSyncApiKey,
];

const CONNECTING = "eventConfig.connectionAuthModes[].authType";

/** The ways in, by type. What an Events API offers counts where one of its modes takes it. */
const MODES: Readonly<Record<string, readonly string[]>> = {
    [AppSyncGraphQLApi.token]: ["authenticationType", "additionalAuthenticationProviders[].authenticationType"],
    [AppSyncApi.token]: [
        "eventConfig.defaultPublishAuthModes[].authType",
        "eventConfig.defaultSubscribeAuthModes[].authType",
        CONNECTING,
    ],
    [AppSyncChannelNamespace.token]: ["publishAuthModes[].authType", "subscribeAuthModes[].authType"],
};

export interface KeyMode {
    readonly at: Value;
    readonly takesKey: Answer;
    /** Whoever comes in this way may connect, and neither say nor hear anything. */
    readonly onlyConnects: boolean;
}

export function keyModesOf(token: string, root: Value): readonly KeyMode[] {
    return (MODES[token] ?? []).flatMap((path) =>
        valuesAt(root, path).map((at) => ({
            at,
            takesKey: equals(at, "API_KEY"),
            onlyConnects: path === CONNECTING,
        })),
    );
}
