import assert from "node:assert/strict";
import * as zlib from "node:zlib";
import { isSecret, secretsInText } from "../../model/secrets";
import { Value } from "../../model/values";

/** Made up; whatever has a vendor's shape is put together, so that no scanner takes this file for a leak. */
const R = "q8Zr3kP0vXt7LmN2q8Zr3kP0";
const P = "Tr0ub4dor-x3";
const B = (text: string) => Buffer.from(text).toString("base64");

/** References, placeholders, ciphertexts, hashes, what is published, settings: none is a secret, under whatever name. */
const harmless = `arn:aws:secretsmanager:eu-west-1:1:secret:a-Ab12Cd:password::
{{resolve:ssm-secure:/prod/db:1}}
/prod/orders/db/password
prod/orders/db-Ab12Cd
prod/orders/db:password::
vault:secret/data/orders#password
secret/data/orders#password
op://Prod/orders/password
projects/acme/secrets/db-password/versions/latest
projects/123456789/secrets/db/versions/3
sm://acme/db-password
ref+awssecrets://prod/db#/password
ref+vault://secret/db#/password
ssm:/prod/db
ssm://prod/db
aws-ssm:///prod/db
secretsmanager:prod/db
awssecretsmanager:prod/db
@Microsoft.KeyVault(VaultName=acme;SecretName=db)
https://acme.vault.azure.net/secrets/db/abc
env:DB_PASSWORD
file:/run/secrets/db
/run/secrets/db_password
/var/run/secrets/kubernetes.io/serviceaccount/token
\${DB_PASSWORD}
\${ssm:/prod/db}
\${self:custom.password}
\${{ secrets.DB_PASSWORD }}
{{ .Values.db.password }}
{{DB_PASSWORD}}
$(DB_PASSWORD)
$(aws ssm get-parameter --name /x)
%DB_PASSWORD%
$DB_PASSWORD
$env:DB_PASSWORD
<your-password>
<DB_PASSWORD>
[DB_PASSWORD]
{DB_PASSWORD}
__DB_PASSWORD__
#{DbPassword}#
@@DB_PASSWORD@@
((db-password))
[[ .db_password ]]
<%= ENV["DB_PASSWORD"] %>
!Ref DbPassword
!GetAtt Secret.Arn
!Sub "{{resolve:secretsmanager:x}}"
process.env.DB_PASSWORD
os.environ["DB_PASSWORD"]
var.db_password
data.aws_ssm_parameter.db.value
module.db.password
aws_db_instance.main.password
random_password.db.result
secrets.DB_PASSWORD
keyring:orders/db
doppler:DB_PASSWORD
infisical://prod/db
k8s:secret/db/password
secretref:db-password
kms:alias/orders
chamber://orders/db
sops:db.enc.yaml#password
REPLACE_ME
replace-me
replace-with-real-password
set-in-console
SET_IN_CI
to-be-set
TBD
TODO
TODO: set me
FIXME
xxx
xxxxxxxx
XXXXXXXXXXXXXXXX
xxxx-xxxx-xxxx
****
********
••••••••
...
n/a
N/A
none
null
-
your-api-key
your_password_here
YOUR_API_KEY
YourPasswordHere
insert key here
insert-your-key
enter-password-here
put-your-token-here
<insert token>
dummy
dummy-value
fake
sample
example
example-token
placeholder
not-set
NOT_SET
unset
undefined
REDACTED
[REDACTED]
***REDACTED***
not-a-real-key
not-used
unused
see-vault
from-secrets-manager
injected-by-ci
injected at deploy time
managed by terraform
wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
AKIAIOSFODNN7EXAMPLE
AKIAI44QH8DHBEXAMPLE
AQICAHh${R}${R}${R}
ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]
ENC(${R}==)
{cipher}682bc583f4641835fa2db009355293665d2647dade3375c0ee201de2a49f7bda
$ANSIBLE_VAULT;1.1;AES256
AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq${R}${R}${R}${R}${R}${R}${R}${R}${R}${R}${R}${R}${R}
v1:72KFdzKJva16Iub0:SYr6bc51wq0YKF4XdRpbG0WAv
gAAAAABl${R}${R}${R}${R}==
U2FsdGVkX1${R}${R}
encrypted:${R}
vault:v1:${R}${R}
{AES}${R}
{COQLCE6DU6GtcS5P=${R}}
pk_live_${R}
pk_test_${R}
pk.eyJ1IjoiYWNtZSJ9.${R}
sb_publishable_${R}
ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ ci@acme
ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJk1
-----BEGIN PUBLIC KEY-----MIIB-----END PUBLIC KEY-----
-----BEGIN CERTIFICATE-----MIIB-----END CERTIFICATE-----
-----BEGIN PGP PUBLIC KEY BLOCK-----x
age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
$2b$12$${R}${R}
$argon2id$v=19$m=65536,t=3,p=4$${R}$${R}
$6$rounds=5000$abc$${R}
$apr1$abcdefgh$${R}
{SSHA}${R}
SCRAM-SHA-256$4096:${R}$${R}:${R}
pbkdf2_sha256$600000$abc$${R}
md5a3f5c8d9e0b1a2c3d4e5f60718293a4b
*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19
true
false
3600
15m
90 days
PT15M
P30D
2026-11-01
2026-11-01T00:00:00Z
cron(0 3 * * ? *)
rate(5 minutes)
0 3 * * *
scram-sha-256
SHA-256
AES_256_GCM
RSASSA_PSS_SHA_256
HS256
RS256
bcrypt
argon2id
en-US
admin@acme.dev
db.internal:5432
10.0.0.1
^[A-Za-z0-9]{12,}$
abcdefgh
12345678
0123456789abcdef0123456789abcdef
00000000000000000000000000000000
00000000-0000-0000-0000-000000000000
deadbeefdeadbeefdeadbeefdeadbeef
changeme
change_me
CHANGE-ME-IN-PRODUCTION
password
P@ssw0rd
admin
secret
test123
guest
letmein
hidden
******
(redacted)
<redacted>
%{DB_PASSWORD}
@secret:db
~DB_PASSWORD~
/aws/reference/secretsmanager/prod/db
aws:secretsmanager:prod/db
arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db
alias/orders
mrk-1234abcd12ab34cd56ef1234567890ab
AWSCURRENT
DB_PASSWORD_PROD
db_password
dbPassword
orders-db-password
eu-west-1_AbCdEf123`.split("\n");

/** People's passwords. */
const chosen = `Summer2024!
hunter2
Tr0ub4dor&3
winter
correct-horse-battery-staple
${R}
7cedb625087392a6e32f74d769509338
6364c2b8-4bae-419e-ad5a-43e90d9fe833
Xy9#kL2$mN
S3cure!Pass#2025
Acme2024
orders2019
p4ssw0rd-Acme!
MyD0g$Name
aB3dE5
Welcome-to-Acme-77
9mAb7i-5RqAm.HprG9k
kV8PbspESa34Ag8GHP0m
blue42Horse
Zx-81-Spectrum!
Berlin#1989
Password1
admin123
P@ssw0rd123
my-s3cret-pass
R2D2c3po
i-love-cats-99
Z1UD43UUF5ei2mSwZhBKty9UgnER3089`.split("\n");

/** Where a name and its value may stand together. */
const places: Readonly<Record<string, (name: string, value: string) => readonly [string, string]>> = {
    env: (n, v) => [n, v],
    json: (n, v) => ["CONFIG", JSON.stringify({ a: { [n]: v } })],
    pair: (n, v) => ["CONFIG", JSON.stringify([{ name: n, value: v }])],
    yaml: (n, v) => ["CONFIG", `a:\n  ${n}: '${v}'\n  b: c\n`],
    dotenv: (n, v) => ["CONFIG", `A=b\n${n}="${v}"\n`],
    bare: (n, v) => ["CONFIG", `A=b\n${n}=${v}\nB=c\n`],
    arg: (n, v) => ["CONFIG", `serve --port 80 --${n.toLowerCase().replaceAll("_", "-")} '${v}' --x y`],
    base64: (n, v) => ["CONFIG", Buffer.from(`export ${n}='${v}'\n`).toString("base64")],
    xml: (n, v) => [
        "CONFIG",
        `<config><${n}>${v.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</${n}></config>`,
    ],
};

const documents: Readonly<Record<string, string>> = {
    compose: `services:\n  db:\n    environment:\n      - POSTGRES_USER=app\n      - POSTGRES_PASSWORD=${P}\n`,
    compose2: `services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${P}\n`,
    composeDefault: `environment:\n  DB_PASSWORD: \${DB_PASSWORD:-${P}}\n`,
    k8sSecret: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: ${B(P)}\n`,
    k8sStringData: `apiVersion: v1\nkind: Secret\nstringData:\n  dsn: postgres\n  db-password: ${P}\n`,
    k8sSecretAnyKey: `apiVersion: v1\nkind: Secret\ndata:\n  main: ${B(R)}\n`,
    k8sEnv: `env:\n- name: DB_PASSWORD\n  value: ${P}\n`,
    k8sEnvRev: `env:\n- value: ${P}\n  name: DB_PASSWORD\n`,
    workflow: `jobs:\n  a:\n    env:\n      NPM_TOKEN: ${R}\n`,
    helm: `db:\n  auth:\n    password: "${P}"\n`,
    dotenvExport: `export DB_PASSWORD="${P}" # prod\n`,
    dotenvSpaces: `DB_PASSWORD = ${P}\n`,
    ini: `[client]\nuser=app\npassword=${P}\n`,
    inicolon: `[client]\nuser: app\npassword : ${P}\n`,
    toml: `[db]\npassword = "${P}"\n`,
    properties: `spring.datasource.url=jdbc:postgresql://db/orders\nspring.datasource.password=${P}\n`,
    aws: `[default]\naws_access_key_id = x\naws_secret_access_key = abcdEFGH1234abcdEFGH1234abcdEFGH1234abcd\n`,
    pypirc: `[pypi]\nusername = __token__\npassword = ${P}\n`,
    pgpass: `db.internal:5432:orders:app:${P}\n`,
    pgpassStar: `*:*:*:app:${P}\n`,
    odbc: `[orders]\nDriver=x\nUID=app\nPWD=${P}\n`,
    maven: `<settings><servers><server><id>n</id><username>ci</username><password>${P}</password></server></servers></settings>`,
    webconfig: `<appSettings><add key="ApiKey" value="${R}"/></appSettings>`,
    webconfig2: `<connectionStrings><add name="x" connectionString="Server=a;User Id=b;Password=${P};"/></connectionStrings>`,
    nuget: `<packageSourceCredentials><nexus><add key="Username" value="ci" /><add key="ClearTextPassword" value="${P}" /></nexus></packageSourceCredentials>`,
    tomcat: `<Resource name="jdbc/x" username="app" password="${P}" url="jdbc:x"/>`,
    hadoop: `<property>\n  <name>fs.s3a.secret.key</name>\n  <value>${R}</value>\n</property>`,
    hibernate: `<property name="hibernate.connection.password">${P}</property>`,
    springbean: `<bean><property name="password" value="${P}"/></bean>`,
    plist: `<dict><key>password</key><string>${P}</string></dict>`,
    netrc: `machine git.acme.dev login ci password ${P}\n`,
    netrc2: `machine git.acme.dev\n\tlogin ci\n\tpassword ${P}\n`,
    npmrc: `//registry.acme.dev/:_authToken=${R}\n`,
    npmrcPassword: `//registry.acme.dev/:_password=${B(P)}\n`,
    npmrcAuth: `_auth=${B(`ci:${P}`)}\n`,
    yarnrc: `npmRegistries:\n  "//r.acme.dev":\n    npmAuthToken: "${R}"\n`,
    pipconf: `[global]\nindex-url = https://ci:${P}@pypi.acme.dev/simple\n`,
    docker: JSON.stringify({ auths: { r: { auth: B(`ci:${P}`) } } }),
    dockerYaml: `auths:\n  r.acme.dev:\n    auth: ${B(`ci:${P}`)}\n`,
    kubeconfig: `users:\n- name: a\n  user:\n    username: b\n    password: ${P}\n`,
    kubeconfigKey: `users:\n- name: a\n  user:\n    client-key-data: ${B(["-----BEGIN RSA ", "PRIVATE KEY-----\nMIIEabcdefabcdefabcdefabcdefabcdefabcdef\n-----END RSA ", "PRIVATE KEY-----"].join(""))}\n`,
    kubeToken: `users:\n- name: a\n  user:\n    token: ${R}\n`,
    gitcred: `https://ci:${P}@git.acme.dev\n`,
    jaas: `org.apache.kafka.common.security.plain.PlainLoginModule required username="app" password="${P}";`,
    jaasProp: `sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="app" password="${P}";`,
    jaasEsc: JSON.stringify({ "sasl.jaas.config": `x required username="app" password="${P}";` }),
    java: `-Xmx1g -Djavax.net.ssl.keyStorePassword=${P} -jar a.jar`,
    spark: `spark.hadoop.fs.s3a.secret.key ${R}\n`,
    kafka: `ssl.truststore.password=${P}\nssl.key.password=${P}\n`,
    otlp: `api-key=${R},x-tenant=a`,
    otlp2: `x-honeycomb-team=${R}`,
    header: `GET / HTTP/1.1\nHost: a\nAuthorization: Bearer ${R}\n`,
    header2: `X-Api-Key: ${R}`,
    curlU: `curl -fsS -u admin:${P} http://localhost/health`,
    curlUser: `curl --user 'admin:${P}' http://x`,
    curlH: `curl -H 'Authorization: Bearer ${R}' http://x`,
    curlH2: `curl -H "X-Api-Key: ${R}" http://x`,
    curlData: `curl -d 'user=a&password=${P}' http://x`,
    curlJson: `curl -d '{"user":"a","password":"${P}"}' http://x`,
    curlJsonEsc: `curl -d "{\\"user\\":\\"a\\",\\"password\\":\\"${P}\\"}" http://x`,
    mysql: `mysql -h db -uroot -p${P} orders < a.sql`,
    mysqldump: `mysqldump --password=${P} orders`,
    mysqlPwd: `mysqladmin -u root password '${P}'`,
    psql: `PGPASSWORD=${P} psql -h db -U app`,
    sshpass: `sshpass -p '${P}' ssh a@b`,
    redis: `redis-cli -h r -a ${P} ping`,
    mongo: `mongo admin -u root -p ${P}`,
    mongosh: `mongosh --username a --password ${P}`,
    dockerlogin: `docker login -u ci -p ${P} r.acme.dev`,
    echoLogin: `echo ${P} | docker login -u ci --password-stdin r.acme.dev`,
    awsconf: `aws configure set aws_secret_access_key abcdEFGH1234abcdEFGH1234abcdEFGH1234abcd`,
    helmset: `helm install x --set db.password=${P} --set a=b`,
    kubectl: `kubectl create secret generic db --from-literal=password=${P}`,
    az: `az login --service-principal -u a -p ${P} --tenant t`,
    npmset: `npm config set //r.acme.dev/:_authToken ${R}`,
    npmset2: `npm config set //r.acme.dev/:_authToken=${R}`,
    htpasswd: `htpasswd -bc /etc/nginx/.htpasswd admin ${P}`,
    openssl: `openssl pkcs12 -in a.p12 -passin pass:${P} -nodes`,
    chpasswd: `echo "admin:${P}" | chpasswd`,
    passwdStdin: `echo '${P}' | passwd --stdin root`,
    netuser: `net user Administrator ${P} /add`,
    ps1: `$Password = "${P}"`,
    ps2: `$p = ConvertTo-SecureString "${P}" -AsPlainText -Force`,
    ps3: `[Environment]::SetEnvironmentVariable("DB_PASSWORD", "${P}", "Machine")`,
    ps4: `$env:DB_PASSWORD = '${P}'`,
    setx: `setx DB_PASSWORD ${P} /M`,
    bat: `set DB_PASSWORD=${P}`,
    cloudinit: `#cloud-config\nchpasswd:\n  list: |\n    root:${P}\n    app:RANDOM\n  expire: False\n`,
    cloudinit2: `#cloud-config\nchpasswd:\n  users:\n    - name: root\n      password: ${P}\n      type: text\n`,
    cloudinit3: `#cloud-config\npassword: ${P}\nssh_pwauth: true\n`,
    cloudinit4: `#cloud-config\nusers:\n  - name: a\n    plain_text_passwd: ${P}\n`,
    writefiles: `#cloud-config\nwrite_files:\n  - path: /etc/app.env\n    encoding: b64\n    content: ${B(`DB_PASSWORD=${P}\nA=b\n`)}\n`,
    assignedInBase64: `STAGE=dev\nDATA_2=${B(JSON.stringify({ user: "app", password: P }))}\nLOG=info\n`,
    writefilesGz: `#cloud-config\nwrite_files:\n  - path: /etc/app.env\n    encoding: gz+b64\n    content: ${zlib.gzipSync(`DB_PASSWORD=${P}\nA=b\n`).toString("base64")}\n`,
    writefilesPlain: `#cloud-config\nwrite_files:\n  - path: /etc/app.env\n    content: |\n      DB_PASSWORD=${P}\n      A=b\n`,
    mime: `Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n--x\nContent-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\n${B(`#!/bin/bash\nyum install -y nginx\nexport DB_PASSWORD='${P}'\nsystemctl enable --now nginx\n`).replace(/.{60}/g, "$&\n")}\n--x--\n`,
    mimePlain: `Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/x-shellscript\n\n#!/bin/bash\nexport DB_PASSWORD='${P}'\n--x--\n`,
    sqlCreate: `CREATE USER 'app'@'%' IDENTIFIED BY '${P}';`,
    sqlAlter: `ALTER USER app WITH PASSWORD '${P}';`,
    sqlRole: `CREATE ROLE app LOGIN PASSWORD '${P}';`,
    sqlLogin: `CREATE LOGIN app WITH PASSWORD = '${P}'`,
    js: `const apiKey = "${R}";\nfetch(url)`,
    ts: `const password: string = "${P}";`,
    go: `password := "${P}"`,
    goVar: `var dbPassword string = "${P}"`,
    goConst: `const apiKey = \`${R}\``,
    java2: `private static final String DB_PASSWORD = "${P}";`,
    py: `DB_PASSWORD = '${P}'`,
    pyDict: `{'user': 'a', 'password': '${P}'}`,
    pyKw: `connect(host="a", password="${P}")`,
    pyEnv: `os.environ["DB_PASSWORD"] = "${P}"`,
    pyGet: `os.environ.get("DB_PASSWORD", "${P}")`,
    pyB: `SECRET_KEY = b'${R}'`,
    pyTyped: `password: str = "${P}"`,
    php: `define('DB_PASSWORD', '${P}');`,
    php2: `'password' => '${P}',`,
    phpVar: `$password = '${P}';`,
    ruby: `password: "${P}"`,
    rust: `const PASSWORD: &str = "${P}";`,
    cs: `var password = @"${P}";`,
    kotlin: `val password = "${P}"`,
    jsDefault: `const p = process.env.DB_PASSWORD || "${P}";`,
    jsDefault2: `const p = process.env.DB_PASSWORD ?? \`${P}\`;`,
    vtl: `#set($apiKey = "${R}")`,
    shell: `DB_PASSWORD='${P}'; run`,
    docker2: `FROM x\nENV DB_PASSWORD ${P}\nRUN a`,
    docker3: `FROM x\nENV A=b DB_PASSWORD=${P}\n`,
    dockerArg: `ARG NPM_TOKEN=${R}\n`,
    tfvars: `db_password = "${P}"\n`,
    tfvar: `variable "db_password" {\n  type = string\n  default = "${P}"\n}`,
    hcl: `environment {\n  name  = "DB_PASSWORD"\n  value = "${P}"\n}`,
    cfnParam: JSON.stringify([{ ParameterKey: "DbPassword", ParameterValue: P }]),
    beanstalk: JSON.stringify([{ Namespace: "x", OptionName: "DB_PASSWORD", Value: P }]),
    jsonInJson: JSON.stringify({ body: JSON.stringify({ password: P }) }),
    jsonInJson2: JSON.stringify({ cmd: `export DB_PASSWORD=${P}` }),
    jsonB64: JSON.stringify({ data: B(JSON.stringify({ password: P })) }),
    jsonNested: JSON.stringify({ a: [{ b: { password: { value: P } } }] }),
    jsonArray: JSON.stringify({ apiKeys: [R] }),
    command: JSON.stringify(["serve", "--db-password", P]),
    commandText: `["serve", "--db-password", "${P}"]`,
    yamlArgs: `args:\n  - --db-password\n  - ${P}\n`,
    yamlFlow: `db: { user: app, password: ${P} }`,
    yamlBlock: `password: |\n  ${P}\n`,
    hex: Buffer.from(`DB_PASSWORD=${P}\n`).toString("hex"),
    percent: encodeURIComponent(JSON.stringify({ password: P })),
    utf16: Buffer.from(`$Password = "${P}"; run`, "utf16le").toString("base64"),
    powershellEnc: `powershell -EncodedCommand ${Buffer.from(`$Password = "${P}"; run`, "utf16le").toString("base64")}`,
    dataUrl: `data:text/plain;base64,${B(`password=${P}`)}`,
    redisconf: `port 6379\nrequirepass ${P}\n`,
    url: `https://a.dev/x?a=b&token=${R}`,
    jdbc: `jdbc:mysql://db/x?user=a&password=${P}`,
    lookback: `key: DB_PASSWORD\nvalue: ${P}\n`,
    graphql: `mutation { login(user: "a", password: "${P}") { token } }`,
    amqp: `amqp://app:${P}@mq:5672/`,
    sqlplus: `sqlplus app/${P}@orders`,
    ldap: `ldapsearch -x -D cn=admin -w ${P} -b dc=x`,
    comment: `# old password: ${P}\n`,
    comment2: `// password=${P}`,
    wp: `define( 'AUTH_KEY', '${R}x' );`,
    cookie: `Cookie: sessionToken=${R}`,
    snow: `account=a;user=b;password=${P};`,
    secretString: `aws secretsmanager create-secret --name x --secret-string '{"password":"${P}"}'`,
    putparam: `aws ssm put-parameter --name /x --type SecureString --value ${P}`,
    crlf: `A=b\r\nDB_PASSWORD=${P}\r\nC=d\r\n`,
    gz: zlib.gzipSync(`#!/bin/bash\nexport DB_PASSWORD=${P}\n`).toString("base64"),
    gzb2: B(zlib.gzipSync(`export DB_PASSWORD=${P}\n`).toString("base64")),
};

const plain: Readonly<Record<string, string>> = {
    composeVar:
        "services:\n  db:\n    environment:\n      - POSTGRES_PASSWORD=${POSTGRES_PASSWORD}\n      - DB_PASSWORD\n",
    composeSecrets:
        "services:\n  db:\n    secrets:\n      - db_password\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db_password\nsecrets:\n  db_password:\n    file: ./db_password.txt\n",
    k8sRef: "env:\n- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db\n      key: password\n",
    externalSecret:
        "kind: ExternalSecret\nspec:\n  secretStoreRef:\n    name: aws\n    kind: ClusterSecretStore\n  data:\n  - secretKey: password\n    remoteRef:\n      key: prod/orders/db\n      property: password\n",
    sealed: `kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgBy3i4OJSWK${R.repeat(14)}\n`,
    workflow: "env:\n  NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n  id-token: write\n",
    permissions: "permissions:\n  id-token: write\n  contents: read\n",
    helm: "password: {{ .Values.db.password | quote }}\n",
    helm2: "auth:\n  existingSecret: db-credentials\n  existingSecretPasswordKey: password\n  secretKeys:\n    adminPasswordKey: admin-password\n",
    openapi: JSON.stringify({
        components: {
            securitySchemes: {
                apiKey: { type: "apiKey", in: "header", name: "x-api-key" },
                token: { type: "http", scheme: "bearer" },
            },
            schemas: {
                Login: {
                    properties: {
                        password: {
                            type: "string",
                            format: "password",
                            minLength: 8,
                            pattern: "^(?=.*[a-z]).{8,}$",
                            example: "<password>",
                        },
                    },
                    required: ["user", "password"],
                },
            },
        },
    }),
    openapiYaml:
        "components:\n  schemas:\n    Login:\n      properties:\n        password:\n          type: string\n          format: password\n          description: The password of the user, at least 8 characters\n        token: { type: string }\n",
    policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "ReadSecret",
                Effect: "Allow",
                Action: ["secretsmanager:GetSecretValue"],
                Resource: "arn:aws:secretsmanager:eu-west-1:1:secret:prod/db-??????",
            },
        ],
    }),
    i18n: JSON.stringify({
        password: "Passwort",
        passwordRepeat: "Passwort wiederholen",
        token: "Token",
        apiKey: "API-Schlüssel",
        forgotPassword: "Passwort vergessen?",
        invalidPassword: "Das Passwort ist falsch.",
        secret: "Geheimnis",
        password_hint: "Mindestens 8 Zeichen",
    }),
    i18nEs: JSON.stringify({ password: "Contraseña", login: "Entrar" }),
    i18nFr: JSON.stringify({ password: "Mot de passe", passwordConfirm: "Confirmez le mot de passe" }),
    i18nJa: JSON.stringify({ password: "パスワード" }),
    i18nEn: JSON.stringify({
        password: "Password",
        "login.password.label": "Enter your password",
        "errors.password": "Password must contain at least 8 characters, including 1 number.",
        apiKey: "API key",
        token: "Access token",
    }),
    form: JSON.stringify({
        fields: [
            {
                name: "password",
                type: "password",
                label: "Password",
                placeholder: "••••••••",
                required: true,
                value: "",
            },
            { name: "apiKey", value: "{{apiKey}}" },
        ],
    }),
    cognito: JSON.stringify({
        Policies: { PasswordPolicy: { MinimumLength: 12, RequireUppercase: true, TemporaryPasswordValidityDays: 7 } },
        AccessTokenValidity: 60,
        TokenValidityUnits: { AccessToken: "minutes", RefreshToken: "days", IdToken: "minutes" },
        ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"],
        GenerateSecret: true,
    }),
    shellRead:
        'DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/db --query SecretString --output text)\nexport DB_PASSWORD\nmysql -p"$DB_PASSWORD" -h db\n',
    mysqlPrompt: "mysql -u root -p orders\nmysql -p -h db",
    mysqlP: "mysql -h db -P 3306 --protocol tcp",
    dockerStdin:
        "aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-west-1.amazonaws.com",
    dockerPort: "docker run -p 8080:80 -u 1000:1000 nginx",
    mkdir: "mkdir -p /opt/app/data && cp -p a b",
    curlVar: 'curl -u "$USER:$PASS" -H "Authorization: Bearer $TOKEN" https://x',
    curlN: "curl -fsS http://localhost:8080/health -u admin",
    imds: "TOKEN=$(curl -sX PUT http://169.254.169.254/latest/api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: 21600')\ncurl -H \"X-aws-ec2-metadata-token: $TOKEN\" http://169.254.169.254/",
    imdsTick: "TOKEN=`curl -X PUT http://169.254.169.254/latest/api/token`\n",
    openssl: 'DB_PASSWORD="$(openssl rand -base64 24)"\nopenssl pkcs12 -passin env:P12_PASSWORD -passout file:/x',
    chpasswd: 'echo "app:$PASSWORD" | chpasswd\n',
    cloudinitHash: `#cloud-config\nusers:\n  - name: app\n    passwd: $6$rounds=4096$abc$${R}\n    lock_passwd: true\n    ssh_authorized_keys:\n      - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJk1 a@b\nssh_pwauth: false\n`,
    chpasswdRandom: "#cloud-config\nchpasswd:\n  expire: false\n  list:\n    - root:RANDOM\n",
    sql: "SELECT id, password_hash FROM users WHERE token = $1 AND password = ?",
    sqlCreate: "CREATE TABLE users (id int, password VARCHAR(255) NOT NULL, token TEXT)",
    sqlIam: "CREATE USER app IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';",
    js2: "headers: { Authorization: `Bearer ${token}`, 'x-api-key': apiKey }",
    tfvarDecl: 'variable "db_password" {\n  type = string\n  sensitive = true\n}',
    maven: "<server><id>nexus</id><username>${env.USER}</username><password>${env.PASS}</password></server>",
    properties:
        "spring.datasource.password=${DB_PASSWORD}\nspring.security.oauth2.client.registration.x.client-secret=${SECRET}\nserver.ssl.key-store-password=${KS}\nspring.datasource.hikari.connection-timeout=3000",
    kafkaIam: "sasl.jaas.config=software.amazon.msk.auth.iam.IAMLoginModule required;\nsasl.mechanism=AWS_MSK_IAM",
    ado: "Server=db;Database=orders;Integrated Security=true;",
    adoEmpty: "Server=db;Password=;Integrated Security=SSPI",
    adoManaged: "Server=tcp:a.database.windows.net;Authentication=Active Directory Managed Identity;Database=x",
    appins: "InstrumentationKey=6364c2b8-4bae-419e-ad5a-43e90d9fe833;IngestionEndpoint=https://x/",
    netrc: "machine git.acme.dev login ci password ${TOKEN}\n",
    npmrc: "//registry.npmjs.org/:_authToken=${NPM_TOKEN}\nalways-auth=true\nregistry=https://r.acme.dev/\n",
    hosts: "a:1,b:2,c:3",
    cron: "0 3 * * ?",
    markdown:
        "# Passwords\n\nPasswords are rotated by Secrets Manager. Token: see the console.\nThe API key is in the vault.",
    prose: "Your password: must be changed every 90 days. Secret: never share it.",
    jwks: JSON.stringify({ keys: [{ kty: "RSA", kid: "a", n: R + R, e: "AQAB", use: "sig" }] }),
    refJson: JSON.stringify({
        DB_PASSWORD: { "Fn::Sub": "{{resolve:secretsmanager:x}}" },
        API_KEY: { Ref: "ApiKeyParameter" },
    }),
    secretsRefs: JSON.stringify({
        secrets: [{ name: "DB_PASSWORD", valueFrom: "arn:aws:secretsmanager:eu-west-1:1:secret:db-Ab12Cd" }],
    }),
    stepfn: JSON.stringify({
        States: {
            A: {
                Type: "Task",
                Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                Parameters: {
                    "TaskToken.$": "$$.Task.Token",
                    "MessageBody.$": "$.body",
                    SecretId: "prod/db",
                    ClientRequestToken: "$.id",
                },
            },
        },
    }),
    stepfnJsonata: JSON.stringify({ Arguments: { token: "{% $states.input.token %}" } }),
    mapping: "$request.header.Authorization",
    apigw: JSON.stringify({
        "integration.request.header.Authorization": "method.request.header.Authorization",
        "integration.request.header.x-api-key": "context.identity.apiKey",
        "integration.request.header.x-token": "'$context.authorizer.token'",
    }),
    jsonschema: JSON.stringify({
        type: "object",
        properties: { password: { $ref: "#/definitions/password" }, apiKey: { type: "string", minLength: 20 } },
        required: ["password", "apiKey"],
    }),
    validation: JSON.stringify({ password: ["required", "min:8", "regex:/^(?=.*[a-z])/"], token: "required|string" }),
    dashboards: JSON.stringify({
        widgets: [
            {
                properties: {
                    metrics: [["AWS/Bedrock", "InputTokenCount", "ModelId", "x"]],
                    title: "Tokens per minute",
                },
            },
        ],
    }),
    lockfile: JSON.stringify({
        "node_modules/password-token": { version: "1.0.0", integrity: `sha512-${R}${R}==` },
    }),
    tokenizer: JSON.stringify({
        bos_token: "<s>",
        eos_token: "</s>",
        pad_token: "<pad>",
        unk_token: "[UNK]",
        mask_token: "[MASK]",
        additional_special_tokens: ["<|im_start|>"],
        model_max_length: 512,
        chat_template: "{% for m in messages %}{{ bos_token }}{% endfor %}",
    }),
    css: ".password { color: red } #token:hover { top: 1px }",
    vtl: '#set($token = $context.authorizer.token)\n{"password": "$input.params(\'password\')"}',
    buildspec:
        "version: 0.2\nenv:\n  secrets-manager:\n    NPM_TOKEN: prod/npm:token\n  parameter-store:\n    DB_PASSWORD: /prod/db/password\n",
    samconfig: 'parameter_overrides = "SecretName=prod/db KmsKeyId=alias/orders TokenTtl=3600"\n',
    ecsCommand:
        "serve --token-ttl 3600 --password-file /run/secrets/db --secret-id prod/db --no-password --auth-type iam --api-key-header x-api-key",
    graphql: "type User { password: String! token: String apiKey: ID! }\ninput Login { password: String! }",
    proto: "string password = 1;\nstring token = 2;",
    cSharp: "public string Password { get; set; }",
    tsType: "interface A { password: string; token?: string | undefined; apiKey: SecretValue }",
    pyFn: "def login(user: str, password: str = None, token: Optional[str] = None) -> bool:",
    retention: "SECRET_ROTATION=30d;TOKEN_TTL=PT15M",
    saml: "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
    gitlab: "script:\n  - docker login -u $CI_REGISTRY_USER -p $CI_REGISTRY_PASSWORD $CI_REGISTRY\n",
    vaultAgent: '{{ with secret "secret/data/db" }}export DB_PASSWORD="{{ .Data.data.password }}"{{ end }}',
    ssmdoc: "parameters:\n  Password:\n    type: String\n    description: The password of the account\n    default: ''\n",
    b64: B("a greeting of words, and nothing else; token: none"),
    log: 'level=info msg="token refreshed" token_type=Bearer expires_in=3600',
    awsconfig:
        "[profile x]\nrole_arn = arn:aws:iam::1:role/a\ncredential_source = Ec2InstanceMetadata\nmfa_serial = arn:aws:iam::1:mfa/a\n",
    sops: "password: ENC[AES256_GCM,data:abc=,iv:x=,tag:y=,type:str]\nsops:\n  kms: []\n",
    pulumi: "config:\n  orders:dbPassword:\n    secure: v1:72KFdzKJva16Iub0eKv2:SYr6bc51wq0YKF4XdRpb\n",
    nginx: "auth_basic_user_file /etc/nginx/.htpasswd;\nproxy_set_header Authorization $http_authorization;\nssl_certificate_key /etc/ssl/key.pem;",
    htpasswd: `admin:$apr1$abcdefgh$${R}\n`,
};

/** Is it worth more than a hint? */
const holds = (name: string, text: string) => {
    const { is, standIn } = isSecret(name, new Value(text, "value"));
    return is.is === "yes" && !standIn;
};

describe("a value is judged alike wherever it stands", () => {
    for (const [place, written] of Object.entries(places)) {
        it(`as a secret: ${place}`, () => {
            for (const name of ["DB_PASSWORD", "db_pass"])
                for (const value of chosen) assert.ok(holds(...written(name, value)), `${name} ${value}`);
        });
        it(`as none: ${place}`, () => {
            for (const name of ["DB_PASSWORD", "API_KEY", "authToken"])
                for (const value of harmless) {
                    // The quotes of the value end the value there.
                    if (place === "dotenv" && value.includes('"')) continue;
                    assert.ok(!holds(...written(name, value)), `${name} ${value}`);
                }
        });
    }
});

describe("documents inside texts", () => {
    for (const [title, text] of Object.entries(documents))
        it(`hold a secret: ${title}`, () => assert.ok(holds("CONFIG_D", text)));
    for (const [title, text] of Object.entries(plain))
        it(`hold none: ${title}`, () => assert.ok(!holds("CONFIG_D", text)));
});

describe("the secrets of a file stand at their lines", () => {
    const lines = (text: string, fileName: string) => [...secretsInText(text, fileName)].map(({ line }) => line);
    it("in source code where they are literals", () => {
        const text = `const a = 1;\nconst password = "${P}";\nconst token = getToken("orders-token");\nlogin({ user, password, apiKey: '${R}' });\n`;
        assert.deepEqual(lines(text, "index.js"), [2, 4]);
    });
    it("but no words, types, expressions or messages", () => {
        const text = [
            'it("asks for the password", () => expect(password).toBe("winter"));',
            "const { token = '', apiKey = undefined } = input;",
            'throw new Error("password: missing, token: expired");',
            'const schema = { password: "string", token: z.string(), secret: /^x{3}$/ };',
            "const url = `https://x/?token=${token}`;",
            "function login(user: string, password: string): Promise<string> { return post({ password }); }",
            'const labels = { password: "Your password", apiKey: "api-key" };',
        ].join("\n");
        assert.deepEqual(lines(text, "login.ts"), []);
    });
    it("in configuration where they are bare", () => {
        assert.deepEqual(lines(`A=b\r\nDB_PASSWORD=${P}\r\n`, ".env"), [2]);
        assert.deepEqual(lines(`db:\n  user: app\n  password: ${P}\n`, "app.yml"), [3]);
        assert.deepEqual(lines(`{\n  "db": {\n    "password": "${P}"\n  }\n}`, "app.json"), [3]);
    });
});

describe("hostile texts end soon", () => {
    const units = [
        "a",
        "=",
        "&se=",
        "a\n",
        "password=",
        "token:'",
        "name: ",
        "<a ",
        "--password ",
        "curl -u ",
        "[[",
        "((",
        "{{",
        "x-",
        " ",
        "\n- --a ",
    ];
    for (const unit of units)
        it(JSON.stringify(unit), () => {
            const text = unit.repeat(Math.ceil(500_000 / unit.length));
            const started = process.cpuUsage();
            isSecret("CONFIG_D", new Value(text, "value"));
            [...secretsInText(text, "a.js")];
            const { user } = process.cpuUsage(started);
            assert.ok(user < 10_000_000, `${Math.round(user / 1000)} ms`);
        });
    it("a bomb is not opened", () => {
        const bomb = zlib.gzipSync(Buffer.alloc(100_000_000, "a")).toString("base64");
        const started = process.cpuUsage();
        assert.ok(!holds("CONFIG_D", bomb));
        assert.ok(process.cpuUsage(started).user < 2_000_000);
    });
});
