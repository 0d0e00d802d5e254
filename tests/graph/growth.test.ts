import assert from "node:assert/strict";
import path from "node:path";
import { Stack } from "../../model/graph";
import * as pattern from "../../model/iam/pattern";
import { Value } from "../../model/values";
import { readEnvironment } from "../../pack/environment";
import { readOptions } from "../../pack/options";
import { stackPart } from "../../pack/rule";
import { standardSettings } from "../../pack/settings";
import { rules } from "../../policies";

interface Generated {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly properties: Record<string, unknown>;
    readonly dependencies: Record<string, readonly string[]>;
}

const { teamStack } = require(path.resolve(__dirname, "../support/team-stack.js")) as {
    teamStack(count: number, team: string): readonly Generated[];
};

const { doorStack } = require(path.resolve(__dirname, "../support/door-stack.js")) as {
    doorStack(count: number): readonly Generated[];
};

/** Databases with a replica each, and functions from images and from objects of the stack. */
function shippedStack(count: number): readonly Generated[] {
    const made: Generated[] = [];
    const make = (type: string, name: string, properties: Record<string, unknown>): string => {
        const urn = `urn:pulumi:prod::shop::${type}::${name}`;
        made.push({ type, name, urn, properties, dependencies: {} });
        return urn;
    };
    for (let index = 0; index < count; index += 1) {
        const registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
        const role = "arn:aws:iam::111122223333:role/orders";
        const db = { engine: "postgres", instanceClass: "db.t4g.micro", password: "q8Zr3kP0vXt7" };
        make("aws:rds/instance:Instance", `db-${index}`, { ...db, identifier: `db-${index}` });
        make("aws:rds/instance:Instance", `replica-${index}`, { replicateSourceDb: `db-${index}` });
        make("aws:ecr/repository:Repository", `repo-${index}`, { name: `orders-${index}` });
        make("aws:s3/bucketObjectv2:BucketObjectv2", `object-${index}`, { bucket: "code", key: `orders-${index}.zip` });
        const image = { packageType: "Image", imageUri: `${registry}/orders-${index}:1.4.2` };
        make("aws:lambda/function:Function", `image-${index}`, { role, ...image });
        const zip = { s3Bucket: "code", s3Key: `orders-${index}.zip`, runtime: "nodejs22.x", handler: "index.handler" };
        make("aws:lambda/function:Function", `zip-${index}`, { role, ...zip, environment: { variables: { A: "b" } } });
        make("aws:secretsmanager/secret:Secret", `secret-${index}`, { name: `prod/orders-${index}` });
        make("aws:secretsmanager/secretRotation:SecretRotation", `rotation-${index}`, {
            secretId: `prod/orders-${index}`,
            rotationRules: { automaticallyAfterDays: 30 },
        });
    }
    return made;
}

/** Hosts in as many groups, which let in each other and the whole VPC, databases and balancers; subnets with tables, lists and gateways. */
function networkStack(count: number): readonly Generated[] {
    const made: Generated[] = [];
    const make = (type: string, name: string, properties: Record<string, unknown>): string => {
        const urn = `urn:pulumi:prod::shop::${type}::${name}`;
        made.push({ type, name, urn, properties: { ...properties, id: name }, dependencies: {} });
        return name;
    };
    const vpcId = make("aws:ec2/vpc:Vpc", "vpc-main", { cidrBlock: "10.0.0.0/8" });
    const gatewayId = make("aws:ec2/internetGateway:InternetGateway", "igw-main", { vpcId });
    const everything = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
    for (let index = 0; index < count; index += 1) {
        const subnetId = make("aws:ec2/subnet:Subnet", `subnet-${index}`, {
            vpcId,
            cidrBlock: `10.${index >> 8}.${index & 255}.0/24`,
            mapPublicIpOnLaunch: index % 2 === 0,
        });
        const routes = index % 2 === 0 ? [{ cidrBlock: "0.0.0.0/0", gatewayId }] : [];
        const routeTableId = make("aws:ec2/routeTable:RouteTable", `rtb-${index}`, { vpcId, routes });
        make("aws:ec2/routeTableAssociation:RouteTableAssociation", `rta-${index}`, { subnetId, routeTableId });
        const entry = { ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" };
        make("aws:ec2/networkAcl:NetworkAcl", `acl-${index}`, {
            ...{ vpcId, subnetIds: [subnetId], ingress: [entry], egress: [entry] },
        });
        const group = make("aws:ec2/securityGroup:SecurityGroup", `sg-${index}`, { vpcId, egress: [everything] });
        const own = { securityGroupId: group, ipProtocol: "tcp" };
        for (const [port, source] of [
            [22, { cidrIpv4: index === 0 ? "0.0.0.0/0" : "10.0.0.0/8" }],
            [443, { cidrIpv4: "10.0.0.0/8" }],
            [5432, { referencedSecurityGroupId: `sg-${Math.max(0, index - 1)}` }],
        ] as const)
            make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", `rule-${index}-${port}`, {
                ...{ ...own, fromPort: port, toPort: port, ...source },
            });
        make("aws:ec2/instance:Instance", `i-${index}`, { subnetId, vpcSecurityGroupIds: [group] });
        make("aws:rds/subnetGroup:SubnetGroup", `subnets-${index}`, {
            name: `subnets-${index}`,
            subnetIds: [subnetId],
        });
        make("aws:rds/instance:Instance", `db-${index}`, {
            ...{ engine: "postgres", dbSubnetGroupName: `subnets-${index}`, vpcSecurityGroupIds: [group] },
        });
    }
    return made;
}

interface Work {
    readonly reads: number;
    readonly walks: number;
}

/** How often the graph and the stack policies of a stack read a property, and walk patterns. */
function work(program: readonly Generated[]): Work {
    const counted = { reads: 0, walks: 0 };
    const read = Value.prototype.at;
    const module = pattern as { witness: typeof pattern.witness };
    const { witness } = module;
    Value.prototype.at = function (this: Value, key: never) {
        counted.reads += 1;
        return read.call(this, key);
    } as typeof read;
    module.witness = (...sets) => {
        counted.walks += 1;
        return witness(...sets);
    };
    try {
        const stack = new Stack(
            program.map(({ properties, dependencies, ...resource }) => ({
                ...resource,
                root: new Value(properties, "", { resource: resource.name }),
                dependencies: [...new Set(Object.values(dependencies).flat())],
                propertyDependencies: dependencies,
                protect: false,
            })),
        );
        for (const rule of rules.flatMap((one) => stackPart(one) ?? [])) {
            const options = readOptions(rule.id, rule.options ?? {}, {}).values;
            const judgements = rule.check(stack, {
                options,
                environment: readEnvironment("prod", new Map(), standardSettings),
            });
            for (const _ of (judgements ?? []) as Iterable<unknown>);
        }
        return counted;
    } finally {
        Value.prototype.at = read;
        module.witness = witness;
    }
}

describe("the graph and the policies on it", () => {
    const programs: Readonly<Record<string, (count: number) => readonly Generated[]>> = {
        functions: (count) => teamStack(count, `team-${count}`),
        "functions behind doors": doorStack,
        "databases, images and secrets": shippedStack,
        "hosts, groups and subnets": networkStack,
    };
    for (const [what, program] of Object.entries(programs)) {
        it(`do twice the work for twice the ${what}`, () => {
            work(program(20)); // Tables are read at their first use.
            const [one, two, four] = [work(program(80)), work(program(160)), work(program(320))];
            for (const kind of ["reads", "walks"] as const) {
                assert.ok(one[kind] > 0 || program !== programs["functions"], kind);
                const [first, second] = [two[kind] - one[kind], four[kind] - two[kind]];
                assert.ok(second <= first * 2.1, `${kind}: ${one[kind]}, ${two[kind]}, ${four[kind]}`);
            }
            assert.ok(one.reads > 0);
        });
    }
});
