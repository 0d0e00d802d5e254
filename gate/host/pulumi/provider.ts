import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { PropertyTree, ProviderSettings, SyntheticCloud } from "../../synthetic";
import { opened } from "../../synthetic/wire-values";
import { fromStruct, toStruct } from "../trees";

/** A provider that the real engine attaches to (`PULUMI_DEBUG_PROVIDERS=aws:PORT`) and that answers with a synthetic cloud. */
export interface AttachedProvider {
    readonly port: number;
    stop(): void;
}

type Handler<Request, Response> = (request: Request) => Response;

/** Serves one provider package, such as `aws` at `7.48.0`, on a local port of its own. */
export async function serveProvider(
    packageName: string,
    version: string,
    cloud: SyntheticCloud,
): Promise<AttachedProvider> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    let configured: PropertyTree = {};
    const settings = (): ProviderSettings => ({ package: packageName, version, inputs: configured });
    const request = (urn: string, inputs: PropertyTree) => ({ urn, ...typeAndName(urn), inputs, provider: settings() });
    const methods = {
        handshake: unary<pb.ProviderHandshakeRequest, pb.ProviderHandshakeResponse>(() => {
            const answer = new pb.ProviderHandshakeResponse();
            answer.setAcceptSecrets(true);
            answer.setAcceptResources(false);
            answer.setAcceptOutputs(false);
            return answer;
        }),
        attach: unary(() => new Empty()),
        getPluginInfo: unary(() => {
            const info = new PluginInfo();
            info.setVersion(version);
            return info;
        }),
        getSchema: unary(() => {
            const answer = new pb.GetSchemaResponse();
            answer.setSchema(JSON.stringify({ name: packageName, version }));
            return answer;
        }),
        checkConfig: unary((given: pb.CheckRequest) => {
            const answer = new pb.CheckResponse();
            answer.setInputs(given.getNews());
            return answer;
        }),
        diffConfig: unary(() => new pb.DiffResponse()),
        configure: unary((given: pb.ConfigureRequest) => {
            configured = opened(fromStruct(given.getArgs())) as PropertyTree;
            const answer = new pb.ConfigureResponse();
            answer.setAcceptsecrets(true);
            answer.setSupportspreview(true);
            return answer;
        }),
        check: unary((given: pb.CheckRequest) => {
            const answer = new pb.CheckResponse();
            answer.setInputs(toStruct(cloud.check(request(given.getUrn(), fromStruct(given.getNews())))));
            return answer;
        }),
        diff: unary(() => new pb.DiffResponse()),
        create: unary((given: pb.CreateRequest) => {
            const created = cloud.create(request(given.getUrn(), fromStruct(given.getProperties())));
            const answer = new pb.CreateResponse();
            answer.setId(created.id);
            answer.setProperties(toStruct(created.outputs));
            return answer;
        }),
        read: unary((given: pb.ReadRequest) => {
            const read = cloud.read({ ...request(given.getUrn(), fromStruct(given.getInputs())), id: given.getId() });
            const answer = new pb.ReadResponse();
            answer.setId(read.id);
            answer.setProperties(toStruct(read.outputs));
            // Without inputs of its own, an answer says that nothing can be imported.
            answer.setInputs(given.getInputs() ?? new Struct());
            return answer;
        }),
        update: unary((given: pb.UpdateRequest) => {
            const answer = new pb.UpdateResponse();
            answer.setProperties(given.getNews());
            return answer;
        }),
        delete: unary(() => new Empty()),
        invoke: unary((given: pb.InvokeRequest) => {
            const answer = new pb.InvokeResponse();
            answer.setReturn(
                toStruct(
                    cloud.invoke({ token: given.getTok(), args: fromStruct(given.getArgs()), provider: settings() }),
                ),
            );
            return answer;
        }),
        cancel: unary(() => new Empty()),
    };
    server.addService(
        ResourceProviderService as unknown as grpc.ServiceDefinition,
        methods as unknown as grpc.UntypedServiceImplementation,
    );
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error ? reject(error) : resolve(bound),
        );
    });
    return { port, stop: () => server.forceShutdown() };
}

function unary<Request, Response>(answer: Handler<Request, Response>) {
    return (
        call: { readonly request: Request },
        done: (error: Partial<grpc.ServiceError> | null, response?: Response) => void,
    ): void => {
        try {
            done(null, answer(call.request));
        } catch (error) {
            done({ code: grpc.status.UNKNOWN, message: error instanceof Error ? error.message : String(error) });
        }
    };
}

function typeAndName(urn: string): { type: string; name: string } {
    const [, , types = "", ...name] = urn.split("::");
    return { type: types.split("$").at(-1) ?? types, name: name.join("::") };
}
