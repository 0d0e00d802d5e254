import { type Answer, absent, all, any, equals, isRecord, undecided, Value } from "../values";

/** A document by which people open sessions. https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html */
export interface SessionDocument {
    /**
     * Does it open shells under preferences of its own? Those of single commands follow the account's; forwarding of ports cannot be
     * logged.
     */
    readonly opensShells: Answer;
    /** Its preferences. */
    readonly inputs: Value;
    /** Is it the account's preference, which holds wherever nobody names another? */
    readonly isAccounts: Answer;
}

export function sessionDocument(document: Value): SessionDocument {
    const content = readable(document.get("content"));
    const sessionType = content?.get("sessionType");
    return {
        opensShells: all(
            equals(document.get("documentType"), "Session"),
            sessionType
                ? any(absent(sessionType), equals(sessionType, "Standard_Stream"))
                : undecided(document.get("content").place),
        ),
        inputs: content?.get("inputs") ?? new Value(undefined),
        isAccounts: equals(document.get("name"), "SSM-SessionManagerRunShell"),
    };
}

/** Its content as an object, from JSON or YAML; undefined where it is not known, or neither. */
function readable(content: Value): Value | undefined {
    const read = content.json() ?? new Value(fromYaml(content.text() ?? ""), content.path);
    return isRecord(read.known()) ? read : undefined;
}

/** Loaded where a document asks for it: few stacks have one, and all would wait for it. */
function fromYaml(text: string): unknown {
    const { parse } = require("yaml") as typeof import("yaml");
    try {
        return parse(text, { logLevel: "error" });
    } catch {
        return undefined;
    }
}
