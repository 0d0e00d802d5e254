import { given, says, without } from "../given";
import { type Need, type OneOf, oneOf, perhaps, type ServiceNeeds, when } from "./need";

const TABLE = { by: ["TableName"] } as const;
const INDEX = { by: ["TableName"], below: "/index/${IndexName}" } as const;

/** A question to an index is asked of the index alone. */
function ofTableOrIndex(action: string): OneOf {
    return oneOf(when(without("IndexName"), action, TABLE), when(given("IndexName"), action, INDEX));
}

/** A statement of PartiQL asks for the action of its verb. */
function partiql(parameter: string): OneOf {
    const verb = (name: string): Need =>
        when(says(parameter, new RegExp(`^\\s*${name}\\b`, "i")), `dynamodb:PartiQL${name}`, { by: [] });
    return oneOf(verb("Select"), verb("Insert"), verb("Update"), verb("Delete"));
}

/** A transaction asks for the actions of its parts. */
function part(action: string, name: string): Need {
    return when(given(`TransactItems[].${name}`), `dynamodb:${action}`, { by: [`TransactItems[].${name}.TableName`] });
}

/**
 * DynamoDB, and its streams. Sources: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html,
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html,
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Requesting.html and
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/using-identity-based-policies.html
 */
export const dynamodb: ServiceNeeds = {
    types: {
        table: { by: ["TableName", "TableArn", "SourceTableArn", "SourceTableName", "RequestItems{}"] },
        index: { by: [] },
    },
    operations: {
        Query: [ofTableOrIndex("dynamodb:Query")],
        Scan: [ofTableOrIndex("dynamodb:Scan")],
        ExecuteStatement: [partiql("Statement")],
        BatchExecuteStatement: [partiql("Statements[].Statement")],
        ExecuteTransaction: [partiql("TransactStatements[].Statement")],
        TransactGetItems: [{ action: "dynamodb:GetItem", by: ["TransactItems[].Get.TableName"] }],
        TransactWriteItems: [
            oneOf(
                part("PutItem", "Put"),
                part("UpdateItem", "Update"),
                part("DeleteItem", "Delete"),
                part("ConditionCheckItem", "ConditionCheck"),
            ),
        ],
        DescribeEndpoints: [],
        ExportTableToPointInTime: [
            "dynamodb:ExportTableToPointInTime",
            perhaps("s3:PutObject", "s3:PutObjectAcl", "s3:AbortMultipartUpload"),
        ],
        ImportTable: [
            "dynamodb:ImportTable",
            perhaps(
                "s3:GetObject",
                "s3:ListBucket",
                "logs:CreateLogGroup",
                "logs:CreateLogStream",
                "logs:DescribeLogGroups",
                "logs:DescribeLogStreams",
                "logs:PutLogEvents",
                "logs:PutRetentionPolicy",
            ),
        ],
    },
};

/** The Data API reads the secret for who calls. Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html */
const DATA_API_SECRET: Need = { action: "secretsmanager:GetSecretValue", by: ["secretArn", "awsSecretStoreArn"] };

export const rdsData: ServiceNeeds = {
    always: [DATA_API_SECRET],
};

/** Source: https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html */
const TEMPORARY_CREDENTIALS = perhaps(
    "redshift:GetClusterCredentials",
    "redshift:GetClusterCredentialsWithIAM",
    "redshift-serverless:GetCredentials",
);

export const redshiftData: ServiceNeeds = {
    always: [when(given("SecretArn"), "secretsmanager:GetSecretValue", { by: ["SecretArn"] }), TEMPORARY_CREDENTIALS],
};

/**
 * Timestream's clients ask for their endpoint first.
 * Source: https://docs.aws.amazon.com/timestream/latest/developerguide/security_iam_id-based-policy-examples.html
 */
export const timestreamWrite: ServiceNeeds = { always: [{ action: "timestream:DescribeEndpoints", by: [] }] };

const READING: readonly Need[] = ["Select", "SelectValues", "ListMeasures", "Unload"].map((name) => ({
    action: `timestream:${name}`,
    by: [],
    when: () => undefined,
}));

export const timestreamQuery: ServiceNeeds = {
    operations: { Query: [oneOf(...READING)], PrepareQuery: ["timestream:PrepareQuery", perhaps("timestream:Select")] },
    always: [{ action: "timestream:DescribeEndpoints", by: [] }],
};

/**
 * Signing a token for a database asks nothing; to connect with it does.
 * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
 */
export const rds: ServiceNeeds = {
    operations: { GenerateDbAuthToken: [{ action: "rds-db:connect", by: [] }] },
};

/** Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/authentication-authorization.html */
export const dsql: ServiceNeeds = {
    operations: {
        GenerateDbConnectAuthToken: [{ action: "dsql:DbConnect", by: [] }],
        GenerateDbConnectAdminAuthToken: [{ action: "dsql:DbConnectAdmin", by: [] }],
    },
};
