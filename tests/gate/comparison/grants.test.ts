import assert from "node:assert/strict";
import { compareDrawings } from "../../../gate/report/comparison";
import type { DrawnGrant, DrawnNode } from "../../../gate/report/comparison/drawing";
import { comparisonText } from "../../../gate/report/comparison/lines";
import { drawn, everyTable, grant, resource } from "./drawings";

const [role, orders, baskets, invoices] = [
    resource("role", "orders-role"),
    resource("table", "orders"),
    resource("table", "baskets"),
    resource("bucket", "invoices"),
];
const tables = everyTable(orders, baskets);
const ROLE = "orders-role (IAM role)";
const ORDERS = "orders (DynamoDB table)";

function stackWith(grants: readonly DrawnGrant[], nodes: readonly DrawnNode[] = []) {
    return drawn([role, orders, baskets, invoices, tables, ...nodes], { roles: [[role, ...grants]] });
}

/** The sentences about grants, newly and gone. */
function told(before: readonly DrawnGrant[], now: readonly DrawnGrant[]) {
    const compared = compareDrawings(stackWith(before), stackWith(now));
    const against = { kind: "git", at: "main", project: "shop", stack: "dev" } as const;
    const text = comparisonText({ ...compared, against, findings: { new: 0, gone: 0, undecided: 0 } });
    const lines = (sections: typeof text.sections) => sections.flatMap((one) => one.lines.map((line) => line.text));
    return { newly: lines(text.sections), gone: lines(text.gone) };
}

const reads = grant("dynamodb:GetItem dynamodb:Query", orders);

const SAME: Readonly<Record<string, readonly [readonly DrawnGrant[], readonly DrawnGrant[]]>> = {
    "statements in another order": [
        [reads, grant("s3:GetObject", invoices)],
        [grant("s3:GetObject", invoices), reads],
    ],
    "a statement that is cut in two": [
        [reads],
        [grant("dynamodb:Query", orders, { statement: "b" }), grant("dynamodb:GetItem", orders, { statement: "a" })],
    ],
    "two statements that are joined": [
        [grant("dynamodb:GetItem", orders), grant("dynamodb:GetItem", baskets)],
        [grant("dynamodb:GetItem", [baskets, orders])],
    ],
    "an action in other letters": [[grant("s3:getobject", invoices)], [grant("S3:GetObject", invoices)]],
    "another policy with the same in it": [[reads], [{ ...reads, urn: "urn:pulumi:dev::shop::x::other", path: "x" }]],
    "a grant whose every request is denied": [[], [reads, grant("dynamodb:*", "*", { effect: "Deny" })]],
    "a denial of what nobody grants": [[reads, grant("s3:*", "*", { effect: "Deny" })], [reads]],
    "a condition's key in other letters": [
        [grant("s3:GetObject", invoices, { condition: ["aws:sourcevpc"] })],
        [grant("s3:GetObject", invoices, { condition: ["aws:SourceVpc"] })],
    ],
    "all but some actions, in another order": [
        [grant("iam:* s3:*", "*", { isNot: true })],
        [grant("s3:* iam:*", "*", { isNot: true })],
    ],
};

const CHANGES: Readonly<Record<string, readonly [readonly DrawnGrant[], readonly DrawnGrant[], string[], string[]]>> = {
    "a new statement": [[], [reads], [`${ROLE}: dynamodb:GetItem, dynamodb:Query on ${ORDERS}`], []],
    "a longer list of actions": [
        [reads],
        [grant("dynamodb:GetItem dynamodb:Query dynamodb:PutItem", orders)],
        [`${ROLE}: dynamodb:PutItem on ${ORDERS}`],
        [],
    ],
    "actions by a wildcard": [
        [reads],
        [grant("dynamodb:*", orders)],
        [`${ROLE}: dynamodb:* on ${ORDERS}; before: dynamodb:GetItem, dynamodb:Query`],
        [],
    ],
    "a wildcard that is written out": [
        [grant("dynamodb:*", orders)],
        [reads],
        [],
        [`${ROLE}: dynamodb:* on ${ORDERS}; now: dynamodb:GetItem, dynamodb:Query`],
    ],
    "a wildcard for a named table": [
        [grant("dynamodb:GetItem", orders)],
        [grant("dynamodb:GetItem", tables)],
        [`${ROLE}: dynamodb:GetItem on All tables; before: on ${ORDERS}`],
        [],
    ],
    "another part of a bucket": [
        [grant("s3:GetObject", { node: invoices, part: "/2025/*" })],
        [grant("s3:GetObject", { node: invoices, part: "/*" })],
        [`${ROLE}: s3:GetObject on invoices (S3 bucket) /*; before: on invoices (S3 bucket) /2025/*`],
        [],
    ],
    "a wider pattern": [
        [grant("sqs:SendMessage", "arn:aws:sqs:*:*:orders-?")],
        [grant("sqs:SendMessage", "arn:aws:sqs:*:*:orders-*")],
        [`${ROLE}: sqs:SendMessage on arn:aws:sqs:*:*:orders-*; before: on arn:aws:sqs:*:*:orders-?`],
        [],
    ],
    "a condition that is gone": [
        [grant("s3:GetObject", invoices, { condition: ["aws:SourceVpc", "aws:PrincipalTag/team"] })],
        [grant("s3:GetObject", invoices, { condition: ["aws:PrincipalTag/team"] })],
        [
            `${ROLE}: s3:GetObject on invoices (S3 bucket) (where aws:PrincipalTag/team); before only where aws:sourcevpc`,
        ],
        [],
    ],
    "a denial that is gone": [
        [grant("s3:*", invoices), grant("s3:DeleteObject", invoices, { effect: "Deny" })],
        [grant("s3:*", invoices)],
        [`${ROLE}: no longer denied s3:DeleteObject on invoices (S3 bucket)`],
        [],
    ],
    "a denial that holds under a condition only": [
        [grant("s3:*", invoices), grant("s3:DeleteObject", invoices, { effect: "Deny" })],
        [
            grant("s3:*", invoices),
            grant("s3:DeleteObject", invoices, { effect: "Deny", condition: ["aws:SecureTransport"] }),
        ],
        [`${ROLE}: no longer denied s3:DeleteObject on invoices (S3 bucket)`],
        [],
    ],
    "all but fewer actions": [
        [grant("iam:* s3:*", "*", { isNot: true })],
        [grant("iam:*", "*", { isNot: true })],
        [`${ROLE}: all actions but iam:* on *; before: fewer`],
        [],
    ],
    "one table for another": [
        [grant("dynamodb:GetItem", orders)],
        [grant("dynamodb:GetItem", baskets)],
        [`${ROLE}: dynamodb:GetItem on baskets (DynamoDB table)`],
        [`${ROLE}: dynamodb:GetItem on ${ORDERS}`],
    ],
    "the same actions on two resources, which are one line": [
        [],
        [grant("dynamodb:GetItem", [orders, baskets])],
        [`${ROLE}: dynamodb:GetItem on ${ORDERS}, baskets (DynamoDB table)`],
        [],
    ],
};

describe("grants, compared", () => {
    for (const [title, [before, now]] of Object.entries(SAME))
        it(`are the same: ${title}`, () => {
            assert.deepEqual(told(before, now), { newly: [], gone: [] });
            assert.deepEqual(told(now, before), { newly: [], gone: [] });
        });
    for (const [title, [before, now, newly, gone]] of Object.entries(CHANGES))
        it(`differ: ${title}`, () => assert.deepEqual(told(before, now), { newly, gone }));
    it("of a role that is new say so, and leave housekeeping to a note", () => {
        const other = resource("role", "reports-role");
        const now = drawn([role, orders, other], {
            roles: [
                [role, reads],
                [other, reads, grant("logs:PutLogEvents", "arn:aws:logs:*:*:*", { isQuiet: true })],
            ],
        });
        const { newly } = compareDrawings(stackWith([reads]), now);
        assert.deepEqual(
            newly.grants.map(({ identity, isNewIdentity, isQuiet }) => [identity.name, isNewIdentity, isQuiet]),
            [
                ["reports-role", true, undefined],
                ["reports-role", true, true],
            ],
        );
    });
});
