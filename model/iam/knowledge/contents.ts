/**
 * Actions that hand out what is stored: data, messages, secrets, logs, code with its settings. Other reading tells of resources,
 * and how they are set up. Names: https://docs.aws.amazon.com/service-authorization/latest/reference/, reviewed on 2026-11-24.
 */
const READS: Readonly<Record<string, string>> = {
    s3: "GetObject GetObjectVersion",
    "s3-object-lambda": "GetObject",
    dynamodb: "GetItem BatchGetItem Query Scan PartiQLSelect GetRecords",
    dax: "GetItem BatchGetItem Query Scan",
    "rds-data": "ExecuteStatement ExecuteSql",
    "redshift-data": "GetStatementResult",
    athena: "GetQueryResults",
    es: "ESHttpGet",
    cassandra: "Select",
    timestream: "Select",
    "neptune-db": "ReadDataViaQuery",
    qldb: "PartiQLSelect",
    kinesis: "GetRecords",
    sqs: "ReceiveMessage",
    secretsmanager: "GetSecretValue BatchGetSecretValue",
    ssm: "GetParameter GetParameters GetParametersByPath GetParameterHistory",
    kms: "Decrypt",
    logs: "GetLogEvents FilterLogEvents GetLogRecord GetQueryResults",
    lambda: "GetFunction GetFunctionConfiguration",
    apigateway: "GET",
    appsync: "GraphQL",
    states: "GetExecutionHistory DescribeExecution",
    codecommit: "GitPull GetFile GetBlob",
    "cognito-idp": "ListUsers AdminGetUser",
    iot: "GetThingShadow",
};

const ACTIONS: readonly string[] = Object.entries(READS).flatMap(([service, names]) =>
    names.split(" ").map((name) => `${service}:${name}`),
);

/** The actions that read what is stored in some service, in AWS's spelling. */
export function contentReads(): readonly string[] {
    return ACTIONS;
}
