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
 * be tried at a place; nearly nowhere it need. Each try reads one run of letters at most, and a run has few, so time grows with
 * the text's length alone.
 */
export class CredentialSearch {
    readonly #bits = new Uint32Array(1 << 16);
    readonly #anchors = new Map<number, Anchor[]>();
    readonly #unanchored: readonly Shape[];
    /** How often something was tried in vain since the run began. */
    #tries = 0;
    /** What stands before the text. */
    #name = "";

    constructor(formats: readonly CredentialFormat[]) {
        const shapes = formats.map((format) => new Shape(format));
        for (const shape of shapes) for (const literal of shape.format.anchors) this.#add({ literal, shape });
        this.#unanchored = shapes.filter(({ format }) => format.anchors.length === 0);
    }

    /** A name under which the whole text stands counts as if it were written before it. */
    credentials(text: string, name = ""): readonly Credential[] {
        this.#name = name === "" ? "" : `${name}=`;
        const found: Credential[] = [];
        let end = 0;
        let run = 0;
        let [stretch, longest] = [0, 0];
        this.#tries = 0;
        const bits = this.#bits;
        let [one, two, three] = [text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2)];
        for (let at = 0; at < text.length; at++) {
            const key = keyOf(one, two, three);
            const letter = one > 127 ? 0 : RUN_LETTERS[one];
            if (letter === DENSE_LETTER) {
                stretch++;
            } else {
                if (stretch > longest) longest = stretch;
                stretch = 0;
                if (letter === 0) {
                    if (longest >= SHORTEST_STRETCH) this.#unanchoredIn(text, run, at, found);
                    run = at + 1;
                    longest = 0;
                    this.#tries = 0;
                }
            }
            if (((bits[key >>> 5] ?? 0) & (1 << (key & 31))) !== 0 && at >= end && this.#tries < MOST_TRIES) {
                const credential = this.#at(text, at, key);
                if (credential) {
                    found.push(credential);
                    end = credential.index + credential.length;
                    this.#tries = 0;
                }
            }
            one = two;
            two = three;
            three = text.charCodeAt(at + 3);
        }
        if (Math.max(stretch, longest) >= SHORTEST_STRETCH) this.#unanchoredIn(text, run, text.length, found);
        return found;
    }

    #unanchoredIn(text: string, from: number, to: number, found: Credential[]): void {
        if (to - from < SHORTEST_RUN || to - from > LONGEST_RUN) return;
        if (!/\d/.test(text.slice(from, to))) return;
        for (const shape of this.#unanchored) found.push(...shape.within(text, from, to, this.#name));
    }

    #add(anchor: Anchor): void {
        const key = keyOf(anchor.literal.charCodeAt(0), anchor.literal.charCodeAt(1), anchor.literal.charCodeAt(2));
        this.#bits[key >>> 5] = (this.#bits[key >>> 5] ?? 0) | (1 << (key & 31));
        const others = this.#anchors.get(key);
        if (others) others.push(anchor);
        else this.#anchors.set(key, [anchor]);
    }

    #at(text: string, at: number, key: number): Credential | undefined {
        for (const { literal, shape } of this.#anchors.get(key) ?? []) {
            if (!text.startsWith(literal, at)) continue;
            this.#tries++;
            const found = shape.around(text, at, literal.length, this.#name);
            if (found) return found;
        }
        return undefined;
    }
}

/** Three letters of ASCII as 21 bits; what others stand for is told apart when the anchor is compared. */
const keyOf = (one: number, two: number, three: number) => ((one << 14) | (two << 7) | three) & 0x1fffff;

/** Not within a word, and not behind a hyphen; a line break or a sign may be written as an escape. */
const BEGINS = /(?<![\w-])|(?<=\\[nrt]|%[0-9A-F]{2})/;

/** Each of the shapes without a literal has one stretch at least of such letters. ARNs and paths, which are most of what is long, seldom have. */
const DENSE_LETTER = 2;
/** Letters of which the shapes without a literal are made, and how long the shortest of them is. */
const RUN_LETTERS = Uint8Array.from({ length: 128 }, (_, code) => {
    const letter = String.fromCharCode(code);
    return /[\w=/-]/.test(letter) ? DENSE_LETTER : /[.:|+]/.test(letter) ? 1 : 0;
});
const SHORTEST_RUN = 26;
const SHORTEST_STRETCH = 23;
/** A longer run is something in base64, in which no token stands by itself. */
const LONGEST_RUN = 4_096;
/** Each try may read a run to its end: a run in which that many were in vain holds nothing. */
const MOST_TRIES = 32;

/** The name of a digest or an id, before its value. */
const DIGEST =
    /(?:hash|digest|checksum|sum|sha_?\d*|md5|commit|etag|revision|fingerprint|thumbprint|nonce|cursor|(?<![a-z])id|Id)(?:["'`\]]?\s{0,8}[:=]{1,2}>?\s{0,8}|["'],\s{0,8}["']?value["']?\s{0,8}[:=]\s{0,8})["'`]?$/i;

/** How far from a text stands what tells more of it. */
const NEAR = 300;

/** A format whose expressions are compiled when a text first has its anchor. */
class Shape {
    #rest: RegExp | undefined;
    #before: RegExp | undefined;

    constructor(readonly format: CredentialFormat) {}

    around(text: string, at: number, length: number, name: string): Credential | undefined {
        this.#before ??= behind(this.format);
        this.#before.lastIndex = at;
        const start = at - (this.#before.exec(text)?.[1]?.length ?? Number.NaN);
        if (Number.isNaN(start)) return undefined;
        this.#rest ??= new RegExp(`(?:${this.format.rest.source})${ends(this.format)}`, `y${this.format.rest.flags}`);
        this.#rest.lastIndex = at + length;
        if (!this.#rest.test(text)) return undefined;
        const { lastIndex: end } = this.#rest;
        return this.#meant(text, start, end, this.format.before ? start : at + length, name);
    }

    /** In a run of letters. One more on both sides tells what a token must not be a part of. */
    *within(text: string, from: number, to: number, name: string): Generator<Credential> {
        this.#rest ??= new RegExp(`${begins(this.format)}(?:${this.format.rest.source})${ends(this.format)}`, "g");
        const start = Math.max(0, from - 1);
        for (const { index, 0: own } of text.slice(start, to + 1).matchAll(this.#rest)) {
            const credential = this.#meant(text, start + index, start + index + own.length, start + index, name);
            if (credential) yield credential;
        }
    }

    #meant(text: string, start: number, end: number, random: number, name: string): Credential | undefined {
        const { what, is = "random", near, unless, weak } = this.format;
        const before = (start < NEAR ? name : "") + text.slice(Math.max(0, start - NEAR), start);
        const around = near || unless ? before + text.slice(start, end + NEAR) : "";
        if (near?.test(around) === false || unless?.test(around)) return undefined;
        const meant = isMeant(text.slice(start, end), text.slice(random, end), is);
        return meant && !(weak && DIGEST.test(before)) ? { what, index: start, length: end - start } : undefined;
    }
}

const begins = ({ after }: CredentialFormat) => `(?:${(after ?? BEGINS).source})`;
const behind = (format: CredentialFormat) => new RegExp(`(?<=${begins(format)}(${format.before?.source ?? ""}))`, "y");

const ends = ({ after }: CredentialFormat) => (after === undefined ? "(?![\\w-])" : "");
