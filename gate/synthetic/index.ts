import { checkAws, createAws } from "./aws";
import { invokeAws } from "./aws-functions";
import type { LookupAnswer, PropertyTree, SyntheticCloud } from "./cloud";
import { createGeneric, invokeGeneric } from "./generic";
import { isLookup, missed } from "./lookups";

export {
    type Created,
    LOOKUP_ANSWERS,
    type LookupAnswer,
    NotFound,
    type PropertyTree,
    type ProviderSettings,
    type ResourceRequest,
    type SyntheticCloud,
    UnsupportedFunction,
} from "./cloud";
export { isLookup } from "./lookups";
export { awsSchema } from "./schema";

export interface SyntheticOptions {
    /** Answers as a first preview of the real providers does: what the cloud computes is unknown. */
    readonly unknownOutputs?: boolean;
    /** `found` where nothing is said. */
    readonly lookups?: LookupAnswer;
}

/** AWS and its neighbours, without credentials: every output has a value, the same from run to run. */
export function syntheticCloud({ unknownOutputs = false, lookups = "found" }: SyntheticOptions = {}): SyntheticCloud {
    const isAws = (type: string) => type.startsWith("aws:");
    const finds = (token: string, args: PropertyTree) => lookups === "found" || !isLookup(token, args);
    return {
        check: (request) => (isAws(request.type) ? checkAws(request) : request.inputs),
        create: (request) =>
            isAws(request.type) ? createAws(request, unknownOutputs) : createGeneric(request, unknownOutputs),
        read: (request) =>
            isAws(request.type) ? createAws(request, false, request.id) : createGeneric(request, false, request.id),
        invoke: ({ token, args, provider }) => {
            if (!finds(token, args)) return missed(token, args);
            return isAws(token) ? invokeAws(token, args, provider) : invokeGeneric(token, args, provider);
        },
        finds,
    };
}
