/**
 * The classes of SDK version 2 for JavaScript whose name is not the service's id without spaces. Source: `apis/metadata.json` of `aws-sdk`
 * 2.1693.0, which is the last of its kind (Apache-2.0).
 */
export const V2_CLASSES: Readonly<Record<string, string>> = {
    "cognito-idp": "CognitoIdentityServiceProvider",
    cur: "CUR",
    discovery: "Discovery",
    dms: "DMS",
    elb: "ELB",
    elbv2: "ELBv2",
    es: "ES",
    iot: "Iot",
    "iot-data": "IotData",
    "lex-runtime": "LexRuntime",
    stepfunctions: "StepFunctions",
    mq: "MQ",
    transcribe: "TranscribeService",
    signer: "Signer",
    "rds-data": "RDSDataService",
    forecast: "ForecastService",
    forecastquery: "ForecastQueryService",
    "codestar-notifications": "CodeStarNotifications",
    savingsplans: "SavingsPlans",
    sesv2: "SESV2",
    imagebuilder: "Imagebuilder",
    schemas: "Schemas",
    kendra: "Kendra",
    "sagemaker-a2i-runtime": "AugmentedAIRuntime",
    "kinesis-video-signaling": "KinesisVideoSignalingChannels",
    synthetics: "Synthetics",
    codeartifact: "CodeArtifact",
    ivs: "IVS",
    identitystore: "IdentityStore",
    amp: "Amp",
    fis: "Fis",
    mgn: "Mgn",
    grafana: "Grafana",
    resiliencehub: "Resiliencehub",
    drs: "Drs",
    rbin: "Rbin",
    billingconductor: "Billingconductor",
    ivschat: "Ivschat",
    m2: "M2",
    neptunedata: "Neptunedata",
    repostspace: "Repostspace",
    b2bi: "B2bi",
    chatbot: "Chatbot",
    deadline: "Deadline",
};

/** Clients of their own for what another service's model has: the ids, and that service. Source: the packages `@aws-sdk/client-…`. */
export const ALIASES: Readonly<Record<string, string>> = {
    "CloudWatch Events": "events",
    "Transcribe Streaming": "transcribe",
    RekognitionStreaming: "rekognition",
};

/**
 * What commands of version 3 call their service where requests do not (REST protocols and the query protocol, which have no target).
 * Source: `commands` of the packages `@aws-sdk/client-…`, 3.600 to 3.1169.
 */
export const SHAPES: Readonly<Record<string, string>> = {
    AWSGirApiService: "lambda",
    AmazonBedrockFrontendService: "bedrock-runtime",
    AmazonS3: "s3",
    AmazonSimpleNotificationService: "sns",
    ApiGatewayManagementApi: "apigatewaymanagementapi",
    AWSSecurityTokenServiceV20110615: "sts",
    BackplaneControlService: "apigateway",
    IotMoonrakerService: "iot-data",
    MediaConvert: "mediaconvert",
    RdsDataService: "rds-data",
    SimpleEmailService: "ses",
    SimpleEmailService_v2: "sesv2",
};
