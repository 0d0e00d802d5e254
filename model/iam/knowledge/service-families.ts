/**
 * Prefixes of actions that belong to another service: doors to its data, agents' channels, older and newer halves of it.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/, reviewed on 2026-11-24.
 */
const FAMILIES: Readonly<Record<string, string>> = {
    aoss: "es",
    "cognito-identity": "cognito",
    "cognito-idp": "cognito",
    "cognito-sync": "cognito",
    dax: "dynamodb",
    ec2messages: "ssm",
    "ecr-public": "ecr",
    "execute-api": "apigateway",
    "kafka-cluster": "kafka",
    "neptune-db": "rds",
    "rds-data": "rds",
    "rds-db": "rds",
    "redshift-data": "redshift",
    "redshift-serverless": "redshift",
    "s3-object-lambda": "s3",
    s3express: "s3",
    s3tables: "s3",
    s3vectors: "s3",
    ssmmessages: "ssm",
};

/** What a workload needs only to run in a network and to be observed; no data of an application is in it. */
const PLUMBING =
    /^(?:cloudwatch:(?:putmetricdata|getmetric\w*|listmetrics)|ec2:(?:(?:create|delete|describe|attach|detach|modify)networkinterface\w*|(?:un)?assignprivateipaddresses|describe(?:subnets|vpcs|securitygroups)))$/i;

/** The service of a prefix, under one name for all of its prefixes. */
export function serviceFamily(prefix: string): string {
    return Object.hasOwn(FAMILIES, prefix) ? (FAMILIES[prefix] ?? prefix) : prefix;
}

export function isPlumbing(action: string): boolean {
    return PLUMBING.test(action);
}

/** The prefixes in the table above, for a test that they exist. */
export function familyPrefixes(): readonly string[] {
    return Object.keys(FAMILIES);
}
