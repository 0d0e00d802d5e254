/** `check --against` on the example: exactly what the insecure stack newly allows, by its source, and the other way round. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import type { Comparison } from "../../gate/report/comparison";
import { exportedState } from "../support/exported";
import { commit, git, write } from "../support/repository";

const root = path.resolve(__dirname, "../..");
const gate = path.join(root, "bin/gate/main.js");
const example = path.join(root, "examples/orders-api");

type Allowed = Comparison["newly"];

/** By the mistake of the source (`mistakes.ts`): what the stack with it grants. */
const GRANTS: Readonly<Record<string, readonly string[]>> = {
    "identity-permissions-through-groups": ["auditor: CloudWatchReadOnlyAccess"],
    "human-policy-no-admin-access": ["on-call: AdministratorAccess"],
    "exec-role-no-broad-managed-policy": ["get-order: AmazonDynamoDBReadOnlyAccess"],
    "exec-role-no-admin-access": ["nightly-report: AdministratorAccess"],
    "human-session-access-scoped": ["database-users: ssm:StartSession on *"],
    "exec-role-kms-decrypt-scoped": ["create-order: kms:Decrypt, kms:GenerateDataKey on *"],
    "exec-role-secret-read-scoped": ["create-order: ssm:GetParameter on Every parameter"],
    "exec-role-no-resource-star": ["create-order: sqs:SendMessage on *"],
    "no-path": ["create-order: dynamodb:Query on orders"],
    "exec-role-rds-connect-scoped": ["figures: rds-db:connect on Every database user"],
    "exec-role-service-breadth": [
        "figures: dynamodb:DescribeTable on orders",
        "figures: lambda:InvokeFunction on create-order",
        "figures: sns:Publish on shipped-orders",
        "figures: sqs:GetQueueAttributes on accepted-orders",
    ],
    "exec-role-no-delete-in-production": [
        "figures: s3:DeleteBucket, s3:DeleteBucketPolicy on invoices, invoices/figures/*",
    ],
    "exec-role-passrole-restricted": ["remind: iam:PassRole on *"],
    "exec-role-no-privilege-escalation": ["remind: lambda:UpdateFunctionCode on Every function"],
    "function-calls-granted": ["remind: scheduler:GetSchedule on reminders/*"],
    "secret-access-within-environment": ["archive-mover: secretsmanager:GetSecretValue on old-archive"],
    "bastion-role-minimal": ["bastion: dynamodb:GetItem on orders"],
    "event-bus-producers-match-wiring": ["shop-customer: sqs:SendMessage on accepted-orders"],
    "client-credentials-api-only": ["shop-customer: lambda:InvokeFunction on get-order"],
    "identity-pool-role-identity-scoped": ["shop-customer: s3:GetObject on invoices/customers/*"],
    "identity-pool-guest-role-minimal": ["shop-guest: dynamodb:GetItem, dynamodb:PutItem on orders"],
    "no-iam-user-credentials": ["importer: dynamodb:PutItem on orders"],
    "exec-role-no-not-action-allow": [
        "fulfil-order: all but sns:DeleteTopic, sns:SetTopicAttributes on shipped-orders",
    ],
    "exec-role-no-service-wildcard-action": ["fulfil-order: dynamodb:* on orders"],
    "exec-role-no-unused-action": ["index-invoice: s3:GetObjectAcl on invoices/incoming/*"],
    "lambda-recursion-terminate": ["index-invoice: s3:PutObject on invoices/*"],
    "secret-resource-policy-restricted": [
        "Everyone, of any AWS account, may secretsmanager:GetSecretValue on carrier-AbCdEf, by its own policy.",
    ],
    "event-bus-policy-senders-only": [
        "Everyone, of any AWS account, may events:PutEvents on teams, by its own policy.",
    ],
    "kms-key-policy-separation": [
        "Everyone, of any AWS account, may kms:Decrypt, kms:GenerateDataKey* on carrier, by its own policy.",
    ],
    "lambda-resource-policy-restricted": [
        "EventBridge, for whichever account asks, may lambda:InvokeFunction on weigher, by its own policy.",
    ],
    "topic-policy-senders-only": [
        "EventBridge, for whichever account asks, may sns:Publish on counted, by its own policy.",
    ],
    "data-resource-policy-restricted": [
        "Lambda, for whichever account asks, may ecr:BatchGetImage, ecr:GetDownloadUrlForLayer on scanner, by its own policy.",
    ],
    "queue-policy-senders-only": ["SNS, for whichever account asks, may sqs:SendMessage on counts, by its own policy."],
    "s3-no-public-acl-or-policy": ["Anyone on the internet may s3:GetObject on shop-damages, by its own policy."],
};

/** By the mistake: who comes in, or leads on. */
const CALLERS: Readonly<Record<string, readonly string[]>> = {
    "people-need-mfa": ["Members of on-call assumes on-call"],
    "role-trust-confused-deputy": ["Other account assumes accountants"],
    "role-trust-restricted": ["GitHub Actions assumes pipeline"],
    "no-root-access-key": ["Key holders assumes root"],
    "no-iam-user-credentials": ["Key holders assumes importer"],
    "bastion-no-static-key-pair": ["Key holders network SSH key of bastion"],
    "identity-pool-role-trust-conditions": [
        "Any identity pool assumes shop-customer",
        "Any identity pool assumes shop-guest",
    ],
    "identity-pool-no-guest-access": ["Internet calls shop"],
    "identity-pool-guest-role-minimal": ["shop assumes shop-guest"],
    "lambda-permission-no-public-principal": ["Any AWS account calls Invoke get-order"],
    "lambda-permission-cross-account-restricted": ["Other account calls get-order"],
    "lambda-permission-source-required": ["Any rule triggers nightly-report"],
    // Of the same condition a wider value.
    "lambda-permission-source-specific": ["EventBridge triggers nightly-report"],
    "function-single-trigger-kind": ["shipped-orders triggers fulfil-order"],
    "rest-method-authorization": ["Internet calls carriers: GET /parcels"],
    "http-route-authorization": ["Internet calls back-office: ANY /{proxy+}"],
    "no-monolambda-proxy-route": ["back-office calls nightly-report: ANY /{proxy+}"],
    "appsync-no-api-key-auth": ["Internet calls parcel-events"],
    "lambda-url-auth-required": ["Internet calls payment-callback"],
    "function-behind-front-door": ["Internet calls warehouse"],
    "function-route-limit": ["orders calls list-orders: GET /orders/{id}, POST /orders"],
    "one-role-per-function": ["list-orders runs-as get-order"],
    "database-sg-restricted": ["bastion network baskets: tcp 6379", "index-invoice network baskets: tcp 6379"],
};

/** From who comes in to what he then reaches, by the doors above and what lies behind them. */
const PATHS: readonly string[] = [
    ...["Everything in the account", "failed-orders", "invoices", "orders"].flatMap((end) => [
        `Internet → back-office → nightly-report → ${end}`,
        `Any AWS account → nightly-report → ${end}`,
    ]),
    ...["Every key", "Every parameter", "Every queue", "orders"].map(
        (end) => `Internet → payment-callback → create-order → ${end}`,
    ),
    ...["Every DAX cluster", "Every function", "Every table", "orders"].flatMap((end) => [
        `Any AWS account → Invoke get-order → get-order → ${end}`,
        `Any AWS account → shop-customer → get-order → ${end}`,
    ]),
    ...["accepted-orders", "invoices"].map((end) => `Any AWS account → shop-customer → ${end}`),
    "Any AWS account → shop-guest → orders",
    "Internet → shop → shop-guest → orders",
    "Members of on-call → on-call → Everything in the account",
    "Key holders → root → Everything in the account",
    "Key holders → importer → orders",
    ...["baskets", "ledger", "orders"].map((end) => `Key holders → SSH key of bastion → bastion → ${end}`),
    "GitHub Actions → pipeline → invoices",
    "Other account → accountants → invoices",
    ...["carrier-AbCdEf", "carrier", "teams", "counted → counts", "counts", "weigher", "scanner"].map(
        (end) => `Any AWS account → ${end}`,
    ),
    ...["shop-damages", "parcel-events", "warehouse", "carriers"].map((end) => `Internet → ${end}`),
];

/** The right way where it is another, and not less: what the secure stack allows that the insecure one does not. */
const RIGHT = {
    grants: [
        "archive-mover: secretsmanager:GetSecretValue on old-archive",
        "fulfil-order: secretsmanager:GetSecretValue on rds!cluster-…",
        "list-orders: dynamodb:Query on orders, orders/index/by-customer",
        "remind: scheduler:CreateSchedule on reminders/*",
    ],
    callers: [
        "IAM callers calls back-office: POST /reports",
        "back-office calls nightly-report: POST /reports",
        "figures network ledger: tcp 5432",
        "orders calls create-order: POST /orders",
        "orders calls get-order: GET /orders/{id}",
    ],
};

function grantsOf({ grants }: Allowed): readonly string[] {
    const told = grants
        .filter(({ isQuiet }) => !isQuiet)
        .map(({ says, identity, via, isNot, actions, resources }) => {
            if (says !== undefined) return says;
            if (via.managed !== undefined) return `${identity.name}: ${via.managed}`;
            const on = resources.map(
                ({ node, pattern, part = "" }) => `${pattern === "*" ? "*" : (node?.name ?? pattern)}${part}`,
            );
            return `${identity.name}: ${isNot ? "all but " : ""}${actions.join(", ")} on ${on.join(", ")}`;
        });
    return told.map((text) => text.replace(/rds!cluster-.*/, "rds!cluster-…")).sort();
}

function callersOf({ callers }: Allowed): readonly string[] {
    return callers
        .filter(({ isQuiet }) => !isQuiet)
        .map(({ from, kind, to, label }) => `${from.name} ${kind} ${to.name}${label === undefined ? "" : `: ${label}`}`)
        .sort();
}

/** A function and its role, which are called the same, are one. */
function pathsOf({ paths }: Allowed): readonly string[] {
    const names = paths.map(({ chain }) => chain.map(({ name }) => name));
    return names.map((all) => all.filter((name, at) => name !== all[at - 1]).join(" → ")).sort();
}

const sorted = (all: Readonly<Record<string, readonly string[]>>) => Object.values(all).flat().sort();
const NOTHING = { grants: [], callers: [], paths: [], undecided: [] };

describe("check --against, on the example", function () {
    this.timeout(300_000);
    const folder = mkdtempSync(path.join(tmpdir(), "against-example-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const states = { secure: path.join(folder, "secure.json"), insecure: path.join(folder, "insecure.json") };
    before(async () => {
        for (const stack of ["secure", "insecure"] as const)
            writeFileSync(states[stack], await exportedState(example, stack));
    });

    function compared(project: string, ...args: readonly string[]): Comparison {
        const { stdout, stderr } = spawnSync(process.execPath, [gate, "check", project, "--json", ...args], {
            cwd: root,
            encoding: "utf8",
            maxBuffer: 64 * 1024 * 1024,
        });
        assert.notEqual(stdout, "", stderr);
        return JSON.parse(stdout).comparison;
    }

    function isTheInsecure(newly: Allowed): void {
        assert.deepEqual(grantsOf(newly), sorted(GRANTS));
        assert.deepEqual(callersOf(newly), sorted(CALLERS));
        assert.deepEqual(pathsOf(newly), [...PATHS].sort());
        assert.deepEqual(
            newly.undecided.map(({ awaits }) => awaits),
            [["scanners.loadBalancerArn"]],
        );
    }

    it("tells what each mistake allows, against the state of the secure stack", () => {
        const { newly, gone, renamed } = compared(example, "--stack", "insecure", "--against", states.secure);
        isTheInsecure(newly);
        assert.deepEqual(grantsOf(gone), RIGHT.grants);
        assert.deepEqual(callersOf(gone), RIGHT.callers);
        assert.deepEqual([gone.paths, renamed], [[], []]);
    });
    it("tells what the right way allows besides, against the state of the insecure stack", () => {
        const { newly, gone } = compared(example, "--stack", "secure", "--against", states.insecure);
        assert.deepEqual(grantsOf(newly), RIGHT.grants);
        assert.deepEqual(callersOf(newly), RIGHT.callers);
        assert.deepEqual(newly.paths, []);
        isTheInsecure(gone);
    });
    it("tells each path with what it is there since, and no two with one", () => {
        const { newly } = compared(states.insecure, "--against", states.secure);
        isTheInsecure(newly);
        const opens = [...newly.grants, ...newly.callers].flatMap((one) => one.opens);
        assert.deepEqual(
            [...opens].sort((a, b) => a - b),
            newly.paths.map((_, number) => number),
        );
    });
    for (const stack of ["secure", "insecure"] as const)
        it(`tells nothing of the ${stack} stack and its own state`, () => {
            const { newly, gone, renamed } = compared(example, "--stack", stack, "--against", states[stack]);
            assert.deepEqual([newly, gone, renamed], [NOTHING, NOTHING, []]);
        });

    describe("in a repository", () => {
        const repository = path.join(folder, "repository");
        const change = (file: string, from: string | RegExp, to: string) => {
            const place = path.join(repository, file);
            const text = readFileSync(place, "utf8");
            const changed = text.replace(from, to);
            assert.notEqual(changed, text, file);
            writeFileSync(place, changed);
        };
        before(() => {
            mkdirSync(repository);
            cpSync(example, repository, { recursive: true });
            write(repository, {
                ".gitignore": "node_modules\n",
                "Pulumi.secure.yaml": undefined,
                "Pulumi.insecure.yaml": undefined,
            });
            cpSync(path.join(example, "Pulumi.secure.yaml"), path.join(repository, "Pulumi.dev.yaml"));
            git(repository, "init", "--quiet", "--initial-branch", "main");
            commit(repository);
            symlinkSync(path.join(root, "node_modules"), path.join(repository, "node_modules"));
        });
        afterEach(() => git(repository, "checkout", "--quiet", "--force", "main"));
        afterEach(() => git(repository, "clean", "--quiet", "--force", "-d"));

        it("tells what each mistake allows, against the commit before they were made, and the other way round", () => {
            cpSync(path.join(example, "Pulumi.insecure.yaml"), path.join(repository, "Pulumi.dev.yaml"));
            git(repository, "checkout", "--quiet", "-b", "insecure");
            isTheInsecure(compared(repository, "--against", "main").newly);
            commit(repository);
            git(repository, "checkout", "--quiet", "main");
            const { newly, gone } = compared(repository, "--against", "insecure");
            assert.deepEqual(grantsOf(newly), RIGHT.grants);
            assert.deepEqual(callersOf(newly), RIGHT.callers);
            isTheInsecure(gone);
        });
        it("tells nothing of what is renamed, reordered, cut in two or moved", () => {
            // A table, a role, a function with all that its component makes, and a topic, which others name in their policies.
            change("data.ts", 'dynamodb.Table("orders"', 'dynamodb.Table("purchases"');
            change("data.ts", 'sns.Topic("shipped-orders"', 'sns.Topic("news"');
            change("vault.ts", 'iam.Role("archive-mover"', 'iam.Role("mover"');
            change("functions.ts", 'OrderFunction("figures"', 'OrderFunction("numbers"');
            // Two statements in another order, one in two, and an action in other letters.
            change(
                "functions.ts",
                '{ sid: "Read", actions: ["dynamodb:GetItem", "dynamodb:Query"], resources: ordersAndIndexes },\n        decrypt,',
                'decrypt,\n        { sid: "Find", actions: ["dynamodb:query"], resources: ordersAndIndexes },\n        { sid: "Get", actions: ["dynamodb:GetItem"], resources: ordersAndIndexes },',
            );
            // A policy in another file.
            const text = readFileSync(path.join(repository, "vault.ts"), "utf8");
            write(repository, { "archive.ts": text, "vault.ts": 'import "./archive";\n' });
            const { newly, gone, renamed } = compared(repository, "--against", "main");
            assert.deepEqual([grantsOf(newly), callersOf(newly), pathsOf(newly), newly.undecided], [[], [], [], []]);
            assert.deepEqual([grantsOf(gone), callersOf(gone), pathsOf(gone), gone.undecided], [[], [], [], []]);
            const names = renamed.map(({ from, to }) => `${from.name} → ${to.name}`);
            assert.deepEqual([...new Set(names)].sort(), [
                "archive-mover → mover",
                "figures → numbers",
                "orders → purchases",
                "shipped-orders → news",
            ]);
        });
        it("tells the one grant that hides among what is renamed", () => {
            change("functions.ts", 'OrderFunction("figures"', 'OrderFunction("numbers"');
            change(
                "functions.ts",
                '"elasticache:Connect"]',
                '"elasticache:Connect", "elasticache:ModifyReplicationGroup"]',
            );
            const { newly, gone } = compared(repository, "--against", "main");
            assert.deepEqual(grantsOf(newly), ["numbers: elasticache:ModifyReplicationGroup on baskets, shop"]);
            assert.deepEqual([newly.callers, newly.paths, grantsOf(gone), gone.callers], [[], [], [], []]);
        });
        it("tells the same under the Pulumi CLI", async function () {
            if (!(await hasPulumi())) this.skip();
            const deletes = '"Write", actions: ["dynamodb:PutItem", "dynamodb:DeleteItem"]';
            change("functions.ts", '"Write", actions: ["dynamodb:PutItem"]', deletes);
            const changed = git(repository, "status", "--porcelain");
            const [embedded, real] = ["embedded", "pulumi"].map((host) =>
                compared(repository, "--against", "HEAD", "--host", host),
            );
            assert.ok(embedded);
            assert.deepEqual(grantsOf(embedded.newly), ["create-order: dynamodb:DeleteItem on orders"]);
            assert.deepEqual([embedded.gone, embedded.renamed], [NOTHING, []]);
            assert.deepEqual(real, embedded);
            assert.equal(git(repository, "status", "--porcelain"), changed, "the run left something in the repository");
        });
    });
});
