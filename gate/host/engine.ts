import type * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** What the program says to the engine: its errors, and which resource is the stack. */
export class Engine {
    readonly errors: string[] = [];
    private root = "";

    /** `failed` is called at the first error: from then on, this is no check that passes. */
    constructor(private readonly failed: () => void) {}

    register(server: grpc.Server): void {
        const implementation = {
            log: (call: { request: pb.LogRequest }, done: (error: null, answer: Empty) => void) => {
                const text = call.request.getMessage();
                if (call.request.getSeverity() === pb.LogSeverity.ERROR && this.errors.push(text) === 1) this.failed();
                done(null, new Empty());
            },
            getRootResource: (_: unknown, done: (error: null, answer: pb.GetRootResourceResponse) => void) => {
                const answer = new pb.GetRootResourceResponse();
                answer.setUrn(this.root);
                done(null, answer);
            },
            setRootResource: (
                call: { request: pb.SetRootResourceRequest },
                done: (error: null, answer: pb.SetRootResourceResponse) => void,
            ) => {
                this.root = call.request.getUrn();
                done(null, new pb.SetRootResourceResponse());
            },
            startDebugging: (_: unknown, done: (error: null, answer: Empty) => void) => done(null, new Empty()),
            requirePulumiVersion: (_: unknown, done: (error: null, answer: pb.RequirePulumiVersionResponse) => void) =>
                done(null, new pb.RequirePulumiVersionResponse()),
        };
        server.addService(
            EngineService as unknown as grpc.ServiceDefinition,
            implementation as unknown as grpc.UntypedServiceImplementation,
        );
    }
}
