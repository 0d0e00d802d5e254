import assert from "node:assert/strict";
import fc from "fast-check";
import { calledIn } from "../../model/secrets/calls";
import { everyPairIn } from "../../model/secrets/contents";
import { privateJwksIn } from "../../model/secrets/jwk";
import { isSuspectName, mayNameSecrets } from "../../model/secrets/names";
import { besideIn } from "../../model/secrets/notations";
import { pairsIn } from "../../model/secrets/pairs";

const runs = { numRuns: 3000 };
const piece = fc.constantFrom(
    ..."mysql -p curl -u openssl passwd sed /password/ secret_id set-initial-password requirepass npmAuthIdent --token= kty ENV".split(
        " ",
    ),
    ..."PASSWORD apiKey dek data_dek kek tokens week TABLE orders name value default prod 42 q8Zr3kP0vXt7LmN2".split(
        " ",
    ),
);
const sign = fc.constantFrom(..." =:\"'`,|?(){}[]<>#$;\n\t", ": ", " = ", '", "', "=>", "${", "</", "<-");
const between = fc.constantFrom("", ".", "-", "_", "/", "+");
const mixed = (separator: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(piece, separator), { maxLength: 12 }).map((parts) => parts.flat().join(""));

describe("what need not be looked through for secrets", () => {
    it("is a single word, which has nothing beside a name", () => {
        fc.assert(
            fc.property(mixed(between), (text) => {
                const word = text.replace(/[^\w./+-]/g, "");
                assert.deepEqual([...everyPairIn(word, true), ...calledIn(word), ...privateJwksIn(word)], []);
            }),
            runs,
        );
    });

    it("is, for names, a text in which none may be a secret's", () => {
        fc.assert(
            fc.property(mixed(fc.oneof(sign, between)), fc.boolean(), (text, isSource) => {
                const found = [...pairsIn(text), ...besideIn(text, isSource)];
                assert.ok(found.length === 0 || mayNameSecrets(text));
            }),
            runs,
        );
    });

    it("knows every name that may be a secret's within a text", () => {
        fc.assert(
            fc.property(mixed(between), fc.string({ maxLength: 3 }), (name, around) => {
                assert.ok(!isSuspectName(name) || mayNameSecrets(`${around}${name}${around}`), name);
            }),
            runs,
        );
    });
});
