// Functions behind doors, twenty to each: REST APIs by resources, HTTP APIs by routes, REST APIs by a document, load balancers by rules.
const PROJECT = "bench";
const ACCOUNT = "123456789012";
const REGION = "eu-west-1";
const PER_DOOR = 20;

const arn = (service, resource) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

function doorStack(count) {
    const list = [];
    const add = (type, name, properties, references = {}) => {
        const dependencies = Object.fromEntries(
            Object.entries(references).map(([property, others]) => [property, others.map(({ urn }) => urn)]),
        );
        const urn = `urn:pulumi:${PROJECT}::${PROJECT}::${type}::${name}`;
        const resource = { type, name, urn, properties: { id: `${name}-id`, ...properties }, dependencies };
        list.push(resource);
        return resource;
    };
    for (let first = 0; first < count; first += PER_DOOR) {
        const functions = Array.from({ length: Math.min(PER_DOOR, count - first) }, (_, index) => {
            const name = `function-${first + index}`;
            return add("aws:lambda/function:Function", name, { arn: arn("lambda", `function:${name}`), name });
        });
        DOORS[(first / PER_DOOR) % DOORS.length](add, `door-${first}`, functions);
    }
    return list;
}

function restApi(add, name, functions) {
    const api = add("aws:apigateway/restApi:RestApi", name, { name });
    for (const one of functions) {
        const place = add("aws:apigateway/resource:Resource", `${one.name}-path`, {
            restApi: api.properties.id,
            parentId: `${name}-root`,
            pathPart: one.name,
        });
        const at = { restApi: api.properties.id, resourceId: place.properties.id, httpMethod: "POST" };
        const references = { restApi: [api], resourceId: [place] };
        add("aws:apigateway/method:Method", `${one.name}-post`, { ...at, authorization: "NONE" }, references);
        add(
            "aws:apigateway/integration:Integration",
            `${one.name}-to`,
            { ...at, type: "AWS_PROXY", uri: one.properties.arn },
            { ...references, uri: [one] },
        );
    }
}

function httpApi(add, name, functions) {
    const api = add("aws:apigatewayv2/api:Api", name, { protocolType: "HTTP" });
    for (const one of functions) {
        const to = add(
            "aws:apigatewayv2/integration:Integration",
            `${one.name}-to`,
            { apiId: api.properties.id, integrationType: "AWS_PROXY", integrationUri: one.properties.arn },
            { apiId: [api], integrationUri: [one] },
        );
        add(
            "aws:apigatewayv2/route:Route",
            `${one.name}-route`,
            {
                apiId: api.properties.id,
                routeKey: `POST /${one.name}`,
                target: `integrations/${to.properties.id}`,
                authorizationType: "NONE",
            },
            { apiId: [api], target: [to] },
        );
    }
}

function documentedApi(add, name, functions) {
    const operation = (one) => ({ "x-amazon-apigateway-integration": { type: "aws_proxy", uri: one.properties.arn } });
    const paths = Object.fromEntries(functions.map((one) => [`/${one.name}`, { post: operation(one) }]));
    add("aws:apigateway/restApi:RestApi", name, { body: JSON.stringify({ paths }) }, { body: functions });
}

function balancer(add, name, functions) {
    const of = (kind) => ({ arn: arn("elasticloadbalancing", `${kind}/${name}`) });
    const own = add("aws:lb/loadBalancer:LoadBalancer", name, { ...of("loadbalancer"), internal: false });
    const listener = add(
        "aws:lb/listener:Listener",
        `${name}-listener`,
        { ...of("listener"), loadBalancerArn: own.properties.arn, defaultActions: [] },
        { loadBalancerArn: [own] },
    );
    for (const one of functions) {
        const group = add("aws:lb/targetGroup:TargetGroup", `${one.name}-group`, {
            arn: arn("elasticloadbalancing", `targetgroup/${one.name}`),
            targetType: "lambda",
        });
        const targetGroupArn = group.properties.arn;
        add(
            "aws:lb/targetGroupAttachment:TargetGroupAttachment",
            `${one.name}-target`,
            { targetGroupArn, targetId: one.properties.arn },
            { targetGroupArn: [group], targetId: [one] },
        );
        add(
            "aws:lb/listenerRule:ListenerRule",
            `${one.name}-rule`,
            {
                listenerArn: listener.properties.arn,
                conditions: [{ pathPattern: { values: [`/${one.name}`] } }],
                actions: [{ type: "forward", targetGroupArn }],
            },
            { listenerArn: [listener], actions: [group] },
        );
    }
}

const DOORS = [restApi, httpApi, documentedApi, balancer];

module.exports = { doorStack };
