/** Every policy on what identities may do, over roles that real applications need: none of them is stopped. */
import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { IamRole, IamRolePolicyAttachment } from "../../model/aws";
import { recommendedPolicies } from "../../model/iam/knowledge";
import { declare, type Program, ref } from "../../pack";
import { rules } from "../../policies";
import { analyze } from "../support/analysis";
import { refersToOutputs, register } from "../support/programs";
import { inPartition, type Partition, partitions } from "./partitions";
import { fromHere, trust } from "./parts";
import { goodRoles } from "./roles";

/** What the programs leave out besides, such as logs and keys, is other policies' matter. */
const FAMILIES = ["execution-roles", "human-access", "identity", "invoke-permissions", "monoliths", "secrets"];
/** How a secret is kept: the programs have one so that a role may read it. */
const OF_KEEPING: ReadonlySet<string> = new Set(["secret-environment-namespace", "secret-rotation-enabled"]);
/** What the roles read is production's by its name, so a stack of another environment has no business with it. */
const OF_CODE = "function-code-readable";
const OF_PRODUCTION = "secret-access-within-environment";
const onPermissions = rules.filter(
    ({ id }) =>
        !OF_KEEPING.has(id) &&
        FAMILIES.some((family) => existsSync(path.resolve(__dirname, "../../policies", family, `${id}.ts`))),
);
const SUMMARY = "undecided-checks";
/** A stack that is production by its name, one that is not, and one of which nobody can tell. */
const STACKS = ["prod", "dev", "main"];

/** What policies say of a program, as `level policy: resource`; what is undecided of production is no matter here. */
async function said(
    program: Program,
    partition: Partition,
    stack: string,
    unknownOutputs: boolean,
): Promise<readonly string[]> {
    const resources = register(inPartition(program, partition), stack, unknownOutputs, partition.region);
    const { diagnostics } = await analyze(onPermissions, resources, { stack });
    return diagnostics.flatMap(({ policy, level, urn }) =>
        // These programs bring no code.
        policy === SUMMARY || policy === OF_CODE || (policy === OF_PRODUCTION && stack !== "prod")
            ? []
            : [`${level} ${policy}: ${urn.split("::").at(-1)}`],
    );
}

describe("roles of least privilege", () => {
    const tokens = Object.keys(
        (
            JSON.parse(readFileSync(path.resolve(__dirname, "../../data/synthetic/resources.json"), "utf8")) as {
                table: object;
            }
        ).table,
    );

    it("are many, each from a page of AWS's documentation, of types that @pulumi/aws has", () => {
        const roles = Object.values(goodRoles);
        assert.ok(roles.length >= 45, String(roles.length));
        for (const { source, program } of roles) {
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
            for (const { type } of Object.values(program)) assert.ok(tokens.includes(type.token), type.token);
        }
    });

    for (const [name, { program, advises = {} }] of Object.entries(goodRoles)) {
        for (const partition of partitions) {
            it(`pass in ${partition.name}: ${name}`, async () => {
                const expected = Object.keys(advises).map((policy) => `advisory ${policy}`);
                for (const stack of STACKS) {
                    const known = await said(program, partition, stack, false);
                    assert.deepEqual(
                        [...new Set(known.map((one) => one.split(":")[0]))].sort(),
                        expected.sort(),
                        known.join("\n"),
                    );
                    if (!refersToOutputs(program)) continue;
                    const unknown = await said(program, partition, stack, true);
                    assert.deepEqual(
                        unknown.filter((one) => !known.includes(one)),
                        [],
                        "with unknown outputs",
                    );
                }
            });
        }
    }
});

describe("policies that AWS recommends for workloads", () => {
    for (const { name, use } of recommendedPolicies()) {
        it(`pass on the role that ${use}: ${name}`, async () => {
            const program: Program = {
                role: declare(IamRole, { assumeRolePolicy: trust("lambda", fromHere()) }),
                attachment: declare(IamRolePolicyAttachment, {
                    role: ref("role.name"),
                    policyArn: `arn:aws:iam::aws:policy/${name}`,
                }),
            };
            for (const partition of partitions)
                for (const unknownOutputs of [false, true])
                    assert.deepEqual(await said(program, partition, "prod", unknownOutputs), []);
        });
    }
});
