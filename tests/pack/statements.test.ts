/** Which statement a finding is about, as data: nobody reads it out of a sentence. */
import assert from "node:assert/strict";
import { IamRole, IamRolePolicy } from "../../model/aws";
import { declare, json, type Program, ref, secret, trusts } from "../../pack";
import { rules } from "../../policies";
import { analyze } from "../support/analysis";
import { badProgram } from "../support/trees";

const PRODUCTION = { tags: { environment: "production" } };
const NAMED = /^statement (?:"([^"]+)"|(\d+)) /;

describe("the statement that a finding is about", () => {
    it("is told by every rule whose sentence names it", async () => {
        const about = new Set<string>();
        for (const rule of rules) {
            const { checks } = await analyze([rule], badProgram(rule), PRODUCTION);
            for (const { fact, statement } of checks) {
                const [, sid, number] = NAMED.exec(fact) ?? [];
                if (sid === undefined && number === undefined) continue;
                about.add(rule.id);
                assert.equal(statement, sid ?? `statement ${number}`, `${rule.id}: ${fact}`);
            }
        }
        assert.ok(about.size >= 20, `${about.size} rules name a statement`);
    });

    const program = (policy: unknown): Program => ({
        role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
        policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policy as string }),
    });
    const document = json({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Action: "dynamodb:GetItem", Resource: "arn:aws:dynamodb:*:111122223333:table/orders" },
            { Sid: "Secretly", Effect: "Allow", NotAction: "iam:*", Resource: "*" },
        ],
    });
    const told = async (policy: unknown) => {
        const { checks } = await analyze(rules, program(policy), PRODUCTION);
        return checks.find((one) => one.policy === "exec-role-no-not-action-allow")?.statement;
    };
    it("goes by its Sid", async () => assert.equal(await told(document), "Secretly"));
    it("goes by its number in what the program marks secret", async () =>
        assert.equal(await told(secret(document)), "statement 2"));
});
