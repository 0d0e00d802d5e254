/** Databases of which AWS makes, keeps and changes the master user's password, if it is asked to. */
import { type Answer, all, any, equals, filled, holds, isTrue, no, not, type Value } from "../values";
import type { ResourceType } from "./resource-type";
import { DocDbCluster, RdsCluster, RdsInstance, RedshiftCluster, RedshiftServerlessNamespace } from "./types";

export interface MasterCredentials {
    readonly type: ResourceType;
    /** The flag that asks AWS to. */
    readonly flag: string;
    /** The password of one's own; without it there is nothing that AWS could not do. A write-only one may be a secret's that is changed. */
    readonly password: string;
    /** Where AWS does not. */
    readonly isRefused: (read: (path: string) => Value) => Answer;
}

/**
 * What AWS refuses: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations,
 * the same page of the Aurora guide, and https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-secrets-manager.html. A replica
 * has the users of what it is made from, and so has every member of a global database.
 */
export const masterCredentials: readonly MasterCredentials[] = [
    {
        type: RdsInstance,
        flag: "manageMasterUserPassword",
        password: "password",
        isRefused: (read) =>
            any(
                filled(read("replicateSourceDb")),
                holds(read("engine"), (engine) => /^custom-/i.test(engine)),
            ),
    },
    {
        type: RdsCluster,
        flag: "manageMasterUserPassword",
        password: "masterPassword",
        isRefused: (read) => any(isCopy(read), equals(read("engineMode"), "serverless", "global")),
    },
    { type: DocDbCluster, flag: "manageMasterUserPassword", password: "masterPassword", isRefused: isCopy },
    { type: RedshiftCluster, flag: "manageMasterPassword", password: "masterPassword", isRefused: () => no },
    {
        type: RedshiftServerlessNamespace,
        flag: "manageAdminPassword",
        password: "adminUserPassword",
        isRefused: () => no,
    },
];

function isCopy(read: (path: string) => Value): Answer {
    return any(filled(read("replicationSourceIdentifier")), filled(read("globalClusterIdentifier")));
}

/** Is AWS not asked to, of a database on which it would? `read` gives what the program says, of what the provider may compute. */
export function isOwnPassword(
    { flag, password, isRefused }: MasterCredentials,
    database: Value,
    read: (path: string) => Value,
): Answer {
    const isManaged = isTrue(database.get(flag), false);
    return all(filled(database.get(password)), not(any(isManaged, isRefused(read))));
}
