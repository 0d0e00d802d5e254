// The stacks that are measured, as the engine would send them: known values, and edges between resources.
const PROJECT = "bench";
const ACCOUNT = "123456789012";

const trust = policy({ Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } });

/** What every stack is made of: a list of resources, and how to add to it. */
function stack() {
    const list = [];
    const urnOf = (type, name) => `urn:pulumi:${PROJECT}::${PROJECT}::${type}::${name}`;
    const add = (type, name, properties, references = {}) => {
        const dependencies = Object.fromEntries(
            Object.entries(references).map(([property, others]) => [property, others.map(({ urn }) => urn)]),
        );
        const resource = { type, name, urn: urnOf(type, name), properties, dependencies };
        list.push(resource);
        return resource;
    };
    return { list, add };
}

function policy(...statements) {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
    });
}

const arn = (service, resource, region = "eu-west-1") => `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

const ownLogs = (name) => ({
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: arn("logs", `log-group:/aws/lambda/${name}:*`),
});

function addRole(add, name) {
    const own = arn("iam", `role/${name}`, "");
    return add("aws:iam/role:Role", name, { arn: own, name, id: name, assumeRolePolicy: trust });
}

function addFunction(add, name, role, table) {
    return add(
        "aws:lambda/function:Function",
        name,
        {
            arn: arn("lambda", `function:${name}`),
            name,
            role: role.properties.arn,
            handler: "index.handler",
            runtime: "nodejs22.x",
            environment: { variables: { TABLE: table.properties.name } },
        },
        { role: [role], environment: [table] },
    );
}

function addTable(add, name) {
    return add("aws:dynamodb/table:Table", name, { arn: arn("dynamodb", `table/${name}`), name, hashKey: "id" });
}

function addPermission(add, name, lambda) {
    add(
        "aws:lambda/permission:Permission",
        name,
        {
            action: "lambda:InvokeFunction",
            function: lambda.properties.name,
            principal: "apigateway.amazonaws.com",
            sourceArn: arn("execute-api", `a1b2c3/*/GET/${name}`),
        },
        { function: [lambda] },
    );
}

/** Roles, tables, policies, functions and permissions in equal numbers; `count` resources in all. */
function mixedStack(count) {
    const { list, add } = stack();
    for (let index = 0; list.length < count; index++) {
        const table = addTable(add, `table-${index}`);
        const role = addRole(add, `role-${index}`);
        const read = { Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource: table.properties.arn };
        add(
            "aws:iam/rolePolicy:RolePolicy",
            `policy-${index}`,
            { role: role.name, policy: policy(read, ownLogs(`function-${index}`)) },
            { role: [role], policy: [table] },
        );
        const lambda = addFunction(add, `function-${index}`, role, table);
        addPermission(add, `permission-${index}`, lambda);
    }
    return list.slice(0, count);
}

/**
 * `count` functions, each under a role of its own with a trust policy, an inline policy, a customer-managed policy and its
 * attachment, and an attached AWS-managed policy; ten functions to a table. What the graph and the stack policies live on.
 */
function functionStack(count) {
    const { list, add } = stack();
    let table;
    for (let index = 0; index < count; index++) {
        if (index % 10 === 0) table = addTable(add, `table-${index / 10}`);
        const name = `function-${index}`;
        const role = addRole(add, `${name}-role`);
        add(
            "aws:iam/rolePolicy:RolePolicy",
            `${name}-data`,
            {
                role: role.name,
                policy: policy(
                    { Sid: "Read", Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource: table.properties.arn },
                    { Sid: "Index", Action: "dynamodb:Query", Resource: `${table.properties.arn}/index/*` },
                    { Sid: "Trace", Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" },
                ),
            },
            { role: [role], policy: [table] },
        );
        const logs = arn("iam", `policy/${name}-logs`, "");
        const managed = add("aws:iam/policy:Policy", `${name}-logs`, {
            arn: logs,
            id: logs,
            name: `${name}-logs`,
            policy: policy(ownLogs(name)),
        });
        const attach = (suffix, policyArn, references) =>
            add(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                `${name}-${suffix}`,
                { role: role.name, policyArn },
                { role: [role], ...references },
            );
        attach("logs", logs, { policyArn: [managed] });
        attach("network", "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole", {});
        const lambda = addFunction(add, name, role, table);
        addPermission(add, name, lambda);
    }
    return list;
}

module.exports = { functionStack, mixedStack };
