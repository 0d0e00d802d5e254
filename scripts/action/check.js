// Runs the check for the action: inputs become arguments of a process, word for word, and no shell sees them.
const { appendFileSync, existsSync, mkdtempSync, readFileSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const {
    GATE,
    GITHUB_OUTPUT,
    GITHUB_STEP_SUMMARY,
    INPUTS = "{}",
    RUNNER_TEMP = require("node:os").tmpdir(),
} = process.env;
const inputs = JSON.parse(INPUTS);
const input = (name) => String(inputs[name] ?? "").trim();

function fail(sentence) {
    console.error(`Cannot check: ${sentence}`);
    process.exit(2);
}

function isOn(name) {
    const given = input(name) || "false";
    if (!["true", "false"].includes(given)) fail(`the input ${name} takes true or false`);
    return given === "true";
}

/** An option for each line; `--option=value`, so that no value is taken for an option. */
function each(name, option) {
    return input(name)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .map((line) => `${option}=${line}`);
}

function main() {
    const failOn = input("fail-on") || "violations";
    if (!["violations", "never"].includes(failOn)) fail("the input fail-on takes violations or never");
    const hasSummary = isOn("summary");
    const folder = mkdtempSync(path.join(RUNNER_TEMP, "aws-serverless-security-"));
    const [json, markdown] = [path.join(folder, "report.json"), path.join(folder, "report.md")];
    const words = [
        ...["check", `--report=json=${json}`, `--report=markdown=${markdown}`],
        ...(isOn("annotations") ? ["--report=github"] : []),
        ...(isOn("all-stacks") ? ["--all-stacks"] : []),
        ...each("stack", "--stack"),
        ...each("config", "--config"),
        ...each("config-secret", "--config-secret"),
        ...each("policy-config", "--policy-config"),
        ...each("baseline", "--baseline"),
        ...each("reports", "--report"),
        ...each("arguments", "").map((word) => word.slice(1)),
        ...["--", input("path") || "."],
    ];
    const cwd = path.resolve(input("working-directory") || ".");
    if (!existsSync(cwd)) fail("there is no folder as the input working-directory says");
    const { status } = spawnSync(process.execPath, [GATE, ...words], { cwd, stdio: ["ignore", "inherit", "inherit"] });
    const code = status ?? 2;
    tell("exit-code", code);
    if (existsSync(json)) {
        const report = JSON.parse(readFileSync(json, "utf8"));
        const findings = (report.reports ?? [report]).flatMap((one) => one.findings);
        const open = findings.filter(({ accepted }) => !accepted);
        for (const level of ["mandatory", "advisory"]) tell(level, open.filter((one) => one.level === level).length);
        tell("json", json);
        tell("markdown", markdown);
        if (hasSummary && GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, readFileSync(markdown, "utf8"));
    }
    process.exitCode = code === 1 && failOn === "never" ? 0 : code;
}

/** None of what is told holds a line break: numbers, and names that this script made. */
function tell(name, value) {
    if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `${name}=${value}\n`);
}

main();
