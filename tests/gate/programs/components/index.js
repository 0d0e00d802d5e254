const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const { Site } = require("./sites");

pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
    type === "aws:s3/bucket:Bucket" ? { props: { ...props, forceDestroy: true }, opts } : undefined,
);
const topic = new aws.sns.Topic("topic");
const far = new aws.Provider("far", { region: "eu-central-1" });
const site = new Site(
    "shop",
    { tags: { topic: topic.arn }, token: pulumi.secret("sealed") },
    {
        protect: true,
        aliases: [{ name: "store" }],
        customTimeouts: { create: "1h30m", update: "90s" },
        ignoreChanges: ["token"],
        replaceOnChanges: ["tags"],
        retainOnDelete: true,
        providers: { aws: far },
        transforms: [
            ({ type, props, opts }) =>
                type === "aws:ssm/parameter:Parameter"
                    ? { props: { ...props, description: `${props.description ?? ""}once ` }, opts }
                    : undefined,
        ],
    },
);
new aws.ssm.Parameter("domain", { type: "String", value: site.domain });
new aws.ssm.Parameter("token", { type: "String", value: site.token });
new aws.s3.BucketVersioning("versioning", {
    bucket: site.content.apply((content) => content.bucket),
    versioningConfiguration: { status: "Enabled" },
});
new aws.ssm.Parameter("url", { type: "String", value: site.url("index.html") });
