import { type Answer, all, any, equals, holds, isFalse, not, present, undecided, type Value } from "../values";

/** Where a connection of AWS Glue leaves TLS to the server, with whether it does. */
export interface PlainGlueConnection {
    readonly at: Value;
    readonly when: Answer;
    readonly better: "true";
}

/** An address that asks for TLS by itself, as `…?sslmode=require`, `…;encrypt=true` and `jdbc:oracle:thin:@tcps:…` do. */
const ASKS_FOR_TLS = /(?:ssl|tls|encrypt)\w*=(?!false|disable|no\b|0|prefer|allow)|:@?\(?tcps\b|protocol=tcps/i;

/**
 * Of JDBC, absent is false; of Kafka, it is true:
 * https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html
 */
export function plainGlueConnection(input: (path: string) => Value): readonly PlainGlueConnection[] {
    const [type, properties] = [input("connectionType"), input("connectionProperties")];
    if (properties.state === "unknown") return [{ at: properties, when: undecided(properties.place), better: "true" }];
    const [jdbc, kafka] = [properties.get("JDBC_ENFORCE_SSL"), properties.get("KAFKA_SSL_ENABLED")];
    const url = properties.get("JDBC_CONNECTION_URL");
    const isJdbc = any(not(present(type)), equals(type, "JDBC"));
    const isLeftToServer = all(isJdbc, present(url), not(holds(url, (text) => ASKS_FOR_TLS.test(text))));
    return [
        { at: jdbc, when: all(isFalse(jdbc, false), isLeftToServer), better: "true" },
        { at: kafka, when: all(equals(type, "KAFKA"), isFalse(kafka, true)), better: "true" },
    ];
}
