import { COMMAND_PATHS } from "./escalation-commands";
import { CONTAINER_PATHS } from "./escalation-containers";
import { CREDENTIAL_PATHS } from "./escalation-credentials";
import { DATA_PATHS } from "./escalation-data";
import { DEPLOYMENT_PATHS } from "./escalation-deployment";
import { DIRECTORY_PATHS } from "./escalation-directories";
import { FUNCTION_PATHS } from "./escalation-functions";
import { IDENTITY_PATHS } from "./escalation-identity";
import { INSTANCE_PATHS } from "./escalation-instances";
import { LEARNING_PATHS } from "./escalation-learning";
import type { EscalationPath } from "./escalation-path";
import { SERVICE_ROLE_PATHS } from "./escalation-service-roles";

export { type EscalationPath, type EscalationTarget, type TargetKind, targetTypes } from "./escalation-path";

/**
 * The publicly known ways from some permissions to more, each with its sources; reviewed on 2026-11-27. Not among them: reading a
 * secret, which is a judgement about data; and resource policies other than a key's, for the same reason.
 */
export function escalationPaths(): readonly EscalationPath[] {
    return ALL;
}

const ALL: readonly EscalationPath[] = [
    ...IDENTITY_PATHS,
    ...CREDENTIAL_PATHS,
    ...DIRECTORY_PATHS,
    ...FUNCTION_PATHS,
    ...CONTAINER_PATHS,
    ...INSTANCE_PATHS,
    ...COMMAND_PATHS,
    ...DEPLOYMENT_PATHS,
    ...DATA_PATHS,
    ...LEARNING_PATHS,
    ...SERVICE_ROLE_PATHS,
].filter(({ endedOn }) => endedOn === undefined);
