import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { awsSchema, type PropertyTree, type ProviderSettings, type SyntheticCloud } from "../../synthetic";
import { opened } from "../../synthetic/wire-values";
import { fromStruct, toStruct } from "../trees";
import { type Served, serve } from "./relay";

type Handler<Request, Response> = (request: Request, peer: string) => Response;

/**
 * Serves one provider package, such as `aws` at `7.48.0`, on a local port of its own. The real engine attaches to it
 * (`PULUMI_DEBUG_PROVIDERS=aws:PORT`), once for each provider that a program has, and it answers with a synthetic cloud.
 * `withoutSchema` is called where a language asks for a schema that only the package's own plugin has.
 */
export function serveProvider(
    packageName: string,
    version: string,
    cloud: SyntheticCloud,
    withoutSchema: () => void = () => undefined,
): Promise<Served> {
    /** By connection, for each provider has its own. */
    const configured = new Map<string, PropertyTree>();
    const settings = (peer: string): ProviderSettings => ({
        package: packageName,
        version,
        inputs: configured.get(peer) ?? {},
    });
    const request = (urn: string, inputs: PropertyTree, peer: string) => ({
        urn,
        ...typeAndName(urn),
        inputs,
        provider: settings(peer),
    });
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
            if (packageName !== "aws") withoutSchema();
            answer.setSchema(
                JSON.stringify(packageName === "aws" ? awsSchema(version) : { name: packageName, version }),
            );
            return answer;
        }),
        parameterize: unary((given: pb.ParameterizeRequest) => {
            const answer = new pb.ParameterizeResponse();
            answer.setName(given.getValue()?.getName() ?? packageName);
            answer.setVersion(given.getValue()?.getVersion() ?? version);
            return answer;
        }),
        checkConfig: unary((given: pb.CheckRequest) => {
            const answer = new pb.CheckResponse();
            answer.setInputs(toStruct(withRegion(packageName, fromStruct(given.getNews()))));
            return answer;
        }),
        diffConfig: unary(() => new pb.DiffResponse()),
        configure: unary((given: pb.ConfigureRequest, peer) => {
            configured.set(peer, opened(fromStruct(given.getArgs())) as PropertyTree);
            const answer = new pb.ConfigureResponse();
            answer.setAcceptsecrets(true);
            answer.setSupportspreview(true);
            return answer;
        }),
        check: unary((given: pb.CheckRequest, peer) => {
            const answer = new pb.CheckResponse();
            answer.setInputs(toStruct(cloud.check(request(given.getUrn(), fromStruct(given.getNews()), peer))));
            return answer;
        }),
        diff: unary(() => new pb.DiffResponse()),
        create: unary((given: pb.CreateRequest, peer) => {
            const created = cloud.create(request(given.getUrn(), fromStruct(given.getProperties()), peer));
            const answer = new pb.CreateResponse();
            answer.setId(created.id);
            answer.setProperties(toStruct(created.outputs));
            return answer;
        }),
        read: unary((given: pb.ReadRequest, peer) => {
            const asked = request(given.getUrn(), fromStruct(given.getInputs()), peer);
            const read = cloud.read({ ...asked, id: given.getId() });
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
        invoke: unary((given: pb.InvokeRequest, peer) => {
            const [token, args] = [given.getTok(), fromStruct(given.getArgs())];
            const answer = new pb.InvokeResponse();
            answer.setReturn(toStruct(cloud.invoke({ token, args, provider: settings(peer) })));
            return answer;
        }),
        cancel: unary(() => new Empty()),
    };
    return serve((server) =>
        server.addService(
            ResourceProviderService as unknown as grpc.ServiceDefinition,
            methods as unknown as grpc.UntypedServiceImplementation,
        ),
    );
}

function unary<Request, Response>(answer: Handler<Request, Response>) {
    return (
        call: grpc.ServerUnaryCall<Request, Response>,
        done: (error: Partial<grpc.ServiceError> | null, response?: Response) => void,
    ): void => {
        try {
            done(null, answer(call.request, call.getPeer()));
        } catch (error) {
            done({ code: grpc.status.UNKNOWN, message: error instanceof Error ? error.message : String(error) });
        }
    };
}

/** As AWS's provider, which looks for its region where its tools do. */
function withRegion(packageName: string, inputs: PropertyTree): PropertyTree {
    const region = process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
    return packageName !== "aws" || inputs["region"] !== undefined || region === undefined
        ? inputs
        : { ...inputs, region };
}

function typeAndName(urn: string): { type: string; name: string } {
    const [, , types = "", ...name] = urn.split("::");
    return { type: types.split("$").at(-1) ?? types, name: name.join("::") };
}
