// An existing resource that the stack takes over.
const aws = require("@pulumi/aws");

const topic = new aws.sns.Topic("topic", { name: "existing", displayName: "orders" }, { import: "arn:aws:sns:eu-west-1:111122223333:existing" });
new aws.sns.TopicSubscription("subscription", { topic: topic.arn, protocol: "sqs", endpoint: "arn:aws:sqs:eu-west-1:111122223333:q" });
