const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const token = new pulumi.Config().requireSecret("token");
const network = new pulumi.StackReference("network", { name: "acme/network/dev" });
const parameter = aws.ssm.getParameterOutput({ name: "/orders/display-name" });

const jobs = new aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: 30 });
new aws.sns.Topic("news", { displayName: parameter.value, tags: { queue: jobs.arn } });
const role = new aws.iam.Role("role", {
    assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
    }),
});
new aws.iam.RolePolicy("rights", {
    role: role.id,
    policy: jobs.arn.apply((arn) =>
        JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Action: "sqs:*", Resource: arn },
                { Effect: "Allow", Action: "dynamodb:*", Resource: "*" },
            ],
        }),
    ),
});
const orders = new aws.lambda.Function("orders", {
    runtime: "nodejs22.x",
    handler: "index.handler",
    role: role.arn,
    code: new pulumi.asset.AssetArchive({
        "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 1;\n"),
    }),
    environment: { variables: { API_TOKEN: token } },
});
new aws.lambda.FunctionUrl("url", { functionName: orders.name, authorizationType: "NONE" });
new aws.ec2.SecurityGroup("admin", {
    vpcId: network.requireOutput("vpcId"),
    ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
});
const far = new aws.Provider("far", { region: "eu-central-1" });
new aws.sqs.Queue("far-jobs", { sqsManagedSseEnabled: false }, { provider: far });

exports.queue = jobs.url;
