/**
 * The AWS-managed policies that `aws.lambda.CallbackFunction` (and what is made of it: `bucket.onObjectCreated`, `topic.onEvent` …)
 * attaches to a role of its own making where a program gives it neither `role` nor `policies`, in versions 5 to 7.
 * Source: lambda/lambdaMixins of @pulumi/aws; tests/aws/callback-function.test.ts holds them against the installed version.
 */
const DEFAULTS: ReadonlySet<string> = new Set([
    "AWSLambda_FullAccess",
    "CloudWatchFullAccess",
    "CloudWatchFullAccessV2",
    "CloudWatchEventsFullAccess",
    "AmazonS3FullAccess",
    "AmazonDynamoDBFullAccess",
    "AmazonSQSFullAccess",
    "AmazonKinesisFullAccess",
    "AWSCloudFormationReadOnlyAccess",
    "AmazonCognitoPowerUser",
    "AWSXrayWriteOnlyAccess",
]);
/** A program that attaches most of them by hand has no such line to mend. */
const FEWEST = 8;

/** Are these the policies, by name, that a function made of a callback has by default? */
export function areCallbackDefaults(names: readonly string[]): boolean {
    return names.length >= FEWEST && names.every((name) => DEFAULTS.has(name));
}
