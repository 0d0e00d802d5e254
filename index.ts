import "./pack/sdk/lighter";

import { readFileSync } from "node:fs";
import { PolicyPack } from "@pulumi/policy";
import { tellCatalogue } from "./pack/catalogue";
import { type Manifest, packMetadata } from "./pack/metadata";
import { packOf } from "./pack/pack";
import { profiled } from "./pack/profile";
import { observeConfiguration } from "./pack/sdk";
import { phase, stackEnvironment, stackExemptions } from "./pack/stack-configuration";
import { families, rules } from "./policies";

// Pulumi starts a pack in the pack's own folder; the SDK reads the version there too.
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest & { readonly name: string };

tellCatalogue(rules, families);

new PolicyPack(manifest.name, {
    ...packMetadata(manifest, readFileSync("README.md", "utf8")),
    ...packOf(rules, {
        stackExemptions,
        stackEnvironment,
        phase,
        configuration: observeConfiguration((given) => profiled(rules, given)),
    }),
});
