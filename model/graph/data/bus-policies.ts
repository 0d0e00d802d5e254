import { busHook, EventPermission } from "../../aws";
import { type Answer, UNKNOWN, Value } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import { type HungPolicy, hungPolicies } from "./hung-policies";

const documents = hungPolicies(busHook);

/** The policies of event buses: whole ones, and the permissions of which EventBridge makes one statement each. */
export const busPolicies = fact([documents, EventPermission], (stack): readonly HungPolicy[] => [
    ...documents(stack),
    ...stack.ofType<unknown>(EventPermission).map((resource): HungPolicy => {
        const at = statementOf(resource);
        const { service, denies, policy: type } = busHook;
        return {
            resource,
            at,
            given: [{ resource, at }],
            service,
            denies,
            type,
            target: { service, name: undefined, place: resource.root.get("eventBusName").place },
            some: (question: (policy: Value) => Answer) => question(at),
        };
    }),
]);

/** What a permission says, as the statement that it becomes. Unknown where whom it names is. */
function statementOf({ root, name }: Resource): Value {
    const principal = root.get("principal");
    const text = principal.scalar();
    if (text === undefined) return principal;
    const [type, key, value] = ["type", "key", "value"].map((part) => root.down(`condition.${part}`));
    const given = value?.state === "unknown" ? UNKNOWN : value?.scalar();
    const Statement = {
        Effect: "Allow",
        Principal: text === "*" ? "*" : { AWS: text },
        Action: root.get("action").text() ?? "events:PutEvents",
        ...(given !== undefined && {
            Condition: { [type?.text() ?? "StringEquals"]: { [key?.text() ?? "aws:PrincipalOrgID"]: given } },
        }),
    };
    const document = JSON.stringify({ Version: "2012-10-17", Statement });
    return new Value(document, principal.path, { resource: name });
}
