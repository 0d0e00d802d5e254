// Components in components, their providers, and references to resources as arguments.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

class Inner extends pulumi.ComponentResource {
    constructor(name, args, opts) {
        super("example:index:Inner", name, args, opts);
        this.queue = new aws.sqs.Queue(`${name}-queue`, { tags: { label: args.label } }, { parent: this });
        this.registerOutputs({ queue: this.queue, url: this.queue.url });
    }
}
class Outer extends pulumi.ComponentResource {
    constructor(name, args, opts) {
        super("example:index:Outer", name, args, opts);
        this.inner = new Inner(`${name}-inner`, { label: pulumi.secret("hidden"), topic: args.topic }, { parent: this });
        this.topic = new aws.sns.Topic(`${name}-topic`, {}, { parent: this, dependsOn: [this.inner] });
        this.registerOutputs({ arn: this.topic.arn });
    }
}
const far = new aws.Provider("far", { region: "eu-central-1" });
const topic = new aws.sns.Topic("topic", {});
const outer = new Outer("outer", { topic, list: [topic.arn] }, { providers: { aws: far }, protect: true });
new Inner("alone", { label: "seen", outer, of: topic }, {});
new aws.sqs.Queue("after", {}, { dependsOn: [outer] });
