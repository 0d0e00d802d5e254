// Every way of registering a resource that the embedded host has to understand.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

class Pair extends pulumi.ComponentResource {
    constructor(name, options) {
        super("example:index:Pair", name, {}, options);
        this.first = new aws.sqs.Queue(`${name}-first`, {}, { parent: this });
        this.second = new aws.sqs.Queue(`${name}-second`, {}, { parent: this, dependsOn: [this.first] });
        this.registerOutputs({ first: this.first.arn });
    }
}

pulumi.runtime.registerResourceTransform((args) =>
    args.type === "aws:sqs/queue:Queue" ? { props: { ...args.props, delaySeconds: 7 }, opts: args.opts } : undefined,
);

const pair = new Pair("pair");
// A component as another's argument stands for the resources it holds; plain properties have no dependencies of their own.
class Holder extends pulumi.ComponentResource {
    constructor(name, args) {
        super("example:index:Holder", name, args);
        this.registerOutputs({});
    }
}
new Holder("holder", { pair, queue: pair.second, label: "plain" });
new aws.sns.Topic("after", { displayName: "after the pair" }, { dependsOn: [pair] });
new aws.ssm.Parameter("quoted", { type: "SecureString", value: new pulumi.Config().requireSecret("sealed") });
const far = new aws.Provider("far", { region: "eu-central-1" });
const role = new aws.iam.Role("role", {
    assumeRolePolicy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [] }),
});
new aws.lambda.Function(
    "function",
    {
        role: role.arn,
        runtime: "nodejs22.x",
        handler: "index.handler",
        code: new pulumi.asset.AssetArchive({
            "index.js": new pulumi.asset.StringAsset("exports.handler = async () => {};"),
        }),
        environment: { variables: { QUEUE: pair.first.url, PASSWORD: pulumi.secret("not-a-real-password") } },
    },
    {
        protect: true,
        aliases: [{ name: "old-function" }],
        ignoreChanges: ["timeout"],
        additionalSecretOutputs: ["qualifiedArn"],
    },
);
new aws.sns.Topic("far-topic", {}, { provider: far });
const existing = aws.s3.Bucket.get("existing", "existing-bucket");
new aws.s3.BucketVersioning("versioning", { bucket: existing, versioningConfiguration: { status: "Enabled" } });
new aws.sns.TopicSubscription(
    "subscription",
    { topic: "arn:aws:sns:eu-west-1:111122223333:t", protocol: "sqs", endpoint: pair.second.arn },
    { deletedWith: pair },
);

exports.bucket = existing.arn;
exports.account = aws.getCallerIdentityOutput({}).accountId;
exports.region = aws.getRegionOutput({}).region;
