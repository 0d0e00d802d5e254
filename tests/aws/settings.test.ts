import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import {
    answersBy,
    Ec2Instance,
    OpenSearchServerlessSecurityPolicy,
    RdsCluster,
    RdsGlobalCluster,
    RdsInstance,
    RedshiftCluster,
    type ResourceType,
    type Row,
    S3Bucket,
    S3BucketV2,
    settingRows,
    type Topic,
} from "../../model/aws";
import {
    anything,
    atLeast,
    atLeastVersion,
    bad,
    conditionsOf,
    each,
    either,
    fromVersion,
    type Good,
    good,
    inherited,
    inJson,
    noneOf,
    notEmpty,
    off,
    on,
    one,
    oneOf,
    ownKey,
    type Setting,
    says,
    settings,
    some,
    startingWith,
    switchedOn,
    unless,
    when,
} from "../../model/aws/settings";
import { UNKNOWN, Value } from "../../model/values";
import { hasInput } from "../support/typings";

const { table } = JSON.parse(readFileSync(path.resolve(__dirname, "../../data/synthetic/resources.json"), "utf8")) as {
    table: Readonly<Record<string, string>>;
};

/** What a resource answers, each as `path is`, with what it waits for and since when a changed default holds. */
function answers(rows: readonly Row[], inputs: object, providerMajor?: number): readonly string[] {
    return rows.flatMap((row) =>
        answersBy(row, { root: new Value(inputs), providerMajor }).map(({ at, bad, changed }) => {
            const is = { yes: "bad", no: "good", undecided: "undecided" }[bad.is];
            const awaits = bad.is === "undecided" ? ` awaits ${bad.awaits.join(", ")}` : "";
            return `${at.path} ${is}${awaits}${changed ? ` since ${changed.since}` : ""}`;
        }),
    );
}

describe("the rows of settings", () => {
    for (const row of settingRows) {
        const { type, paths } = row;
        const read = conditionsOf(row).flatMap((condition) => condition.paths);
        it(`are of a type and of inputs that @pulumi/aws has: ${type.token} ${paths.join(", ")}`, () => {
            assert.ok(Object.hasOwn(table, type.token));
            assert.ok(paths.length > 0);
            for (const one of [...paths, ...read]) assert.ok(hasInput(type.token, one), one);
        });
    }
    it("are one for each place and topic of a type", () => {
        const places = settingRows.flatMap(({ type, topic, paths }) =>
            paths.map((at) => `${type.token} ${topic} ${at}`),
        );
        assert.deepEqual([...new Set(places)], places);
    });
    it("give a type one kind", () => {
        const kinds = new Map(settingRows.map(({ type, kind }) => [type.token, kind]));
        assert.deepEqual(
            settingRows.filter(({ type, kind }) => kinds.get(type.token) !== kind),
            [],
        );
    });
});

describe("a place that the typings do not have", () => {
    it("does not compile", () => {
        const database = (setting: Setting<(typeof RdsInstance)["inputs"] & object>) => setting;
        const instance = (setting: Setting<(typeof Ec2Instance)["inputs"] & object>) => setting;
        // @ts-expect-error: misspelt
        database({ at: (db) => db.storageEncryptd, good: on, absent: good });
        // @ts-expect-error: misspelt, in what absent means
        database({ at: (db) => db.storageEncrypted, good: on, absent: inherited((db) => db.snapshotIdentifer) });
        // @ts-expect-error: a list, of which each element is meant
        instance({ at: (one) => one.ebsBlockDevices.encrypted, good: on, absent: good });
        instance({ at: (one) => each(one.ebsBlockDevices).encrypted, good: on, absent: good });
        // @ts-expect-error: a topic that nobody asks
        settings(RdsInstance, "database", { publik: { at: ({ engine }) => engine, good: off, absent: good } });
    });
});

describe("the defaults that AWS changed", () => {
    it("have a day and a source each, and were something else before", () => {
        for (const { changed, absent } of settingRows) {
            if (!changed) continue;
            assert.ok(Date.parse(changed.since) <= Date.now());
            assert.match(changed.since, /^20\d\d-\d\d-\d\d$/);
            assert.notEqual(absent, good);
            assert.ok(changed.source.startsWith("https://docs.aws.amazon.com/"));
        }
    });
    const aurora = "storageEncrypted bad since 2026-02-18";
    const cases: Readonly<Record<string, readonly [type: ResourceType, inputs: object, answer: string]>> = {
        "Aurora's encryption": [RdsCluster, { engine: "aurora-mysql" }, aurora],
        "also where a program asks for none": [RdsCluster, { engine: "aurora-mysql", storageEncrypted: false }, aurora],
        "where the engine is unknown": [RdsCluster, { engine: UNKNOWN }, aurora],
        "a global cluster's": [RdsGlobalCluster, { engine: "aurora-mysql" }, aurora],
        "not a Multi-AZ cluster's": [RdsCluster, { engine: "postgres" }, "storageEncrypted bad"],
        "not another type's": [RdsInstance, { engine: "aurora-mysql" }, "storageEncrypted bad"],
        "a warehouse's encryption": [RedshiftCluster, {}, "encrypted bad since 2025-01-10"],
        "not where a program asks for none": [RedshiftCluster, { encrypted: "false" }, "encrypted bad"],
    };
    for (const [name, [{ token }, inputs, answer]] of Object.entries(cases)) {
        it(name, () => {
            const [row] = settingRows.filter(({ type, topic }) => type.token === token && topic === "encryptedAtRest");
            assert.ok(row);
            assert.deepEqual(answers([row], inputs, 6), [answer]);
        });
    }
});

describe("a row answers", () => {
    const row = <T>(type: ResourceType<T>, setting: Setting<T>, topic: Topic = "encryptedAtRest") =>
        settings(type, "database", { [topic]: setting });
    const disks = row(Ec2Instance, {
        at: (one) => [one.rootBlockDevice.encrypted, each(one.ebsBlockDevices).encrypted],
        good: on,
        absent: inherited((one) => one.ami),
    });
    const someEngines = row(RdsInstance, {
        at: (db) => db.iamDatabaseAuthenticationEnabled,
        good: on,
        absent: either(
            fromVersion(7),
            when((db) => db.networkType, "DUAL"),
        ),
        only: when((db) => db.engine, "postgres", "mysql"),
    });
    const flag = "iamDatabaseAuthenticationEnabled";
    const cases: Readonly<
        Record<string, readonly [rows: readonly Row[], inputs: object, major: number | undefined, answers: string[]]>
    > = {
        "of several places, at each": [
            disks,
            {
                rootBlockDevice: { encrypted: true },
                ebsBlockDevices: [{ encrypted: "False" }, { encrypted: true }, {}],
            },
            undefined,
            [
                "rootBlockDevice.encrypted good",
                "ebsBlockDevices[0].encrypted bad",
                "ebsBlockDevices[1].encrypted good",
                "ebsBlockDevices[2].encrypted bad",
            ],
        ],
        "where a list is unknown, for the list": [
            disks,
            { ami: UNKNOWN, ebsBlockDevices: UNKNOWN },
            undefined,
            ["rootBlockDevice.encrypted good", "ebsBlockDevices undecided awaits ebsBlockDevices"],
        ],
        "where an element is unknown, for it": [
            disks,
            { ebsBlockDevices: [UNKNOWN] },
            undefined,
            [
                "rootBlockDevice.encrypted bad",
                "ebsBlockDevices[0].encrypted undecided awaits ebsBlockDevices[0].encrypted",
            ],
        ],
        "of the engines that it is about": [someEngines, { engine: "postgres", [flag]: false }, 7, [`${flag} bad`]],
        "of no other engine": [someEngines, { engine: "db2-se", [flag]: false }, 7, [`${flag} good`]],
        "of an unknown engine, if it matters": [
            someEngines,
            { engine: UNKNOWN, [flag]: false },
            7,
            [`${flag} undecided awaits engine`],
        ],
        "of an unknown engine, if it does not": [someEngines, { engine: UNKNOWN, [flag]: true }, 7, [`${flag} good`]],
        "absent, by the provider's version": [someEngines, { engine: "mysql" }, 7, [`${flag} good`]],
        "absent, in the version before": [someEngines, { engine: "mysql" }, 6, [`${flag} bad`]],
        "absent, in a version that nobody tells": [someEngines, { engine: "mysql" }, undefined, [`${flag} good`]],
        "absent, in a mode": [someEngines, { engine: "mysql", networkType: "DUAL" }, 6, [`${flag} good`]],
        "absent, in a mode that is unknown": [
            someEngines,
            { engine: "mysql", networkType: UNKNOWN },
            6,
            [`${flag} undecided awaits networkType`],
        ],
        "unknown itself": [someEngines, { engine: "mysql", [flag]: UNKNOWN }, 6, [`${flag} undecided awaits ${flag}`]],
        "said as nobody reads it: the provider refuses it": [
            someEngines,
            { engine: "mysql", [flag]: "maybe" },
            6,
            [`${flag} good`],
        ],
    };
    for (const [name, [rows, inputs, major, expected]] of Object.entries(cases)) {
        it(name, () => assert.deepEqual(answers(rows, inputs, major), expected));
    }
});

describe("a row asks", () => {
    const row = <T>(type: ResourceType<T>, setting: Setting<T>) => settings(type, "bucket", { recoverable: setting });
    const disks = row(Ec2Instance, {
        at: (instance) => each(instance.ebsBlockDevices).encrypted,
        good: on,
        absent: inherited((instance) => each(instance.ebsBlockDevices).snapshotId),
        only: unless(when((instance) => each(instance.ebsBlockDevices).volumeType, "standard")),
    });
    const versions = row(S3BucketV2, { at: (bucket) => one(bucket.versionings).enabled, good: on, absent: bad });
    const logs = row(S3Bucket, {
        at: (bucket) => bucket.logging.targetBucket,
        inVersion6: "loggings[0].targetBucket",
        or: (bucket) => bucket.acl,
        good: noneOf("private"),
        absent: bad,
    });
    const keys = row(S3BucketV2, { at: (bucket) => one(bucket.versionings).mfaDelete, good: ownKey, absent: bad });
    const document = row(OpenSearchServerlessSecurityPolicy, {
        at: (policy) => inJson(policy.policy, "KmsARN"),
        good: ownKey,
        absent: bad,
    });
    const owner = row(S3Bucket, {
        at: (bucket) => bucket.bucket,
        good: anything,
        absent: good,
        only: switchedOn(
            (bucket) => bucket.forceDestroy,
            (bucket) => bucket.objectLockEnabled,
        ),
    });
    const cases: Readonly<Record<string, readonly [rows: readonly Row[], inputs: object, answers: string[]]>> = {
        "a key in a block, by an output": [
            keys,
            { versionings: [{ mfaDelete: UNKNOWN }] },
            ["versionings[0].mfaDelete good"],
        ],
        "a key, and not of a block that nobody knows": [
            keys,
            { versionings: [UNKNOWN] },
            ["versionings[0].mfaDelete undecided awaits versionings[0].mfaDelete"],
        ],
        "what a document says": [document, { policy: '{"KmsARN":"alias/orders"}' }, ["policy.KmsARN good"]],
        "what a document does not say": [document, { policy: "{}" }, ["policy.KmsARN bad"]],
        "what a document may say": [document, { policy: UNKNOWN }, ["policy.KmsARN undecided awaits policy.KmsARN"]],
        "of no text that is no document": [document, { policy: "none" }, []],
        "where either of two is on": [owner, { objectLockEnabled: true, bucket: "" }, ["bucket bad"]],
        "where neither is": [owner, { forceDestroy: false, bucket: "" }, ["bucket good"]],
        "of a disk what stands beside it, not beside another": [
            disks,
            { ebsBlockDevices: [{ snapshotId: "snap-1" }, {}, { volumeType: "standard" }] },
            [
                "ebsBlockDevices[0].encrypted good",
                "ebsBlockDevices[1].encrypted bad",
                "ebsBlockDevices[2].encrypted good",
            ],
        ],
        "of the only disk, given without a list": [
            disks,
            { ebsBlockDevices: { snapshotId: "snap-1" } },
            ["ebsBlockDevices.encrypted good"],
        ],
        "of a disk what is not known yet": [
            disks,
            { ebsBlockDevices: [{ volumeType: UNKNOWN }] },
            ["ebsBlockDevices[0].encrypted undecided awaits ebsBlockDevices[0].volumeType"],
        ],
        "the one block of a list": [versions, { versionings: [{ enabled: "true" }] }, ["versionings[0].enabled good"]],
        "the one block, given without a list": [
            versions,
            { versionings: { enabled: false } },
            ["versionings.enabled bad"],
        ],
        "an absent block": [versions, {}, ["versionings[0].enabled bad"]],
        "an unknown block": [
            versions,
            { versionings: UNKNOWN },
            ["versionings.enabled undecided awaits versionings.enabled"],
        ],
        "by the name of an older version": [
            logs,
            { loggings: [{ targetBucket: "logs" }] },
            ["loggings[0].targetBucket good"],
        ],
        "by another name": [logs, { acl: "private" }, ["acl bad"]],
        "by another name, where the first is an empty text": [
            logs,
            { logging: { targetBucket: "" }, acl: "public-read" },
            ["acl good"],
        ],
        "by no name": [logs, {}, ["logging.targetBucket bad"]],
    };
    for (const [name, [rows, inputs, expected]] of Object.entries(cases)) {
        it(name, () => assert.deepEqual(answers(rows, inputs), expected));
    }
});

describe("a milder case", () => {
    const [row] = settings(RdsInstance, "database", {
        recoverable: {
            at: (db) => db.backupRetentionPeriod,
            good: atLeast(7),
            absent: bad,
            milder: {
                when: says((db) => db.backupRetentionPeriod, atLeast(1)),
                severity: "low",
            },
        },
    });
    const cases: Readonly<Record<string, readonly [inputs: object, milder: boolean]>> = {
        "is told by a value": [{ backupRetentionPeriod: 3 }, true],
        "is not by another": [{ backupRetentionPeriod: 0 }, false],
        "is not by none": [{}, false],
        "is while the value is not known": [{ backupRetentionPeriod: UNKNOWN }, true],
    };
    for (const [name, [inputs, milder]] of Object.entries(cases)) {
        it(name, () => {
            const [answer] = row ? answersBy(row, { root: new Value(inputs), providerMajor: 7 }) : [];
            assert.equal(answer?.milder !== undefined, milder);
        });
    }
});

describe("what is good", () => {
    const cases: Readonly<Record<string, readonly [good: Good, said: unknown, is: string]>> = {
        "a number that is high enough": [atLeast(7), 7, "yes"],
        "a number's text": [atLeast(7), "14", "yes"],
        "not one that is too low": [atLeast(7), 0, "no"],
        "a version that is high enough": [atLeastVersion("1.6.12"), "1.6.12", "yes"],
        "one of the next series": [atLeastVersion("1.6.12"), "1.10", "yes"],
        "not one that is lower by number, though not by letter": [atLeastVersion("1.6.12"), "1.6.6", "no"],
        "not a series without its last number": [atLeastVersion("1.6.12"), "1.6", "no"],
        "a beginning, in any case": [startingWith("off"), " OFF -@all", "yes"],
        "not another beginning": [startingWith("off"), "on ~off*", "no"],
        "one of some words, in any case": [oneOf("Enabled"), "ENABLED", "yes"],
        "not another": [oneOf("Enabled"), "Suspended", "no"],
        "some element": [some(oneOf("audit")), ["error", "audit"], "yes"],
        "of a list without it, none": [some(oneOf("audit")), ["error"], "no"],
        "of an empty list, none": [some(oneOf("audit")), [], "no"],
        "of a list with an unknown element, nobody knows": [some(oneOf("audit")), ["error", UNKNOWN], "undecided"],
        "anything at all": [anything, { a: 1 }, "yes"],
        "not an empty text": [anything, "", "no"],
        "not an empty list": [anything, [], "no"],
        "what is not known yet": [anything, UNKNOWN, "yes"],
        "a key of one's own": [ownKey, "arn:aws:kms:eu-west-1:111122223333:key/1", "yes"],
        "by its alias": [ownKey, "alias/orders", "yes"],
        "by an output": [ownKey, UNKNOWN, "yes"],
        "not one that AWS owns": [ownKey, "AWS_OWNED_KMS_KEY", "no"],
        "an object with something in it": [notEmpty, { TABLE: UNKNOWN }, "yes"],
        "not an empty one": [notEmpty, {}, "no"],
        "nobody knows of an unknown one": [notEmpty, UNKNOWN, "undecided"],
        "not AWS's": [ownKey, "alias/aws/s3", "no"],
        "not AWS's by its ARN": [ownKey, "arn:aws-cn:kms:cn-north-1:111122223333:alias/aws/sqs", "no"],
    };
    for (const [name, [good, said, is]] of Object.entries(cases)) {
        it(name, () => assert.equal(good(new Value(said, "it")).is, is));
    }
});
