import assert from "node:assert/strict";
import { secretsInText } from "../../model/secrets";

/** Put together here, so that no scanner takes this file for a leak. */
const joined = (...parts: readonly string[]) => parts.join("");
const word = joined("Kq7v", "X2m9", "Lr4w");
const made = joined("Copper-", "River-", "68");
const key = joined("Zb3kQ9xW2mT7", "rL5vN8cY1dF6", "hJ4sP0gA7eUq");

/** How tools and languages are told a secret, each a line of such a file. */
const telling: Readonly<Record<string, readonly string[]>> = {
    "run.sh": [
        `PGPASSWORD=${made} psql -h db -U app -c 'select 1'`,
        `printf '%s' '${made}' | docker login -u acme --password-stdin registry.acme.io`,
        `printf "%s\\n" "${key}" | gh auth login --with-token`,
        `echo '${made}' | sudo -S systemctl restart orders`,
        `kinit admin <<< '${made}'`,
        `openssl enc -aes-256-cbc -k ${word} -in a -out b`,
        `twine upload -u __token__ -p ${key} dist/*`,
        `cqlsh db -u cassandra -p ${word}`,
        `lftp -u feed,${word} sftp://files.acme.io`,
        `ncftpput -u feed -p ${word} files.acme.io /in x`,
        `bcp x out y -S db -U sa -P ${word}`,
        `rsync --password-file=<(echo ${word}) a b`,
        `restic -r s3:x --password-command "echo ${word}" backup /`,
        `nmcli dev wifi connect acme password ${word}`,
        `net use Z: \\\\nas\\x ${word} /user:svc`,
        `vault write auth/approle/login role_id=1 secret_id=${key}`,
        `mvn -Dsonar.login=${key} sonar:sonar`,
        `local pass="${made}"`,
    ],
    "setup.ps1": [
        `$c = New-Object PSCredential('svc', ('${made}' | ConvertTo-SecureString -AsPlainText -Force))`,
        `schtasks /create /tn x /tr y /ru svc /rp ${word}`,
        `dotnet nuget add source https://x -u ci -p ${word} --store-password-in-clear-text`,
    ],
    "init.sql": [
        `SET PASSWORD FOR 'app'@'%' = PASSWORD('${made}');`,
        `CREATE DATABASE LINK l CONNECT TO app IDENTIFIED BY ${word} USING 'x';`,
        `SELECT pgp_sym_encrypt(x, '${made}') FROM t;`,
    ],
    "docker-compose.yml": [`    command: ["--requirepass", "${word}"]`],
    "prod.tfvars": [`tokens = { stripe = "${key}" }`],
    Makefile: [`DB_PASSWORD ?= ${word}`],
    "redis.conf": [`user app on >${word} ~* +@all`, `requirepass ${word}`],
    "haproxy.cfg": [`  user admin insecure-password ${word}`, `  stats auth admin:${word}`],
    "prometheus.yml": ["    - routing_key: 7034e93050f3b2fa3bffce0f2f8f3557"],
    "main.go": [
        `	cfg := Config{Host: "db", Password: "${made}", Port: 5432}`,
        `	var jwtKey = []byte("${key}")`,
        `	mac := hmac.New(sha256.New, []byte("${key}"))`,
        `	cmd.Env = append(os.Environ(), "DB_PASSWORD=${word}")`,
    ],
    "app.py": [
        `pymysql.connect('db', 'app', '${word}', 'x')`,
        `client.username_pw_set("dev", "${word}")`,
        `parser.add_argument("--api-token", default="${key}")`,
    ],
    "main.rs": [`.bearer_auth("${key}")`, `let k = EncodingKey::from_secret("${key}".as_ref());`],
    "App.swift": [`request.addValue("${key}", forHTTPHeaderField: "X-Api-Key")`],
    "app.pl": [`my $h = DBI->connect("dbi:Pg:dbname=x", "app", "${word}");`],
    "build.gradle": [`  storePassword "${word}"`, `  credentials { username 'ci'; password '${word}' }`],
    "run.R": [`api_key <- "${key}"`],
    "init.lua": [`red:auth("${word}")`],
    sasl_passwd: [`[smtp.acme.io]:587 mailer@acme.io:${word}`],
    "unattend.xml": [`<AdministratorPassword><Value>${word}</Value></AdministratorPassword>`],
    "App.java": [`    @Value("\${jwt.secret:${key}}")`, `    keyStore.load(in, "${word}".toCharArray());`],
    "app.php": [`putenv('API_TOKEN=${key}');`, `curl_setopt($ch, CURLOPT_USERPWD, 'bot:${word}');`],
    "app.rb": [`  JWT.encode(payload, '${key}', 'HS256')`, `  OpenSSL::HMAC.hexdigest('SHA256', '${key}', data)`],
    "index.js": [`if (req.headers["x-token"] !== "${key}") return;`],
};

/** What says the same words, and no secret. */
const silent: Readonly<Record<string, readonly string[]>> = {
    "run.sh": [
        'PGPASSWORD="$DB_PWD" psql -h db',
        `printf '%s' "$PASS" | docker login -u acme --password-stdin`,
        `printf '%s\\n' 'Deploying orders-api v1.4.2' | tee log`,
        'kinit admin <<< "$PASS"',
        'read -sp "Password: " PASS\nread -sp "Again: " MORE',
        "openssl enc -aes-256-cbc -pass file:/etc/app/key -in a -out b",
        "rsync --password-file=/etc/rsync.secret a b",
        "net use Z: \\\\nas\\x /user:svc",
    ],
    "init.sql": [
        "UPDATE users SET password = crypt(:pw, gen_salt('bf'));",
        "ALTER USER app PASSWORD EXPIRE;",
        "-- rows are identified by order_id2 and connect to customers",
    ],
    "deployment.yaml": [
        "  checksum/secret: 27b4870c1f1d4a0a434bce0b579d783ac00125ac1eeafd63ead220ad70ef3102",
        "<Name><Value>orders</Value></Name>",
    ],
    "values.yaml": ["uri: ref+awssecrets://orders/db#/password", "routing_key: orders.created.eu"],
    "terraform.tf": ['secrets = { stripe = "orders/prod/stripe" }', 'tokens = { name = "ci-deploy-token" }'],
    "index.js": [
        'const labels = { password: "Your password", token: "Token" };',
        'if (req.headers["x-token"] !== "missing-token") return;',
        'run("API_KEY=optional", "NODE_ENV=production");',
    ],
    "App.java": ['@Value("${jwt.expiration:3600}")', '@Value("${jwt.secret:}")'],
    "app.py": ['parser.add_argument("--password", help="database password", default="")'],
};

const linesOf = (name: string, text: string) => [...secretsInText(text, name)].map(({ line }) => line);

describe("a line that tells a secret", () => {
    for (const [name, lines] of Object.entries(telling))
        for (const line of lines)
            it(`${name}: ${line.trim().slice(0, 40)}`, () => assert.deepEqual(linesOf(name, `\n${line}\n`), [2]));
    for (const [name, lines] of Object.entries(silent))
        for (const line of lines)
            it(`${name}: ${line.trim().slice(0, 40)} has none`, () => assert.deepEqual(linesOf(name, `${line}\n`), []));
});
