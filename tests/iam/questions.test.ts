import assert from "node:assert/strict";
import fc from "fast-check";
import { administers, isEveryArn, parsePolicy } from "../../model/iam";
import { Value } from "../../model/values";

/** As it is defined: every part after the partition is a wildcard, slashes apart, or empty. */
function isEveryByParts(pattern: string): boolean {
    if (/^\*+$/.test(pattern)) return true;
    const [scheme, , ...rest] = pattern.split(":");
    return scheme === "arn" && rest.length > 0 && rest.every((part) => /^\**$/.test(part.replaceAll("/", "")));
}

const part = fc.constantFrom("", "*", "**", "*/*", "/", "?", "aws", "orders", "*orders", "s3", "\n");

describe("every resource", () => {
    it("is told by the parts of an ARN", () => {
        fc.assert(
            fc.property(fc.constantFrom("arn", "*", "", "arns"), fc.array(part, { maxLength: 6 }), (scheme, parts) => {
                const pattern = [scheme, ...parts].join(":");
                assert.equal(isEveryArn(pattern), isEveryByParts(pattern), pattern);
            }),
            { numRuns: 2000 },
        );
    });
});

describe("a statement administers", () => {
    const answerOf = (statement: object) => {
        const policy = { Version: "2012-10-17", Statement: { Effect: "Allow", ...statement } };
        const [one] = parsePolicy(new Value(JSON.stringify(policy), "policy")).statements;
        return one && administers(one).is;
    };
    const CASES: readonly (readonly [object, "yes" | "no"])[] = [
        [{ Action: "*", Resource: "*" }, "yes"],
        [{ Action: "*:*", Resource: "arn:aws:*:*:*:*" }, "yes"],
        [{ Action: "iam:*", Resource: "*" }, "yes"],
        [{ NotAction: "s3:*", NotResource: "arn:aws:s3:::orders" }, "yes"],
        [{ Action: "*", Resource: "arn:aws:s3:::orders" }, "no"],
        [{ Action: "iam:Get*", Resource: "*" }, "no"],
        [{ Effect: "Deny", Action: "*", Resource: "*" }, "no"],
    ];
    for (const [statement, wanted] of CASES)
        it(`${JSON.stringify(statement)}: ${wanted}`, () => {
            assert.equal(answerOf(statement), wanted);
        });
});
