import { accessLevel, actionFacts } from "./actions";
import { contentReads } from "./contents";

/** Verbs and ends of names by which reading tells how a resource is set up; as the service authorization reference names its actions. */
const SETTING =
    /^(?:Describe|List|Head|GetBucket)|^Get\w*(?:Configuration|Config|Policy|PolicyStatus|Acl|Attributes?|Tags|Tagging|Location|Status|Settings?|Ur[li]|Versioning|Encryption|Logging|Notification|Website|CORS|Cors|Lifecycle|Replication|Ownership|PublicAccessBlock|Concurrency|Permissions|Metadata|Limits?|Summary|Alias|PublicKey)$/;

/** Whose settings hold what people put there: user data, environments, outputs, secrets of clients. Each action's page of the API. */
const TELLING = new Set(
    [
        "ec2:DescribeInstanceAttribute ec2:DescribeLaunchTemplateVersions ec2:DescribeSpotInstanceRequests",
        "autoscaling:DescribeLaunchConfigurations ecs:DescribeTaskDefinition ecs:DescribeTasks batch:DescribeJobs batch:DescribeJobDefinitions",
        "cloudformation:DescribeStacks cloudformation:DescribeChangeSet cognito-idp:DescribeUserPoolClient cognito-idp:DescribeIdentityProvider",
        "states:DescribeStateMachine sagemaker:DescribeTrainingJob sagemaker:DescribeProcessingJob apprunner:DescribeService",
        "elasticbeanstalk:DescribeConfigurationSettings datapipeline:DescribeObjects lambda:ListFunctions",
    ].flatMap((names) => names.split(" ")),
);

/** Does the action only read how a resource is set up, and nothing of what it holds? Not known actions read anything. */
export function readsSettings(action: string): boolean {
    const name = actionFacts(action)?.name;
    if (name === undefined || TELLING.has(name) || contentReads().includes(name)) return false;
    const level = accessLevel(name);
    return (
        level === "List" || (level === "Read" && (name.startsWith("iam:") || SETTING.test(name.split(":")[1] ?? "")))
    );
}
