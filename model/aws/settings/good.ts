import {
    type Answer,
    all,
    answer,
    filled,
    holds,
    isFalse,
    isTrue,
    not,
    undecided,
    type Value,
    yes,
} from "../../values";

/** Is what a program says at a setting's place as it should be? Unknown is undecided; absent is never asked. */
export interface Good {
    (said: Value): Answer;
    /** What is good, for the documentation: `true`, `one of TLS_1_2, TLS_1_3`. */
    readonly words: string;
}

export function goodWhere(words: string, question: (said: Value) => Answer): Good {
    return Object.assign((said: Value) => question(said), { words });
}

/** Not switched off. What is neither true nor false, the provider refuses. */
export const on = goodWhere("true", (said) => not(isFalse(said, false)));

/** Not switched on. */
export const off = goodWhere("false", (said) => not(isTrue(said, false)));

/** Whatever it is, if it is something: an ARN, a name, a block. An unknown value is the output of something. */
export const anything = goodWhere("anything", filled);

/** An object with something in it. */
export const notEmpty = goodWhere("not empty", (said) =>
    said.state === "unknown" ? undecided(said.place) : answer(said.entries().length > 0),
);

/** Nothing but an empty text, which the provider takes for nothing: what should be left out. */
export const empty = goodWhere("left out", (said) => not(filled(said)));

/** None of these words, in whatever case. */
export function noneOf(...words: readonly string[]): Good {
    return goodWhere(`not ${words.join(", ")}`, (said) => not(holds(said, isAmong(words))));
}

/** One of these words, in whatever case. */
export function oneOf(...words: readonly string[]): Good {
    return goodWhere(words.join(" or "), (said) => holds(said, isAmong(words)));
}

/** A text that begins so, in whatever case. */
export function startingWith(beginning: string): Good {
    return goodWhere(`a text that begins with ${beginning}`, (said) =>
        holds(said, (text) => text.trim().toLowerCase().startsWith(beginning)),
    );
}

/** A number that is at least this. What is no number, the provider refuses. */
export function atLeast(least: number): Good {
    return goodWhere(`at least ${least}`, (said) => {
        if (said.state === "unknown") return undecided(said.place);
        const number = said.number();
        return answer(number === undefined || number >= least);
    });
}

/** A number that is at most this. What is no number, the provider refuses. */
export function atMost(most: number): Good {
    return goodWhere(`at most ${most}`, (said) => {
        if (said.state === "unknown") return undecided(said.place);
        const number = said.number();
        return answer(number === undefined || number <= most);
    });
}

/** A version that is at least this, read number by number. What is no version, the provider refuses. */
export function atLeastVersion(least: string): Good {
    return goodWhere(`${least} or later`, (said) =>
        holds(said, (text) => !isBefore(numbersOf(text), numbersOf(least))),
    );
}

/** Some of the list's elements is so; an empty list has none. */
export function some(good: Good): Good {
    return goodWhere(`among others, ${good.words}`, (said) => {
        if (said.state === "unknown") return undecided(said.place);
        return not(all(...said.items().map((element) => not(good(element as Value)))));
    });
}

/**
 * A key of one's own: its policy and its use are in the account's hands, which an AWS managed key's, such as `alias/aws/s3`, are not, nor
 * one's that AWS owns.
 * Such a key is named by a literal; what is not known yet is the output of a key that the program makes or looks up.
 */
export const ownKey = goodWhere("a key of one's own", (said) =>
    said.state === "unknown" ? yes : all(filled(said), not(holds(said, isKeyOfAws))),
);

function isKeyOfAws(text: string): boolean {
    return /(^|:)alias\/aws\/|^AWS_OWNED/.test(text);
}

function numbersOf(version: string): readonly number[] {
    return version.split(".").map(Number);
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
    const differing = other.findIndex((part, index) => (one[index] ?? 0) !== part);
    return differing !== -1 && (one[differing] ?? 0) < (other[differing] ?? 0);
}

function isAmong(words: readonly string[]): (text: string) => boolean {
    const known = new Set(words.map((word) => word.toLowerCase()));
    return (text) => known.has(text.toLowerCase());
}
