/** How answers are written. */
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzeResponse, type PolicyNotApplicable, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";

import { withoutStandIns } from "./calls";

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

function repeating<R extends Response>(original: (response: R) => Buffer, Alone: new () => R): (response: R) => Buffer {
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
        if (list.length === 0) return original(response);
        response.setNotApplicableList([]);
        // Messages one after another are one message: a repeated field goes on.
        return Buffer.concat([original(response), ...withoutStandIns(list, bytesOf)]);
    };
}
