import { IamRole, IamRolePolicy, IamUser, IamUserPolicy, LambdaFunction } from "../../../model/aws";
import { declare, identityPoolProgram, type Program, policyOf, ref, trusts } from "../../../pack";
import rule from "../../../policies/invoke-permissions/event-bus-producers-match-wiring";
import { testRule } from "../../support/rule-tester";

const owned = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const puts = { Action: "events:PutEvents", Resource: owned("events", "event-bus/orders") };
const customer = (...statements: readonly object[]): Program => ({
    ...identityPoolProgram("authenticated"),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
});
const reports = ["policy: policy"];

testRule(rule, {
    valid: {
        "a function that sends": {
            role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
            policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(puts) }),
            producer: declare(LambdaFunction, { role: ref("role.arn") }),
        },
        "a schedule that sends": {
            role: declare(IamRole, { assumeRolePolicy: trusts("scheduler") }),
            policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(puts) }),
        },
        "customers who read their messages": customer({
            Action: "sqs:ReceiveMessage",
            Resource: owned("sqs", "${cognito-identity.amazonaws.com:sub}"),
        }),
        "clicks, which come from clients": customer({
            Action: "kinesis:PutRecord",
            Resource: owned("kinesis", "stream/clicks"),
        }),
        "what a denial takes away": customer(puts, { Effect: "Deny", Action: "events:*", Resource: "*" }),
    },
    invalid: {
        "customers who put events": { given: customer(puts), reports, weighs: ["medium"] },
        "customers who send messages": {
            given: customer({ Action: "sqs:SendMessage", Resource: owned("sqs", "jobs") }),
            reports,
        },
        "customers who publish, by a pattern": {
            given: customer({ Action: "sns:Pub*", Resource: owned("sns", "orders") }),
            reports,
        },
        "a user with a key who puts events": {
            given: {
                ann: declare(IamUser, {}),
                policy: declare(IamUserPolicy, { user: ref("ann.name"), policy: policyOf(puts) }),
            },
            reports,
        },
    },
});
