import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountId, key } from "./keys";
import { either } from "./mistakes";

/** Who comes in by a policy of what he comes to: the warehouse, the shop's other teams, AWS's own services. */
const allow = (statement: object, ...others: readonly object[]) =>
    pulumi.jsonStringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }, ...others] });
const tlsOnly = { Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } };
const ofAccount = { Condition: { StringEquals: { "aws:SourceAccount": accountId } } };
const warehouse = { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:role/warehouse` };
const shop = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } };

/** Stock-takings are told by a topic, and wait in a queue until somebody has time. */
const counted = new aws.sns.Topic("counted", { kmsMasterKeyId: key.arn });
const counts = new aws.sqs.Queue("counts", { kmsMasterKeyId: key.arn });
new aws.sns.TopicSubscription("counts", {
    topic: counted.arn,
    protocol: "sqs",
    endpoint: counts.arn,
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: counts.arn }),
});
new aws.sqs.QueuePolicy("counts", {
    queueUrl: counts.id,
    policy: allow(
        {
            Principal: { Service: "sns.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: counts.arn,
            ...either("queue-policy-senders-only", {}, { Condition: { ArnEquals: { "aws:SourceArn": counted.arn } } }),
        },
        { ...tlsOnly, Action: "sqs:*", Resource: counts.arn },
    ),
});
new aws.sns.TopicPolicy("counted", {
    arn: counted.arn,
    policy: allow(
        {
            Principal: { Service: "events.amazonaws.com" },
            Action: "sns:Publish",
            Resource: counted.arn,
            ...either("topic-policy-senders-only", {}, ofAccount),
        },
        { ...tlsOnly, Action: "sns:Publish", Resource: counted.arn },
    ),
});

/** The shop's other teams put their events on a bus. */
const teams = new aws.cloudwatch.EventBus("teams", { name: "teams", kmsKeyIdentifier: key.arn });
new aws.cloudwatch.EventBusPolicy("teams", {
    eventBusName: teams.name,
    policy: allow({
        Principal: "*",
        Action: "events:PutEvents",
        Resource: teams.arn,
        ...either(
            "event-bus-policy-senders-only",
            { Condition: { StringEquals: { "events:source": "shop.teams" } } },
            shop,
        ),
    }),
});

/** Pictures of what was damaged on the way; the warehouse keeps them in a bucket of its own. */
const bucket = "shop-damages";
const pictures = `arn:aws:s3:::${bucket}`;
new aws.s3.BucketPublicAccessBlock("damages", {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: either("s3-public-access-blocked", false, true),
    ignorePublicAcls: true,
    restrictPublicBuckets: either("s3-public-access-blocked", false, true),
});
new aws.s3.BucketPolicy("damages", {
    bucket,
    policy: allow(
        {
            Principal: either("s3-no-public-acl-or-policy", "*", warehouse),
            Action: "s3:GetObject",
            Resource: `${pictures}/*`,
        },
        { ...tlsOnly, Action: "s3:*", Resource: [pictures, `${pictures}/*`] },
    ),
});

/** And nobody deletes their copies. */
new aws.backup.VaultPolicy("damages", {
    backupVaultName: "damages",
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Deny",
                Principal: "*",
                Action: either("resource-policy-no-lockout", "backup:*", "backup:DeleteRecoveryPoint"),
                Resource: "*",
            },
        ],
    }),
});

/** The warehouse's own image of the scanner's program. */
new aws.ecr.RepositoryPolicy("scanner", {
    repository: "warehouse/scanner",
    policy: allow({
        Principal: { Service: "lambda.amazonaws.com" },
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        ...either("data-resource-policy-restricted", {}, ofAccount),
    }),
});

/** The carrier's password, which the warehouse asks for too. */
new aws.secretsmanager.SecretPolicy("carrier", {
    secretArn: pulumi.interpolate`arn:aws:secretsmanager:eu-west-1:${accountId}:secret:prod/carrier-AbCdEf`,
    blockPublicPolicy: true,
    policy: allow({
        Principal: either("secret-resource-policy-restricted", "*", warehouse),
        Action: "secretsmanager:GetSecretValue",
        Resource: "*",
    }),
});

/** Its key, which a service of the shop uses for everybody. */
new aws.kms.Key("carrier", {
    description: "The carrier's password",
    enableKeyRotation: true,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` },
                Action: "kms:*",
                Resource: "*",
            },
            {
                Effect: "Allow",
                Principal: { AWS: "*" },
                Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
                Resource: "*",
                Condition: {
                    StringEquals: {
                        "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com",
                        ...either("kms-key-policy-separation", {}, { "kms:CallerAccount": accountId }),
                    },
                },
            },
        ],
    }),
});

/** A function of the warehouse, of which the policy is declared here. */
const weigher = pulumi.interpolate`arn:aws:lambda:eu-west-1:${accountId}:function:weigher`;
new aws.lambda.ResourcePolicy("weigher", {
    resourceArn: weigher,
    policy: allow({
        Principal: { Service: "events.amazonaws.com" },
        Action: "lambda:InvokeFunction",
        Resource: weigher,
        ...either("lambda-resource-policy-restricted", {}, ofAccount),
    }),
});

/** Stock is asked for within the network alone. */
new aws.apigateway.RestApi("stock", {
    endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-0a1b2c3d4e5f60718"] },
    policy: allow({
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: "execute-api:/*",
        ...either(
            "api-resource-policy-restricted",
            {},
            { Condition: { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } } },
        ),
    }),
});
