import { type Budget, CannotTell, type CodeFiles } from "../code";
import { inside } from "./paths";

/** A file that is read when it is asked for. */
export interface Entry {
    readonly size: number;
    readonly bytes: () => Buffer;
    /** The first bytes, for who need not read all of it to see that it is no text. */
    readonly head: () => Buffer;
}

/** Of a file, by which a text is told from anything else. */
export const HEAD_BYTES = 4_096;

/** Files of one archive, with the dependencies of a large program. */
export const MOST_ENTRIES = 60_000;
/** Of one file that is read as text. */
export const LARGEST_FILE = 24_000_000;
/** Of all that is read for one function. */
const MOST_BYTES = 64_000_000;

/** The files of one code, gathered from wherever they are. */
export class Files implements CodeFiles {
    private readonly entries = new Map<string, Entry>();
    /** Folders that are elsewhere in the same code. */
    private readonly links = new Map<string, string>();
    private readonly unreadable = new Map<string, string>();
    private readonly texts = new Map<string, string>();
    private sorted: readonly string[] | undefined;
    /** Of the texts that are kept. */
    bytesRead = 0;
    /** Why the whole cannot be trusted to be what Lambda unpacks, where it cannot. */
    doubt: string | undefined;
    /** Why something that the archive holds is not among the files, where that is so. */
    leftOut: string | undefined;

    constructor(
        /** Of whoever gathers them. */
        private readonly budget: Budget,
    ) {}

    /** Adds a file under the name that the archive has for it. */
    add(name: string, entry: Entry): void {
        this.budget.spend();
        const path = inside(name);
        if (path === undefined) {
            this.leftOut = "a file of the archive would lie outside of it";
            return;
        }
        if (this.entries.size >= MOST_ENTRIES) throw new CannotTell("the archive holds more files than are read");
        if (this.entries.has(path) || this.unreadable.has(path)) {
            this.doubt = "the archive holds two files of one name";
            this.refuse(path, this.doubt);
            return;
        }
        this.entries.set(path, entry);
    }

    /** A file that is there and is not read, with the reason. */
    refuse(name: string, reason: string): void {
        const path = inside(name);
        if (path !== undefined) this.unreadable.set(path, reason);
    }

    /** A folder that stands for another one of the same code. */
    link(name: string, target: string): void {
        const [from, to] = [inside(name), inside(target)];
        if (from !== undefined && to !== undefined && from !== to) this.links.set(from, to);
    }

    get paths(): readonly string[] {
        this.sorted ??= [...new Set([...this.entries.keys(), ...this.unreadable.keys()])].sort();
        return this.sorted;
    }

    has(path: string): boolean {
        const at = this.followed(path);
        return this.entries.has(at) || this.unreadable.has(at);
    }

    size(path: string): number {
        return this.entries.get(this.followed(path))?.size ?? 0;
    }

    /** Can it be seen from its beginning that it is no text? Of what cannot be opened it is not. */
    isBinary(path: string): boolean {
        const head = this.entries.get(this.followed(path))?.head();
        return head?.includes(0) === true && !isUtf16(head);
    }

    read(path: string): string | undefined {
        const at = this.followed(path);
        const refused = this.unreadable.get(at);
        if (refused !== undefined) throw new CannotTell(refused);
        const known = this.texts.get(at);
        if (known !== undefined) return known;
        const entry = this.entries.get(at);
        if (!entry) return undefined;
        if (entry.size > LARGEST_FILE) throw new CannotTell("a file is larger than what is read");
        const bytes = entry.bytes();
        this.bytesRead += bytes.length;
        if (this.bytesRead > MOST_BYTES) throw new CannotTell("the code is larger than what is read");
        const text = decoded(bytes);
        this.texts.set(at, text);
        return text;
    }

    /** Lets go of the texts; whoever asks for one again reads it again. */
    forget(): void {
        this.texts.clear();
        this.bytesRead = 0;
    }

    /** The path behind links of folders above it. */
    private followed(path: string): string {
        let at = path;
        for (let step = 0; this.links.size > 0 && step < 20; step += 1) {
            const link = this.linkAbove(at);
            if (link === undefined) return at;
            at = (this.links.get(link) ?? "") + at.slice(link.length);
        }
        return at;
    }

    private linkAbove(path: string): string | undefined {
        for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
            const folder = path.slice(0, end);
            if (this.links.has(folder)) return folder;
        }
        return undefined;
    }
}

function decoded(bytes: Buffer): string {
    return bytes.toString(isUtf16(bytes) ? "utf16le" : "utf8").replace(/^\uFEFF/, "");
}

/** By its byte order mark, as Windows writes texts. */
function isUtf16(bytes: Buffer): boolean {
    return bytes[0] === 0xff && bytes[1] === 0xfe;
}
