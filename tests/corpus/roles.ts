/** Roles of least privilege that real applications need: no policy of the pack may stop them. */
import { computeRoles } from "./good/compute";
import { dataRoles } from "./good/data";
import { messagingRoles } from "./good/messaging";
import { platformRoles } from "./good/platform";
import { secretRoles } from "./good/secrets";
import { workflowRoles } from "./good/workflows";
import type { Corpus } from "./parts";

export const goodRoles: Corpus = {
    ...computeRoles,
    ...dataRoles,
    ...messagingRoles,
    ...platformRoles,
    ...secretRoles,
    ...workflowRoles,
};
