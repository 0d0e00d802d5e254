/** How requests are read: what the SDK's server asks of them, and what the pack asks besides. */
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { UNKNOWN } from "../../model/values";
import { begin } from "./calls";
import { Unread } from "./deserialization";
import { withoutProperties } from "./wire";

let isReading = false;

/** Of a request about one resource the properties stay bytes until somebody asks. */
export function readRequests(): void {
    if (isReading) return;
    isReading = true;
    const { analyze, remediate } = AnalyzerService;
    const [reading, remediating] = [unreadBy(analyze.requestDeserialize), unreadBy(remediate.requestDeserialize)];
    AnalyzerService.remediate = {
        ...remediate,
        requestDeserialize: (bytes: Buffer) => tellingType(remediating(bytes), "remediate"),
    };
    AnalyzerService.analyze = {
        ...analyze,
        requestDeserialize: (bytes: Buffer) => {
            const request = tellingType(reading(bytes), "analyze");
            noteUnknowns(request, bytes);
            return request;
        },
    };
}

/** A call asks its request for the type just before it goes through the policies, in the same turn. */
function tellingType(request: AnalyzeRequest, call: "analyze" | "remediate"): AnalyzeRequest {
    const type = request.getType();
    request.getType = () => {
        begin({ call, type });
        return type;
    };
    return request;
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
