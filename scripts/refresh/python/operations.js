// One string a service, by its folder in botocore: `ID|PREFIX|TARGET|OPERATION=METHOD …|OPERATION …|OPERATION:WAITER …,…|OPERATION …`.
// ID is AWS's name for it, from which SDKs make theirs. PREFIX is IAM's, empty where it is the folder's name. TARGET is what requests of
// JSON protocols begin with. Then the operations that are no action of the prefix in AWS's spelling (with
// the method of the request where that is one), those that are not signed, what waiters ask, and those that
// may pass a role, where the table of dependent actions does not say so.
const path = require("node:path");
const { models } = require("./models");
const { grouped, root } = require("./packages");

const { isKnownService, serviceFacts } = require(path.join(root, "model/iam/knowledge"));

/** Where names do not tell whose actions a service's operations are. */
const PREFIXES = { apigatewaymanagementapi: "execute-api", apigatewayv2: "apigateway" };

function table(folder, dependent) {
    const data = path.join(folder, "botocore/data");
    const waiters = new Map(models(data, "waiters-2").map(([service, model]) => [service, model.waiters]));
    return Object.fromEntries(
        models(data, "service-2").map(([service, model]) => [
            service,
            entry(service, model, waiters.get(service) ?? {}, dependent),
        ]),
    );
}

function entry(service, { metadata, operations, shapes }, waiters, dependent) {
    const names = Object.keys(operations).sort();
    const prefix = PREFIXES[service] ?? prefixOf(service, metadata, names);
    const actions = new Set([...(serviceFacts(prefix)?.actions.values() ?? [])].map(({ name }) => name.split(":")[1]));
    const asked = grouped(Object.keys(waiters).sort(), (name) => waiters[name].operation);
    const fields = [
        metadata.serviceId,
        prefix === service ? "" : prefix,
        metadata.targetPrefix ?? "",
        names
            .filter((name) => !actions.has(name))
            .map((name) =>
                actions.has(operations[name].http.method) ? `${name}=${operations[name].http.method}` : name,
            )
            .join(" "),
        names.filter((name) => isUnsigned(operations[name])).join(" "),
        [...asked].map(([operation, names]) => `${operation}:${names.join(" ")}`).join(","),
        names
            .filter((name) => !READS.test(name) && operations[name].input)
            .filter((name) => !isToldToPass(dependent[prefix], name) && takesRole(operations[name].input.shape, shapes))
            .join(" "),
    ];
    return fields.join("|").replace(/\|+$/, "");
}

/** What only looks or removes passes no role. */
const READS = /^(Get|List|Describe|Delete|Search|Query|Tag|Untag|Assume)/;
const ROLE = /(^|[a-z])role(_?arn)?$|iamrole|rolearn$/i;

/** Is there a role's ARN in this shape, or below it? */
function takesRole(name, shapes, above = []) {
    if (above.includes(name)) return false;
    const { members = {}, member, value } = shapes[name];
    const isRole = ([own, { shape }]) => ROLE.test(own) && shapes[shape].type === "string";
    if (Object.entries(members).some(isRole)) return true;
    return [...Object.values(members), member, value].some(
        (one) => one && takesRole(one.shape, shapes, [...above, name]),
    );
}

/** Does the table of dependent actions say so? */
function isToldToPass(entry = "", name) {
    return entry.split(";").some((group) => {
        const [actions, needed = ""] = group.split(":");
        return actions.split(" ").includes(name) && needed.split(" ").includes("iam/PassRole");
    });
}

function isUnsigned({ authtype, auth = [] }) {
    return authtype === "none" || (auth.length === 1 && auth[0] === "smithy.api#noAuth");
}

/** The prefix that has most of the operations as actions: one that the model names, or any that has nearly all. */
function prefixOf(service, { signingName, endpointPrefix }, names) {
    const share = (prefix) => names.filter((name) => serviceFacts(prefix)?.actions.has(name.toLowerCase())).length;
    const named = [service, signingName, endpointPrefix].filter((name) => name !== undefined && isKnownService(name));
    const [best] = sorted(named.map((prefix) => [share(prefix), prefix]));
    if (best !== undefined && best[0] * 2 > names.length) return best[1];
    const [any] = sorted(everyPrefix().map((prefix) => [share(prefix), prefix]));
    return any[0] > names.length * 0.8 ? any[1] : (best?.[1] ?? "-");
}

function sorted(shares) {
    return shares.sort(([a], [b]) => b - a);
}

function everyPrefix() {
    return Object.keys(require(path.join(root, "data/iam/actions.json")).table);
}

module.exports = table;
