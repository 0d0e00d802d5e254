// Transforms given to a resource and to a component, which copy, add and take away.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const first = new aws.sqs.Queue("first", {});
const second = new aws.sqs.Queue("second", {});
const names = [];
const copying = ({ name, props, opts }) => {
    names.push(name);
    return { props: { ...props }, opts: { ...opts } };
};
const adding = ({ props, opts }) => ({
    props: { ...props, tags: { ...props.tags, second: second.arn, secret: pulumi.secret("s") } },
    opts: { ...opts, dependsOn: [second], ignoreChanges: ["name"], additionalSecretOutputs: ["arn"] },
});
const replacing = ({ opts }) => ({ props: { displayName: "replaced" }, opts });

new aws.sns.Topic("copied", { displayName: first.arn, tags: { a: pulumi.secret("b"), c: "d" } }, { transforms: [copying] });
new aws.sns.Topic("added", { displayName: first.arn, tags: { c: "d" } }, { transforms: [adding, copying] });
new aws.sns.Topic("replaced", { displayName: first.arn }, { transforms: [replacing], protect: true });

class Group extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("example:index:Group", name, {}, opts);
        new aws.sqs.Queue(`${name}-queue`, { tags: { topic: first.arn } }, { parent: this });
        this.registerOutputs({});
    }
}
const tagging = ({ custom, props, opts }) =>
    custom ? { props: { ...props, tags: { ...props.tags, owner: "team" } }, opts: { ...opts, protect: true } } : undefined;
new Group("group", { transforms: [tagging] });
