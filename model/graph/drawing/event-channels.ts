/** Namespaces of channels of AppSync's Events APIs, which ask otherwise than their API does. */
import { AppSyncApi, AppSyncChannelNamespace, keyModesOf } from "../../aws";
import { all, any, equals, not } from "../../values";
import { isTold, possible } from "../link";
import { inputOf } from "../resource";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { internet } from "./outside";

/** https://docs.aws.amazon.com/appsync/latest/eventapi/configure-event-api-auth.html */
export function drawEventChannels(canvas: Canvas): void {
    for (const namespace of canvas.stack.ofType<unknown>(AppSyncChannelNamespace)) {
        const modes = keyModesOf(namespace.type, namespace.root);
        const opener = modes.find(({ takesKey }) => takesKey.is === "yes") ?? modes[0];
        if (!opener) continue;
        const link = canvas.stack.link<unknown>(namespace, namespace.root.get("apiId"), AppSyncApi);
        for (const api of possible(link)) {
            const to = canvas.idOf(api);
            const isReachable = not(equals(inputOf(api, "visibility"), "PRIVATE"));
            const open = awaited(all(isTold(link), isReachable, any(...modes.map(({ takesKey }) => takesKey))));
            if (to === undefined || !open) continue;
            const says = `Whoever has an API key may publish to ${namespace.name} of ${canvas.nameOf(to)} or listen there: a key stands in every copy of an app.`;
            canvas.line({
                from: internet(canvas),
                to,
                kind: "calls",
                says,
                label: namespace.name,
                guard: "API key",
                isOpen: true,
                via: [{ urn: namespace.urn, path: opener.at.path }],
                closes: "Let it ask a user pool, OpenID Connect or IAM in place of API_KEY.",
                ...open,
                apart: namespace.urn,
            });
        }
    }
}
