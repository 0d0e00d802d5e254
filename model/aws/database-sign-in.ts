import {
    type Answer,
    absent,
    all,
    answer,
    any,
    equals,
    holds,
    isFalse,
    not,
    undecided,
    type Value,
    yes,
} from "../values";
import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** A database, or a proxy before one, that can let IAM identities sign in. */
export interface DatabaseSignIn {
    readonly type: ResourceType;
    /** The outputs under which clients connect. */
    readonly hosts: readonly string[];
    /** Where it is not asked for, with whether it is so. */
    readonly lacking: (database: Value) => readonly { readonly at: Value; readonly when: Answer }[];
    /** Does AWS offer it for this one? */
    readonly isOffered: (database: Value) => Answer;
}

/** Of RDS, for MariaDB from 10.11 on, MySQL and PostgreSQL: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RDS_Fea_Regions_DB-eng.Feature.IamDatabaseAuthentication.html */
const WITHOUT = /^(?:custom-)?(?:oracle|sqlserver|db2)/i;
const OLD_MARIADB = /^10\.\d(?:\.|$)/;

const rds = (hosts: readonly string[], type: ResourceType): DatabaseSignIn => ({
    type,
    hosts,
    lacking: switchedOff,
    isOffered: (database) => {
        const engine = database.get("engine");
        // A replica and a copy from a snapshot have the engine of what they are made from.
        if (engine.state === "absent") return undecided(engine.place);
        const isOld = all(
            equals(engine, "mariadb"),
            holds(database.get("engineVersion"), (text) => OLD_MARIADB.test(text)),
        );
        // The first generation of Aurora Serverless: .../AuroraUserGuide/aurora-serverless.html#aurora-serverless.limitations
        const isFirstServerless = equals(database.get("engineMode"), "serverless");
        return not(
            any(
                holds(engine, (text) => WITHOUT.test(text)),
                isOld,
                isFirstServerless,
            ),
        );
    },
});

/** Absent is off for all of them. Paths: typings of @pulumi/aws 7.48.0. */
export const databaseSignIns: readonly DatabaseSignIn[] = [
    rds(["address", "endpoint"], types.RdsInstance),
    rds(["endpoint", "readerEndpoint"], types.RdsCluster),
    {
        type: types.NeptuneCluster,
        hosts: ["endpoint", "readerEndpoint"],
        lacking: switchedOff,
        isOffered: () => yes,
    },
    { type: types.RdsProxy, hosts: ["endpoint"], lacking: byPassword, isOffered: () => yes },
];

function switchedOff(database: Value) {
    const at = database.get("iamDatabaseAuthenticationEnabled");
    return [{ at, when: isFalse(at, false) }];
}

/** A proxy is told for each user of the database how clients sign in, or for all of them at once. */
function byPassword(proxy: Value) {
    const [auths, scheme] = [proxy.get("auths"), proxy.get("defaultAuthScheme")];
    const forAll = equals(scheme, "IAM_AUTH");
    if (auths.state === "unknown") return [{ at: auths, when: undecided(auths.place) }];
    return (auths.items() as readonly Value[]).map((auth) => {
        const at = auth.get("iamAuth");
        return { at, when: all(not(forAll), any(absent(at), equals(at, "DISABLED"))) };
    });
}

/** Of an Aurora cluster: can it be asked by the Data API, which needs no connection? */
export function hasDataApi(database: Value): Answer {
    const endpoint = database.get("enableHttpEndpoint");
    return endpoint.state === "unknown" ? undecided(endpoint.place) : answer(endpoint.boolean() === true);
}

/**
 * Is it a cluster of Aurora that can be asked without a connection of one's own, by the Data API or through a proxy? One with several
 * writers has neither: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html
 */
export function canBeAskedWithoutConnection(database: Value): Answer {
    return all(
        holds(database.get("engine"), (text) => /^aurora(?:-mysql|-postgresql)?$/i.test(text)),
        not(equals(database.get("engineMode"), "multimaster")),
    );
}
