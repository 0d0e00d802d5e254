import assert from "node:assert/strict";
import { actionFacts, escalationPaths, roleReceivers } from "../../model/iam/knowledge";
import { isServicePrincipal } from "../../model/iam/principal";

describe("services that receive roles", () => {
    for (const { service, actions } of roleReceivers())
        it(`${service} receives them by actions that exist`, () => {
            assert.ok(isServicePrincipal(service));
            for (const action of actions) assert.equal(actionFacts(action)?.name, action);
        });

    it("are named as the paths of escalation name them", () => {
        const known = new Map(roleReceivers().flatMap(({ service, actions }) => actions.map((one) => [one, service])));
        for (const { needs, anyOf = [], passedToService } of escalationPaths())
            for (const action of [...needs, ...anyOf])
                if (passedToService !== undefined && known.has(action))
                    assert.equal(known.get(action), passedToService);
    });
});
