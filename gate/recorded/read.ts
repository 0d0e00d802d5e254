import { readFileSync } from "node:fs";
import { CannotCheck, reasonOf } from "../errors";
import { record } from "../project/project";
import { parsed, textOf } from "./document";
import { isPreview, readPreview } from "./preview";
import { isState, type Recorded, readState } from "./state";

/** A file's bytes; `-` is standard input. Throws `CannotCheck` where it cannot be read. */
export function bytesOf(file: string): Buffer {
    try {
        return readFileSync(file === "-" ? 0 : file);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "ENOENT") throw new CannotCheck(`there is no file ${file}`);
        throw new CannotCheck(`${file} cannot be read`, reasonOf(error));
    }
}

/** How a sentence calls a file. */
export function nameOf(file: string): string {
    return file === "-" ? "standard input" : file;
}

/** What the engine recorded of a stack: a state, or a preview. Undefined where the stack was never deployed. */
export function readRecorded(bytes: Buffer, name: string): Recorded | undefined {
    const text = textOf(bytes, name);
    if (isEvents(text)) throw new CannotCheck(`${name} is a stream of events: aws-serverless-security report ${name}`);
    const document = parsed(text, name);
    if (typeof document === "object" && document !== null && !Array.isArray(document)) {
        const content = record(document);
        if (isState(content)) return readState(content, name);
        if (isPreview(content)) return readPreview(content, name);
    }
    throw new CannotCheck(
        `${name} is neither a state (pulumi stack export, or a checkpoint of a backend) nor a preview (pulumi preview --json)`,
    );
}

/** Does a text begin with an event of the engine's? */
export function isEvents(text: string): boolean {
    return /^\s*(?:\[\s*|\{\s*"events"\s*:\s*\[\s*)?\{\s*"sequence"\s*:/.test(text);
}
