import type { CredentialFormat } from "./format";
import { isMeant } from "./meant";

/** A credential in a text: what it is, and where it stands. */
export interface Credential {
    /** Words that end "holds …", with their article. */
    readonly what: string;
    readonly index: number;
    readonly length: number;
}

interface Anchor {
    readonly literal: string;
    readonly shape: Shape;
}

/**
 * Searches a text for many shapes in one pass. A bit for each three letters with which an anchor begins tells whether anything need
 * be tried at a place; nearly nowhere it need. Each attempt reads one token at most, so time grows with the text's length alone.
 */
export class CredentialSearch {
    readonly #bits = new Uint32Array(1 << 16);
    readonly #anchors = new Map<number, Anchor[]>();
    readonly #unanchored: readonly Shape[];

    constructor(formats: readonly CredentialFormat[]) {
        const shapes = formats.map((format) => new Shape(format));
        for (const shape of shapes) for (const literal of shape.format.anchors) this.#add({ literal, shape });
        this.#unanchored = shapes.filter(({ format }) => format.anchors.length === 0);
    }

    credentials(text: string): readonly Credential[] {
        const found: Credential[] = [];
        let end = 0;
        let run = 0;
        let key = keyAt(text, 0);
        for (let at = 0; at < text.length; at++) {
            if (RUN_LETTERS[text.charCodeAt(at)] !== 1) {
                if (at - run >= SHORTEST_RUN) this.#unanchoredIn(text, run, at, found);
                run = at + 1;
            }
            if (((this.#bits[key >>> 5] ?? 0) & (1 << (key & 31))) !== 0 && at >= end) {
                const credential = this.#at(text, at, key);
                if (credential) {
                    found.push(credential);
                    end = credential.index + credential.length;
                }
            }
            key = ((key << 7) | text.charCodeAt(at + 3)) & 0x1fffff;
        }
        if (text.length - run >= SHORTEST_RUN) this.#unanchoredIn(text, run, text.length, found);
        return found;
    }

    #unanchoredIn(text: string, from: number, to: number, found: Credential[]): void {
        // A letter more on both sides, for what a token must not be a part of.
        const start = Math.max(0, from - 1);
        const run = text.slice(start, to + 1);
        if (/\d/.test(run)) for (const shape of this.#unanchored) found.push(...shape.within(run, start));
    }

    #add(anchor: Anchor): void {
        const key = keyAt(anchor.literal, 0);
        this.#bits[key >>> 5] = (this.#bits[key >>> 5] ?? 0) | (1 << (key & 31));
        const others = this.#anchors.get(key);
        if (others) others.push(anchor);
        else this.#anchors.set(key, [anchor]);
    }

    #at(text: string, at: number, key: number): Credential | undefined {
        for (const { literal, shape } of this.#anchors.get(key) ?? []) {
            const found = text.startsWith(literal, at) ? shape.around(text, at, literal.length) : undefined;
            if (found) return found;
        }
        return undefined;
    }
}

/** Three letters of ASCII as 21 bits; what others stand for is told apart when the anchor is compared. */
const keyAt = (text: string, at: number) =>
    ((text.charCodeAt(at) << 14) | (text.charCodeAt(at + 1) << 7) | text.charCodeAt(at + 2)) & 0x1fffff;

/** Not within a word, and not behind a hyphen; a line break or a sign may be written as an escape. */
const BEGINS = /(?<![\w-])|(?<=\\[nrt]|%[0-9A-F]{2})/;

/** Letters of which the shapes without a literal are made, and how long the shortest of them is. */
const RUN_LETTERS = Uint8Array.from({ length: 128 }, (_, code) =>
    /[\w.:|=/-]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const SHORTEST_RUN = 26;

/** How far from a text stands what tells more of it. */
const NEAR = 300;

/** A format whose expressions are compiled when a text first has its anchor. */
class Shape {
    #rest: RegExp | undefined;
    #before: RegExp | undefined;

    constructor(readonly format: CredentialFormat) {}

    around(text: string, at: number, length: number): Credential | undefined {
        this.#before ??= behind(this.format);
        this.#before.lastIndex = at;
        const start = at - (this.#before.exec(text)?.[1]?.length ?? Number.NaN);
        if (Number.isNaN(start)) return undefined;
        this.#rest ??= new RegExp(`(?:${this.format.rest.source})${ends(this.format)}`, `y${this.format.rest.flags}`);
        this.#rest.lastIndex = at + length;
        return this.#rest.test(text) ? this.#meant(text, start, this.#rest.lastIndex, at + length) : undefined;
    }

    *within(run: string, start: number): Generator<Credential> {
        this.#rest ??= new RegExp(`${begins(this.format)}(?:${this.format.rest.source})${ends(this.format)}`, "g");
        for (const { index, 0: own } of run.matchAll(this.#rest)) {
            const credential = this.#meant(run, index, index + own.length, index);
            if (credential) yield { ...credential, index: start + index };
        }
    }

    #meant(text: string, start: number, end: number, random: number): Credential | undefined {
        const { what, is = "random", near, unless } = this.format;
        const around = near || unless ? text.slice(Math.max(0, start - NEAR), end + NEAR) : "";
        if (near?.test(around) === false || unless?.test(around)) return undefined;
        const meant = isMeant(text.slice(start, end), text.slice(random, end), is);
        return meant ? { what, index: start, length: end - start } : undefined;
    }
}

const begins = ({ after }: CredentialFormat) => `(?:${(after ?? BEGINS).source})`;
const behind = (format: CredentialFormat) => new RegExp(`(?<=${begins(format)}(${format.before?.source ?? ""}))`, "y");

const ends = ({ after }: CredentialFormat) => (after === undefined ? "(?![\\w-])" : "");
