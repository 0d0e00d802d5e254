// `npm run bench`: what the pack costs, as ratios to an empty compiled pack measured in the same run, in turn.
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const grpc = require("@grpc/grpc-js");
const { AnalyzerClient } = require("@pulumi/pulumi/proto/analyzer_grpc_pb");
const pb = require("@pulumi/pulumi/proto/analyzer_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");

const root = path.resolve(__dirname, "..");
const [runs, size] = [Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 5000)];

/** An empty pack beside ours: the same SDK, no policy. */
function emptyPack() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "empty-pack-"));
    fs.writeFileSync(path.join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\nmain: index.js\n");
    fs.writeFileSync(path.join(folder, "package.json"), '{ "name": "empty", "version": "0.0.0", "main": "index.js" }');
    fs.writeFileSync(
        path.join(folder, "index.js"),
        'new (require("@pulumi/policy").PolicyPack)("empty", { policies: [] });',
    );
    fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    return folder;
}

/** Roles, tables, policies, functions and permissions in equal numbers, wired to each other. */
function resources(count) {
    const list = [];
    const urn = (type, name) => `urn:pulumi:bench::bench::${type}::${name}`;
    const add = (type, name, properties, dependencies = {}) =>
        list.push({ type, name, urn: urn(type, name), properties, dependencies });
    const trust = JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
    });
    for (let index = 0; list.length < count; index++) {
        const role = `arn:aws:iam::123456789012:role/r${index}`;
        const table = `arn:aws:dynamodb:eu-west-1:123456789012:table/t${index}`;
        const statements = [
            { Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource: table },
            {
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource: `arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/f${index}:*`,
            },
        ];
        add("aws:iam/role:Role", `r${index}`, {
            arn: role,
            name: `r${index}`,
            id: `r${index}`,
            assumeRolePolicy: trust,
        });
        add("aws:dynamodb/table:Table", `t${index}`, { arn: table, name: `t${index}`, hashKey: "id" });
        add(
            "aws:iam/rolePolicy:RolePolicy",
            `p${index}`,
            { role: `r${index}`, policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) },
            { role: [urn("aws:iam/role:Role", `r${index}`)] },
        );
        add(
            "aws:lambda/function:Function",
            `f${index}`,
            {
                arn: `arn:aws:lambda:eu-west-1:123456789012:function:f${index}`,
                name: `f${index}`,
                role,
                environment: { variables: { TABLE: `t${index}` } },
            },
            { role: [urn("aws:iam/role:Role", `r${index}`)] },
        );
        add("aws:lambda/permission:Permission", `m${index}`, {
            action: "lambda:InvokeFunction",
            function: `f${index}`,
            principal: "apigateway.amazonaws.com",
            sourceArn: `arn:aws:execute-api:eu-west-1:123456789012:a/*/GET/x${index}`,
        });
    }
    return list.slice(0, count);
}

function options() {
    const message = new pb.AnalyzerResourceOptions();
    message.setCustomtimeouts(new pb.AnalyzerResourceOptions.CustomTimeouts());
    return message;
}

function analyzeRequest({ type, name, urn, properties }) {
    const request = new pb.AnalyzeRequest();
    request.setType(type);
    request.setName(name);
    request.setUrn(urn);
    request.setProperties(Struct.fromJavaScript(properties));
    request.setOptions(options());
    return request;
}

function stackRequest(list) {
    const request = new pb.AnalyzeStackRequest();
    request.setResourcesList(
        list.map(({ type, name, urn, properties, dependencies }) => {
            const resource = new pb.AnalyzerResource();
            resource.setType(type);
            resource.setName(name);
            resource.setUrn(urn);
            resource.setProperties(Struct.fromJavaScript(properties));
            resource.setOptions(options());
            for (const [property, urns] of Object.entries(dependencies)) {
                const message = new pb.AnalyzerPropertyDependencies();
                message.setUrnsList(urns);
                resource.getPropertydependenciesMap().set(property, message);
            }
            return resource;
        }),
    );
    return request;
}

const call = (client, method, request) =>
    new Promise((resolve, reject) =>
        client[method](request, (error, answer) => (error ? reject(error) : resolve(answer))),
    );

/** One life of a pack: start-up, every resource, the stack; milliseconds and MiB. */
async function measure(folder, list) {
    const started = process.hrtime.bigint();
    const elapsed = () => Number(process.hrtime.bigint() - started) / 1e6;
    const child = spawn(
        process.execPath,
        [require.resolve("@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:1", folder],
        {
            cwd: folder,
            env: {
                ...process.env,
                PULUMI_NODEJS_TYPESCRIPT: "false",
                PULUMI_NODEJS_PROJECT: "bench",
                PULUMI_NODEJS_STACK: "bench",
                PULUMI_NODEJS_DRY_RUN: "true",
                PULUMI_CONFIG: "{}",
            },
            stdio: ["ignore", "pipe", "inherit"],
        },
    );
    const port = await new Promise((resolve, reject) => {
        let text = "";
        child.stdout.on("data", (data) => {
            text += data;
            const found = /^(\d+)\s/.exec(text);
            if (found) resolve(found[1]);
        });
        child.once("exit", (code) => reject(new Error(`the pack in ${folder} ended with ${code}`)));
    });
    const start = elapsed();
    const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
        "grpc.max_receive_message_length": -1,
        "grpc.max_send_message_length": -1,
    });
    let next = 0;
    const before = elapsed();
    await Promise.all(
        Array.from({ length: 16 }, async () => {
            while (next < list.length) await call(client, "analyze", analyzeRequest(list[next++]));
        }),
    );
    const analyze = elapsed() - before;
    const stackBefore = elapsed();
    await call(client, "analyzeStack", stackRequest(list));
    const analyzeStack = elapsed() - stackBefore;
    const peak = Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
    client.close();
    child.removeAllListeners("exit");
    child.kill();
    return { start, analyze, analyzeStack, peak };
}

function median(numbers) {
    return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

async function main() {
    const empty = emptyPack();
    const list = resources(size);
    const [ours, theirs] = [[], []];
    for (let run = 0; run < runs; run++) {
        theirs.push(await measure(empty, list));
        ours.push(await measure(root, list));
    }
    fs.rmSync(empty, { recursive: true, force: true });
    console.log(`${size} resources, medians of ${runs} runs in turn; ratio to an empty compiled pack\n`);
    const rows = [
        ["start-up, ms", "start", 1],
        ["Analyze, µs a resource", "analyze", 1000 / size],
        ["AnalyzeStack, ms", "analyzeStack", 1],
        ["peak memory, MiB", "peak", 1],
    ];
    for (const [label, key, factor] of rows) {
        const [own, other] = [
            median(ours.map((one) => one[key])) * factor,
            median(theirs.map((one) => one[key])) * factor,
        ];
        console.log(
            `${label.padEnd(24)} ${own.toFixed(0).padStart(7)}  empty ${other.toFixed(0).padStart(7)}  ratio ${(own / other).toFixed(2)}`,
        );
    }
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
