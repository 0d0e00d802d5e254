import type { Pair } from "./pairs";

/** How source code hands over a secret without a name for it: words that the code has, and an expression whose group `secret` is it. */
interface Call {
    readonly word: string;
    /** What the argument is called: a key is no word, a password may be. */
    readonly name: "secret" | "password";
    readonly by: RegExp;
}

const QUOTED = "[bBrRuU@]?[\"'`](?<secret>[^\"'`\\n]{6,400})[\"'`]";
const ANY = "[\"'`][^\"'`\\n]{0,300}[\"'`]";
const GAP = "\\s{0,40}";

/** A function's last argument of these, behind the literals before it. */
const last = (word: string, functions: string, before: number) =>
    call(
        word,
        `\\b(?:${functions})\\(${GAP}(?:${ANY}${GAP},${GAP}){${before}}(?:Some\\(|\\$|Buffer\\.from\\(|\\[\\]byte\\()?${QUOTED}`,
    );
const call = (word: string, expression: string): Call => ({ word, name: "secret", by: new RegExp(expression, "g") });
const login = (one: Call): Call => ({ ...one, name: "password" });

/** From the documentation of the libraries. Made when they are first asked for. */
const calls = (): readonly Call[] => [
    // Keys that sign and encrypt.
    last("SignedString", "SignedString", 0),
    call("signWith", `\\bsignWith\\([\\w.]{1,60},${GAP}${QUOTED}`),
    call("default_signer", `\\bdefault_signer:${GAP}${QUOTED}`),
    call(
        "setVapidDetails",
        `\\bsetVapidDetails\\(${GAP}(?:${ANY}|[\\w.]{1,60})${GAP},${GAP}(?:${ANY}|[\\w.]{1,60})${GAP},${GAP}${QUOTED}`,
    ),
    last("reateHmac", "createHmac", 1),
    last("reateCipheriv", "createCipheriv|createDecipheriv", 1),
    call("jwt", `\\bjwt\\.(?:sign|verify|encode|decode)\\([^"'\`;\\n]{1,120}?,${GAP}${QUOTED}`),
    call("hmac.new", `\\bhmac\\.new\\(${GAP}(?:key${GAP}=${GAP})?${QUOTED}`),
    last("HMAC", "Algorithm\\.HMAC(?:256|384|512)", 0),
    call("getBytes", `\\b(?:hmacShaKeyFor|SecretKeySpec)\\(${GAP}"(?<secret>[^"\\n]{8,400})"\\.getBytes`),
    call("SymmetricSecurityKey", `\\bSymmetricSecurityKey\\([\\w.]{0,40}\\.GetBytes\\(${GAP}${QUOTED}`),
    last("Fernet", "Fernet", 0),
    last("cookieParser", "cookieParser", 0),
    last("Serializer", "(?:URLSafe)?(?:Timed)?Serializer", 0),
    call("JWT", `\\bJWT\\.(?:encode|decode)\\([^"'\`;\\n]{1,120}?,${GAP}${QUOTED}`),
    last("from_secret", "(?:En|De)codingKey::from_secret", 0),
    last("earer", "bearer_auth|[bB]earerAuth|setBearerAuth|with_?[bB]earer(?:_?[tT]oken)?", 0),
    last("OpenSSL::HMAC", "OpenSSL::HMAC\\.(?:hex|base64)?digest", 1),
    call("hmac.New", `\\bhmac\\.New\\([\\w.]{1,40},${GAP}\\[\\]byte\\(${QUOTED}`),
    call(
        "Setenv",
        `\\b(?:Setenv|putenv)\\(${GAP}["'](?:\\w*(?:PASS|SECRET|TOKEN|KEY)\\w*)=(?<secret>[^"'\\n]{6,400})["']`,
    ),
    call("putenv", `\\bputenv\\(${GAP}["'](?:\\w*(?:PASS|SECRET|TOKEN|KEY)\\w*)=(?<secret>[^"'\\n]{6,400})["']`),
    ...logins().map(login),
    // What says itself that the text stays open.
    last("unsafePlainText", "unsafePlainText", 0),
    // Properties of C#, and Python's defaults.
    call(
        "get;",
        `(?:Password|Secret|Token|ApiKey|SecretKey|AccessKey|SigningKey)\\s{0,4}\\{\\s{0,4}get;[^{}]{0,40}\\}\\s{0,4}=\\s{0,4}${QUOTED}`,
    ),
    call(
        " or ",
        `["']\\w*(?:PASSWORD|PASSWD|PASS|SECRET|TOKEN|API_KEY|SECRET_KEY|ACCESS_KEY)\\w{0,12}["']\\s?[\\])]{1,2}\\s{1,4}or\\s{1,4}${QUOTED}`,
    ),
];

/** Logins by position. */
const logins = (): readonly Call[] => [
    last("Credential", "(?:NetworkCredential|BasicAWSCredentials|UsernamePasswordCredentials)", 1),
    call("AwsBasicCredentials", `\\bAwsBasicCredentials\\.create\\(${GAP}${ANY}${GAP},${GAP}${QUOTED}`),
    call("PasswordAuthentication", `\\bPasswordAuthentication\\(${GAP}${ANY}${GAP},${GAP}${QUOTED}\\.toCharArray`),
    last("getConnection", "getConnection", 2),
    last("PDO", "PDO", 2),
    last("mysqli", "mysqli|mysqli_connect", 2),
    last("BasicAuth", "(?:HTTP|[Ss]et|with)?BasicAuth", 1),
    last("basic_auth", "basic_auth", 1),
    call("basic_auth", `\\.basic_auth\\s+${ANY}${GAP},${GAP}${QUOTED}`),
    last("Sequelize", "Sequelize", 2),
    call(
        "mysql_real_connect",
        `\\bmysql_real_connect\\([^"\\n;]{1,80}?${ANY}${GAP},${GAP}${ANY}${GAP},${GAP}${QUOTED}`,
    ),
    last("PlainAuth", "PlainAuth", 2),
    call("auth", `\\bauth${GAP}=${GAP}\\(${GAP}${ANY}${GAP},${GAP}${QUOTED}${GAP}\\)`),
    last("login", "(?:smtp|server|client|ftp|imap|mail|session|conn)\\w{0,20}\\.login", 1),
    last("fromPassword", "fromPassword", 1),
    last("DBI->connect", "DBI->connect", 2),
    last("->credentials", "->credentials", 3),
    last("forURL", "forURL", 2),
    call("auth(", `\\b(?:red|redis|rdb|client|conn)\\w{0,12}[:.]auth\\(${GAP}${QUOTED}${GAP}\\)`),
    last("username_pw_set", "username_pw_set", 1),
    last(".connect", "(?:pymysql|MySQLdb|cx_Oracle|oracledb|psycopg2|mariadb|connector)\\.connect", 2),
    call("USERPWD", `\\bCURLOPT_(?:PROXY)?USERPWD${GAP}(?:,|=>)${GAP}["'][^"':]{1,80}:(?<secret>[^"'\\n]{6,400})["']`),
    call(
        "toCharArray",
        `\\b(?:load|getKey|store|init|PasswordProtection|PBEKeySpec)\\([^"\\n;]{0,80}"(?<secret>[^"\\n]{6,400})"\\.toCharArray`,
    ),
];

let made: readonly Call[] | undefined;

/** The literals that source code hands to what takes a secret at that place. */
export function* calledIn(text: string): Iterable<Pair> {
    made ??= calls();
    for (const { word, name, by } of made) {
        if (!text.includes(word)) continue;
        for (const found of text.matchAll(by)) {
            const value = found.groups?.["secret"] ?? "";
            const offset = found.index + found[0].lastIndexOf(value);
            yield { name, value, offset, quoted: true };
        }
    }
}
