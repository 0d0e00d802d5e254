// Providers that the program makes, with inputs that are outputs and secrets, and resources in their regions.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const role = new aws.iam.Role("role", { assumeRolePolicy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [] }) });
const assuming = new aws.Provider("assuming", {
    region: "eu-west-1",
    assumeRoles: [{ roleArn: role.arn, externalId: pulumi.secret("external") }],
    secretKey: pulumi.secret("not-a-key"),
});
const parent = new aws.sns.Topic("parent", {}, { provider: assuming });
new aws.sns.TopicSubscription("child", { topic: parent.arn, protocol: "sqs", endpoint: "arn:aws:sqs:eu-west-1:111122223333:q" }, { parent });
new aws.sqs.Queue("moved", {}, {
    transforms: [({ props, opts }) => ({ props, opts: { ...opts, provider: assuming } })],
});
