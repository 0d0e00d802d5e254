// Reports what it sees of each resource and of the stack, so that two hosts can be compared word for word.
const { PolicyPack } = require("@pulumi/policy");

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

new PolicyPack("witness", {
    policies: [
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
                        parent: opts.parent ?? "",
                        inputs: plain(raw(props)),
                        provider: provider && provider.name,
                    }),
                ),
        },
        {
            name: "stack",
            description: "The stack.",
            enforcementLevel: "advisory",
            validateStack: ({ resources }, report) => {
                for (const { urn, parent, dependencies, propertyDependencies, props } of resources) {
                    const edges = Object.fromEntries(
                        sorted(Object.keys(propertyDependencies)).map((key) => [
                            key,
                            sorted(propertyDependencies[key].map((other) => other.urn)),
                        ]),
                    );
                    report(
                        JSON.stringify({
                            parent: parent && parent.urn,
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
