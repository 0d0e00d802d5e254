/** What the stack allows that another one does not, in the sentences of every report. */
export interface PageChanges {
    readonly title: string;
    /** How much is newly allowed, in a sentence. */
    readonly short: string;
    readonly notes: readonly string[];
    readonly newly: readonly PageChangeSection[];
    readonly gone: readonly PageChangeSection[];
    readonly goneTitle: string;
    readonly last: string;
    /** There was nothing to hold it against: all is new, and nothing is marked on the map. */
    readonly isAllNew?: true;
}

export interface PageChangeSection {
    readonly title: string;
    readonly changes: readonly PageChange[];
}

export interface PageChange {
    readonly id: string;
    readonly text: string;
    readonly below: readonly string[];
    /** Ids of what of it the drawing has, the one that it is about first. */
    readonly nodes: readonly string[];
    readonly edges: readonly string[];
    /** Of these, what is newly allowed itself. */
    readonly marked: { readonly node?: string; readonly edges: readonly string[] };
}
