/**
 * The words of which people make the names of secrets, and of what is about secrets, sorted by what a word does in a name.
 * In lower case and singular.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ""));
const pairs = (text: string): ReadonlySet<string> => new Set([...words(text)].map((pair) => pair.replace("_", " ")));

/** Any text under such a name may be the secret. */
export const passwords = words(`
    password passwd passphrase passcode pword passwrd pasword passwort kennwort contrasena senha motdepasse mdp wachtwoord parola haslo
    heslo losenord passord adgangskode salasana passe parol jelszo sifre geslo lozinka kodeord sandi mima contrasenya pasahitza
    requirepass masterauth authtok bindpw rootpwmodpw
`);

/** The same cut short. They are words of their own too: to pass, a boarding pass, the working directory. */
export const shortPasswords = words("pass pwd pw pswd psw");

/** The secret stands there, or as often the name of a stored one. */
export const secrets = words(`
    secret token credential cred bearer authorization psk kek skey akey clave segredo secreto segreto geheimnis jeton zugangsdaten identifiants
`);

/** Two words that name a secret together. */
export const secretPairs = pairs(`
    api_key access_key private_key secret_key auth_key account_key service_key webhook_key license_key licence_key ssh_key
    shared_key preshared_key psk_key cookie_key activation_key product_key registration_key enrollment_key seed_key key_material
    secret_base snmp_community community_string erlang_cookie release_cookie pass_word pass_phrase mot_passe
    api_schluessel api_schlussel geheim_schluessel geheim_schlussel geheimer_schluessel privater_schluessel chave_api chave_secreta
    cle_api cle_secrete cle_privee clave_api clave_secreta clave_privada
    app_certificate honeycomb_team private_pem access_pass secret_code token_value token_string access_jwt signing_jwt setup_key sdk_sk
`);

/** Digits or letters that open a door, a card or an account. */
export const codePairs = pairs(`
    auth_code access_code unlock_code entry_code door_code gate_code keypad_code lock_code garage_code vault_code alarm_code security_code recovery_code backup_code safe_code master_code
    card_pin sim_pin door_pin user_pin admin_pin device_pin unlock_pin app_pin keypad_pin access_pin master_pin bank_pin wallet_pin
    token_pin hsm_pin smartcard_pin piv_pin so_pin secret_pin security_pin alarm_pin
`);

/** Keys that people keep in KMS, so that an id or alias stands there as often as the key. */
export const keyPairs = pairs(`
    signing_key encryption_key master_key decryption_key data_key signature_key crypto_key crypt_key cipher_key enc_key root_key
    root_secret hash_salt password_salt auth_salt secret_salt signing_salt security_salt session_salt cookie_salt token_salt
    client_token sonar_login encryption_salt key_salt password_pepper hash_pepper auth_pepper secret_pepper
    totp_seed otp_seed mfa_seed wallet_seed hd_seed master_seed key_seed encryption_seed secret_seed
`);

/** The words from which a wallet is recovered. */
export const phrasePairs = pairs("recovery_phrase seed_phrase secret_phrase backup_phrase mnemonic_phrase");

/** Keys that are a vendor's credentials, though others of the name are none. */
export const ownedKeys = pairs(`
    ovh_consumer pagerduty_routing pd_routing cypress_record airbrake_project codacy_project mpesa_consumer daraja_consumer
    fatsecret_consumer woocommerce_consumer inngest_event
`);

/** Whose keys are credentials for their APIs. */
export const vendors = words(`
    stripe openai anthropic claude gemini mistral groq cohere replicate huggingface hf langsmith pinecone wandb sendgrid mailgun mailchimp
    mandrill postmark brevo resend sparkpost twilio vonage nexmo plivo messagebird datadog newrelic sentry rollbar bugsnag honeycomb
    grafana loggly pagerduty opsgenie splunk algolia airtable notion linear asana trello slack discord telegram zoom intercom zendesk
    freshdesk hubspot salesforce braintree paypal plaid adyen mollie klarna razorpay paddle chargebee shopify github gitlab bitbucket jira
    atlassian circleci jenkins npm pypi dockerhub vercel netlify heroku fly cloudflare fastly digitalocean hetzner linode firebase
    supabase okta auth0 clerk workos launchdarkly segment amplitude mixpanel contentful sanity cloudinary mapbox openweather
    pusher ably tailscale meilisearch typesense newsapi alphavantage finnhub polygon coingecko binance kraken coinbase alchemy
    infura etherscan moralis quicknode tavily serpapi serper perplexity deepseek xai grok fireworks elevenlabs assemblyai deepgram courier
    customerio klaviyo iterable braze onesignal bitly giphy unsplash spotify twitch youtube facebook instagram linkedin twitter reddit
    tiktok snapchat pinterest confluent snyk sonar codecov coveralls sentinelone crowdstrike virustotal shodan censys abuseipdb ipinfo
    ipstack maxmind geocoding opencage tomtom mapquest bing yelp foursquare ebay walmart fedex ups dhl usps easypost shippo doppler
    infisical akeyless dynatrace appdynamics logdna mezmo papertrail sumologic coralogix lightstep signoz axiom betterstack statuspage
    uptimerobot checkly victorops netbird site24x7 raygun pendo appcenter appsignal blackfire cypress percy chromatic fullstory logrocket
    hotjar statsig growthbook configcat optimizely mparticle rudderstack hightouch fivetran airbyte hevo retool zapier workato xero
    quickbooks freshbooks airwallex worldpay marqeta lithic gusto rippling bamboohr greenhouse ashby workable docusign hellosign pandadoc
    calendly typeform surveymonkey aircall dialpad ringcentral telnyx sinch infobip clicksend textmagic agora livekit mux bunny imgix
    uploadcare filestack transloadit cloudconvert pdfshift browserless scrapingbee scraperapi apify brightdata zenrows firecrawl voyage
    novita runpod lambdalabs cerebras sambanova nvidia wolfram deepl lokalise crowdin transifex smartling hereapi what3words locationiq
    ipgeolocation ipapi whoisxml securitytrails urlscan greynoise clearbit zoominfo lusha fullcontact peopledatalabs proxycurl rapidapi
    openexchange fixer currencylayer exchangerate tiingo iex eodhd twelvedata quandl nasdaq marketstack coinmarketcap cryptocompare
    blockfrost helius tatum bitquery covalent thegraph bscscan polygonscan arbiscan flutterwave flw paystack mercadopago iyzico payu
    cashfree phonepe xendit midtrans omise airbrake honeybadger instana lumigo epsagon logtail logzio humio sematext uptrends pingdom
    cronitor healthchecks deadmanssnitch incidentio firehydrant rootly squadcast xmatters zenduty gladia agentops hashnode vapi composio arcade builder storyblok infobip ubidots
    retool
`);

/** Before a key that an API wants: what it lets in to. */
export const opensApis = words(`
    integration rest ingest ingestion record sdk bot subscription push
`);

/** What makes a key, a `PAT` or an `AUTH` a secret where it stands before it: what it is for, and whose door it opens. */
export const keyOwners: ReadonlySet<string> = new Set([
    ...vendors,
    ...opensApis,
    ...words(`
    jwt jws jwe jwk hmac aes rsa ecdsa ed25519 fernet totp otp cookie session csrf app application deploy integration ingest write
    admin root server sdk sa adc age gpg pgp ssl tls mtls client cert pem pfx p12 wallet signer license licence webhook bot partner
    vendor vpn wireguard wg ldap smtp ftp sftp db database redis storage sas blob cosmos basic http https proxy registry user
    apns fcm vapid priv ca nonce dotenv rediscli servicebus eventhub iothub in subscription cognitive speech translator vision ocp apim function secure logged dek crypt cipher enc cryptography keycloak
    ai llm mail email square checkout payment devops docker azure gcp google maps weather vault sops wordpress laravel rails django flask
    nextauth hub amqp mqtt kafka mongo mongodb postgres mysql elastic opensearch together stability amazon terraform pulumi ansible consul
    nomad reverb soketi role encrypt deterministic derivation atrestencrypt
`),
]);

/** Who or what a secret may belong to besides, and how one is told from another. */
export const owners = words(`
    pg postgres postgresql mysql mariadb mssql sql oracle mongo mongodb rabbit rabbitmq mq amqp kafka activemq elastic elasticsearch
    opensearch cassandra neo4j influx influxdb snowflake redshift aurora rds documentdb imap pop ssh ad bind vnc rdp samba smb wifi
    web api rest rpc login administrator master owner service account system sys superuser guest reader writer readonly replica
    replication repl read internal external private shared git ado aws confluence sonar nexus artifactory ci deployer pipeline
    runner keystore truststore store certificate key initdb default my the our your x consul nomad kube kubernetes k8s portal gateway
    customer backend frontend mobile auth oauth oauth2 oidc saml sso signing encryption refresh access id bearer security personal
    consumer subscription device push verify verification for of jdbc odbc dsn node ghost strapi billing order
    de do da la le il dos bd base app host usuario utilisateur benutzer user db datenbank banco datos donnees nas router modem ap ssid
    wpa wpa2 wpa3 hotspot radius snmp ipsec bmc ipmi ilo idrac esxi vcenter vsphere jmx jks p12 pkcs12 key keytool pkcs keytab sasl
    svc deploy robot ci build machine host client connection conn cluster shard svn hg cvs subversion tomcat jetty wildfly jboss weblogic
    websphere hadoop hive spark flink presto trino clickhouse timescale cockroach couchbase couchdb arango dgraph scylla memcached
    zookeeper solr superset metabase airflow jupyter notebook hasura minio seaweed ceph nfs webdav caldav exchange smtps imaps pop3
    bdd bazy baza baze banka veritabani sudo su wheel operator support helpdesk demo trial sandbox tester api2 one two three
`);

/** Parts that say nothing of what a name names: where it is used, which of several, how it is written. */
export const decorations = words(`
    prod production prd dev development staging stg test testing qa uat live sandbox local preview demo old new current previous prev
    next primary secondary backup legacy main one two base64 b64 hex json pem text string str plain plaintext raw value val encoded
    content body base eu us a b v
`);

/** Behind a secret's word: where it is, what it is called, how it behaves. */
export const referrals = words(`
    arn name id path prefix suffix param parameter ref reference url uri endpoint host hostname port table bucket queue topic region
    version stage alias file filename dir directory folder mount volume ttl expiry expiration expire expires timeout second minute
    hour day week month ms age lifetime validity valid interval window grace period length len size count limit min max minimum maximum
    policy type kind field header attribute attr claim scope enabled disabled required optional allowed rotation algorithm alg algo
    cipher issuer audience aud usage use mode format pattern regex label description hint function lambda handler cache backend
    provider manager source location level method strategy scheme encoder encoding hasher hashing hash digest iteration round
    address contract symbol decimal chain network encryption protection masking redaction verification authentication help input
    textbox selector xpath css element locator button screen last changed updated created date time attempt retry lockout failure
    rule requirement criteria renewal refresh leeway skew buffer column property variable permission bit byte kb mb exp iat nbf curve
    padding supported visible display expired invalid missing mismatch sender
    recipient subject allowlist denylist whitelist blacklist tier spend price
    parallelism concurrency threshold rotator rotate cron schedule
    cost strength complexity history reset recovery change update step digit charset character sharing estimation budget rate per
    quota status state error message prompt placeholder title template schema model class engine driver plugin extension library
    helper mapping map list set group role username principal team project tenant org organization environment env namespace domain
    page form view route redirect callback metadata config configuration setting option flag feature generator generation validation
    validator verifier parser middleware guard sid kid fingerprint thumbprint checksum md5 sha1 sha256 sha512 context aad stdin
    notification alert metric log audit spec grant exchange introspection revocation tracker batch index offset position slot
    separator delimiter locale signature
`);

/** Before a secret's word: what is told to everyone, and what only counts. */
export const harmlessBefore = words(`
    public pub publishable anon anonymous max min maximum minimum num number total extension page pagination cursor continuation sync
    sitekey recv
`);

/** Before a token: the pieces of text that a language model reads. */
export const harmlessTokens = words(
    "dkim stop eos bos pad unk sep cls mask special completion output reserved start end think context request idempotency lease fencing resume task cancel cancellation design input prompt cached used reasoning partition change budget blank delimiter abort interrupt client_request wait poll scroll checkpoint ordinal lexer parser syntax next continuation paging pagination",
);

/** Before a key: what is found or sorted by it, and what is told to everyone. */
export const harmlessKeys = words(`
    partition sort primary foreign hash range cache kms cmk object s3 bucket feature flag translation message i18n shard lookup routing
    idempotency deduplication dedup group composite unique index natural surrogate row column table item map dict event metric label
    tag header query order any arrow hot instrumentation site project measurement consumer lock state sequence record field attribute
    link hive menu press up down left right enter escape backspace delete shift ctrl alt meta modifier shortcut accelerator
    musical major minor house car piano
    property param parameter config setting locale distribution dist join merge metadata path prefix file document edge trace
    correlation topic queue stream candidate grouping aggregation dynamodb hosted hostname json condition context
`);

/** As the first word of a name: a question or an order, which a switch answers. */
export const openers = words(`
    is has have use should can may must need require required enable enabled disable disabled allow deny forbid validate check skip
    ignore generate regenerate redact hide show print without exclude forgot no non not invalid wrong bad missing incorrect weak expired
    illegal unknown forgotten lost reset hint label tooltip placeholder caption i18n translation validation error message
`);

/** Whole words which look as if they were made of others, and things of their own. */
export const wholes = words(`
    passkey keyspace keyboard keyword keynote keyframe keystroke keychain keyring keyhole keypair keycloak keyvault keycode keymap
    keyset keydown keyup passport passenger passage passive passthrough passwordless tokenizer tokenize tokenization detokenize
    secretary secretariat credentialing accreditation author authority authorizer authorization authentication authenticator monkey
    donkey turkey hockey jockey whiskey hotkey latchkey bypass compass trespass overpass underpass surpass encompass patient patch
    oldpwd invalid sacred signature address access alias status process business
`);

/** Heads that need an owner, and parts that pairs and known names are made of. */
const others = words(`
    hmac cipher key pat auth mnemonic phrase recovery seed webhook preshared psk decryption data ec2 x509 db2 salt pepper pin puk code material pem
    snmp community erlang release cookie mot passe chave secreta cle secrete privee privada schluessel schlussel geheim geheimer
    approle team logged privater word activation product registration enrollment unlock lock garage entry door gate alarm safe card sim keypad bank hsm smartcard piv
    hd mfa so lockbox
`);

/** Everything that names are segmented by. */
export const vocabulary: ReadonlySet<string> = new Set(
    [
        ...[
            passwords,
            shortPasswords,
            secrets,
            keyOwners,
            owners,
            decorations,
            referrals,
            harmlessBefore,
            harmlessTokens,
        ],
        ...[harmlessKeys, openers, wholes, others],
    ].flatMap((group) => [...group].filter((word) => word.length > 1)),
);
