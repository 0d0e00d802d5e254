import assert from "node:assert/strict";
import { IamRole } from "../../model/aws";
import { type Answer, all, answer, undecided } from "../../model/values";
import { cwe, declare, trusts } from "../../pack";
import { ENVIRONMENT_KEY, readEnvironment, STANDARD_DEVELOPMENT, STANDARD_PRODUCTION } from "../../pack/environment";
import { packOf } from "../../pack/pack";
import { defineStackRule } from "../../pack/rule";
import { Analyzer } from "../support/analyzer";
import { register } from "../support/programs";

const settings = { productionStacks: STANDARD_PRODUCTION, developmentStacks: STANDARD_DEVELOPMENT };

interface Case {
    readonly stack: string;
    readonly tags?: Readonly<Record<string, string>>;
    readonly configured?: string;
    readonly is: Answer["is"];
}

const CASES: Readonly<Record<string, Case>> = {
    "a stack's name": { stack: "prod", is: "yes" },
    "a name with a region": { stack: "prod-eu-west-1", is: "yes" },
    "a name in any case": { stack: "Production", is: "yes" },
    "a name that ends in it": { stack: "orders-prod", is: "yes" },
    "a name of something else": { stack: "dev", is: "no" },
    "what comes before production": { stack: "preprod", is: "no" },
    "what is not production": { stack: "nonprod-eu", is: "no" },
    "a tag": { stack: "blue", tags: { environment: "production" }, is: "yes" },
    "a tag with a prefix": { stack: "blue", tags: { "acme:env": "prod" }, is: "yes" },
    "a tag before the name": { stack: "prod", tags: { environment: "staging" }, is: "no" },
    "a tag that says nothing": { stack: "prod", tags: { environment: "blue" }, is: "yes" },
    "a tag of another key": { stack: "blue", tags: { team: "production" }, is: "undecided" },
    "the configuration, where the name says nothing": { stack: "blue", configured: "production", is: "yes" },
    "the configuration, for development": { stack: "blue", configured: "development", is: "no" },
    "the configuration, by a name of the settings": { stack: "blue", configured: "prd", is: "yes" },
    "the configuration, never against the name": { stack: "prod", configured: "development", is: "yes" },
    "the configuration, never against a tag": {
        stack: "blue",
        tags: { env: "prod" },
        configured: "development",
        is: "yes",
    },
    "a configuration that says nothing": { stack: "blue", configured: "green", is: "undecided" },
    "an empty one": { stack: "blue", configured: "", is: "undecided" },
    "nothing at all": { stack: "blue", is: "undecided" },
};

describe("whether a stack is production", () => {
    for (const [name, { stack, tags = {}, configured, is }] of Object.entries(CASES))
        it(`${name}: ${is}`, () => {
            const { production } = readEnvironment(stack, new Map(Object.entries(tags)), settings, () => configured);
            assert.equal(production.is, is);
            if (production.is === "undecided") assert.deepEqual(production.awaits, [ENVIRONMENT_KEY]);
        });
    it("follows the settings' own names", () => {
        const own = { productionStacks: ["blue"], developmentStacks: [] };
        assert.equal(readEnvironment("blue", new Map(), own, () => "development").production.is, "yes");
        assert.equal(readEnvironment("prod", new Map(), own, () => undefined).production.is, "undecided");
    });
});

describe("a check that waits for what a stack is for", () => {
    const rule = (open: Answer) =>
        defineStackRule({
            id: "only-in-production",
            severity: "high",
            frameworks: [cwe(1)],
            title: "A title.",
            why: "A reason.",
            fix: "A fix.",
            sources: ["https://example.com/"],
            needs: IamRole,
            bad: {},
            good: {},
            *check(stack, { environment }) {
                for (const resource of stack.ofType(IamRole))
                    yield { resource, at: "", when: all(environment.production, open), message: "found" };
            },
        });
    const program = { role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }) };
    const summary = async (open: Answer, stackEnvironment: string | undefined) => {
        const pack = packOf([rule(open)], { stackExemptions: () => [], stackEnvironment: () => stackEnvironment });
        const diagnostics = await new Analyzer(pack).run(register(program, "blue", false));
        return diagnostics.map(({ policy, message }) => `${policy}\n${message}`).join("\n");
    };

    it("says how to decide it", async () => {
        const text = await summary(answer(true), undefined);
        assert.match(text, /^undecided-checks/);
        assert.match(text, /pulumi config set aws-serverless-security:environment production/);
        assert.doesNotMatch(text, /npx aws-serverless-security check/);
    });
    it("says so beside what waits for outputs", async () => {
        const text = await summary(undecided("role.arn"), undefined);
        assert.match(text, /npx aws-serverless-security check/);
        assert.match(text, /aws-serverless-security:environment production/);
    });
    it("is decided by the stack's configuration", async () => {
        assert.match(await summary(answer(true), "production"), /^only-in-production/);
        assert.equal(await summary(answer(true), "development"), "");
    });
});
