/** Characters of the texts of which something is kept; what is made of a text takes some twenty times of them. */
const MOST_CHARACTERS = 3_000_000;

/** What was made of texts, for the next function that has the same one; what was not asked for longest goes first. */
export class Kept<T> {
    private readonly known = new Map<string, { readonly made: T; readonly length: number }>();
    private length = 0;

    constructor(private readonly most = MOST_CHARACTERS) {}

    /** `key` tells apart what is made of one text in several ways. */
    get(text: string, key: string, make: () => T): T {
        const name = key + text;
        const found = this.known.get(name);
        if (found !== undefined) {
            this.known.delete(name);
            this.known.set(name, found);
            return found.made;
        }
        const made = make();
        this.known.set(name, { made, length: text.length });
        this.length += text.length;
        for (const [oldest, { length }] of this.known) {
            if (this.length <= this.most) break;
            this.known.delete(oldest);
            this.length -= length;
        }
        return made;
    }

    clear(): void {
        this.known.clear();
        this.length = 0;
    }
}
