/** Which identities a rule on grants asks: those whose policies name what it asks for, and those that may. */
import assert from "node:assert/strict";
import { IamRole, IamRolePolicy } from "../../model/aws";
import {
    allowed,
    identitiesNaming,
    identitiesOf,
    resourcesNamed,
    servicesReached,
    writtenResources,
} from "../../model/graph";
import { declare, type Program, policyOf, ref, trusts, unknown } from "../../pack";
import { graphOf } from "../support/graph";

const Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
/** By what each allows: roles of one stack. */
const POLICIES: Readonly<Record<string, string>> = {
    exact: policyOf({ Action: "dynamodb:GetItem", Resource }),
    otherCase: policyOf({ Action: "DynamoDB:getitem", Resource }),
    wildcard: policyOf({ Action: ["logs:*", "dynamodb:Get*"], Resource: "*" }),
    second: policyOf({ Action: "sqs:SendMessage", Resource: "*" }, { Action: "dynamodb:GetItem", Resource }),
    everything: policyOf({ Action: "*", Resource: "*" }),
    others: policyOf({ Action: ["dynamodb:PutItem", "s3:GetObject"], Resource: "*" }),
    denied: policyOf({ Effect: "Deny", Action: "dynamodb:GetItem", Resource }),
    leftOver: policyOf({ NotAction: "s3:*", Resource }),
    notKnown: unknown as never,
};

const stackOf = (names: readonly string[]) =>
    graphOf(
        Object.fromEntries(
            names.flatMap((name): [string, Program[string]][] => [
                [name, declare(IamRole, { assumeRolePolicy: trusts("lambda") })],
                [
                    `${name}Policy`,
                    declare(IamRolePolicy, { role: ref(`${name}.name`), policy: POLICIES[name] as never }),
                ],
            ]),
        ),
    ).stack;

const isWanted = (action: string) => action.toLowerCase() === "dynamodb:getitem";

describe("identities that name an action", () => {
    const stack = stackOf(Object.keys(POLICIES));
    const naming = identitiesNaming(stack, ({ action }) => isWanted(action));
    const names = naming.map(({ resource }) => resource?.name);

    it("are those of a pattern that fits, and those that are not known", () => {
        const wanted = ["everything", "exact", "notKnown", "otherCase", "second", "wildcard"];
        assert.deepEqual([...names].sort(), wanted);
    });
    it("stand in the order of all", () => {
        const order = identitiesOf(stack).filter((one) => naming.includes(one));
        assert.deepEqual(naming, order);
    });
    it("are all to whom it is allowed", () => {
        for (const identity of identitiesOf(stack))
            if (allowed(identity, isWanted).length > 0) assert.ok(naming.includes(identity), identity.resource?.name);
    });
    it("are told by the pattern too", () => {
        const wild = identitiesNaming(stack, ({ pattern }) => pattern.includes("*"));
        assert.deepEqual(wild.map(({ resource }) => resource?.name).sort(), ["everything", "notKnown", "wildcard"]);
    });
    it("are none where nobody names it", () => {
        assert.deepEqual(
            identitiesNaming(stackOf(["others"]), ({ action }) => isWanted(action)),
            [],
        );
    });
});

describe("what an identity's policies name", () => {
    for (const identity of identitiesOf(stackOf(Object.keys(POLICIES)))) {
        it(`bounds what ${identity.resource?.name} reaches and writes to`, () => {
            assert.ok(servicesReached(identity).size <= identity.permissions.servicesNamed);
            assert.ok(writtenResources(identity).size <= resourcesNamed(identity));
        });
    }
    it("is any number of services with a wildcard in their place, and without a list", () => {
        const named = (name: string) => identitiesOf(stackOf([name]))[0]?.permissions.servicesNamed;
        assert.deepEqual(["others", "exact", "everything", "leftOver"].map(named), [2, 1, Infinity, Infinity]);
    });
});
