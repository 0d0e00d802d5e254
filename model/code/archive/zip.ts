import { constants, crc32, inflateRawSync } from "node:zlib";
import { type Budget, CannotTell } from "../code";
import { type Files, HEAD_BYTES, LARGEST_FILE, MOST_ENTRIES } from "./entries";
import { part, withFile } from "./file";

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const [END_BYTES, CENTRAL_BYTES, LOCAL_BYTES, LOCATOR_BYTES] = [22, 46, 30, 20];
const LONGEST_COMMENT = 0xffff;
const LARGEST_ARCHIVE = 1_000_000_000;
const LARGEST_DIRECTORY = 24_000_000;
/** Text shrinks to a twentieth; what shrinks to a three-hundredth is made to. */
const HIGHEST_RATIO = 300;
const SMALL = 1_000_000;

const STORED = 0;
const DEFLATED = 8;
const [ENCRYPTED, STRONGLY_ENCRYPTED, UTF_8] = [0x1, 0x2000, 0x800];
const TOO_LARGE = "a file is larger than what is read";
const NOTHING = Buffer.alloc(0);
/** Kinds of files in the upper half of the attributes of an archive made on Unix. */
const [KIND, LINK, FOLDER, PLAIN] = [0o170000, 0o120000, 0o040000, 0o100000];
const UNIX = 3;

interface Directory {
    readonly count: number;
    readonly size: number;
    readonly offset: number;
}

interface Member {
    readonly name: string;
    readonly flags: number;
    readonly method: number;
    readonly crc: number;
    readonly packed: number;
    readonly size: number;
    readonly offset: number;
    readonly kind: number;
}

/** Adds what a zip archive holds; each file is unpacked when it is asked for. Throws `CannotTell` for what Lambda would not unpack either. */
export function addZip(files: Files, archive: string, prefix: string, budget: Budget): void {
    const members = withFile(archive, (file, size) => membersOf(file, size, budget));
    for (const member of members) {
        if (member.name.endsWith("/")) continue;
        const reason = whyUnreadable(member);
        const { size } = member;
        if (reason === undefined || reason === TOO_LARGE)
            files.add(prefix + member.name, {
                size,
                bytes: () => withFile(archive, (file) => unpacked(file, member)),
                head: () => withFile(archive, (file) => headOf(file, member)),
            });
        else files.add(prefix + member.name, { size, bytes: () => NOTHING, head: () => NOTHING });
        if (reason !== undefined) files.refuse(prefix + member.name, reason);
    }
}

function membersOf(file: number, size: number, budget: Budget): readonly Member[] {
    if (size > LARGEST_ARCHIVE) throw new CannotTell("the archive is larger than what is read");
    const { count, size: length, offset } = directoryOf(file, size);
    if (count > MOST_ENTRIES) throw new CannotTell("the archive holds more files than are read");
    if (length > LARGEST_DIRECTORY || offset + length > size) throw new CannotTell("the archive is broken");
    const bytes = part(file, offset, length);
    const members: Member[] = [];
    let at = 0;
    for (let index = 0; index < count; index += 1) {
        budget.spend();
        if (at + CENTRAL_BYTES > length || bytes.readUInt32LE(at) !== CENTRAL)
            throw new CannotTell("the archive is broken");
        const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
            bytes.readUInt16LE(at + place),
        ) as [number, number, number];
        const end = at + CENTRAL_BYTES + nameLength + extraLength + commentLength;
        if (end > length) throw new CannotTell("the archive is broken");
        members.push(memberAt(bytes, at, nameLength, extraLength));
        at = end;
    }
    if (at !== length) throw new CannotTell("the archive is broken");
    checkOverlaps(members, offset);
    return members;
}

/** The archive's own table of contents, which its end names. */
function directoryOf(file: number, size: number): Directory {
    if (size < END_BYTES) throw new CannotTell("the archive is broken");
    const length = Math.min(size, END_BYTES + LONGEST_COMMENT + LOCATOR_BYTES);
    const tail = part(file, size - length, length);
    for (let at = length - END_BYTES; at >= 0; at -= 1) {
        if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) !== length) continue;
        const position = size - length + at;
        const found = {
            count: tail.readUInt16LE(at + 10),
            size: tail.readUInt32LE(at + 12),
            offset: tail.readUInt32LE(at + 16),
        };
        if (tail.readUInt16LE(at + 4) !== 0 || tail.readUInt16LE(at + 6) !== 0)
            throw new CannotTell("the archive is one part of several");
        const is64 = found.count === 0xffff || found.size === 0xffffffff || found.offset === 0xffffffff;
        const directory = is64 ? directory64(file, position) : found;
        const before = is64 ? LOCATOR_BYTES + 56 : 0;
        // Something between the table and the end, or before the first file, is another archive for another reader.
        if (directory.offset + directory.size + before > position) throw new CannotTell("the archive is broken");
        if (directory.offset + directory.size + before !== position)
            throw new CannotTell("the archive is not as its end says");
        return directory;
    }
    throw new CannotTell("the archive is broken");
}

function directory64(file: number, end: number): Directory {
    if (end < LOCATOR_BYTES + 56) throw new CannotTell("the archive is broken");
    const locator = part(file, end - LOCATOR_BYTES, LOCATOR_BYTES);
    if (locator.readUInt32LE(0) !== LOCATOR_64) throw new CannotTell("the archive is broken");
    const at = Number(locator.readBigUInt64LE(8));
    if (at + 56 + LOCATOR_BYTES !== end) throw new CannotTell("the archive is broken");
    const record = part(file, at, 56);
    if (record.readUInt32LE(0) !== END_64) throw new CannotTell("the archive is broken");
    return {
        count: Number(record.readBigUInt64LE(32)),
        size: Number(record.readBigUInt64LE(40)),
        offset: Number(record.readBigUInt64LE(48)),
    };
}

function memberAt(bytes: Buffer, at: number, nameLength: number, extraLength: number): Member {
    const nameAt = at + CENTRAL_BYTES;
    const flags = bytes.readUInt16LE(at + 8);
    const isUnix = bytes.readUInt8(at + 5) === UNIX;
    const extra = bytes.subarray(nameAt + nameLength, nameAt + nameLength + extraLength);
    const [packed, size, offset] = sizes64(
        extra,
        [24, 20, 42].map((place) => bytes.readUInt32LE(at + place)) as [number, number, number],
    );
    return {
        name: nameOf(bytes.subarray(nameAt, nameAt + nameLength), flags),
        flags,
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
        packed,
        size,
        offset,
        kind: isUnix ? (bytes.readUInt32LE(at + 38) >>> 16) & KIND : 0,
    };
}

/** Packed size, size and offset; those that do not fit stand in an extra field, in the order size, packed, offset. */
function sizes64(
    extra: Buffer,
    [size, packed, offset]: readonly [number, number, number],
): readonly [number, number, number] {
    const given = [size, packed, offset];
    if (!given.includes(0xffffffff)) return [packed, size, offset];
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
        if (extra.readUInt16LE(at) !== 1) continue;
        let place = at + 4;
        const whole = given.map((one) => {
            if (one !== 0xffffffff) return one;
            if (place + 8 > extra.length) throw new CannotTell("the archive is broken");
            place += 8;
            return Number(extra.readBigUInt64LE(place - 8));
        });
        return [whole[1] ?? 0, whole[0] ?? 0, whole[2] ?? 0];
    }
    throw new CannotTell("the archive is broken");
}

function nameOf(bytes: Buffer, flags: number): string {
    const text = bytes.toString("utf8");
    return (flags & UTF_8) !== 0 || Buffer.from(text, "utf8").equals(bytes) ? text : bytes.toString("latin1");
}

/** Files that share their bytes: few bytes that are many, or one file for one reader and another for the next. */
function checkOverlaps(members: readonly Member[], end: number): void {
    const ordered = [...members].sort((a, b) => a.offset - b.offset);
    for (const [index, { offset, packed, name }] of ordered.entries()) {
        const next = ordered[index + 1]?.offset ?? end;
        if (offset + LOCAL_BYTES + Buffer.byteLength(name, "latin1") + packed > next)
            throw new CannotTell("files in the archive overlap");
    }
}

function whyUnreadable({ flags, method, kind, size, packed }: Member): string | undefined {
    if ((flags & (ENCRYPTED | STRONGLY_ENCRYPTED)) !== 0) return "a file in the archive is encrypted";
    if (method !== STORED && method !== DEFLATED) return "a file is packed in a way that is not read";
    if (kind === LINK) return "a file in the archive is a link";
    if (kind !== 0 && kind !== PLAIN && kind !== FOLDER) return "what should be a file is none";
    if (size > SMALL && size > packed * HIGHEST_RATIO) return "a file is packed more than any text is";
    return size > LARGEST_FILE ? TOO_LARGE : undefined;
}

/** Where its bytes begin, behind a second head that has to say the same. */
function bodyOf(
    file: number,
    { offset, method, name, flags }: Pick<Member, "offset" | "method" | "name" | "flags">,
): number {
    const head = part(file, offset, LOCAL_BYTES);
    if (head.readUInt32LE(0) !== LOCAL) throw new CannotTell("the archive is broken");
    const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)];
    const own = nameOf(part(file, offset + LOCAL_BYTES, nameLength), flags);
    if (own !== name || head.readUInt16LE(8) !== method) throw new CannotTell("a file in the archive has two names");
    return offset + LOCAL_BYTES + nameLength + extraLength;
}

/** So many packed bytes are at most four megabytes. */
function headOf(file: number, member: Member): Buffer {
    const bytes = part(file, bodyOf(file, member), Math.min(member.packed, HEAD_BYTES));
    if (member.method === STORED) return bytes;
    try {
        return inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEAD_BYTES);
    } catch {
        throw new CannotTell("a file in the archive is not what it says");
    }
}

function unpacked(file: number, { offset, packed, size, method, crc, name, flags }: Member): Buffer {
    const bytes = part(file, bodyOf(file, { offset, method, name, flags }), packed);
    const text = method === STORED ? bytes : inflated(bytes, size);
    if (text.length !== size || crc32(text) !== crc) throw new CannotTell("a file in the archive is not what it says");
    return text;
}

/** Counted while it is unpacked: no more than it says. */
function inflated(bytes: Buffer, size: number): Buffer {
    try {
        return inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) });
    } catch {
        throw new CannotTell("a file in the archive is not what it says");
    }
}
