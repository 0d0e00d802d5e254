import assert from "node:assert/strict";
import { compareDrawings } from "../../../gate/report/comparison";
import type { DrawnEdge } from "../../../gate/report/comparison/drawing";
import { comparisonText } from "../../../gate/report/comparison/lines";
import type { DrawnStack } from "../../../gate/report/comparison/nodes";
import { drawn, edge, grant, internet, resource, way } from "./drawings";

const [url, checkout, role, orders, invoices] = [
    resource("url", "checkout-url"),
    resource("function", "checkout"),
    resource("role", "checkout-role"),
    resource("table", "orders"),
    resource("bucket", "invoices"),
];
const nodes = [internet, url, checkout, role, orders, invoices];
const open = edge(internet, "calls", url, { isOpen: true, says: "Anyone on the internet may call this URL." });
const signed = edge(internet, "calls", url, { guard: "AWS_IAM", says: "Who signs may call this URL." });
const behind = [edge(url, "triggers", checkout), edge(checkout, "runs-as", role)];
const reads = edge(role, "may", orders, { actions: ["dynamodb:GetItem"] });
const writes = edge(role, "may", invoices, { actions: ["s3:PutObject"] });
const readGrant = grant("dynamodb:GetItem", orders);
const writeGrant = grant("s3:PutObject", invoices, { statement: "statement 2" });
const guarded = drawn(nodes, { edges: [signed, ...behind, reads], roles: [[role, readGrant]] });
const opened = drawn(nodes, {
    edges: [open, ...behind, reads],
    ways: [way([open, ...behind, reads], orders)],
    roles: [[role, readGrant]],
});

function told(before: DrawnStack, now: DrawnStack): Readonly<Record<string, readonly string[]>> {
    const compared = compareDrawings(before, now);
    const against = { kind: "git", at: "main", project: "shop", stack: "dev" } as const;
    const { sections } = comparisonText({ ...compared, against, findings: { new: 0, gone: 0, undecided: 0 } });
    return Object.fromEntries(
        sections.map(({ title, lines }) => [title, lines.flatMap(({ text, below }) => [text, ...below])]),
    );
}

describe("callers and paths, compared", () => {
    it("are none of a stack and itself", () => assert.deepEqual(told(opened, opened), {}));
    it("tell of a door that asks nothing any more, with the path that it opens", () => {
        assert.deepEqual(told(guarded, opened), {
            Callers: [
                "checkout-url: Anyone on the internet may call this URL. Before: AWS_IAM.",
                "Opens The internet → checkout-url → checkout → checkout-role → orders (DynamoDB table)",
            ],
        });
        assert.deepEqual(told(opened, guarded), {});
    });
    it("tell of a guard that is another", () => {
        const other = { ...signed, guard: "JWT of customers" };
        const jwt = drawn(nodes, { edges: [other, ...behind, reads], roles: [[role, readGrant]] });
        assert.deepEqual(told(guarded, jwt), {
            Callers: ["checkout-url: Who signs may call this URL. Before: AWS_IAM."],
        });
    });
    it("tell of a second route to what was called already, and not of one that goes on", () => {
        const routes = (...labels: readonly string[]) =>
            drawn(nodes, { edges: labels.map((label) => edge(url, "triggers", checkout, { label })) });
        assert.deepEqual(told(routes("GET /orders"), routes("POST /orders", "GET /orders")), {
            Callers: ["POST /orders: checkout-url triggers checkout."],
        });
    });
    it("tell of a path once, with the grant since which it is there", () => {
        const now = drawn(nodes, {
            edges: [open, ...behind, reads, writes],
            ways: [way([open, ...behind, reads, writes], orders, invoices)],
            roles: [[role, readGrant, writeGrant]],
        });
        assert.deepEqual(told(opened, now), {
            Grants: [
                "checkout-role (IAM role): s3:PutObject on invoices (S3 bucket)",
                "By statement 2 of policy at policy",
                "Opens The internet → checkout-url → checkout → checkout-role → invoices (S3 bucket)",
            ],
        });
    });
    it("tell of a path that is there since a grant and a caller with the caller alone", () => {
        const now = drawn(nodes, {
            edges: [open, ...behind, reads, writes],
            ways: [way([open, ...behind, reads, writes], orders, invoices)],
            roles: [[role, readGrant, writeGrant]],
        });
        const { Grants = [], Callers = [] } = told(guarded, now);
        assert.deepEqual(
            [...Grants, ...Callers].filter((text) => text.startsWith("Opens")),
            [
                "Opens The internet → checkout-url → checkout → checkout-role → orders (DynamoDB table), invoices (S3 bucket)",
            ],
        );
    });
    it("tell of a function that runs under another role that there was", () => {
        const admin = resource("role", "admin");
        const now = drawn([...nodes, admin], {
            edges: [open, edge(url, "triggers", checkout), edge(checkout, "runs-as", admin)],
            roles: [[admin, grant("*", "*")]],
        });
        const before = drawn([...nodes, admin], { edges: opened.drawing.edges, roles: [[admin, grant("*", "*")]] });
        assert.deepEqual(told(before, now), { Callers: ["checkout runs-as admin."] });
    });
    it("tell of what is not known as such, on either side", () => {
        const waiting = (one: DrawnEdge) => ({ ...one, awaits: ["checkout-url.authorizationType"] });
        const unclear = drawn(nodes, {
            edges: [waiting(open), ...behind, reads],
            ways: [way([waiting(open), ...behind, reads], orders)],
            roles: [[role, readGrant]],
        });
        assert.deepEqual(told(guarded, unclear), {
            Undecided: ["Anyone on the internet may call this URL. That waits for checkout-url.authorizationType."],
        });
        assert.deepEqual(told(unclear, opened), {
            Callers: [
                "checkout-url: Anyone on the internet may call this URL. Before, that depends on what is not known.",
            ],
        });
        assert.deepEqual(told(opened, unclear), {});
    });
});
