import assert from "node:assert/strict";
import { compareDrawings } from "../../../gate/report/comparison";
import type { DrawnNode } from "../../../gate/report/comparison/drawing";
import { drawn, edge, grant, internet, resource, urnOf, way } from "./drawings";

const NOTHING = { grants: [], callers: [], paths: [], undecided: [] };

/** A small shop; each resource may have another name, and the stack too. */
function shop(names: Readonly<Record<string, string>> = {}, stack = "dev") {
    const named = (kind: DrawnNode["kind"], name: string): DrawnNode => {
        const node = resource(kind, names[name] ?? name);
        const urn = urnOf(node.type ?? "", node.name, stack);
        return { ...node, id: urn, urn };
    };
    const [url, checkout, role, orders, baskets] = [
        named("url", "url"),
        named("function", "checkout"),
        named("role", "role"),
        named("table", "orders"),
        named("table", "baskets"),
    ] as const;
    const edges = [
        edge(internet, "calls", url, { guard: `JWT of ${orders.name}` }),
        edge(url, "triggers", checkout),
        edge(checkout, "runs-as", role),
        edge(role, "may", orders, { actions: ["dynamodb:GetItem"] }),
        edge(role, "may", baskets, { actions: ["dynamodb:PutItem"] }),
    ];
    const nodes = { internet, url, checkout, role, orders, baskets };
    const grants = [
        grant("dynamodb:GetItem", orders),
        grant("dynamodb:PutItem", baskets),
        grant("sqs:SendMessage", `arn:aws:sqs:*:*:shop-${stack}-events`),
    ];
    return { nodes, edges, grants, stack };
}

function drawnShop({ nodes, edges, grants, stack }: ReturnType<typeof shop>) {
    return drawn(
        Object.values(nodes),
        { edges, ways: [way(edges, nodes.orders, nodes.baskets)], roles: [[nodes.role, ...grants]] },
        stack,
    );
}

function renamedIn(...args: Parameters<typeof compareDrawings>): readonly string[] {
    return compareDrawings(...args).renamed.map(({ from, to }) => `${from.name} → ${to.name}`);
}

describe("the nodes of two drawings", () => {
    const before = drawnShop(shop());
    it("are the same in another stack of the program", () => {
        const { newly, gone, renamed } = compareDrawings(before, drawnShop(shop({}, "prod")));
        assert.deepEqual({ newly, gone, renamed }, { newly: NOTHING, gone: NOTHING, renamed: [] });
    });
    describe("by their aliases", () => {
        const [orders, baskets] = [resource("table", "orders"), resource("table", "baskets")];
        const [purchases, carts] = [resource("table", "purchases"), resource("table", "carts")];
        const role = resource("role", "role");
        const reading = (...tables: readonly DrawnNode[]) =>
            drawn([role, ...tables], { roles: [[role, ...tables.map((one) => grant("dynamodb:GetItem", one))]] });
        const writing = (writes: DrawnNode, reads: DrawnNode) =>
            drawn([role, writes, reads], {
                edges: [edge(role, "may", writes, { actions: ["x"] }), edge(role, "may", reads, { actions: ["y"] })],
                roles: [[role, grant("dynamodb:PutItem", writes), grant("dynamodb:GetItem", reads)]],
            });
        const known = (one: DrawnNode, as: DrawnNode) => ({ [one.id]: [as.id] });
        it("whatever they are connected to", () => {
            const now = writing(purchases, carts);
            const aliases = { ...known(purchases, baskets), ...known(carts, orders) };
            const { newly, renamed } = compareDrawings(writing(orders, baskets), { ...now, aliases });
            assert.deepEqual(
                renamed.map(({ from, to }) => `${from.name} → ${to.name}`),
                ["orders → carts", "baskets → purchases"],
            );
            assert.equal(newly.grants.length, 2);
            // Without these, by what is done to them.
            assert.deepEqual(compareDrawings(writing(orders, baskets), now).newly, NOTHING);
        });
        it("but not where another one has the old name now", () => {
            const now = reading(orders, purchases);
            const { newly, renamed } = compareDrawings(reading(orders), { ...now, aliases: known(purchases, orders) });
            assert.deepEqual(renamed, []);
            assert.deepEqual(
                newly.grants.map(({ resources: [on] }) => on?.node?.name),
                ["purchases"],
            );
        });
    });
    for (const [title, names] of Object.entries({
        "one of which is renamed": { orders: "purchases" },
        "two of a type of which are renamed, and told apart by what is done to them": { orders: "a", baskets: "b" },
        "all of which are renamed": { url: "a", checkout: "b", role: "c", orders: "d", baskets: "e" },
    }))
        it(`are the same, ${title}`, () => {
            const now = drawnShop(shop(names));
            const { newly, gone } = compareDrawings(before, now);
            assert.deepEqual({ newly, gone }, { newly: NOTHING, gone: NOTHING });
            const pairs = Object.entries(names).map(([from, to]) => `${from} → ${to}`);
            assert.deepEqual([...renamedIn(before, now)].sort(), pairs.sort());
        });
    it("are the same where one is renamed and does more", () => {
        const renamed = shop({ role: "shop-role" });
        const { orders } = renamed.nodes;
        const now = drawnShop({ ...renamed, grants: [...renamed.grants, grant("dynamodb:DeleteItem", orders)] });
        const { newly, gone } = compareDrawings(before, now);
        assert.deepEqual(
            newly.grants.map(({ identity, actions, isNewIdentity }) => [identity.name, actions, isNewIdentity]),
            [["shop-role", ["dynamodb:DeleteItem"], undefined]],
        );
        assert.deepEqual([newly.callers, newly.paths, gone], [[], [], NOTHING]);
    });
    it("are the same in a component that was not there", () => {
        const moved = resource("table", "orders", { urn: urnOf("my:index:Shop$aws:dynamodb/table:Table", "orders") });
        const alone = resource("table", "orders");
        const role = resource("role", "role");
        const of = (table: DrawnNode) => drawn([role, table], { roles: [[role, grant("dynamodb:GetItem", table)]] });
        const { newly, gone } = compareDrawings(of(alone), of({ ...moved, id: moved.urn ?? "" }));
        assert.deepEqual([newly, gone], [NOTHING, NOTHING]);
    });
    it("are not the same where one could be either of two", () => {
        const role = resource("role", "role");
        const with_ = (...tables: readonly DrawnNode[]) =>
            drawn([role, ...tables], {
                edges: tables.map((table) => edge(role, "may", table)),
                roles: [[role, ...tables.map((table) => grant("dynamodb:GetItem", table))]],
            });
        const [one, two] = [with_(resource("table", "a")), with_(resource("table", "b"), resource("table", "c"))];
        assert.deepEqual(renamedIn(one, two), []);
        assert.equal(compareDrawings(one, two).newly.grants.flatMap(({ resources }) => resources).length, 2);
    });
    it("have names of AWS's own, which patterns of ARNs hold and which are another in each stack", () => {
        const [role, logs] = [resource("role", "role"), resource("log", "audit")];
        const of = (name: string) =>
            drawn([role, logs], {
                roles: [[role, grant("logs:PutLogEvents", `arn:aws:logs:*:*:log-group:${name}:*`)]],
            });
        assert.deepEqual(compareDrawings(of("audit-a1db770"), of("audit-f088c99")).newly, NOTHING);
        assert.equal(compareDrawings(of("audit-a1db770"), of("other-f088c99")).newly.grants.length, 1);
        assert.equal(compareDrawings(of("other-a1db770"), of("other-f088c99")).newly.grants.length, 1);
    });
    it("stand in an account of another number where the program is told a made-up one", () => {
        const role = resource("role", "role");
        const of = (...accounts: readonly string[]) =>
            drawn([role], {
                roles: [
                    [
                        role,
                        ...accounts.map((one, index) =>
                            grant("sqs:SendMessage", `arn:aws:sqs:eu-west-1:${one}:queue-${index}`),
                        ),
                    ],
                ],
            });
        const [made, real, other] = ["123456789012", "111122223333", "444455556666"];
        assert.deepEqual(compareDrawings(of(real, other), of(made, other)).newly, NOTHING);
        assert.equal(compareDrawings(of(real), of(other)).newly.grants.length, 1);
        const [one] = compareDrawings(of(real, other), of(made, made)).newly.grants;
        assert.equal(one?.resources.length, 2);
    });
    it("outside of the stack are never the same under another name", () => {
        const account = (id: string): DrawnNode => ({ ...internet, id: `outside:${id}`, kind: "account", name: id });
        const role = resource("role", "role");
        const of = (id: string) => drawn([role, account(id)], { edges: [edge(account(id), "assumes", role)] });
        assert.equal(compareDrawings(of("1"), of("2")).newly.callers.length, 1);
    });
});
