import { SECRET_PLACEHOLDER, type StackConfiguration } from "../project/configuration";
import type { Finding, OpenCheck, Report } from "../report/model";
import { withoutColours } from "../report/printable";

/** Replaces the values of secret configuration in a text. */
export type Redaction = (text: string) => string;

/** As the engine does for all that it prints: what is too short or too common to tell apart stays. */
export function redactionOf({ values, secretKeys }: StackConfiguration): Redaction {
    const secrets = secretKeys
        .flatMap((key) => textsOf(values[key] ?? ""))
        .filter((value) => value.length >= 3 && !/^(?:true|false)$/i.test(value) && value !== SECRET_PLACEHOLDER)
        .flatMap(writtenAs)
        .sort((a, b) => b.length - a.length);
    // A colour in the middle of a secret would hide it from here, and not from whoever reads it.
    return (text) => secrets.reduce((shown, value) => shown.replaceAll(value, "[secret]"), withoutColours(text));
}

/** A value, and of an object in JSON each text that it holds. */
function textsOf(value: string): readonly string[] {
    if (!/^\s*[{[]/.test(value)) return [value];
    try {
        return [value, ...leavesOf(JSON.parse(value))];
    } catch {
        return [value];
    }
}

function leavesOf(tree: unknown): readonly string[] {
    if (typeof tree === "string") return [tree];
    return typeof tree === "object" && tree !== null ? Object.values(tree).flatMap(leavesOf) : [];
}

/** How programs and packs write a text into another: as it is, in JSON, in a URL, packed. A short one would be found in anything. */
function writtenAs(value: string): readonly string[] {
    const forms = [value, JSON.stringify(value).slice(1, -1)];
    if (value.length < SHORTEST_PACKED) return forms;
    const bytes = Buffer.from(value);
    return [
        ...new Set([...forms, encodeURIComponent(bytes.toString("utf8")), ...packed(bytes), bytes.toString("hex")]),
    ];
}

const SHORTEST_PACKED = 8;

/** In base64 of whatever holds it: a text looks different there by where it begins, and its ends share a digit with their neighbours. */
function packed(bytes: Buffer): readonly string[] {
    return [0, 1, 2].flatMap((shift) => {
        const digits = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString("base64")
            .replace(/=+$/, "");
        const whole = Math.floor(((bytes.length + shift) * 8) / 6);
        const inner = digits.slice(Math.ceil((shift * 8) / 6), whole);
        return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
    });
}

/** Another pack than this one may quote an input; the report does not. Names of resources and policies stay, by which a report is read. */
export function redactedReport(report: Report, redact: Redaction): Report {
    const finding = (one: Finding): Finding => ({
        ...one,
        title: redact(one.title),
        at: redact(one.at),
        fact: redact(one.fact),
        why: redact(one.why),
        fix: redact(one.fix),
        ...(one.note !== undefined && { note: redact(one.note) }),
    });
    const open = (one: OpenCheck): OpenCheck => ({
        ...one,
        ...(one.at !== undefined && { at: redact(one.at) }),
        ...(one.fact !== undefined && { fact: redact(one.fact) }),
        awaits: one.awaits.map(redact),
        ...(one.reason !== undefined && { reason: redact(one.reason) }),
    });
    return {
        ...report,
        findings: report.findings.map(finding),
        undecided: report.undecided.map(open),
        exempted: report.exempted.map(open),
        // A component's plugin says there why it failed.
        notSeen: report.notSeen.map((one) => ({ ...one, what: redact(one.what) })),
        ...(report.drawing && { drawing: redactedTree(report.drawing, redact) }),
    };
}

/** Of a drawing, all but the names of resources; ends of edges stay the ids of nodes, since each text is changed alike. */
function redactedTree<T>(tree: T, redact: Redaction): T {
    if (typeof tree === "string") return (tree.startsWith("urn:") ? tree : redact(tree)) as T;
    if (Array.isArray(tree)) return tree.map((below) => redactedTree(below, redact)) as T;
    if (typeof tree !== "object" || tree === null) return tree;
    const { name } = tree as { name?: unknown };
    const isNamed = "urn" in tree && name !== undefined;
    return {
        ...Object.fromEntries(Object.entries(tree).map(([key, below]) => [key, redactedTree(below, redact)])),
        ...(isNamed && { name }),
    } as T;
}
