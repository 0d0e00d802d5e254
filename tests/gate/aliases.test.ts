/** What a program says that its resources were called before: none of it is new, and nothing is gone. */
import assert from "node:assert/strict";
import { formerUrns } from "../../gate/host/aliases";
import { check } from "../../gate/host/check";
import type { Alias, Registered } from "../../gate/host/types";
import { packageRoot } from "../../gate/package-root";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";
import { compared } from "../../gate/report/comparison";
import type { Report } from "../../gate/report/model";
import { projectOf } from "../support/project";

/** Two functions alike, in a component; each with a role of its own that reads one table. */
function program(
    names: { readonly component: string; readonly read: string; readonly write: string },
    aliases = false,
) {
    const { component, read, write } = names;
    return `
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
class Shop extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("acme:shop:Shop", name, {}, opts);
        for (const end of ["${read}", "${write}"]) {
            const options = { parent: this };
            const role = new aws.iam.Role(name + "-" + end, { assumeRolePolicy: { Version: "2012-10-17", Statement: [
                { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } },
            ] } }, options);
            new aws.iam.RolePolicy(name + "-" + end, { role: role.name, policy: { Version: "2012-10-17", Statement: [
                { Effect: "Allow", Action: "dynamodb:GetItem", Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" },
            ] } }, options);
            new aws.lambda.Function(name + "-" + end, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code: new pulumi.asset.AssetArchive({}) }, options);
        }
    }
}
new Shop("${component}", {${aliases ? ' aliases: [{ name: "shop" }]' : ""} });
`;
}

async function judged(index: string): Promise<Report> {
    const project = readProject(
        projectOf({ "package.json": "{}", "index.js": index, "Pulumi.dev.yaml": "config: {}\n" }),
    );
    return check({
        ...{ packFolder: packageRoot(), policies: {}, organization: "organization", tags: {}, allowEmpty: false },
        project,
        configuration: readConfiguration(project, { stack: "dev", plain: [], secret: [] }),
        drawing: true,
        unknownOutputs: false,
        typeCheck: false,
        timeout: 60,
        progress: () => undefined,
    });
}

const AGAINST = { kind: "git", at: "main", project: "shop", stack: "dev" } as const;
const NOTHING = { grants: [], callers: [], paths: [], undecided: [] };

const STACK = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
const urn = (types: string, name: string, stack = "dev", project = "shop") =>
    `urn:pulumi:${stack}::${project}::${types}::${name}`;

/** A component `web`, called `site` before, with a bucket of these aliases in it. */
function former(name: string, aliases: readonly Alias[], ofComponent: readonly Alias[] = []): readonly string[] {
    const given = (of: string, type: string, parent: string, own: string, all: readonly Alias[]): Registered => ({
        ...{ urn: of, type, name: own, parent, custom: true, inputs: {}, outputs: {}, dependencies: [] },
        propertyDependencies: {},
        options: {
            ...{ protect: false, ignoreChanges: [], additionalSecretOutputs: [], aliases: all },
            timeouts: { create: 0, update: 0, delete: 0 },
        },
    });
    const component = urn("a:b:C", "web");
    const bucket = urn("a:b:C$aws:s3/bucket:Bucket", name);
    const all = [
        given(STACK, "pulumi:pulumi:Stack", "", "shop-dev", []),
        given(component, "a:b:C", STACK, "web", ofComponent),
        given(bucket, "aws:s3/bucket:Bucket", component, name, aliases),
    ];
    return formerUrns(all).get(bucket) ?? [];
}

const BUCKET = "aws:s3/bucket:Bucket";
const FORMER: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
    "none, of none": [former("x", []), []],
    "a URN": [former("x", [{ urn: urn(BUCKET, "y") }]), [urn(BUCKET, "y")]],
    "a name": [former("x", [{ name: "y" }]), [urn(`a:b:C$${BUCKET}`, "y")]],
    "a type": [former("x", [{ type: "aws:s3/bucketV2:BucketV2" }]), [urn("a:b:C$aws:s3/bucketV2:BucketV2", "x")]],
    "no parent": [former("x", [{ parent: "" }]), [urn(BUCKET, "x")]],
    "another parent": [former("x", [{ parent: urn("a:b:D", "d") }]), [urn(`a:b:D$${BUCKET}`, "x")]],
    "another stack and project": [
        former("x", [{ stack: "old", project: "site" }]),
        [urn(`a:b:C$${BUCKET}`, "x", "old", "site")],
    ],
    "its own URN, which is none": [former("x", [{ name: "x" }]), []],
    "a parent's": [former("web-files", [], [{ name: "site" }]), [urn(`a:b:C$${BUCKET}`, "site-files")]],
    "a parent's type": [former("files", [], [{ type: "a:b:Old" }]), [urn(`a:b:Old$${BUCKET}`, "files")]],
    "a parent's, with its own": [
        former("web-files", [{ name: "web-data" }], [{ name: "site" }]),
        [urn(`a:b:C$${BUCKET}`, "site-files"), urn(`a:b:C$${BUCKET}`, "web-data"), urn(`a:b:C$${BUCKET}`, "site-data")],
    ],
};

describe("aliases", function () {
    this.timeout(120_000);
    for (const [title, [found, expected]] of Object.entries(FORMER))
        it(`are ${title}`, () => assert.deepEqual(found, expected));
    const before = { component: "shop", read: "a", write: "b" };
    it("make a renamed component, and its children, the same as before, both ways", async () => {
        const [then, now] = [
            await judged(program(before)),
            await judged(program({ ...before, component: "store" }, true)),
        ];
        const store = Object.keys(now.declared ?? {}).find((one) => one.endsWith("Function::store-a")) ?? "";
        assert.deepEqual(now.declared?.[store]?.aliases, [
            "urn:pulumi:dev::shop::acme:shop:Shop$aws:lambda/function:Function::shop-a",
        ]);
        for (const { comparison } of [compared(now, then, AGAINST), compared(then, now, AGAINST)]) {
            assert.deepEqual([comparison?.newly, comparison?.gone], [NOTHING, NOTHING]);
            const { new: fresh, gone } = comparison?.findings ?? {};
            assert.deepEqual([fresh, gone], [0, 0]);
        }
        const { comparison } = compared(now, then, AGAINST);
        const renamed = comparison?.renamed.map(({ from, to }) => `${from.name} → ${to.name}`);
        assert.ok(renamed?.includes("shop-a → store-a") && renamed.includes("shop-b → store-b"));
    });
    it("are what tells findings from new ones: without them, they are another resource's", async () => {
        const [then, now] = [await judged(program(before)), await judged(program({ ...before, component: "store" }))];
        const { comparison } = compared(now, then, AGAINST);
        assert.deepEqual([comparison?.newly, comparison?.gone], [NOTHING, NOTHING]);
        assert.ok((comparison?.findings.new ?? 0) > 0);
    });
});
