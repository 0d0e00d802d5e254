import { AppSyncApiKey, keyModesOf, keyTakingTypes, outlastsDays } from "../../model/aws";
import { any, equals } from "../../model/values";
import { cwe, defineRule, fsbp, integer, sas } from "../../pack";

/** An API that shows everyone the same is exempted with that reason, and has a web ACL that limits its rate. */
export default defineRule({
    id: "appsync-no-api-key-auth",
    severity: "high",
    frameworks: [fsbp("AppSync.5"), cwe(306), cwe(287), sas(2)],
    title: "APIs of AppSync know their callers, not a key that all of them share.",
    why: "A key is in every copy of the app, so whoever looks there calls the API, and nobody can tell one caller from another.",
    fix: 'Use "AMAZON_COGNITO_USER_POOLS", "OPENID_CONNECT", "AWS_IAM" or "AWS_LAMBDA".',
    sources: [
        "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
        "https://docs.aws.amazon.com/appsync/latest/eventapi/configure-event-api-auth.html",
    ],
    options: { maxKeyDays: integer("For how many days an API key may be of use.", 30, 1, 365) },
    resource: keyTakingTypes,
    bad: { authenticationType: "API_KEY" },
    good: { authenticationType: "AWS_IAM" },
    *check(_inputs, { type, root, today, options: { maxKeyDays } }) {
        if (type === AppSyncApiKey.token) {
            const at = root.get("expires");
            yield {
                at,
                when: outlastsDays(at, maxKeyDays, today),
                message: `exceeds ${maxKeyDays} days, for which whoever has copied the key calls the API`,
                fix: "Leave it out, which is a week, and make a new key before it ends.",
                severity: "medium",
            };
            return;
        }
        const modes = keyModesOf(type, root);
        const first = modes.find(({ takesKey }) => takesKey.is === "yes") ?? modes[0];
        if (!first) return;
        const isInside = equals(root.get("visibility"), "PRIVATE").is === "yes";
        yield {
            at: first.at,
            when: any(...modes.map(({ takesKey }) => takesKey)),
            message: "allows callers who show an API key, and ask for nothing else",
            ...(isInside || first.onlyConnects ? { severity: "medium" } : {}),
        };
    },
});
