import assert from "node:assert/strict";
import { promisify } from "node:util";
import * as grpc from "@grpc/grpc-js";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Deployment } from "../../gate/host/deployment";
import { Monitor } from "../../gate/host/monitor";
import type { Pack } from "../../gate/host/pack";
import { syntheticCloud } from "../../gate/synthetic";

/** How older and newer SDKs ask what they may rely on: one feature by its name, or all at once. */
describe("the embedded monitor", () => {
    const server = new grpc.Server();
    let client: ResourceMonitorClient;
    before(async () => {
        const deployment = new Deployment({
            stack: "dev",
            project: "shop",
            projectFolder: "/shop",
            programFolder: "/shop",
            organization: "acme",
            configuration: { "shop:pin": "1234" },
            secretKeys: ["shop:pin"],
            cloud: syntheticCloud(),
            pack: new Promise<Pack>(() => undefined),
            progress: () => undefined,
        });
        new Monitor(deployment).register(server);
        const bind = promisify(server.bindAsync.bind(server));
        const port = await bind("127.0.0.1:0", grpc.ServerCredentials.createInsecure());
        client = new ResourceMonitorClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    });
    after(() => {
        client.close();
        server.forceShutdown();
    });

    const info = () =>
        new Promise<pb.DeploymentInfo>((resolve, reject) => {
            client.getDeploymentInfo(new Empty(), (error, answer) => (error ? reject(error) : resolve(answer)));
        });
    const supports = (name: string) =>
        new Promise<boolean>((resolve, reject) => {
            const request = new pb.SupportsFeatureRequest();
            request.setId(name);
            client.supportsFeature(request, (error, answer) =>
                error ? reject(error) : resolve(answer.getHassupport()),
            );
        });

    it("gives to both the features without which secrets, references and transforms are lost", async () => {
        const listed = new Set((await info()).getSupportedfeaturesList());
        const features = {
            secrets: pb.ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_SECRETS,
            resourceReferences: pb.ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
            outputValues: pb.ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_OUTPUT_VALUES,
            transforms: pb.ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_TRANSFORMS,
            parameterization: pb.ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION,
            resourceHooks: pb.ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS,
        };
        for (const [name, feature] of Object.entries(features)) {
            assert.ok(listed.has(feature), `${name} is not listed`);
            assert.ok(await supports(name), `${name} is denied`);
        }
        assert.equal(await supports("telepathy"), false);
    });
    it("tells what is deployed where", async () => {
        const { project, stack, organization, configMap, configsecretkeysList, dryrun } = (await info()).toObject();
        assert.deepEqual(
            { project, stack, organization, configMap, configsecretkeysList, dryrun },
            {
                project: "shop",
                stack: "dev",
                organization: "acme",
                configMap: [["shop:pin", "1234"]],
                configsecretkeysList: ["shop:pin"],
                dryrun: true,
            },
        );
    });
});
