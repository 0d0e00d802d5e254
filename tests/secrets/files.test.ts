import assert from "node:assert/strict";
import { secretsInText } from "../../model/secrets";

/** Put together here, so that no scanner takes this file for a leak. */
const joined = (...parts: readonly string[]) => parts.join("");
const word = joined("Kq7v", "X2m9#", "Lr4w");
const key = joined("Zb3kQ9xW2mT7", "rL5vN8cY1dF6", "hJ4sP0gA7eUq");
const digits = joined("58cba0c408130d98", "6179b625c3551af6");
const salt = joined("=C,$_=+z.KXY[s-B|GGl ", "%Cfr`;ZX+P|k5=WlfIB 0f./", "^:GF-Hg:kY[~C~G*/xu");
const base64 = (text: string) => Buffer.from(text).toString("base64");

type File = readonly [name: string, text: string, ...lines: number[]];

const files: Readonly<Record<string, File>> = {
    "salts of WordPress, with blanks": [
        "wp-config.php",
        `<?php\ndefine( 'AUTH_KEY', '${salt}' );\ndefine( 'NONCE_SALT', '${salt}' );`,
        2,
        3,
    ],
    "phrases that are to be put in": ["wp-config.php", "<?php\ndefine( 'AUTH_KEY', 'put your unique phrase here' );"],
    "a private JWK": ["keys.json", `{\n "kty": "EC",\n "x": "${key}${key}",\n "d": "${key}${key}"\n}`, 4],
    "a public JWK": ["keys.json", `{\n "kty": "EC",\n "x": "${key}${key}",\n "y": "${key}${key}"\n}`],
    "a symmetric JWK in source code": ["keys.js", `const jwk = { kty: 'oct', k: '${key}' };`, 1],
    "a cell of a notebook": ["a.ipynb", `{"cells": [{"source": [\n  "password = \\"${word}\\"\\n"\n]}]}`, 2],
    "a notebook that asks": ["a.ipynb", '{"cells": [{"source": [\n  "password = getpass.getpass()\\n",\n  "x"\n]}]}'],
    "a sentence of a log of changes": [
        "CHANGELOG.md",
        "- password: require 12 characters\n- secret: AES-256-GCM instead of AES-128-CBC\n- auth: token: rename `accessToken`",
    ],
    "a password in prose": ["runbook.md", `The database: password: ${word} (since May)`, 1],
    "code in prose": ["use.rst", "private_key = load_pem_private_key(\n    password=None,\n)"],
    "documented logins": [
        "openapi.yaml",
        `a: "Authorization: Basic ${base64("username:password")}"\nb: "Authorization: Basic ${base64("Aladdin:open sesame")}"`,
    ],
    "a login": ["openapi.yaml", `a: "Authorization: Basic ${base64(`orders:${key}`)}"`, 1],
    "an argument by position": [
        "index.js",
        `const t = jwt.sign(payload, "${key}", {});\nconst m = crypto.createHmac("sha256", "${digits}");`,
        1,
        2,
    ],
    "an argument from elsewhere": [
        "index.js",
        'jwt.sign(payload, process.env.KEY);\nconst m = crypto.createHmac("sha256", key).update("orders");',
    ],
    "what sets a password": ["App.java", `conn.setPassword("${word}");\nbuilder.password("${word}");`, 1, 2],
    "what finds a secret": ["App.java", 'client.getSecret("orders/db-1/x2");\nservice.findByToken("a1b2c3d4e5");'],
    "a property of C#": ["App.cs", `public string ApiKey { get; set; } = "${key}";`, 1],
    defaults: ["index.js", `process.env.DB_PASS ||= "${word}";`, 1],
    "a data source of Go": ["main.go", `var dsn = "orders:${key}@tcp(db:3306)/orders"`, 1],
    "a data source that is put together": ["main.go", 'dsn := fmt.Sprintf("%s:%s@tcp(%s)/orders", a, b, c)'],
    "the default of a parameter": [
        "template.yaml",
        `Parameters:\n  DbPassword:\n    Type: String\n    Default: ${key}\n`,
        4,
    ],
    "a parameter without one": ["template.yaml", "Parameters:\n  DbPassword:\n    Type: String\n    NoEcho: true\n"],
    "a state of Terraform": [
        "terraform.tfstate",
        `{"type": "random_password",\n"instances": [{"attributes": {"result": "${key}"}}]}`,
        2,
    ],
    "a file that is called what it holds": ["master.key", `${digits}\n`, 1],
    "a file that is called otherwise": ["checksum.txt", `${digits}\n`],
    "switches of JSON": ["policy.json", '{\n "ExpirePasswords": false,\n "requirePassword": true,\n "x": 1\n}'],
    "expressions of PowerShell": [
        "run.ps1",
        "$password = [NullString]::Value\n$credential = New-Object -TypeName X -ArgumentList $a",
    ],
    "labels with escapes": ["fr.properties", "label.secret=Cl\\u00e9 secr\\u00e8te\nlabel.token=Jeton expir\\u00e9"],
    "a catalogue of gettext": ["django.po", 'msgid "Change password: %s"\nmsgstr "Nastavit heslo: %s"\n'],
    "selectors of a style sheet": ["base.css", "input[type=text]:focus, input[type=password]:focus,\na { color: red }"],
    "names in a list of names": [
        "index.js",
        'const names = ["crypto_secretbox_x20poly_KEYBYTES", "crypto_secretbox_x20poly_SEEDBYTES"];',
    ],
    "keys of published tests": [
        "aes.test.js",
        'const key = "2b7e151628aed2a6abf7158809cf4f3c", secretKey = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b";',
    ],
};

describe("secrets of a file", () => {
    for (const [what, [name, text, ...lines]] of Object.entries(files))
        it(what, () => {
            const found = [...secretsInText(text, name)].map(({ line }) => line);
            assert.deepEqual(found.sort(), lines);
        });
});
