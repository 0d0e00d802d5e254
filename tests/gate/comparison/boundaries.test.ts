/** What permissions boundaries hold back, and grants of all but something. */

import assert from "node:assert/strict";
import { DynamoDbTable, IamPolicy, IamRole, S3Bucket } from "../../../model/aws";
import { declare, functionAllowed, type Program, policyOf, ref, trusts } from "../../../pack";
import { assertCompared, compared, drawnProgram, SAME } from "./programs";

const tables = { Action: "dynamodb:*", Resource: "*" };
const buckets = { Action: "s3:GetObject", Resource: "*" };
const reads = { Action: ["dynamodb:GetItem", "s3:GetObject"], Resource: "*" };

/** A function that is granted `reads`, within a boundary of these statements, or of this policy. */
function bounded(boundary: readonly object[] | string | undefined, granted: readonly object[] = [reads]): Program {
    const given = Array.isArray(boundary) ? ref("boundary.arn") : boundary;
    return {
        ...functionAllowed(...granted),
        role: declare(IamRole, {
            assumeRolePolicy: trusts("lambda"),
            ...(given !== undefined && { permissionsBoundary: given as string }),
        }),
        ...(Array.isArray(boundary) && { boundary: declare(IamPolicy, { policy: policyOf(...boundary) }) }),
    };
}

const ROLE = "role (IAM role)";

describe("permissions boundaries, compared", () => {
    it("are the same, in another order and cut otherwise", () => {
        const all = { Action: ["dynamodb:*", "s3:GetObject"], Resource: "*" };
        assertCompared(bounded([tables, buckets]), bounded([buckets, tables]), SAME);
        assertCompared(bounded([tables, buckets]), bounded([all]), SAME);
    });
    it("hold nothing back that nobody grants", () => {
        assertCompared(
            bounded([tables, buckets]),
            bounded([tables, buckets, { Action: "sqs:*", Resource: "*" }]),
            SAME,
        );
        assertCompared(bounded([tables, buckets]), bounded(undefined), SAME);
    });
    it("that are gone", () =>
        assertCompared(bounded([tables]), bounded(undefined), {
            newly: [`${ROLE}: s3:GetObject on *; before held back by its permissions boundary`],
            gone: [],
        }));
    it("that are wider", () =>
        assertCompared(bounded([tables]), bounded([tables, buckets]), {
            newly: [`${ROLE}: s3:GetObject on *; before held back by its permissions boundary`],
            gone: [],
        }));
    it("that allow less than a wildcard grants", () => {
        const [wide, one] = [
            { Action: "dynamodb:*", Resource: "*" },
            { Action: "dynamodb:GetItem", Resource: "*" },
        ];
        assertCompared(bounded([one], [wide]), bounded([one, { Action: "dynamodb:PutItem", Resource: "*" }], [wide]), {
            newly: [`${ROLE}: dynamodb:PutItem on *; before held back by its permissions boundary`],
            gone: [],
        });
        assertCompared(bounded([one], [wide]), bounded(undefined, [wide]), {
            newly: [`${ROLE}: dynamodb:* on *; before held back by its permissions boundary`],
            gone: [],
        });
    });
    it("that let through under a condition", () =>
        assertCompared(
            bounded([{ ...tables, Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } }, buckets]),
            bounded([tables, buckets]),
            {
                newly: [
                    `${ROLE}: dynamodb:GetItem on *; before only where aws:requestedregion, by its permissions boundary`,
                ],
                gone: [],
            },
        ));
    it("of AWS's", () => {
        const power = "arn:aws:iam::aws:policy/PowerUserAccess";
        const roles = { Action: "iam:CreateRole", Resource: "*" };
        assertCompared(bounded(power), bounded(undefined), SAME);
        assertCompared(bounded(power, [reads, roles]), bounded(undefined, [reads, roles]), {
            newly: [`${ROLE}: iam:CreateRole on *; before held back by its permissions boundary`],
            gone: [],
        });
    });
    it("that cannot be read", () => {
        const elsewhere = "arn:aws:iam::111122223333:policy/limits";
        assertCompared(bounded(elsewhere), bounded(elsewhere), SAME);
        assertCompared(bounded(elsewhere), bounded(undefined), {
            newly: [
                `${ROLE}: dynamodb:GetItem, s3:GetObject on *; before only where the permissions boundary limits allows it`,
            ],
            gone: [],
        });
    });
    it("of a renamed policy", () => {
        const { boundary, ...others } = bounded([tables]);
        const renamed = {
            ...others,
            limits: boundary,
            role: declare(IamRole, { assumeRolePolicy: trusts("lambda"), permissionsBoundary: ref("limits.arn") }),
        };
        assertCompared(bounded([tables]), renamed as Program, SAME);
    });
});

const stores: Program = {
    orders: declare(DynamoDbTable, { attributes: [{ name: "id", type: "S" }], hashKey: "id" }),
    baskets: declare(DynamoDbTable, { attributes: [{ name: "id", type: "S" }], hashKey: "id" }),
    invoices: declare(S3Bucket, {}),
};

function granted(...statements: readonly object[]): Program {
    const { role, policy, orders: reader } = functionAllowed(...statements);
    return { ...stores, role, policy, reader } as Program;
}

describe("grants of all but something, compared", () => {
    const orders = ref("orders.arn");
    const baskets = ref("baskets.arn");
    const gets = "dynamodb:GetItem";

    it("are the same in another order", () => {
        assertCompared(
            granted({ Action: gets, NotResource: [orders, baskets] }),
            granted({ Action: gets, NotResource: [baskets, orders] }),
            SAME,
        );
        assertCompared(
            granted({ NotAction: ["iam:*", "s3:*"], Resource: orders }),
            granted({ NotAction: ["s3:*", "iam:*"], Resource: orders }),
            SAME,
        );
    });
    it("leave out less", () =>
        assertCompared(
            granted({ Action: gets, NotResource: [orders, baskets] }),
            granted({ Action: gets, NotResource: orders }),
            {
                newly: [
                    `${ROLE}: ${gets} on * but orders (DynamoDB table); before: on * but baskets (DynamoDB table), orders (DynamoDB table)`,
                ],
                gone: [],
            },
        ));
    it("include one that is not left out", () => {
        assertCompared(
            granted({ Action: gets, NotResource: orders }, { Action: gets, Resource: baskets }),
            granted({ Action: gets, NotResource: orders }),
            SAME,
        );
        assertCompared(
            granted({ Action: gets, NotResource: orders }),
            granted({ Action: gets, NotResource: orders }, { Action: gets, Resource: orders }),
            { newly: [`${ROLE}: ${gets} on orders (DynamoDB table)`], gone: [] },
        );
    });
    it("are less than everything", () =>
        assertCompared(granted({ Action: gets, NotResource: orders }), granted({ Action: gets, Resource: "*" }), {
            newly: [`${ROLE}: ${gets} on *; before: on * but orders (DynamoDB table)`],
            gone: [],
        }));
    it("are more than what is named", () =>
        assertCompared(granted({ Action: gets, Resource: baskets }), granted({ Action: gets, NotResource: orders }), {
            newly: [`${ROLE}: ${gets} on * but orders (DynamoDB table); before: on baskets (DynamoDB table)`],
            gone: [],
        }));
    it("of actions, on more", () =>
        assertCompared(
            granted({ NotAction: ["iam:*"], Resource: orders }),
            granted({ NotAction: ["iam:*"], Resource: [orders, baskets] }),
            { newly: [`${ROLE}: all actions but iam:* on baskets (DynamoDB table)`], gone: [] },
        ));
    it("of fewer actions", () =>
        assertCompared(
            granted({ NotAction: ["iam:*", "s3:*"], Resource: "*" }),
            granted({ NotAction: ["iam:*"], Resource: "*" }),
            { newly: [`${ROLE}: all actions but iam:* on *; before: fewer`], gone: [] },
        ));
    it("of a denial that leaves out more", () =>
        assertCompared(
            granted({ Action: gets, Resource: "*" }, { Effect: "Deny", Action: gets, NotResource: [orders] }),
            granted({ Action: gets, Resource: "*" }, { Effect: "Deny", Action: gets, NotResource: [orders, baskets] }),
            { newly: [`${ROLE}: no longer denied ${gets} on * but orders (DynamoDB table)`], gone: [] },
        ));
    it("name nothing of what they leave out", () => {
        const { drawing } = drawnProgram(granted({ Action: gets, NotResource: orders }));
        const [grant] = drawing.roles.flatMap(({ grants }) => grants);
        assert.deepEqual(
            grant?.resources.map(({ pattern }) => pattern),
            ["*"],
        );
        assert.deepEqual(compared(drawnProgram(stores), drawnProgram(stores)), SAME);
    });
});
