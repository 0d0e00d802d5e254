import { perhaps, type Row, type ServiceNeeds } from "./need";

/**
 * A guardrail, a profile, what a message brings from S3; and the first call of another vendor's model subscribes to it.
 * Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html and
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
 */
const WITH_MODEL: Row = perhaps(
    "bedrock:ApplyGuardrail",
    "bedrock:GetInferenceProfile",
    "s3:GetObject",
    "aws-marketplace:Subscribe",
    "aws-marketplace:ViewSubscriptions",
);

/**
 * Amazon Bedrock. Sources: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html,
 * API_runtime_ConverseStream.html, API_runtime_InvokeModelWithBidirectionalStream.html and API_runtime_StartAsyncInvoke.html beside it
 */
export const bedrockRuntime: ServiceNeeds = {
    types: { "foundation-model": { by: ["modelId"] } },
    operations: {
        Converse: ["bedrock:InvokeModel", WITH_MODEL],
        ConverseStream: ["bedrock:InvokeModelWithResponseStream", WITH_MODEL],
        InvokeModel: ["bedrock:InvokeModel", WITH_MODEL],
        InvokeModelWithResponseStream: ["bedrock:InvokeModelWithResponseStream", WITH_MODEL],
        InvokeModelWithBidirectionalStream: ["bedrock:InvokeModel", WITH_MODEL],
        StartAsyncInvoke: ["bedrock:InvokeModel", perhaps("s3:PutObject", "s3:GetObject")],
    },
};

/** Source: https://docs.aws.amazon.com/bedrock/latest/userguide/kb-test-retrieve-generate.html */
export const bedrockAgentRuntime: ServiceNeeds = {
    operations: {
        RetrieveAndGenerate: [
            "bedrock:RetrieveAndGenerate",
            perhaps("bedrock:Retrieve", "bedrock:InvokeModel"),
            WITH_MODEL,
        ],
    },
};

/** Media in S3 is read with the caller's permissions, and results are written with them. */
const READS_S3: Row = perhaps("s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "s3:GetBucketLocation");
const WRITES_S3: Row = perhaps(
    "s3:PutObject",
    "s3:GetBucketLocation",
    "s3:AbortMultipartUpload",
    "s3:ListMultipartUploadParts",
);

/** Source: https://docs.aws.amazon.com/rekognition/latest/dg/images-s3.html */
export const rekognition: ServiceNeeds = { always: [READS_S3, WRITES_S3] };
/** Source: https://docs.aws.amazon.com/textract/latest/dg/security_iam_id-based-policy-examples.html */
export const textract: ServiceNeeds = { always: [READS_S3, WRITES_S3] };
/** Source: https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html */
export const transcribe: ServiceNeeds = { always: [READS_S3, WRITES_S3] };
/** Source: https://docs.aws.amazon.com/polly/latest/dg/asynchronous-iam.html */
export const polly: ServiceNeeds = {
    operations: { StartSpeechSynthesisTask: ["polly:StartSpeechSynthesisTask", WRITES_S3, perhaps("sns:Publish")] },
};
/** Source: https://docs.aws.amazon.com/translate/latest/dg/customizing-translations-parallel-data-create.html */
export const translate: ServiceNeeds = {
    operations: {
        CreateParallelData: ["translate:CreateParallelData", READS_S3],
        UpdateParallelData: ["translate:UpdateParallelData", READS_S3],
    },
};

/** Queries run with the caller's permissions on the data. Source: https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena.html */
export const athena: ServiceNeeds = {
    always: [
        READS_S3,
        WRITES_S3,
        perhaps(
            "s3:ListBucketMultipartUploads",
            "s3:ListAllMyBuckets",
            "s3:DeleteObject",
            "s3:CreateBucket",
            "glue:BatchCreatePartition",
            "glue:BatchDeletePartition",
            "glue:BatchDeleteTable",
            "glue:BatchGetPartition",
            "glue:CreateDatabase",
            "glue:CreatePartition",
            "glue:CreateTable",
            "glue:DeleteDatabase",
            "glue:DeletePartition",
            "glue:DeleteTable",
            "glue:GetCatalog",
            "glue:GetDatabase",
            "glue:GetDatabases",
            "glue:GetPartition",
            "glue:GetPartitions",
            "glue:GetTable",
            "glue:GetTables",
            "glue:UpdateDatabase",
            "glue:UpdatePartition",
            "glue:UpdateTable",
            "lakeformation:GetDataAccess",
            "lambda:InvokeFunction",
        ),
    ],
};

/** Source: https://docs.aws.amazon.com/lake-formation/latest/dg/access-control-underlying-data.html */
export const glue: ServiceNeeds = { always: [perhaps("lakeformation:GetDataAccess")] };
