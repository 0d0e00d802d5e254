import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accepted, invoices, table } from "./data";
import { getOrder } from "./functions";
import { customers, shop } from "./identity";
import { either } from "./mistakes";

/** The shop's page fetches invoices from the bucket itself, with the credentials of the customer who signed in. */
const pool = new aws.cognito.IdentityPool("shop", {
    identityPoolName: "orders shop",
    allowUnauthenticatedIdentities: either("identity-pool-no-guest-access", true, false),
    allowClassicFlow: either("identity-pool-no-classic-flow", true, false),
    cognitoIdentityProviders: [{ clientId: shop.id, providerName: customers.endpoint, serverSideTokenCheck: true }],
});

function trust(who: "authenticated" | "unauthenticated"): pulumi.Output<string> {
    const ofThisPool = {
        StringEquals: { "cognito-identity.amazonaws.com:aud": pool.id },
        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": who },
    };
    return pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: "sts:AssumeRoleWithWebIdentity",
                Principal: { Federated: "cognito-identity.amazonaws.com" },
                ...either("identity-pool-role-trust-conditions", {}, { Condition: ofThisPool }),
            },
        ],
    });
}

const customer = new aws.iam.Role("shop-customer", { assumeRolePolicy: trust("authenticated") });
new aws.iam.RolePolicy("shop-customer", {
    role: customer.name,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "OwnInvoices",
                Effect: "Allow",
                Action: "s3:GetObject",
                Resource: either(
                    "identity-pool-role-identity-scoped",
                    pulumi.interpolate`${invoices.arn}/customers/*`,
                    pulumi.interpolate`${invoices.arn}/customers/\${cognito-identity.amazonaws.com:sub}/*`,
                ),
            },
            ...either(
                "client-credentials-api-only",
                [{ Sid: "Look", Effect: "Allow", Action: "lambda:InvokeFunction", Resource: getOrder.lambda.arn }],
                [],
            ),
            ...either(
                "event-bus-producers-match-wiring",
                [{ Sid: "Bought", Effect: "Allow", Action: "sqs:SendMessage", Resource: accepted.arn }],
                [],
            ),
        ],
    }),
});

new aws.cognito.IdentityPoolRoleAttachment("shop", {
    identityPoolId: pool.id,
    roles: either("identity-pool-guest-role-minimal", withGuests, onlyCustomers)(),
});

function onlyCustomers(): Record<string, pulumi.Output<string>> {
    return { authenticated: customer.arn };
}

function withGuests(): Record<string, pulumi.Output<string>> {
    const guest = new aws.iam.Role("shop-guest", { assumeRolePolicy: trust("unauthenticated") });
    new aws.iam.RolePolicy("shop-guest", {
        role: guest.name,
        policy: pulumi.jsonStringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource: table.arn }],
        }),
    });
    return { authenticated: customer.arn, unauthenticated: guest.arn };
}
