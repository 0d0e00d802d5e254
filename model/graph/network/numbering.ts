/** Numbers for things that are told apart by a text: the same for the same text, which is put together once for each. */
export class Numbering<T extends object> {
    private readonly byObject = new Map<T, number>();
    private readonly byText = new Map<string, number>();

    constructor(private readonly textOf: (one: T) => string) {}

    of(one: T): number {
        const known = this.byObject.get(one);
        if (known !== undefined) return known;
        const text = this.textOf(one);
        const id = this.byText.get(text) ?? this.byText.size;
        this.byText.set(text, id);
        this.byObject.set(one, id);
        return id;
    }
}
