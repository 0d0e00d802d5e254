import assert from "node:assert/strict";
import {
    IamPolicy,
    IamRole,
    IamRolePolicyAttachment,
    LambdaAlias,
    LambdaFunction,
    RdsCluster,
    RdsClusterInstance,
    S3Bucket,
    S3BucketVersioning,
} from "../../model/aws";
import { linked, possible } from "../../model/graph";
import { declare, type Example, type Program, ref, trusts, unknown } from "../../pack";
import { graphOf, told } from "../support/graph";

const assumeRolePolicy = trusts("lambda");
const roles: Program = {
    read: declare(IamRole, { assumeRolePolicy, name: "read" }),
    write: declare(IamRole, { assumeRolePolicy, name: "write", path: "/service/" }),
};
const OUTSIDE = "arn:aws:iam::111122223333:role/elsewhere";

/** A function whose role is given so, and what its role links to: with outputs known, and unknown. */
const ROLES: Readonly<Record<string, readonly [given: unknown, known: string, unknown: string]>> = {
    "an ARN of this stack": [ref("read.arn"), "read", "read"],
    "a name of this stack": [ref("read.name"), "read", "read"],
    "an id of this stack": [ref("write.id"), "write", "write"],
    "an ARN written out": [
        "arn:aws:iam::123456789012:role/read",
        "read",
        `outside: arn:aws:iam::123456789012:role/read`,
    ],
    "a name written out": ["read", "read", "read"],
    "an ARN put together around a name": [ref("read.name", "arn:aws:iam::123456789012:role/other/"), "read", "read"],
    "another stack's": [OUTSIDE, `outside: ${OUTSIDE}`, `outside: ${OUTSIDE}`],
    "what nobody knows": [unknown, "unknown: function.role", "unknown: function.role"],
    nothing: [undefined, "absent", "absent"],
};

describe("a property's link", () => {
    for (const [what, [role, known, notKnown]] of Object.entries(ROLES)) {
        const program = { ...roles, function: declare(LambdaFunction, { role } as Example) };
        for (const [outputs, expected] of [
            ["known", known],
            ["unknown", notKnown],
        ] as const) {
            it(`${what}, outputs ${outputs}: ${expected}`, () => {
                const { stack, resource } = graphOf(program, outputs === "unknown");
                const from = resource("function");
                assert.equal(told(stack.link(from, from.root.get("role"), IamRole)), expected);
            });
        }
    }

    it("tells a bucket by the name that Pulumi gives it before the bucket is there", () => {
        const program: Program = {
            orders: declare(S3Bucket, {}),
            named: declare(S3Bucket, { bucket: "named" }),
            versions: declare(S3BucketVersioning, { bucket: ref("orders.bucket") } as Example),
            literal: declare(S3BucketVersioning, { bucket: "named" } as Example),
        };
        for (const unknownOutputs of [false, true]) {
            const { stack, resource } = graphOf(program, unknownOutputs);
            const bucketOf = (name: string) => {
                const from = resource(name);
                return told(stack.link(from, from.root.get("bucket"), S3Bucket));
            };
            assert.deepEqual([bucketOf("versions"), bucketOf("literal")], ["orders", "named"]);
        }
    });

    it("tells a resource by any name of its own that the property was made of", () => {
        const program: Program = {
            orders: declare(RdsCluster, { clusterIdentifier: "orders" }),
            member: declare(RdsClusterInstance, { clusterIdentifier: ref("orders.clusterIdentifier") } as Example),
        };
        const { stack, resource } = graphOf(program, true);
        const from = resource("member");
        assert.equal(told(stack.link(from, from.root.get("clusterIdentifier"), RdsCluster)), "orders");
    });

    describe("of a property that was made of several resources", () => {
        const program: Program = {
            ...roles,
            function: declare(LambdaFunction, {
                role: ref("read.arn"),
                environment: { variables: { A: ref("read.arn"), B: ref("write.arn") } },
            }),
        };
        const at = (unknownOutputs: boolean, name: string) => {
            const { stack, resource } = graphOf(program, unknownOutputs);
            const from = resource("function");
            return stack.link(from, from.root.down(`environment.variables.${name}`), IamRole);
        };
        it("is told by the value, where it is known", () => {
            assert.deepEqual([told(at(false, "A")), told(at(false, "B"))], ["read", "write"]);
        });
        it("is one of them, where it is unknown", () => {
            assert.equal(told(at(true, "B")), "candidates: read or write, by function.environment.variables.B");
            assert.deepEqual(
                possible(at(true, "B")).map(({ name }) => name),
                ["read", "write"],
            );
            assert.equal(linked(at(true, "B")), undefined);
        });
        it("is none of them, where nothing stands there", () => assert.equal(told(at(true, "C")), "absent"));
    });

    it("looks among the types asked for only", () => {
        const { stack, resource } = graphOf({
            ...roles,
            attachment: declare(IamRolePolicyAttachment, {
                role: ref("read.name"),
                policyArn: ref("read.arn") as never,
            }),
        });
        const from = resource("attachment");
        assert.equal(told(stack.link(from, from.root.get("policyArn"), IamPolicy)).split(":")[0], "outside");
        assert.equal(told(stack.link<unknown>(from, from.root.get("policyArn"), IamPolicy, IamRole)), "read");
    });
    it("of an unknown that depends on another type is unknown", () => {
        const { stack, resource } = graphOf(
            { ...roles, function: declare(LambdaFunction, { role: ref("read.arn") }) },
            true,
        );
        const from = resource("function");
        assert.equal(told(stack.link(from, from.root.get("role"), IamPolicy)), "unknown: function.role");
    });
});

describe("a name that several resources have", () => {
    const functions: Program = {
        ...Object.fromEntries(
            ["one", "two", "three"].map((name) => [name, declare(LambdaFunction, { role: OUTSIDE, name })]),
        ),
        ...Object.fromEntries(
            ["one", "two", "three"].map((name) => [
                `live-${name}`,
                declare(LambdaAlias, { name: "live", functionName: ref(`${name}.name`), functionVersion: "1" }),
            ]),
        ),
    };
    it("names none of them, however many there are", () => {
        const { stack } = graphOf(functions);
        assert.equal(stack.named("live", LambdaAlias), undefined);
        assert.equal(stack.named("one", LambdaFunction)?.name, "one");
    });
    it("is decided by the resource that the property was made of", () => {
        const { stack, resource } = graphOf({
            ...functions,
            user: declare(LambdaFunction, { role: OUTSIDE, description: ref("live-two.name") }),
        });
        const from = resource("user");
        assert.equal(told(stack.link(from, from.root.get("description"), LambdaAlias)), "live-two");
    });
    it("of another type does not count", () => {
        const { stack } = graphOf({ ...roles, function: declare(LambdaFunction, { role: OUTSIDE, name: "read" }) });
        assert.equal(stack.named("read", IamRole)?.type, IamRole.token);
        assert.equal(stack.named("read", LambdaFunction)?.type, LambdaFunction.token);
    });
});

describe("a stack", () => {
    it("holds its resources in the order of their URNs, with parents and dependencies", () => {
        const { stack, resource } = graphOf({
            z: declare(IamRole, { assumeRolePolicy }),
            b: declare(IamRole, { assumeRolePolicy }),
            a: declare(LambdaFunction, { role: ref("z.arn") }, { parent: "z", dependsOn: ["z"], protect: true }),
        });
        const urns = stack.resources.map(({ urn }) => urn);
        assert.deepEqual(urns, [...urns].sort());
        const { parent, dependencies, propertyDependencies, protect } = resource("a");
        assert.deepEqual(
            [
                parent?.name,
                dependencies.map(({ name }) => name),
                propertyDependencies["role"]?.map(({ name }) => name),
                protect,
            ],
            ["z", ["z"], ["z"], true],
        );
    });
    it("computes a shared fact once", () => {
        const { stack } = graphOf(roles);
        let computed = 0;
        const fact = () => stack.once("key", () => ++computed);
        assert.deepEqual([fact(), fact(), computed], [1, 1, 1]);
    });
});
