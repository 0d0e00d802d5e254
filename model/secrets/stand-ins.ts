import { isHarmless, isWordy } from "./harmless";
import { passwords, secrets } from "./vocabulary";
import { wordsOf } from "./words";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ""));

/** Words which products have as their default, and people never changed. */
const DEFAULTS = words(`
    change me it this changeme changeit changethis password passwort passw0rd pass passphrase secret pwd admin administrator root user
    test testing tester foo bar baz guest qwerty qwertz asdf asdfgh letmein welcome temp temporary tmp local localhost dev development
    in production prod my key token api db database postgres mysql redis mongo mongodb rabbitmq minio minioadmin docker localstack sa
    super very app default demo unsafe insecure adminadmin adminpassword rootpassword testpassword secretpassword mypassword
    mysecret supersecret secretkey hello world abc abcd abcdef abcdefgh please now before deploy first login immediately to the a on
    master elastic kibana grafana jenkins tomcat oracle manager sys system neo4j cassandra influxdb kafka vagrant ubuntu pi raspberry toor calvin superuser postgrespassword mysqlpassword dbpassword pw
`);

/** What is typed to try a login out. With digits or a sign behind it somebody chose it to stay: `letmein!`, `Welcome1`. */
const TRIED = words("letmein welcome hello qwerty qwertz asdf asdfgh asdfghjkl");

/** Words that say that a secret is to come, from where, or that none is. */
const FILLERS = words(`
    dummy fake example sample mock stub placeholder value string text none null nil not real for set by see from injected inject at
    runtime pipeline vault managed manager secretsmanager secrets parameter parameters store ssm env environment ci cd deployment
    generated generate later filled fill unused used empty input field varchar textarea column here goes put insert paste enter add
    replace replaced replacement with replaceme your yours todo tbd tbc fixme xxx redacted masked hidden removed omitted censored
    deprecated disabled pending unknown provided provide supplied supply overridden override overwritten will be is via using use
    console aws terraform pulumi ansible helm kubernetes k8s configured config configure defined define elsewhere external externally
    ask ops team security rotated rotate comes come lives stored kept keep only same as above below automatically auto created create
    bogus invalid nonsense whatever something anything nothing noop na lorem ipsum dolor actual own correct valid required optional must
    should do commit git ignore ignored of and or no an keys tokens passwords credentials credential access client id account name
    username email host public private github gitlab actions variable variables dev staging unset missing template some random long
    strong unique secure safe least characters chars minimum min max length bit byte bytes hex base64 encoded jwt session cookie
    signing encryption auth oauth sso webhook shared deploy build runner bot slack stripe openai twilio sendgrid google azure
    contrasena kennwort senha mot passe wachtwoord losenord passord parola haslo heslo salasana adgangskode geheim cambiame
    str char object time awscurrent awspending awsprevious beispiel exemple ejemplo exemplo esempio voorbeeld hier eintragen aendern bitte ersetzen
`);

const every = (parts: readonly string[], ...sets: readonly ReadonlySet<string>[]) =>
    parts.length > 0 && parts.every((part) => sets.some((set) => set.has(part)));

/** The words of a text without the digits behind them, and without what people write for letters. */
function partsOf(text: string): readonly string[] {
    const plain = text
        .toLowerCase()
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/(?<![!?.])[!?.]+$/, "")
        .replace(/p[a@4]ss?w[o0]rd/g, "password")
        .replace(/s3cr[e3]t/g, "secret");
    const parts = plain.split(/[^a-z\d]+/).filter((part) => part !== "");
    return parts.map((part) => part.replace(/\d{1,6}$/, "")).filter((part) => part !== "");
}

/** Is this a default word, such as `changeme` or `password`? It opens a door where a product is left with it: worth a hint. */
export function isStandIn(text: string): boolean {
    return text.length < 120 && !isChosen(text) && (every(partsOf(text), DEFAULTS) || isRun(text));
}

/**
 * Did somebody make a password of a default word, by all that rules for passwords ask for or by more than nothing: `Admin@2024`,
 * `Welcome1`? What asks to be changed is none, whatever follows it.
 */
function isChosen(text: string): boolean {
    const parts = partsOf(text);
    if (parts.some((part) => TO_BE_CHANGED.has(part))) return false;
    const [only = ""] = parts;
    if (parts.length === 1 && TRIED.has(only) && /[^A-Za-z]/.test(text)) return true;
    if (RULES.every((rule) => rule.test(spelt(text)))) return true;
    // Nobody writes figures for letters in what somebody else is to fill in: `my-s3cret-pass`.
    const figures = spelt(text).toLowerCase() !== text.toLowerCase();
    return figures && (parts.length > 1 || /[!?#$%*]$/.test(text));
}

const RULES: readonly RegExp[] = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d\s_-]/];

/**
 * Did somebody put digits behind a default word, as people do who are asked for more: `admin123`, `P@ssw0rd123`? It is weak, and it is
 * the password. What is tried out or to be changed has digits too.
 */
export function isWeak(text: string): boolean {
    return /[a-z]\d{1,6}[!?.]?$/i.test(text) && !isRun(text) && !partsOf(text).some((part) => TO_BE_CHANGED.has(part));
}

const TO_BE_CHANGED = words(
    "change changeme changeit changethis test testing tester temp temporary tmp example demo foo bar baz",
);

/** Without what people write for letters. */
function spelt(text: string): string {
    return text.replace(/(p)[a@4](ss?w)[o0](rd)/gi, "$1a$2o$3").replace(/(s)3(cr)[e3](t)/gi, "$1e$2e$3");
}

/** Does this say that a secret is to come or where from, or read as the name of a stored one: `set-in-console`, `orders-db-password`? */
export function isFiller(text: string): boolean {
    if (text.length >= 120 || isChosen(text)) return false;
    const parts = partsOf(text);
    // A word with digits behind it is somebody's password: `Google2024`.
    if (every(parts, DEFAULTS, FILLERS) && !(parts.length === 1 && /\d{2}/.test(text)))
        return parts.some((part) => FILLERS.has(part) && !DEFAULTS.has(part));
    const inside = wordsOf(text);
    return inside.length > 1 && isWordy(text) && inside.some((word) => passwords.has(word) || secrets.has(word));
}

/** `123456`, `abcdef`, `qwertyuiop`: characters in the order of the alphabet or the keyboard. */
function isRun(text: string): boolean {
    const low = text.toLowerCase().replace(/[-_ ]/g, "");
    return low.length >= 3 && RUNS.some((run) => run.includes(low));
}

const DIGITS = "01234567890123456789";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const RUNS: readonly string[] = [
    ...[DIGITS, LETTERS, "9876543210", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm"],
    ...[
        "0123456789abcdef".repeat(8),
        "1234567890abcdef".repeat(8),
        "abcdef0123456789".repeat(8),
        "deadbeef".repeat(16),
    ],
    ...[`${LETTERS}${DIGITS}`, `${DIGITS}${LETTERS}`, "cafebabe".repeat(8), "1234567890abcdefghijklmnopqrstuvwxyz"],
];

/** `user:password` in base64, as documentation has it. */
export function isStandInLogin(text: string): boolean {
    if (text.length > 80 || !/^[A-Za-z0-9+/]{8,}={0,2}$/.test(text)) return false;
    const [, password] = LOGIN.exec(Buffer.from(text, "base64").toString("latin1")) ?? [];
    // JSON has colons too.
    return (
        password !== undefined &&
        !password.includes('","') &&
        (isStandIn(password) || isFiller(password) || isHarmless(password))
    );
}

/** Letters that can be seen, on both sides of a colon. */
export const LOGIN = /^[\x21-\x39\x3b-\x7e]+:([\x21-\x7e]+)$/;
