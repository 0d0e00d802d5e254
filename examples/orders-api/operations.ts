import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { table } from "./data";
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
    policyArn: either(
        "bastion-ssm-managed",
        aws.iam.ManagedPolicy.CloudWatchAgentServerPolicy,
        aws.iam.ManagedPolicy.AmazonSSMManagedInstanceCore,
    ),
});
new aws.iam.RolePolicy("bastion-session-log", {
    role: role.name,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: either("bastion-role-minimal", ["dynamodb:GetItem"], ["kms:Decrypt"]),
                Resource: either("bastion-role-minimal", table.arn, key.arn),
            },
        ],
    }),
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
    associatePublicIpAddress: either("bastion-no-public-ip", true, false),
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    rootBlockDevice: either("filesystem-encrypted", { encrypted: false }, { encrypted: true, kmsKeyId: key.arn }),
    ...either("bastion-no-static-key-pair", { keyName: "operations" }, {}),
    tags: { Name: "orders-bastion" },
});

/** The network has no way to the internet: the agent gets to Systems Manager by endpoints. */
const endpoints = new aws.ec2.SecurityGroup("session-endpoints", {
    vpcId: network.vpc.id,
    description: "Endpoints of Session Manager",
});
new aws.vpc.SecurityGroupIngressRule("session-endpoints-from-bastion", {
    securityGroupId: endpoints.id,
    description: "The bastion's agent",
    referencedSecurityGroupId: network.clients.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
});
new aws.vpc.SecurityGroupEgressRule("clients-to-session-endpoints", {
    securityGroupId: network.clients.id,
    description: "To Session Manager",
    referencedSecurityGroupId: endpoints.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
});
const { region } = aws.getRegionOutput();
const { accountId } = aws.getCallerIdentityOutput();
for (const service of ["ssm", "ssmmessages", "ec2messages"]) {
    new aws.ec2.VpcEndpoint(`session-${service}`, {
        vpcId: network.vpc.id,
        serviceName: pulumi.interpolate`com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: network.subnets.map(({ id }) => id),
        securityGroupIds: [endpoints.id],
        policy: pulumi.jsonStringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: "*",
                    Action: "*",
                    Resource: "*",
                    Condition: { StringEquals: { "aws:PrincipalAccount": accountId } },
                },
            ],
        }),
    });
}

/** Hosts of the accountants' program, which a group of another stack launches. */
new aws.ec2.LaunchTemplate("accounting", {
    imageId: image.insecureValue,
    instanceType: "t4g.small",
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    networkInterfaces: [{ associatePublicIpAddress: either("instance-no-public-ip", "true", "false") }],
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

/** What the warehouse's old till sends is taken by a container, into which whoever is on call may look. */
const tills = new aws.ecs.Cluster("tills", {
    configuration: {
        executeCommandConfiguration: {
            kmsKeyId: key.arn,
            logging: either("ecs-exec-logged", "NONE", "OVERRIDE"),
            logConfiguration: { cloudWatchLogGroupName: sessions.name, cloudWatchEncryptionEnabled: true },
        },
    },
});
const till = new aws.ecs.TaskDefinition("till", {
    family: "till",
    containerDefinitions: pulumi.jsonStringify([
        {
            name: "till",
            image: "public.ecr.aws/orders/till@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            memory: 128,
        },
    ]),
});
new aws.ecs.Service("till", { cluster: tills.arn, taskDefinition: till.arn, enableExecuteCommand: true });
