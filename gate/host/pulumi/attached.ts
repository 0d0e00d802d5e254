import type { PackageDependency } from "@pulumi/pulumi/proto/plugin_pb";
import type { SyntheticCloud } from "../../synthetic";
import { serveProvider } from "./provider";
import type { Served } from "./relay";

/** Packages of components, whose plugins make their children; nothing made up can. */
const COMPONENTS: readonly string[] = ["awsx", "aws-apigateway", "eks"];
/** Used without a word in what lists a program's packages: AWS's own, and providers that the program brings itself. */
const ALWAYS: readonly string[] = ["aws", "pulumi-nodejs", "pulumi-python"];
/** Where the program's SDK names no version. */
const SOME_VERSION = "1.0.0";

/** A package for which something made up was attached, and only its plugin can answer. */
export class NeedsPlugin extends Error {
    constructor(readonly packageName: string) {
        super(`only its plugin can answer for ${packageName}`);
    }
}

/** The synthetic cloud, in the place of every plugin that a program needs: none of those is looked for, fetched or started. */
export class Attached {
    /** Rejects with `NeedsPlugin` as soon as that turns out to be wrong for a package. */
    readonly needsPlugin: Promise<never>;
    private reject: (error: NeedsPlugin) => void = () => undefined;
    private readonly served = new Map<string, Served>();

    constructor(private readonly cloud: SyntheticCloud) {
        this.needsPlugin = new Promise((_, reject) => {
            this.reject = reject;
        });
        this.needsPlugin.catch(() => undefined);
    }

    /** `own` are packages whose plugins answer for them. */
    async serve(required: readonly PackageDependency[], own: ReadonlySet<string>): Promise<void> {
        const versions = new Map(required.map((one) => [one.getName(), one.getVersion().replace(/^v/, "")]));
        for (const name of new Set([...ALWAYS, ...versions.keys()])) {
            if (own.has(name) || COMPONENTS.includes(name)) continue;
            const version = versions.get(name) || SOME_VERSION;
            this.served.set(name, await serveProvider(name, version, this.cloud, () => this.detach(name)));
        }
    }

    has(packageName: string): boolean {
        return this.served.has(packageName);
    }

    /** As the engine reads where to find whom: `aws:41234,random:41235`. */
    get addresses(): string {
        return [...this.served].map(([name, { port }]) => `${name}:${port}`).join(",");
    }

    /** Says that only its plugin can answer for a package. */
    detach(packageName: string): void {
        if (this.has(packageName)) this.reject(new NeedsPlugin(packageName));
    }

    stop(): void {
        for (const one of this.served.values()) one.stop();
    }
}
