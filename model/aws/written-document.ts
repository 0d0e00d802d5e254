import { isRecord, type Value } from "../values";

/** What a property holds that takes an object, or its text in JSON or YAML: the object, with paths below the property; undefined for neither. */
export function writtenDocument(value: Value): Value | undefined {
    const read = value.json() ?? value.holding(fromYaml(value.text() ?? ""));
    return read.state === "unknown" || isRecord(read.known()) ? read : undefined;
}

/** What was read last: several policies ask for one document in turn, and a long one takes a while. */
let last: { readonly text: string; readonly document: unknown } | undefined;

function fromYaml(text: string): unknown {
    if (last?.text !== text) last = { text, document: parsed(text) };
    return last.document;
}

/** Loaded where a document asks for it: few stacks have one, and all would wait for it. */
function parsed(text: string): unknown {
    const { parse } = require("yaml") as typeof import("yaml");
    try {
        return parse(text, { logLevel: "error" });
    } catch {
        return undefined;
    }
}
