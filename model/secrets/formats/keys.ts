import { shaped, text, token } from "./format";

const PEM = "https://www.rfc-editor.org/rfc/rfc7468";
const PKCS = "https://www.rfc-editor.org/rfc/rfc5958";
const JWT = "https://www.rfc-editor.org/rfc/rfc7519";
const NATS = "https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth";
const BITCOIN = "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki";

/** Private keys, and tokens that anybody may sign. */
export const keys = [
    // With the beginning of the key, in a literal or in several: what reads keys knows their first lines too.
    text(
        "a private key",
        ["-----BEGIN "],
        /(?:[A-Z0-9]+ ){0,5}PRIVATE KEY(?: BLOCK)?-----(?=(?:\\+[nr]|\s|%0[AD]){0,8}(?!x{5}|X{5})[A-Za-z0-9+/]{4}|(?:\\+[nr]|[\s"'`+,\\]){1,80}[A-Za-z0-9+/]{20})/,
        PEM,
    ),
    text(
        "a private key",
        ["-----BEGIN "],
        /(?:OpenVPN Static key V1|OpenVPN tls-crypt-v2 (?:client|server) key|USER NKEY SEED)-----/,
        "https://openvpn.net/community-docs/",
    ),
    text(
        "a private key",
        ["---- BEGIN SSH2 ENCRYPTED PRIVATE KEY", "---- BEGIN SSH2 PRIVATE KEY"],
        /(?!["'`])/,
        "https://www.rfc-editor.org/rfc/rfc4716",
    ),
    text(
        "a private key",
        ["PuTTY-User-Key-File-"],
        /[123]: (?:ssh|ecdsa)-[\w-]+/,
        "https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html",
    ),
    text(
        "a private key",
        ["untrusted comment: "],
        /(?:minisign|signify|rsign)[^\n]{0,40}secret key/,
        "https://jedisct1.github.io/minisign/",
    ),
    token(
        "a private key in base64",
        // "-----BEGIN", with what names the key.
        "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVk LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVEUgS0VZ LS0tLS1CRUdJTiBFTkNSWVBURUQgUFJJVkFURSBLRVk LS0tLS1CRUdJTiBEU0EgUFJJVkFURSBLRVk LS0tLS1CRUdJTiBQR1AgUFJJVkFURSBLRVk",
        /[A-Za-z0-9+/=_-]{16,}/,
        PEM,
        { is: "any" },
    ),
    token("a private key in base64", "MII", /[A-Za-z0-9+/]{3}IBA(?:AKC|DANBgkqhkiG|zCC)[A-Za-z0-9+/=]{100,}/, PKCS, {
        is: "any",
    }),
    token(
        "a private key in base64",
        "MIGHAgEAMBMGByqGSM49 MIGEAgEAMBAGByqGSM49 MC4CAQAwBQYDK2VwBCIEI MHcCAQEEI MIGkAgEBBD",
        /[A-Za-z0-9+/=]{30,}/,
        PKCS,
    ),
    token(
        "a private key in base64",
        "b3BlbnNzaC1rZXktdjEA",
        /[A-Za-z0-9+/]{40,}/,
        "https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key",
        { is: "any" },
    ),
    // Its first entry is a private key: with that of a certificate it is a list of whom to trust.
    text(
        "a keystore of Java",
        ["/u3+7QAAAAIAAAA"],
        /[A-Z]AAAAAQ[A-Za-z0-9+/]{60,}/,
        "https://docs.oracle.com/en/java/javase/21/docs/specs/security/standard-names.html#keystore-types",
        { after: /(?<![\w+/])/ },
    ),
    token(
        "a keytab of Kerberos",
        "BQIAAA",
        /[A-Za-z0-9+/]{60,}={0,2}/,
        "https://web.mit.edu/kerberos/krb5-devel/doc/formats/keytab_file_format.html",
    ),
    text(
        "a key pair of WireGuard",
        ["PrivateKey", "PresharedKey"],
        /[ \t]*=[ \t]*[A-Za-z0-9+/]{43}=/,
        "https://www.wireguard.com/quickstart/",
        { after: /(?<![\w-])/, is: "random" },
    ),
    token(
        "an age identity",
        "AGE-SECRET-KEY-1 AGE-SECRET-KEY-PQ-1",
        /[A-Z0-9]{58,}/,
        "https://github.com/C2SP/C2SP/blob/main/age.md",
    ),
    token("a signed token (JWT)", "eyJ", /[\w-]{10,}\.ey[IJ][\w-]{6,}\.[\w-]{16,}/, JWT, { after: /(?<![\w-])/ }),
    token(
        "an encrypted token (JWE)",
        "eyJ",
        /[\w-]{20,}\.[\w-]{0,700}\.[\w-]{16,24}\.[\w-]{10,}\.[\w-]{22}/,
        "https://www.rfc-editor.org/rfc/rfc7516",
    ),
    token(
        "a key of PASETO",
        "k1.local. k2.local. k3.local. k4.local. k1.secret. k2.secret. k3.secret. k4.secret.",
        /[\w-]{43,}/,
        "https://github.com/paseto-standard/paserk",
    ),
    token("a seed of NATS", "SUA SAA SOA SNA SCA", /[A-Z2-7]{55}/, NATS),
    shaped("a seed of Stellar", /S[A-D][A-Z2-7]{54}/, "https://developers.stellar.org/docs/"),
    token(
        "an extended private key of a wallet",
        "xprv yprv zprv tprv uprv vprv",
        /[1-9A-HJ-NP-Za-km-z]{100,112}/,
        BITCOIN,
    ),
    shaped(
        "a private key of a wallet",
        /(?:5[HJK][1-9A-HJ-NP-Za-km-z]{49}|[KL][1-9A-HJ-NP-Za-km-z]{51})/,
        BITCOIN,
        "mixed",
    ),
    text("a private key in XML", ["<D>"], /[A-Za-z0-9+/\s]{40,}={0,2}\s*<\/D>/, "https://www.w3.org/TR/xmldsig-core1/"),
    token(
        "a private key of a wallet",
        // DER of a key of Ed25519 and of secp256k1.
        "302e020100300506032b657004220420 3030020100300706052b8104000a04220420",
        /[0-9a-f]{64}/,
        "https://docs.hedera.com/hedera/core-concepts/keys-and-signatures",
    ),
    token(
        "a private key of a wallet",
        "ed25519:",
        /[1-9A-HJ-NP-Za-km-z]{85,90}/,
        "https://docs.near.org/protocol/access-keys",
    ),
    token(
        "a private key of a wallet",
        "suiprivkey1",
        /[02-9ac-hj-np-z]{56,62}/,
        "https://docs.sui.io/concepts/cryptography/",
    ),
    token(
        "a private key of a wallet",
        "ed25519-priv-0x secp256k1-priv-0x",
        /[0-9a-f]{64}/,
        "https://github.com/aptos-foundation/AIPs/blob/main/aips/aip-80.md",
    ),
    token(
        "a private key of a wallet",
        "edsk spsk p2sk",
        /(?:[1-9A-HJ-NP-Za-km-z]{50}|[1-9A-HJ-NP-Za-km-z]{94})/,
        "https://octez.tezos.com/docs/",
    ),
    token(
        "a seed of the XRP Ledger",
        "sEd",
        /[1-9A-HJ-NP-Za-km-z]{28}/,
        "https://xrpl.org/docs/references/protocol/data-types/base58-encodings",
        {
            is: "mixed",
        },
    ),
    token(
        "a private key of a wallet",
        "addr_xsk1 addr_sk1 acct_xsk1 acct_sk1 root_xsk1 stake_sk1 stake_xsk1 ed25519_sk1 ed25519e_sk1",
        /[02-9ac-hj-np-z]{50,240}/,
        "https://cips.cardano.org/cip/CIP-5",
    ),
];
