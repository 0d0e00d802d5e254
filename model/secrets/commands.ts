import type { Pair } from "./pairs";

/** How a tool is told a secret: words that its lines have, and an expression whose group `secret` is it. */
interface Told {
    /** All of them, in small letters. */
    readonly tool: readonly string[];
    readonly by: RegExp;
}

/** Up to the end of a command, and no further than people write. */
const REST = "[^\\n|;&]{0,300}?";
const VALUE = "[\"']?(?<secret>[^\\s\"'`;|&$<>(){}][^\\s\"'`;|&<>]*)[\"']?";
const told = (tool: string, expression: string): Told => ({
    tool: tool.toLowerCase().split(/\|(?!$)/),
    by: new RegExp(expression, "gim"),
});
/** Written behind a switch. */
const by = (tool: string, names: string, flags: string) =>
    told(`${tool}| ${flags.charAt(0)}`, `\\b(?:${names})\\b${REST}\\s["']?(?:${flags})${VALUE}`);
/** What a shell prints, with a format or without. */
const PRINTED = `\\b(?:echo|printf)\\s+(?:-\\w+\\s+|--\\s+|["']?%s(?:\\\\n)?["']?\\s+){0,3}${VALUE}`;
/** A command that reads a secret from what is piped or given to it: by a word that it has, and its beginning. */
const reads = (tool: string, command: string): readonly Told[] => [
    told(`${tool}||`, `${PRINTED}\\s*\\|\\s*(?:sudo\\s+(?:-\\w+\\s+)*)?(?:${command})`),
    told(`${tool}|<<<`, `\\b(?:${command})${REST}<<<\\s*${VALUE}`),
];

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
    by("sqlcmd", "sqlcmd", "-P\\s{0,3}"),
    by("osql", "osql", "-P\\s{0,3}"),
    by("bcp", "bcp", "-P\\s{0,3}"),
    by("twine", "twine upload", "-p\\s{1,3}"),
    by("cypher-shell", "cypher-shell", "-p\\s{1,3}"),
    told("set-initial-password", `\\bset-initial-password\\s+(?:--\\S+\\s+)?${VALUE}`),
    told("http| -", `\\bhttps?\\b${REST}\\s(?:-a|--auth)[\\s=]["']?[^\\s:"'$]{1,80}:["']?${VALUE}`),
    ...reads("vncpasswd", "vncpasswd\\b"),
    told("-setcookie", `\\s?-setcookie\\s{1,3}${VALUE}`),
    by("cqlsh", "cqlsh", "-p\\s{1,3}"),
    by("ncftp", "ncftp(?:put|get|ls|batch)?", "-p\\s{1,3}"),
    by("nuget", "(?:dotnet\\s+)?nuget\\s+(?:add|update|sources?)", "-p(?:assword)?\\s{1,3}"),
    by("openssl enc", "openssl\\s+enc", "-k\\s{1,3}"),
    by("cqlsh", "nodetool", "-pw\\s{1,3}"),
    by("ipmitool", "ipmitool", "-P\\s{1,3}"),
    told("snmp", `\\bsnmp\\w{3,9}\\b[^\\n|;&]{0,120}?\\s-A\\s{1,3}(?!sha|md5)${VALUE}`),
    told("snmp", `\\bsnmp\\w{3,9}\\b[^\\n|;&]{0,160}?\\s-X\\s{1,3}(?!aes|des)${VALUE}`),
    told("ftp", `^[ \\t]*(?:quote\\s+)?user[ \\t]+[\\w.@-]{1,60}[ \\t]+${VALUE}[ \\t]*$`),
    by("xfreerdp", "xfreerdp", "/p:"),
    by("rdesktop", "rdesktop", "-p\\s{1,3}"),
    by("plink", "plink|pscp|psftp", "-pw\\s{1,3}"),
    by("winexe", "winexe|wmic", "--password[= ]"),
    told("lftp", `\\blftp\\b${REST}\\s-u\\s*["']?[^\\s,"']{1,80},${VALUE}`),
    told("schtasks", `\\bschtasks\\b${REST}\\s/rp\\s+${VALUE}`),
    told("net use", `\\bnet\\s+use\\s+(?:\\S{1,3}\\s+)?\\\\\\\\\\S{1,120}\\s+(?!/)${VALUE}`),
    told("net use", `\\bnet\\s+use\\s+(?:\\S{1,3}\\s+)?\\\\\\\\\\S{1,120}\\s+/user:\\S{1,80}\\s+(?!/)${VALUE}`),
    told("http-basic", `\\bcomposer\\s+config\\s${REST}http-basic\\.\\S{1,120}\\s+\\S{1,60}\\s+${VALUE}`),
    told(
        "bundle",
        `\\bbundle\\s+config\\s+(?:set\\s+)?(?:--\\w+\\s+)?[\\w.-]{1,100}\\.[a-z]{2,10}\\s+[^\\s:"'$/]{1,60}:${VALUE}`,
    ),
    told("setapikey", `\\bnuget\\s+setapikey\\s+(?!-)${VALUE}`),
    told("apikeys|value", `<apikeys>[\\s\\S]{0,400}?\\bvalue="(?<secret>[^"\\n$%]{8,400})"`),
    told(
        "set-item|env:",
        `\\bSet-Item\\s+(?:-Path\\s+)?["']?Env:\\w*(?:PASS|SECRET|TOKEN|API_?KEY)\\w*["']?\\s+(?:-Value\\s+)?${VALUE}`,
    ),
    told("community", `^[ \\t]*r[ow]community6?\\s+(?!public\\b|private\\b)${VALUE}`),
    told("createuser", `\\bcreateUser\\s+(?:-e\\s+\\S+\\s+)?\\S{1,60}\\s+(?:MD5|SHA(?:-?\\d+)?)\\s+${VALUE}`),
    told("sqlconnectinfo", `\\bSQLConnectInfo\\s+\\S{1,200}\\s+\\S{1,60}\\s+${VALUE}`),
    told("cloud.auth", `\\bcloud\\.auth["']?\\s{0,3}[:=]\\s{0,3}["']?[^\\s:"'$]{1,60}:${VALUE}`),
    ...reads("restic", "restic\\b"),
    // Printed into a file that is called after what it holds.
    told(
        "echo| >",
        `${PRINTED}\\s*>>?\\s*["']?[\\w./-]{0,100}(?:password|passwd|secret|token|api_?key)(?:\\.txt)?["']?(?=[\\s;&]|$)`,
    ),
    told(
        "printf| >",
        `${PRINTED}\\s*>>?\\s*["']?[\\w./-]{0,100}(?:password|passwd|secret|token|api_?key)(?:\\.txt)?["']?(?=[\\s;&]|$)`,
    ),
    told(
        "echo|| tee",
        `${PRINTED}\\s*\\|\\s*(?:sudo\\s+)?tee\\s+(?:-a\\s+)?["']?[\\w./-]{0,100}(?:password|passwd|secret|token|api_?key)(?:\\.txt)?["']?(?=[\\s;&>]|$)`,
    ),
    told("nmcli", `\\bnmcli\\b${REST}\\s(?:password|wifi-sec\\.psk|802-1x\\.password)\\s+${VALUE}`),
    told("<(", `(?:pass|secret|token|key)[\\w-]{0,20}[=\\s]\\s*<\\(\\s*${PRINTED}\\s*\\)`),
    told("-command", `\\bpass(?:word|phrase)?-?command[=\\s]+["']?echo\\s+${VALUE}`),
    told("approle|secret_id", `\\bsecret_id=${VALUE}`),
    told("send|assword", `\\bsend\\s+(?:--\\s+)?\\\\?"(?=[^"\\s]*\\d)(?<secret>[^\\s"\\\\$]{6,200})\\\\r`),
    told("user| >", `\\b(?:acl\\s+setuser|user)\\s+\\S{1,60}\\s(?:on|off|reset)\\b${REST}\\s>${VALUE}`),
    told("insecure-password", `\\binsecure-password\\s+${VALUE}`),
    told("stats auth", `\\bstats\\s+auth\\s+[^\\s:]{1,60}:${VALUE}`),
    by("ldap", "ldapsearch|ldapadd|ldapmodify|ldapwhoami|ldappasswd", "-w\\s{1,3}"),
    by("mosquitto", "mosquitto_(?:pub|sub)", "-P\\s{1,3}"),
    by("zip -", "unzip|zip", "-P\\s{1,3}"),
    by("7z ", "7za?", "-p"),
    told("-pass", `-pass(?:in|out)?\\s{1,3}["']?pass:${VALUE}`),
    told(
        "htpasswd",
        `\\bhtpasswd(?=[^\\n]{0,40}?\\s-\\w{0,7}b)(?:\\s{1,3}-\\w{1,8}){1,5}\\s+[^\\s-]\\S{0,120}\\s+\\S{1,80}\\s+${VALUE}`,
    ),
    told(
        "chpasswd",
        `\\becho\\s+(?:-e\\s+)?["']?[\\w.-]{1,60}:(?!\\$)(?<secret>[^\\s"'|]+)["']?\\s*\\|\\s*(?:sudo\\s+)?chpasswd`,
    ),
    ...reads("-stdin", `[\\w./ -]{0,120}?(?:passwd --stdin|--password-stdin|--pass-stdin|--token-stdin)`),
    ...reads("--with-token", "gh\\s+auth\\s+login\\b[^\\n|;&]{0,80}--with-token"),
    ...reads("realm", "realm\\s+join"),
    ...reads("kinit", "kinit\\b"),
    ...reads("adcli", "adcli\\b"),
    ...reads("cryptsetup", "cryptsetup\\b"),
    ...reads("gpg", "gpg2?\\b[^\\n|;&]{0,120}--passphrase-fd"),
    ...reads("sudo -S", "sudo\\s+-S"),
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
    told("net user", `\\bnet1?\\s+user\\s+[\\w.$-]{1,60}\\s+(?!/)${VALUE}`),
    told("identified", `\\bidentified\\s+(?:with\\s+\\S+\\s+)?by\\s+["'](?<secret>[^"'\\n]{1,200})["']`),
    told(
        "password",
        `\\b(?:create|alter)\\s+(?:user|role|login)\\s[^\\n;]{0,120}?\\bpassword\\s{0,3}=?\\s{0,3}["'](?<secret>[^"'\\n]{1,200})["']`,
    ),
    told(
        "identified by",
        `\\b(?:create|alter|connect|grant)\\b[^\\n;]{0,160}?\\bidentified\\s+by\\s+(?=\\S*\\d)(?<secret>[^\\s"';()]{6,100})`,
    ),
    told(
        "set password",
        `\\bset\\s+password\\b[^\\n;=]{0,100}=\\s*(?:password\\s*\\(\\s*)?["'](?<secret>[^"'\\n]{1,200})["']`,
    ),
    told("pgp_sym_", `\\bpgp_sym_(?:en|de)crypt(?:_bytea)?\\([^,\\n]{1,200},\\s*'(?<secret>[^'\\n]{1,200})'`),
    told("create secret", `\\bcreate\\s[^\\n;]{0,60}?\\bsecret\\b[^;]{0,300}?\\bsecret\\s+'(?<secret>[^'\\n]{8,200})'`),
    told("securestring", `ConvertTo-SecureString\\s+(?:-String\\s+)?["'](?<secret>[^"'\\n$]{1,200})["']`),
    told("securestring", `["'](?<secret>[^"'\\n$]{4,200})["']\\s*\\|\\s*ConvertTo-SecureString`),
    told(
        "configure set",
        `\\baws\\s+configure\\s+set\\s+(?:[\\w.-]+\\.)?aws_(?:secret_access_key|session_token)\\s+${VALUE}`,
    ),
    told("npm| set ", `\\bnpm\\s+config\\s+set\\s+\\S{0,120}_(?:auth|authToken|password)[\\s=]+${VALUE}`),
    told("setx", `\\bsetx\\s+["']?\\w*(?:PASS|SECRET|TOKEN|API_?KEY)\\w*["']?\\s+${VALUE}`),
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
        if (!tool.every((word) => low.includes(word))) continue;
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
        // Postfix's logins by server.
        ...(text.includes("]:")
            ? [/^\[[\w.-]{1,120}\]:\d{2,5}[ \t]{1,20}[^\s:]{1,120}:(?<secret>[^\s:$]{4,200})$/gm]
            : []),
        // Pre-shared keys of IPsec.
        ...(low.includes(": psk ") ? [/:[ \t]PSK[ \t]{1,8}"(?<secret>[^"\n]{4,200})"/g] : []),
        ...(/:(?:\d{3,5}|\*):/.test(text)
            ? [
                  /(?:^|["'])[^\s:#"']{1,120}:(?:\d{3,5}|\*):[^\s:"']{1,80}:[^\s:"']{1,80}:(?<secret>[^\s:"']+)(?:["']|$)/gm,
              ]
            : []),
        // A login of Bundler's by its server.
        ...(text.includes("BUNDLE_")
            ? [
                  /\bBUNDLE_[A-Z0-9_]{1,60}__[A-Z0-9_]{1,60}["']?[ \t]?[=:][ \t]?["']?[^\s:"'$/]{1,60}:(?<secret>[^\s"'$/]{6,200})/g,
              ]
            : []),
        // PgBouncer's users.
        ...(low.includes("userlist") || QUOTED_LINES.test(text)
            ? [/^"[\w.@-]{1,63}" "(?!md5[0-9a-f]{32}|SCRAM-)(?=[^"]*\d)(?<secret>[^"\s]{6,200})"$/gm]
            : []),
        // Users of Dovecot and of FTP servers.
        ...(text.includes(":{") ? [/^[\w.@-]{1,80}:\{(?:PLAIN|CLEARTEXT|CLEAR)\}(?<secret>[^\s:]{4,200})/gm] : []),
        // Secrets of PPP by client and server.
        ...(low.includes("l2tpd") || low.includes("pptpd") || low.includes("chap-secrets")
            ? [
                  /^[ \t]*[\w.*@"-]{1,60}[ \t]+(?:l2tpd|pptpd|\*)[ \t]+"?(?<secret>[^\s"#]{6,200})"?[ \t]+(?:\*|[\d.]{7,15})[ \t]*$/gm,
              ]
            : []),
    ];
    yield* inEach(lines, text, 0);
    for (const at of near(low, "chpasswd"))
        yield* inEach(
            [/^[ \t]*(?:-[ \t]+)?["']?[a-z_][\w-]{0,31}:(?<secret>[^\s:$"'/][^\s"']*)["']?$/gm],
            text.slice(at, at + 2 * NEAR),
            at,
        );
}

/** A text of nothing but two literals a line. */
const QUOTED_LINES = /^(?:"[\w.@-]{1,63}" "[^"\s]{6,200}"\s{0,4}){1,200}$/;

function* inEach(lines: readonly RegExp[], text: string, start: number): Iterable<Pair> {
    for (const line of lines)
        for (const found of text.matchAll(line)) {
            const value = found.groups?.["secret"] ?? "";
            const offset = start + found.index + found[0].lastIndexOf(value);
            yield { name: "password", value, offset, quoted: true };
        }
}

/** How far from the command that reads them logins are looked for, and how often. */
const NEAR = 600;
const MOST_NEAR = 16;

/** Where to look around each place of a word. */
function near(text: string, word: string): readonly number[] {
    const found: number[] = [];
    for (let at = text.indexOf(word); at >= 0 && found.length < MOST_NEAR; at = text.indexOf(word, at + NEAR))
        found.push(Math.max(0, text.lastIndexOf("\n", Math.max(0, at - NEAR)) + 1));
    return found;
}
