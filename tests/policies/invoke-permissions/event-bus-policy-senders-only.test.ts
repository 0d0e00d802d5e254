import { EventBus, EventBusPolicy, EventPermission } from "../../../model/aws";
import { declare, type Example, policyOf, unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/event-bus-policy-senders-only";
import { testRule } from "../../support/rule-tester";

const OTHER = "444455556666";
const arn = "arn:aws:events:eu-west-1:111122223333:event-bus/orders";
const put = { Action: "events:PutEvents", Resource: arn };
const org = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const under = (statement: object) => ({
    policy: declare(EventBusPolicy, { eventBusName: "orders", policy: policyOf({ ...put, ...statement }) }),
});
const permission = (inputs: object) => ({
    door: declare(EventPermission, { statementId: "door", ...inputs } as Example),
});
const condition = { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-a1b2c3d4e5" };

testRule(rule, {
    valid: {
        "no policy": { orders: declare(EventBus, { name: "orders" }) },
        "one organization": under({ Principal: "*", Condition: org }),
        "rules of the organization, of one source": under({
            Principal: "*",
            Condition: { StringEquals: { ...org.StringEquals, "events:source": "shop.orders" } },
        }),
        "a permission for an organization": permission({ principal: "*", condition }),
        "an organization that is not known yet": permission({
            principal: "*",
            condition: { ...condition, value: unknown },
        }),
        "a trusted account": { given: permission({ principal: OTHER }), options: { trustedAccounts: [OTHER] } },
    },
    invalid: {
        everybody: { given: under({ Principal: "*" }), reports: ["policy: policy"], weighs: ["critical"] },
        "one source, which the sender writes": {
            given: under({ Principal: "*", Condition: { StringEquals: { "events:source": "shop.orders" } } }),
            reports: ["policy: policy"],
        },
        "every action": {
            given: under({ Principal: { AWS: `arn:aws:iam::${OTHER}:root` }, Action: "events:*", Condition: org }),
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "a permission for everybody": { given: permission({ principal: "*" }), reports: ["door: principal"] },
        "on a bus of its own": {
            given: permission({ principal: "*", eventBusName: "orders" }),
            reports: ["door: principal"],
        },
        "for every organization": {
            given: permission({ principal: "*", condition: { ...condition, type: "StringLike", value: "o-*" } }),
            reports: ["door: principal"],
        },
    },
    undecided: {
        "whom it names": { given: permission({ principal: unknown }), awaits: ["door.principal"] },
        "an account, where nothing tells the owner's": {
            given: permission({ principal: OTHER }),
            awaits: ["door.arn"],
        },
    },
});
