import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { CannotCheck, reasonOf } from "../../errors";
import type { StackConfiguration } from "../../project/configuration";
import { type Project, record } from "../../project/project";
import { removeFolder, temporaryFolder } from "../../temporary";
import { Sealer } from "./sealed";

/** It protects nothing: what is encrypted with it lives in a folder of this user's, and only as long as the run. */
const PASSPHRASE = "synthetic";

/** A folder for one run, in which the CLI finds all that it would otherwise look for, or leave, in the project or at home. */
export class Scratch {
    private constructor(readonly folder: string) {}

    /** Throws `CannotCheck` where the machine has no room for one. */
    static create(): Scratch {
        try {
            const scratch = new Scratch(temporaryFolder());
            for (const name of ["backend", "home", "project", "tmp"]) mkdirSync(path.join(scratch.folder, name));
            const plugins = path.join(process.env["PULUMI_HOME"] ?? path.join(homedir(), ".pulumi"), "plugins");
            // What is installed already need not be fetched again.
            if (existsSync(plugins)) symlinkSync(plugins, scratch.in("home", "plugins"), "dir");
            return scratch;
        } catch (error) {
            throw new CannotCheck("no temporary folder could be made (TMPDIR names another)", reasonOf(error));
        }
    }

    in(...names: readonly string[]): string {
        return path.join(this.folder, ...names);
    }

    /** What tells the CLI to keep to this folder, to ask nobody for credentials, and to print what a program can read. */
    environment(): NodeJS.ProcessEnv {
        return {
            ...withoutCredentials(process.env),
            PULUMI_BACKEND_URL: `file://${this.in("backend")}`,
            PULUMI_HOME: this.in("home"),
            PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
            AWS_EC2_METADATA_DISABLED: "true",
            TMPDIR: this.in("tmp"),
            // Modules of the program would otherwise be compiled into its folder.
            PYTHONDONTWRITEBYTECODE: "1",
            NO_COLOR: "1",
            FORCE_COLOR: "0",
        };
    }

    /** The stack's configuration, in a file that the project does not have; made before the stack is, which would write one. */
    async writeConfiguration(project: Project, configuration: StackConfiguration): Promise<string> {
        const sealer = await Sealer.of(PASSPHRASE);
        const secret = new Set(configuration.secretKeys);
        const written = Object.entries(configuration.values).map(([key, text]) => {
            const value = structured(text, project.configuration[key]?.type);
            return [key, secret.has(key) ? sealedIn(value, sealer) : value] as const;
        });
        // JSON is YAML.
        this.write("project/Pulumi.yaml", { name: project.name, runtime: "nodejs" });
        return this.write(`project/Pulumi.${configuration.stack}.yaml`, {
            encryptionsalt: sealer.encryptionSalt,
            config: Object.fromEntries(written),
        });
    }

    write(name: string, content: unknown): string {
        writeFileSync(this.in(name), JSON.stringify(content));
        return this.in(name);
    }

    remove(): void {
        removeFolder(this.folder);
    }
}

/** The engine holds what Pulumi.yaml says of a value against its form; all else it takes as the text that it is handed on as. */
function structured(text: string, type: string | undefined): unknown {
    if (type !== "array" && type !== "object") return text;
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}

function sealedIn(value: unknown, sealer: Sealer): unknown {
    if (Array.isArray(value)) return value.map((one) => sealedIn(one, sealer));
    if (typeof value !== "object" || value === null) return { secure: sealer.sealed(String(value)) };
    return Object.fromEntries(Object.entries(record(value)).map(([key, below]) => [key, sealedIn(below, sealer)]));
}

const CREDENTIALS =
    /^(?:AWS_(?!(?:DEFAULT_)?REGION$).*|PULUMI_(?:ACCESS_TOKEN|API|BACKEND_URL|HOME|STACK|CONFIG.*|DEBUG_.*|SELF_MANAGED.*))$/;

/** Of AWS only the region stays, which a program may be written for. */
function withoutCredentials(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !CREDENTIALS.test(name)));
}
