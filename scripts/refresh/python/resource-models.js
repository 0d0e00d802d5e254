// boto3's resources: one string a class, `dynamodb.Table`; `dynamodb` alone is the service's own object. Fields are separated by `|`:
// IDENTIFIER … | load | actions | sub-resources | collections | waiters | actions of a collection's batch. In each but the first, entries
// are separated by `;`: `name=Operation PARAMETER=IDENTIFIER …>Class IDENTIFIER=SOURCE …`. A source is an identifier, `@Parameter` that
// the call gives, `?` an argument, or `*` what the answer holds.
const path = require("node:path");
const { models } = require("./models");

function table(folder) {
    const entries = models(path.join(folder, "boto3/data"), "resources-1").flatMap(
        ([service, { service: own, resources }]) => [
            [service, entry(own)],
            ...Object.entries(resources).map(([name, resource]) => [`${service}.${name}`, entry(resource)]),
        ],
    );
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entry({ identifiers = [], load, actions = {}, has = {}, hasMany = {}, waiters = {}, batchActions = {} }) {
    const each = (members, text) =>
        Object.entries(members)
            .map(([name, member]) => `${name}=${text(member)}`)
            .join(";");
    const fields = [
        identifiers.map(({ name }) => name).join(" "),
        load ? call(load) : "",
        each(actions, call),
        each(has, ({ resource }) => made(resource)),
        each(hasMany, call),
        each(waiters, ({ waiterName, params }) => waiterName + given(params)),
        each(batchActions, call),
    ];
    return fields.join("|").replace(/\|+$/, "");
}

function call({ request, resource }) {
    return request.operation + given(request.params) + (resource ? made(resource) : "");
}

/** Parameters at the top, which the resource's identifiers fill. */
function given(params = []) {
    return params
        .filter(({ target, source }) => source === "identifier" && !/[.[]/.test(target.replace(/\[\]$|\[0\]$/, "")))
        .map(({ target, name }) => ` ${target.replace(/\[\d*\]$/, "")}=${name}`)
        .join("");
}

const SOURCES = { input: () => "?", identifier: ({ name }) => name, requestParameter: ({ path }) => `@${path}` };

function made({ type, identifiers = [] }) {
    const sources = identifiers.map((one) => `${one.target}=${SOURCES[one.source]?.(one) ?? "*"}`);
    return [`>${type}`, ...sources].join(" ");
}

module.exports = table;
