import * as grpc from "@grpc/grpc-js";
import { InputPropertiesError } from "@pulumi/pulumi/proto/errors_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { CannotCheck, reasonOf } from "../../errors";

/** A call that a plugin did not answer. */
export class CannotAnswer extends CannotCheck {
    constructor(
        readonly code: grpc.status,
        sentence: string,
    ) {
        super(sentence);
    }
}

/** A plugin was asked for a component, and failed; silence is none. */
export class ConstructFailure extends CannotCheck {}

/** `seconds` is how long the plugin was waited for. */
export function cannotAnswer(error: grpc.ServiceError, seconds: number): CannotAnswer {
    return new CannotAnswer(error.code, reasonWithin(seconds, error));
}

/** What is wrong with the component, where a plugin failed over it. */
export function constructFailure(error: unknown): unknown {
    return error instanceof CannotAnswer && error.code !== grpc.status.DEADLINE_EXCEEDED
        ? new ConstructFailure(error.message)
        : error;
}

function reasonWithin(seconds: number, error: grpc.ServiceError): string {
    if (error.code === grpc.status.DEADLINE_EXCEEDED) return `it did not answer within ${seconds} seconds`;
    if (error.code === grpc.status.UNAVAILABLE) return "its process ended";
    const said = (error.details ?? "").trim().split("\n")[0] ?? "";
    const sentences = [said, ...wrongProperties(error)].filter((one) => one !== "");
    return sentences.length > 0 ? sentences.join(", ") : reasonOf(error);
}

/** The properties that a plugin refuses, each with why. Source: pulumi/pulumi, errors.proto. */
function wrongProperties({ metadata }: grpc.ServiceError): readonly string[] {
    const [packed] = metadata.get("grpc-status-details-bin");
    if (!Buffer.isBuffer(packed)) return [];
    try {
        return Status.deserializeBinary(packed)
            .getDetailsList()
            .filter((one) => one.getTypeName() === "pulumirpc.InputPropertiesError")
            .flatMap((one) => InputPropertiesError.deserializeBinary(one.getValue_asU8()).getErrorsList())
            .map((one) => `${one.getPropertyPath()}: ${one.getReason()}`);
    } catch {
        // Details of another kind: the sentence stands alone.
        return [];
    }
}
