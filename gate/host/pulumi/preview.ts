import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { CannotCheck, reasonOf } from "../../errors";
import { syntheticCloud } from "../../synthetic";
import { removeFolder, temporaryFolder } from "../../temporary";
import type { PolicyConfiguration } from "../pack";
import type { Diagnostic } from "../types";
import { serveProvider } from "./provider";

export interface PreviewOptions {
    /** The folder of Pulumi.yaml. */
    readonly folder: string;
    readonly stack: string;
    readonly packFolder: string;
    readonly unknownOutputs: boolean;
    /** The version of @pulumi/aws that the program uses. */
    readonly awsVersion: string;
    /** `key=value` of secret configuration. */
    readonly secrets?: readonly string[];
    /** What the pack's policies are configured with. */
    readonly policies?: PolicyConfiguration;
}

interface PolicyEvent {
    readonly resourceUrn?: string;
    readonly policyName: string;
    readonly message: string;
    readonly enforcementLevel: string;
    readonly severity?: string;
}

/** A preview prints an event a line; a stack of thousands of resources prints megabytes. */
const OUTPUT_BYTES = 512 * 1024 * 1024;

/** Is the Pulumi CLI on PATH? */
export async function hasPulumi(): Promise<boolean> {
    try {
        await promisify(execFile)("pulumi", ["version"]);
        return true;
    } catch {
        return false;
    }
}

/**
 * Runs `pulumi preview --policy-pack` with the real engine, the synthetic provider in AWS's place, and a backend in a
 * temporary folder. Gives what the policies reported.
 */
export async function previewWithPulumi(options: PreviewOptions): Promise<readonly Diagnostic[]> {
    const scratch = temporaryFolder("aws-serverless-security-cli-");
    const provider = await serveProvider(
        "aws",
        options.awsVersion,
        syntheticCloud({ unknownOutputs: options.unknownOutputs }),
    );
    const env = {
        ...process.env,
        PULUMI_BACKEND_URL: `file://${scratch}`,
        PULUMI_HOME: path.join(scratch, "home"),
        PULUMI_CONFIG_PASSPHRASE: "synthetic",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DEBUG_PROVIDERS: `aws:${provider.port}`,
        PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    };
    const pulumi = (...args: string[]) =>
        promisify(execFile)("pulumi", args, { cwd: options.folder, env, maxBuffer: OUTPUT_BYTES });
    // Making a stack writes an encryption salt into its configuration file, which is the project's.
    const configuration = path.join(options.folder, `Pulumi.${options.stack}.yaml`);
    const before = readFileSync(configuration);
    try {
        await pulumi("stack", "init", options.stack, "--non-interactive");
        for (const secret of options.secrets ?? []) {
            const [key = "", ...value] = secret.split("=");
            await pulumi("config", "set", "--stack", options.stack, "--secret", key, value.join("="));
        }
        const policies = path.join(scratch, "policies.json");
        writeFileSync(policies, JSON.stringify(options.policies ?? {}));
        const preview = ["preview", "--stack", options.stack, "--policy-pack-config", policies];
        const { stdout } = await pulumi(
            ...preview,
            "--policy-pack",
            options.packFolder,
            "--json",
            "--non-interactive",
        ).catch(
            // A mandatory violation ends the preview with an error; its events are what was asked for.
            (error: { stdout?: string; stderr?: string }) => {
                if (!error.stdout?.includes('"policyEvent"'))
                    throw new CannotCheck("pulumi preview failed", error.stderr ?? reasonOf(error));
                return { stdout: error.stdout };
            },
        );
        return stdout.split("\n").flatMap(policyEvent);
    } finally {
        provider.stop();
        writeFileSync(configuration, before);
        removeFolder(scratch);
    }
}

function policyEvent(line: string): readonly Diagnostic[] {
    if (!line.includes('"policyEvent"')) return [];
    const { policyEvent: event } = JSON.parse(line) as { policyEvent: PolicyEvent };
    return [
        {
            policy: event.policyName,
            description: "",
            message: event.message,
            level: event.enforcementLevel === "advisory" ? "advisory" : "mandatory",
            severity: event.severity ?? "",
            urn: event.resourceUrn ?? "",
        },
    ];
}
