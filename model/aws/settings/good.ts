import {
    type Answer,
    all,
    answer,
    filled,
    holds,
    isFalse,
    isTrue,
    no,
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

/** Nothing that may be said there. */
export const nothing = goodWhere("nothing", () => no);

/** An object with something in it. */
export const notEmpty = goodWhere("not empty", (said) =>
    said.state === "unknown" ? undecided(said.place) : answer(said.entries().length > 0),
);

/** None of these words, in whatever case. */
export function noneOf(...words: readonly string[]): Good {
    return goodWhere(`not ${words.join(", ")}`, (said) => not(holds(said, isAmong(words))));
}

/** One of these words, in whatever case. */
export function oneOf(...words: readonly string[]): Good {
    return goodWhere(words.join(" or "), (said) => holds(said, isAmong(words)));
}

/** A number that is at least this. What is no number, the provider refuses. */
export function atLeast(least: number): Good {
    return goodWhere(`at least ${least}`, (said) => {
        if (said.state === "unknown") return undecided(said.place);
        const number = said.number();
        return answer(number === undefined || number >= least);
    });
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

function isAmong(words: readonly string[]): (text: string) => boolean {
    const known = new Set(words.map((word) => word.toLowerCase()));
    return (text) => known.has(text.toLowerCase());
}
