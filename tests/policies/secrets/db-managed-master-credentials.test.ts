import {
    DocDbCluster,
    RdsCluster,
    RdsInstance,
    RedshiftCluster,
    RedshiftServerlessNamespace,
} from "../../../model/aws";
import { declare, randomPassword, ref, unknown } from "../../../pack";
import rule from "../../../policies/secrets/db-managed-master-credentials";
import { testRule } from "../../support/rule-tester";

const PASSWORD = "correct-horse";
const orders = (inputs: object) => ({
    orders: declare(RdsInstance, { identifier: "orders", engine: "postgres", username: "orders", ...inputs }),
});
const own = (inputs: object = {}) => orders({ password: PASSWORD, ...inputs });
const copy = declare(RdsInstance, { replicateSourceDb: ref("orders.identifier") });
const aurora = (inputs: object) => ({
    orders: declare(RdsCluster, { engine: "aurora-postgresql", masterPassword: PASSWORD, ...inputs }),
});
const documents = (inputs: object) => ({ orders: declare(DocDbCluster, { masterUsername: "orders", ...inputs }) });
const warehouse = (inputs: object) => ({ orders: declare(RedshiftCluster, { masterUsername: "orders", ...inputs }) });
const namespace = (inputs: object) => ({ orders: declare(RedshiftServerlessNamespace, { ...inputs }) });

testRule(rule, {
    valid: {
        "said as text": orders({ manageMasterUserPassword: "true" }),
        "a replica": own({ replicateSourceDb: "arn:aws:rds:eu-central-1:111122223333:db:orders" }),
        "restored from a snapshot": orders({ snapshotIdentifier: "orders-2026-11-01" }),
        "write-only: the state has nothing": orders({ passwordWo: PASSWORD, passwordWoVersion: 1 }),
        "an empty text": orders({ password: "" }),
        "RDS Custom": own({ engine: "custom-sqlserver-ee" }),
        "a source of replicas": { ...own(), copy },
        "Aurora, managed": aurora({ masterPassword: undefined, manageMasterUserPassword: true }),
        "a cluster of a global database": aurora({ globalClusterIdentifier: "orders-worldwide" }),
        "a replica in another region": aurora({
            replicationSourceIdentifier: "arn:aws:rds:us-east-1:1:cluster:orders",
        }),
        "the first Aurora Serverless": aurora({ engineMode: "serverless" }),
        "DocumentDB, managed": documents({ manageMasterUserPassword: true }),
        "DocumentDB, of a global cluster": documents({ masterPassword: PASSWORD, globalClusterIdentifier: "orders" }),
        "Redshift, managed": warehouse({ manageMasterPassword: true }),
        "Redshift Serverless, managed": namespace({ adminUsername: "orders", manageAdminPassword: true }),
        "Redshift Serverless, signed in to with IAM alone": namespace({ namespaceName: "orders" }),
    },
    invalid: {
        "switched off": { given: own({ manageMasterUserPassword: "false" }), reports: ["orders: password"] },
        "a random password": {
            given: { random: randomPassword, ...orders({ password: ref("random.result") }) },
            reports: ["orders: password"],
            weighs: ["high"],
        },
        "restored from a snapshot, with a new one": {
            given: own({ snapshotIdentifier: "orders-2026-11-01" }),
            reports: ["orders: password"],
        },
        "a source of replicas of SQL Server": {
            given: { ...own({ engine: "sqlserver-ee" }), copy },
            reports: ["orders: password"],
        },
        "beside a replica of another database": {
            given: { ...own(), other: declare(RdsInstance, { replicateSourceDb: "invoices" }) },
            reports: ["orders: password"],
        },
        Aurora: { given: aurora({}), reports: ["orders: masterPassword"] },
        "a cluster of several zones": { given: aurora({ engine: "postgres" }), reports: ["orders: masterPassword"] },
        DocumentDB: { given: documents({ masterPassword: PASSWORD }), reports: ["orders: masterPassword"] },
        Redshift: { given: warehouse({ masterPassword: PASSWORD }), reports: ["orders: masterPassword"] },
        "Redshift Serverless": {
            given: namespace({ adminUsername: "orders", adminUserPassword: PASSWORD }),
            reports: ["orders: adminUserPassword"],
        },
    },
    undecided: {
        "whether AWS manages it": {
            given: own({ manageMasterUserPassword: unknown }),
            awaits: ["orders.manageMasterUserPassword"],
        },
    },
});
