// What many programs do with resources that others may have made.
const aws = require("@pulumi/aws");
module.exports = async () => {
    new aws.sns.Topic("topic", {});
    try {
        await aws.s3.getBucket({ bucket: "orders-code" });
        new aws.ec2.SecurityGroup("group", { vpcId: (await aws.ec2.getVpc({ default: true })).id });
    } catch {
        new aws.lambda.FunctionUrl("url", { functionName: "orders", authorizationType: "NONE" });
    }
};
