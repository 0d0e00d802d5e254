/** Writes answers as the generated code does, with a writer that makes a text's bytes in one go instead of character by character. */
import type { Writer } from "protobufjs/minimal";

/** What a class of the generated code has: it goes through a message's fields and hands each to a writer. */
interface Written<M> {
    serializeBinaryToWriter(message: M, writer: never): void;
}

/** A message's bytes; undefined where the generated code asks for more than this writer knows. */
export function writtenBy<M>(type: Written<M>, message: M): Buffer | undefined {
    const writer = new AnswerWriter();
    try {
        type.serializeBinaryToWriter(message, writer as never);
        return writer.bytes();
    } catch {
        return undefined;
    }
}

/** The methods of google-protobuf's `BinaryWriter` that answers to analyses are written with. */
class AnswerWriter {
    private readonly writer: Writer = (
        require("protobufjs/minimal") as typeof import("protobufjs/minimal")
    ).Writer.create();

    writeString(field: number, text: string): void {
        this.writer.uint32(field * 8 + 2).string(text);
    }

    writeEnum(field: number, number: number): void {
        this.writer.uint32(field * 8).int32(number);
    }

    writeRepeatedMessage<M>(field: number, messages: readonly M[], write: (message: M, writer: this) => void): void {
        for (const message of messages) {
            this.writer.uint32(field * 8 + 2).fork();
            write(message, this);
            this.writer.ldelim();
        }
    }

    bytes(): Buffer {
        return this.writer.finish() as Buffer;
    }
}
