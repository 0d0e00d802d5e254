import assert from "node:assert/strict";
import fc from "fast-check";
import { nameIn, parseUrn } from "../../pack/urn";

describe("the name in a URN", () => {
    const examples = [
        "urn:pulumi:dev::shop::aws:sqs/queue:Queue::orders",
        "urn:pulumi:dev::shop::my:Part$aws:sqs/queue:Queue::a::b::c",
        "urn:pulumi:dev::shop::aws:sqs/queue:Queue::",
        "urn:pulumi:dev::shop",
        "",
    ];
    for (const urn of examples)
        it(`is that of all its parts: ${urn}`, () => assert.equal(nameIn(urn), parseUrn(urn).name));
    it("is that of all its parts, whatever they are", () => {
        const part = fc.oneof(fc.string(), fc.constantFrom("", ":", "::", ":::"));
        fc.assert(
            fc.property(fc.array(part), (parts) =>
                assert.equal(nameIn(parts.join("::")), parseUrn(parts.join("::")).name),
            ),
        );
    });
});
