import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { typesOf } from "../../pack";
import { rules } from "../../policies";
import { inputsNamed } from "../support/typings";

const read = (file: string) => JSON.parse(readFileSync(path.resolve(__dirname, file), "utf8")) as unknown;
const { table } = read("../../data/synthetic/resources.json") as { readonly table: Readonly<Record<string, string>> };
/** Types that hold data, listen or log, and that no policy is about, by the reason. */
const LEFT_OUT = read("settings-gaps.json") as Readonly<Record<string, readonly string[]>>;

/** What a text says is asked of nearly every type, whatever it is set to. */
const OF_TEXTS: ReadonlySet<string> = new Set([
    "no-secrets-in-config-fields",
    "no-inline-passwords",
    "lambda-env-no-aws-credentials",
    "no-secrets-in-code",
]);

/** Inputs by which a type shows that it holds data, listens or logs. */
const TELLING =
    /^(?:kms(?:Master)?Key(?:Id|Arn|Identifier)?|kmsKey|kmsEncryptionKey|encrypt(?:ed|ion|AtRest)\w*|serverSideEncryption\w*|storageEncrypted|transitEncryption\w*|\w*Logging\w*|accessLog\w*|logConfig\w*|publiclyAccessible|deletionProtection\w*|backupRetentionPeriod|pointInTimeRecovery|sslPolicy|securityPolicy|tls\w*|require(?:Tls|Ssl))$/i;

describe("the types of the package that hold data, listen or log", () => {
    it("are each of some policy, or left out for a reason: a new release of the provider shows here what is new", () => {
        const judged = new Set(
            rules
                .filter(({ id }) => !OF_TEXTS.has(id))
                .flatMap(typesOf)
                .map(({ token }) => token),
        );
        const telling = Object.keys(table).filter((token) => inputsNamed(token, TELLING).length > 0);
        assert.deepEqual(telling.filter((token) => !judged.has(token)).sort(), Object.values(LEFT_OUT).flat().sort());
    });
});
