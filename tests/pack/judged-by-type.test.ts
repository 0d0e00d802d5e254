import assert from "node:assert/strict";
import type { Policies, ResourceValidationPolicy } from "@pulumi/policy";
import * as server from "@pulumi/policy/server";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
    AnalyzeRequest,
    AnalyzeResponse,
    AnalyzerResourceOptions,
    ConfigureAnalyzerRequest,
    PolicyConfig,
    RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { judgedByType, observeConfiguration, takeOver } from "../../pack/sdk";

type Rpc = (call: { request: unknown }, done: (error: unknown, answer: never) => void) => void;
type Make = (...given: readonly unknown[]) => Rpc;
const { makeAnalyzeRpcFun, makeRemediateRpcFun } = server as unknown as Record<string, Make>;

const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;

/** As the engine tells the levels of policies. */
function configureWith(levels: Readonly<Record<string, (typeof LEVELS)[number]>>): void {
    const given = new ConfigureAnalyzerRequest();
    for (const [name, level] of Object.entries(levels)) {
        const config = new PolicyConfig();
        config.setEnforcementlevel(LEVELS.indexOf(level) as 0 | 1 | 2 | 3);
        config.setProperties(Struct.fromJavaScript({}));
        given.getPolicyconfigMap().set(name, config);
    }
    AnalyzerService.configure.requestDeserialize(Buffer.from(given.serializeBinary()));
}

/** What a client reads of the answer to a request about one resource. */
async function answer(policies: Policies, call: string, type: string): Promise<unknown> {
    const given = new AnalyzeRequest();
    given.setType(type);
    given.setOptions(new AnalyzerResourceOptions());
    given.setProperties(Struct.fromJavaScript({}));
    const service = call === "analyze" ? AnalyzerService.analyze : AnalyzerService.remediate;
    const request = service.requestDeserialize(Buffer.from(given.serializeBinary()));
    const make = call === "analyze" ? makeAnalyzeRpcFun : makeRemediateRpcFun;
    const response = await new Promise<never>((resolve, reject) =>
        make?.(
            "example",
            "0.0.0",
            "advisory",
            policies,
        )({ request }, (error, done) => (error ? reject(error) : resolve(done))),
    );
    const Response = call === "analyze" ? AnalyzeResponse : RemediateResponse;
    const read = Response.deserializeBinary(service.responseSerialize(response)).toObject();
    const byPolicy = (a: { policyName: string }, b: { policyName: string }) => (a.policyName < b.policyName ? -1 : 1);
    return { ...read, notApplicableList: [...read.notApplicableList].sort(byPolicy) };
}

describe("the list of policies", () => {
    const [queues, tables, other] = [{ name: "queues" }, { name: "tables" }, { name: "other" }];
    const types = new Map<object, ReadonlySet<string>>([
        [queues, new Set(["aws:sqs/queue:Queue", "aws:sns/topic:Topic"])],
        [tables, new Set(["aws:dynamodb/table:Table", "aws:keyspaces/table:Table"])],
    ]);
    const list = judgedByType<{ readonly name: string }>([queues, tables, other], (policy) => types.get(policy));
    const names = () => [...list].map(({ name }) => name);
    const arrived = (type: string) => {
        const request = new AnalyzeRequest();
        request.setType(type);
        return AnalyzerService.analyze.requestDeserialize(Buffer.from(request.serializeBinary()));
    };

    before(takeOver);
    // Another list that was gone through otherwise may have left a type behind.
    beforeEach(() => void names());

    it("is whole for whoever goes through it", () => {
        arrived("aws:sqs/queue:Queue");
        assert.deepEqual(names(), ["queues", "tables", "other"]);
        assert.deepEqual(
            list.map(({ name }) => name),
            ["queues", "tables", "other"],
        );
    });
    it("leaves out those of other types for a call that has asked for the resource's type, once", () => {
        const [queue, table] = [arrived("aws:sqs/queue:Queue"), arrived("aws:dynamodb/table:Table")];
        assert.equal(table.getType(), "aws:dynamodb/table:Table");
        assert.deepEqual(names(), ["tables", "other"]);
        assert.equal(queue.getType(), "aws:sqs/queue:Queue");
        assert.deepEqual(names(), ["queues", "other"]);
        assert.deepEqual(names(), ["queues", "tables", "other"]);
    });
    it("keeps those that say no types", () => {
        arrived("random:index/randomId:RandomId").getType();
        assert.deepEqual(names(), ["other"]);
    });
});

describe("what does not apply for its type", () => {
    const QUEUE = "aws:sqs/queue:Queue";
    const TABLE = "aws:dynamodb/table:Table";
    type Level = "advisory" | "disabled" | "remediate";
    const ofType = (name: string, type: string, enforcementLevel: Level = "advisory"): ResourceValidationPolicy => ({
        name,
        description: name,
        enforcementLevel,
        validateResource: Object.assign(() => undefined, { __pulumiType: type }),
    });
    const remediating: ResourceValidationPolicy = {
        name: "remediating",
        description: "",
        enforcementLevel: "remediate",
        remediateResource: () => undefined,
        validateResource: (args) => args.notApplicable("it says so itself"),
    };
    const policies = [remediating, ofType("queue", QUEUE), ofType("table", TABLE), ofType("off", TABLE, "disabled")];
    before(() => {
        takeOver();
        observeConfiguration((given) => given);
    });

    // What the SDK itself answers, without a list of ours.
    const plainly = (name: string, type: string) => answer([...policies], name, type);

    for (const call of ["analyze", "remediate"])
        for (const type of [QUEUE, TABLE, "random:index/randomId:RandomId"])
            it(`is answered as ever, the first time and later: ${call} of ${type}`, async () => {
                const expected = await plainly(call, type);
                const list = judgedByType(policies, () => undefined);
                for (let time = 0; time < 3; time++) assert.deepEqual(await answer(list, call, type), expected);
            });
    it("is asked anew once the levels are others", async () => {
        const list = judgedByType(policies, () => undefined);
        const asked = (call: "analyze" | "remediate") => {
            const request = new AnalyzeRequest();
            request.setType(QUEUE);
            AnalyzerService[call].requestDeserialize(Buffer.from(request.serializeBinary())).getType();
            return [...list].map(({ name }) => name.trim());
        };
        await answer(list, "analyze", QUEUE);
        assert.equal(asked("analyze").includes("table"), false);
        assert.deepEqual(asked("remediate"), ["remediating"]);
        try {
            configureWith({ table: "disabled", queue: "remediate" });
            assert.ok(asked("analyze").includes("table"));
            assert.deepEqual(asked("remediate"), ["remediating", "queue"]);
        } finally {
            configureWith({});
        }
    });
    it("shows no stand-in to whoever goes through the list otherwise", () => {
        const list = judgedByType(policies, () => undefined);
        assert.deepEqual(
            list.map(({ name }) => name),
            ["remediating", "queue", "table", "off"],
        );
    });
});
