/** Doors that stand in other places than most: keys of channels, collections' own policies, buckets' names, shells. */
import assert from "node:assert/strict";
import {
    AppSyncApi,
    AppSyncChannelNamespace,
    DynamoDbTable,
    Ec2Instance,
    IamAccessKey,
    IamInstanceProfile,
    IamRole,
    IamRolePolicy,
    IamUser,
    IamUserPolicy,
    LambdaFunction,
    LambdaPermission,
    OpenSearchServerlessAccessPolicy,
    OpenSearchServerlessCollection,
    OpenSearchServerlessSecurityPolicy,
    S3Bucket,
} from "../../model/aws";
import type { DrawnEdge } from "../../model/graph";
import { declare, json, type Program, policyOf, ref, trusts } from "../../pack";
import { drawn, edges, told, ways } from "../support/drawings";

function edge(program: Program, wanted: string): DrawnEdge {
    const drawing = drawn(program);
    const found = drawing.edges.find((one) => told(drawing, one) === wanted);
    assert.ok(found, `${wanted} is not among ${edges(drawing).join(", ")}`);
    return found;
}

const placesOf = ({ via }: DrawnEdge) => via.map(({ urn, path }) => `${urn.split("::").at(-1)}.${path}`);

describe("a door of a drawing", () => {
    describe("by a key of a channel", () => {
        const events = (namespace: object, visibility?: string): Program => ({
            api: declare(AppSyncApi, {
                ...(visibility !== undefined && { visibility }),
                eventConfig: {
                    authProviders: [{ authType: "AWS_IAM" }, { authType: "API_KEY" }],
                    connectionAuthModes: [{ authType: "AWS_IAM" }],
                    defaultPublishAuthModes: [{ authType: "AWS_IAM" }],
                    defaultSubscribeAuthModes: [{ authType: "AWS_IAM" }],
                },
            } as object),
            parcels: declare(AppSyncChannelNamespace, { apiId: ref("api.apiId"), ...namespace }),
        });
        it("is open", () => {
            const { guard, closes, label, says, ...door } = edge(
                events({ subscribeAuthModes: [{ authType: "API_KEY" }] }),
                "Internet -> api!",
            );
            assert.deepEqual([guard, label, door.isOpen], ["API key", "parcels", true]);
            assert.match(says, /^Whoever has an API key may publish to parcels of api or listen there: /);
            assert.match(closes ?? "", /in place of API_KEY\.$/);
            assert.deepEqual(placesOf(door as DrawnEdge), ["parcels.subscribeAuthModes[0].authType"]);
        });
        it("is none where it asks for IAM, or is what its API is", () => {
            for (const namespace of [{ publishAuthModes: [{ authType: "AWS_IAM" }] }, {}])
                assert.ok(!edges(drawn(events(namespace))).some((one) => one.endsWith("!")));
        });
    });

    describe("of a collection", () => {
        const collection = (policies: Program): Program => ({
            search: declare(OpenSearchServerlessCollection, { name: "search" }),
            ...policies,
        });
        const network = (isPublic: boolean, of = "collection/search") =>
            declare(OpenSearchServerlessSecurityPolicy, {
                ...{ name: "n", type: "network" },
                policy: json([{ Rules: [{ ResourceType: "collection", Resource: [of] }], AllowFromPublic: isPublic }]),
            });
        const access = (principal: unknown, of = "index/search/*") =>
            declare(OpenSearchServerlessAccessPolicy, {
                ...{ name: "a", type: "data" },
                policy: json([
                    {
                        Rules: [{ ResourceType: "index", Resource: [of], Permission: ["aoss:ReadDocument"] }],
                        Principal: [principal],
                    },
                ]),
            });
        it("is reached where its network policy lets everybody in, and asks by its data access policy", () => {
            const { guard, isOpen, closes } = edge(collection({ network: network(true) }), "Internet -> search");
            assert.deepEqual([guard, isOpen], ["a data access policy", undefined]);
            assert.match(closes ?? "", /^Set AllowFromPublic: false/);
            for (const other of [network(false), network(true, "collection/others")])
                assert.deepEqual(edges(drawn(collection({ network: other }))), []);
            assert.deepEqual(edges(drawn(collection({ network: network(true, "collection/*") }))), [
                "Internet -> search",
            ]);
        });
        it("is open where its data access policy lets everybody read", () => {
            const door = edge(collection({ access: access("*") }), "Any AWS account -> search!");
            assert.deepEqual([door.actions, door.levels], [["aoss:ReadDocument"], ["Read"]]);
            assert.match(door.says, /^Everyone, of any AWS account, may aoss:ReadDocument on search, by a data access/);
            assert.equal(door.closes, "Name in Principal the roles that need it.");
        });
        it("is a grant where it names a role", () => {
            const program = collection({
                role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                access: access(ref("role.arn")),
            });
            assert.deepEqual(edges(drawn(program), "may"), ["role -> search"]);
            assert.deepEqual(edges(drawn(collection({ access: access("*", "index/others/*") }))), []);
        });
    });

    describe("of whoever has a bucket's name", () => {
        const permission = (inputs: object): Program => ({
            role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
            resize: declare(LambdaFunction, { role: ref("role.arn") }),
            uploads: declare(S3Bucket, {}),
            permission: declare(LambdaPermission, {
                ...{ function: ref("resize.name"), action: "lambda:InvokeFunction", principal: "s3.amazonaws.com" },
                sourceArn: ref("uploads.arn"),
                ...inputs,
            }),
        });
        it("is open where the permission names no account", () => {
            const door = edge(permission({}), "Any bucket -> resize!");
            assert.equal(door.closes, "Set sourceAccount to the account of the bucket, beside sourceArn.");
            assert.deepEqual(placesOf(door), ["permission.sourceAccount"]);
            assert.match(door.says, /for whoever gets the bucket's name next: /);
        });
        it("is none where it does", () =>
            assert.ok(!edges(drawn(permission({ sourceAccount: "111122223333" }))).some((one) => one.endsWith("!"))));
        it("asks for an organization where everybody is held to one", () => {
            const { guard, isOpen } = edge(
                permission({ principal: "*", sourceArn: undefined, principalOrgId: "o-a1b2c3d4e5" }),
                "Organization -> resize",
            );
            assert.deepEqual([guard, isOpen], ["organization", undefined]);
        });
    });

    describe("by a session on a host", () => {
        const host = (...statements: readonly object[]): Program => ({
            operator: declare(IamUser, {}),
            key: declare(IamAccessKey, { user: ref("operator.name") }),
            sessions: declare(IamUserPolicy, { user: ref("operator.name"), policy: policyOf(...statements) }),
            hostRole: declare(IamRole, { assumeRolePolicy: trusts("ec2") }),
            reads: declare(IamRolePolicy, {
                role: ref("hostRole.name"),
                policy: policyOf({ Action: "dynamodb:GetItem", Resource: ref("orders.arn") }),
            }),
            profile: declare(IamInstanceProfile, { role: ref("hostRole.name") }),
            bastion: declare(Ec2Instance, { iamInstanceProfile: ref("profile.name") }),
            orders: declare(DynamoDbTable, { attributes: [{ name: "id", type: "S" }], hashKey: "id" }),
        });
        it("leads on to what the host's role may do", () => {
            const program = host({ Action: "ssm:StartSession", Resource: ref("bastion.arn") });
            assert.ok(edges(drawn(program), "may").includes("operator -> bastion"));
            assert.ok(
                ways(drawn(program)).includes("Key holders > operator > bastion > hostRole => orders"),
                ways(drawn(program)).join("\n"),
            );
            assert.match(edge(program, "operator -> bastion").says, /may open a session on bastion/);
        });
        it("leads nowhere where it is only looked at", () => {
            const program = host({ Action: "ssm:GetConnectionStatus", Resource: ref("bastion.arn") });
            assert.ok(ways(drawn(program)).every((one) => !one.includes("hostRole")));
        });
    });
});
