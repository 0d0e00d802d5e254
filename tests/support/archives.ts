/** Archives as bytes, honest and otherwise. */
import { crc32, deflateRawSync, gzipSync } from "node:zlib";

export interface Part {
    readonly name: string;
    readonly text: Buffer | string;
    /** What the archive says of it, where that is not so. */
    readonly says?: {
        readonly size?: number;
        readonly flags?: number;
        readonly mode?: number;
        readonly offset?: number;
        readonly local?: string;
    };
}

/** A zip archive, as honest as its parts. */
export function zip(...given: readonly Part[]): Buffer {
    const [bodies, table]: [Buffer[], Buffer[]] = [[], []];
    let offset = 0;
    for (const { name, text, says = {} } of given) {
        const bytes = Buffer.from(text as string);
        const packed = deflateRawSync(bytes);
        const local = Buffer.from(says.local ?? name);
        const head = Buffer.alloc(30);
        head.writeUInt32LE(0x04034b50, 0);
        head.writeUInt16LE(8, 8);
        head.writeUInt16LE(local.length, 26);
        const entry = Buffer.alloc(46);
        entry.writeUInt32LE(0x02014b50, 0);
        entry.writeUInt16LE(0x0314, 4);
        entry.writeUInt16LE(says.flags ?? 0x800, 8);
        entry.writeUInt16LE(8, 10);
        entry.writeUInt32LE(crc32(bytes), 16);
        entry.writeUInt32LE(packed.length, 20);
        entry.writeUInt32LE(says.size ?? bytes.length, 24);
        entry.writeUInt16LE(Buffer.byteLength(name), 28);
        entry.writeUInt32LE(((says.mode ?? 0o100644) << 16) >>> 0, 38);
        entry.writeUInt32LE(says.offset ?? offset, 42);
        table.push(entry, Buffer.from(name));
        if (says.offset !== undefined) continue;
        bodies.push(head, local, packed);
        offset += 30 + local.length + packed.length;
    }
    const directory = Buffer.concat(table);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(given.length, 8);
    end.writeUInt16LE(given.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([...bodies, directory, end]);
}

export interface TarPart {
    readonly name: string;
    readonly text?: Buffer | string;
    /** Of a link, where it leads. */
    readonly link?: string;
}

/** A tar archive, packed with gzip. */
export function tarGz(...given: readonly TarPart[]): Buffer {
    const blocks = given.flatMap(({ name, text = "", link }) => {
        const bytes = Buffer.from(text as string);
        const head = Buffer.alloc(512);
        head.write(name, 0);
        head.write("0000644\0", 100);
        head.write(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124);
        head.write(link === undefined ? "0" : "2", 156);
        head.write(link ?? "", 157);
        head.write("ustar\x0000", 257);
        head.write("        ", 148);
        const sum = head.reduce((total, byte) => total + byte, 0);
        head.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
        return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
    });
    return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
