import assert from "node:assert/strict";
import { chmodSync, existsSync } from "node:fs";
import path from "node:path";
import { CannotCheck } from "../../gate/errors";
import { findPlugin } from "../../gate/host/components/find";
import { readProject } from "../../gate/project/project";
import { restoreEnvironment } from "../support/environment";
import { projectOf } from "../support/project";

/** Where the engine looks for a package's plugin. */
describe("the plugin of a package", () => {
    const environment = { ...process.env };
    let home = "";
    beforeEach(() => {
        home = projectOf({ "plugins/empty": "" });
        process.env["PULUMI_HOME"] = home;
        process.env["PATH"] = "";
    });
    afterEach(() => {
        restoreEnvironment(environment);
    });

    const executable = (folder: string, file: string) => {
        chmodSync(path.join(folder, file), 0o755);
        return path.join(folder, file);
    };
    const found = (folder: string, version = "") => findPlugin(readProject(folder), "site", version)?.command;

    it("is where Pulumi.yaml says it is, in any of its forms", () => {
        for (const block of [
            "plugins:\n  providers:\n    - name: site\n      path: ./built",
            "packages:\n  site: ./built",
            "packages:\n  site:\n    source: ./built",
        ]) {
            const folder = projectOf({
                "Pulumi.yaml": `name: shop\nruntime: nodejs\n${block}\n`,
                "built/pulumi-resource-site": "",
            });
            const file = executable(folder, "built/pulumi-resource-site");
            assert.equal(found(folder), file, block);
        }
    });
    it("is no folder where Pulumi.yaml names a package by its version or address", () => {
        for (const source of ["site@1.2.3", "github.com/acme/site", "https://example.com/site"])
            assert.equal(
                found(projectOf({ "Pulumi.yaml": `name: shop\nruntime: nodejs\npackages:\n  site: ${source}\n` })),
                undefined,
            );
    });
    it("is refused where Pulumi.yaml names a folder that is not there", () => {
        const folder = projectOf({ "Pulumi.yaml": "name: shop\nruntime: nodejs\npackages:\n  site: ./gone\n" });
        assert.throws(() => found(folder), CannotCheck);
    });
    it("is on PATH", () => {
        const folder = projectOf({ "tools/pulumi-resource-site": "" });
        const file = executable(folder, "tools/pulumi-resource-site");
        process.env["PATH"] = path.join(folder, "tools");
        assert.equal(found(folder), file);
    });
    it("is installed in the version that is asked for, or in the newest", () => {
        const versions = ["1.2.3", "1.10.0", "1.9.9"];
        home = projectOf(
            Object.fromEntries(versions.map((one) => [`plugins/resource-site-v${one}/pulumi-resource-site`, ""])),
        );
        process.env["PULUMI_HOME"] = home;
        for (const one of versions) executable(home, `plugins/resource-site-v${one}/pulumi-resource-site`);
        const folder = projectOf({});
        const of = (version: string) => path.join(home, `plugins/resource-site-v${version}/pulumi-resource-site`);
        assert.ok(existsSync(of("1.2.3")));
        assert.equal(found(folder, "1.2.3"), of("1.2.3"));
        assert.equal(found(folder), of("1.10.0"));
        assert.equal(found(folder, "2.0.0"), undefined);
    });
});
