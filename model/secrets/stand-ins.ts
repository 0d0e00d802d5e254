import { isWordy } from "./harmless";
import { passwords, secrets } from "./vocabulary";
import { wordsOf } from "./words";

/** Words that people put where a secret is to come, and which products have as their default. */
const STAND_INS: ReadonlySet<string> = new Set(
    `change me changeme changeit changethis password passwort passw0rd pass passphrase secret secrets pwd admin administrator root user
    test testing tester dummy fake example sample foo bar baz demo default guest qwerty letmein welcome temp temporary tmp mock stub
    local localhost dev development in production prod it this please for the a not real super very my key token api db database
    unsafe insecure placeholder value string app postgres mysql redis mongo mongodb rabbitmq minio minioadmin docker localstack sa
    set by see from injected inject at runtime pipeline vault managed manager secretsmanager secrets parameter store ssm env
    environment ci deploy deployment generated later filled unused empty used text input field varchar textarea column
    adminadmin adminpassword rootpassword testpassword secretpassword mypassword mysecret supersecret secretkey hello world abc`
        .split(/\s+/)
        .filter((word) => word !== ""),
);

/**
 * Is this no secret that anyone chose: a default word (`changeme`, `password123`), or what reads as the name of a stored secret
 * (`orders-db-password`)? It opens a door where a product is left with it, so it is worth a hint.
 */
export function isStandIn(text: string): boolean {
    const plain = text
        .toLowerCase()
        .replace(/(?<![!?.])[!?.]+$/, "")
        .replace(/p[a@]ssw[o0]rd/g, "password");
    const parts = plain.split(/[^a-z\d]+/).filter((part) => part !== "");
    const letters = parts.map((part) => part.replace(/\d{1,4}$/, "")).filter((part) => part !== "");
    if (letters.length > 0 && letters.every((part) => STAND_INS.has(part))) return true;
    const words = wordsOf(text);
    return words.length > 1 && isWordy(text) && words.some((word) => passwords.has(word) || secrets.has(word));
}
