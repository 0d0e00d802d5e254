import assert from "node:assert/strict";
import { isSecret } from "../../model/secrets";
import { Value } from "../../model/values";
import { textsOf } from "./tokens";

const verdict = (name: string, text: string) => {
    const { is, standIn } = isSecret(name, new Value(text, "value"));
    return is.is === "yes" ? (standIn ? "a hint" : "a secret") : "nothing";
};

/** Letters and digits in no order; the alphabet of `textsOf` has few signs, and no text of it is a word. */
const random = "(?:[A-Z][a-z]\\d[a-z][A-Z])";

/** Weak evidence: nothing tells whose they are, and ids are made alike. */
const hints: Readonly<Record<string, readonly [name: string, form: string]>> = {
    "a token behind its vendor's name": ["ORDERS_TARGET", `acme_${random}{8}`],
    "behind its vendor's name and what it is": ["ORDERS_TARGET", `acme_ptk_${random}{8}`],
    "in capitals": ["UPSTREAM", `ACM_TGT_${random}{8}`],
    "under a name that leaves open what it is": ["SETTING_A", `${random}{8}`],
    "the same in base64": ["CONFIG_D", `${random}{4}/${random}{4}[+]${random}{3}`],
};

/** What a name or a form tells to be something else, and what does not look random. */
const nothing: Readonly<Record<string, readonly [name: string, form: string]>> = {
    "a token of a name that says that it is an id": ["ORDERS_TARGET_ID", `acme_${random}{8}`],
    "a customer": ["CUSTOMER", `acme_${random}{8}`],
    "a publishable key": ["ORDERS_TARGET", `acme_pub_${random}{8}`],
    "a key for clients": ["ORDERS_TARGET", `client-${random}{8}`],
    "a profile": ["ORDERS_TARGET", `prod_profile_${random}{8}`],
    "a short id behind a prefix": ["ORDERS_TARGET", `order_${random}{5}`],
    "an id of Vercel's": ["TARGET", "prj_[A-Za-z0-9]{28}"],
    "a digest behind a prefix": ["ORDERS_TARGET", "acme_[0-9a-f]{64}"],
    "words behind a prefix": ["ORDERS_TARGET", "acme_(?:orders|billing|payments)_(?:table|queue)_for_everything_2026"],
    "a random text of a name that says something": ["ORDERS_TARGET", `${random}{8}`],
    "a digest": ["SETTING_A", "[0-9a-f]{64}"],
    "a SHA-256 in base64": ["SETTING_A", "[A-Za-z0-9+/]{43}="],
    "a SHA-512 in base64": ["SETTING_A", "[A-Za-z0-9+/]{86}=="],
    "an id of a request to S3": ["SETTING_A", "[A-Za-z0-9+/]{75}="],
    "a sheet": ["SETTING_A", "1[A-Za-z0-9]{43}"],
    "an address of Solana": ["SETTING_A", "[6-9A-HM-NP-Z][1-9A-HJ-NP-Za-km-z]{43}"],
    "a content id": ["SETTING_A", "Qm[1-9A-HJ-NP-Za-km-z]{44}"],
    "a nanoid": ["SETTING_A", "[A-Za-z0-9]{21}"],
    "an image": ["SETTING_A", "iVBORw0KGgoAAAANSUhEUg[A-Za-z0-9+/]{60}"],
    "JSON in base64": ["SETTING_A", "eyJsYXN0IjoiM[A-Za-z0-9]{40}=="],
};

describe("a random text that nothing tells", () => {
    for (const [title, [name, form]] of Object.entries(hints))
        it(`is a hint: ${title}`, () => {
            for (const text of textsOf(new RegExp(form), 20)) assert.equal(verdict(name, text), "a hint", text);
        });
    for (const [title, [name, form]] of Object.entries(nothing))
        it(`is nothing: ${title}`, () => {
            for (const text of textsOf(new RegExp(form), 20)) assert.equal(verdict(name, text), "nothing", text);
        });
});
