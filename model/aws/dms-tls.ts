import { type Answer, all, any, equals, holds, type Value, yes } from "../values";

/** The engines whose connections AWS DMS makes in clear text unless `sslMode` says otherwise: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html */
const BY_MODE =
    /^(?:aurora|aurora-serverless|aurora-postgresql(?:-serverless)?|azuredb|azure-sql-managed-instance|babelfish|db2(?:-zos)?|docdb|mariadb|mongodb|mysql|oracle|postgres|sqlserver|sybase)$/i;

/** Those that verify the authority of a certificate, but not whose it is. */
const BY_AUTHORITY = /^(?:oracle|db2)/i;

/** Where an endpoint connects in clear text, with whether it does, and what to write there; other engines have TLS always. */
export interface PlainEndpoint {
    readonly at: Value;
    readonly when: Answer;
    readonly better: string;
}

export function plainEndpoint(input: (path: string) => Value): readonly PlainEndpoint[] {
    const [engine, mode] = [input("engineName"), input("sslMode")];
    const [redis, kafka] = [input("redisSettings.sslSecurityProtocol"), input("kafkaSettings.securityProtocol")];
    const isPlain = (at: Value) => holds(at, (text) => text.toLowerCase() === "plaintext");
    const isUnsaid = (at: Value) => (at.state === "absent" ? yes : equals(at, "none", ""));
    return [
        {
            at: mode,
            when: all(
                holds(engine, (text) => BY_MODE.test(text)),
                isUnsaid(mode),
            ),
            better: BY_AUTHORITY.test(engine.text() ?? "") ? "verify-ca" : "verify-full",
        },
        // Of Redis, absent is TLS; of Kafka, TLS is what this setting asks for.
        { at: redis, when: isPlain(redis), better: "ssl-encryption" },
        {
            at: kafka,
            when: any(isPlain(kafka), all(equals(engine, "kafka"), isUnsaid(kafka))),
            better: "ssl-encryption",
        },
    ];
}
