const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
new aws.lambda.Function("function", {
    role: "arn:aws:iam::111122223333:role/orders",
    code: new pulumi.asset.FileArchive("./not-built"),
});
