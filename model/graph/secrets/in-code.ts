import { type CodeSlot, codeSlotsOf } from "../../aws";
import { type CodeReader, codeReader } from "../../code";
import { secretsInText } from "../../secrets";
import { type Packaged, packagedOf, type Value } from "../../values";

/** A secret that stands in code. */
export interface CodeSecret {
    /** Words that end "holds …". */
    readonly what: string;
    /** The file in an archive, which is anybody's text; undefined where the property is the code itself. */
    readonly file: string | undefined;
    /** From 1. */
    readonly line: number;
}

/** What one property's code holds, and what could not be read of it. */
export interface SecretsOfCode {
    readonly at: Value;
    readonly secrets: readonly CodeSecret[];
    /** The place waited for, with the reason in brackets. */
    readonly awaits?: string;
}

interface Read {
    readonly secrets: readonly CodeSecret[];
    readonly unread?: string | undefined;
}

/** The secrets in the code that a resource brings along. `folder`: the program's, where somebody said it. */
export function secretsInCode(resource: Owner, folder?: string): readonly SecretsOfCode[] {
    return codeSlotsOf(resource.type).flatMap((slot) => {
        const at = resource.root.get(slot.path);
        if (at.state === "absent") return [];
        const read = at.state === "known" ? readSlot(resource, slot, at, folder) : { secrets: [] };
        const awaits = at.state === "unknown" ? at.place : read.unread && `${at.place} (${read.unread})`;
        return [{ at, secrets: read.secrets, ...(awaits && { awaits }) }];
    });
}

interface Owner {
    readonly urn: string;
    readonly type: string;
    readonly root: Value;
}

function readSlot({ urn, root }: Owner, { as, path, named }: CodeSlot, at: Value, folder: string | undefined): Read {
    const given = named === undefined ? undefined : "as" in named ? named.as : root.get(named.by).text();
    const text = at.text();
    if (as === "packaged" || as === "file") {
        const code = as === "file" && text !== undefined ? archiveAt(text) : packagedOf(at);
        return code ? analysisOf(`${urn} ${path}`).read(asArchive(code, given), urn, folder) : NOTHING;
    }
    if (text === undefined) return NOTHING;
    const whole = as === "base64" ? Buffer.from(text, "base64").toString("utf8") : text;
    const secrets = [...secretsInText(whole, given)].map(({ what, line }) => ({ what, line, file: undefined }));
    return { secrets };
}

const NOTHING: Read = { secrets: [] };

function archiveAt(path: string): Packaged {
    return { kind: "path", path, isArchive: true };
}

/** A single file as an archive of it alone: by its own name, for the object's may say nothing; of an archive, what it holds. */
function asArchive(code: Packaged, key: string | undefined): Packaged {
    if (code.kind !== "text" && (code.kind !== "path" || code.isArchive)) return code;
    const own = code.kind === "path" && typeof code.path === "string" ? lastPart(code.path) : "";
    const called = own.includes(".") || key === undefined ? own : lastPart(key);
    if (code.kind === "path" && /\.(?:zip|jar|tar|tgz|tar\.gz)$/i.test(called)) return { ...code, isArchive: true };
    return { kind: "assets", assets: new Map([[called === "" ? "file" : called, code]]) };
}

function lastPart(path: string): string {
    return path.slice(path.lastIndexOf("/") + 1);
}

/** What was read in one analysis: functions often share an archive. */
class Analysis {
    private readonly judged = new Set<string>();
    private readonly known = new Map<string, Read>();
    private readonly reader: CodeReader = codeReader();

    /** Whether it is the first time; a resource that is judged again begins another analysis. */
    begins(place: string): boolean {
        const isFirst = !this.judged.has(place);
        this.judged.add(place);
        return isFirst;
    }

    read(code: Packaged, urn: string, folder: string | undefined): Read {
        const key = code.kind === "path" ? `${folder ?? ""}\n${code.path}` : undefined;
        const known = key === undefined ? undefined : this.known.get(key);
        const read = known ?? this.readNow(code, urn, folder);
        if (key !== undefined) this.known.set(key, read);
        return read;
    }

    private readNow(code: Packaged, urn: string, folder: string | undefined): Read {
        const secrets: CodeSecret[] = [];
        const told: string[] = [];
        const project = urn.split("::")[1] ?? "";
        const unread = this.reader.texts({ code, project, folder }, ({ path, name, text, copyAt }) => {
            for (const { line, what } of secretsInText(text, name)) {
                const source = lineOf(text, line);
                if (copyAt !== undefined && isRepeated(source, told)) continue;
                told.push(source);
                secrets.push({ what, file: path, line: copyAt ?? line });
            }
        });
        return { secrets, unread };
    }
}

function lineOf(text: string, line: number): string {
    let from = 0;
    for (let at = 1; at < line; at += 1) from = text.indexOf("\n", from) + 1;
    const end = text.indexOf("\n", from);
    return text.slice(from, end < 0 ? text.length : end);
}

/** Does what is longest in this line of a source, the secret most likely, stand in a line that was told of already: in the bundle? */
function isRepeated(source: string, told: readonly string[]): boolean {
    const words = source.match(/[^\s"'`,;(){}]{4,}/g) ?? [source.trim()];
    const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
    return told.some((line) => line.includes(longest));
}

let current: Analysis | undefined;

function analysisOf(place: string): Analysis {
    if (current?.begins(place)) return current;
    current = new Analysis();
    current.begins(place);
    return current;
}
