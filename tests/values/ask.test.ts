import assert from "node:assert/strict";
import {
    type Answer,
    absent,
    equals,
    every,
    holds,
    isFalse,
    isTrue,
    no,
    present,
    some,
    UNKNOWN,
    undecided,
    Value,
    yes,
} from "../../model/values";

const waits = undecided("at");
const of = <T>(raw: unknown) => new Value<T>(raw, "at");
const ABSENT = undefined;

type Row = readonly [what: string, asked: Answer, expected: Answer];
const ROWS: readonly Row[] = [
    ["present: a value", present(of(1)), yes],
    ["present: false", present(of(false)), yes],
    ["present: an empty text", present(of("")), yes],
    ["present: an unknown", present(of(UNKNOWN)), yes],
    ["present: null", present(of(null)), no],
    ["present: nothing", present(of(ABSENT)), no],
    ["absent: null", absent(of(null)), yes],
    ["absent: an unknown", absent(of(UNKNOWN)), no],
    ["holds: the predicate is true", holds(of("abc"), (text) => text.startsWith("a")), yes],
    ["holds: the predicate is false", holds(of("abc"), (text) => text.startsWith("b")), no],
    ["holds: a number, by its text", holds(of(443), (text) => text === "443"), yes],
    ["holds: a list or an object has no text", holds(of(["abc"]), () => true), no],
    ["holds: absent", holds(of(ABSENT), () => true), no],
    ["holds: unknown", holds(of(UNKNOWN), () => true), waits],
    ["holds: a text around an unknown", holds(of(`arn:aws:s3:::${UNKNOWN}/*`), () => true), waits],
    ["equals: the text", equals(of("NONE"), "NONE"), yes],
    ["equals: one of several", equals(of("TLS"), "NONE", "TLS"), yes],
    ["equals: another case of letters", equals(of("none"), "NONE"), no],
    ["equals: a number as text", equals(of("3306"), 3306), yes],
    ["equals: a text as number", equals(of(3306), "3306"), yes],
    ["equals: a boolean as text", equals(of(true), "true"), yes],
    ["equals: a list that would read the same", equals(of(["NONE"]), "NONE"), no],
    ["equals: an object", equals(of({ toString: "NONE" }), "NONE"), no],
    ["equals: absent", equals(of(ABSENT), "NONE"), no],
    ["equals: unknown", equals(of(UNKNOWN), "NONE"), waits],
    ["isTrue: true", isTrue(of(true), false), yes],
    ["isTrue: the text true", isTrue(of("true"), false), yes],
    ["isTrue: the text 1", isTrue(of("1"), false), yes],
    ["isTrue: false", isTrue(of(false), true), no],
    ["isTrue: neither", isTrue(of("perhaps"), true), no],
    ["isTrue: absent, by default true", isTrue(of(ABSENT), true), yes],
    ["isTrue: null, by default false", isTrue(of(null), false), no],
    ["isTrue: unknown, whatever the default", isTrue(of(UNKNOWN), true), waits],
    ["isFalse: false", isFalse(of(false), true), yes],
    ["isFalse: the text false", isFalse(of("false"), true), yes],
    ["isFalse: true", isFalse(of(true), false), no],
    ["isFalse: absent, by default true", isFalse(of(ABSENT), true), no],
    ["isFalse: absent, by default false", isFalse(of(ABSENT), false), yes],
    ["isFalse: unknown, whatever the default", isFalse(of(UNKNOWN), false), waits],
];

const isStar = (element: Value<unknown>) => equals(element, "*");
const LISTS: readonly Row[] = [
    ["some: one is", some(of<unknown[]>(["a", "*"]), isStar), yes],
    ["some: none is", some(of<unknown[]>(["a", "b"]), isStar), no],
    ["some: one is, beside an unknown", some(of<unknown[]>([UNKNOWN, "*"]), isStar), yes],
    ["some: none is but an unknown", some(of<unknown[]>(["a", UNKNOWN]), isStar), undecided("at[1]")],
    ["some: of a single value", some(of<unknown[]>("*"), isStar), yes],
    ["some: of an empty list", some(of<unknown[]>([]), isStar), no],
    ["some: of none", some(of<unknown[]>(ABSENT), isStar), no],
    ["some: of an unknown list", some(of<unknown[]>(UNKNOWN), isStar), waits],
    ["every: all are", every(of<unknown[]>(["*", "*"]), isStar), yes],
    ["every: one is not, beside an unknown", every(of<unknown[]>([UNKNOWN, "a"]), isStar), no],
    ["every: all are but an unknown", every(of<unknown[]>(["*", UNKNOWN]), isStar), undecided("at[1]")],
    ["every: of an empty list", every(of<unknown[]>([]), isStar), yes],
    ["every: of an unknown list", every(of<unknown[]>(UNKNOWN), isStar), waits],
];

describe("questions about a value", () => {
    for (const [what, asked, expected] of [...ROWS, ...LISTS]) {
        it(what, () => assert.deepEqual(asked, expected));
    }
});
