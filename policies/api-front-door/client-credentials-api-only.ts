import { IamUser, IamUserPolicy } from "../../model/aws";
import { clientGrants, clientsOf } from "../../model/graph";
import { listed } from "../../model/iam";
import { cwe, declare, defineStackRule, policyOf, ref, sas, strings } from "../../pack";

const partner = (statement: object) => ({
    partner: declare(IamUser, {}),
    policy: declare(IamUserPolicy, { user: ref("partner.name"), policy: policyOf(statement) }),
});

const CALLS = /^(?:execute-api:invoke|appsync:graphql)$/i;
const STARTS = /^(?:lambda:invoke(?:function|async)|states:start(?:sync)?execution)$/i;

/** What clients send to queues, topics and buses is event-bus-producers-match-wiring's; a function's URL is a door that is meant for them. */
export default defineStackRule({
    id: "client-credentials-api-only",
    severity: "medium",
    frameworks: [cwe(250), sas(4)],
    title: "Clients call APIs, and not the functions behind them.",
    why: "Past the API nothing checks, throttles or logs what a client asks, and the function takes whatever it is handed for what the API sends.",
    fix: 'Allow execute-api:Invoke (or appsync:GraphQL) on the one API instead: "arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH".',
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html",
        "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies",
    ],
    options: {
        trustedAccounts: strings("Accounts whose roles and users may start functions and workflows themselves."),
    },
    needs: clientsOf,
    bad: partner({
        Action: "lambda:InvokeFunction",
        Resource: "arn:aws:lambda:eu-west-1:111122223333:function:orders",
    }),
    good: partner({
        Action: "execute-api:Invoke",
        Resource: "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/live/POST/orders",
    }),
    *check(stack, { options }) {
        for (const { by, whom, actions, ...found } of clientGrants(
            stack,
            (one) => STARTS.test(one),
            options.trustedAccounts,
        ))
            yield { ...found, message: `${by} allows ${whom} ${listed(actions)}: past the API` };
        for (const { by, whom, open, ...found } of clientGrants(
            stack,
            (one) => CALLS.test(one),
            options.trustedAccounts,
        )) {
            if (open.actions.length === 0) continue;
            const message = `${by} allows ${whom} ${listed(open.actions)} on ${open.on}: every API, also those that are for others`;
            yield { ...found, message };
        }
    },
});
