import { LambdaFunction, RdsCluster, RdsInstance, RdsProxyTarget } from "../../../model/aws";
import { declare, type Example, ref, unknown } from "../../../pack";
import rule from "../../../policies/secrets/db-data-api-or-proxy";
import { testRule } from "../../support/rule-tester";

const at = "db: enableHttpEndpoint";
const cluster = (inputs: object = {}) => ({
    db: declare(RdsCluster, { engine: "aurora-postgresql", clusterIdentifier: "orders", ...inputs } as Example),
});
const told = (output = "db.endpoint") => ({
    report: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/report",
        environment: { variables: { DB_HOST: ref(output) } },
    }),
});
const target = (dbClusterIdentifier: unknown) => ({
    target: declare(RdsProxyTarget, {
        dbProxyName: "orders",
        targetGroupName: "default",
        dbClusterIdentifier,
    } as Example),
});

testRule(rule, {
    valid: {
        "no function": cluster(),
        "the Data API, as text": { ...cluster({ enableHttpEndpoint: "true" }), ...told("db.arn") },
        "the Data API, and a connection besides": { ...cluster({ enableHttpEndpoint: true }), ...told() },
        "a proxy": { ...cluster(), ...target(ref("db.id")), ...told() },
        "a proxy, by the cluster's name": { ...cluster(), ...target("orders"), ...told() },
        "sign-in by IAM": { ...cluster({ iamDatabaseAuthenticationEnabled: true }), ...told() },
        "three nodes of RDS": { ...cluster({ engine: "postgres" }), ...told() },
        "several writers": { ...cluster({ engine: "aurora-mysql", engineMode: "multimaster" }), ...told() },
        "an instance": {
            db: declare(RdsInstance, { engine: "postgres", instanceClass: "db.t4g.micro" }),
            ...told("db.address"),
        },
    },
    invalid: {
        "nothing said": { given: { ...cluster(), ...told() }, reports: [at] },
        "switched off, as text": {
            given: {
                ...cluster({ enableHttpEndpoint: "false", engine: "aurora-mysql" }),
                ...told("db.readerEndpoint"),
            },
            reports: [at],
        },
        "the first Aurora Serverless": {
            given: { ...cluster({ engineMode: "serverless" }), ...told() },
            reports: [at],
        },
        "a proxy before another": { given: { ...cluster(), ...target("invoices"), ...told() }, reports: [at] },
        "IAM switched off": {
            given: { ...cluster({ iamDatabaseAuthenticationEnabled: false }), ...told() },
            reports: [at],
        },
    },
    undecided: {
        "not known yet": {
            given: { ...cluster({ enableHttpEndpoint: unknown }), ...told() },
            awaits: ["db.enableHttpEndpoint"],
        },
        "the engine": { given: { ...cluster({ engine: unknown }), ...told() }, awaits: ["db.engine"] },
    },
});
