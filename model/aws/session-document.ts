import { type Answer, absent, all, any, equals, filled, undecided, Value } from "../values";
import { writtenDocument } from "./written-document";

/** A document by which people open sessions. https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html */
export interface SessionDocument {
    /**
     * Does it open shells under preferences of its own? Those of single commands follow the account's; forwarding of ports cannot be
     * logged.
     */
    readonly opensShells: Answer;
    /** Its preferences. */
    readonly inputs: Value;
    /** Does it name a log group or a bucket? An empty name is none. */
    readonly isLogged: Answer;
    /** Is it the account's preference, which holds wherever nobody names another? */
    readonly isAccounts: Answer;
}

export function sessionDocument(document: Value): SessionDocument {
    const content = known(document.get("content"));
    const sessionType = content?.get("sessionType");
    const inputs = content?.get("inputs") ?? new Value(undefined);
    return {
        opensShells: all(
            equals(document.get("documentType"), "Session"),
            sessionType
                ? any(absent(sessionType), equals(sessionType, "Standard_Stream"))
                : undecided(document.get("content").place),
        ),
        inputs,
        isLogged: any(filled(inputs.get("s3BucketName")), filled(inputs.get("cloudWatchLogGroupName"))),
        isAccounts: equals(document.get("name"), "SSM-SessionManagerRunShell"),
    };
}

/** Its content, where that is known, and an object. */
function known(content: Value): Value | undefined {
    const read = writtenDocument(content);
    return read?.state === "known" ? read : undefined;
}
