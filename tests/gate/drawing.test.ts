/** The drawing of a stack on its way from the pack to a report. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { check } from "../../gate/host/check";
import type { Host } from "../../gate/host/choice";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import { packageRoot } from "../../gate/package-root";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";
import { checkBackend } from "../../gate/recorded/backend-check";
import { checkFile } from "../../gate/recorded/check";
import { openStore } from "../../gate/recorded/open-store";
import { json } from "../../gate/report/json";
import type { Report } from "../../gate/report/model";
import { printableReport } from "../../gate/report/printable-report";
import { projectOf } from "../support/project";
import { administrator, exported, SHOP } from "../support/states";

const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
const role = new aws.iam.Role("orders", {
    assumeRolePolicy: { Version: "2012-10-17", Statement: [
        { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } },
    ] },
});
new aws.lambda.Function("orders", { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code: new pulumi.asset.AssetArchive({}) });
`;

const common = { packFolder: packageRoot(), policies: {}, organization: "organization", tags: {}, allowEmpty: false };

describe("the drawing of a stack", function () {
    this.timeout(120_000);
    const folder = projectOf({ "package.json": "{}", "index.js": PROGRAM, "Pulumi.dev.yaml": "config: {}\n" });
    const states = mkdtempSync(path.join(tmpdir(), "aws-serverless-security-drawing-"));
    const state = path.join(states, "live.json");
    before(() => writeFileSync(state, exported(administrator(SHOP))));
    after(() => rmSync(states, { recursive: true }));

    const ofProgram = (drawing: boolean, host: Host = "embedded"): Promise<Report> => {
        const project = readProject(folder);
        return check({
            ...common,
            host,
            project,
            configuration: readConfiguration(project, { stack: "dev", plain: [], secret: [] }),
            drawing,
            unknownOutputs: false,
            typeCheck: false,
            timeout: 60,
            progress: () => undefined,
        });
    };
    const kinds = ({ drawing }: Report) => drawing?.nodes.map(({ lane, kind, name }) => `${lane} ${kind} ${name}`);

    for (const host of ["embedded", "pulumi"] as const) {
        it(`comes with the report of a program, where it is asked for (${host})`, async function () {
            if (host === "pulumi" && !(await hasPulumi())) this.skip();
            const report = await ofProgram(true, host);
            assert.ok(kinds(report)?.includes("2 function orders"));
            assert.ok(kinds(report)?.includes("3 role orders"));
            assert.deepEqual(
                report.drawing?.edges.filter(({ kind }) => kind === "runs-as").map(({ says, via }) => [says, via]),
                [
                    [
                        "orders runs under the role orders.",
                        [{ urn: "urn:pulumi:dev::shop::aws:lambda/function:Function::orders", path: "role" }],
                    ],
                ],
            );
            assert.ok(!("drawing" in JSON.parse(json.write([report], { colour: false, width: 80 }).text)));
        });
    }
    it("is not made where nobody asks", async () => {
        assert.ok(!("drawing" in (await ofProgram(false))));
    });
    it("comes with the report of a state", async () => {
        const progress = () => undefined;
        assert.ok(kinds(await checkFile(state, { ...common, progress, drawing: true }))?.includes("3 role orders"));
        assert.ok(!("drawing" in (await checkFile(state, { ...common, progress }))));
    });
    it("comes with each report of a backend", async () => {
        const store = await openStore({ kind: "folder", folder: states, name: states });
        const { reports } = await checkBackend(store, {
            ...common,
            within: "",
            progress: () => undefined,
            drawing: true,
        });
        assert.deepEqual(
            reports.map((report) => kinds(report)?.includes("3 role orders")),
            [true],
        );
    });
    it("has names that keep to their line", async () => {
        const report = await checkFile(state, { ...common, progress: () => undefined, drawing: true });
        const [first, ...others] = report.drawing?.nodes ?? [];
        assert.ok(first && report.drawing);
        const hostile = {
            ...report,
            drawing: { ...report.drawing, nodes: [{ ...first, name: "a\u001b[2Jb" }, ...others] },
        };
        assert.equal(printableReport(hostile).drawing?.nodes[0]?.name, "a\\u001b[2Jb");
    });

    describe("of the example", () => {
        const drawn = async (stack: string) => {
            const project = readProject(path.join(packageRoot(), "examples/orders-api"));
            const { drawing, findings } = await check({
                ...common,
                project,
                configuration: readConfiguration(project, { stack, plain: [], secret: [] }),
                drawing: true,
                unknownOutputs: false,
                typeCheck: false,
                timeout: 60,
                progress: () => undefined,
            });
            assert.ok(drawing);
            return { drawing, findings };
        };
        const name = ({ nodes }: NonNullable<Report["drawing"]>, id = "") => nodes.find((one) => one.id === id)?.name;

        it("as it is wrong, shows each open door with what lies behind it", async () => {
            const { drawing, findings } = await drawn("insecure");
            const ways = drawing.ways.map(({ chain, ends }) => {
                const worst = name(drawing, ends[0]);
                return `${chain.map((id) => name(drawing, id)).join(" > ")} => ${worst}`;
            });
            for (const way of DOORS) assert.ok(ways.includes(way), `${way} is not among\n${ways.join("\n")}`);
            assert.deepEqual(ways.slice(0, 4).sort(), DOORS.slice(0, 4).sort());
            // Where a finding is, the line that it is about has the same place.
            const places = new Set(findings.map(({ urn, at }) => `${urn} ${at}`));
            const open = drawing.edges.filter(({ isOpen, closes }) => isOpen && closes !== undefined);
            const found = open.filter(({ via }) => via.some(({ urn, path: at }) => places.has(`${urn} ${at}`)));
            assert.ok(found.length >= open.length - 4, `${found.length} of ${open.length} doors are found fault with`);
        });
        it("as it is right, has no open door", async () => {
            const { drawing } = await drawn("secure");
            assert.deepEqual(drawing.ways, []);
            assert.deepEqual(
                drawing.edges.filter(({ isOpen }) => isOpen).map(({ says }) => says),
                [],
            );
            assert.ok(drawing.nodes.length > 100 && drawing.edges.length > 100);
        });
    });
});

/** The ledger's instance asks for a public address, but its network has no gateway: nobody gets there from the internet. */
const DOORS = [
    "Internet > back-office > nightly-report > nightly-report => Everything in the account",
    "Any AWS account > Any rule > nightly-report > nightly-report => Everything in the account",
    "Members of on-call > on-call => Everything in the account",
    "Key holders > root => Everything in the account",
    "Internet > payment-callback > create-order > create-order => Every key",
    "Any AWS account > Invoke get-order > get-order > get-order => Every DAX cluster",
    "Any AWS account > Any identity pool > shop-customer > get-order > get-order => Every DAX cluster",
    "Any AWS account > Any identity pool > shop-guest => orders",
    "Internet > shop > shop-guest => orders",
    "GitHub Actions > pipeline => invoices",
    "Other account > accountants => invoices",
    "Key holders > importer => orders",
    "Key holders > SSH key of bastion > bastion => baskets",
];
