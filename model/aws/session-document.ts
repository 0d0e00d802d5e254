import { type Answer, absent, all, any, equals, undecided, Value } from "../values";
import { plainYaml } from "./plain-yaml";

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

/** Its content as an object, from JSON or YAML; undefined where it is not known, neither, or more of YAML than is read here. */
function readable(content: Value): Value | undefined {
    const read = content.json();
    if (read) return read.state === "unknown" ? undefined : read;
    const mapping = plainYaml(content.text() ?? "");
    return mapping && new Value(mapping, content.path);
}
