import { checkAws, createAws } from "./aws";
import { invokeAws } from "./aws-functions";
import type { SyntheticCloud } from "./cloud";
import { createGeneric, invokeGeneric } from "./generic";

export {
    type Created,
    type PropertyTree,
    type ProviderSettings,
    type ResourceRequest,
    type SyntheticCloud,
    UnsupportedFunction,
} from "./cloud";

export interface SyntheticOptions {
    /** Answers as a first preview of the real providers does: what the cloud computes is unknown. */
    readonly unknownOutputs?: boolean;
}

/** AWS and its neighbours, without credentials: every output has a value, the same from run to run. */
export function syntheticCloud({ unknownOutputs = false }: SyntheticOptions = {}): SyntheticCloud {
    const isAws = (type: string) => type.startsWith("aws:");
    return {
        check: (request) => (isAws(request.type) ? checkAws(request) : request.inputs),
        create: (request) =>
            isAws(request.type) ? createAws(request, unknownOutputs) : createGeneric(request, unknownOutputs),
        read: (request) =>
            isAws(request.type) ? createAws(request, false, request.id) : createGeneric(request, false, request.id),
        invoke: ({ token, args, provider }) =>
            isAws(token) ? invokeAws(token, args, provider) : invokeGeneric(token, args, provider),
    };
}
