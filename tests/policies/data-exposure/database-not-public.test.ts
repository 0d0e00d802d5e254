import {
    DmsReplicationInstance,
    MskCluster,
    NeptuneGraph,
    publicSwitches,
    RdsInstance,
    RedshiftCluster,
} from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/database-not-public";
import { testRule } from "../../support/rule-tester";

const kafka = (type: string) =>
    declare(MskCluster, { brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type } } } } as never);

testRule(rule, {
    valid: {
        "absent, which means private": declare(RdsInstance, { instanceClass: "db.t4g.micro" }),
        "switched off, as text": declare(RdsInstance, { publiclyAccessible: "false" as never }),
        "a warehouse with the default of version 7": declare(RedshiftCluster, { nodeType: "ra3.large" }),
        "brokers without public addresses": kafka("DISABLED"),
        "brokers with nothing said": declare(MskCluster, {
            brokerNodeGroupInfo: { instanceType: "kafka.t3.small" },
        } as never),
    },
    invalid: {
        "switched on, as text": {
            given: declare(RdsInstance, { publiclyAccessible: "true" as never }),
            reports: ["publiclyAccessible"],
        },
        "brokers with public addresses": {
            given: kafka("SERVICE_PROVIDED_EIPS"),
            reports: ["brokerNodeGroupInfo.connectivityInfo.publicAccess.type"],
        },
        "a graph": { given: declare(NeptuneGraph, { publicConnectivity: true }), reports: ["publicConnectivity"] },
        "a replication instance": {
            given: declare(DmsReplicationInstance, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        ...Object.fromEntries(
            publicSwitches
                .filter(({ path }) => path === "publiclyAccessible")
                .map(({ type }) => [
                    `${type.token} switched on`,
                    { given: declare(type, { publiclyAccessible: true } as never), reports: ["publiclyAccessible"] },
                ]),
        ),
    },
    undecided: {
        "not known yet": {
            given: declare(RdsInstance, { publiclyAccessible: unknown }),
            awaits: ["publiclyAccessible"],
        },
        "a block not known yet": {
            given: declare(MskCluster, { brokerNodeGroupInfo: unknown }),
            awaits: ["brokerNodeGroupInfo.connectivityInfo.publicAccess.type"],
        },
    },
});
