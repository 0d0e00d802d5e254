import assert from "node:assert/strict";
import { LambdaFunction } from "../../model/aws";
import { carriedLayers, isStrangers } from "../../model/graph";
import { declare, unknown } from "../../pack";
import { graphOf } from "../support/graph";

const program = (role: unknown, account: string) => ({
    orders: declare(LambdaFunction, {
        role,
        layers: [`arn:aws:lambda:eu-west-1:${account}:layer:util:7`],
    } as never),
});

describe("layers of functions in a first preview", () => {
    const told = (role: unknown, account: string) => {
        const { stack } = graphOf(program(role, account), true);
        return carriedLayers(stack).map((layer) => isStrangers(stack, layer, []).when);
    };
    it("waits for whose account it is", () =>
        assert.deepEqual(told(unknown, "444455556666"), [{ is: "undecided", awaits: ["orders.arn"] }]));
    it("knows it by the role", () =>
        assert.deepEqual(told("arn:aws:iam::111122223333:role/orders", "444455556666"), [{ is: "yes" }]));
    it("knows a vendor's account for none of one's own", () =>
        assert.deepEqual(told(unknown, "464622532012"), [{ is: "yes" }]));
});
