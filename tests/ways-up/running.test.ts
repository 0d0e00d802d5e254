import assert from "node:assert/strict";
import {
    BatchJobDefinition,
    Ec2Instance,
    Ec2LaunchTemplate,
    EcsCluster,
    EcsService,
    EcsTaskDefinition,
    EmrCluster,
    IamInstanceProfile,
    SageMakerNotebook,
    SageMakerUserProfile,
} from "../../model/aws";
import { runningPlaces } from "../../model/graph/identities/running";
import { type Declaration, declare, json, type Program, ref } from "../../pack";
import rule from "../../policies/execution-roles/exec-role-no-privilege-escalation";
import { testRule } from "../support/rule-tester";
import { hasInput } from "../support/typings";
import { everything, policy, readTable, role, under } from "./parts";

const profile = declare(IamInstanceProfile, { role: ref("other.name") });
const named = ref("profile.name");
const instance = declare(Ec2Instance, { ami: "ami-0abc", instanceType: "t4g.nano", iamInstanceProfile: named });
const template = declare(Ec2LaunchTemplate, { iamInstanceProfile: { name: named } });
const cluster = declare(EmrCluster, {
    releaseLabel: "emr-7.0.0",
    serviceRole: ref("other.arn"),
    ec2Attributes: { instanceProfile: ref("profile.arn") },
});
const task = declare(EcsTaskDefinition, {
    family: "report",
    containerDefinitions: json([]),
    taskRoleArn: ref("other.arn"),
});
const shop = declare(EcsCluster, { name: "shop" });
const service = declare(EcsService, { cluster: ref("shop.arn"), taskDefinition: ref("task.arn") });
const job = declare(BatchJobDefinition, {
    type: "container",
    containerProperties: json({ image: "report", jobRoleArn: ref("other.arn") }),
});
const notebook = declare(SageMakerNotebook, { instanceType: "ml.t3.medium", roleArn: ref("other.arn") });
const studio = declare(SageMakerUserProfile, {
    domainId: "d-abc",
    userProfileName: "alice",
    userSettings: { executionRole: ref("other.arn") },
});

/** One who may do this, and something that runs under another role, which may do that. */
const over = (grant: object, ...may: readonly object[]) => ({
    role,
    other: under("ec2", ...may),
    policy: policy(grant),
});
const KINDS: Readonly<Record<string, readonly [grant: object, what: Readonly<Record<string, Declaration>>]>> = {
    "an instance": [
        { Action: "ssm:StartSession", Resource: ref("instance.arn") },
        { profile, instance },
    ],
    "a launch template": [
        {
            Action: ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
            Resource: ref("template.arn"),
        },
        { profile, template },
    ],
    "a cluster of EMR": [
        { Action: "elasticmapreduce:AddJobFlowSteps", Resource: ref("cluster.arn") },
        { profile, cluster },
    ],
    "tasks by their cluster": [
        { Action: "ecs:ExecuteCommand", Resource: ref("shop.arn") },
        { task, shop, service },
    ],
    "a job definition": [{ Action: "batch:SubmitJob", Resource: ref("job.arn") }, { job }],
    "a notebook": [
        { Action: "sagemaker:CreatePresignedNotebookInstanceUrl", Resource: ref("notebook.arn") },
        { notebook },
    ],
    "a profile of Studio": [{ Action: "sagemaker:CreatePresignedDomainUrl", Resource: ref("studio.arn") }, { studio }],
};

const valid: Record<string, Program> = {};
const invalid: Record<string, { given: Program; reports: readonly string[] }> = {};
for (const [kind, [grant, what]] of Object.entries(KINDS)) {
    valid[`${kind} that may do no more than is named`] = { ...over(grant, readTable), ...what };
    invalid[`${kind} that administers`] = {
        given: { ...over(grant, everything), ...what },
        reports: ["policy: policy.Statement[0]"],
    };
}

testRule(rule, {
    valid: {
        ...valid,
        "a cluster of EMR whose service, not whose steps, administers": {
            role,
            other: under("elasticmapreduce", everything),
            nodes: under("ec2", readTable),
            profile: declare(IamInstanceProfile, { role: ref("nodes.name") }),
            cluster,
            policy: policy({ Action: "elasticmapreduce:AddJobFlowSteps", Resource: ref("cluster.arn") }),
        },
        "tasks of another cluster": {
            ...over({ Action: "ecs:ExecuteCommand", Resource: "arn:aws:ecs:*:*:task/office/*" }, everything),
            task,
            shop,
            service,
        },
    },
    invalid: {
        ...invalid,
        "tasks of the cluster by their own ARNs": {
            given: {
                ...over({ Action: "ecs:ExecuteCommand", Resource: "arn:aws:ecs:*:*:task/shop/*" }, everything),
                task,
                shop,
                service,
            },
            reports: ["policy: policy.Statement[0]"],
        },
    },
});

describe("what runs under a role", () => {
    for (const [token, path] of runningPlaces())
        it(`has the input in the typings: ${token} ${path}`, () => assert.ok(hasInput(token, path)));
});
