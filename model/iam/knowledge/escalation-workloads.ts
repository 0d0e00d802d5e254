import {
    BISHOP_FOX,
    type EscalationPath,
    hackTricks,
    PMAPPER,
    pathfinding,
    RHINO,
    RHINO_2,
    type TargetKind,
} from "./escalation-path";

interface WorkloadPath {
    readonly needs: readonly string[];
    readonly anyOf?: readonly string[];
    readonly title: string;
    readonly effect: string;
    readonly sources: readonly string[];
}

/** Taking over what runs already, under a role that nobody needs to pass. The holder's own workload has its own role. */
function takeOver(id: string, kind: TargetKind, path: WorkloadPath): EscalationPath {
    const { needs, anyOf } = path;
    return {
        id,
        ...path,
        target: { kind, actions: [...needs, ...(anyOf ?? [])], own: "harmless" },
        fix: "Name the few resources that this is for, none of which runs under a stronger role, or drop the action.",
    };
}

/** Paths through workloads that exist. */
export const WORKLOAD_PATHS: readonly EscalationPath[] = [
    takeOver("update-function-code", "function", {
        title: "Replace the code of a function",
        needs: ["lambda:UpdateFunctionCode"],
        effect: "Code of its own runs under the role of that function.",
        sources: [RHINO, BISHOP_FOX, pathfinding("lambda-003")],
    }),
    takeOver("update-function-layers", "function", {
        title: "Add a layer, or a variable that loads code, to a function",
        needs: ["lambda:UpdateFunctionConfiguration"],
        effect: "Code of its own runs under the role of that function.",
        sources: [RHINO_2, hackTricks("aws-lambda-privesc")],
    }),
    takeOver("update-glue-dev-endpoint", "dev-endpoint", {
        title: "Put a key of its own on a Glue development endpoint",
        needs: ["glue:UpdateDevEndpoint"],
        effect: "It opens a shell under the role of that endpoint.",
        sources: [RHINO, BISHOP_FOX, pathfinding("glue-002")],
    }),
    takeOver("update-stack", "stack", {
        title: "Update a CloudFormation stack that has a service role",
        needs: ["cloudformation:UpdateStack"],
        effect: "It creates and changes everything that the service role may.",
        sources: [PMAPPER, pathfinding("cloudformation-002")],
    }),
    takeOver("change-set", "stack", {
        title: "Run a change set on a CloudFormation stack that has a service role",
        needs: ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"],
        effect: "It creates and changes everything that the service role may.",
        sources: [PMAPPER, pathfinding("cloudformation-005")],
    }),
    takeOver("start-build", "build-project", {
        title: "Start a build with commands of its own",
        needs: [],
        anyOf: ["codebuild:StartBuild", "codebuild:StartBuildBatch"],
        effect: "Build commands of its own run under the role of that project, through an overridden build specification.",
        sources: [PMAPPER, pathfinding("codebuild-002"), pathfinding("codebuild-003")],
    }),
    takeOver("update-state-machine", "state-machine", {
        title: "Rewrite a state machine",
        needs: ["states:UpdateStateMachine"],
        effect: "It calls any AWS action that the role of that state machine may call.",
        sources: [hackTricks("aws-stepfunctions-privesc")],
    }),
    takeOver("update-app-runner-service", "app-service", {
        title: "Give an App Runner service another image",
        needs: ["apprunner:UpdateService"],
        effect: "A container of its own runs under the role of that service.",
        sources: [
            "https://blog.appsecco.com/getting-shell-and-data-access-in-aws-app-runner-3632e844bc77",
            pathfinding("apprunner-002"),
        ],
    }),
    takeOver("use-code-interpreter", "code-interpreter", {
        title: "Run code in a code interpreter",
        needs: ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"],
        effect: "Code of its own runs under the role of that interpreter.",
        sources: [
            "https://sonraisecurity.com/blog/sandboxed-to-compromised-new-research-exposes-credential-exfiltration-paths-in-aws-code-interpreters/",
            pathfinding("bedrock-002"),
        ],
    }),
    takeOver("notebook-url", "notebook", {
        title: "Open a SageMaker notebook",
        needs: ["sagemaker:CreatePresignedNotebookInstanceUrl"],
        effect: "Its code runs under the role of that notebook.",
        sources: [RHINO_2, pathfinding("sagemaker-004")],
    }),
    takeOver("notebook-lifecycle", "notebook", {
        title: "Give a SageMaker notebook a start script",
        needs: [
            "sagemaker:CreateNotebookInstanceLifecycleConfig",
            "sagemaker:StopNotebookInstance",
            "sagemaker:UpdateNotebookInstance",
            "sagemaker:StartNotebookInstance",
        ],
        effect: "A script of its own runs under the role of that notebook.",
        sources: [
            "https://www.plerion.com/blog/privilege-escalation-with-sagemaker-and-execution-roles",
            pathfinding("sagemaker-005"),
        ],
    }),
    takeOver("ssm-send-command", "instance", {
        title: "Run a command on an instance",
        needs: ["ssm:SendCommand"],
        effect: "It has the credentials of the instance's role.",
        sources: [PMAPPER, pathfinding("ssm-002")],
    }),
    takeOver("ssm-start-session", "instance", {
        title: "Open a session on an instance",
        needs: ["ssm:StartSession"],
        effect: "It has the credentials of the instance's role.",
        sources: [PMAPPER, pathfinding("ssm-001")],
    }),
    takeOver("ssm-association", "instance", {
        title: "Have State Manager run a document on an instance",
        needs: [],
        anyOf: ["ssm:CreateAssociation", "ssm:UpdateAssociation"],
        effect: "It has the credentials of the instance's role.",
        sources: [hackTricks("aws-ssm-privesc")],
    }),
    takeOver("instance-connect", "instance", {
        title: "Push an SSH key to an instance",
        needs: [],
        anyOf: ["ec2-instance-connect:SendSSHPublicKey", "ec2-instance-connect:SendSerialConsoleSSHPublicKey"],
        effect: "It has the credentials of the instance's role.",
        sources: [
            "https://bishopfox.com/blog/aws-iam-privilege-escalation-playground",
            pathfinding("ec2instanceconnect-003"),
        ],
    }),
    takeOver("instance-user-data", "instance", {
        title: "Replace the user data of an instance",
        needs: ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"],
        effect: "A script of its own runs with the credentials of the instance's role at the next start.",
        sources: [
            "https://github.com/dagrz/aws_pwn/blob/master/elevation/bouncy_bouncy_cloudy_cloud.py",
            pathfinding("ec2-002"),
        ],
    }),
    takeOver("launch-template-version", "launch-template", {
        title: "Make a changed version of a launch template the default",
        needs: ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
        effect: "Instances launched from it run a script of its own under the template's role.",
        sources: [pathfinding("ec2-004")],
    }),
    takeOver("ecs-execute-command", "task", {
        title: "Open a shell in a container",
        needs: ["ecs:ExecuteCommand"],
        effect: "It has the credentials of the task's role.",
        sources: [hackTricks("aws-ecs-privesc")],
    }),
    takeOver("emr-step", "cluster", {
        title: "Add a step to an EMR cluster",
        needs: ["elasticmapreduce:AddJobFlowSteps"],
        effect: "A step of its own runs under the role of the cluster's instances.",
        sources: [hackTricks("aws-emr-privesc")],
    }),
];
