import assert from "node:assert/strict";
import { EcsTaskDefinition, IamRole, IamRolePolicy, IamRolePolicyAttachment } from "../../model/aws";
import { Value } from "../../model/values";
import { declare, type Program, policyOf, ref, secret, trusts } from "../../pack";
import { withoutWords } from "../../pack/discretion";
import { JsonText } from "../../pack/example";
import { rules } from "../../policies";
import { analyze } from "../support/analysis";

describe("a finding about what a program marks secret", () => {
    const document = policyOf({ Sid: "ReadOrders", Action: ["dynamodb:*", "s3:GetObject"], Resource: "*" });
    const value = new Value(
        (document as unknown as JsonText).value ? JSON.stringify((document as unknown as JsonText).value) : document,
    );
    for (const [said, left] of [
        ["statement 2 allows dynamodb:*", "statement 2 allows an action"],
        ["allows s3:GetObject and s3:PutObject on all", "allows 2 actions on all"],
        ["allows s3:GetObject, s3:PutObject and 3 more", "allows 5 actions"],
        ["allows every action of dynamodb (dynamodb:*)", "allows every action of a service"],
        ["allows arn:aws:s3:::orders/* to be read", "allows a resource to be read"],
        ["no condition on aws:SourceArn bounds it", "no condition on aws:SourceArn bounds it"],
        ["ReadOrders is too wide", "… is too wide"],
    ] as const) {
        it(`says: ${left}`, () => assert.equal(withoutWords(said, value), left));
    }

    it("calls an attached policy by no name", () => {
        const arn = new Value("arn:aws:iam::aws:policy/AdministratorAccess");
        assert.equal(withoutWords("allows all that AdministratorAccess does", arn), "allows all that … does");
    });
    it("counts a statement that has a name, and its fix is the policy's own", async () => {
        const policy = (given: unknown): Program => ({
            role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
            policy: declare(IamRolePolicy, { role: ref("role.name"), policy: given as string }),
        });
        const facts = async (given: unknown) =>
            (await analyze(rules, policy(given))).checks.map(({ fact }) => fact).join("\n");
        assert.match(await facts(document), /"ReadOrders" allows .*dynamodb:/);
        const hidden = await facts(secret(document));
        assert.match(hidden, /statement 1 allows/);
        assert.doesNotMatch(hidden, /ReadOrders|dynamodb|s3:/);
    });
    it("names no attached policy", async () => {
        const { checks } = await analyze(rules, {
            role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
            attachment: declare(IamRolePolicyAttachment, {
                role: ref("role.name"),
                policyArn: secret("arn:aws:iam::aws:policy/AdministratorAccess"),
            }),
        });
        assert.ok(checks.length > 0);
        assert.doesNotMatch(JSON.stringify(checks.map(({ fact, fix }) => [fact, fix])), /AdministratorAccess/);
    });

    it("tells the way that a place has for secrets, which holds whatever stands there", async () => {
        const { checks } = await analyze(rules, {
            task: declare(EcsTaskDefinition, {
                family: "orders",
                containerDefinitions: secret('[{"environment":[{"name":"SETTING","value":"b"}]}]') as never,
            }),
        });
        const [found] = checks.filter(({ policy }) => policy === "no-secrets-in-config-fields");
        assert.match(found?.fix ?? "", /^Pass it by reference: secrets: /);
    });

    /** Of every policy on documents: its bad example, with the documents marked. */
    for (const rule of rules) {
        if (rule.kind !== "stack") continue;
        const marked = Object.fromEntries(
            Object.entries(rule.bad).map(([name, declaration]) => [
                name,
                {
                    ...declaration,
                    inputs: Object.fromEntries(
                        Object.entries(declaration.inputs).map(([key, given]) => [
                            key,
                            given instanceof JsonText ? secret(given) : given,
                        ]),
                    ),
                },
            ]),
        ) as Program;
        if (JSON.stringify(marked) === JSON.stringify(rule.bad)) continue;
        it(`repeats none of it: ${rule.id}`, async () => {
            const { checks } = await analyze([rule], marked, { stack: rule.exampleStack ?? "dev" });
            assert.ok(
                checks.some(({ verdict }) => verdict === "violation"),
                "its bad example is not reported",
            );
            // What code calls is no word of a document.
            const hidden = checks
                .filter(({ at }) => at !== "")
                .map(({ fact }) => fact.replace(/^\S+:\d+ calls [a-z0-9-]+:\w+/, ""));
            assert.doesNotMatch(hidden.join("\n"), /(?!aws:)\b[a-z][a-z0-9-]*:[A-Z*]|"[A-Za-z]+"/);
        });
    }
});
