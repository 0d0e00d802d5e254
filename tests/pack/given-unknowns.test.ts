import assert from "node:assert/strict";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { inputOf, Stack } from "../../model/graph";
import { UNKNOWN, Value } from "../../model/values";
import { packOf } from "../../pack/pack";
import { givenUnknowns } from "../../pack/sdk";

const urn = "urn:pulumi:dev::shop::aws:rds/instance:Instance::orders";

/** As the engine asks about one resource. */
function analyze(properties: Record<string, unknown>): void {
    const request = new AnalyzeRequest();
    request.setUrn(urn);
    request.setType("aws:rds/instance:Instance");
    request.setProperties(Struct.fromJavaScript(properties as never));
    AnalyzerService.analyze.requestDeserialize(Buffer.from(request.serializeBinary()));
}

function subnetGroup(unknowns: ReadonlySet<string> | undefined): string {
    const root = new Value({ dbSubnetGroupName: UNKNOWN }, "", { resource: "orders" });
    const record = { urn, type: "aws:rds/instance:Instance", name: "orders", root, dependencies: [] };
    const given = unknowns && { givenUnknowns: unknowns };
    const stack = new Stack([{ ...record, propertyDependencies: {}, protect: false, ...given }]);
    const [resource] = stack.resources;
    return resource ? inputOf(resource, "dbSubnetGroupName").state : "";
}

describe("what a program gives and nobody knows yet", () => {
    before(() => packOf([]));

    it("is told apart from what only the provider computes, also where no output went into it", () => {
        analyze({ dbSubnetGroupName: UNKNOWN, engine: "postgres" });
        assert.deepEqual([...(givenUnknowns(urn) ?? [])], ["dbSubnetGroupName"]);
        assert.equal(subnetGroup(givenUnknowns(urn)), "unknown");
        assert.equal(subnetGroup(undefined), "absent");
    });
    it("is forgotten once it is known", () => {
        analyze({ dbSubnetGroupName: "private" });
        assert.equal(givenUnknowns(urn), undefined);
    });
});
