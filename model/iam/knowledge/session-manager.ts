/**
 * What Session Manager's agent does on a host, and what it needs for that.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
 */

/** Without one of these there is no session. */
export const AGENT_NEEDS: readonly string[] = [
    "ssm:UpdateInstanceInformation",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
];

const OF_THE_AGENT: ReadonlySet<string> = new Set(
    [
        ...AGENT_NEEDS,
        ..."AcknowledgeMessage DeleteMessage FailMessage GetEndpoint GetMessages SendReply"
            .split(" ")
            .map((name) => `ec2messages:${name}`),
        ..."DescribeAssociation DescribeDocument GetDeployablePatchSnapshotForInstance GetDocument GetManifest ListAssociations ListInstanceAssociations PutComplianceItems PutConfigurePackageResult PutInventory UpdateAssociationStatus UpdateInstanceAssociationStatus"
            .split(" ")
            .map((name) => `ssm:${name}`),
        // The log of a session, and its key.
        ..."CreateLogGroup CreateLogStream PutLogEvents PutRetentionPolicy DescribeLogGroups DescribeLogStreams"
            .split(" ")
            .map((name) => `logs:${name}`),
        ..."PutObject PutObjectAcl GetEncryptionConfiguration GetBucketLocation".split(" ").map((name) => `s3:${name}`),
        ..."Decrypt GenerateDataKey".split(" ").map((name) => `kms:${name}`),
        "cloudwatch:PutMetricData",
        "ds:CreateComputer",
        "ds:DescribeDirectories",
        "sts:GetCallerIdentity",
    ].map((action) => action.toLowerCase()),
);

/** Does the agent do it, or does it tell of what is set up and of nothing that is stored? */
export function isForSessions(action: string): boolean {
    const name = action.toLowerCase();
    return OF_THE_AGENT.has(name) || /^(?:ec2|ec2messages|ssmmessages|xray):(?:describe|put|\*)/.test(name);
}

/** Policies that AWS makes for hosts that it manages. */
const FOR_HOSTS: ReadonlySet<string> = new Set([
    "AmazonSSMManagedInstanceCore",
    "AmazonSSMManagedEC2InstanceDefaultPolicy",
    "AmazonSSMDirectoryServiceAccess",
    "AmazonSSMPatchAssociation",
    "CloudWatchAgentServerPolicy",
    "EC2InstanceConnect",
]);

export function isForHosts(policy: string): boolean {
    return FOR_HOSTS.has(policy);
}

/** Buckets of AWS's own from which the agent gets its packages and patches. */
const AWS_BUCKETS =
    /^arn:aws[\w-]*:s3:::(?:aws-ssm|aws-windows-downloads|amazon-ssm|amazon-ssm-packages|[\w-]*-birdwatcher-prod|aws-ssm-distributor-file|aws-ssm-document-attachments|patch-baseline-snapshot|aws-patch-manager|amazonlinux|al2023-repos|packages\.)[^/]*\//;

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html */
export function isInBucketOfAgents(resource: string): boolean {
    return AWS_BUCKETS.test(resource);
}
