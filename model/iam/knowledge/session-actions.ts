/** What an action by which people get into what runs gives them. */
export type Entrance = "shell" | "others' session";

export interface SessionAction {
    readonly action: string;
    /** The types of resources that say where to. */
    readonly among: readonly string[];
    /** What it gives where nothing says where to, as in "allows a user …". */
    readonly gives: string;
    readonly entrance: Entrance;
    /** Documents of AWS's that run what the caller writes: without one of them the action gives nothing of that. */
    readonly documents?: readonly string[];
    readonly source: string;
}

const ACCESS =
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html";
const CONNECT = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-connect-configure-IAM-role.html";

/** The gravest first. Reviewed on 2026-11-28. */
export const SESSION_ACTIONS: readonly SessionAction[] = [
    {
        action: "ssm:StartSession",
        among: ["instance", "managed-instance"],
        gives: "a shell on every instance",
        entrance: "shell",
        source: ACCESS,
    },
    {
        action: "ssm:SendCommand",
        among: ["instance", "managed-instance"],
        gives: "any command on every instance",
        entrance: "shell",
        documents: [
            "AWS-RunShellScript",
            "AWS-RunPowerShellScript",
            "AWS-RunRemoteScript",
            "AWS-RunDocument",
            "AWS-RunAnsiblePlaybook",
            "AWS-ApplyAnsiblePlaybooks",
            "AWS-RunSaltState",
        ],
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command-setting-up.html",
    },
    {
        action: "ecs:ExecuteCommand",
        among: ["cluster"],
        gives: "a shell in every container",
        entrance: "shell",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
    },
    {
        action: "ec2-instance-connect:SendSSHPublicKey",
        among: ["instance"],
        gives: "SSH to every instance that is in reach",
        entrance: "shell",
        source: CONNECT,
    },
    {
        action: "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
        among: ["instance"],
        gives: "the serial console of every instance",
        entrance: "shell",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html",
    },
    {
        action: "ec2-instance-connect:OpenTunnel",
        among: ["instance-connect-endpoint"],
        gives: "tunnels through every endpoint, to every address and port behind it",
        entrance: "shell",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/permissions-for-ec2-instance-connect-endpoint.html",
    },
    {
        action: "ssm:ResumeSession",
        among: ["session"],
        gives: "the sessions of others",
        entrance: "others' session",
        source: ACCESS,
    },
    {
        action: "ssm:TerminateSession",
        among: ["session"],
        gives: "the end of others' sessions",
        entrance: "others' session",
        source: ACCESS,
    },
];

/** What a session is opened with by whoever names no document. */
export const DEFAULT_SESSION_DOCUMENT = "SSM-SessionManagerRunShell";
