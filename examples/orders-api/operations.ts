import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { key } from "./keys";
import { either } from "./mistakes";
import * as network from "./network";

/** The way to the ledger for people: Session Manager, without a port, a key or a public address. */
const role = new aws.iam.Role("bastion", {
    assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
    }),
});
new aws.iam.RolePolicyAttachment("bastion-session-manager", {
    role: role.name,
    policyArn: aws.iam.ManagedPolicy.AmazonSSMManagedInstanceCore,
});
const profile = new aws.iam.InstanceProfile("bastion", { role: role.name });
const image = aws.ssm.getParameterOutput({
    name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
});

new aws.ec2.Instance("bastion", {
    ami: image.insecureValue,
    instanceType: "t4g.nano",
    iamInstanceProfile: profile.name,
    subnetId: network.subnets[0]?.id,
    vpcSecurityGroupIds: [network.clients.id],
    associatePublicIpAddress: false,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    rootBlockDevice: either("filesystem-encrypted", { encrypted: false }, { encrypted: true, kmsKeyId: key.arn }),
    ...either("bastion-no-static-key-pair", { keyName: "operations" }, {}),
    tags: { Name: "orders-bastion" },
});

/** What is typed in a session is kept for a year. */
const sessions = new aws.cloudwatch.LogGroup("sessions", {
    retentionInDays: 365,
    deletionProtectionEnabled: true,
    kmsKeyId: key.arn,
});
new aws.ssm.Document("sessions", {
    name: "SSM-SessionManagerRunShell",
    documentType: "Session",
    content: pulumi.jsonStringify({
        schemaVersion: "1.0",
        sessionType: "Standard_Stream",
        inputs: {
            cloudWatchLogGroupName: either("ssm-session-logged-encrypted", "", sessions.name),
            cloudWatchEncryptionEnabled: true,
            cloudWatchStreamingEnabled: true,
            kmsKeyId: key.keyId,
            idleSessionTimeout: "20",
            maxSessionDuration: "60",
        },
    }),
});
