import { typesWithCode } from "../../model/aws";
import { type CodeSecret, secretsInCode } from "../../model/graph";
import { undecided, yes } from "../../model/values";
import { archive, cwe, defineRule, owasp, placeCause, sas, text } from "../../pack";

const code = (handler: string) => ({
    role: "arn:aws:iam::111122223333:role/orders",
    runtime: "nodejs22.x",
    handler: "index.handler",
    code: archive({ "index.mjs": handler }),
});

/**
 * In every text of the archive, loaded or not, but for what a package manager put there. Known gaps: what is in compiled code, in archives within
 * the archive, in images, and in code that another build put into a bucket.
 */
export default defineRule({
    id: "no-secrets-in-code",
    severity: "critical",
    frameworks: [cwe(798), cwe(540), sas(7), owasp(3)],
    title: "Code that is deployed holds no secrets.",
    why: "Whoever may download the function, its layer or the build has them, each copy and version keeps them, and nobody can rotate them without a deployment.",
    fix: "Keep it in Secrets Manager or a SecureString parameter, read it at run time, and replace this one, for it is in every copy; pack no .env, .npmrc and key files.",
    sources: [
        "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html",
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html",
    ],
    options: {
        programFolder: text("The folder that the program's relative paths start at, where the pack cannot tell."),
    },
    bad: code('const url = "postgres://orders:correct-horse@db.internal/orders";'),
    good: code("const url = process.env.DB_SECRET_ARN;"),
    resource: typesWithCode,
    *check(_, { urn, type, root, options }) {
        for (const { at, secrets, awaits } of secretsInCode({ urn, type, root }, options.programFolder)) {
            if (secrets.length > 0) yield { when: yes, at, message: said(secrets), cause: placeCause(urn, at) };
            if (awaits !== undefined) yield { when: undecided(awaits), at, message: "may hold secrets" };
        }
    },
});

const MOST_NAMED = 20;

function said(secrets: readonly CodeSecret[]): string {
    const named = secrets.slice(0, MOST_NAMED).map(({ what, file, line }) => `${what} at ${placed(file, line)}`);
    const more = secrets.length > named.length ? `; and ${secrets.length - named.length} more` : "";
    return secrets.length === 1 ? `holds ${named[0]}` : `holds ${secrets.length} secrets: ${named.join("; ")}${more}`;
}

function placed(file: string | undefined, line: number): string {
    return file === undefined ? `line ${line}` : `${clean(file)}:${line}`;
}

/** What an archive calls its files is anybody's text; of a long path the end tells more. */
function clean(name: string): string {
    const shown = name.replace(/[^\p{L}\p{N} !"#$%&'()*+,\-./:;<=>?@[\\\]^_{|}~]/gu, "?");
    return shown.length > 96 ? `…${shown.slice(-95)}` : shown;
}
