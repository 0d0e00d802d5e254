import assert from "node:assert/strict";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { ConfigureAnalyzerRequest, PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { observeConfiguration } from "../../pack/sdk";

describe("what the engine configures", () => {
    const before = AnalyzerService.configure;
    after(() => {
        AnalyzerService.configure = before;
    });
    const sent = (policies: Readonly<Record<string, Record<string, unknown>>>): Buffer => {
        const request = new ConfigureAnalyzerRequest();
        for (const [name, properties] of Object.entries(policies)) {
            const config = new PolicyConfig();
            config.setProperties(Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]));
            request.getPolicyconfigMap().set(name, config);
        }
        return Buffer.from(request.serializeBinary());
    };

    it("is seen whole, with names that no policy has, and reaches the SDK unchanged", () => {
        const configuration = observeConfiguration((given) => given);
        assert.equal(configuration().size, 0);
        const request = AnalyzerService.configure.requestDeserialize(sent({ "a-rule": { most: 3 }, misspelt: {} }));
        assert.deepEqual(
            [...configuration()],
            [
                ["a-rule", { most: 3 }],
                ["misspelt", {}],
            ],
        );
        assert.deepEqual(request.getPolicyconfigMap().get("a-rule")?.getProperties()?.toJavaScript(), { most: 3 });
    });
    it("is the latest that came", () => {
        const configuration = observeConfiguration((given) => given);
        AnalyzerService.configure.requestDeserialize(sent({ first: {} }));
        AnalyzerService.configure.requestDeserialize(sent({ second: {} }));
        assert.deepEqual([...configuration().keys()], ["second"]);
    });
    it("reaches the SDK as it was settled, and is told as it came", () => {
        const configuration = observeConfiguration(
            (given) => new Map([...given, ["strict-rule", { level: "mandatory", properties: { most: 5 } }]]),
        );
        const request = AnalyzerService.configure.requestDeserialize(sent({ "a-rule": {} }));
        const strict = request.getPolicyconfigMap().get("strict-rule");
        assert.deepEqual(strict?.getProperties()?.toJavaScript(), { most: 5 });
        assert.equal(strict?.getEnforcementlevel(), 1);
        assert.deepEqual([...configuration().keys()], ["a-rule"]);
    });
});
