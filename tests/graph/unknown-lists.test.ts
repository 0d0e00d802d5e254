import assert from "node:assert/strict";
import { IamPolicy, IamPolicyAttachment, IamRole, IamRolePolicyAttachmentsExclusive } from "../../model/aws";
import { identitiesOf, type ResourceRecord, Stack, workloadsOf } from "../../model/graph";
import { UNKNOWN, Value } from "../../model/values";

/** A resource of which some properties are unknown, and those of them that a program gave. */
function record(
    type: string,
    name: string,
    properties: Record<string, unknown>,
    given: readonly string[] = [],
): ResourceRecord {
    return {
        urn: `urn:pulumi:dev::example::${type}::${name}`,
        type,
        name,
        root: new Value(properties, "", { resource: name }),
        dependencies: [],
        propertyDependencies: Object.fromEntries(given.map((property) => [property, [SOURCE.urn]])),
        protect: false,
    };
}

const SOURCE: ResourceRecord = {
    urn: "urn:pulumi:dev::example::pulumi:pulumi:StackReference::shared",
    type: "pulumi:pulumi:StackReference",
    name: "shared",
    root: new Value({}, "", { resource: "shared" }),
    dependencies: [],
    propertyDependencies: {},
    protect: false,
};
const unread = (...records: readonly ResourceRecord[]) =>
    identitiesOf(new Stack([SOURCE, ...records]))
        .flatMap((identity) => identity.unread.map(({ place }) => place))
        .sort();

describe("a list that is unknown as a whole", () => {
    const lists = { inlinePolicies: UNKNOWN, managedPolicyArns: UNKNOWN };
    it("leaves open what a role is given, where the program gave the list", () => {
        assert.deepEqual(unread(record(IamRole.token, "orders", lists, Object.keys(lists))), [
            "orders.inlinePolicies",
            "orders.managedPolicyArns",
        ]);
    });
    it("says nothing where the provider computes it, as in every first preview", () => {
        assert.deepEqual(unread(record(IamRole.token, "orders", lists)), []);
    });
    it("of roles leaves open who gets a policy, and the policy is judged", () => {
        const arn = "arn:aws:iam::111122223333:policy/all";
        const policy = { arn, policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } }) };
        const stack = new Stack([
            SOURCE,
            record(IamPolicy.token, "all", policy),
            record(IamPolicyAttachment.token, "all", { policyArn: arn, roles: UNKNOWN }, ["roles"]),
        ]);
        assert.deepEqual(
            identitiesOf(stack).map(({ kind, held }) => [kind, held.length]),
            [["role", 1]],
        );
    });
    it("of policies leaves open what a role may do", () => {
        const exclusive = { roleName: "orders", policyArns: UNKNOWN };
        assert.deepEqual(
            unread(
                record(IamRole.token, "orders", { name: "orders" }),
                record(IamRolePolicyAttachmentsExclusive.token, "only", exclusive, ["policyArns"]),
            ),
            ["only.policyArns"],
        );
    });
});

describe("a role that is unknown", () => {
    const carrying = (type: string, property: string, given: readonly string[] = []) =>
        workloadsOf(new Stack([SOURCE, record(type, "one", { [property]: UNKNOWN }, given)])).length;
    it("is carried where a program gives it", () => {
        assert.equal(carrying("aws:lambda/function:Function", "role"), 1);
        assert.equal(carrying("aws:imagebuilder/image:Image", "executionRole", ["executionRole"]), 1);
    });
    it("is not where the provider may have computed it", () => {
        assert.equal(carrying("aws:autoscaling/group:Group", "serviceLinkedRoleArn"), 0);
    });
});
