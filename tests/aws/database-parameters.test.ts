import assert from "node:assert/strict";
import { demandedByDefault, type Family, familyNamed, tlsParameterOf, tlsParameters, versionOf } from "../../model/aws";

describe("families of parameters", () => {
    const families: Readonly<Record<string, Family | undefined>> = {
        postgres16: { engine: "postgres", version: [16] },
        "default.aurora-postgresql16": { engine: "aurora-postgresql", version: [16] },
        "default:mysql8.0": { engine: "mysql", version: [8, 0] },
        "aurora5.6": { engine: "aurora", version: [5, 6] },
        "sqlserver-se-15.0": { engine: "sqlserver-se", version: [15, 0] },
        "oracle-se2-cdb-19": { engine: "oracle-se2-cdb", version: [19] },
        "oracle-se2-19": { engine: "oracle-se2", version: [19] },
        "db2-se-11.5": { engine: "db2-se", version: [11, 5] },
        "redshift-2.0": { engine: "redshift", version: [2, 0] },
        "neptune1.3": { engine: "neptune", version: [1, 3] },
        shared: undefined,
    };
    for (const [text, family] of Object.entries(families)) {
        it(text, () => assert.deepEqual(familyNamed(text), family));
    }
    it("have versions of which the numbers count", () => {
        assert.deepEqual(versionOf("8.0.mysql_aurora.3.05.2"), [8, 0]);
        assert.deepEqual(versionOf("19.0.0.0.ru-2024-07.rur-2024-07.r1"), [19, 0, 0, 0]);
    });
});

describe("what AWS's default demands", () => {
    const demanded: Readonly<Record<string, "nothing" | "anyVersion" | "current">> = {
        postgres14: "nothing",
        postgres15: "current",
        "aurora-postgresql16": "nothing",
        "aurora-postgresql17": "current",
        "mysql8.4": "nothing",
        "mysql9.7": "current",
        "mysql10.0": "current",
        "mariadb11.4": "nothing",
        "mariadb11.8": "current",
        "mariadb12.0": "current",
        "aurora-mysql8.0": "nothing",
        "sqlserver-ex-16.0": "nothing",
        "docdb5.0": "anyVersion",
        "neptune1.4": "current",
        "redshift-1.0": "nothing",
        "redshift-2.0": "current",
    };
    for (const [name, demand] of Object.entries(demanded)) {
        it(name, () => {
            const family = familyNamed(name) as Family;
            const parameter = tlsParameterOf(family);
            assert.ok(parameter);
            assert.equal(demandedByDefault(parameter, family), demand);
        });
    }
    it("has a source for each engine, and a value that demands TLS", () => {
        for (const { source, reads, value } of tlsParameters) {
            assert.ok(source.startsWith("https://docs.aws.amazon.com/"));
            assert.equal(reads(value.toLowerCase()), "current");
        }
    });
});
