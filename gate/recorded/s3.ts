import { createRequire } from "node:module";
import path from "node:path";
import { CannotCheck, reasonOf } from "../errors";
import { packageRoot } from "../package-root";
import type { Store, StoredFile } from "./store";

/** What is used of AWS's SDK, whose typings nobody here has to install. */
interface Sdk {
    readonly S3Client: new (options: object) => { send(command: unknown): Promise<unknown> };
    readonly ListObjectsV2Command: new (input: object) => unknown;
    readonly GetObjectCommand: new (input: object) => unknown;
}

interface Listed {
    readonly Contents?: readonly { readonly Key?: string; readonly LastModified?: Date; readonly Size?: number }[];
    readonly IsTruncated?: boolean;
    readonly NextContinuationToken?: string;
}

interface Got {
    readonly Body?: { transformToByteArray(): Promise<Uint8Array> };
}

const PACKAGE = "@aws-sdk/client-s3";

/**
 * The objects under `s3://BUCKET/PREFIX`, by AWS's own SDK, which takes credentials and region from where it always does. A URL may carry
 * what Pulumi's backends take: `region`, `endpoint`, `profile`, `s3ForcePathStyle` (or `use_path_style`), `disableSSL`. Throws
 * `CannotCheck` where the SDK is not installed.
 */
export function s3Store(url: string): Store {
    const { bucket, prefix, options } = addressOf(url);
    const sdk = load();
    const client = new sdk.S3Client(options);
    const ask = async (command: unknown, what: string): Promise<unknown> => {
        try {
            return await client.send(command);
        } catch (error) {
            throw new CannotCheck(`${what} cannot be read: ${nameOf(error)}`, reasonOf(error));
        }
    };
    return {
        name: url.split("?")[0] ?? url,
        reopen: { kind: "s3", url },
        async list() {
            const found: StoredFile[] = [];
            let token: string | undefined;
            do {
                const input = {
                    Bucket: bucket,
                    Prefix: prefix,
                    ...(token !== undefined && { ContinuationToken: token }),
                };
                const listed = (await ask(new sdk.ListObjectsV2Command(input), `s3://${bucket}`)) as Listed;
                for (const { Key = "", LastModified, Size = 0 } of listed.Contents ?? [])
                    found.push({ key: Key.slice(prefix.length), modified: LastModified?.getTime() ?? 0, bytes: Size });
                token = listed.IsTruncated ? listed.NextContinuationToken : undefined;
            } while (token !== undefined);
            return found;
        },
        async read(key) {
            const command = new sdk.GetObjectCommand({ Bucket: bucket, Key: `${prefix}${key}` });
            const { Body } = (await ask(command, key)) as Got;
            if (!Body) throw new CannotCheck(`${key} cannot be read: it has no content`);
            try {
                return Buffer.from(await Body.transformToByteArray());
            } catch (error) {
                throw new CannotCheck(`${key} cannot be read: the connection ended`, reasonOf(error));
            }
        },
    };
}

function addressOf(given: string): { bucket: string; prefix: string; options: object } {
    const [place = "", query = ""] = given.slice("s3://".length).split("?");
    const [bucket = "", ...rest] = place.split("/");
    if (bucket === "") throw new CannotCheck(`${given} names no bucket: s3://BUCKET/PREFIX`);
    const path = rest.filter((part) => part !== "").join("/");
    const parameters = new URLSearchParams(query);
    const isSet = (...names: readonly string[]) => names.some((name) => parameters.get(name) === "true");
    const endpoint = parameters.get("endpoint");
    const scheme = isSet("disableSSL", "disable_https") ? "http" : "https";
    const [region, profile] = [parameters.get("region"), parameters.get("profile")];
    return {
        bucket,
        prefix: path === "" ? "" : `${path}/`,
        options: {
            ...(region !== null && { region }),
            ...(profile !== null && { profile }),
            ...(endpoint !== null && { endpoint: endpoint.includes("://") ? endpoint : `${scheme}://${endpoint}` }),
            ...(isSet("s3ForcePathStyle", "use_path_style") && { forcePathStyle: true }),
        },
    };
}

/** Beside this package, or where the command is called. */
function load(): Sdk {
    for (const folder of [packageRoot(), process.cwd()]) {
        const require = createRequire(path.join(folder, "package.json"));
        try {
            require.resolve(PACKAGE);
        } catch {
            continue;
        }
        return require(PACKAGE) as Sdk;
    }
    throw new CannotCheck(`s3:// is read by AWS's own SDK, which is not installed: npm install ${PACKAGE}`);
}

/** Of an error of S3's its code, such as AccessDenied; of credentials that nobody has, the SDK's word for it. */
function nameOf(error: unknown): string {
    return error instanceof Error ? error.name : "an error";
}
