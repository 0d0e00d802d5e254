/** What the engine wrote down, read as it is: states, checkpoints, previews. */
import assert from "node:assert/strict";
import { stackFiles } from "../../gate/recorded/backend";
import { readRecorded } from "../../gate/recorded/read";
import { isIn, shardOf } from "../../gate/recorded/shard";
import type { Recorded } from "../../gate/recorded/state";
import { traveling } from "../../gate/recorded/values";
import {
    administrator,
    bytes,
    checkpoint,
    deployment,
    encrypted,
    exported,
    saved,
    shownSecret,
    zipped,
} from "../support/states";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const read = (text: string | Buffer) => readRecorded(typeof text === "string" ? bytes(text) : text, "state.json");
const names = (recorded: Recorded | undefined) => recorded?.resources.map(({ name }) => name);

describe("what the engine wrote down", () => {
    describe("is read in every version", () => {
        const all = administrator();
        const forms: Readonly<Record<string, string | Buffer>> = {
            "an export": exported(all),
            "an export of version 4": exported(all, 4, { features: ["views", "hooks"] }),
            "an export of version 1": exported(all, 1),
            "a checkpoint": checkpoint(all),
            "a checkpoint of version 4": checkpoint(all, undefined, 4),
            "a checkpoint from before there were versions": JSON.stringify({ stack: "live", latest: deployment(all) }),
            "a compressed checkpoint": zipped(checkpoint(all)),
            "with a byte order mark": `\ufeff${exported(all)}`,
        };
        for (const [form, text] of Object.entries(forms)) {
            it(form, () => {
                const recorded = read(text);
                assert.deepEqual(names(recorded), ["shop-live", "orders", "rights"]);
                assert.equal(recorded?.project, "shop");
                assert.equal(recorded?.stack, "live");
                assert.equal(recorded?.phase, "audit");
            });
        }
    });

    it("gives each resource its edges, and its place in the program", () => {
        const [, role, rights] = read(exported(administrator()))?.resources ?? [];
        assert.deepEqual(rights?.propertyDependencies, { role: [role?.urn] });
        assert.deepEqual(rights?.source, { file: "api/roles.ts", line: 12, column: 5 });
    });
    it("takes every input to depend on all that a resource does, before edges had names", () => {
        const [, role, rights] = read(exported(administrator(), 2))?.resources ?? [];
        assert.deepEqual(rights?.propertyDependencies, { role: [role?.urn], policy: [role?.urn] });
    });
    it("looks for a place in the program's own code, past a package's", () => {
        const frames = ["project:///node_modules/kit/index.js#1,2", "project:///lib/api.ts#7"];
        const stackTrace = frames.map((sourcePosition) => ({ sourcePosition }));
        const [one] =
            read(exported([saved("aws:sqs/queue:Queue", "q", {}, { sourcePosition: frames[0], stackTrace })]))
                ?.resources ?? [];
        assert.deepEqual(one?.source, { file: "lib/api.ts", line: 7, column: 1 });
    });
    it("leaves out what is to be deleted, and tells what an update did not finish", () => {
        const kept = saved("aws:sqs/queue:Queue", "kept", {});
        const gone = saved("aws:sqs/queue:Queue", "gone", {}, { delete: true });
        const begun = saved("aws:sqs/queue:Queue", "begun", {});
        const pending_operations = [{ resource: begun, type: "creating" }];
        const recorded = read(
            JSON.stringify({ version: 3, deployment: deployment([kept, gone], { pending_operations }) }),
        );
        assert.deepEqual(names(recorded), ["kept"]);
        assert.equal(recorded?.notSeen[0]?.urn, begun.urn);
        assert.match(recorded?.notSeen[0]?.what ?? "", /ended while creating it/);
    });
    it("is nothing where a stack was never deployed", () => {
        assert.equal(read(JSON.stringify({ version: 3, checkpoint: { stack: "live" } })), undefined);
        assert.equal(read(JSON.stringify({ version: 3, deployment: { manifest: {} } })), undefined);
    });
    it("finds a provider's own settings", () => {
        const provider = saved("pulumi:providers:aws", "default", { region: "eu-west-1", version: "7.48.0" });
        const queue = saved("aws:sqs/queue:Queue", "q", {}, { provider: `${provider.urn}::1a2b` });
        const [, one] = read(exported([provider, queue]))?.resources ?? [];
        assert.equal(one?.provider?.settings.version, "7.48.0");
        assert.deepEqual(one?.provider?.settings.inputs["region"], "eu-west-1");
    });

    describe("says why it cannot be read", () => {
        const cases: Readonly<Record<string, readonly [string | Buffer, RegExp]>> = {
            "a truncated file": [exported(administrator()).slice(0, -40), /^state\.json is truncated/],
            "one that ends within a text": [exported(administrator()).slice(0, 60), /^state\.json is truncated/],
            "one that ends between two values": ['{"version": 3,', /^state\.json is truncated/],
            "a truncated compressed file": [zipped(exported(administrator())).subarray(0, 90), /is truncated/],
            "broken compressed data": [
                Buffer.from([0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]),
                /compressed data is broken/,
            ],
            "an empty file": [" \n", /^state\.json is empty$/],
            "what is not JSON": ["name: shop\n", /^state\.json is not JSON/],
            "JSON with a fault": [
                '{"version": 3,\n "deployment": hunter2}',
                /^state\.json is not JSON(?: \(line 2\))?$/,
            ],
            "an unknown version": [exported([], 9), /is of version 9: versions 1 to 4 of states are known here/],
            "no version": [JSON.stringify({ deployment: {} }), /is of no version/],
            "an unknown feature": [exported([], 4, { features: ["teleport"] }), /what is not known here: teleport/],
            "another document": ['{"name": "shop"}', /neither a state .* nor a preview/],
            "a list": ["[1, 2]", /neither a state .* nor a preview/],
            "a stream of events": ['{"sequence":0,"timestamp":1}', /report state\.json$/],
            "a resource without a URN": [exported([{ urn: "orders", type: "a:b:C" }]), /without a valid URN/],
        };
        for (const [name, [given, says]] of Object.entries(cases)) {
            it(name, () => {
                assert.throws(
                    () => read(given),
                    (error: Error) => {
                        assert.match(error.message, says);
                        assert.doesNotMatch(error.message, /hunter2/);
                        return error.name === "CannotCheck";
                    },
                );
            });
        }
    });

    describe("values", () => {
        const secretOf = (value: unknown) => ({ [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", value });
        const one = (value: unknown) => traveling({ value })["value"];
        it("that are encrypted stay so, and are marked", () => {
            assert.deepEqual(one(encrypted), secretOf("[secret]"));
            assert.deepEqual(one([{ deep: encrypted }]), [{ deep: secretOf("[secret]") }]);
        });
        it("that were exported with --show-secrets are known, and marked", () => {
            assert.deepEqual(one(shownSecret({ a: [1] })), secretOf({ a: [1] }));
        });
        it("that refer to a resource are its id, or its URN", () => {
            const reference = (more: object) => ({
                [SIGNATURE]: "5cf8f73096256a8f31e491e813e4eb8e",
                urn: "urn",
                ...more,
            });
            assert.equal(one(reference({ id: "i-1" })), "i-1");
            assert.equal(one(reference({ id: { V: "i-1" } })), "i-1");
            assert.equal(one(reference({})), "urn");
            assert.equal(one(reference({ id: "" })), "04da6b54-80e4-46f7-96ec-b56ff0331ba9");
        });
        it("that JSON has no word for", () => {
            assert.equal(
                one({ [SIGNATURE]: "8ad145fe-0d11-4827-bfd7-1abcbf086f5c", value: "7ff0000000000000" }),
                Infinity,
            );
            assert.equal(one({ [SIGNATURE]: "803fd3297a5875dc03ca845dda5d2a98", value: "b3JkZXJz" }), "orders");
        });
        it("that are broken are unknown", () => {
            for (const value of ["x", "", 7, undefined])
                assert.equal(
                    one({ [SIGNATURE]: "8ad145fe-0d11-4827-bfd7-1abcbf086f5c", value }),
                    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
                );
        });
    });

    describe("of a preview", () => {
        const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
        const step = (op: string, newState: object, more: object = {}) => ({ op, newState, ...more });
        const queue = (name: string, inputs: object = {}) => saved("aws:sqs/queue:Queue", name, inputs);
        const digest = (steps: readonly object[], more: object = {}) => read(JSON.stringify({ steps, ...more }));

        it("is what will be there, with the stack's configuration", () => {
            const recorded = digest(
                [
                    step("create", queue("new")),
                    step("same", queue("same")),
                    { op: "delete", oldState: queue("old") },
                    step("delete-replaced", queue("replaced")),
                    step("create-replacement", queue("replaced", { name: "b" })),
                ],
                { config: { "aws:region": "eu-west-1" } },
            );
            assert.deepEqual(names(recorded), ["new", "same", "replaced"]);
            assert.equal(recorded?.phase, "preview");
            assert.deepEqual(recorded?.configuration, { "aws:region": "eu-west-1" });
        });
        it("leaves open what AWS computes of what is made", () => {
            const [made] =
                digest([step("create", { ...queue("new", { name: "n" }), outputs: undefined })])?.resources ?? [];
            assert.equal(made?.outputs["arn"], UNKNOWN);
            assert.equal(made?.outputs["name"], "n");
        });
        it("names how many resources that stay as they are it does not tell of", () => {
            const sparse = digest([step("create", queue("new"))], { changeSummary: { create: 1, same: 12 } });
            assert.match(sparse?.notSeen[0]?.what ?? "", /^12 resources .* --show-sames$/);
            const whole = digest([step("same", queue("a"))], { changeSummary: { same: 1 } });
            assert.deepEqual(whole?.notSeen, []);
        });
    });
});

describe("a backend's stacks", () => {
    const found = (keys: readonly string[], within = "") =>
        stackFiles(
            keys.map((key, index) => ({ key, modified: index, bytes: 1 })),
            within,
        ).map(({ key }) => key);

    it("are the checkpoints, and nothing of their history, backups and locks", () => {
        const keys = [
            ".pulumi/meta.yaml",
            ".pulumi/stacks/shop/prod.json",
            ".pulumi/stacks/shop/prod.json.bak",
            ".pulumi/stacks/shop/prod.json.attrs",
            ".pulumi/stacks/shop/prod.pulumi-tags",
            ".pulumi/stacks/shop/dev.json.gz",
            ".pulumi/stacks/shop/dev.json.gz.bak",
            ".pulumi/stacks/old.json",
            ".pulumi/history/shop/prod/prod-17.checkpoint.json",
            ".pulumi/backups/shop/prod/prod.17.json",
            ".pulumi/locks/organization/shop/prod/1.json",
            "package.json",
        ];
        assert.deepEqual(found(keys), [
            ".pulumi/stacks/old.json",
            ".pulumi/stacks/shop/dev.json.gz",
            ".pulumi/stacks/shop/prod.json",
        ]);
    });
    it("are found where the folder or prefix begins within the backend", () => {
        assert.deepEqual(found(["shop/prod.json", "shop/prod.json.bak"], ".pulumi/stacks"), ["shop/prod.json"]);
        assert.deepEqual(found(["meta.yaml", "stacks/shop/prod.json", "history/a.json"], ".pulumi"), [
            "stacks/shop/prod.json",
        ]);
    });
    it("are the newest of a stack's compressions", () => {
        const keys = [".pulumi/stacks/shop/prod.json.gz", ".pulumi/stacks/shop/prod.json"];
        assert.deepEqual(found(keys), [".pulumi/stacks/shop/prod.json"]);
        assert.deepEqual(found([...keys].reverse()), [".pulumi/stacks/shop/prod.json.gz"]);
    });
    it("are all files in JSON of a folder of exports", () => {
        assert.deepEqual(found(["a.json", "team/b.json.zst", "notes.md", "c.json.bak"]), ["a.json", "team/b.json.zst"]);
    });
});

describe("a shard", () => {
    it("is what is asked for, else what the environment tells", () => {
        assert.deepEqual(shardOf({ shard: "3/16" }, {}), { index: 3, total: 16 });
        assert.deepEqual(shardOf({ shards: 16 }, { JOB_COMPLETION_INDEX: "0" }), { index: 1, total: 16 });
        const batch = { AWS_BATCH_JOB_ARRAY_INDEX: "15", AWS_BATCH_JOB_ARRAY_SIZE: "16" };
        assert.deepEqual(shardOf({}, batch), { index: 16, total: 16 });
        assert.deepEqual(shardOf({}, { CI_NODE_INDEX: "2", CI_NODE_TOTAL: "4" }), { index: 2, total: 4 });
        assert.deepEqual(shardOf({}, { STRATEGY_JOB_INDEX: "2", STRATEGY_JOB_TOTAL: "4" }), { index: 3, total: 4 });
        assert.deepEqual(shardOf({ shard: "1/2" }, batch), { index: 1, total: 2 });
        assert.equal(shardOf({}, { CI_NODE_TOTAL: "1" }), undefined);
        assert.equal(shardOf({}, {}), undefined);
    });
    it("is refused where it is none", () => {
        for (const shard of ["0/4", "5/4", "a/4", "3", "1/0", "-1/4"])
            assert.throws(() => shardOf({ shard }, {}), /is no shard/, shard);
        assert.throws(() => shardOf({}, { JOB_COMPLETION_INDEX: "3" }), /JOB_COMPLETION_INDEX .* give --shards/);
        assert.throws(() => shardOf({ shards: 4 }, {}), /give --shard 1\/4/);
        assert.throws(() => shardOf({}, { CI_NODE_INDEX: "9", CI_NODE_TOTAL: "4" }), /CI_NODE_INDEX=9 is no shard/);
    });
    it("has each stack in exactly one part, whatever others there are", () => {
        const all = Array.from({ length: 200 }, (_, index) => `shop/stack-${index}`);
        for (const name of all) {
            const parts = Array.from({ length: 16 }, (_, index) => ({ index: index + 1, total: 16 }));
            assert.equal(parts.filter((shard) => isIn(shard, name)).length, 1);
        }
    });
});
