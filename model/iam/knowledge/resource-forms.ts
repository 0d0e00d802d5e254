import { PART } from "../pattern";
import { actionFacts, arnFormats } from "./actions";
import { serviceFamily } from "./families";

/**
 * Parts of ARNs that may hold more than a name does, by service and the part's name in the formats (`*`: all of the service's).
 * Others hold neither `:` nor `/`, by which ARNs are told apart: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html.
 * Those of `path` may hold slashes, of `qualified` colons (versions, aliases, ids made of two), of `anything` both. After each
 * service's own pages on naming; reviewed on 2026-11-27.
 */
const WIDER = {
    path: [
        "iam/* sts/RoleNameWithPath ec2/RoleNameWithPath ssm/RoleName ssm/ParameterNameWithoutLeadingSlash ssm/ResourceId",
        "secretsmanager/SecretId kms/Alias events/Alias events/EventBusName events/EventSourceName ecr/RepositoryName ecr-public/RepositoryName",
        "es/DomainName glue/CatalogName glue/DatabaseName glue/TableName appsync/ChannelNamespaceName apigateway/BasePath",
        "autoscaling/GroupFriendlyName signer/ProfileName quicksight/ResourceId elasticbeanstalk/* codeartifact/* ram/ResourcePath",
        "frauddetector/ResourcePath mediastore/FolderPath profile/Uri",
    ],
    qualified: [
        "lambda/FunctionName states/StateMachineName dynamodb/StreamLabel cassandra/StreamLabel batch/JobId",
        "codebuild/BuildId codebuild/BuildBatchId codebuild/SandboxId cognito-identity/IdentityPoolId cognito-sync/IdentityPoolId",
        "cognito-sync/IdentityId rds/SnapshotName rds/ClusterSnapshotName redshift/DbUser redshift/DbGroup iot/*",
    ],
    anything: [
        "s3/ObjectName s3-outposts/ObjectName logs/LogGroupName logs/LogStreamName cloudwatch/AlarmName bedrock/ResourceId",
        "iot/TopicName iot/TopicFilter iot/ClientId kafka-cluster/GroupName kafka-cluster/TransactionalId kafka/GroupName",
        "kafka/TransactionalId mediastore/ObjectPath mgh/ConnectionArn mediaconvert/CertificateArn cloudformation/StackSetTarget backup/RecoveryPointId",
    ],
} as const;

const widths = new Map<string, string>();
for (const width of ["path", "qualified", "anything"] as const)
    for (const part of WIDER[width].join(" ").split(" ")) widths.set(part, PART[width]);

const own = (service: string, rest: string) => `arn:\${Partition}:${service}:\${Region}:\${Account}:${rest}`;

/** Types whose ARNs go beyond the reference's format: a WebSocket's routes are shorter, recovery points are of many services. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
    "execute-api/execute-api-general": [own("execute-api", "${ApiId}/*")],
    "vpc-lattice-svcs/Service": [own("vpc-lattice", "service/${ServiceId}*")],
    "backup/recoveryPoint": [
        own("${Vendor}", "${ResourceType}:${RecoveryPointId}"),
        own("${Vendor}", "${ResourceType}/${RecoveryPointId}"),
    ],
};

/** A star as it stands in the request of an action without resources. */
const STAR = `\${*}`;
/** For those S3 asks by this ARN: https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example1.html */
const EVERY_BUCKET = `arn:\${Partition}:s3:::${STAR}`;

const found = new Map<string, readonly string[] | undefined>();
const shared = new Map<string, readonly string[]>();

/**
 * What the action can work on, as patterns of all the ARNs that its types of resources can have, in one partition or in any; a star
 * where it needs no resource. Undefined for an action that the table does not have. Actions of the same types share one list.
 */
export function resourceForms(action: string, partition: string | undefined): readonly string[] | undefined {
    const key = `${partition} ${action}`;
    if (!found.has(key)) found.set(key, formsOf(action, partition));
    return found.get(key);
}

function formsOf(action: string, partition: string | undefined): readonly string[] | undefined {
    const facts = actionFacts(action);
    if (!facts) return undefined;
    const [service = ""] = facts.name.split(":");
    const types = facts.resourceTypes.map(({ type }) => type);
    const isFree = facts.resourceTypes.every(({ required }) => !required);
    const key = `${partition} ${service} ${types.join(" ")} ${isFree}`;
    let forms = shared.get(key);
    if (!forms) {
        const formats = types.flatMap((type) => {
            return OTHERWISE[`${service}/${type}`] ?? arnFormats(service, type);
        });
        const ofAccount = service === "s3" ? [STAR, EVERY_BUCKET] : [STAR];
        if (formats.length === 0 && types.length > 0) return undefined;
        const all = isFree ? [...formats, ...ofAccount] : formats;
        forms = [...new Set(all.map((format) => formOf(format, service, partition)))];
        shared.set(key, forms);
    }
    return forms;
}

const services = new Map<string, ReadonlySet<string>>();

/** Whose resources the action works on: its own service's and others', as `sts:AssumeRole` on roles and `ssm:StartSession` on instances. */
export function servicesWorkedOn(action: string): ReadonlySet<string> {
    let found = services.get(action);
    if (!found) {
        const forms = resourceForms(action, undefined) ?? [];
        found = new Set([action, ...forms.map((form) => `${form.split(":")[2] ?? ""}:`)].map(serviceFamily));
        services.set(action, found);
    }
    return found;
}

/** Some resources have no region or no account in their ARNs, AWS's own documents among them. */
function formOf(format: string, service: string, partition: string | undefined): string {
    return format.replace(/\$\{(\w+)\}/g, (_, part: string) => {
        if (part === "Partition") return partition ?? PART.place;
        if (part === "Region" || part === "Account") return PART.place;
        return widths.get(`${service}/${part}`) ?? widths.get(`${service}/*`) ?? PART.name;
    });
}
