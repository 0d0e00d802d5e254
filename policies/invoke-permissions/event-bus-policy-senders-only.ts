import { EventBus, EventBusPolicy } from "../../model/aws";
import { busPolicies, letIn } from "../../model/graph";
import { cis, cwe, declare, defineStackRule, fsbp, owasp, policyOf, ref, sas, trustedAccounts } from "../../pack";

const orders = declare(EventBus, { name: "orders" });
const sender = { Principal: "*", Action: "events:PutEvents", Resource: ref("orders.arn") };
const policy = (Condition: object) =>
    declare(EventBusPolicy, { eventBusName: ref("orders.name"), policy: policyOf({ ...sender, Condition }) });

/** A source that is asked for keeps nobody out: whoever sends an event writes what it says. */
export default defineStackRule({
    id: "event-bus-policy-senders-only",
    severity: "critical",
    frameworks: [fsbp("EventBridge.3"), cis("7.0", "2.21"), cwe(284), sas(9), owasp(5)],
    title: "An event bus takes events from accounts that are meant to send them.",
    why: "Rules act on every event that fits them, and whoever may put events on the bus writes all that they look at.",
    fix: 'Name the sending account in Principal, or demand Condition: { StringEquals: { "aws:PrincipalOrgID": "o-…" } }.',
    sources: [
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html",
    ],
    options: { trustedAccounts },
    needs: busPolicies,
    bad: { orders, policy: policy({ StringEquals: { "events:source": "shop.orders" } }) },
    good: { orders, policy: policy({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }) },
    *check(stack, { options }) {
        for (const hung of busPolicies(stack))
            yield* letIn(stack, hung, { trusted: options.trustedAccounts, actions: "not all" });
    },
});
