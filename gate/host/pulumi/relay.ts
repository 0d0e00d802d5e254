import * as grpc from "@grpc/grpc-js";

const NO_LIMIT = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/** What a relay does with a call of its own accord. Messages stay bytes, so that fields of newer versions get through. */
export type Answer = (
    request: Buffer,
    handOn: (request: Buffer) => Promise<Buffer>,
    peer: string,
) => Promise<Buffer> | Buffer;

export interface Served {
    readonly port: number;
    stop(): void;
}

/** Serves on a local port of its own. */
export async function serve(register: (server: grpc.Server) => void): Promise<Served> {
    const server = new grpc.Server(NO_LIMIT);
    register(server);
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error ? reject(error) : resolve(bound),
        );
    });
    return { port, stop: () => server.forceShutdown() };
}

export function clientAt(address: string): grpc.Client {
    return new grpc.Client(address, grpc.credentials.createInsecure(), NO_LIMIT);
}

/**
 * Stands before a service: hands each call on to who is behind it, but for those in `answers`, by the methods' names. `behind`
 * may tell connections apart by their peer.
 */
export function relay(
    server: grpc.Server,
    service: grpc.ServiceDefinition,
    behind: (peer: string) => grpc.Client | Promise<grpc.Client>,
    answers: Readonly<Record<string, Answer>>,
): void {
    const methods = Object.entries(service);
    server.addService(
        Object.fromEntries(methods.map(([name, method]) => [name, inBytes(method)])),
        Object.fromEntries(
            methods.map(([name, { path, responseStream }]) => [
                name,
                responseStream ? streamed(path, behind) : unary(path, behind, answers[name]),
            ]),
        ),
    );
}

const bytes = (message: Buffer): Buffer => message;

function inBytes<M extends grpc.MethodDefinition<unknown, unknown>>(method: M): M {
    const raw = { requestSerialize: bytes, requestDeserialize: bytes };
    return { ...method, ...raw, responseSerialize: bytes, responseDeserialize: bytes };
}

function unary(path: string, behind: (peer: string) => grpc.Client | Promise<grpc.Client>, answer?: Answer) {
    return (call: grpc.ServerUnaryCall<Buffer, Buffer>, done: grpc.sendUnaryData<Buffer>): void => {
        const peer = call.getPeer();
        const handOn = async (request: Buffer): Promise<Buffer> => {
            const client = await behind(peer);
            return new Promise((resolve, reject) => {
                client.makeUnaryRequest(path, bytes, bytes, request, (error, response) =>
                    error ? reject(error) : resolve(response ?? Buffer.alloc(0)),
                );
            });
        };
        Promise.resolve()
            .then(() => (answer ? answer(call.request, handOn, peer) : handOn(call.request)))
            .then((response) => done(null, response))
            .catch((error: unknown) => done(asFailure(error)));
    };
}

function streamed(path: string, behind: (peer: string) => grpc.Client | Promise<grpc.Client>) {
    return (call: grpc.ServerWritableStream<Buffer, Buffer>): void => {
        const fail = (error: unknown) => call.emit("error", asFailure(error));
        const hand = (client: grpc.Client) => {
            const stream = client.makeServerStreamRequest(path, bytes, bytes, call.request);
            stream.on("data", (message: Buffer) => call.write(message));
            stream.on("end", () => call.end());
            stream.on("error", fail);
            call.on("cancelled", () => stream.cancel());
        };
        Promise.resolve()
            .then(() => behind(call.getPeer()))
            .then(hand)
            .catch(fail);
    };
}

/** An error from behind as it came, with its details; what fails here itself is of unknown kind. */
function asFailure(error: unknown): Partial<grpc.ServiceError> {
    const { code, details, metadata, message } = error as Partial<grpc.ServiceError>;
    const text = details || message || String(error);
    return { code: code ?? grpc.status.UNKNOWN, details: text, message: text, ...(metadata && { metadata }) };
}
