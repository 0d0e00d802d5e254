/** Who may import whom. Each rule carries its reason; ARCHITECTURE.md draws the same picture. */
const bundled = Object.keys(require("./development/package.json").dependencies).join("|");
const layer = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

module.exports = {
    forbidden: [
        layer(
            "no-cycles",
            {},
            { circular: true },
            "A cycle is two modules that are really one, or a layer upside down.",
        ),
        layer(
            "values-stand-alone",
            { path: "^model/values" },
            { path: "^(model/(?!values)|pack|policies|gate|index)" },
            "Reading a value must not depend on what the value is about.",
        ),
        layer(
            "iam-knows-values-only",
            { path: "^model/iam" },
            { path: "^(model/(?!values|iam)|pack|policies|gate|index)" },
            "The policy language is IAM's, whatever resource a document hangs on.",
        ),
        layer(
            "secrets-know-values-only",
            { path: "^model/secrets" },
            { path: "^(model/(?!values|secrets)|pack|policies|gate|index)" },
            "Whether a text is a secret does not depend on where it stands.",
        ),
        layer(
            "code-knows-values-only",
            { path: "^model/code" },
            { path: "^(model/(?!values|code)|pack|policies|gate|index)" },
            "What a program does is the same, whichever resource carries it.",
        ),
        layer(
            "code-is-asked-for",
            { path: "^(?!model/code|tests)" },
            { path: "^model/code/(?!index)" },
            "Parsers and what unpacks archives are loaded when a stack brings code, by model/code itself.",
        ),
        layer(
            "network-stands-alone",
            { path: "^model/network" },
            { path: "^(model/(?!network)|pack|policies|gate|index)" },
            "Arithmetic on addresses and ports knows no resource.",
        ),
        layer(
            "frameworks-stand-alone",
            { path: "^model/frameworks" },
            { path: "^(model/(?!frameworks)|pack|policies|gate|index)" },
            "A published control is the same, whatever answers it.",
        ),
        layer(
            "aws-below-graph",
            { path: "^model/aws" },
            { path: "^(model/(graph|code)|pack|policies|gate|index)" },
            "Facts about resource types hold in every stack.",
        ),
        layer(
            "model-below-pack",
            { path: "^model" },
            { path: "^(pack|policies|gate|index)" },
            "Knowledge does not know its readers.",
        ),
        layer(
            "pack-knows-no-rule",
            { path: "^pack" },
            { path: "^(policies|gate|model/(iam|code))" },
            "The contract is the same for every rule.",
        ),
        layer(
            "rules-stand-alone",
            { path: "^policies/[^/]+/", pathNot: "^policies/index" },
            { path: "^(policies|gate|index)" },
            "What two rules share is knowledge, and belongs in the model.",
        ),
        layer(
            "rules-never-touch-the-sdk",
            { path: "^(policies|model)" },
            { path: "@pulumi", dependencyTypesNot: ["type-only"] },
            "Rules judge values, not proxies; loading a provider SDK would cost every preview seconds.",
        ),
        layer(
            "gate-knows-no-rule",
            { path: "^gate" },
            { path: "^(policies|model|index)" },
            "The gate runs any pack, as the engine does.",
        ),
        layer(
            "no-io-in-judgements",
            { path: "^(policies|model)", pathNot: "^model/(code|iam/knowledge/load)" },
            {
                path: "^(node:)?(fs|net|http|https|child_process|os|process|worker_threads)(/|$)",
                dependencyTypes: ["core"],
            },
            "A judgement depends on the program, never on the machine. The one exception reads the pack's own tables.",
        ),
        layer(
            "no-dev-dependency-at-run-time",
            { path: "^(index|policies|model|pack|gate)" },
            {
                pathNot: `^node_modules/(${bundled})/`,
                dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
                dependencyTypesNot: ["type-only"],
            },
            "A client has what package.json names and what the build bundles.",
        ),
    ],
    options: {
        doNotFollow: { path: "node_modules" },
        tsPreCompilationDeps: true,
        tsConfig: { fileName: "tsconfig.json" },
        enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "default"] },
    },
};
