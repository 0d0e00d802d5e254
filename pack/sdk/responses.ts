/** How answers are written. */
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzeResponse, type PolicyNotApplicable, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";

import { withoutStandIns } from "./calls";
import { writtenBy } from "./writing";

type Response = AnalyzeResponse | RemediateResponse;

let isRepeating = false;

/** Most of an answer about a resource is which policies do not apply to it, in the same words each time: their bytes are made once. */
export function repeatNotApplicable(): void {
    if (isRepeating) return;
    isRepeating = true;
    const { analyze, analyzeStack, remediate } = AnalyzerService;
    AnalyzerService.analyze = { ...analyze, responseSerialize: repeating(analyze.responseSerialize, AnalyzeResponse) };
    AnalyzerService.analyzeStack = {
        ...analyzeStack,
        responseSerialize: repeating(analyzeStack.responseSerialize, AnalyzeResponse),
    };
    AnalyzerService.remediate = {
        ...remediate,
        responseSerialize: repeating(remediate.responseSerialize, RemediateResponse),
    };
}

type Kind<R> = (new () => R) & { serializeBinaryToWriter(message: R, writer: never): void };

function repeating<R extends Response>(original: (response: R) => Buffer, Alone: Kind<R>): (response: R) => Buffer {
    const written = new Map<string, Map<string, Buffer>>();
    const bytesOf = (one: PolicyNotApplicable): Buffer => {
        const [policy, reason] = [one.getPolicyName(), one.getReason()];
        const byReason = written.get(policy) ?? new Map<string, Buffer>();
        written.set(policy, byReason);
        const found = byReason.get(reason);
        if (found) return found;
        const alone = new Alone();
        alone.setNotApplicableList([one]);
        const bytes = original(alone);
        byReason.set(reason, bytes);
        return bytes;
    };
    return (response) => {
        const list = response.getNotApplicableList();
        response.setNotApplicableList([]);
        const bytes = writtenBy(Alone, response) ?? original(response);
        // Messages one after another are one message: a repeated field goes on.
        return list.length === 0 ? bytes : Buffer.concat([bytes, ...withoutStandIns(list, bytesOf)]);
    };
}
