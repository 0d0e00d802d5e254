import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

/** What the CLI sends of a pack before it uploads it: what Pulumi Cloud then shows. */
export interface Published {
    readonly name: string;
    readonly displayName: string;
    readonly versionTag: string;
    readonly description: string;
    readonly readme: string;
    readonly provider: string;
    readonly tags: readonly string[];
    readonly repository?: string;
    readonly policies: readonly {
        readonly name: string;
        readonly displayName: string;
        readonly url?: string;
    }[];
}

type Answer = Readonly<Record<string, unknown>> | Buffer;
type Handler = (body: Buffer, match: RegExpExecArray) => Answer;

const STACK = "/api/stacks/[^/]+/[^/]+/([^/]+)";

/**
 * Stands where Pulumi Cloud does, on this machine: it takes one policy pack and requires it of every stack, with the
 * configuration that it was enabled with. Nothing is checked and nothing is encrypted.
 *
 * Source: pkg/backend/httpstate/client of https://github.com/pulumi/pulumi
 */
export class PulumiCloud {
    published: Published | undefined;
    tarball: Buffer | undefined;
    isComplete = false;
    /** By policy, as the CLI sends a file's. */
    configuration: Readonly<Record<string, unknown>> | undefined;
    /** Requests that this stand-in has no answer for. */
    readonly unanswered: string[] = [];

    private readonly server: Server;
    private readonly handlers: readonly (readonly [route: RegExp, handler: Handler])[];

    constructor(organization: string) {
        const route = (method: string, path: string, handler: Handler) =>
            [new RegExp(`^${method} ${path}$`), handler] as const;
        this.handlers = [
            route("GET", "/api/user", () => ({
                githubLogin: organization,
                name: organization,
                organizations: [{ githubLogin: organization, name: organization }],
            })),
            route("GET", "/api/user/organizations/default", () => ({ GitHubLogin: organization })),
            route("GET", "/api/capabilities", () => ({ capabilities: [{ capability: "batch-encrypt" }] })),
            route("GET", "/api/cli/version", () => ({ latestVersion: "3.0.0", oldestWithoutWarning: "3.0.0" })),

            route("POST", "/api/orgs/[^/]+/policypacks", (body) => {
                this.published = JSON.parse(String(body)) as Published;
                return { version: 1, uploadURI: `${this.url}/pack.tgz` };
            }),
            route("PUT", "/pack\\.tgz", (body) => {
                this.tarball = body;
                return {};
            }),
            route("POST", "/api/orgs/[^/]+/policypacks/[^/]+/versions/[^/]+/complete", () => {
                this.isComplete = true;
                return {};
            }),
            route("PATCH", "/api/orgs/[^/]+/policygroups/default-policy-group", (body) => {
                const { config } = field(body, "addPolicyPack") as {
                    readonly config: Readonly<Record<string, unknown>>;
                };
                this.configuration = config;
                return {};
            }),
            route("GET", "/pack\\.tgz", () => this.tarball ?? Buffer.alloc(0)),

            route("HEAD", "/api/stacks/[^/]+/[^/]+", () => ({})),
            route("POST", "/api/stacks/[^/]+/[^/]+", () => ({})),
            route("GET", STACK, (_, [, stack]) => ({
                id: "stack",
                orgName: organization,
                projectName: "orders-api",
                stackName: stack,
                activeUpdate: "",
                tags: {},
                version: 0,
            })),
            route("GET", `${STACK}/export`, () => ({ version: 3, deployment: { manifest: {}, resources: [] } })),
            route("POST", `${STACK}/encrypt`, (body) => ({ ciphertext: field(body, "plaintext") })),
            route("POST", `${STACK}/batch-encrypt`, (body) => ({ ciphertexts: field(body, "plaintexts") })),

            route("POST", `${STACK}/preview`, () => ({ updateID: "update", requiredPolicies: [this.required()] })),
            route("POST", `${STACK}/update/update`, () => ({ version: 1, token: "lease", tokenExpiration: 0 })),
            route("POST", `${STACK}/update/update/(?:events/batch|complete|renew_lease)`, () => ({ token: "lease" })),
            route("GET", `${STACK}/(?:updates/latest|deployments/settings)`, () => ({})),
        ];
        this.server = createServer((request, response) => {
            void bodyOf(request).then((body) => {
                const asked = `${request.method} ${request.url?.replace(/\?.*/, "")}`;
                for (const [path, handler] of this.handlers) {
                    const match = path.exec(asked);
                    if (match === null) continue;
                    const answer = handler(body, match);
                    response.end(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer));
                    return;
                }
                this.unanswered.push(asked);
                response.writeHead(404).end(JSON.stringify({ code: 404, message: "Not Found" }));
            });
        });
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    async listen(): Promise<void> {
        await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    }

    stop(): void {
        this.server.closeAllConnections();
        this.server.close();
    }

    private required(): Readonly<Record<string, unknown>> {
        const { name, displayName, versionTag } = this.published ?? { name: "", displayName: "", versionTag: "" };
        const packLocation = `${this.url}/pack.tgz`;
        return { name, displayName, version: 1, versionTag, packLocation, config: this.configuration };
    }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    return request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
}

function field(body: Buffer, name: string): unknown {
    return (JSON.parse(String(body)) as Readonly<Record<string, unknown>>)[name];
}
