/** Shells in containers (ECS Exec), and what is left of what was done in them. */
import {
    EcsCluster,
    EXEC_CONFIGURATION,
    LogGroup,
    S3Bucket,
    S3BucketServerSideEncryptionConfiguration,
    S3BucketServerSideEncryptionConfigurationV2,
    S3BucketV2,
    type TaskLauncher,
    taskLaunchers,
} from "../../aws";
import {
    type Answer,
    absent,
    all,
    any,
    equals,
    filled,
    isTrue,
    no,
    not,
    undecided,
    type Value,
    yes,
} from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, pointsTo, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** A cluster in whose tasks people may open a shell. */
export interface ExecCluster {
    readonly resource: Resource;
    /** What lets them. */
    readonly by: Resource;
    readonly isEnabled: Answer;
    readonly isUnlogged: Answer;
    /** Logs go where only AWS's own keys encrypt them. */
    readonly isPlain: Answer;
    readonly hasKey: Answer;
}

const SSE = [S3BucketServerSideEncryptionConfiguration, S3BucketServerSideEncryptionConfigurationV2];

/** One for each cluster of the stack, by the first that is not logged, else by any. What another stack's cluster does is not told here. */
export const execClusters = fact(
    [
        EcsCluster,
        ...taskLaunchers.flatMap(({ type, taskType }) => [type, taskType]),
        LogGroup,
        S3Bucket,
        S3BucketV2,
        ...SSE,
    ],
    (stack): readonly ExecCluster[] => {
        const launches = taskLaunchers.flatMap((launcher) =>
            stack.ofType<unknown>(launcher.type).flatMap((by) => {
                const isEnabled = isTrue(by.root.down(launcher.isEnabled), false);
                if (isEnabled.is === "no") return [];
                const cluster = stack.link<unknown>(by, by.root.down(launcher.cluster), EcsCluster);
                return possible(cluster).map((resource) => ({
                    resource,
                    by,
                    isEnabled: all(isEnabled, pointsTo(cluster, resource)),
                    isUnlogged: isUnlogged(stack, resource, by, launcher),
                }));
            }),
        );
        return [...grouped(launches.map((one) => [one, [one.resource]] as const))].flatMap(([cluster, those]) => {
            const speaks = (is: Answer["is"]) =>
                those.find((one) => one.isEnabled.is === "yes" && one.isUnlogged.is === is);
            const one = speaks("yes") ?? speaks("undecided") ?? those[0];
            const key = said(cluster, "kmsKeyId");
            return one ? [{ ...one, isPlain: isPlain(stack, cluster), hasKey: filled(key) }] : [];
        });
    },
);

function said({ root }: Resource, path: string): Value {
    return root.down(`${EXEC_CONFIGURATION}.${path}`);
}

/** `DEFAULT`, also where nothing is said, writes where a container's driver `awslogs` does, and nowhere without one. */
function isUnlogged(stack: Stack, cluster: Resource, by: Resource, launcher: TaskLauncher): Answer {
    const logging = said(cluster, "logging");
    const named = any(filled(logs(cluster, "cloudWatchLogGroupName")), filled(logs(cluster, "s3BucketName")));
    return any(
        equals(logging, "NONE"),
        all(equals(logging, "OVERRIDE"), not(named)),
        all(any(absent(logging), equals(logging, "DEFAULT")), not(writesLogs(stack, by, launcher))),
    );
}

function logs(cluster: Resource, path: string): Value {
    return said(cluster, `logConfiguration.${path}`);
}

/** A task of another stack may. */
function writesLogs(stack: Stack, by: Resource, { task, taskType }: TaskLauncher): Answer {
    const link = stack.link<unknown>(by, by.root.down(task), taskType);
    if (link.kind === "unknown") return undecided(link.awaits);
    const own = possible(link).map(({ root }) => hasDriver(root.get("containerDefinitions")));
    const answer = own.length === 0 ? yes : any(...own);
    return link.kind === "candidates" && own.some(({ is }) => is !== answer.is) ? undecided(link.awaits) : answer;
}

function hasDriver(written: Value): Answer {
    const list = written.json();
    if (list?.state !== "known") return list?.state === "unknown" ? undecided(written.place) : no;
    return any(
        ...(list.items() as readonly Value[]).map((one) => equals(one.down("logConfiguration.logDriver"), "awslogs")),
    );
}

/** Where the cluster asks for no encryption, a log group or a bucket of this stack may have its own key all the same. */
function isPlain(stack: Stack, cluster: Resource): Answer {
    const isOverridden = equals(said(cluster, "logging"), "OVERRIDE");
    const [group, bucket] = [logs(cluster, "cloudWatchLogGroupName"), logs(cluster, "s3BucketName")];
    const ownGroup = linked(stack.link(cluster, group, LogGroup));
    const ownBucket = linked(stack.link<unknown>(cluster, bucket, S3Bucket, S3BucketV2));
    const groupKey = ownGroup ? filled(ownGroup.root.get("kmsKeyId")) : no;
    const isAsked = (flag: string) => isTrue(logs(cluster, flag), false);
    return all(
        isOverridden,
        any(
            all(filled(group), not(isAsked("cloudWatchEncryptionEnabled")), not(groupKey)),
            all(filled(bucket), not(isAsked("s3BucketEncryptionEnabled")), not(hasOwnEncryption(stack, ownBucket))),
        ),
    );
}

function hasOwnEncryption(stack: Stack, bucket: Resource | undefined): Answer {
    if (!bucket) return no;
    const inline = filled(bucket.root.get("serverSideEncryptionConfiguration"));
    return any(
        inline,
        ...stack
            .ofType<unknown>(...SSE)
            .map((one) => pointsTo(stack.link<unknown>(one, one.root.get("bucket"), S3Bucket, S3BucketV2), bucket)),
    );
}
