/** Roles that read and write data. */
import { declare, ref } from "../../../pack";
import { ACCOUNT, arn, type Corpus, DynamoDbTable, docs, KmsKey, lambda, REGION, service } from "../parts";

const IDENTITY = "${cognito-identity.amazonaws.com:sub}";
const table = arn("dynamodb", "table/orders");
const key = arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");

export const dataRoles: Corpus = {
    "a table with its indexes": {
        source: docs("amazondynamodb/latest/developerguide/using-identity-based-policies.html"),
        program: {
            table: declare(DynamoDbTable, { hashKey: "id", attributes: [{ name: "id", type: "S" }] }),
            ...lambda({
                Action: [
                    "dynamodb:BatchGetItem",
                    "dynamodb:BatchWriteItem",
                    "dynamodb:ConditionCheckItem",
                    "dynamodb:DeleteItem",
                    "dynamodb:GetItem",
                    "dynamodb:PutItem",
                    "dynamodb:Query",
                    "dynamodb:UpdateItem",
                ],
                Resource: [ref("table.arn"), ref("table.arn", "", "/index/*")],
            }),
        },
    },
    "a reader of tables whose names begin alike": {
        source: docs("amazondynamodb/latest/developerguide/using-identity-based-policies.html"),
        program: lambda({
            Action: ["dynamodb:GetItem", "dynamodb:Query"],
            Resource: [arn("dynamodb", "table/orders-*"), arn("dynamodb", "table/orders-*/index/*")],
        }),
    },
    "the items of a Cognito identity": {
        source: docs("amazondynamodb/latest/developerguide/specifying-conditions.html"),
        program: lambda({
            Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
            Resource: table,
            Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [IDENTITY] } },
        }),
    },
    "the stream of a table": {
        source: docs("lambda/latest/dg/services-dynamodb-eventsourcemapping.html"),
        program: lambda(
            {
                Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
                Resource: `${table}/stream/*`,
            },
            { Action: "dynamodb:ListStreams", Resource: "*" },
        ),
    },
    "an accelerated table": {
        source: docs("amazondynamodb/latest/developerguide/DAX.access-control.html"),
        program: lambda({
            Action: ["dax:GetItem", "dax:BatchGetItem", "dax:Query", "dax:PutItem"],
            Resource: arn("dax", "cache/orders"),
        }),
    },
    "the objects under a prefix": {
        source: docs("AmazonS3/latest/userguide/example-policies-s3.html"),
        program: lambda({
            Action: ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
            Resource: "arn:aws:s3:::orders-documents/invoices/*",
        }),
    },
    "a bucket listed under a prefix": {
        source: docs("AmazonS3/latest/userguide/amazon-s3-policy-keys.html"),
        program: lambda(
            {
                Action: "s3:ListBucket",
                Resource: "arn:aws:s3:::orders-documents",
                Condition: { StringLike: { "s3:prefix": ["invoices/*"] } },
            },
            { Action: "s3:GetObject", Resource: "arn:aws:s3:::orders-documents/invoices/*" },
        ),
    },
    "the objects of a Cognito identity": {
        source: docs("AmazonS3/latest/userguide/example-policies-s3.html"),
        program: lambda(
            {
                Action: "s3:ListBucket",
                Resource: "arn:aws:s3:::orders-documents",
                Condition: { StringLike: { "s3:prefix": [`${IDENTITY}/*`] } },
            },
            {
                Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
                Resource: `arn:aws:s3:::orders-documents/${IDENTITY}/*`,
            },
        ),
    },
    "objects through an access point": {
        source: docs("AmazonS3/latest/userguide/access-points-policies.html"),
        program: lambda({
            Action: ["s3:GetObject", "s3:PutObject"],
            Resource: `${arn("s3", "accesspoint/orders")}/object/invoices/*`,
        }),
    },
    "answers of S3 Object Lambda": {
        source: docs("AmazonS3/latest/userguide/olap-policies.html"),
        program: lambda({ Action: "s3-object-lambda:WriteGetObjectResponse", Resource: "*" }),
    },
    "a key of this stack": {
        source: docs("kms/latest/developerguide/iam-policies-best-practices.html"),
        program: {
            key: declare(KmsKey, { enableKeyRotation: true }),
            ...lambda({
                Action: ["kms:Decrypt", "kms:GenerateDataKey"],
                Resource: ref("key.arn"),
            }),
        },
    },
    "keys through one service": {
        source: docs("kms/latest/developerguide/conditions-kms.html"),
        program: lambda(
            { Action: "s3:GetObject", Resource: "arn:aws:s3:::orders-documents/*" },
            {
                Action: "kms:Decrypt",
                Resource: arn("kms", "key/*"),
                Condition: {
                    StringEquals: {
                        "kms:ViaService": service(`s3.${REGION}`),
                        "kms:CallerAccount": ACCOUNT,
                    },
                },
            },
        ),
    },
    "signatures with a key": {
        source: docs("kms/latest/developerguide/iam-policies-best-practices.html"),
        program: lambda({ Action: ["kms:Sign", "kms:GetPublicKey"], Resource: key }),
    },
    "re-encryption, as deployment tools write it": {
        source: docs("kms/latest/developerguide/key-policy-default.html"),
        program: lambda({
            Action: ["kms:Decrypt", "kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
            Resource: key,
        }),
    },
    "a database by IAM": {
        source: docs("AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html"),
        program: lambda({
            Action: "rds-db:connect",
            Resource: arn("rds-db", "dbuser:cluster-ABCDEFGHIJKL01234/orders_app"),
        }),
    },
    "a database through a proxy by IAM": {
        source: docs("AmazonRDS/latest/AuroraUserGuide/rds-proxy-setup.html"),
        program: lambda({
            Action: "rds-db:connect",
            Resource: arn("rds-db", "dbuser:prx-ABCDEFGHIJKL01234/orders_app"),
        }),
    },
    "the Data API of a cluster": {
        source: docs("AmazonRDS/latest/AuroraUserGuide/data-api.access.html"),
        program: lambda(
            {
                Sid: "RDSDataServiceAccess",
                Action: [
                    "rds-data:BatchExecuteStatement",
                    "rds-data:BeginTransaction",
                    "rds-data:CommitTransaction",
                    "rds-data:ExecuteStatement",
                    "rds-data:RollbackTransaction",
                ],
                Resource: arn("rds", "cluster:orders"),
            },
            {
                Sid: "SecretsManagerDbCredentialsAccess",
                Action: "secretsmanager:GetSecretValue",
                Resource: arn("secretsmanager", "secret:rds-db-credentials/orders-AbCdEf"),
            },
        ),
    },
    "a cluster of Aurora DSQL": {
        source: docs("aurora-dsql/latest/userguide/using-database-and-iam-roles.html"),
        program: lambda({
            Action: "dsql:DbConnect",
            Resource: arn("dsql", "cluster/foo0bar1baz2quux3quuux4"),
        }),
    },
    "a warehouse through the Data API": {
        source: docs("redshift/latest/mgmt/data-api-access.html"),
        program: lambda(
            {
                Action: ["redshift-data:ExecuteStatement", "redshift-data:BatchExecuteStatement"],
                Resource: arn("redshift-serverless", "workgroup/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111"),
            },
            {
                Action: ["redshift-data:DescribeStatement", "redshift-data:GetStatementResult"],
                Resource: "*",
                Condition: { StringEquals: { "redshift-data:statement-owner-iam-userid": "${aws:userid}" } },
            },
            {
                Action: "redshift-serverless:GetCredentials",
                Resource: arn("redshift-serverless", "workgroup/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111"),
            },
        ),
    },
    "a cache by IAM": {
        source: docs("AmazonElastiCache/latest/dg/auth-iam.html"),
        program: lambda({
            Action: "elasticache:Connect",
            Resource: [arn("elasticache", "serverlesscache:orders"), arn("elasticache", "user:orders-app")],
        }),
    },
    "a graph database": {
        source: docs("neptune/latest/userguide/iam-data-access-policies.html"),
        program: lambda({
            Action: ["neptune-db:ReadDataViaQuery", "neptune-db:WriteDataViaQuery"],
            Resource: arn("neptune-db", "cluster-ABCD1234EFGH5678IJKL90MNOP/*"),
        }),
    },
    "a collection of OpenSearch Serverless": {
        source: docs("opensearch-service/latest/developerguide/security-iam-serverless.html"),
        program: lambda({
            Action: "aoss:APIAccessAll",
            Resource: arn("aoss", "collection/07tjusf2h91cunochc"),
        }),
    },
    "a search domain": {
        source: docs("opensearch-service/latest/developerguide/ac.html"),
        program: lambda({
            Action: ["es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut"],
            Resource: `${arn("es", "domain/orders")}/*`,
        }),
    },
    "a table of time series": {
        source: docs("timestream/latest/developerguide/security_iam_id-based-policy-examples.html"),
        program: lambda(
            {
                Action: ["timestream:WriteRecords", "timestream:Select"],
                Resource: arn("timestream", "database/telemetry/table/readings"),
            },
            { Action: "timestream:DescribeEndpoints", Resource: "*" },
        ),
    },
    "queries of a data lake": {
        source: docs("athena/latest/ug/fine-grained-access-to-glue-resources.html"),
        program: lambda(
            {
                Action: [
                    "athena:GetQueryExecution",
                    "athena:GetQueryResults",
                    "athena:StartQueryExecution",
                    "athena:StopQueryExecution",
                ],
                Resource: arn("athena", "workgroup/reports"),
            },
            {
                Action: [
                    "glue:GetDatabase",
                    "glue:GetPartition",
                    "glue:GetPartitions",
                    "glue:GetTable",
                    "glue:GetTables",
                ],
                Resource: [arn("glue", "catalog"), arn("glue", "database/sales"), arn("glue", "table/sales/*")],
            },
            {
                Action: ["s3:GetBucketLocation", "s3:ListBucket"],
                Resource: ["arn:aws:s3:::sales-lake", "arn:aws:s3:::sales-results"],
            },
            { Action: "s3:GetObject", Resource: "arn:aws:s3:::sales-lake/*" },
            {
                Action: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
                Resource: "arn:aws:s3:::sales-results/*",
            },
        ),
    },
    "a file system through an access point": {
        source: docs("efs/latest/ug/iam-access-control-nfs-efs.html"),
        program: lambda({
            Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
            Resource: arn("elasticfilesystem", "file-system/fs-0123456789abcdef0"),
            Condition: {
                StringEquals: {
                    "elasticfilesystem:AccessPointArn": arn("elasticfilesystem", "access-point/fsap-0123456789abcdef0"),
                },
            },
        }),
    },
    "resources told by a tag": {
        source: docs("IAM/latest/UserGuide/tutorial_attribute-based-access-control.html"),
        program: lambda({
            Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
            Resource: "*",
            Condition: { StringEquals: { "aws:ResourceTag/application": "orders" } },
        }),
    },
    "instances told by a tag": {
        source: docs("AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html"),
        program: lambda(
            {
                Action: ["ec2:StartInstances", "ec2:StopInstances"],
                Resource: arn("ec2", "instance/*"),
                Condition: { StringEquals: { "aws:ResourceTag/schedule": "office-hours" } },
            },
            { Action: "ec2:DescribeInstances", Resource: "*" },
        ),
    },
};
