import { looksRandom } from "./classify";
import { isSuspectName, namesOther } from "./names";
import type { Pair } from "./pairs";

const NAMES =
    "(?:name|key|secret_?name|parameterKey|parameterName|optionName|variable|variableName|headerName|header|field|setting)";
const VALUES = "(?:value|plaintext_?value|secret_?value|parameterValue|optionValue|defaultValue|stringValue|default)";
const GAP = "\\s{0,40}";
const TEXT =
    "(?:\"(?<double>[^\"\\n]{1,600})\"|'(?<single>[^'\\n]{1,600})'|(?<bare>[^\\s\"',}\\]>][^\\n,}\\]]{0,400}))";

/** Lists of variables, parameters and headers, in code too. */
const lists = (): readonly RegExp[] => [
    // Lists of variables, parameters and headers in YAML, HCL and objects, in either order.
    new RegExp(
        `(?<![\\w.])["']?${NAMES}["']?${GAP}[:=]${GAP}["']?(?<name>[\\w./:-]{2,80})["']?${GAP}[,;]?${GAP}["']?${VALUES}["']?${GAP}[:=]${GAP}${TEXT}`,
        "gi",
    ),
    new RegExp(
        `(?<![\\w.])["']?${VALUES}["']?${GAP}[:=]${GAP}(?:"(?<double>[^"\\n]{1,600})"|'(?<single>[^'\\n]{1,600})'|(?<bare>[^\\s"',}]{1,400}))${GAP}[,;]?${GAP}["']?${NAMES}["']?${GAP}[:=]${GAP}["']?(?<name>[\\w./:-]{2,80})`,
        "gi",
    ),
    // An environment's entry as one literal: `"DB_PASSWORD=…"`.
    /["'](?<name>[A-Z][A-Z0-9_]{2,60})=(?<bare>[^\s"'$]{6,400})["']/g,
    // An option with its default: `"--api-token", default="…"`.
    /["']--?(?<name>[A-Za-z][\w-]{1,60})["'][^()\n]{0,200}?\bdefault\s?[=:]\s?(?:"(?<double>[^"\n]{1,400})"|'(?<single>[^'\n]{1,400})')/g,
    // A setting of a language that is made of calls: `storePassword "…"`.
    /(?<![\w.$"'-])(?<name>[A-Za-z]{0,30}(?:[pP]assword|[sS]ecret|[tT]oken|[aA]pi[kK]ey))[ \t]{1,8}(?:"(?<double>[^"\n]{6,400})"|'(?<single>[^'\n]{6,400})')/g,
    // A macro of C.
    /^[ \t]*#[ \t]*define[ \t]+(?<name>[A-Za-z]\w{1,60})[ \t]+"(?<double>[^"\n]{6,400})"/gm,
    // An assignment of R.
    /(?<name>[A-Za-z][\w.]{1,60})\s{0,4}<-\s{0,4}(?:"(?<double>[^"\n]{6,400})"|'(?<single>[^'\n]{6,400})')/g,
    // A header of Swift.
    /Value\(\s?"(?<double>[^"\n]{6,400})",\s?forHTTPHeaderField:\s?"(?<name>[\w-]{2,60})"/g,
    // A placeholder with what holds where nothing else is said: `${jwt.secret:…}`.
    /\$\{(?<name>[A-Za-z][\w.-]{1,80}):(?<bare>[^\s"'${}?+=-][^\s"'${}]{5,400})\}/g,
];

/** Maps that are called by what all of theirs are: `tokens = { stripe = "…" }`. */
const MAP =
    /(?<![\w.-])["']?(?<name>[A-Za-z][\w-]{0,40}(?:secrets|tokens|passwords|credentials|api_?keys)|secrets|tokens|passwords|credentials|api_?keys)["']?\s{0,10}[=:]>?\s{0,10}\{(?<body>[^{}]{1,2000})\}/gi;
const MEMBER =
    /(?<![\w.-])["']?(?<key>[A-Za-z][\w.-]{0,60})["']?\s{0,10}[=:]>?\s{0,10}["'](?<value>[^"'\n]{8,400})["']/g;

function* inMaps(text: string): Iterable<Pair> {
    for (const { groups, index, 0: whole } of text.matchAll(MAP)) {
        const body = groups?.["body"] ?? "";
        const start = index + whole.lastIndexOf("{") + 1;
        for (const { groups: member, index: at, 0: all } of body.matchAll(MEMBER)) {
            const { key = "", value = "" } = member ?? {};
            if (!namesOther(key) && !isSuspectName(key) && looksRandom(value))
                yield { name: "secret", value, offset: start + at + all.lastIndexOf(value), quoted: true };
        }
    }
}

/** What configuration has besides. Group `name`, and one of the groups of the value. */
const others = (): readonly RegExp[] => [
    // Elements, attributes, and properties of XML.
    /<(?<name>[A-Za-z_][\w.:-]{1,60})(?:\s[^<>]{0,200})?>\s{0,40}(?:<!\[CDATA\[)?(?<bare>[^<>\s][^<>]{0,400})(?:\]\]>)?\s{0,40}<\//g,
    /<\w[\w:.-]{0,60}\s[^<>]{0,100}?\b(?:name|key|id)="(?<name>[^"<>]{2,64})"[^<>]{0,100}>(?<bare>[^<>\s][^<>]{0,400})<\//g,
    /<(?:key|name)>(?<name>[^<>]{2,64})<\/(?:key|name)>\s{0,40}<(?:string|value)>(?<bare>[^<>]{1,400})</g,
    /<(?<name>[A-Za-z]\w{0,40}|[A-Za-z]\w{0,40}:\w{1,40})>\s{0,40}<[vV]alue>(?<bare>[^<>\s][^<>]{0,400})<\/[vV]alue>/g,
    // A table of TOML, or a section, that is called what its values are.
    /^[ \t]*\[{1,2}(?<name>[\w.-]{2,60})\]{1,2}[ \t]*\n(?:(?![ \t]*\[)[^\n]{0,200}\n){0,8}?[ \t]*(?:value|key)[ \t]{0,20}=[ \t]{0,4}(?:"(?<double>[^"\n]{8,400})"|'(?<single>[^'\n]{8,400})'|(?<bare>[^\s"'][^\s]{7,400}))/gm,
    // Arguments, and a list of them.
    /(?<![\w-])--?(?<name>[A-Za-z][\w.-]{1,60})[ \t]{1,10}(?:\\{0,3}"(?<double>[^"\n\\]{1,600})|'(?<single>[^'\n]{1,600})'|(?<bare>[^\s"'`\\-][^\s"'`;|&)]{0,400}))/g,
    /^[ \t]*-[ \t]+["']?--?(?<name>[A-Za-z][\w.-]{1,60})["']?[ \t]*\n[ \t]*-[ \t]+["']?(?<bare>[^\s"'-][^\s"']{0,400})/gm,
    // Lines of Spark's defaults and of its relatives.
    /^[ \t]*(?<name>[\w-]{1,40}(?:\.[\w-]{1,40}){1,10})[ \t]{1,40}(?<bare>[^\s=:][^\s]{0,400})[ \t]*$/gm,
    // Variables of Terraform with their defaults.
    /\bvariable\s{1,4}"(?<name>[\w-]{2,64})"\s{0,4}\{[^{}]{0,400}?\bdefault\s{0,20}=\s{0,4}"(?<double>[^"\n]{1,400})"/g,
    // Parameters of CloudFormation with their defaults, in JSON.
    /"(?<name>[A-Za-z]\w{1,80})"\s{0,4}:\s{0,4}\{[^{}]{0,400}?"Default"\s{0,4}:\s{0,4}"(?<double>[^"\n]{1,400})"/g,
    // What Terraform's state keeps of a password that it made.
    /"type"\s{0,4}:\s{0,4}"(?<name>random_password)"[^$]{0,1200}?"result"\s{0,4}:\s{0,4}"(?<double>[^"\n]{1,400})"/g,
    // A login of Yarn's.
    /(?<name>npmAuthIdent)["']?[ \t]{0,4}:[ \t]{0,4}["']?[^\s:"'$]{1,80}:(?<bare>[^\s"'$]{6,400})/g,
    // Parameters of CloudFormation and of automation documents with their defaults, in YAML.
    /^[ \t]{0,40}(?<name>\w{2,64}):[ \t]*\n(?<indent>[ \t]{1,40})(?:(?![Dd]efault)\w{1,40}:[^\n]{0,200}\n\k<indent>(?![ \t])){0,8}[Dd]efault:[ \t]{1,4}["']?(?<bare>[^\s"'!{[][^\s"']{0,400})/gm,
    // Directives that take a name and a value by position.
    /\b(?:setenv|SetEnv|fastcgi_param|proxy_set_header|add_header|ENV|env_param|requirepass|masterauth|define)[ \t(]{1,4}["']?(?<name>[A-Za-z][\w.-]{1,60})["']?[ \t,]{1,4}["']?(?<bare>[^\s"';)=][^\s"';)]{0,400})/g,
    /(?:^[ \t]*|\b(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?["'])(?<name>requirepass|masterauth|bindpw|rootpw|rootpwmodpw|auth_pass|password|(?:shared|secret|private|access)_key|[A-Za-z]\w{0,30}_(?:[Pp]ass(?:wd|word)|[Tt]oken|[Aa]pi_?[Kk]ey|[Ss]ecret(?:_[Kk]ey)?))[ \t]{1,20}"?(?<bare>[^\s":=][^\s"'\\]{0,400})["']?(?:[ \t]*$|\\n|[ \t]*>)/gm,
];

let madeLists: readonly RegExp[] | undefined;
let madeOthers: readonly RegExp[] | undefined;

/** The pairs of a text whose name and value no sign joins: `name`/`value`, elements, arguments; of source code the first alone. */
export function* besideIn(text: string, isSource = false): Iterable<Pair> {
    yield* inMaps(text);
    madeLists ??= lists();
    if (!isSource) madeOthers ??= others();
    for (const notation of isSource ? madeLists : [...madeLists, ...(madeOthers ?? [])])
        for (const { groups, index, 0: whole } of text.matchAll(notation)) {
            const { name = "", double, single, bare } = groups ?? {};
            if (!isSuspectName(name) && name !== LOGIN_OF_YARN) continue;
            const written = double ?? single ?? bare ?? "";
            const value = unescaped(written.replace(/\]\]$|\s+#.*$/, "").trim());
            const called = name === LOGIN_OF_YARN ? "password" : name;
            yield { name: called, value, offset: index + whole.lastIndexOf(written), quoted: true };
        }
}

const LOGIN_OF_YARN = "npmAuthIdent";

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescaped(text: string): string {
    return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}
