/** The mirror of the good roles: each mistake is found, by the policy that is there for it, whatever form AWS gives its ARNs. */
import { strict as assert } from "node:assert";
import type { Program } from "../../pack";
import { rules } from "../../policies";
import { analyze } from "../support/analysis";
import { refersToOutputs, register } from "../support/programs";
import { mistakes } from "./bad-roles";
import { inPartition, type Partition, partitions } from "./partitions";

/** Where a policy reports, and where it waits for what is not known yet. */
async function found(policy: string, program: Program, partition: Partition, stack: string, unknownOutputs: boolean) {
    const resources = register(inPartition(program, partition), stack, unknownOutputs, partition.region);
    const { checks } = await analyze(rules, resources, { stack });
    const at = (verdict: string) =>
        checks
            .filter((check) => check.policy === policy && check.verdict === verdict)
            .map(({ urn }) => urn.split("::").at(-1) ?? "");
    return { reported: at("violation"), undecided: at("undecided"), failed: at("failed") };
}

describe("roles with a mistake", () => {
    it("are many", () => assert.ok(Object.keys(mistakes).length >= 40));

    for (const [name, { policy, at, program, stack = "dev" }] of Object.entries(mistakes)) {
        if (!rules.some(({ id }) => id === policy)) {
            it.skip(`${policy} is not in the pack yet: ${name}`);
            continue;
        }
        for (const partition of partitions) {
            it(`${policy} reports in ${partition.name}: ${name}`, async () => {
                const known = await found(policy, program, partition, stack, false);
                assert.deepEqual(known, { reported: [at], undecided: [], failed: [] });
                if (!refersToOutputs(program)) return;
                const { reported, undecided, failed } = await found(policy, program, partition, stack, true);
                assert.deepEqual(failed, []);
                assert.ok([...reported, ...undecided].includes(at), "neither reported nor named as undecided");
            });
        }
    }
});
