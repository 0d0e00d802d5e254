/** How requests are read: what the SDK's server asks of them, and what the pack asks besides. */
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { UNKNOWN } from "../../model/values";
import { Unread } from "./deserialization";
import { withoutProperties } from "./wire";

/** The type of the resource that an Analyze call has begun to judge. */
let begun: string | undefined;

/**
 * For a policy of several types the SDK makes all that it hands over before the policy can say that the resource is of none of them. So
 * the list of policies leaves those out itself, when an Analyze call goes through it: the call asks its request for the type just
 * before, in the same turn. `typesOf` tells the types of a policy that is to be left out for all others. Whoever else goes through the
 * list, and an SDK that goes about it otherwise, meets all of them.
 */
export function judgedByType<P extends object>(
    policies: readonly P[],
    typesOf: (policy: P) => ReadonlySet<string> | undefined,
): P[] {
    readRequests();
    const list = [...policies];
    const known = new Map<string, readonly P[]>();
    const ofType = (type: string): readonly P[] => {
        const found = known.get(type) ?? policies.filter((policy) => typesOf(policy)?.has(type) ?? true);
        known.set(type, found);
        return found;
    };
    return Object.defineProperty(list, Symbol.iterator, {
        value: () => {
            const type = begun;
            begun = undefined;
            return (type === undefined ? policies : ofType(type)).values();
        },
    });
}

let isReading = false;

/** Of a request about one resource the properties stay bytes until somebody asks. */
export function readRequests(): void {
    if (isReading) return;
    isReading = true;
    const { analyze, remediate } = AnalyzerService;
    const [reading, remediating] = [unreadBy(analyze.requestDeserialize), unreadBy(remediate.requestDeserialize)];
    AnalyzerService.remediate = { ...remediate, requestDeserialize: remediating };
    AnalyzerService.analyze = {
        ...analyze,
        requestDeserialize: (bytes: Buffer) => {
            const request = reading(bytes);
            const type = request.getType();
            noteUnknowns(request, bytes);
            request.getType = () => {
                begun = type;
                return type;
            };
            return request;
        },
    };
}

function unreadBy(original: (bytes: Buffer) => AnalyzeRequest): (bytes: Buffer) => AnalyzeRequest {
    return (bytes) => {
        const split = withoutProperties(bytes);
        if (!split) return original(bytes);
        const request = original(split.rest);
        request.setProperties(new Unread(split.properties));
        return request;
    };
}

const unknownInputs = new Map<string, ReadonlySet<string>>();

/**
 * The properties that the program gave a resource, of which no more is known yet. In the analysis of the stack they are not told apart from
 * what only the provider computes, unless an output of another resource went into them. Nothing where requests come by another way.
 */
export function givenUnknowns(urn: string): ReadonlySet<string> | undefined {
    return unknownInputs.get(urn);
}

function noteUnknowns(request: AnalyzeRequest, bytes: Buffer): void {
    const properties = bytes.includes(UNKNOWN) ? request.getProperties()?.toJavaScript() : undefined;
    const found = Object.entries(properties ?? {}).flatMap(([key, value]) => (value === UNKNOWN ? [key] : []));
    if (found.length > 0) unknownInputs.set(request.getUrn(), new Set(found));
    else unknownInputs.delete(request.getUrn());
}
