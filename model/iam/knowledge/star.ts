import { actionFacts } from "./actions";

/** An action that AWS grants on `*` although the tables name a resource type for it. */
export interface DocumentedStar {
    readonly actions: readonly string[];
    readonly reason: string;
    readonly source: string;
    /** The star is needed for this use of the action only; its other uses name a resource. */
    readonly onlyFor?: string;
}

const reference = (service: string) =>
    `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${service}.html`;

/** Reviewed on 2026-11-23. Star-only actions are not listed: `isStarOnly` knows them. */
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

/** May `*` stand without blame for this action: it has no resources, or AWS demands the star whatever the use? */
export function starIsNoFault(action: string): boolean {
    const documented = documentedStar(action);
    return actionFacts(action)?.resourceTypes.length === 0 || (documented !== undefined && !documented.onlyFor);
}

export function documentedStars(): readonly DocumentedStar[] {
    return DOCUMENTED;
}
