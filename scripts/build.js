// Bundles the pack and the gate to CommonJS under bin/. One file each starts faster than hundreds of modules, and a client
// installs nothing that is in them. @pulumi/pulumi stays outside with the protobuf that it and the pack share: its own
// commands start packs and programs.
const { rmSync, chmodSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const esbuild = require("esbuild");
const { recordInputs } = require("./inputs");
const { bundledLicences } = require("./licences");

const root = path.resolve(__dirname, "..");
const external = ["@pulumi/pulumi", "@pulumi/pulumi/*", "@grpc/*", "google-protobuf", "google-protobuf/*"];

/**
 * What is bundled, from where, and the entry that loads it once it has looked at Node's version; packages that are `beside` it are
 * bundles of their own, loaded when asked for; so is what `model/code/index.ts` asks for, which is `later`.
 */
const BUNDLES = [
    {
        source: "index.ts",
        bundle: "bin/pack.js",
        entry: "bin/index.js",
        beside: { yaml: "./yaml.js" },
        later: "./code.js",
    },
    // Few programs need it of the pack, and every start would read it.
    { source: "node_modules/yaml/dist/index.js", bundle: "bin/yaml.js" },
    // Parsers, and what unpacks archives: for stacks that bring a function's code.
    { source: "model/code/reader.ts", bundle: "bin/code.js" },
    { source: "gate/main.ts", bundle: "bin/gate/command.js", entry: "bin/gate/main.js", isCommand: true },
    { source: "gate/recorded/worker.ts", bundle: "bin/gate/judge.js" },
    { source: "gate/host/preload.ts", bundle: "bin/gate/preload.js" },
    { source: "gate/host/standby.ts", bundle: "bin/gate/standby.js" },
];

/** What the HTML report shows itself with: it is put into each report as text, and is no module of the gate. */
const PAGE = [
    { source: "gate/report/html/client/start.ts", bundle: "bin/gate/page/start.js" },
    { source: "gate/report/html/client/main.ts", bundle: "bin/gate/page/main.js" },
    { source: "gate/report/html/client/style/style.css", bundle: "bin/gate/page/style.css" },
];

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
        metafile: true,
    };
    const built = await Promise.all(
        BUNDLES.map(({ source, bundle, beside = {}, later }) =>
            esbuild.build({
                ...shared,
                external: [...external, ...Object.values(beside)],
                alias: beside,
                plugins: later === undefined ? [] : [codeReaderAt(later)],
                entryPoints: [source],
                outfile: bundle,
            }),
        ),
    );
    const page = await Promise.all(PAGE.map(pagePart));
    for (const bundle of BUNDLES.filter(({ entry }) => entry !== undefined)) writeEntry(bundle);
    const inputs = [...new Set([...built, ...page].flatMap(({ metafile }) => Object.keys(metafile.inputs)))].sort();
    writeFileSync(path.join(root, "bin/LICENSES.txt"), bundledLicences(inputs));
    recordInputs(inputs);
}

/** For browsers that know `light-dark()`; small, for it is in every report. */
function pagePart({ source, bundle }) {
    return esbuild.build({
        absWorkingDir: root,
        bundle: true,
        minify: true,
        platform: "browser",
        format: source.endsWith(".css") ? undefined : "iife",
        target: ["chrome123", "firefox120", "safari17.5"],
        charset: "utf8",
        legalComments: "none",
        logLevel: "warning",
        metafile: true,
        entryPoints: [source],
        outfile: bundle,
        tsconfigRaw: {},
    });
}

/** The reader of code stays outside of the pack's own bundle. */
function codeReaderAt(bundle) {
    return {
        name: "code reader",
        setup: ({ onResolve }) =>
            onResolve({ filter: /^\.\/reader$/ }, ({ resolveDir }) =>
                resolveDir === path.join(root, "model/code") ? { path: bundle, external: true } : undefined,
            ),
    };
}

/** An entry cannot be the bundle itself: an old Node would fail at its syntax before it read the first line. */
function writeEntry({ bundle, entry, isCommand = false }) {
    const file = path.join(root, entry);
    const checked = readFileSync(path.join(root, "scripts/node-version.js"), "utf8");
    writeFileSync(
        file,
        `${isCommand ? "#!/usr/bin/env node\n" : ""}${checked}require("./${path.basename(bundle)}");\n`,
    );
    if (isCommand) chmodSync(file, 0o755);
}

build().catch((error) => {
    console.error(error.message);
    process.exit(1);
});
