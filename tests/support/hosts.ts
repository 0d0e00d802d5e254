/** What the witness pack sees of a program, in the embedded host and under the real Pulumi CLI. */
import { existsSync, symlinkSync } from "node:fs";
import path from "node:path";
import { check } from "../../gate/host/check";
import { previewWithPulumi } from "../../gate/host/pulumi/preview";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";

const root = path.resolve(__dirname, "../..");
const packFolder = path.join(root, "tests/gate/packs/witness");
/** The version of @pulumi/aws that the programs use. */
export const AWS_VERSION = "7.48.0";

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

/** What the witness pack saw in the embedded host. */
export async function witnessed({
    folder,
    unknownOutputs = false,
    secrets = [],
}: Watched): Promise<readonly Witnessed[]> {
    const project = readProject(folder);
    const report = await check({
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
    const { folder, unknownOutputs = false, secrets = [] } = watched;
    const embedded = await witnessed(watched);
    if (!existsSync(path.join(packFolder, "node_modules")))
        symlinkSync(path.join(root, "node_modules"), path.join(packFolder, "node_modules"));
    const options = { folder, stack: "dev", packFolder, unknownOutputs, awsVersion: AWS_VERSION, secrets };
    const real = await previewWithPulumi(options);
    return {
        embedded: lines(embedded.map(({ policy, urn, seen }) => ({ policy, urn, text: JSON.stringify(seen) }))),
        real: lines(
            real.map(({ policy, urn, message }) => ({ policy, urn, text: message.split("\n").slice(1).join("\n") })),
        ),
    };
}

/** One attached provider serves all providers of the real engine, and is configured by the last of them. */
function lines(all: readonly { policy: string; urn: string; text: string }[]): readonly string[] {
    return all
        .map(({ policy, urn, text }) => `${policy} ${urn} ${text.trim().replace(/eu-(?:west|central)-1/g, "REGION")}`)
        .filter((line) => !line.includes(`"type":"pulumi:providers:`) && !/^stack \S*pulumi:providers:/.test(line))
        .sort();
}
