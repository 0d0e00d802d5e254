import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { areCallbackDefaults } from "../../model/aws";
import { managedPolicy } from "../../model/iam/knowledge";

/** The names that the installed SDK attaches, read from its code and its list of policies. */
function installed(): readonly string[] {
    const mixins = readFileSync(require.resolve("@pulumi/aws/lambda/lambdaMixins.js"), "utf8");
    const list =
        /if \(!args\.policies\) \{\s*const policies = \[(?<list>[^\]]*)\]/.exec(mixins)?.groups?.["list"] ?? "";
    const policies = readFileSync(require.resolve("@pulumi/aws/types/enums/iam/index.js"), "utf8");
    return [...list.matchAll(/ManagedPolicy\.(\w+)/g)].map(
        ([, key]) =>
            new RegExp(`${key}: "arn:aws:iam::aws:policy/([\\w/-]+)"`).exec(policies)?.[1] ?? `no ARN of ${key}`,
    );
}

describe("the policies that a function made of a callback has by default", () => {
    it("are those of the installed SDK", () => {
        assert.ok(installed().length >= 8, installed().join());
        assert.ok(areCallbackDefaults(installed()), installed().join());
        for (const name of installed()) assert.ok(managedPolicy(name), name);
    });
    it("are neither a few of them nor others beside them", () => {
        assert.equal(areCallbackDefaults(installed().slice(0, 3)), false);
        assert.equal(areCallbackDefaults([...installed(), "AdministratorAccess"]), false);
    });
});
