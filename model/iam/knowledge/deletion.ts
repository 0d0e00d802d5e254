import { accessLevel } from "./actions";

/** `control-plane`: of something that a deployment made. `data-plane`: of what an application keeps in it. */
export type DeletionKind = "control-plane" | "data-plane";

/** Verbs that delete, from the names of AWS's actions. */
const VERB = /^(batch)?(delete|purge|destroy|drop|terminate)|^schedule\w*deletion$/;

/** Of data, although named like the rest, and what deletes data under another name. */
const DATA_PLANE: Readonly<Record<string, string>> = {
    bedrock: "DeleteAgentMemory DeleteKnowledgeBaseDocuments DeleteSession DeleteInvoke",
    "bedrock-agentcore":
        "BatchDeleteMemoryRecords DeleteEvent DeleteMemoryRecord DeleteCapacityProviderSession DeletePaymentSession",
    cases: "DeleteCase DeleteRelatedItem",
    chime: "DeleteAttendee DeleteChannelMembership DeleteChannelMessage DeleteMeeting DeleteRoomMembership",
    codecommit: "DeleteCommentContent DeleteFile",
    "cognito-identity": "DeleteIdentities",
    "cognito-idp": "AdminDeleteSoftwareToken AdminDeleteUser AdminDeleteUserAttributes DeleteUser DeleteUserAttributes",
    "cognito-sync": "DeleteDataset",
    dax: "BatchWriteItem DeleteItem",
    dynamodb: "BatchWriteItem DeleteItem PartiQLDelete",
    ec2messages: "DeleteMessage",
    es: "ESHttpDelete",
    geo: "BatchDeleteDevicePositionHistory BatchDeleteGeofence",
    healthlake: "DeleteResource StartFHIRBulkDeleteJob",
    iot: "DeleteCommandExecution DeleteJobExecution DeleteThingShadow",
    ivschat: "DeleteMessage",
    kendra: "BatchDeleteDocument",
    lex: "DeleteSession DeleteUtterances",
    "medical-imaging": "DeleteImageSet",
    mobiletargeting: "DeleteEndpoint DeleteUserEndpoints",
    "neptune-db": "DeleteDataViaQuery",
    "neptune-graph": "DeleteDataViaQuery",
    personalize: "CreateDataDeletionJob",
    qbusiness: "BatchDeleteDocument DeleteAttachment DeleteConversation",
    qldb: "PartiQLDelete",
    rekognition: "DeleteFaces",
    s3: "DeleteObject DeleteObjectAnnotation DeleteObjectVersion DeleteObjectVersionAnnotation ReplicateDelete",
    "s3-object-lambda": "DeleteObject DeleteObjectVersion",
    "s3-outposts": "DeleteObject DeleteObjectVersion ReplicateDelete",
    s3vectors: "DeleteVectors",
    sagemaker: "DeleteHumanLoop DeleteRecord",
    scheduler: "DeleteSchedule",
    sdb: "BatchDeleteAttributes DeleteAttributes",
    ses: "DeleteContact DeleteSuppressedDestination",
    sns: "DeleteEndpoint",
    sqs: "DeleteMessage",
    transfer: "StartRemoteDelete",
};

/** Deletions that no name tells. API Gateway calls its management actions by the methods of HTTP. */
const CONTROL_PLANE: Readonly<Record<string, string>> = {
    apigateway: "DELETE",
    fsx: "DetachAndDeleteS3AccessPoint",
    mgn: "StartNetworkMigrationDeployedStacksDeletion",
    mpa: "StartActiveApprovalTeamDeletion",
    qldb: "PartiQLDropIndex PartiQLDropTable",
};

/**
 * Housekeeping that AWS's own policies for workloads demand, and ends of running work: nothing that a deployment made is
 * lost. Interfaces: lambda/latest/dg/configuration-vpc.html; log delivery: step-functions/latest/dg/cw-logs.html;
 * task sets, which CodeDeploy makes and removes: codedeploy/latest/userguide/security-iam-awsmanpol.html.
 */
const NO_DELETION: Readonly<Record<string, string>> = {
    batch: "TerminateJob TerminateServiceJob",
    ec2: "DeleteNetworkInterface DeleteNetworkInterfacePermission",
    ecs: "DeleteTaskSet",
    logs: "DeleteLogDelivery",
    ssm: "TerminateSession",
};

/**
 * What kind of deletion an action is, in any case; undefined for all others, for removals of tags and for patterns. An
 * action that the tables do not have is judged by its name.
 */
export function deletionKind(action: string): DeletionKind | undefined {
    const key = action.toLowerCase();
    if (/[*?]/.test(key) || !key.includes(":")) return undefined;
    const exception = EXCEPTIONS.get(key);
    if (exception) return exception === "none" ? undefined : exception;
    const level = accessLevel(key);
    if (level === "Tagging" || level === "Read" || level === "List") return undefined;
    return VERB.test(key.slice(key.indexOf(":") + 1)) ? "control-plane" : undefined;
}

/** The actions that are named in the tables above, for a test that they exist. */
export function deletionExceptions(): readonly string[] {
    return [DATA_PLANE, CONTROL_PLANE, NO_DELETION].flatMap((entries) => actionsOf(entries));
}

const EXCEPTIONS: ReadonlyMap<string, DeletionKind | "none"> = new Map([
    ...keyed(DATA_PLANE, "data-plane"),
    ...keyed(CONTROL_PLANE, "control-plane"),
    ...keyed(NO_DELETION, "none"),
]);

function keyed(
    entries: Readonly<Record<string, string>>,
    kind: DeletionKind | "none",
): readonly (readonly [string, DeletionKind | "none"])[] {
    return actionsOf(entries).map((action) => [action.toLowerCase(), kind]);
}

function actionsOf(entries: Readonly<Record<string, string>>): readonly string[] {
    return Object.entries(entries).flatMap(([service, actions]) =>
        actions.split(" ").map((action) => `${service}:${action}`),
    );
}
