// Hooks, bound to resources and to a component.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const before = new pulumi.ResourceHook("before", async () => undefined, { onDryRun: false });
const topic = new aws.sns.Topic("topic", { displayName: "hooked" }, { hooks: { beforeCreate: [before], afterCreate: [async () => undefined] } });
class Pair extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("example:index:Pair", name, {}, opts);
        new aws.sqs.Queue(`${name}-queue`, { tags: { topic: topic.arn } }, { parent: this });
        this.registerOutputs({});
    }
}
new Pair("pair", { hooks: { afterDelete: [before] } });
