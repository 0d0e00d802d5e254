import { IDENTITY_PATHS } from "./escalation-identity";
import { PASSED_ROLE_PATHS } from "./escalation-passed-roles";
import type { EscalationPath } from "./escalation-path";
import { SERVICE_ROLE_PATHS } from "./escalation-service-roles";
import { WORKLOAD_PATHS } from "./escalation-workloads";

export { type EscalationPath, type EscalationTarget, type TargetKind, targetTypes } from "./escalation-path";

/**
 * The publicly known ways from some permissions to more, each with its sources; reviewed on 2026-11-23. Not among them:
 * `sts:AssumeRole` alone, because the other role's trust policy decided that; reading a secret, which is a judgement about
 * data; and resource policies other than a key's, for the same reason.
 */
export function escalationPaths(): readonly EscalationPath[] {
    return ALL;
}

const ALL: readonly EscalationPath[] = [
    ...IDENTITY_PATHS,
    ...PASSED_ROLE_PATHS,
    ...SERVICE_ROLE_PATHS,
    ...WORKLOAD_PATHS,
].filter(({ endedOn }) => endedOn === undefined);
