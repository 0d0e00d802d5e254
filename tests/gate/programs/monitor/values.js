// Values of every kind: archives and assets, nothing, numbers, texts that look like something else.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const table = new aws.dynamodb.Table("table", { attributes: [{ name: "id", type: "S" }], hashKey: "id", readCapacity: 1, writeCapacity: 2 });
new aws.lambda.Function("function", {
    role: "arn:aws:iam::111122223333:role/orders",
    timeout: 3,
    memorySize: pulumi.output(128),
    publish: false,
    description: undefined,
    code: new pulumi.asset.AssetArchive({
        "index.js": new pulumi.asset.StringAsset("exports.handler = async () => {};"),
        lib: new pulumi.asset.AssetArchive({ "a.txt": new pulumi.asset.StringAsset("a") }),
    }),
    environment: { variables: { EMPTY: "", TABLE: table.name, JSON: pulumi.jsonStringify({ arn: table.arn, of: [1, null, true] }) } },
});
new aws.s3.BucketObjectv2("object", { bucket: "existing", key: "text", source: new pulumi.asset.StringAsset("text") });
new aws.iam.Role("role", {
    assumeRolePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }] },
    tags: pulumi.output({ of: table.arn }).apply((tags) => ({ ...tags, also: "this" })),
});
exports.table = table;
exports.secret = pulumi.secret({ nested: [table.arn] });
