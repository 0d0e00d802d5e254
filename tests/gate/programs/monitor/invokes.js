// Functions of the provider, plain, with outputs, with transforms and with dependencies.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

pulumi.runtime.registerInvokeTransform(({ token, args, opts }) =>
    token === "aws:ssm/getParameter:getParameter" ? { args: { ...args, name: `/shop/${args.name}` }, opts } : undefined,
);
const queue = new aws.sqs.Queue("queue", {});
const document = aws.iam.getPolicyDocumentOutput({
    statements: [{ actions: ["sqs:SendMessage"], resources: [queue.arn, pulumi.secret("arn:aws:sqs:eu-west-1:111122223333:other")] }],
});
new aws.iam.RolePolicy("policy", { role: "orders", policy: document.json });
const account = aws.getCallerIdentityOutput({}).accountId;
new aws.sns.Topic("topic", { displayName: pulumi.interpolate`of ${account}`, tags: { region: aws.getRegionOutput({}).region } });
const parameter = aws.ssm.getParameterOutput({ name: "level" });
new aws.ssm.Parameter("copy", { type: "String", name: pulumi.interpolate`${parameter.name}-copy`, value: parameter.value });
new aws.sns.Topic("late", { displayName: aws.getPartitionOutput({}, { dependsOn: [queue] }).partition });
