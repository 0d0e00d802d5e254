import assert from "node:assert/strict";
import fc from "fast-check";
import { includes, isWildcard, matches, overlap, PART, witness } from "../../model/iam";

/** IAM's matching by its definition, one character after the other: slow and plain, to hold the real one against. */
function plainly(pattern: string, text: string): boolean {
    if (pattern === "") return text === "";
    const [first, rest] = [pattern[0], pattern.slice(1)];
    if (first === "*") return plainly(rest, text) || (text !== "" && plainly(pattern, text.slice(1)));
    return text !== "" && (first === "?" || first === text[0]) && plainly(rest, text.slice(1));
}

/** All texts of up to `length` characters over an alphabet that also has one character no pattern names. */
function textsUpTo(length: number): readonly string[] {
    const texts = [""];
    for (const text of texts) if (text.length < length) for (const next of "ab:x") texts.push(text + next);
    return texts;
}

const TEXTS = textsUpTo(5);
const pattern = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 5 });
const patterns = fc.array(pattern, { minLength: 1, maxLength: 3 });

describe("patterns", () => {
    it("match as IAM matches", () => {
        fc.assert(
            fc.property(
                pattern,
                fc.string({ unit: fc.constantFrom("a", "b", ":", "x"), maxLength: 6 }),
                (one, text) => {
                    assert.equal(matches(one, text), plainly(one, text));
                },
            ),
            { numRuns: 1000 },
        );
    });
    it("include one another exactly where every text of the one is the other's", () => {
        fc.assert(
            fc.property(pattern, pattern, (outer, inner) => {
                const exception = TEXTS.some((text) => plainly(inner, text) && !plainly(outer, text));
                assert.equal(includes(outer, inner), !exception);
            }),
            { numRuns: 1000 },
        );
    });
    it("include, with expressions too, what leaves no text over", () => {
        const unit = fc.constantFrom("*", "?", "a", "b", "$", "${*}", "${?}", "${$}", "${x}", PART.name, PART.path);
        const written = fc.array(unit, { maxLength: 5 }).map((units) => units.join(""));
        fc.assert(
            fc.property(written, written, (outer, inner) => {
                const isLeft = witness([[inner]], [outer]) !== undefined;
                assert.equal(includes(outer, inner), outer === inner || !isLeft);
            }),
            { numRuns: 3000 },
        );
    });
    it("overlap exactly where some text is both's", () => {
        fc.assert(
            fc.property(pattern, pattern, (one, other) => {
                assert.equal(
                    overlap(one, other),
                    textsUpTo(8).some((text) => plainly(one, text) && plainly(other, text)),
                );
            }),
            { numRuns: 60 },
        );
    });
    it("yield a text in all of some unions and outside of others, exactly where there is one", () => {
        fc.assert(
            fc.property(
                fc.array(patterns, { maxLength: 2 }),
                fc.array(pattern, { maxLength: 2 }),
                (inside, outside) => {
                    const fits = (text: string) =>
                        inside.every((group) => group.some((one) => plainly(one, text))) &&
                        !outside.some((one) => one !== "" && plainly(one, text));
                    const found = witness(inside, outside);
                    if (found === undefined) assert.equal(TEXTS.find(fits), undefined);
                    else assert.ok(fits(found), `${JSON.stringify(found)} does not fit`);
                },
            ),
            { numRuns: 3000 },
        );
    });

    describe("read what IAM writes", () => {
        const cases: readonly (readonly [string, boolean])[] = [
            [
                "a policy variable may be any text",
                matches("arn:aws:s3:::home/${aws:username}/*", "arn:aws:s3:::home/ann/x"),
            ],
            ["a literal star is a star", matches("a${*}b", "a*b") && !matches("a${*}b", "axb")],
            ["a literal question mark", matches("a${?}", "a?") && !matches("a${?}", "ab")],
            ["a variable is the same text on both sides", includes("home/${aws:username}/*", "home/${aws:username}/x")],
            ["its default value makes it no other", includes("${aws:username}", "${aws:username, 'nobody'}")],
            ["a variable is not every text", !includes("home/${aws:username}", "home/*")],
            ["two variables differ", !includes("${aws:username}", "${aws:userid}")],
            ["a star holds a variable", includes("home/*", "home/${aws:username}/x")],
            [
                "a table holds no index",
                !matches("arn:aws:dynamodb:*:*:table/orders", "arn:aws:dynamodb:a:1:table/orders/index/x"),
            ],
            ["a bucket is not its objects", !includes("arn:aws:s3:::b", "arn:aws:s3:::b/*")],
            ["a variable is no wildcard", !isWildcard("home/${aws:username}") && isWildcard("home/*")],
        ];
        for (const [name, holds] of cases) it(name, () => assert.ok(holds));
    });
});
