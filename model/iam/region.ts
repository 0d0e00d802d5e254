import { isEverything, witness } from "./pattern";
import type { Members, Statement } from "./statement";

/** Some resources: those that a pattern matches, or all but those. */
export interface ResourceSet {
    readonly not: boolean;
    readonly patterns: readonly string[];
}

const EVERYTHING: ResourceSet = { not: false, patterns: ["*"] };

/**
 * The resources that a statement is about. One that says none (a trust policy's) is about the one it hangs on: everything.
 * A member that is unknown is one text which nobody knows, between the parts of it that are known.
 */
export function resourcesOf({ resources }: Pick<Statement, "resources">): ResourceSet {
    if (!resources) return EVERYTHING;
    return { not: resources.not, patterns: [...resources.patterns, ...unknownTexts(resources)] };
}

function unknownTexts({ unknown }: Members): readonly string[] {
    return unknown.map(({ place, prefix, suffix }) => `${prefix}\${unknown ${place.replace(/[{}:/]/g, "")}}${suffix}`);
}

/** Resources that are in all of some sets and in none of others; built up step by step, asked once. */
export class Region {
    private constructor(
        private readonly inside: readonly (readonly string[])[],
        private readonly outside: readonly string[],
    ) {}

    static readonly all = new Region([], []);

    /** Those that are in the set too. */
    within(set: ResourceSet): Region {
        return set.not ? this.leaving(set.patterns) : this.entering(set.patterns);
    }

    /** Those that are not in the set. */
    without(set: ResourceSet): Region {
        return set.not ? this.entering(set.patterns) : this.leaving(set.patterns);
    }

    get isEmpty(): boolean {
        return witness(this.inside, this.outside) === undefined;
    }

    private entering(patterns: readonly string[]): Region {
        if (patterns.some(isEverything)) return this;
        return new Region([...this.inside, patterns], this.outside);
    }

    private leaving(patterns: readonly string[]): Region {
        return patterns.length === 0 ? this : new Region(this.inside, [...this.outside, ...patterns]);
    }
}
