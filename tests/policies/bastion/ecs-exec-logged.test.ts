import {
    EcsCluster,
    EcsDaemon,
    EcsDaemonTaskDefinition,
    EcsService,
    EcsTaskDefinition,
    EventTarget,
    KmsKey,
    LogGroup,
    Pipe,
    S3Bucket,
    S3BucketServerSideEncryptionConfiguration,
    Schedule,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/bastion/ecs-exec-logged";
import { testRule } from "../../support/rule-tester";

const loosely = (type: Parameters<typeof declare>[0], inputs: object) => declare(type, inputs as never);
const driver = (logDriver: unknown) => [{ name: "shop", image: "shop", logConfiguration: { logDriver } }];
const task = (definitions: unknown) =>
    loosely(EcsTaskDefinition, { family: "shop", containerDefinitions: definitions });
const service = (more: object = {}) =>
    loosely(EcsService, {
        ...{ cluster: ref("cluster.arn"), taskDefinition: ref("task.arn"), enableExecuteCommand: true },
        ...more,
    });
const cluster = (executeCommandConfiguration?: unknown) =>
    loosely(EcsCluster, executeCommandConfiguration ? { configuration: { executeCommandConfiguration } } : {});
/** A cluster, a task that logs elsewhere, and a service in whose tasks shells are opened. */
const given = (executeCommandConfiguration: unknown, changes: Program = {}): Program => ({
    cluster: cluster(executeCommandConfiguration),
    task: task(json(driver("awsfirelens"))),
    service: service(),
    ...changes,
});
const kmsKeyId = "alias/exec";
const override = (logConfiguration: object, more: object = { kmsKeyId }) => ({
    logging: "OVERRIDE",
    logConfiguration,
    ...more,
});
const toGroup = { cloudWatchLogGroupName: "/ecs/exec", cloudWatchEncryptionEnabled: true };
const awslogs = { task: task(json(driver("awslogs"))) };
const AT = "cluster: configuration.executeCommandConfiguration";
const unlogged = [`${AT}.logging`];

testRule(rule, {
    valid: {
        "an encrypted log group": given(override(toGroup)),
        "an encrypted bucket": given(override({ s3BucketName: "exec", s3BucketEncryptionEnabled: "true" })),
        "a log group with a key of its own": given(override({ cloudWatchLogGroupName: ref("logs.name") }), {
            key: declare(KmsKey, {}),
            logs: declare(LogGroup, { name: "/ecs/exec", kmsKeyId: ref("key.arn") }),
        }),
        "a bucket with an encryption of its own": given(override({ s3BucketName: ref("bucket.bucket") }), {
            bucket: declare(S3Bucket, { bucket: "exec" }),
            encryption: declare(S3BucketServerSideEncryptionConfiguration, {
                bucket: ref("bucket.bucket"),
                rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }],
            }),
        }),
        "by the task's own driver, as AWS does by default": given({ kmsKeyId }, awslogs),
        "by the task's own driver, said so": given({ kmsKeyId, logging: "DEFAULT" }, awslogs),
        "no shells": given({ logging: "NONE" }, { service: service({ enableExecuteCommand: false }) }),
        "no shells, by default": given({ logging: "NONE" }, { service: service({ enableExecuteCommand: undefined }) }),
        "a cluster without services": { cluster: cluster({ logging: "NONE" }) },
        "another cluster's services": given(override(toGroup), { other: cluster({ logging: "NONE" }) }),
        "a cluster of another stack": {
            service: service({ cluster: "arn:aws:ecs:eu-west-1:111122223333:cluster/shop", taskDefinition: "shop:7" }),
        },
        "a task of another stack, under a cluster that says nothing": given(
            { kmsKeyId },
            { service: service({ taskDefinition: "arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:7" }) },
        ),
        "a task of a rule, without shells": given(override(toGroup), {
            service: loosely(EventTarget, {
                arn: ref("cluster.arn"),
                ecsTarget: { taskDefinitionArn: ref("task.arn") },
            }),
        }),
    },
    invalid: {
        "switched off": { given: given({ kmsKeyId, logging: "NONE" }), reports: unlogged, weighs: ["medium"] },
        "as text": {
            given: given({ logging: "NONE" }, { service: service({ enableExecuteCommand: "true" }) }),
            reports: unlogged,
        },
        "nothing said, and a driver that keeps none": { given: given(undefined), reports: unlogged },
        "nothing said, and no driver": {
            given: given(undefined, { task: task(json([{ name: "shop" }])) }),
            reports: unlogged,
        },
        "by default, without the driver": { given: given({ kmsKeyId, logging: "DEFAULT" }), reports: unlogged },
        "to nowhere": { given: given(override({})), reports: unlogged },
        "to empty names": {
            given: given(override({ cloudWatchLogGroupName: "", s3BucketName: "" })),
            reports: unlogged,
        },
        "one of two services": {
            given: given(
                { kmsKeyId },
                {
                    ...awslogs,
                    fluent: task(json(driver("fluentd"))),
                    second: service({ taskDefinition: ref("fluent.arn") }),
                },
            ),
            reports: unlogged,
        },
        "a task of a rule": {
            given: given(
                { logging: "NONE" },
                {
                    service: loosely(EventTarget, {
                        ...{ rule: "nightly", arn: ref("cluster.arn") },
                        ecsTarget: { taskDefinitionArn: ref("task.arn"), enableExecuteCommand: true },
                    }),
                },
            ),
            reports: unlogged,
        },
        "a task of a schedule": {
            given: given(
                { logging: "NONE" },
                {
                    service: loosely(Schedule, {
                        target: {
                            arn: ref("cluster.arn"),
                            ecsParameters: { taskDefinitionArn: ref("task.arn"), enableExecuteCommand: true },
                        },
                    }),
                },
            ),
            reports: unlogged,
        },
        "a task of a pipe": {
            given: given(
                { logging: "NONE" },
                {
                    service: loosely(Pipe, {
                        target: ref("cluster.arn"),
                        targetParameters: {
                            ecsTaskParameters: { taskDefinitionArn: ref("task.arn"), enableExecuteCommand: true },
                        },
                    }),
                },
            ),
            reports: unlogged,
        },
        "a daemon": {
            given: given(undefined, {
                task: loosely(EcsDaemonTaskDefinition, { family: "agent", containerDefinitions: driver("splunk") }),
                service: loosely(EcsDaemon, {
                    ...{ clusterArn: ref("cluster.arn"), daemonTaskDefinitionArn: ref("task.arn") },
                    enableExecuteCommand: true,
                }),
            }),
            reports: unlogged,
        },
        "no key": { given: given(override(toGroup, {})), reports: [`${AT}.kmsKeyId`], weighs: ["low"] },
        "nothing said, logged by the task's driver": { given: given(undefined, awslogs), reports: [`${AT}.kmsKeyId`] },
        "a log group without a key": {
            given: given(override({ cloudWatchLogGroupName: ref("logs.name") }), {
                logs: declare(LogGroup, { name: "/ecs/exec" }),
            }),
            reports: [`${AT}.logConfiguration`],
            weighs: ["low"],
        },
        "a bucket of which nobody has said so": {
            given: given(override({ s3BucketName: "exec", s3BucketEncryptionEnabled: false })),
            reports: [`${AT}.logConfiguration`],
        },
    },
    undecided: {
        "whether there are shells": {
            given: given({ logging: "NONE" }, { service: service({ enableExecuteCommand: unknown }) }),
            awaits: ["service.enableExecuteCommand"],
        },
        "where they are logged": {
            given: given({ kmsKeyId, logging: unknown }),
            awaits: ["cluster.configuration.executeCommandConfiguration.logging"],
        },
        "the containers": {
            given: given({ kmsKeyId }, { task: task(unknown) }),
            awaits: ["task.containerDefinitions"],
        },
        "which task": {
            given: given({ kmsKeyId }, { service: service({ taskDefinition: unknown }) }),
            awaits: ["service.taskDefinition"],
        },
    },
});
