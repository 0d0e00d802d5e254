import { stripVTControlCharacters } from "node:util";
import type { Diagnostic } from "../types";

interface PolicyEvent {
    readonly resourceUrn?: string;
    readonly policyName: string;
    readonly message: string;
    readonly enforcementLevel: string;
    readonly severity?: string;
}

interface EngineEvent {
    readonly policyEvent?: PolicyEvent;
    readonly diagnosticEvent?: { readonly severity: string; readonly message: string };
}

/** What the engine tells while it runs, as `pulumi preview --json` prints it: an event a line. */
export class Events {
    readonly diagnostics: Diagnostic[] = [];
    /** What the engine and the program called errors. */
    readonly errors: string[] = [];
    private rest = "";

    /** Takes what was printed, in whatever pieces. */
    take(printed: string): void {
        const lines = (this.rest + printed).split("\n");
        this.rest = lines.pop() ?? "";
        for (const line of lines) this.line(line);
    }

    private line(line: string): void {
        // Most lines tell of steps, and are long.
        if (!line.includes('"policyEvent"') && !line.includes('"diagnosticEvent"')) return;
        const { policyEvent, diagnosticEvent } = eventOf(line);
        if (policyEvent) this.diagnostics.push(diagnosticOf(policyEvent));
        if (diagnosticEvent?.severity !== "error") return;
        const text = withoutValues(plainText(diagnosticEvent.message));
        if (!VERDICT.test(text)) this.errors.push(text);
    }
}

/** What the engine says at the end, also where all that it found are violations. */
const VERDICT = /^\s*preview failed\s*$/;

function eventOf(line: string): EngineEvent {
    try {
        return JSON.parse(line) as EngineEvent;
    } catch {
        // What a tool prints beside the engine is no event.
        return {};
    }
}

/** The SDK puts the policy's description, which is one line, before the message. */
function diagnosticOf({ policyName, message, enforcementLevel, severity, resourceUrn }: PolicyEvent): Diagnostic {
    const text = plainText(message).replace(/\n$/, "");
    return {
        policy: policyName,
        description: text.split("\n", 1)[0] ?? "",
        message: text,
        level: enforcementLevel === "advisory" ? "advisory" : "mandatory",
        severity: severity ?? "",
        urn: resourceUrn ?? "",
    };
}

/** The engine quotes an input that a provider or a plugin refuses. */
function withoutValues(text: string): string {
    return text.replace(/^(\s*- property .*?) with value '[\s\S]*?' (has a problem: )/gm, "$1 $2");
}

/** Without the engine's own marks of colour, such as `<{%reset%}>`. */
function plainText(text: string): string {
    return stripVTControlCharacters(text.replace(/<\{%.*?%\}>/g, ""));
}
