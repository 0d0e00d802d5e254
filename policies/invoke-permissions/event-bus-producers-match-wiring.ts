import { IamRolePolicy } from "../../model/aws";
import { clientGrants, clientsOf } from "../../model/graph";
import { listed } from "../../model/iam";
import { cwe, declare, defineStackRule, identityPoolProgram, policyOf, ref, sas, strings } from "../../pack";

const customers = (statement: object) => ({
    ...identityPoolProgram("authenticated"),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(statement) }),
});

const SENDS = /^(?:events:putevents|sqs:sendmessage|sns:publish)$/i;

/** Streams of clicks are meant to come from clients, and are not judged. Who is named by the policies of queues, topics and buses, those policies' own rules tell. */
export default defineStackRule({
    id: "event-bus-producers-match-wiring",
    severity: "medium",
    frameworks: [cwe(284), sas(9)],
    title: "Events and messages come from the application, and not from its clients.",
    why: "Whatever takes them off the bus or the queue believes them: with a client's credentials anybody may forge an order that was paid.",
    fix: "Let clients call an API, and allow the sending to the role of the function behind it.",
    sources: [
        "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies",
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html",
    ],
    options: { trustedAccounts: strings("Accounts whose roles and users may send events and messages themselves.") },
    needs: clientsOf,
    bad: customers({ Action: "events:PutEvents", Resource: "arn:aws:events:eu-west-1:111122223333:event-bus/orders" }),
    good: customers({
        Action: "execute-api:Invoke",
        Resource: "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/live/POST/orders",
    }),
    *check(stack, { options }) {
        for (const { by, whom, actions, ...found } of clientGrants(
            stack,
            (one) => SENDS.test(one),
            options.trustedAccounts,
        ))
            yield { ...found, message: `${by} allows ${whom} ${listed(actions)}: what is sent so, no API has checked` };
    },
});
