/** What `init` writes for a system, as texts: nothing here touches a file. */
import type { Found, FoundProject, System } from "./found";
import { indented, shellWord, yamlText } from "./words";

export interface RecipeFile {
    /** From the folder that was given, with `/`. */
    readonly file: string;
    readonly text: string;
    readonly isExecutable?: boolean;
    /** What to add by hand where the file is there already: it is the project's own, and never replaced. */
    readonly toAdd?: string;
}

export interface RecipeOptions {
    /** This package's name. */
    readonly command: string;
    readonly policies: string;
    /** `OWNER/REPOSITORY@REF`: workflows use the action there. */
    readonly action?: string;
}

export function recipe(system: System, found: Found, options: RecipeOptions): readonly RecipeFile[] {
    return { github, gitlab, shell, "pre-commit": preCommit }[system](found, options);
}

const HEAD =
    "Written by aws-serverless-security init, and yours to change. What else there is: docs/ci.md of that package.";

/** Where nothing was found, the folder itself. */
function projectsOf({ projects }: Found): readonly FoundProject[] {
    return projects.length === 0 ? [{ folder: ".", stacks: 0 }] : projects;
}

function isSeveral(found: Found): boolean {
    return projectsOf(found).length > 1;
}

/** The command for one project, from the folder that was given; `folder` is a word of the shell. */
function check(found: Found, options: RecipeOptions, folder: string, reports: readonly string[] = []): string {
    const allStacks = projectsOf(found).some(({ stacks }) => stacks > 1) ? ["--all-stacks"] : [];
    const words = [
        ...["npx", "--no-install", options.command, "check"],
        folder,
        ...allStacks,
        ...["--policy-config", options.policies],
        ...reports.flatMap((report) => ["--report", report]),
    ];
    return words.join(" ");
}

function install({ manager, hasLock, isInstalled }: Found, { command }: RecipeOptions): string {
    if (isInstalled === undefined) return `npm install --no-save ${command}`;
    if (manager === "pnpm") return "corepack enable && pnpm install --frozen-lockfile";
    if (manager === "yarn") return "corepack enable && yarn install --immutable";
    return hasLock ? "npm ci" : "npm install";
}

function github(found: Found, options: RecipeOptions): readonly RecipeFile[] {
    const [first] = projectsOf(found);
    const matrix = isSeveral(found)
        ? `    strategy:
      fail-fast: false
      matrix:
        project: [${projectsOf(found)
            .map(({ folder }) => yamlText(folder))
            .join(", ")}]
`
        : "";
    const folder = isSeveral(found) ? "${{ matrix.project }}" : yamlText(first?.folder ?? ".");
    const own = options.action === undefined ? ownSteps(found, options, folder) : actionStep(found, options, folder);
    const text = `# ${HEAD}
name: security
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  # security-events: write   # for the upload to code scanning below
jobs:
  policies:
    runs-on: ubuntu-latest
${matrix}    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
${own}
      # Code scanning shows the findings beside the code. A private repository needs GitHub Advanced Security for it.
      # - uses: github/codeql-action/upload-sarif@v3
      #   if: always() && hashFiles('security.sarif') != ''
      #   with:
      #     sarif_file: security.sarif
`;
    return [{ file: ".github/workflows/aws-serverless-security.yml", text }];
}

/** An expression stands in the environment alone: in the script it would become part of the script. */
function ownSteps(found: Found, options: RecipeOptions, folder: string): string {
    const reports = ["github", "sarif=security.sarif", "markdown=security.md"];
    return `      - run: ${install(found, options)}
      - name: Check
        env:
          PROJECT: ${folder}
        run: ${check(found, options, '"$PROJECT"', reports)}
      - name: Summary
        if: always() && hashFiles('security.md') != ''
        run: cat security.md >> "$GITHUB_STEP_SUMMARY"`;
}

function actionStep(found: Found, options: RecipeOptions, folder: string): string {
    const allStacks = projectsOf(found).some(({ stacks }) => stacks > 1) ? "\n          all-stacks: true" : "";
    const deploys = found.isInstalled === undefined ? "" : `      - run: ${install(found, options)}\n`;
    return `${deploys}      - uses: ${options.action}
        with:
          path: ${folder}${allStacks}
          policy-config: ${options.policies}
          reports: sarif=security.sarif`;
}

function gitlab(found: Found, options: RecipeOptions): readonly RecipeFile[] {
    const file = ".gitlab/aws-serverless-security.yml";
    const [first] = projectsOf(found);
    const matrix = isSeveral(found)
        ? `  parallel:
    matrix:
      - PROJECT: [${projectsOf(found)
          .map(({ folder }) => yamlText(folder))
          .join(", ")}]
`
        : `  variables:
    PROJECT: ${yamlText(first?.folder ?? ".")}
`;
    const reports = ["gitlab=gl-code-quality-report.json", "junit=security-junit.xml"];
    const text = `# ${HEAD}
aws-serverless-security:
  stage: test
  image: node:22
${matrix}  script:
    - ${install(found, options)}
    - ${check(found, options, '"$PROJECT"', reports)}
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: security-junit.xml
`;
    const include = `include:\n  - local: ${file}\n`;
    return [
        { file, text },
        { file: ".gitlab-ci.yml", text: include, toAdd: include },
    ];
}

function shell(found: Found, options: RecipeOptions): readonly RecipeFile[] {
    const folders = projectsOf(found).map(({ folder }) => shellWord(folder));
    const text = `#!/usr/bin/env bash
# ${HEAD}
# Exit codes: 0 no mandatory violation, 1 mandatory violations, 2 something could not be checked.
set -uo pipefail
cd "$(dirname "$0")" || exit 2
status=0
for project in ${folders.join(" ")}; do
    ${check(found, options, '"$project"')}
    code=$?
    if [ "$code" -gt "$status" ]; then status=$code; fi
done
exit "$status"
`;
    return [{ file: "check-security.sh", text, isExecutable: true }];
}

/** A hook each, which runs when a file of its project is in the commit. */
function preCommit(found: Found, options: RecipeOptions): readonly RecipeFile[] {
    const hooks = projectsOf(found).map(({ folder }) => {
        const isAll = folder === ".";
        return `- id: aws-serverless-security
  name: ${JSON.stringify(isAll ? options.command : `${options.command} ${folder}`)}
  language: system
  entry: ${JSON.stringify(check(found, options, shellWord(folder)))}
  pass_filenames: false${isAll ? "" : `\n  files: ${JSON.stringify(`^${folder.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}/`)}`}
`;
    });
    const toAdd = `- repo: local\n  hooks:\n${indented(hooks.join(""), 4)}`;
    return [
        {
            file: ".pre-commit-config.yaml",
            text: `# ${HEAD}\nrepos:\n${indented(toAdd, 2)}`,
            toAdd: indented(toAdd, 2),
        },
    ];
}
