import assert from "node:assert/strict";
import {
    answersBy,
    EbsEncryptionByDefault,
    EbsVolume,
    type Row,
    S3Bucket,
    S3BucketVersioning,
    settingRows,
} from "../../model/aws";
import { type Resource, settingSubject } from "../../model/graph";
import { declare, type Program, ref, unknown } from "../../pack";
import { graphOf } from "../support/graph";

/** How the resources of a program answer, each as `NAME path is`. */
function answers(program: Program, type: Row["type"], topic: Row["topic"], unknownOutputs = false): readonly string[] {
    const { stack } = graphOf(program, unknownOutputs);
    const rows = settingRows.filter((row) => row.topic === topic && row.type.token === type.token);
    return (stack.ofType(type) as readonly Resource[]).flatMap((resource) =>
        rows.flatMap((row) =>
            answersBy(row, settingSubject(stack, resource)).map(
                ({ at, bad }) =>
                    `${resource.name} ${at.path} ${{ yes: "bad", no: "good", undecided: "undecided" }[bad.is]}`,
            ),
        ),
    );
}

const versioning = (bucket: unknown) =>
    declare(S3BucketVersioning, { bucket, versioningConfiguration: { status: "Enabled" } } as never);

describe("a setting, asked of a resource in its stack", () => {
    const orders = declare(S3Bucket, {});
    for (const unknownOutputs of [false, true]) {
        const outputs = unknownOutputs ? "outputs unknown" : "outputs known";
        it(`is said by its companion, and by no other's: ${outputs}`, () => {
            const program = { orders, other: declare(S3Bucket, {}), v: versioning(ref("orders.id")) };
            assert.deepEqual(answers(program, S3Bucket, "recoverable", unknownOutputs), [
                "orders versioning.enabled good",
                "other versioning.enabled bad",
            ]);
        });
    }
    it("is said by a companion that names it", () => {
        const program = { orders: declare(S3Bucket, { bucket: "orders" }), v: versioning("orders") };
        assert.deepEqual(answers(program, S3Bucket, "recoverable"), ["orders versioning.enabled good"]);
    });
    it("is not known while it is not known whose a companion is", () => {
        const program = { orders, v: versioning(unknown) };
        assert.deepEqual(answers(program, S3Bucket, "recoverable"), ["orders versioning.enabled undecided"]);
    });
    it("is absent where only the provider will know it, and not where the program does", () => {
        const program = {
            computed: declare(S3Bucket, { versioning: unknown } as never),
            given: declare(S3Bucket, { versioning: { enabled: ref("computed.arn") } } as never),
        };
        assert.deepEqual(answers(program, S3Bucket, "recoverable", true), [
            "computed versioning.enabled bad",
            "given versioning.enabled undecided",
        ]);
    });
    it("is good under a default of the whole account, which may be absent, and not under one that is off", () => {
        const disk = declare(EbsVolume, { availabilityZone: "eu-west-1a", encrypted: false });
        const under = (inputs: object) => ({ disk, all: declare(EbsEncryptionByDefault, inputs) });
        assert.deepEqual(answers(under({}), EbsVolume, "encryptedAtRest"), ["disk encrypted good"]);
        assert.deepEqual(answers(under({ enabled: false }), EbsVolume, "encryptedAtRest"), ["disk encrypted bad"]);
        assert.deepEqual(answers(under({ enabled: unknown }), EbsVolume, "encryptedAtRest"), ["disk encrypted good"]);
        assert.deepEqual(answers({ disk }, EbsVolume, "encryptedAtRest"), ["disk encrypted bad"]);
    });
});
