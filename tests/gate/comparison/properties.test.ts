import assert from "node:assert/strict";
import fc from "fast-check";
import { compareDrawings } from "../../../gate/report/comparison";
import type { Drawing, DrawnEdge, DrawnNode } from "../../../gate/report/comparison/drawing";
import type { DrawnStack } from "../../../gate/report/comparison/nodes";
import { drawn, edge, everyTable, grant, internet, resource, urnOf, way } from "./drawings";

const RUNS = 500;
const NOTHING = { grants: [], callers: [], paths: [], undecided: [] };

const KINDS = ["function", "role", "table", "bucket", "url"] as const;
const ACTIONS = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:*", "s3:GetObject", "*"] as const;
const PATTERNS = ["*", "arn:aws:sqs:*:*:orders", "arn:aws:sqs:*:*:orders-*"] as const;
const CONDITIONS = [[], [], ["aws:SourceVpc"], ["aws:SourceVpc", "aws:PrincipalOrgID"]] as const;
const ORGANIZATION = { operator: "StringEquals", key: "aws:principalorgid" } as const;
const value = (is: string, ...within: readonly string[]) => ({ is: [is], within });
/** Sets of conditions, as digests have them. */
const SETS = [
    [{ ...ORGANIZATION, values: [value("a", "a*")] }],
    [{ ...ORGANIZATION, values: [value("a", "a*"), value("b")] }],
    [{ ...ORGANIZATION, operator: "StringLike", values: [value("a*")] }],
    [{ operator: "NotIpAddress", key: "aws:sourceip", values: [value("c", "d")] }],
] as const;

interface GrantRecipe {
    readonly on: number;
    readonly role: number;
    readonly action: number;
    readonly condition: number;
    readonly denies: boolean;
    readonly set: number;
    readonly excepted: number;
}

interface Recipe {
    readonly kinds: readonly (typeof KINDS)[number][];
    readonly edges: readonly { from: number; to: number; kind: number; asks: number; waits: boolean; set: number }[];
    readonly grants: readonly GrantRecipe[];
    /** What each role may do at most; of whom there are fewer, nothing is said. */
    readonly boundaries: readonly (readonly GrantRecipe[])[];
    readonly way: readonly number[];
}

const number = fc.nat(60);
const grantRecipe: fc.Arbitrary<GrantRecipe> = fc.record({
    on: number,
    role: number,
    action: number,
    condition: number,
    denies: fc.integer({ max: 3, min: 0 }).map((one) => one === 0),
    set: number,
    excepted: number,
});
const recipe: fc.Arbitrary<Recipe> = fc.record({
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 7 }),
    edges: fc.array(
        fc.record({
            from: number,
            to: number,
            kind: number,
            asks: number,
            waits: fc.integer({ max: 3, min: 0 }).map((one) => one === 0),
            set: number,
        }),
        { maxLength: 9 },
    ),
    grants: fc.array(grantRecipe, { maxLength: 6 }),
    boundaries: fc.array(fc.array(grantRecipe, { maxLength: 3 }), { maxLength: 2 }),
    way: fc.array(number, { maxLength: 4 }),
});

function pick<T>(all: readonly T[], which: number): T {
    return all[which % all.length] as T;
}

/** `name` names the resource of each number. */
function drawingOf(recipe: Recipe, name = (index: number) => `r${index}`): DrawnStack {
    const own = recipe.kinds.map((kind, index) => resource(kind, name(index)));
    const wild = everyTable(...own.filter(({ kind }) => kind === "table"));
    const nodes: readonly DrawnNode[] = [internet, wild, ...own];
    const edges = recipe.edges.map(({ from, to, kind, asks, waits, set }): DrawnEdge => {
        const [a, b] = [pick(nodes, from), pick(nodes, to)];
        const guard = [{}, { guard: "AWS_IAM" }, { isOpen: true as const }, { guard: `JWT of ${b.name}` }];
        return edge(a, pick(["calls", "triggers", "runs-as", "may", "assumes"] as const, kind), b, {
            ...pick(guard, asks),
            ...(waits && { awaits: ["r.x"] }),
            ...(set % 3 === 0 && { bounds: set % 2 === 0 ? [set % SETS.length] : [-1, set % SETS.length] }),
        });
    });
    const targets = [...own, wild, ...PATTERNS];
    const granted = ({ on, action, condition, denies, set, excepted }: GrantRecipe) => {
        const left = pick(own, excepted);
        return grant(pick(ACTIONS, action), pick(targets, on), {
            condition: pick(CONDITIONS, condition),
            effect: denies ? "Deny" : "Allow",
            ...(set % 3 === 0 && { bounds: set % SETS.length }),
            ...(excepted % 5 === 0 && { excepted: [{ node: left.id }] }),
        });
    };
    const roles = own
        .filter(({ kind }) => kind === "role")
        .map((role, index, all) => {
            const grants = recipe.grants.filter((one) => one.role % all.length === index);
            return [role, ...grants.map(granted)] as const;
        });
    const boundaries = roles.map(([{ id }], index) => {
        const allowed = recipe.boundaries[index]?.map(granted);
        return { urn: id, path: "permissionsBoundary", ...(allowed && allowed.length > 0 && { grants: allowed }) };
    });
    const walked = edges.length === 0 ? [] : recipe.way.map((one) => pick(edges, one));
    const ways = walked.length === 0 ? [] : [way(walked, ...own.slice(0, 2))];
    const { drawing, ...stack } = drawn(nodes, { edges, ways, roles });
    const bounded = drawing.roles.map((role, index) => {
        const boundary = index < recipe.boundaries.length ? boundaries[index] : undefined;
        return { ...role, ...(boundary && { boundary }) };
    });
    return { ...stack, drawing: { ...drawing, roles: bounded }, conditions: SETS };
}

/** The same under other names, in another order. */
function renamed(recipe: Recipe): DrawnStack {
    const { drawing, ...stack } = drawingOf(recipe, (index) => `renamed-${String.fromCharCode(122 - index)}`);
    const turned: Drawing = { ...drawing, nodes: [...drawing.nodes].reverse(), edges: [...drawing.edges].reverse() };
    return { ...stack, drawing: turned };
}

/** A stack in which every resource is told apart by what it is connected to: each is called by a service of its own. */
function unambiguous(stack: DrawnStack): DrawnStack {
    const { drawing } = stack;
    const own = drawing.nodes.filter(({ urn }) => urn !== undefined);
    // Resources keep their order among themselves, whichever way round they are listed.
    const ordered = [...own].sort((a, b) => rank(a) - rank(b));
    const services = ordered.map((_, index): DrawnNode => ({ ...internet, id: `outside:${index}`, kind: "service" }));
    const edges = ordered.map((node, index) => edge(services[index] ?? internet, "feeds", node));
    return {
        ...stack,
        drawing: { ...drawing, nodes: [...drawing.nodes, ...services], edges: [...drawing.edges, ...edges] },
    };
}

function rank({ name }: DrawnNode): number {
    const renamedAs = /^renamed-(.)$/.exec(name)?.[1];
    return renamedAs === undefined ? Number(name.slice(1)) : 122 - renamedAs.charCodeAt(0);
}

describe("a comparison of drawings, whatever is drawn", () => {
    it("of one with itself is empty", () =>
        fc.assert(
            fc.property(recipe, (one) => {
                const compared = compareDrawings(drawingOf(one), drawingOf(one));
                assert.deepEqual(compared, { newly: NOTHING, gone: NOTHING, renamed: [] });
            }),
            { numRuns: RUNS },
        ));
    it("of one with itself under other names is empty, where nodes are told apart", () =>
        fc.assert(
            fc.property(recipe, (one) => {
                const [before, now] = [unambiguous(drawingOf(one)), unambiguous(renamed(one))];
                const { newly, gone } = compareDrawings(before, now);
                assert.deepEqual({ newly, gone }, { newly: NOTHING, gone: NOTHING });
            }),
            { numRuns: RUNS },
        ));
    it("the other way round has as gone what was new", () =>
        fc.assert(
            fc.property(recipe, recipe, (a, b) => {
                const [before, now] = [drawingOf(a), drawingOf(b)];
                const [there, back] = [compareDrawings(before, now), compareDrawings(now, before)];
                assert.deepEqual(there.newly, back.gone);
                assert.deepEqual(there.gone, back.newly);
            }),
            { numRuns: RUNS },
        ));
    it("the other way round has as gone what was new, also where names tell nothing", () =>
        fc.assert(
            fc.property(recipe, recipe, (a, b) => {
                const [before, now] = [drawingOf(a), renamed(b)];
                assert.deepEqual(compareDrawings(before, now).newly, compareDrawings(now, before).gone);
            }),
            { numRuns: RUNS },
        ));
    it("finds nothing new where identities are bounded", () =>
        fc.assert(
            fc.property(recipe, (one) => {
                const { newly } = compareDrawings(drawingOf({ ...one, boundaries: [] }), drawingOf(one));
                assert.deepEqual(newly, NOTHING);
            }),
            { numRuns: RUNS },
        ));
    it("finds a grant that is added, unless what was there includes it", () =>
        fc.assert(
            fc.property(recipe, (one) => {
                const [role, secret] = [
                    resource("role", "added"),
                    resource("secret", "vault", { urn: urnOf("s", "v") }),
                ];
                const { drawing, ...stack } = drawingOf(one);
                const of = (grants: readonly ReturnType<typeof grant>[]) => ({
                    ...stack,
                    drawing: {
                        ...drawing,
                        nodes: [...drawing.nodes, role, secret],
                        roles: [...drawing.roles, { node: role.id, grants }],
                    },
                });
                const added = [grant("secretsmanager:GetSecretValue", secret)];
                assert.equal(compareDrawings(of([]), of(added)).newly.grants.length, 1);
                assert.deepEqual(
                    compareDrawings(of([grant("*", "*")]), of([grant("*", "*"), ...added])).newly,
                    NOTHING,
                );
            }),
            { numRuns: 100 },
        ));
});
