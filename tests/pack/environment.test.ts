import assert from "node:assert/strict";
import { LambdaFunction } from "../../model/aws";
import { type Answer, all, no, undecided, yes } from "../../model/values";
import { declare } from "../../pack";
import { ENVIRONMENT_KEY, readEnvironment } from "../../pack/environment";
import { SETTINGS_POLICY, standardSettings } from "../../pack/settings";
import { analyze } from "../support/analysis";
import { resourceRule, stackRule } from "../support/rules";

const nobodyKnows = undecided(ENVIRONMENT_KEY);
type Tags = Readonly<Record<string, string>>;

function production(stack: string, tags: Tags = {}, settings: Partial<typeof standardSettings> = {}): Answer {
    return readEnvironment(stack, new Map(Object.entries(tags)), { ...standardSettings, ...settings }).production;
}

describe("the environment", () => {
    describe("is told by the stack's name", () => {
        const names: Readonly<Record<string, Answer>> = {
            prod: yes,
            Production: yes,
            "eu-prod": yes,
            "prod-eu": yes,
            "shop-prod-eu": yes,
            live: yes,
            dev: no,
            "dev-anna": no,
            dev2: no,
            develop: no,
            test_3: no,
            staging: no,
            "shop-dev": no,
            test: no,
            "pr-17": no,
            sandbox1: no,
            nonprod: no,
            "non-production": no,
            "pre-prod": no,
            preproduction: no,
            eu: nobodyKnows,
            main: nobodyKnows,
            anna: nobodyKnows,
            product: nobodyKnows,
            devices: nobodyKnows,
            testimonials: nobodyKnows,
            localization: nobodyKnows,
        };
        for (const [name, expected] of Object.entries(names)) {
            it(`${name}: ${expected.is}`, () => assert.deepEqual(production(name), expected));
        }
    });
    describe("is told by tags before the name", () => {
        const rows: readonly (readonly [string, string, Tags, Answer])[] = [
            ["a tag of production on a stack called dev", "dev", { environment: "production" }, yes],
            ["a tag of development on a stack called prod", "prod", { env: "dev" }, no],
            ["a tag with a prefix", "eu", { "acme:Environment": "prod" }, yes],
            ["a tag in another case", "eu", { Stage: "LIVE" }, yes],
            ["the more telling of two tags", "eu", { tier: "dev", environment: "prod" }, yes],
            ["a tag that says nothing: the name does", "prod", { environment: "blue" }, yes],
            ["a tag about something else", "prod", { team: "dev" }, yes],
            ["neither", "eu", { environment: "blue" }, nobodyKnows],
        ];
        for (const [what, stack, tags, expected] of rows) {
            it(what, () => assert.deepEqual(production(stack, tags), expected));
        }
    });
    describe("is told by the pack's settings", () => {
        it("which name the production stacks", () => {
            assert.deepEqual(production("eu", {}, { productionStacks: ["eu", "us"] }), yes);
            assert.deepEqual(production("prod", {}, { productionStacks: ["eu"] }), nobodyKnows);
        });
        it("which name those that are not", () => {
            assert.deepEqual(production("anna", {}, { developmentStacks: ["anna"] }), no);
        });
        it("of which not production comes first, so that a wide glob can be narrowed", () => {
            assert.deepEqual(production("eu-lab", {}, { productionStacks: ["*"], developmentStacks: ["*-lab"] }), no);
        });
        it("which may name none", () => {
            assert.deepEqual(production("prod", {}, { productionStacks: [], developmentStacks: [] }), nobodyKnows);
        });
    });
    describe("is told by the stack's own configuration, where neither tags nor name tell it", () => {
        const configured = (stack: string, said: string | undefined, tags: Tags = {}) =>
            readEnvironment(stack, new Map(Object.entries(tags)), standardSettings, () => said).production;
        const rows: readonly (readonly [string, Answer, Answer])[] = [
            ["production", configured("eu", "production"), yes],
            ["not production", configured("eu", "development"), no],
            ["by a name that the settings know", configured("eu", "prd"), yes],
            ["never against the name", configured("prod", "development"), yes],
            ["never against a tag", configured("eu", "development", { env: "prod" }), yes],
            ["a word that says nothing", configured("eu", "blue"), nobodyKnows],
            ["an empty one", configured("eu", ""), nobodyKnows],
            ["nothing", configured("eu", undefined), nobodyKnows],
        ];
        for (const [what, said, expected] of rows) it(what, () => assert.deepEqual(said, expected));
    });
    describe("tells whose a part of a name is", () => {
        const whose = (stack: string, part: string, where?: "first" | "whole", tags: Tags = {}) => {
            const { own, another } = readEnvironment(stack, new Map(Object.entries(tags)), standardSettings).whose(
                part,
                where,
            );
            return `${own.is} ${another.is}`;
        };
        const [its, anothers, nobodys, open] = ["yes no", "no yes", "no no", "undecided undecided"];
        const rows: readonly (readonly [string, string, string])[] = [
            ["its own", whose("prod", "prod"), its],
            ["in another spelling", whose("prod", "PRODUCTION"), its],
            ["among other words", whose("prod", "acme-prod-eu"), its],
            ["another's", whose("prod", "dev"), anothers],
            ["nobody's", whose("prod", "orders"), nobodys],
            ["a word that only begins alike", whose("prod", "product"), nobodys],
            ["a longer spelling goes before", whose("prod", "pre-prod"), anothers],
            ["and so of the stack", whose("shop-pre-prod", "preprod"), its],
            ["with a number", whose("test3", "test"), its],
            ["of two environments, one of which is its own", whose("dev-qa", "qa"), its],
            ["of all that is not production", whose("qa", "nonprod"), its],
            ["which production is not of", whose("prod", "non-prod"), anothers],
            ["by the first word", whose("prod", "orders-prod", "first"), nobodys],
            ["by all words together", whose("prod", "dev-tools", "whole"), nobodys],
            ["by a tag before the name", whose("prod", "dev", undefined, { environment: "dev" }), its],
            ["of a stack that says nothing", whose("main", "prod"), open],
            ["of one that says nothing, where nothing is named", whose("main", "orders"), "undecided no"],
            ["the stack's own name", whose("main", "main-orders"), its],
        ];
        for (const [what, said, expected] of rows) it(what, () => assert.equal(said, expected));
    });
    describe("is asked for by the summary of undecided checks", () => {
        const summary = async (open: Answer, stackEnvironment?: string) => {
            const rule = stackRule("only-in-production", "high", (stack, { environment }) =>
                stack.ofType(LambdaFunction).map((resource) => ({
                    resource,
                    at: "",
                    when: all(environment.production, open),
                    message: "found",
                })),
            );
            const program = { only: declare(LambdaFunction, { role: "r" }) };
            const { diagnostics } = await analyze([rule], program, {
                stack: "eu",
                stackEnvironment: () => stackEnvironment,
            });
            return diagnostics.map(({ policy, message }) => `${policy}\n${message}`).join("\n");
        };
        it("which says how to decide it", async () => {
            const text = await summary(yes);
            assert.match(text, /^undecided-checks/);
            assert.match(
                text,
                /the stack's name eu does not tell \(it fits neither productionStacks nor developmentStacks\)/,
            );
            assert.match(text, /pulumi config set aws-serverless-security:environment production/);
            assert.doesNotMatch(text, /`aws-serverless-security check`|values that this preview cannot know/);
        });
        it("beside what waits for outputs", async () => {
            const text = await summary(undecided("role.arn"));
            assert.match(text, /`aws-serverless-security check`/);
            assert.match(text, /aws-serverless-security:environment production/);
        });
        it("and not where the stack's configuration tells it", async () => {
            assert.match(await summary(yes, "production"), /^only-in-production/);
            assert.equal(await summary(yes, "development"), "");
        });
    });
    for (const kind of ["resource", "stack"] as const) {
        it(`reaches a rule on a ${kind}, with the settings and the tags`, async () => {
            const seen: [string, Answer][] = [];
            const watch = (environment: { stack: string; production: Answer }) => {
                seen.push([environment.stack, environment.production]);
                return undefined;
            };
            const rule =
                kind === "resource"
                    ? resourceRule("watching-rule", "high", (_inputs, { environment }) => watch(environment))
                    : stackRule("watching-rule", "high", (_stack, { environment }) => watch(environment));
            const program = { only: declare(LambdaFunction, { role: "r" }) };
            await analyze([rule], program, { stack: "eu" });
            await analyze([rule], program, { stack: "eu", tags: { environment: "prod" } });
            const configuration = { [SETTINGS_POLICY]: { productionStacks: ["eu"] } };
            await analyze([rule], program, { stack: "eu", configuration });
            assert.deepEqual(seen, [
                ["eu", nobodyKnows],
                ["eu", yes],
                ["eu", yes],
            ]);
        });
    }
});
