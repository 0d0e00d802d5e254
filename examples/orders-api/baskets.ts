import * as aws from "@pulumi/aws";
import { key } from "./keys";
import { either } from "./mistakes";
import * as network from "./network";

const subnetIds = network.subnets.map(({ id }) => id);

/** Baskets live here until they are ordered. Each function signs in as the user that its role may be. */
export const shop = new aws.elasticache.User("shop", {
    userId: "shop",
    userName: "shop",
    engine: "valkey",
    accessString: "on ~basket:* +@read +@write",
    authenticationMode: either(
        "no-inline-passwords",
        { type: "password", passwords: ["Harvest-Stock-47x"] },
        { type: "iam" },
    ),
});
const users = new aws.elasticache.UserGroup("baskets", {
    userGroupId: "baskets",
    engine: "valkey",
    userIds: [shop.userId],
});
const subnets = new aws.elasticache.SubnetGroup("baskets", { subnetIds });
export const baskets = new aws.elasticache.ReplicationGroup("baskets", {
    description: "Baskets",
    engine: "valkey",
    engineVersion: "8.0",
    nodeType: "cache.t4g.micro",
    numCacheClusters: 2,
    automaticFailoverEnabled: true,
    subnetGroupName: subnets.name,
    securityGroupIds: [network.baskets.id],
    atRestEncryptionEnabled: true,
    kmsKeyId: key.arn,
    transitEncryptionEnabled: true,
    userGroupIds: either("cache-tls-required", undefined, [users.userGroupId]),
    snapshotRetentionLimit: 1,
});

/** What happens to baskets, for those who wonder why some are left behind. */
const logs = new aws.cloudwatch.LogGroup("baskets", {
    retentionInDays: 365,
    kmsKeyId: key.arn,
    deletionProtectionEnabled: true,
});
new aws.msk.Cluster("baskets", {
    kafkaVersion: "3.9.x",
    numberOfBrokerNodes: 2,
    brokerNodeGroupInfo: {
        instanceType: "kafka.t3.small",
        clientSubnets: subnetIds,
        securityGroups: [network.baskets.id],
    },
    clientAuthentication: { sasl: { iam: true } },
    encryptionInfo: {
        encryptionAtRestKmsKeyArn: key.arn,
        encryptionInTransit: { clientBroker: either("kafka-tls-required", "TLS_PLAINTEXT", "TLS"), inCluster: true },
    },
    loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: logs.name } } },
});
