// Reports what it sees of each resource and of the stack, so that two hosts can be compared word for word.
const { PolicyPack, Secret } = require("@pulumi/policy");

const raw = (value) => (value && value.__isSpecialProxy ? raw(value.__getSpecialProxyTarget) : value);
const plain = (value) => {
    if (Array.isArray(value)) return value.map(plain);
    if (value && value.__pulumiAsset) return "an asset";
    if (value && value.__pulumiArchive) return "an archive";
    if (value && typeof value === "object") {
        return Object.fromEntries(
            Object.keys(value)
                .sort()
                .map((key) => [key, plain(value[key])]),
        );
    }
    return value;
};
const sorted = (names) => [...names].sort();

/** Where secrets are marked, which only remediations are shown. */
const marks = new Map();
const marked = (value, at) => {
    if (value instanceof Secret) return [at];
    if (!value || typeof value !== "object" || value.__pulumiAsset || value.__pulumiArchive) return [];
    return Object.keys(value).flatMap((key) => marked(value[key], `${at}/${key}`));
};

new PolicyPack("witness", {
    policies: [
        {
            name: "marks",
            description: "The marks of secrets.",
            enforcementLevel: "remediate",
            remediateResource: ({ urn, props }) => {
                marks.set(urn, sorted(marked(raw(props), "")));
            },
        },
        {
            name: "resource",
            description: "A resource.",
            enforcementLevel: "advisory",
            validateResource: ({ type, name, urn, opts, props, provider }, report) =>
                report(
                    JSON.stringify({
                        type,
                        name,
                        urn,
                        protect: opts.protect,
                        ignore: opts.ignoreChanges,
                        first: opts.deleteBeforeReplace,
                        aliases: opts.aliases,
                        secretOutputs: opts.additionalSecretOutputs,
                        timeouts: opts.customTimeouts,
                        parent: opts.parent ?? "",
                        inputs: plain(raw(props)),
                        marks: marks.get(urn),
                        provider: provider && provider.name,
                        settings: provider && plain(raw(provider.props)),
                    }),
                ),
        },
        {
            name: "stack",
            description: "The stack.",
            enforcementLevel: "advisory",
            validateStack: ({ resources }, report) => {
                for (const { urn, parent, opts, dependencies, propertyDependencies, props } of resources) {
                    const edges = Object.fromEntries(
                        sorted(Object.keys(propertyDependencies)).map((key) => [
                            key,
                            sorted(propertyDependencies[key].map((other) => other.urn)),
                        ]),
                    );
                    report(
                        JSON.stringify({
                            parent: parent && parent.urn,
                            protect: opts.protect,
                            aliases: opts.aliases,
                            dependencies: sorted(dependencies.map((other) => other.urn)),
                            edges,
                            outputs: plain(raw(props)),
                        }),
                        urn,
                    );
                }
            },
        },
    ],
});
