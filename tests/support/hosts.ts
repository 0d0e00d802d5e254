/** What the witness pack sees of a program, in the embedded host and under the real Pulumi CLI. */
import { existsSync, symlinkSync } from "node:fs";
import path from "node:path";
import { check } from "../../gate/host/check";
import type { Host } from "../../gate/host/choice";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";

const root = path.resolve(__dirname, "../..");
const packFolder = path.join(root, "tests/gate/packs/witness");

export interface Witnessed {
    readonly policy: string;
    readonly urn: string;
    readonly seen: Record<string, unknown>;
}

export interface Watched {
    readonly folder: string;
    readonly unknownOutputs?: boolean;
    /** `key=value` of secret configuration. */
    readonly secrets?: readonly string[];
}

/** What the witness pack saw, in the embedded host where no other is named. */
export async function witnessed(
    { folder, unknownOutputs = false, secrets = [] }: Watched,
    host: Host = "embedded",
): Promise<readonly Witnessed[]> {
    const project = readProject(folder);
    const report = await check({
        host,
        project,
        configuration: readConfiguration(project, { stack: "dev", plain: [], secret: secrets }),
        packFolder,
        policies: {},
        organization: "organization",
        tags: {},
        unknownOutputs,
        typeCheck: false,
        timeout: 60,
        progress: () => undefined,
    });
    return report.findings.map(({ policy, urn, fact }) => ({
        policy,
        urn,
        seen: JSON.parse(fact) as Record<string, unknown>,
    }));
}

/** What it saw in both, a line for each resource and policy. */
export async function inBothHosts(watched: Watched): Promise<{ embedded: readonly string[]; real: readonly string[] }> {
    if (!existsSync(path.join(packFolder, "node_modules")))
        symlinkSync(path.join(root, "node_modules"), path.join(packFolder, "node_modules"));
    return { embedded: lines(await witnessed(watched)), real: lines(await witnessed(watched, "pulumi")) };
}

/** Without the providers themselves, of which the engine shows more. */
function lines(all: readonly Witnessed[]): readonly string[] {
    return all
        .map(({ policy, urn, seen }) => `${policy} ${urn} ${JSON.stringify(seen)}`)
        .filter((line) => !line.includes(`"type":"pulumi:providers:`) && !/^stack \S*pulumi:providers:/.test(line))
        .sort();
}
