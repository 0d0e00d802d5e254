import {
    AppRunnerService,
    BatchJobDefinition,
    CloudFormationStack,
    CodeBuildProject,
    CodeInterpreter,
    Ec2Instance,
    Ec2LaunchTemplate,
    EcsCluster,
    EcsService,
    EcsTaskDefinition,
    EmrCluster,
    GlueDevEndpoint,
    IamInstanceProfile,
    IamRole,
    LambdaFunction,
    type ResourceType,
    SageMakerNotebook,
    SageMakerUserProfile,
    StateMachine,
    valuesAt,
} from "../../aws";
import type { TargetKind } from "../../iam";
import { type Answer, undecided, type Value, yes } from "../../values";
import { type Link, linked } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** Something that runs under a role, as a target of the paths that take over what runs. */
export interface Running {
    readonly kind: TargetKind;
    readonly resource: Resource;
    /** How actions name it, where it is not by the resource's own ARN: a task by its cluster. */
    readonly arns?: readonly string[];
    /** Undecided where it is not known yet which role it carries. */
    readonly isUnder: Answer;
}

interface Place {
    readonly kind: TargetKind;
    readonly type: ResourceType;
    /** In the notation of the places that carry roles. Only the role that its code has, not the one that starts it. */
    readonly path: string;
    readonly byProfile?: boolean;
}

/** Where each kind of target names the role that its code runs under. */
const PLACES: readonly Place[] = [
    { kind: "function", type: LambdaFunction, path: "role" },
    { kind: "state-machine", type: StateMachine, path: "roleArn" },
    { kind: "build-project", type: CodeBuildProject, path: "serviceRole" },
    { kind: "stack", type: CloudFormationStack, path: "iamRoleArn" },
    { kind: "app-service", type: AppRunnerService, path: "instanceConfiguration.instanceRoleArn" },
    { kind: "job-definition", type: BatchJobDefinition, path: "containerProperties{}.jobRoleArn" },
    { kind: "dev-endpoint", type: GlueDevEndpoint, path: "roleArn" },
    { kind: "notebook", type: SageMakerNotebook, path: "roleArn" },
    { kind: "user-profile", type: SageMakerUserProfile, path: "userSettings.executionRole" },
    { kind: "code-interpreter", type: CodeInterpreter, path: "executionRoleArn" },
    { kind: "instance", type: Ec2Instance, path: "iamInstanceProfile", byProfile: true },
    { kind: "launch-template", type: Ec2LaunchTemplate, path: "iamInstanceProfile.name", byProfile: true },
    { kind: "launch-template", type: Ec2LaunchTemplate, path: "iamInstanceProfile.arn", byProfile: true },
    { kind: "cluster", type: EmrCluster, path: "ec2Attributes.instanceProfile", byProfile: true },
];

/** For a test that the inputs exist. */
export function runningPlaces(): readonly (readonly [string, string])[] {
    return PLACES.map(({ type, path }) => [type.token, path]);
}

/** What runs under a role of the stack. */
export function runningUnder(stack: Stack, role: Resource): readonly Running[] {
    return stack.once(runningUnder, collect).get(role) ?? [];
}

function collect(stack: Stack): ReadonlyMap<Resource, readonly Running[]> {
    const found = new Map<Resource, Running[]>();
    for (const [role, running] of [...placed(stack), ...tasks(stack)]) {
        const same = found.get(role);
        if (same) same.push(running);
        else found.set(role, [running]);
    }
    return found;
}

function* placed(stack: Stack): Iterable<readonly [Resource, Running]> {
    for (const { kind, type, path, byProfile } of PLACES)
        for (const resource of stack.ofType<unknown>(type))
            for (const at of valuesAt(resource.root, path))
                for (const [role, isUnder] of rolesAt(stack, resource, at, byProfile))
                    yield [role, { kind, resource, isUnder }];
}

/** No policy has one task in mind: they come and go. */
const SOME_TASK = "0123456789abcdef0123456789abcdef";

/** Whoever may open a shell in a task, does so by the cluster that it runs in. */
function* tasks(stack: Stack): Iterable<readonly [Resource, Running]> {
    for (const service of stack.ofType(EcsService)) {
        const cluster = linked(stack.link(service, service.inputs.cluster, EcsCluster));
        const task = linked(stack.link(service, service.inputs.taskDefinition, EcsTaskDefinition));
        if (!cluster || !task) continue;
        const arn = cluster.root.get("arn").text();
        const arns = arn === undefined ? undefined : [arn, `${arn.replace(":cluster/", ":task/")}/${SOME_TASK}`];
        for (const [role, isUnder] of rolesAt(stack, task, task.root.get("taskRoleArn")))
            yield [role, { kind: "task", resource: cluster, isUnder, ...(arns && { arns }) }];
    }
}

function rolesAt(stack: Stack, from: Resource, at: Value, byProfile = false): readonly (readonly [Resource, Answer])[] {
    if (!byProfile) return certain(stack.link(from, at, IamRole));
    const profile = linked(stack.link(from, at, IamInstanceProfile));
    return profile ? certain(stack.link(profile, profile.root.get("role"), IamRole)) : [];
}

function certain(link: Link): readonly (readonly [Resource, Answer])[] {
    if (link.kind === "found") return [[link.resource, yes]];
    return link.kind === "candidates" ? link.resources.map((one) => [one, undecided(link.awaits)]) : [];
}
