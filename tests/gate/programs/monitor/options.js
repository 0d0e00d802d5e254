// The options that policies are shown, and those that the engine keeps to itself.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const topic = new aws.sns.Topic("topic", {}, { protect: true, retainOnDelete: true });
const queue = new aws.sqs.Queue(
    "queue",
    { tags: { a: pulumi.secret("b") } },
    {
        ignoreChanges: ["tags", "policy"],
        replaceOnChanges: ["name"],
        deleteBeforeReplace: true,
        additionalSecretOutputs: ["arn", "url"],
        customTimeouts: { create: "1h30m", update: "90s" },
        deletedWith: topic,
        hideDiffs: ["tags"],
        replacementTrigger: pulumi.secret("1"),
    },
);
new aws.sns.TopicSubscription("subscription", { topic: topic.arn, protocol: "sqs", endpoint: queue.arn }, { parent: topic, dependsOn: queue });
