import { EcsCluster, EcsService, EcsTaskDefinition } from "../../model/aws";
import { execClusters } from "../../model/graph";
import { all, not } from "../../model/values";
import { cwe, declare, defineStackRule, json, ref, sas } from "../../pack";

const shop = (executeCommandConfiguration: object) => ({
    shop: declare(EcsCluster, { configuration: { executeCommandConfiguration } }),
    task: declare(EcsTaskDefinition, {
        family: "shop",
        containerDefinitions: json([{ name: "shop", image: "shop", logConfiguration: { logDriver: "awsfirelens" } }]),
    }),
    service: declare(EcsService, {
        cluster: ref("shop.arn"),
        taskDefinition: ref("task.arn"),
        enableExecuteCommand: true,
    }),
});
const logConfiguration = { cloudWatchLogGroupName: "/ecs/exec", cloudWatchEncryptionEnabled: true };

/** A cluster of another stack, and a task of another stack under a cluster that says nothing, are missed. */
export default defineStackRule({
    id: "ecs-exec-logged",
    severity: "medium",
    frameworks: [cwe(778), cwe(319), sas(5)],
    title: "Shells in containers (ECS Exec) leave an encrypted log.",
    why: "Whoever opens one acts with the task's role on the task's data, and without a log nobody can say what was done.",
    fix: 'Set configuration.executeCommandConfiguration: { kmsKeyId: key.arn, logging: "OVERRIDE", logConfiguration: { cloudWatchLogGroupName: logs.name, cloudWatchEncryptionEnabled: true } }.',
    sources: [
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html",
    ],
    needs: execClusters,
    bad: shop({ kmsKeyId: "alias/exec", logging: "NONE" }),
    good: shop({ kmsKeyId: "alias/exec", logging: "OVERRIDE", logConfiguration }),
    *check(stack) {
        for (const { resource, by, isEnabled, isUnlogged, isPlain, hasKey } of execClusters(stack)) {
            const at = "configuration.executeCommandConfiguration";
            yield {
                resource,
                at: `${at}.logging`,
                when: all(isEnabled, isUnlogged),
                message: `lets people open shells in the tasks of ${by.name}, of which nothing is logged`,
            };
            // Whoever writes the log decides on the rest then.
            const isLogged = all(isEnabled, not(isUnlogged));
            yield {
                resource,
                at: `${at}.logConfiguration`,
                when: all(isLogged, isPlain),
                message: `allows logs of shells in the tasks of ${by.name} where nobody has set encryption`,
                fix: "Set cloudWatchEncryptionEnabled: true (or s3BucketEncryptionEnabled: true), and give the log group a kmsKeyId.",
                severity: "low",
            };
            yield {
                resource,
                at: `${at}.kmsKeyId`,
                when: all(isLogged, not(hasKey)),
                message: `absent, so what is typed and shown in shells of ${by.name} is encrypted by TLS alone`,
                fix: "Set kmsKeyId to a key of your own, and allow the task's role kms:Decrypt on it.",
                severity: "low",
            };
        }
    },
});
