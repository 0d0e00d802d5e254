import assert from "node:assert/strict";
import { Marks } from "../../gate/host/pack/marks";
import type { Registered } from "../../gate/host/types";
import { secret } from "../../gate/synthetic/wire-values";

function resource(name: string, value: unknown): Registered {
    const type = "aws:ssm/parameter:Parameter";
    return {
        urn: `urn:pulumi:dev::shop::${type}::${name}`,
        type,
        name,
        custom: true,
        inputs: { nested: [{ value }] },
        outputs: {},
        parent: "",
        dependencies: [],
        propertyDependencies: {},
        options: {
            protect: false,
            ignoreChanges: [],
            additionalSecretOutputs: [],
            timeouts: { create: 0, update: 0, delete: 0 },
        },
    };
}

describe("what a pack is shown of the marks of secrets", () => {
    it("is a stack's first resource, and those that have marks", () => {
        const marks = new Marks();
        const news = [
            resource("a", "plain"),
            resource("b", "plain"),
            resource("c", secret("x")),
            resource("d", "plain"),
        ];
        assert.deepEqual(
            news.map((one) => marks.areNews(one)),
            [true, false, true, false],
        );
        marks.begin();
        assert.ok(marks.areNews(resource("b", "plain")));
    });

    it("is one that had marks in an earlier run and has none now", () => {
        const marks = new Marks();
        for (const first of [resource("a", "plain"), resource("c", secret("x"))]) marks.areNews(first);
        marks.begin();
        marks.areNews(resource("a", "plain"));
        assert.ok(marks.areNews(resource("c", "plain")));
        assert.ok(!marks.areNews(resource("c", "plain")));
    });
});
