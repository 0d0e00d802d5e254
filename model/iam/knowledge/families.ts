/** Prefixes that are one service to those who use it. */
const FAMILIES: Readonly<Record<string, string>> = {
    dax: "dynamodb",
    "rds-db": "rds",
    "rds-data": "rds",
    "s3-object-lambda": "s3",
    s3express: "s3",
    s3tables: "s3",
    "cognito-sync": "cognito-identity",
    "geo-maps": "geo",
    "geo-places": "geo",
    "geo-routes": "geo",
    "bedrock-agentcore": "bedrock",
};

/** What any workload does beside its business: logs, traces, metrics, keys, its network, the agent of Systems Manager. */
const HOUSEKEEPING = new Set(["logs", "xray", "kms", "ssmmessages", "ec2messages"]);
const HOUSEKEEPING_ACTION =
    /^(?:cloudwatch:putmetricdata|sts:(?:getcalleridentity|tagsession)|ssm:updateinstanceinformation|ec2:(?:(?:create|delete|describe)networkinterface\w*|(?:un)?assignprivateipaddresses|describe(?:vpcs|subnets|securitygroups|dhcpoptions)))$/;

/** Services whose resources hold an application's data, messages or secrets. */
const DATA = new Set(
    "dynamodb s3 sqs sns kinesis firehose rds redshift-data secretsmanager ssm timestream cassandra elasticfilesystem es aoss neptune-db events".split(
        " ",
    ),
);

/** The service of a concrete action, as its users would count it. */
export function serviceFamily(action: string): string {
    const prefix = action.slice(0, action.indexOf(":")).toLowerCase();
    return FAMILIES[prefix] ?? prefix;
}

/** Does the action belong to what every workload does beside its business? */
export function isHousekeeping(action: string): boolean {
    return HOUSEKEEPING.has(serviceFamily(action)) || HOUSEKEEPING_ACTION.test(action.toLowerCase());
}

export function isDataService(action: string): boolean {
    return DATA.has(serviceFamily(action));
}
