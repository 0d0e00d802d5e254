/**
 * Logins to databases by `rds-db:connect`, whose ARNs are `…:dbuser:DBI_RESOURCE_ID/DB_USER_NAME`; the id is that of an instance
 * (`db-…`), of a cluster (`cluster-…`) or of a proxy (`prx-…`).
 * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
 */
import { isEverything, overlap } from "./pattern";
import type { Grant, Permissions } from "./permissions";
import type { Statement } from "./statement";

/** A pattern of `Resource`, and which of the two parts of a login it leaves open. */
export interface OpenLogin {
    readonly pattern: string;
    readonly database: boolean;
    readonly user: boolean;
}

const ACTION = "rds-db:connect";
const NOBODY = "nobody-has-this-name";

/** The patterns by which an Allow statement for `rds-db:connect` lets in, in effect, any user or to any database. */
export function openLogins<G extends Grant>(permissions: Permissions<G>, statement: Statement): readonly OpenLogin[] {
    return permissions.patternsOf(statement, ACTION).flatMap((pattern) => {
        const login = read(pattern);
        if (!login.database && !login.user) return [];
        return permissions.leaves(statement, ACTION, exemplary(pattern, permissions.partition)).is === "no"
            ? []
            : [login];
    });
}

/**
 * Where the user of a login is not known yet. No resource has such an ARN for its output: programs put it together, so an
 * unknown one may end in a star.
 */
export function unknownLogins({ resources }: Statement): readonly string[] {
    const open = resources?.unknown.filter(
        ({ prefix, suffix }) => !/dbuser:.*\//.test(prefix) && !suffix.includes("/"),
    );
    return (open ?? []).filter(({ prefix }) => isAbout(prefix)).map(({ place }) => place);
}

function read(pattern: string): OpenLogin {
    const parts = pattern.replace(/\$\{[^}]*\}/g, "x").split(":");
    if (parts.length < 6) {
        // What comes after an early star is left out; a text without an ARN's beginning was built around an unknown one.
        const isOpen = /\*$/.test(pattern) && (isEverything(pattern) || (parts[0] === "arn" && isAbout(pattern)));
        return { pattern, database: isOpen, user: isOpen || /\/[*?]+$/.test(pattern) };
    }
    if (!isAbout(pattern)) return { pattern, database: false, user: false };
    const login = parts
        .slice(5)
        .join(":")
        .replace(/^dbuser:/, "");
    const slash = login.lastIndexOf("/");
    const [database, user] = slash < 0 ? [login, "*"] : [login.slice(0, slash), login.slice(slash + 1)];
    const isUserOpen = slash < 0 ? login.endsWith("*") : /^[*?]+$/.test(user);
    return { pattern, database: /^(?:\w*\*|(?:db|cluster|prx)-[*?]+)$/.test(database), user: isUserOpen };
}

/** Can it be an ARN of a login, as far as it is known? */
function isAbout(pattern: string): boolean {
    const service = pattern.split(":")[2];
    return service === undefined || service === "" || overlap(service, "rds-db");
}

/** A login of the pattern that nobody has in mind. */
function exemplary(pattern: string, standard = "aws"): string {
    const [scheme, partition = "*", , region = "*", account = "*", ...rest] = pattern.split(":");
    if (scheme !== "arn" && !isEverything(pattern)) return pattern.replace(/[*?]+/g, NOBODY);
    const named = (part: string, otherwise: string) => (/[*?]/.test(part) ? otherwise : part);
    const head = `arn:${named(partition, standard)}:rds-db:${named(region, "us-east-1")}:${named(account, "111122223333")}`;
    const login =
        rest.length === 0
            ? NOBODY
            : rest
                  .join(":")
                  .replace(/^dbuser:/, "")
                  .replace(/[*?]+/g, NOBODY);
    return `${head}:dbuser:${login}${login.includes("/") ? "" : `/${NOBODY}`}`;
}
