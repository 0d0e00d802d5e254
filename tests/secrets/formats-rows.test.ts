import assert from "node:assert/strict";
import { type CredentialFormat, credentialFormats, credentialIn, credentialsIn } from "../../model/secrets/formats";
import { tokensOf } from "./tokens";

/** How people write a token down, whatever its name. */
const contexts: Readonly<Record<string, (token: string) => string>> = {
    alone: (token) => token,
    "in quotes": (token) => `const setting = '${token}';`,
    "in JSON": (token) => JSON.stringify({ setting: { a: ["x", token] } }),
    "in JSON in JSON": (token) => JSON.stringify({ setting: JSON.stringify({ a: token }) }),
    "behind a line break that is written as an escape": (token) => `LOG=info\\n${token}\\nSTAGE=dev`,
    "in a line of variables": (token) => `STAGE=prod\nSETTING_A=${token}\n`,
    "in a query": (token) => `https://api.acme.dev/v1/orders?setting=${token}&page=2`,
    "in a header": (token) => `x-acme-setting: ${token}\r\naccept: */*`,
    "on a command line": (token) => `run --setting ${token} --verbose`,
    "at the end of a sentence": (token) => `Somebody wrote down ${token}.`,
    "in YAML": (token) => `services:\n  orders:\n    setting: ${token} # to be moved\n`,
    "in XML": (token) => `<setting>${token}</setting>`,
};

/** Which shapes are tokens of their own; connection strings, headers and URLs stand in the table beside. */
const isToken = ({ after }: CredentialFormat) => after === undefined;
const rows = credentialFormats().filter(isToken);

const found = (text: string, token: string) =>
    credentialsIn(text).some(({ index, length }) => {
        const own = text.slice(index, index + length);
        return token.startsWith(own) || own.includes(token) || token.endsWith(own) || token.includes(own);
    });

describe("every shape", () => {
    for (const [index, row] of rows.entries()) {
        const tokens = tokensOf(row, 12);
        it(`${row.what} (${row.anchors[0] ?? "by its form"}, ${index + 1}) is told wherever it stands`, () => {
            assert.ok(tokens.length >= 3, `${tokens.length} tokens`);
            for (const token of tokens) {
                for (const [where, context] of Object.entries(contexts)) {
                    // A dollar, an asterisk or a colon may stand for something else there.
                    assert.ok(found(context(token), token), `${where}: ${row.rest.source}`);
                }
            }
        });
    }
});

describe("what only begins as a token does", () => {
    for (const [index, row] of rows.entries()) {
        const [anchor] = row.anchors;
        const [token] = tokensOf(row, 12);
        if (anchor === undefined || token === undefined || row.before !== undefined || row.is === "any") continue;
        it(`${row.what} (${anchor}, ${index + 1})`, () => {
            const rest = token.slice(anchor.length);
            const near: Readonly<Record<string, string>> = {
                "is crossed out": `${anchor}${"x".repeat(rest.length)}`,
                "is starred": `${anchor}${"*".repeat(rest.length)}`,
                "is zeros": `${anchor}${"0".repeat(rest.length)}`,
                "ends soon": `${anchor}${rest.slice(0, 5)}`,
                "is filled in later": `${anchor}\${TOKEN}`,
                "is explained": `${anchor}your-token-goes-here`,
                "is nothing but the prefix": anchor,
            };
            for (const [how, text] of Object.entries(near)) assert.equal(credentialIn(text), undefined, how);
        });
        if (/^\w+$/.test(token))
            it(`${row.what} (${anchor}, ${index + 1}) within a longer text`, () =>
                assert.ok(!credentialsIn(`Aa${token}`).some(({ what, index: at }) => what === row.what && at === 2)));
    }
});
