import { given } from "../given";
import { oneOf, perhaps, type ServiceNeeds, when } from "./need";

/** Batches ask for the action of what they hold. Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html */
export const sqs: ServiceNeeds = {
    types: { queue: { by: ["QueueUrl", "QueueName", "SourceArn"] } },
    operations: {
        SendMessageBatch: ["sqs:SendMessage"],
        DeleteMessageBatch: ["sqs:DeleteMessage"],
        ChangeMessageVisibilityBatch: ["sqs:ChangeMessageVisibility"],
    },
};

/** Source: https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html */
export const sns: ServiceNeeds = {
    types: { topic: { by: ["TopicArn", "TargetArn", "SubscriptionArn"] } },
    operations: { PublishBatch: ["sns:Publish"] },
};

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html */
export const events: ServiceNeeds = {
    types: {
        "event-bus": { by: ["Entries[].EventBusName", "EventBusName", "Name"] },
        "rule-on-default-event-bus": { by: ["Rule", "Name"] },
        "rule-on-custom-event-bus": { by: [] },
    },
};

/** Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html */
export const apigatewayManagementApi: ServiceNeeds = {
    operations: {
        PostToConnection: [{ action: "execute-api:ManageConnections", by: [] }],
        GetConnection: [{ action: "execute-api:ManageConnections", by: [] }],
        DeleteConnection: [{ action: "execute-api:ManageConnections", by: [] }],
    },
};

/** An address names no resource: AWS asks of the address, or of its domain, whichever is verified. */
const EMAIL_TYPES = {
    identity: { by: ["SourceArn", "FromEmailAddressIdentityArn", "EmailIdentity", "Identity"] },
    template: { by: ["TemplateName", "Template", "Content.Template.TemplateName"] },
} as const;

export const ses: ServiceNeeds = { types: EMAIL_TYPES };

const SENDER = { by: ["FromEmailAddressIdentityArn"] } as const;

/** What an e-mail is made of decides. Source: https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html */
export const sesv2: ServiceNeeds = {
    types: EMAIL_TYPES,
    operations: {
        SendEmail: [
            oneOf(
                when(given("Content.Simple"), "ses:SendEmail", SENDER),
                when(given("Content.Raw"), "ses:SendRawEmail", SENDER),
                // A template's: AWS's pages name either.
                when(() => undefined, "ses:SendTemplatedEmail", SENDER),
            ),
            perhaps("ses:SendEmail", "ses:SendRawEmail"),
        ],
        SendBulkEmail: [
            oneOf(
                when(() => undefined, "ses:SendBulkEmail", SENDER),
                when(() => undefined, "ses:SendBulkTemplatedEmail", SENDER),
            ),
        ],
    },
};
