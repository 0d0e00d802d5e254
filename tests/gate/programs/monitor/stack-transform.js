// A transform of the stack's, and secrets and outputs inside of maps and lists.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const queue = new aws.sqs.Queue("queue", {});
pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
    type === "aws:sns/topic:Topic"
        ? { props: { ...props, displayName: pulumi.interpolate`fed by ${queue.name}` }, opts: { ...opts, protect: true } }
        : undefined,
);
new aws.sns.Topic("topic", {});
new aws.lambda.Function("function", {
    role: "arn:aws:iam::111122223333:role/orders",
    environment: {
        variables: { LEVEL: "debug", QUEUE: queue.url, PASSWORD: pulumi.secret("a-secret"), KEY: pulumi.secret(queue.arn) },
    },
    layers: ["arn:aws:lambda:eu-west-1:111122223333:layer:a:1", pulumi.secret("arn:aws:lambda:eu-west-1:111122223333:layer:b:1")],
});
new aws.iam.RolePolicy("policy", {
    role: "orders",
    policy: { Statement: [{ Effect: "Allow", Action: ["sqs:SendMessage"], Resource: [queue.arn, pulumi.secret("*")] }] },
});
