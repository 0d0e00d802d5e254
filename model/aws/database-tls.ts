import { type Family, isAtLeast, switchesOn } from "./database-parameters";

/** What a server demands of a connection: nothing, TLS if the client does too, TLS of whatever version, or of one that is not outdated. */
export type TlsDemand = "nothing" | "onRequest" | "anyVersion" | "current";

/** The parameter by which an engine demands TLS, and what AWS's default is. */
export interface TlsParameter {
    readonly engine: RegExp;
    readonly name: string;
    /** What to write there. */
    readonly value: string;
    readonly reads: (text: string) => TlsDemand;
    /** What AWS's default demands from a version on; before it, and where it is absent, nothing. */
    readonly from?: readonly number[];
    readonly byDefault?: TlsDemand;
    /** Does it do so in the version that AWS takes where nobody says one? As of 2026-11-27. */
    readonly newest: boolean;
    /** What it weighs, where that is less than the policy. */
    readonly severity?: "low" | "medium";
    readonly source: string;
}

const onOrOff = (text: string): TlsDemand => (switchesOn(text) ? "current" : "nothing");

const rds = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";
const aurora = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";

/** Clusters of three nodes have the engines of RDS, and its defaults. */
export const tlsParameters: readonly TlsParameter[] = [
    {
        engine: /^postgres$/,
        name: "rds.force_ssl",
        value: "1",
        reads: onOrOff,
        from: [15],
        newest: true,
        source: `${rds}/PostgreSQL.Concepts.General.SSL.html#PostgreSQL.Concepts.General.SSL.Requiring`,
    },
    {
        engine: /^aurora-postgresql$/,
        name: "rds.force_ssl",
        value: "1",
        reads: onOrOff,
        from: [17],
        newest: false,
        source: `${aurora}/AuroraPostgreSQL.Security.html#AuroraPostgreSQL.Security.SSL.Requiring`,
    },
    {
        engine: /^mysql$/,
        name: "require_secure_transport",
        value: "1",
        reads: onOrOff,
        from: [9, 7],
        newest: false,
        source: `${rds}/mysql-ssl-connections.require-ssl.html`,
    },
    {
        engine: /^mariadb$/,
        name: "require_secure_transport",
        value: "1",
        reads: onOrOff,
        from: [11, 8],
        newest: false,
        source: `${rds}/mariadb-ssl-connections.require-ssl.html`,
    },
    {
        engine: /^aurora(?:-mysql)?$/,
        name: "require_secure_transport",
        value: "ON",
        reads: onOrOff,
        newest: false,
        source: `${aurora}/AuroraMySQL.Security.html#AuroraMySQL.Security.SSL`,
    },
    {
        engine: /^sqlserver-/,
        name: "rds.force_ssl",
        value: "1",
        reads: onOrOff,
        newest: false,
        // The sign-in of a connection is encrypted in any case.
        severity: "medium",
        source: `${rds}/SQLServer.Concepts.General.SSL.Using.html`,
    },
    {
        engine: /^docdb$/,
        name: "tls",
        value: "tls1.2+",
        reads: (text) => (text === "disabled" ? "nothing" : text === "enabled" ? "anyVersion" : "current"),
        from: [0],
        byDefault: "anyVersion",
        newest: true,
        source: "https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html",
    },
    {
        engine: /^neptune$/,
        name: "neptune_enforce_ssl",
        value: "1",
        reads: onOrOff,
        from: [0],
        newest: true,
        // Engines from 1.0.4.0 on demand TLS whatever it says.
        severity: "low",
        source: "https://docs.aws.amazon.com/neptune/latest/userguide/security-ssl.html",
    },
    {
        // Clusters without a group of their own, and new workgroups, have the parameters of redshift-2.0 since 2025-01-10.
        engine: /^redshift$/,
        name: "require_ssl",
        value: "true",
        reads: onOrOff,
        from: [2],
        newest: true,
        source: "https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html",
    },
];

/** Undefined where the engine has no such parameter. */
export function tlsParameterOf({ engine }: Family): TlsParameter | undefined {
    return tlsParameters.find((parameter) => parameter.engine.test(engine));
}

/** What AWS's default demands of an engine's version. */
export function demandedByDefault(parameter: TlsParameter, { version }: Family): TlsDemand {
    const { from, newest, byDefault = "current" } = parameter;
    const demands = version === undefined ? newest : from !== undefined && isAtLeast(version, from);
    return demands ? byDefault : "nothing";
}
