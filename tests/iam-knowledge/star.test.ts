import { strict as assert } from "node:assert";
import { actionFacts, documentedStar, documentedStars, isStarOnly, starIsNoFault } from "../../model/iam/knowledge";

describe("stars that AWS itself demands", () => {
    for (const { actions, source, reason } of documentedStars())
        it(`are listed with reason and source: ${actions.join(", ")}`, () => {
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//);
            assert.match(reason, /^[A-Z].*\.$/);
            for (const action of actions) assert.equal(actionFacts(action)?.name, action);
        });

    it("are listed only where the tables name a resource", () => {
        const actions = documentedStars().flatMap((entry) => entry.actions);
        assert.deepEqual(
            actions.filter((action) => isStarOnly(action) !== false),
            [],
        );
        assert.equal(new Set(actions).size, actions.length);
    });

    const NO_FAULT = [
        "xray:PutTraceSegments",
        "ec2:CreateNetworkInterface",
        "EC2:deletenetworkinterface",
        "cloudwatch:PutMetricData",
    ];
    for (const action of NO_FAULT) it(`${action} on * is no fault`, () => assert.equal(starIsNoFault(action), true));

    const FAULT = ["dynamodb:GetItem", "logs:PutLogEvents", "ec2:RunInstances", "sns:Publish", "nonesuch:Get"];
    for (const action of FAULT) it(`${action} on * is to be judged`, () => assert.equal(starIsNoFault(action), false));

    it("may be those of one service's roles", () => {
        assert.equal(starIsNoFault("ecs:StopTask"), false);
        assert.equal(starIsNoFault("ecs:StopTask", ["lambda"]), false);
        assert.equal(starIsNoFault("ecs:StopTask", ["states"]), true);
        assert.equal(starIsNoFault("ecs:StopTask", "not known yet"), true);
        assert.equal(starIsNoFault("sns:Publish", "not known yet"), false);
    });

    it("reach no more than a name would, where an account has one such resource", () => {
        assert.equal(starIsNoFault("geo-places:SearchText"), true);
        assert.equal(starIsNoFault("glue:GetTable"), false);
    });

    it("of sns:Publish are for phone numbers only", () => {
        assert.match(documentedStar("SNS:publish")?.onlyFor ?? "", /phone/);
    });
});
