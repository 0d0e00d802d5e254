import { isSuspectName } from "./names";
import type { Pair } from "./pairs";

const NAMES =
    "(?:name|key|parameterKey|parameterName|optionName|variable|variableName|headerName|header|field|setting)";
const VALUES = "(?:value|parameterValue|optionValue|defaultValue|stringValue|default)";
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
];

/** What configuration has besides. Group `name`, and one of the groups of the value. */
const others = (): readonly RegExp[] => [
    // Elements, attributes, and properties of XML.
    /<(?<name>[A-Za-z_][\w.:-]{1,60})(?:\s[^<>]{0,200})?>\s{0,40}(?:<!\[CDATA\[)?(?<bare>[^<>\s][^<>]{0,400})(?:\]\]>)?\s{0,40}<\//g,
    /<\w[\w:.-]{0,60}\s[^<>]{0,100}?\b(?:name|key|id)="(?<name>[^"<>]{2,64})"[^<>]{0,100}>(?<bare>[^<>\s][^<>]{0,400})<\//g,
    /<(?:key|name)>(?<name>[^<>]{2,64})<\/(?:key|name)>\s{0,40}<(?:string|value)>(?<bare>[^<>]{1,400})</g,
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
    /^[ \t]*(?<name>requirepass|masterauth|password|[A-Za-z]\w{0,30}_(?:[Pp]ass(?:wd|word)|[Tt]oken|[Aa]pi_?[Kk]ey|[Ss]ecret(?:_[Kk]ey)?))[ \t]{1,20}"?(?<bare>[^\s":=][^\s"]{0,400})"?[ \t]*$/gm,
];

let madeLists: readonly RegExp[] | undefined;
let madeOthers: readonly RegExp[] | undefined;

/** The pairs of a text whose name and value no sign joins: `name`/`value`, elements, arguments; of source code the first alone. */
export function* besideIn(text: string, isSource = false): Iterable<Pair> {
    madeLists ??= lists();
    if (!isSource) madeOthers ??= others();
    for (const notation of isSource ? madeLists : [...madeLists, ...(madeOthers ?? [])])
        for (const { groups, index, 0: whole } of text.matchAll(notation)) {
            const { name = "", double, single, bare } = groups ?? {};
            if (!isSuspectName(name) && !DIRECTIVES.has(name)) continue;
            const written = double ?? single ?? bare ?? "";
            const value = unescaped(written.replace(/\]\]$|\s+#.*$/, "").trim());
            const called = DIRECTIVES.has(name) ? "password" : name;
            yield { name: called, value, offset: index + whole.lastIndexOf(written), quoted: true };
        }
}

const DIRECTIVES: ReadonlySet<string> = new Set(["requirepass", "masterauth", "npmAuthIdent"]);

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescaped(text: string): string {
    return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}
