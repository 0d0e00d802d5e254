import * as grpc from "@grpc/grpc-js";
import { CannotCheck } from "../errors";

/** A server on a port of this machine alone. Throws `CannotCheck` where none is free. */
export async function listen(): Promise<{ readonly server: grpc.Server; readonly address: string }> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    return { server, address: `127.0.0.1:${await bind(server)}` };
}

function bind(server: grpc.Server): Promise<number> {
    return new Promise((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
            if (error) reject(new CannotCheck("no local port could be opened for the program", error.message));
            else resolve(port);
        });
    });
}
