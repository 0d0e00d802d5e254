// Bundles the pack and the gate to CommonJS under bin/. One file each starts faster than hundreds of modules; the Pulumi
// SDKs stay outside, because pack and engine must share one protobuf.
const { rmSync, chmodSync } = require("node:fs");
const path = require("node:path");
const esbuild = require("esbuild");

const root = path.resolve(__dirname, "..");
const external = ["@pulumi/*", "@grpc/*", "google-protobuf", "google-protobuf/*"];

async function build() {
    rmSync(path.join(root, "bin"), { recursive: true, force: true });
    const shared = {
        absWorkingDir: root,
        bundle: true,
        platform: "node",
        target: "node20.19",
        format: "cjs",
        sourcemap: true,
        sourcesContent: false,
        external,
        logLevel: "warning",
        legalComments: "none",
    };
    await Promise.all([
        esbuild.build({ ...shared, entryPoints: ["index.ts"], outfile: "bin/index.js" }),
        esbuild.build({
            ...shared,
            entryPoints: ["gate/main.ts"],
            outfile: "bin/gate/main.js",
            banner: { js: "#!/usr/bin/env node" },
        }),
        esbuild.build({ ...shared, entryPoints: ["gate/host/plain-errors.ts"], outfile: "bin/gate/plain-errors.js" }),
    ]);
    chmodSync(path.join(root, "bin/gate/main.js"), 0o755);
}

build().catch((error) => {
    console.error(error.message);
    process.exit(1);
});
