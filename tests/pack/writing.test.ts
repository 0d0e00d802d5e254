import assert from "node:assert/strict";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { printable } from "../../pack/message";
import { writtenBy } from "../../pack/sdk/writing";

const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "ä", "日本", "\u{1f600}", "a".repeat(200), "ß".repeat(5000)),
);
const number = fc.constantFrom(0, 1, 2, 3, 4);

function diagnostic(texts: readonly string[], numbers: readonly number[]): protocol.AnalyzeDiagnostic {
    const [policy = "", pack = "", version = "", description = "", message = "", urn = ""] = texts;
    const made = new protocol.AnalyzeDiagnostic();
    made.setPolicyname(policy);
    made.setPolicypackname(pack);
    made.setPolicypackversion(version);
    made.setDescription(description);
    made.setMessage(message);
    made.setUrn(urn);
    const [level = 0, severity = 0] = numbers;
    made.setEnforcementlevel(level as protocol.EnforcementLevel);
    made.setSeverity(severity as protocol.PolicySeverity);
    return made;
}

const diagnostics = fc
    .tuple(fc.array(text, { minLength: 6, maxLength: 6 }), fc.array(number, { minLength: 2, maxLength: 2 }))
    .map(([texts, numbers]) => diagnostic(texts, numbers));
const notApplicable = fc.tuple(text, text).map(([policy, reason]) => {
    const made = new protocol.PolicyNotApplicable();
    made.setPolicyName(policy);
    made.setReason(reason);
    return made;
});

describe("an answer", () => {
    it("is written in the bytes that the generated code makes of it", () => {
        fc.assert(
            fc.property(
                fc.array(diagnostics, { maxLength: 5 }),
                fc.array(notApplicable, { maxLength: 5 }),
                (all, none) => {
                    const answer = new protocol.AnalyzeResponse();
                    answer.setDiagnosticsList(all);
                    answer.setNotApplicableList(none);
                    const written = writtenBy(protocol.AnalyzeResponse, answer);
                    assert.deepEqual(written, Buffer.from(answer.serializeBinary()));
                },
            ),
        );
    });
    it("has no half characters, which are no UTF-8", () => {
        assert.equal(printable("a\ud800b \u{1f600}\udc00"), "a\\ud800b \u{1f600}\\udc00");
    });
    it("is left to the generated code where it holds what the writer does not know", () => {
        const remediation = new protocol.Remediation();
        remediation.setProperties(Struct.fromJavaScript({ one: 1 }));
        const answer = new protocol.RemediateResponse();
        answer.setRemediationsList([remediation]);
        assert.equal(writtenBy(protocol.RemediateResponse, answer), undefined);
    });
});
