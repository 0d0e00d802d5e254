import type { Pair } from "./pairs";

/** How a tool is told a secret: words that its lines have, and an expression whose group `secret` is it. */
interface Told {
    /** All of them. */
    readonly tool: readonly string[];
    readonly by: RegExp;
}

/** Up to the end of a command, and no further than people write. */
const REST = "[^\\n|;&]{0,300}?";
const VALUE = "[\"']?(?<secret>[^\\s\"'`;|&$<>(){}][^\\s\"'`;|&<>]*)[\"']?";
const told = (tool: string, expression: string): Told => ({ tool: tool.split("|"), by: new RegExp(expression, "gi") });
/** Written behind a switch. */
const by = (tool: string, names: string, flags: string) =>
    told(`${tool}| -`, `\\b(?:${names})\\b${REST}\\s(?:${flags})${VALUE}`);

/** From the manuals of the tools. Made when they are first asked for. */
const tools = (): readonly Told[] => [
    told("curl| -", `\\bcurl\\b${REST}\\s(?:-u|--user|-U|--proxy-user)[\\s=]?["']?[^\\s:"'$]{1,80}:${VALUE}`),
    by("mysql", "mysql|mysqldump|mysqladmin|mysqlimport|mysqlsh|mysqlcheck", "-p"),
    told("mysqladmin", `\\bmysqladmin\\b${REST}\\s(?:new)?password\\s{1,3}${VALUE}`),
    by("mariadb", "mariadb|mariadb-dump|mariadb-admin", "-p"),
    by("sshpass", "sshpass", "-p\\s{0,3}"),
    by("redis-cli", "redis-cli", "-a\\s{1,3}|--pass\\s{1,3}"),
    by(" login ", "(?:docker|podman|helm registry|az|oc|skopeo|buildah|nerdctl|crane auth) login", "-p\\s{1,3}"),
    by("mongo", "mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport", "-p\\s{0,3}"),
    by("sqlcmd", "sqlcmd|osql|bcp", "-P\\s{0,3}"),
    by("ldap", "ldapsearch|ldapadd|ldapmodify|ldapwhoami|ldappasswd", "-w\\s{1,3}"),
    by("mosquitto", "mosquitto_(?:pub|sub)", "-P\\s{1,3}"),
    by("zip -", "unzip|zip", "-P\\s{1,3}"),
    by("7z ", "7za?", "-p"),
    told("-pass", `-pass(?:in|out)?\\s{1,3}["']?pass:${VALUE}`),
    told("htpasswd", `\\bhtpasswd\\s{1,3}-\\w*b\\w*\\s+\\S{1,120}\\s+\\S{1,80}\\s+${VALUE}`),
    told(
        "chpasswd",
        `\\becho\\s+(?:-e\\s+)?["']?[\\w.-]{1,60}:(?!\\$)(?<secret>[^\\s"'|]+)["']?\\s*\\|\\s*(?:sudo\\s+)?chpasswd`,
    ),
    told(
        "-stdin",
        `\\b(?:echo|printf)\\s+(?:-n\\s+)?${VALUE}\\s*\\|[^\\n|;&]{0,120}(?:passwd --stdin|--password-stdin|--pass-stdin|--token-stdin)`,
    ),
    told("| realm", `\\b(?:echo|printf)\\s+(?:-n\\s+)?${VALUE}\\s*\\|\\s*(?:sudo\\s+)?realm\\s+join`),
    told("| kinit", `\\b(?:echo|printf)\\s+(?:-n\\s+)?${VALUE}\\s*\\|\\s*(?:sudo\\s+)?kinit\\b`),
    told("| adcli", `\\b(?:echo|printf)\\s+(?:-n\\s+)?${VALUE}\\s*\\|\\s*(?:sudo\\s+)?adcli\\b`),
    told("reset-admin-password", `\\breset-admin-password\\s+(?!-)${VALUE}`),
    told("mc alias", `\\bmc\\s+alias\\s+set\\s+\\S{1,80}\\s+\\S{1,200}\\s+[\\w.@-]{1,80}\\s+${VALUE}`),
    told("netdom", `\\bnetdom\\b${REST}\\s/(?:passwordd|passwordo|pd|po):${VALUE}`),
    told("keypass", `\\s-(?:src|dest|new)?keypass\\s{1,3}${VALUE}`),
    told("storepass", `\\s-(?:src|dest|new)?storepass\\s{1,3}${VALUE}`),
    told("openssl passwd", `\\bopenssl\\s+passwd\\s(?:-\\w+\\s+)*(?!-)${VALUE}`),
    told("consul|-encrypt", `\\bconsul\\b${REST}\\s-encrypt[\\s=]${VALUE}`),
    // What stands in for a secret is replaced; where no digit is, it may be a word of a configuration.
    told(
        "sed ",
        `\\bs(?<sign>[/|#@~,])[^\\s/|#@~,]{0,40}(?:password|passwd|secret|token|api_?key)[^\\s/|#@~,]{0,40}\\k<sign>(?=[^\\n]{0,200}\\d)(?<secret>[^\\s$/|#@~,="'()\`]{6,200})\\k<sign>`,
    ),
    told("sudo -S", `\\becho\\s+${VALUE}\\s*\\|\\s*sudo\\s+-S`),
    told("net user", `\\bnet1?\\s+user\\s+[\\w.$-]{1,60}\\s+(?!/)${VALUE}`),
    told("identified", `\\bidentified\\s+(?:with\\s+\\S+\\s+)?by\\s+["'](?<secret>[^"'\\n]{1,200})["']`),
    told(
        "password",
        `\\b(?:create|alter)\\s+(?:user|role|login)\\s[^\\n;]{0,120}?\\bpassword\\s{0,3}=?\\s{0,3}["'](?<secret>[^"'\\n]{1,200})["']`,
    ),
    told("securestring", `ConvertTo-SecureString\\s+(?:-String\\s+)?["'](?<secret>[^"'\\n$]{1,200})["']`),
    told(
        "configure set",
        `\\baws\\s+configure\\s+set\\s+(?:[\\w.-]+\\.)?aws_(?:secret_access_key|session_token)\\s+${VALUE}`,
    ),
    told("npm| set ", `\\bnpm\\s+config\\s+set\\s+\\S{0,120}_(?:auth|authToken|password)[\\s=]+${VALUE}`),
    told("setx", `\\bsetx\\s+["']?\\w*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY)\\w*["']?\\s+${VALUE}`),
    told("rabbitmqctl", `\\brabbitmqctl\\s+(?:add_user|change_password)\\s+\\S{1,60}\\s+${VALUE}`),
    told("sqlplus", `\\bsqlplus\\s+(?:-\\w\\s+)?[\\w$]{1,40}/${VALUE}@`),
    told("smbclient", `\\bsmbclient\\b${REST}\\s-U\\s*["']?[\\w.\\\\]{1,60}%${VALUE}`),
    told("put-parameter", `\\bput-parameter\\b(?=[^\\n]{0,400}SecureString)[^\\n]{0,300}?--value[\\s=]+${VALUE}`),
    told("gh secret", `\\bgh\\s+secret\\s+set\\b${REST}\\s(?:-b|--body)[\\s=]+${VALUE}`),
    told(
        "pulumi config",
        `\\bpulumi\\s+config\\s+set\\s+(?:--\\w+\\s+)?["']?[\\w:.-]*(?:password|secret|token|apikey)\\w*["']?\\s+(?!-)${VALUE}`,
    ),
    told(
        "machine",
        `\\bmachine\\s+\\S{1,200}\\s(?:[^\\n]{0,200}\\s|\\s*\\w+\\s+\\S{1,100}\\s+)?password\\s+(?<secret>\\S+)`,
    ),
];

let made: readonly Told[] | undefined;

/** What the commands, statements and logins of a text say by position: each a password, as its tool reads it. */
export function* toldIn(text: string): Iterable<Pair> {
    made ??= tools();
    const low = text.toLowerCase();
    for (const { tool, by: expression } of made) {
        if (!tool.every((word) => low.includes(word.toLowerCase()))) continue;
        for (const found of text.matchAll(expression)) {
            const value = found.groups?.["secret"] ?? "";
            const offset = found.index + found[0].lastIndexOf(value);
            yield { name: "password", value, offset, quoted: true };
        }
    }
    yield* inFields(text, low);
}

/** `host:port:database:user:password`, and the lines of `chpasswd`. */
function* inFields(text: string, low: string): Iterable<Pair> {
    const lines = [
        ...(/:(?:\d{3,5}|\*):/.test(text)
            ? [
                  /(?:^|["'])[^\s:#"']{1,120}:(?:\d{3,5}|\*):[^\s:"']{1,80}:[^\s:"']{1,80}:(?<secret>[^\s:"']+)(?:["']|$)/gm,
              ]
            : []),
        ...(low.includes("chpasswd")
            ? [/^[ \t]*(?:-[ \t]+)?["']?[a-z_][\w-]{0,31}:(?<secret>[^\s:$"'][^\s"']*)["']?$/gm]
            : []),
    ];
    for (const line of lines)
        for (const found of text.matchAll(line)) {
            const value = found.groups?.["secret"] ?? "";
            yield { name: "password", value, offset: found.index + found[0].lastIndexOf(value), quoted: true };
        }
}
