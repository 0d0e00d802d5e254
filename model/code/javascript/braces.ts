/** Words after which a slash begins a regular expression. */
const BEFORE_PATTERN = new Set(
    "return typeof case do else in instanceof new void delete throw yield await extends default".split(" "),
);
/** Words whose brackets are followed by a statement. */
const BEFORE_STATEMENT = new Set(["if", "while", "for", "with"]);

/** Bodies that are shorter are read at once. */
const SHORTEST = 160;
const LINE_ENDS = /[\n\r\u2028\u2029]/g;

/** What came last, as far as it says what a slash is. */
type Last = "value" | "operator";

/**
 * Where the longer of a text's braces close, by where they open; found by looking at its characters once, without reading what they say.
 * Undefined where they do not match. It may be wrong about a slash that is a division in one place and begins a pattern in another: whoever
 * takes a pair's inside for a body finds that it is none.
 */
export function bracesOf(text: string): ReadonlyMap<number, number> | undefined {
    return new Scan(text).pairs();
}

class Scan {
    private at = 0;
    private last: Last = "operator";
    /** Whether the word that came last, if it was one, stands before a statement's brackets. */
    private isBeforeStatement = false;
    /** What is open: a brace's place; -1 for a template's, -2 for a bracket, -3 for a statement's bracket. */
    private readonly open: number[] = [];
    private readonly found = new Map<number, number>();

    constructor(private readonly text: string) {}

    pairs(): ReadonlyMap<number, number> | undefined {
        const { text } = this;
        while (this.at < text.length) if (!this.step(text.charCodeAt(this.at))) return undefined;
        return this.open.length === 0 ? this.found : undefined;
    }

    /** One token; false where it does not end. */
    private step(code: number): boolean {
        const isBefore = this.isBeforeStatement;
        switch (code) {
            case 32: // blanks
            case 9:
            case 10:
            case 13:
                this.at += 1;
                return true;
            case 34: // "
            case 39: // '
                return this.quoted(code);
            case 96: // `
                this.at += 1;
                return this.template();
            case 47: // /
                return this.slash();
            case 40: // (
                this.isBeforeStatement = false;
                return this.opened(isBefore ? -3 : -2);
            case 91: // [
                return this.opened(-2);
            case 123: // {
                return this.opened(this.at);
            case 41: // )
            case 93: // ]
                return this.closed();
            case 125: // }
                return this.closedBrace();
            default:
                return this.other(code);
        }
    }

    private opened(what: number): boolean {
        this.open.push(what);
        this.at += 1;
        this.last = "operator";
        return true;
    }

    private closed(): boolean {
        const what = this.open.pop();
        if (what !== -2 && what !== -3) return false;
        this.at += 1;
        this.last = what === -3 ? "operator" : "value";
        return true;
    }

    private closedBrace(): boolean {
        const from = this.open.pop();
        if (from === undefined || from < -1) return false;
        this.at += 1;
        if (from === -1) return this.template();
        if (this.at - from > SHORTEST) this.found.set(from, this.at - 1);
        // After a block; what follows an object is hardly ever divided.
        this.last = "operator";
        return true;
    }

    private quoted(quote: number): boolean {
        const { text } = this;
        for (let at = this.at + 1; at < text.length; at += 1) {
            const code = text.charCodeAt(at);
            if (code === 92) at += 1;
            else if (code === 10) return false;
            else if (code === quote) return this.ended(at + 1);
        }
        return false;
    }

    /** From inside of a template to its end, or to where an expression begins in it. */
    private template(): boolean {
        const { text } = this;
        for (let at = this.at; at < text.length; at += 1) {
            const code = text.charCodeAt(at);
            if (code === 92) at += 1;
            else if (code === 96) return this.ended(at + 1);
            else if (code === 36 && text.charCodeAt(at + 1) === 123) {
                this.at = at + 1;
                return this.opened(-1);
            }
        }
        return false;
    }

    private slash(): boolean {
        const { text } = this;
        const next = text.charCodeAt(this.at + 1);
        if (next === 47) {
            LINE_ENDS.lastIndex = this.at;
            this.at = LINE_ENDS.exec(text)?.index ?? text.length;
            return true;
        }
        if (next === 42) {
            const end = text.indexOf("*/", this.at + 2);
            if (end < 0) return false;
            this.at = end + 2;
            return true;
        }
        if (this.last === "operator") return this.pattern();
        this.at += 1;
        this.last = "operator";
        return true;
    }

    private pattern(): boolean {
        const { text } = this;
        let isInClass = false;
        for (let at = this.at + 1; at < text.length; at += 1) {
            const code = text.charCodeAt(at);
            if (code === 92) at += 1;
            else if (code === 10) return false;
            else if (code === 91) isInClass = true;
            else if (code === 93) isInClass = false;
            else if (code === 47 && !isInClass) return this.ended(at + 1);
        }
        return false;
    }

    private ended(at: number): boolean {
        this.at = at;
        this.last = "value";
        this.isBeforeStatement = false;
        return true;
    }

    private other(code: number): boolean {
        const { text } = this;
        this.isBeforeStatement = false;
        if (isWord(code)) {
            const from = this.at;
            let at = from + 1;
            while (at < text.length && isWord(text.charCodeAt(at))) at += 1;
            this.at = at;
            this.last = "value";
            // Names are longer or shorter than these words, or begin otherwise, in most places.
            if (at - from > 10 || at - from < 2 || code < 97) return true;
            if (text.charCodeAt(from - 1) === 46 && text.charCodeAt(from - 2) !== 46) return true;
            const word = text.slice(from, at);
            if (BEFORE_PATTERN.has(word)) this.last = "operator";
            this.isBeforeStatement = BEFORE_STATEMENT.has(word);
            return true;
        }
        const isStep = (code === 43 || code === 45) && text.charCodeAt(this.at + 1) === code;
        this.at += isStep ? 2 : 1;
        // What is counted up or down is a value before it as well as after it.
        if (!isStep) this.last = "operator";
        return true;
    }
}

/** Letters, digits, `$`, `_`, and all that is not ASCII. */
function isWord(code: number): boolean {
    return (
        (code >= 97 && code <= 122) ||
        (code >= 65 && code <= 90) ||
        (code >= 48 && code <= 57) ||
        code === 95 ||
        code === 36 ||
        code > 127
    );
}
