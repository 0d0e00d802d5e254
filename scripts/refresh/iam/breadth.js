// How broad an AWS-managed policy is, from its document alone. An Allow counts where it names no resource and no condition
// narrows it; denies are left out of account, which can only make a policy look broader than it is.
const path = require("node:path");
const { root } = require("./write");

const { accessLevel, actionsMatching, openResource, serviceFacts, starIsNoFault } = require(
    path.join(root, "model/iam/knowledge"),
);

/** Conditions on these leave a grant as broad as it was for a role of the same account. */
const IDLE_KEYS = ["aws:resourceaccount", "aws:principalaccount", "aws:securetransport", "aws:requestedregion"];

function breadth(document) {
    const grants = list(document.Statement).filter(
        ({ Effect, Condition }) => Effect === "Allow" && !narrowed(Condition),
    );
    if (grants.some(isAdmin)) return { kind: "admin", services: [] };
    const full = grants.flatMap(fullServices);
    if (full.length > 0) return { kind: "service-full", services: unique(full) };
    const open = grants.flatMap(openActions);
    const written = open.filter((action) => !isRead(action));
    if (written.length > 0) return { kind: "write-all", services: unique(written.map(prefixOf)) };
    if (open.length > 0) return { kind: "read-all", services: unique(open.map(prefixOf)) };
    return { kind: "scoped", services: [] };
}

/** AWS's levels call some readings writes (`iot:ListSubscriptions`); for the breadth of a whole policy, their names decide. */
function isRead(action) {
    return ["List", "Read"].includes(accessLevel(action)) || /:(Get|List|Describe|BatchGet|Search|View)/.test(action);
}

function narrowed(condition = {}) {
    return Object.values(condition).some((keys) =>
        Object.keys(keys).some((key) => !IDLE_KEYS.includes(key.toLowerCase())),
    );
}

function isAdmin({ Action, NotAction, Resource }) {
    if (!list(Resource).includes("*")) return false;
    return NotAction !== undefined || list(Action).some((action) => /^(\*|\*:\*|iam:\*)$/.test(action));
}

function fullServices({ Action, Resource, NotResource }) {
    return list(Action)
        .filter((action) => action.endsWith(":*"))
        .map(prefixOf)
        .filter((prefix) => {
            if (NotResource !== undefined) return true;
            const actions = [...(serviceFacts(prefix)?.actions.values() ?? [])];
            return list(Resource).some(
                (resource) => resource === "*" || actions.some(({ name }) => openResource(name, resource)),
            );
        });
}

function openActions({ Action, Resource, NotResource }) {
    return list(Action)
        .flatMap(actionsMatching)
        .filter((action) => {
            if (starIsNoFault(action)) return false;
            return NotResource !== undefined || list(Resource).some((resource) => openResource(action, resource));
        });
}

function list(value) {
    return value === undefined ? [] : [value].flat();
}

function prefixOf(action) {
    return action.slice(0, action.indexOf(":")).toLowerCase();
}

function unique(values) {
    return [...new Set(values)].sort();
}

module.exports = { breadth };
