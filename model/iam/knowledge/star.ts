import { actionFacts, arnFormats, isOnlyOne } from "./actions";

/** An action that AWS grants on `*` although the tables name a resource type for it. */
export interface DocumentedStar {
    readonly actions: readonly string[];
    readonly reason: string;
    readonly source: string;
    /** The star is needed for this use of the action only; its other uses name a resource. */
    readonly onlyFor?: string;
    /** AWS demands the star of roles that this service assumes, and of no others. */
    readonly onlyOf?: string;
}

const reference = (service: string) =>
    `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${service}.html`;

/** Reviewed on 2026-11-24. Star-only actions are not listed: `isStarOnly` knows them. */
const DOCUMENTED: readonly DocumentedStar[] = [
    {
        actions: [
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses",
        ],
        reason: "A service that attaches workloads to a network makes interfaces whose ids nobody knows beforehand.",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    },
    {
        actions: ["cloudwatch:PutMetricData"],
        reason: "Metrics have no ARN; the condition key cloudwatch:namespace bounds what may be published.",
        source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html",
    },
    {
        actions: ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"],
        reason: "Metrics have no ARN.",
        source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-access-control-overview-cw.html",
    },
    {
        actions: ["translate:TranslateText", "translate:TranslateDocument", "translate:StartTextTranslationJob"],
        reason: "Only a call that names a terminology or parallel data has a resource.",
        source: reference("amazontranslate"),
    },
    {
        actions: ["polly:SynthesizeSpeech", "polly:StartSpeechSynthesisTask", "polly:StartSpeechSynthesisStream"],
        reason: "Only a call that names a lexicon has a resource.",
        source: reference("amazonpolly"),
    },
    {
        actions: ["comprehend:DetectEntities"],
        reason: "Only a call that names an endpoint of one's own model has a resource.",
        source: reference("amazoncomprehend"),
    },
    {
        actions: ["rekognition:DetectModerationLabels"],
        reason: "Only a call that names an adapter of one's own has a resource.",
        source: reference("amazonrekognition"),
    },
    {
        actions: ["ssm:UpdateInstanceInformation"],
        reason: "An instance reports itself under an id that its role cannot name beforehand.",
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html",
    },
    {
        actions: ["logs:DescribeLogStreams"],
        reason: "What writes logs looks up its streams first; only their names and times are told.",
        source: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html",
    },
    {
        actions: ["s3-object-lambda:WriteGetObjectResponse"],
        reason: "An answer belongs to one request, by its token; AWS grants it on no access point.",
        source: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonS3ObjectLambdaExecutionRolePolicy.html",
    },
    {
        actions: ["ecs:DescribeTasks", "ecs:StopTask"],
        reason: "A task has no id before it runs; a state machine can stop only those that it started.",
        source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
        onlyOf: "states",
    },
    {
        actions: ["batch:TerminateJob"],
        reason: "A job has no id before it is submitted.",
        source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html",
        onlyOf: "states",
    },
    {
        actions: ["sns:Publish"],
        reason: "A phone number has no ARN.",
        source: "https://docs.aws.amazon.com/sns/latest/dg/sns-sms-access-management.html",
        onlyFor: "text messages to phone numbers",
    },
];

const byAction = new Map(
    DOCUMENTED.flatMap((entry) => entry.actions.map((action) => [action.toLowerCase(), entry] as const)),
);

/** Why AWS itself grants the action on `*`; undefined where it does not, and for actions that are star-only anyway. */
export function documentedStar(action: string): DocumentedStar | undefined {
    return byAction.get(action.toLowerCase());
}

/**
 * May `*` stand without blame for this action, in a role that these services assume? It has no resources, or a single one, or AWS
 * demands the star whatever the use.
 */
export function starIsNoFault(action: string, services: readonly string[] | "not known yet" = []): boolean {
    const [service = ""] = action.split(":");
    const types = actionFacts(action)?.resourceTypes;
    if (types?.every(({ type }) => arnFormats(service, type).every(isOnlyOne))) return true;
    const documented = documentedStar(action);
    if (!documented || documented.onlyFor !== undefined) return false;
    return documented.onlyOf === undefined || services === "not known yet" || services.includes(documented.onlyOf);
}

export function documentedStars(): readonly DocumentedStar[] {
    return DOCUMENTED;
}
