// Every way of naming what a resource was called before.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

class Group extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("example:index:Group", name, {}, opts);
        new aws.sqs.Queue(`${name}-queue`, {}, { parent: this, aliases: [{ parent: pulumi.rootStackResource }, { name: "older-queue" }] });
        this.registerOutputs({});
    }
}
const group = new Group("group", { aliases: [{ name: "old-group" }, { type: "example:index:Pair" }] });
new aws.sns.Topic("by-name", {}, { aliases: [{ name: "old-name" }] });
new aws.sns.Topic("by-urn", {}, { aliases: ["urn:pulumi:dev::shop::aws:sns/topic:Topic::old-urn"] });
new aws.sns.Topic("by-parent", {}, { aliases: [{ parent: group }, { stack: "prod" }, { project: "older", name: "moved" }] });
new aws.sns.Topic("transformed", {}, { transforms: [({ props, opts }) => ({ props, opts: { ...opts, aliases: [{ name: "by-transform" }] } })] });
