import * as grpc from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import * as callbacks from "@pulumi/pulumi/proto/callback_pb";
import * as pb from "@pulumi/pulumi/proto/resource_pb";
import type { PropertyTree } from "../synthetic";
import { fromStruct, toStruct } from "./trees";

/** A function of the program's that the engine calls back. */
export interface Callback {
    readonly target: string;
    readonly token: string;
}

/** What a transform may change of a registration. */
export interface Transformed {
    readonly properties: PropertyTree;
    readonly options: pb.TransformResourceOptions;
}

/** What a transform may change of a function's call. */
export interface TransformedCall {
    readonly args: PropertyTree;
    readonly options: pb.TransformInvokeOptions;
}

/** The program's transforms: those of the stack, and those given to resources for themselves and their children. */
export class Transforms {
    private readonly stack: Callback[] = [];
    private readonly invokes: Callback[] = [];
    private readonly byResource = new Map<string, { readonly own: readonly Callback[]; readonly parent: string }>();
    private readonly clients = new Map<string, CallbacksClient>();

    addStack(callback: Callback): void {
        this.stack.push(callback);
    }

    addInvoke(callback: Callback): void {
        this.invokes.push(callback);
    }

    /** Remembers a resource's transforms for its children: of a remote component its plugin's own, then the program's. */
    remember(urn: string, own: readonly Callback[], parent: string): void {
        const before = this.byResource.get(urn)?.own ?? [];
        this.byResource.set(urn, { own: [...own, ...before], parent });
    }

    /** Own transforms first, then the parents', then the stack's, each seeing what the one before made. */
    async apply(
        resource: { readonly type: string; readonly name: string; readonly custom: boolean; readonly parent: string },
        own: readonly Callback[],
        given: Transformed,
    ): Promise<Transformed> {
        const chain = [...own];
        for (let at = this.byResource.get(resource.parent); at; at = this.byResource.get(at.parent))
            chain.push(...at.own);
        chain.push(...this.stack);
        let current = given;
        for (const callback of chain) {
            const request = new pb.TransformRequest();
            request.setType(resource.type);
            request.setName(resource.name);
            request.setCustom(resource.custom);
            request.setParent(resource.parent);
            request.setProperties(toStruct(current.properties));
            request.setOptions(current.options);
            const response = pb.TransformResponse.deserializeBinary(
                await this.call(callback, request.serializeBinary()),
            );
            current = {
                properties: response.hasProperties() ? fromStruct(response.getProperties()) : current.properties,
                options: response.getOptions() ?? current.options,
            };
        }
        return current;
    }

    async applyInvoke(token: string, given: TransformedCall): Promise<TransformedCall> {
        let current = given;
        for (const callback of this.invokes) {
            const request = new pb.TransformInvokeRequest();
            request.setToken(token);
            request.setArgs(toStruct(current.args));
            request.setOptions(current.options);
            const response = pb.TransformInvokeResponse.deserializeBinary(
                await this.call(callback, request.serializeBinary()),
            );
            current = {
                args: response.hasArgs() ? fromStruct(response.getArgs()) : current.args,
                options: response.getOptions() ?? current.options,
            };
        }
        return current;
    }

    close(): void {
        for (const client of this.clients.values()) client.close();
    }

    private call({ target, token }: Callback, message: Uint8Array): Promise<Uint8Array> {
        let client = this.clients.get(target);
        if (!client) {
            client = new CallbacksClient(target, grpc.credentials.createInsecure());
            this.clients.set(target, client);
        }
        const request = new callbacks.CallbackInvokeRequest();
        request.setToken(token);
        request.setRequest(message);
        return new Promise((resolve, reject) => {
            client.invoke(request, (error, response) => (error ? reject(error) : resolve(response.getResponse_asU8())));
        });
    }
}
