const aws = require("@pulumi/aws");

const uploads = new aws.s3.Bucket("uploads");
// Neither a role nor policies: the SDK makes a role and attaches nine broad policies to it.
uploads.onObjectCreated("notify", async () => undefined);
new aws.lambda.CallbackFunction("scoped", {
    callback: async () => undefined,
    policies: [aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole],
});
