import {
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    LambdaFunction,
    NeptuneCluster,
    RdsCluster,
    RdsClusterInstance,
    RdsInstance,
    RdsProxy,
    RdsProxyEndpoint,
    RdsProxyTarget,
    SecretsManagerSecret,
    SecretsManagerSecretVersion,
    SecurityGroupIngressRule,
} from "../../../model/aws";
import { declare, type Example, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/secrets/db-iam-auth-enabled";
import { testRule } from "../../support/rule-tester";

const at = "iamDatabaseAuthenticationEnabled";
const told = (variables: object, inputs: object = {}) => ({
    report: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/report",
        environment: { variables },
        ...inputs,
    } as Example),
});
const host = (output = "db.address") => told({ DB_HOST: ref(output) });
const instance = (inputs: object) => ({
    db: declare(RdsInstance, { instanceClass: "db.t4g.micro", ...inputs } as Example),
});
const cluster = (inputs: object = {}) => ({
    db: declare(RdsCluster, { engine: "aurora-postgresql", ...inputs } as Example),
});
const neptune = (inputs: object = {}) => ({ db: declare(NeptuneCluster, inputs as Example) });
const strict = (given: Program) => ({ given, options: { everyDatabase: true } });
const reports = (given: Program, place = `db: ${at}`) => ({ given, reports: [place] });

const groups = {
    clients: declare(Ec2SecurityGroup, {}),
    store: declare(Ec2SecurityGroup, {}),
};
const placed = {
    ...told({}, { vpcConfig: { subnetIds: ["subnet-0a1b2c3d4e5f60718"], securityGroupIds: [ref("clients.id")] } }),
    ...instance({ engine: "mysql", vpcSecurityGroupIds: [ref("store.id")] }),
    ...groups,
};
const admission = {
    admission: declare(SecurityGroupIngressRule, {
        securityGroupId: ref("store.id"),
        referencedSecurityGroupId: ref("clients.id"),
        ipProtocol: "tcp",
    } as Example),
};
const secret = {
    login: declare(SecretsManagerSecret, {}),
    version: declare(SecretsManagerSecretVersion, {
        secretId: ref("login.id"),
        secretString: json({ host: ref("db.address"), username: "app" }),
    }),
};
const proxy = (iamAuth: unknown, inputs: object = {}) => ({
    proxy: declare(RdsProxy, {
        engineFamily: "POSTGRESQL",
        auths: [
            {
                secretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
                ...(iamAuth !== undefined && { iamAuth }),
            },
        ],
        roleArn: "arn:aws:iam::111122223333:role/proxy",
        vpcSubnetIds: ["subnet-0a1b2c3d4e5f60718"],
        ...inputs,
    } as Example),
});
const target = {
    target: declare(RdsProxyTarget, {
        dbProxyName: ref("proxy.name"),
        targetGroupName: "default",
        dbInstanceIdentifier: ref("db.identifier"),
    } as Example),
};

testRule(rule, {
    valid: {
        "a database that no function reaches": instance({ engine: "postgres" }),
        "a function that is told of something else": {
            ...instance({ engine: "postgres" }),
            ...told({ STAGE: "prod" }),
        },
        "as text": { ...instance({ engine: "postgres", [at]: "true" }), ...host() },
        "no function, in the strict profile": strict(instance({ engine: "postgres", [at]: true })),
        ...Object.fromEntries(
            ["oracle-ee", "oracle-se2-cdb", "custom-oracle-ee", "sqlserver-ex", "custom-sqlserver-se", "db2-se"].map(
                (engine) => [`${engine} has none`, strict({ ...instance({ engine }), ...host() })],
            ),
        ),
        "an old MariaDB has none": { ...instance({ engine: "mariadb", engineVersion: "10.6.14" }), ...host() },
        "the first Aurora Serverless has none": { ...cluster({ engineMode: "serverless" }), ...host("db.endpoint") },
        "the Data API, by the cluster's ARN": {
            ...cluster({ enableHttpEndpoint: true }),
            ...told({ LEDGER: ref("db.arn") }),
        },
        "the Data API alone, in the strict profile": strict(cluster({ enableHttpEndpoint: "true" })),
        "in a network whose group is not let in": placed,
        "another direction": {
            ...placed,
            admission: declare(Ec2SecurityGroupRule, {
                type: "egress",
                securityGroupId: ref("store.id"),
                sourceSecurityGroupId: ref("clients.id"),
            } as Example),
        },
        "by a proxy that asks for it": {
            ...instance({ engine: "postgres" }),
            ...proxy("REQUIRED"),
            ...target,
            ...host("proxy.endpoint"),
        },
        "by a proxy for SQL Server": { ...proxy("ENABLED", { engineFamily: "SQLSERVER" }), ...host("proxy.endpoint") },
        "by a proxy that asks all for it": {
            ...proxy(undefined, { defaultAuthScheme: "IAM_AUTH" }),
            ...host("proxy.endpoint"),
        },
        "in the network of a database that has a proxy": { ...placed, ...admission, ...proxy("REQUIRED"), ...target },
        "a graph that asks": { ...neptune({ [at]: true }), ...host("db.endpoint") },
    },
    invalid: {
        "a host in the environment": reports({ ...instance({ engine: "postgres" }), ...host() }),
        "switched off, as text": reports({
            ...instance({ engine: "mariadb", engineVersion: "11.4", [at]: "false" }),
            ...host(),
        }),
        "a cluster": reports({ ...cluster(), ...host("db.readerEndpoint") }),
        "a cluster of three nodes": reports({ ...cluster({ engine: "mysql" }), ...host("db.endpoint") }),
        "a member of the cluster": reports({
            ...cluster(),
            member: declare(RdsClusterInstance, {
                clusterIdentifier: ref("db.id"),
                engine: "aurora-postgresql",
                instanceClass: "db.r6g.large",
            } as Example),
            ...host("member.endpoint"),
        }),
        "the Data API, and its host besides": reports({
            ...cluster({ enableHttpEndpoint: true }),
            ...host("db.endpoint"),
        }),
        "a secret of the host": reports({
            ...instance({ engine: "postgres" }),
            ...secret,
            ...told({ LOGIN: ref("login.arn") }),
        }),
        "in the network, by a rule": reports({ ...placed, ...admission }),
        "in the network, by the older rule": reports({
            ...placed,
            admission: declare(Ec2SecurityGroupRule, {
                type: "ingress",
                securityGroupId: ref("store.id"),
                sourceSecurityGroupId: ref("clients.id"),
            } as Example),
        }),
        "in the network, by the group's own rule": reports({
            ...placed,
            store: declare(Ec2SecurityGroup, {
                ingress: [{ protocol: "tcp", fromPort: 3306, toPort: 3306, securityGroups: [ref("clients.id")] }],
            }),
        }),
        "in the same group": reports({
            ...placed,
            ...instance({ engine: "mysql", vpcSecurityGroupIds: [ref("clients.id")] }),
        }),
        "a proxy that takes passwords": reports(
            { ...instance({ engine: "postgres" }), ...proxy("DISABLED"), ...target, ...host("proxy.endpoint") },
            "proxy: auths[0].iamAuth",
        ),
        "an endpoint of a proxy with nothing said": reports(
            {
                ...proxy(undefined),
                reader: declare(RdsProxyEndpoint, {
                    dbProxyName: ref("proxy.name"),
                    dbProxyEndpointName: "reader",
                    vpcSubnetIds: ["subnet-0a1b2c3d4e5f60718"],
                } as Example),
                ...host("reader.endpoint"),
            },
            "proxy: auths[0].iamAuth",
        ),
        "a graph": reports({ ...neptune(), ...host("db.endpoint") }),
        "no function, in the strict profile": { ...strict(instance({ engine: "postgres" })), reports: [`db: ${at}`] },
    },
    undecided: {
        "not known yet": {
            given: { ...instance({ engine: "postgres", [at]: unknown }), ...host() },
            awaits: [`db.${at}`],
        },
        "the engine is not known yet": {
            given: { ...instance({ engine: unknown }), ...host() },
            awaits: ["db.engine"],
        },
        "a replica has the engine of its source": {
            given: { ...instance({ replicateSourceDb: "primary" }), ...host() },
            awaits: ["db.engine"],
        },
        "a proxy whose users are not known yet": {
            given: { ...proxy("", { auths: unknown }), ...host("proxy.endpoint") },
            awaits: ["proxy.auths"],
        },
        "the Data API, or not": {
            given: { ...cluster({ enableHttpEndpoint: unknown }), ...told({ LEDGER: ref("db.arn") }) },
            awaits: ["db.enableHttpEndpoint"],
        },
    },
});
