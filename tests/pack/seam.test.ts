import assert from "node:assert/strict";
import path from "node:path";
import type { StackValidationPolicy } from "@pulumi/policy";
import * as server from "@pulumi/policy/server";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { LambdaFunction } from "../../model/aws";
import { declare } from "../../pack";
import type { JournalEntry } from "../../pack/journal";
import { packOf } from "../../pack/pack";
import { Analyzer } from "../support/analyzer";
import { register } from "../support/programs";
import { stackRule } from "../support/rules";

interface Bench {
    readingOf(folder: string, requests: unknown): Promise<string | undefined>;
    requestsOf(resources: readonly unknown[]): unknown;
    travelling(requests: unknown): unknown;
}
const root = path.resolve(__dirname, "../..");
const bench = require(path.join(root, "scripts/bench/pack")) as Bench;
const { mixedStack } = require(path.join(root, "scripts/bench/stacks")) as { mixedStack(count: number): unknown[] };

function reading(journal: readonly JournalEntry[]): string | undefined {
    return journal.flatMap((entry) => (entry.kind === "reading" ? [entry.from] : []))[0];
}

describe("what stands in the SDK's place", () => {
    const [orders] = register({ orders: declare(LambdaFunction, { handler: "index.handler" }) }, "dev", false);
    assert.ok(orders);

    it("is there in the pack that is built, as its client sees it", async () => {
        const requests = bench.requestsOf(mixedStack(10));
        assert.equal(await bench.readingOf(root, requests), "bytes");
        assert.equal(await bench.readingOf(root, bench.travelling(requests)), "bytes");
    }).timeout(120_000);
    it("gives all policies the stack that was read from bytes", async () => {
        const journal: JournalEntry[] = [];
        const pack = packOf([stackRule("a-rule")], { journal: (entries) => journal.push(...entries) });
        await new Analyzer(pack).run([orders]);
        assert.equal(reading(journal), "bytes");
    });
    it("says so where the SDK goes by another way, and judges all the same", async () => {
        const journal: JournalEntry[] = [];
        const { policies } = packOf([stackRule("a-rule")], { journal: (entries) => journal.push(...entries) });
        const resource = new protocol.AnalyzerResource();
        resource.setType(orders.type);
        resource.setName(orders.name);
        resource.setUrn(orders.urn);
        resource.setProperties(Struct.fromJavaScript({ runtime: "nodejs8.10" }));
        resource.setOptions(new protocol.AnalyzerResourceOptions());
        const request = new protocol.AnalyzeStackRequest();
        request.setResourcesList([resource]);
        await answered(policies as readonly StackValidationPolicy[], request);
        assert.equal(reading(journal), "objects");
        assert.deepEqual(
            journal.flatMap((entry) => (entry.kind === "check" ? [`${entry.policy} ${entry.verdict}`] : [])),
            ["a-rule violation", "a-rule violation"],
        );
    });
    it("falls back on the SDK's own reading where the bytes are not what it knows", () => {
        packOf([]);
        assert.throws(() => AnalyzerService.analyzeStack.requestDeserialize(Buffer.from([10, 5, 1])));
    });
});

async function answered(policies: readonly StackValidationPolicy[], request: protocol.AnalyzeStackRequest) {
    type Make = (
        ...pack: readonly unknown[]
    ) => (call: { request: unknown }, done: (error: unknown, answer: unknown) => void) => void;
    const { makeAnalyzeStackRpcFun } = server as unknown as { makeAnalyzeStackRpcFun: Make };
    const call = makeAnalyzeStackRpcFun("example", "0.0.0", "mandatory", policies);
    return new Promise((resolve, reject) => {
        call({ request }, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
}

describe("an answer about policies that do not apply", () => {
    before(() => packOf([]));
    const notApplicable = (policy: string, reason: string) => {
        const one = new protocol.PolicyNotApplicable();
        one.setPolicyName(policy);
        one.setReason(reason);
        return one;
    };
    const list = [notApplicable("a", "queues"), notApplicable("b", ""), notApplicable("a", "topics")];
    const told = (response: { getNotApplicableList(): protocol.PolicyNotApplicable[] }) =>
        response.getNotApplicableList().map((one) => one.toObject());

    for (const again of [false, true]) {
        it(`is the same whether their bytes are made or repeated${again ? ", again" : ""}`, () => {
            const response = new protocol.AnalyzeResponse();
            const finding = new protocol.AnalyzeDiagnostic();
            finding.setMessage("found");
            response.setDiagnosticsList([finding]);
            response.setNotApplicableList([...list]);
            const bytes = AnalyzerService.analyze.responseSerialize(response);
            const read = protocol.AnalyzeResponse.deserializeBinary(bytes);
            assert.deepEqual(
                told(read),
                list.map((one) => one.toObject()),
            );
            assert.equal(read.getDiagnosticsList()[0]?.getMessage(), "found");
        });
        it(`also of a remediation${again ? ", again" : ""}`, () => {
            const response = new protocol.RemediateResponse();
            response.setNotApplicableList([...list]);
            const bytes = AnalyzerService.remediate.responseSerialize(response);
            assert.deepEqual(
                told(protocol.RemediateResponse.deserializeBinary(bytes)),
                list.map((one) => one.toObject()),
            );
        });
    }
});
