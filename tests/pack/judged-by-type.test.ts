import assert from "node:assert/strict";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { judgedByType } from "../../pack/sdk";

describe("the list of policies", () => {
    const [queues, tables, other] = [{ name: "queues" }, { name: "tables" }, { name: "other" }];
    const types = new Map<object, ReadonlySet<string>>([
        [queues, new Set(["aws:sqs/queue:Queue", "aws:sns/topic:Topic"])],
        [tables, new Set(["aws:dynamodb/table:Table", "aws:keyspaces/table:Table"])],
    ]);
    const list = judgedByType([queues, tables, other], (policy) => types.get(policy));
    const names = () => [...list].map(({ name }) => name);
    const arrived = (type: string) => {
        const request = new AnalyzeRequest();
        request.setType(type);
        return AnalyzerService.analyze.requestDeserialize(Buffer.from(request.serializeBinary()));
    };

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
