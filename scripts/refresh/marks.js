// Generates data/aws/marks.json from the constructors of @pulumi/aws, in both major versions: the inputs and
// outputs that a constructor marks secret whatever they hold. SDKs of other languages are made from the same schema and mark
// the same.
const fs = require("node:fs");
const { files, withPackages, write } = require("./pulumi-aws/packages");

function addTo(marks, folder) {
    for (const file of files(folder, ".js")) {
        const js = fs.readFileSync(file, "utf8");
        const token = /\b__pulumiType = '(aws:[^']+)'/.exec(js)?.[1];
        if (!token) continue;
        const inputs = js.matchAll(/resourceInputs\["(\w+)"\] = [^;]*\bpulumi\.secret\(/g);
        const [, outputs = ""] = /\badditionalSecretOutputs: \[([^\]]*)\]/.exec(js) ?? [];
        const names = [...inputs, ...outputs.matchAll(/"(\w+)"/g)].map(([, name]) => name);
        if (names.length > 0) marks[token] = new Set([...(marks[token] ?? []), ...names]);
    }
}

module.exports = () =>
    withPackages("constructors", ({ seven, six, header }) => {
        const marks = {};
        addTo(marks, seven);
        addTo(marks, six);
        const table = Object.fromEntries(
            Object.keys(marks)
                .sort()
                .map((token) => [token, [...marks[token]].sort().join(" ")]),
        );
        write("aws", "marks.json", header, table);
    });
if (require.main === module) module.exports();
