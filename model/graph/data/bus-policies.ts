import { busHook, EventPermission } from "../../aws";
import { UNKNOWN } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import { asStatement } from "./as-statement";
import { type HungPolicy, hungPolicies } from "./hung-policies";

const documents = hungPolicies(busHook);

/** The policies of event buses: whole ones, and the permissions of which EventBridge makes one statement each. */
export const busPolicies = fact([documents, EventPermission], (stack): readonly HungPolicy[] => [
    ...documents(stack),
    ...stack
        .ofType<unknown>(EventPermission)
        .map((resource) => asStatement(busHook, resource, "principal", "eventBusName", saidBy(resource))),
]);

function saidBy({ root }: Resource): { readonly Action: string } {
    const Action = root.get("action").text() ?? "events:PutEvents";
    const value = root.down("condition.value");
    const given = value.state === "unknown" ? UNKNOWN : value.scalar();
    if (given === undefined) return { Action };
    const type = root.down("condition.type").text() ?? "StringEquals";
    const Condition = { [type]: { [root.down("condition.key").text() ?? "aws:PrincipalOrgID"]: given } };
    const said = { Action, Condition };
    return said;
}
