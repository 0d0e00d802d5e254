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
});
