/**
 * Texts that are no secret whatever they are called. Each kind says by which form it is told; what only looks random (a hash, an
 * id) is told by its name instead. Texts may be of any length: no expression here may try one part of a text in two ways.
 */
const REFERENCES: readonly RegExp[] = [
    /^arn:[\w-]+:\S*$/,
    /^[a-z][a-z0-9+.-]*:\/\/\S*$/i,
    /^(?:>>)?(?:ssm|aws-?ssm|awssm|asm|(?:aws-?)?secrets-?manager|aws|param(?:eter)?(?:-?store)?|gcp(?:-?(?:sm|secrets?-?manager))?|gsm|google|azure(?:-?(?:kv|key-?vault))?|az?kv|key-?vault(?:-?ref)?|(?:hashicorp-?|hc)?vault|kv2?|op|one-?password|1password|bw|bitwarden|doppler|infisical|akeyless|conjur|cyberark|keeper|lastpass|gopass|chamber|sops|berglas|k8s|kubernetes|config-?map|secret-?(?:ref|key-?ref)|secrets?|env|environment|file|key-?ring|key-?chain|credstash|alias|projects|ref|cmd|exec|docker-secret|systemd|ejson|consul|cfn|terraform|tfe|pulumi|aws:ssm|aws:secretsmanager)[:/]\S*$/i,
    /^ocid1\.\S+$/,
    // Secrets that other services of AWS keep in Secrets Manager, by their names there.
    /^(?:appflow|aws|databrew|datasync|directconnect|ecs-sc|events|marketplace-deployment|opsworks-cm|rds|redshift|sqlworkbench|transfer)![\w/+=.@-]+$/,
    /^\$__\w+\{[^{}]*\}$/,
    // Templates that something else fills in, as a whole or in a part.
    /\$\{[^{}]+\}|\{\{[^{}]*\}\}|\$\{\{|\$\([^()]*\)|<%|\{%|\(\(\s*[\w./-]+\s*\)\)|\[\[[^\]\n]{0,200}\]\]/,
    /^\$[A-Za-z_][\w.]*\$?$/,
    /^\$\d+$/,
    /^\$!?[A-Za-z_][\w.]*\([^()]*\)[\w.()]*$/,
    /^\$env:\w+$/i,
    /^\$\$?[\w]+:[\w.-]+$/,
    /^[#@~]\{.*\}[#@~]?$/,
    /^\{[A-Za-z_][\w. -]*\}$/,
    /^%\([\w.]+\)s$/,
    /^[:@][A-Za-z_]\w*$/,
    /^(?:@@?|__+|%%?|~~?|!!?|\|\|?)[A-Za-z][\w.-]*(?:@@?|__+|%%?|~~?|!!?|\|\|?)$/,
    /^![A-Za-z][\w:]*(?:\s|$)/,
    /^\*[A-Za-z][\w-]*$/,
    /^@Microsoft\.\w+\(.*\)$/,
    /^<+[^<>]*>+$/,
    /^\[[^\]"']*\]$/,
    // Expressions of programs, templates and infrastructure code.
    /^(?:process\.env|os\.(?:environ|getenv)|ENV|env|System\.getenv|var|local|data|module|self|secrets?|vars|inputs|github|steps|needs|config|settings|params?|props|args|options|context|event|stage|method|request|random_password|random_string|aws_\w+|google_\w+|azurerm_\w+)(?:\.[A-Za-z_][\w.[\]*"'-]*|\[["'][\w.-]+["']\])$/,
    /^(?:new\s)?[A-Za-z_][\w.:]*\((?:[^()]*["'][^()]*["'][^()]*|[\s\w.,]*)\)[\w.()[\]]*$/,
    // A command whose output is meant, an intrinsic function of CloudFormation.
    /^`[a-z][\w./-]*\s[^`]+`$/,
    /^Fn::[A-Z]\w+:\s/,
    // Ids that AWS gives: user pools, identity pools, keys of several regions.
    /^[a-z]{2}(?:-[a-z]+)+-\d[_:]\S+$/,
    /^mrk-[0-9a-f]{32}$/,
    /^(?:AROA|AIDA|APKA|AGPA|ANPA|ASCA|ACCA)[A-Z0-9]{12,}$/,
    // Addresses of people and of machines.
    /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}$/i,
    /^(?:[\w-]+\.)+(?:com|net|org|io|dev|app|internal|local|cloud|aws|svc|cn|de|eu|uk)(?::\d{2,5})?(?:\/\S*)?$/i,
    /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d{1,5})?$/,
];

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Ciphertexts: of KMS, its encryption SDK, SOPS, Jasypt, Spring, Maven, Ansible, Pulumi, Fernet, OpenSSL, JWE, PGP and age. */
const CIPHERTEXTS: readonly RegExp[] = [
    /^AQ(?:ICAH|ECAH|IDAH|EBAH)[\w+/=-]{20,}$/,
    /^A(?:YAD|gV4|QV4)[\w+/-]{60,}={0,2}$/,
    /^Ag[A-Za-z0-9+/]{300,}={0,2}$/,
    /^ENC\[.*\]$/s,
    /^ENC\(.*\)$/,
    /^EJ\[\d:.*\]$/,
    /^\{(?:cipher|aes|key|encrypted)[\w:-]*\}/i,
    /^\{[A-Za-z0-9+/=]{20,}\}$/,
    /^(?:vault:)?v\d+:[A-Za-z0-9+/_=-]{8,}(?::[A-Za-z0-9+/_=-]*)*$/,
    /^gAAAAA[\w-]{60,}={0,2}$/,
    /^U2FsdGVkX1[A-Za-z0-9+/]{10,}={0,2}$/,
    /^(?:01000000d08c9ddf|AQAAANCMnd8B)/i,
    /^eyJpdiI6[A-Za-z0-9+/]{40,}={0,2}$/,
    /^eyJ[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/,
    /^(?:encrypted|enc|cipher|ciphertext|secure|sealed|kms|aes(?:-?(?:128|256))?(?:-?gcm)?)[:!]\S+$/i,
    /^[A-Za-z0-9+/]{20,}={0,2}--[A-Za-z0-9+/]{12,}={0,2}--[A-Za-z0-9+/]{16,}={0,2}$/,
    /^\$ANSIBLE_VAULT;/,
    /^-----BEGIN (?:PGP MESSAGE|AGE ENCRYPTED FILE|PKCS7|CMS|ENCRYPTED MESSAGE)-----/,
    /^age-encryption\.org\/v1/,
];

/** The keys of AWS's own documentation. */
const DOCUMENTED = /EXAMPLE(?:KEY|TOKEN|ID)?(?![A-Za-z])|^[A-Za-z0-9+/]{9,64}EXAMPLE/;

/**
 * What vendors publish themselves, without the prefix: Stripe's keys of its documentation, the keys of the emulators of Azure's
 * Storage and Cosmos DB, the payload of jwt.io; the tokens and logins of RFC 6749, 6750 and 7617, the keys of FIPS 197 and SP 800-38A.
 */
const PUBLISHED: readonly string[] = [
    "4eC39HqLyjWDarjtT1zdp7dc",
    "BQokikJOvBiI2HlWgH4olfQ2",
    "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1",
    "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEH",
    "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lI",
    ...[
        "QWxhZGRpbjpvcGVuIHNlc2FtZQ",
        "czZCaGRSa3F0MzpnWDFmQmF0M2JW",
        "2YotnFZFEjr1zCsicMWpAA",
        "tGzv3JOkF0XG5Qx2TlKWIA",
    ],
    ...["mF_9.B5f-4.1JqM", "SlAV32hkKG", "2b7e151628aed2a6abf7158809cf4f3c", "8e73b0f7da0e6452c810f32b809079e5"],
    ...["603deb1015ca71be2b73aef0857d7781", "000102030405060708090a0b0c0d0e0f"],
];

export function isDocumented(text: string): boolean {
    return PUBLISHED.some((known) => text.includes(known));
}

/** What vendors and protocols make to be published. */
const PUBLISHABLE: readonly RegExp[] = [
    /^pk[-_](?:live|test|prod|dev|sandbox|sbx|imapik)\w*[-_]?[\w-]+$/,
    /^pk\.[\w.-]+$/,
    /^(?:sb_publishable|publishable|public|pub)[-_][\w-]+$/,
    /^phc_\w+$/,
    /^pub[0-9a-f]{32}$/,
    /^NRJS-[0-9a-f]{19}$/,
    // Adyen's keys, Paddle's tokens and GrowthBook's keys for the browser.
    /^(?:live|test)_(?:[A-Z0-9]{32}|[0-9a-f]{27})$/,
    /^sdk-[A-Za-z0-9]{12,20}$/,
    // Branch's, which its own secrets stand beside.
    /^key_(?:live|test)_[A-Za-z0-9]{32}$/,
    // Google's, which its format tells apart by what stands beside it.
    /^AIza[\w-]{35}$/,
    /^[a-z][a-z0-9]{1,15}_(?:pk|pub|publishable)_(?:(?:live|test|prod)_)?[A-Za-z0-9]{16,}$/,
    /^FLWPUBK[-_]\S+$/,
    /^(?:rzp_(?:live|test)|sq0idp|sandbox-sq0idb|client|js)[-_][\w-]+$/,
    /^(?:sandbox|production)_[a-z0-9]{8}_[a-z0-9]{16}$/,
    /^(?:UA-\d+-\d+|G-[A-Z0-9]{8,12}|GTM-[A-Z0-9]+|AW-\d+|ca-pub-\d+)$/,
    /^\d+-[a-z0-9]+\.apps\.googleusercontent\.com$/,
    /^(?:npub1|xpub|ypub|zpub|did:)\w/,
    /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|sk-\S+@openssh\.com) [A-Za-z0-9+/=]+/,
    /^-----BEGIN (?:(?:RSA |EC |DSA |SSH2 |PGP )?PUBLIC KEY(?: BLOCK)?|(?:X509 |TRUSTED )?CERTIFICATE(?: REQUEST)?|NEW CERTIFICATE REQUEST|X509 CRL|(?:DH|EC|DSA) PARAMETERS)-----(?![\s\S]*PRIVATE KEY)/,
    /^age1[a-z0-9]{58}$/,
    /^RW[A-Za-z0-9+/]{54}$/,
    // A key of Amazon Location, which the pages of a site have.
    /^v1\.public\.eyJqdGkiOi[\w-]+$/,
    // Public keys in DER: of elliptic curves, Edwards curves and RSA.
    /^(?:MFkwEwYHKoZIzj0CAQYI|M[HF][YI]wEAYHKoZIzj0CAQYF|MIGbMBAGByqGSM49AgEGBS|MCowBQYDK2V[uw]AyEA|MIG[a-zA-Z]MA0GCSqGSIb3DQEBAQUAA4G|MII[BC][a-zA-Z]jANBgkqhkiG9w0BAQEFAAOC|MIIBCgKCAQEA|MIICCgKCAgEA)[\w+/=-]+$/,
];

/** Hashes from which nobody gets the text back cheaply, and digests that say that they are. */
const PASSWORD_HASHES: readonly RegExp[] = [
    /^\$(?:2[abxy]|argon2\w*|scrypt|1|5|6|7|y|gy|apr1|md5|sha1|P|H|pbkdf2[\w-]*|bcrypt[\w-]*)\$\S+$/,
    /^\$[PH]\$\S+$/,
    /^\{(?:S?SHA\d*|S?MD5|CRYPT|PBKDF2[\w-]*|ARGON2\w*|BCRYPT|bcrypt|pbkdf2|noop|scrypt|argon2)\}\S+$/,
    /^(?=\S+$)(?:pbkdf2|scrypt|argon2\w{0,16}|bcrypt)[:$_]\S+?\$\S/,
    /^SCRAM-SHA-(?:1|256)\$\S+$/,
    /^(?:sha\d{1,3}|md5|blake\d\w?)[:$/-][\w+/=$:-]{16,}$/i,
    /^md5[0-9a-f]{32}$/,
    /^\*[0-9A-F]{40}$/,
];

/** Forms that somebody fills in later. */
const PLACEHOLDERS: readonly RegExp[] = [
    /^[*x.#?_•●…\-=+~^]{1,}$/i,
    /^(.)\1{4,}$/s,
    /^([0-9a-f]{2})\1{7,}$/i,
    /^(?:[x*0#]{2,}[-_ :/.])+[x*0#]{2,}$/i,
    /X{4,}$|^x{3,}[\W_]/,
    /x{5,}|\*{3,}|0{9,}|\.{3,}$|…|\?{3,}/i,
    /^your(?:[-_ ].*|[a-z]*)$/i,
    /(?:^|[-_ /:])your(?:s)?[-_ ]/i,
    /^YOUR[A-Z_]*$/,
    /^(?:insert|enter|paste|replace|fill|put|add|set|use|get|see|provide|supply|type|choose|pick|update|edit|change|copy|obtain|generate|create|specify|define|configure)[-_ ].*$/i,
    /^(?:replace|fill|change|set|update|edit)(?:me|this|it)\W?$/i,
    /^.*[-_ ](?:goes[-_ ])?(?:here|placeholder|replaceme|changeme)\W?$/i,
    /^(?:todo|tbd|tbc|fixme|wip)(?:\W.*)?$/i,
    /^\W?(?:not[-_ ]?(?:set|used|needed|required|applicable|available|a[-_ ]?real.*|real)|unset|undefined|redacted|masked|hidden|removed|n\/?a|omitted|sanitized|obfuscated|filtered|private|confidential|placeholder)\W?$/i,
    /^(?:dummy|fake|mock|sample|example|test-only|placeholder|redacted|masked)(?:\d{1,4}|[-_ :.].*)?$/i,
    /^.*[-_ .](?:dummy|fake|mock|sample|example|placeholder|redacted)\W?\d{0,2}$/i,
    /^12345678-1234-(?:[0-9a-f]{4}-){2}[0-9a-f]{12}$/i,
    /^0x0+$/,
    /^[(<[{]?sensitive(?:[-_ ]value)?[)>\]}]?$/i,
];

/** Switches, counts, dates, durations, units, versions and schedules. */
const SETTINGS: readonly RegExp[] = [
    /^(?:true|false|yes|no|y|n|on|off|none|null|nil|undefined|enabled?|disabled?|required|optional|auto|default|strict|always|never|any|all|inherit)$/i,
    /^[+-]?[\d.,:]{1,6}\s?[a-z%]{0,4}$/i,
    /^[+-]?\d+(?:\.\d+)?\s?(?:ms|s|m|h|d|w|sec|secs|seconds?|min|mins|minutes?|hours?|days?|weeks?|months?|years?|[kmgt]i?b|bytes?|bits?|%)$/i,
    /^P(?=\w)(?:\d+[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?$/,
    /^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/,
    /^v?\d+(?:\.\d+){1,3}(?:[-+][\w.+-]+)?$/i,
    // What a manifest of packages allows: `"jsonwebtoken": "^9.0.2"`, `>=1.2.0 <3`, `7.x`.
    /^(?:(?:[~^]|[<>]?=|[<>])\s?v?\d+(?:\.(?:\d+|[x*])){0,3}(?:-[\w.]{1,30})?(?:\s(?:\|\|\s)?|$)){1,4}$/i,
    /^v?\d+(?:\.\d+){0,2}\.[x*]$/i,
    /^(?:cron|rate)\([^()]*\)$/,
    /^(?:[\d*/,-]+\s+){4,5}[\d*/,A-Z?#L-]+$/,
    /^[a-z]{2,3}[-_][A-Z]{2}(?:\.UTF-?8)?$/,
];

/** Names of algorithms: `AES_256_GCM`, `scram-sha-256`, `HS512`, `pbkdf2:sha256:600000`. */
const ALGORITHM =
    /^(?:base(?=\d)|utf(?=-?\d)|aes|rsa(?:es|ssa)?|sha|md|3?des|tripledes|hs|rs|es|ps|ecdsa|ecdh|ed|eddsa|secp|argon2?|bcrypt|scrypt|pbkdf2?|hmac|scram|sm|x?chacha|camellia|blowfish|hkdf|blake|fernet|symmetric)\d{0,5}(?:id|[idrkvb]\d?|with\w{3,20}|withrsa)?(?:[-_:/+ ](?:[a-z]{1,9}\d{0,6}|\d{1,7}[a-z]?\d?))*$/i;

/** Regular expressions, selectors and paths into documents, as validation, tests and mappings have them. */
const PATTERNS: readonly RegExp[] = [
    /^W\/"[^"]*"$/,
    // Colours, and actions of IAM with what they end in.
    /^#[0-9a-f]{3,8}(?:[,;| ]+#[0-9a-f]{3,8})*$/i,
    /^[a-z][a-z\d-]{1,40}:[A-Z][A-Za-z]{3,60}\*$/,
    // A transformation of Java: `AES/CBC/PKCS5Padding`.
    /^(?:AES|DES|DESede|RSA|Blowfish|ChaCha20)\/\w{3,5}\/\w{2,40}Padding$/i,
    /^\^(?=.*(?:[[(\\]|\.[*+{]|\$$))|\\[dwsSDW][+*{\]]|\(\?[=!:<]|\[(?:a-z|A-Z|0-9|\^)/,
    /^[#.](?![\w-]*[A-Z][\w-]*\d)[A-Za-z][\w-]*$/,
    /^\/\/?\*?\[?@?\w+.*\]$/,
    /^\$\.[\w.[\]*'"@?]+$/,
];

/** A password as people make them up, with a sign before it: no variable is called so. */
const SIGN_AND_WORD = /^[$:@!*~|%][A-Z]?[a-z]{4,12}\d{2,4}[!?.$#@%*]?$/;

/** A sign and letters of no word, as generators make them: `*OasHQvabzCnZiKD`. What is called so is written to be read. */
export function isSignAndRandom(text: string): boolean {
    const [, rest = ""] = /^[:@*]([A-Za-z]\w{9,40})$/.exec(text) ?? [];
    return /[a-z][A-Z].*[A-Z]|[A-Z][a-z].*\d[A-Za-z]/.test(rest) && !isWordy(rest.replace(/\d+$/, ""));
}

const matches = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text));

/** Does the text tell where something is, or what fills it in later? A list does where all its elements do. */
export function isReference(text: string): boolean {
    if (SIGN_AND_WORD.test(text) || isSignAndRandom(text)) return false;
    const elements = text.split(",").map((element) => element.trim());
    return elements.every((element) => matches(REFERENCES, element) || isPath(element)) || matches(REFERENCES, text);
}

export function isUuid(text: string): boolean {
    return UUID.test(text);
}

/** Known not to be a secret by its form alone. */
export function isHarmless(text: string): boolean {
    if (isDocumented(text)) return true;
    return [
        CIPHERTEXTS,
        [DOCUMENTED],
        PUBLISHABLE,
        PASSWORD_HASHES,
        PLACEHOLDERS,
        SETTINGS,
        [ALGORITHM],
        PATTERNS,
    ].some((kind) => matches(kind, text));
}

const FILE = /\.(?:[a-z]{2,5}|mp\d|7z)$/;

/** Names of secrets and parameters are paths; a base64 text with slashes is not made of words. */
function isPath(text: string): boolean {
    if (/[^\w./@+-]/.test(text.replace(/^~(?=\/)/, "")) || !text.includes("/")) return false;
    const segments = text
        .replace(/^~/, "")
        .split("/")
        .filter((segment) => segment !== "");
    const known = /^~?\//.test(text) || FILE.test(text) ? segments.slice(0, 1) : segments;
    return known.every((segment) => isWordy(segment) || /^[\w.-]{1,6}$/.test(segment));
}

/**
 * Words joined by separators or humps, such as `orders-db-credentials`, `billingProviderCredentials` or, with the suffix that Pulumi or
 * Secrets Manager gives, `orders_token-1a2b3c4` and `orders/db-Ab12Cd`: a name. Random texts have mixed case or digits inside.
 */
export function isWordy(text: string): boolean {
    const segments = text.split(/[-_.:,;/@+| ]+/).filter((segment) => segment !== "");
    const named = segments.length > 1 && GIVEN_SUFFIX.test(segments.at(-1) ?? "") ? segments.slice(0, -1) : segments;
    // A digit after a word counts things that have the same name; a single word with one may as well be a password.
    const bare = segments.length > 1 ? named.map((segment) => segment.replace(/(?<=[a-z]{2})\d$/i, "")) : named;
    return bare.length > 0 && bare.every((segment) => isWord(segment) || /^(?:\d{1,4}|v\d+)$/.test(segment));
}

/** A service or a namespace and what is named there: `s3:AccessGrantsInstanceArn`, `ec2:InsideTunnelIpv6Cidr`. */
export function isQualifiedName(text: string): boolean {
    const [, rest = ""] = /^[a-z][a-z\d-]{1,40}:(?=\D*\d?\D*\d?\D*$)([A-Za-z][\w./:-]{2,100}\*?)$/.exec(text) ?? [];
    const bare = rest.replace(/[\d*]/g, "");
    return bare !== "" && /[a-z]{3}[A-Z][a-z]|[a-z]{3}[._/:-][A-Za-z]/.test(rest) && isWordy(bare);
}

/** Seven hexadecimal digits of Pulumi's, six letters and digits of Secrets Manager's. */
const GIVEN_SUFFIX = /^(?:[0-9a-f]{7}|[A-Za-z0-9]{6})$/;

/** Letters that hardly follow each other in any word. */
const RARE =
    /q(?=[^u])|j(?=[^aeiou])|[^aeioudn](?=j)|x(?=[bdfgjkmnrvwxz])|[bcdfghjkmpqstvwz](?=x)|z(?=[bcdfgjkmnpqrstvx])|[bcdfghjkmpqvxy](?=z)|v(?=[bcdfghjkmnpqtvwxz])|[bcdfghjkmpqtvwxz](?=v)|h(?=[xjzvgqk])|[gkq](?=[qkp])/gi;

/** A word, or words with humps: each is short or has a vowel, and none is a heap of consonants. */
function isWord(segment: string): boolean {
    if (!/^[A-Za-z]+$/.test(segment)) {
        const plain = segment.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
        return plain.length < segment.normalize("NFD").length && isWord(plain);
    }
    const humps = segment.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
    const long = humps.filter((hump) => hump.length > 4);
    return (
        (humps.length === 1 || segment.length >= 3 * humps.length) &&
        (segment.match(RARE) ?? []).length < 3 &&
        long.every((hump) => /[aeiouy]/i.test(hump) && !/[^aeiouy]{6}/i.test(hump) && hump.length <= 18)
    );
}
