/** `policy-config`: holds a policy configuration against the pack, and prints it as Pulumi takes it. */
import { resolve } from "node:path";
import type { Command } from "commander";
import { catalogueOf } from "../host/catalogue";
import { packageRoot } from "../package-root";
import { readPolicies } from "../project/policies";
import { printableJson } from "../report/printable";

export function withPolicyConfig(program: Command): void {
    program
        .command("policy-config")
        .description("Checks a policy configuration (YAML or JSON), and prints it as JSON, which Pulumi reads.")
        .argument("<file>", "as --policy-config takes it")
        .option("--pack <folder>", "another build of this policy pack")
        .addHelpText("after", "\nExit codes: 0 it fits the pack, 2 it does not.")
        .action(async (file: string, { pack }: { readonly pack?: string }) => {
            const policies = readPolicies(file);
            await catalogueOf(pack === undefined ? packageRoot() : resolve(pack), policies);
            process.stdout.write(`${printableJson(policies)}\n`);
        });
}
