import assert from "node:assert/strict";
import {
    IamGroup,
    IamGroupMembership,
    IamGroupPolicy,
    IamGroupPolicyAttachment,
    IamGroupPolicyAttachmentsExclusive,
    IamPolicy,
    IamPolicyAttachment,
    IamRole,
    IamRolePoliciesExclusive,
    IamRolePolicy,
    IamRolePolicyAttachment,
    IamRolePolicyAttachmentsExclusive,
    IamUser,
    IamUserGroupMembership,
    IamUserPolicy,
    IamUserPolicyAttachment,
    IamUserPolicyAttachmentsExclusive,
    LambdaFunction,
    PermissionSet,
    PermissionSetBoundary,
    PermissionSetCustomerPolicies,
    PermissionSetCustomerPolicy,
    PermissionSetInlinePolicy,
    PermissionSetManagedPolicies,
    PermissionSetManagedPolicy,
} from "../../model/aws";
import { type Identity, identitiesOf, identityOf } from "../../model/graph";
import { declare, type Example, type Program, policyOf, ref, trusts, unknown } from "../../pack";
import { rules } from "../../policies";
import { analyze } from "../support/analysis";
import { graphOf } from "../support/graph";
import { register } from "../support/programs";

const assumeRolePolicy = trusts("lambda");
const policy = policyOf({ Sid: "Read", Action: "dynamodb:GetItem", Resource: "*" });
const LOGS = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const ELSEWHERE = "arn:aws:iam::444455556666:policy/shared";
const role = declare(IamRole, { assumeRolePolicy, name: "orders" });
const user = declare(IamUser, { name: "maria" });
const group = declare(IamGroup, { name: "staff" });
const shared = declare(IamPolicy, { policy });

/** All that an identity is given, in words: `statement from HOLDER at PROPERTY`, `attached NAME …`, `unread …`. */
function given(identity: Identity | undefined): readonly string[] {
    if (!identity) return ["no identity"];
    return [
        ...identity.held.map(({ statement, holder, at }) => `${statement.sid} from ${holder.name} at ${at}`),
        ...identity.attached.map(
            ({ arn, managed, holder, at }) => `${managed?.name ?? arn.split("/").at(-1)} from ${holder.name} at ${at}`,
        ),
        ...identity.unread.map(
            ({ place, holder, elsewhere }) => `${elsewhere ? "elsewhere" : "unread"} ${place} of ${holder.name}`,
        ),
    ];
}

const attachment = (more: Example) => declare(IamRolePolicyAttachment, { role: ref("role.name"), ...more } as Example);

/** A program that gives `role` something, and what that is: with outputs known, and unknown where that differs. */
const WAYS: Readonly<Record<string, readonly [Program, readonly string[], (readonly string[])?]>> = {
    nothing: [{ role }, []],
    "an inline policy of its own": [
        { role: declare(IamRole, { assumeRolePolicy, inlinePolicies: [{ name: "read", policy }] }) },
        ["Read from role at inlinePolicies[0].policy"],
    ],
    "an object in place of text": [
        {
            role,
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: {
                    Statement: [{ Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
                } as never,
            }),
        },
        ["Read from policy at policy.Statement[0]"],
    ],
    "a policy by the role's name": [
        { role, policy: declare(IamRolePolicy, { role: ref("role.name"), policy }) },
        ["Read from policy at policy"],
    ],
    "a policy by the role's id": [
        { role, policy: declare(IamRolePolicy, { role: ref("role.id"), policy }) },
        ["Read from policy at policy"],
    ],
    "a policy by the role's ARN": [
        { role, policy: declare(IamRolePolicy, { role: ref("role.arn"), policy }) },
        ["Read from policy at policy"],
    ],
    "a policy by a name that is written out": [
        { role, policy: declare(IamRolePolicy, { role: "orders", policy }) },
        ["Read from policy at policy"],
    ],
    "a customer-managed policy, attached": [
        { role, shared, attachment: attachment({ policyArn: ref("shared.arn") }) },
        ["Read from shared at policy"],
    ],
    "a customer-managed policy by the role itself": [
        { role: declare(IamRole, { assumeRolePolicy, managedPolicyArns: [ref("shared.arn")] } as Example), shared },
        ["Read from shared at policy"],
    ],
    "a customer-managed policy by a list of roles": [
        {
            role,
            shared,
            list: declare(IamPolicyAttachment, { roles: [ref("role.name")], policyArn: ref("shared.arn") }),
        },
        ["Read from shared at policy"],
    ],
    "customer-managed policies, exclusively": [
        {
            role,
            shared,
            exclusive: declare(IamRolePolicyAttachmentsExclusive, {
                roleName: ref("role.name"),
                policyArns: [ref("shared.arn"), LOGS],
            }),
        },
        ["Read from shared at policy", "AWSLambdaBasicExecutionRole from exclusive at policyArns[1]"],
    ],
    "an AWS-managed policy, attached": [
        { role, attachment: attachment({ policyArn: LOGS }) },
        ["AWSLambdaBasicExecutionRole from attachment at policyArn"],
    ],
    "an AWS-managed policy by the role itself": [
        { role: declare(IamRole, { assumeRolePolicy, managedPolicyArns: [LOGS] }) },
        ["AWSLambdaBasicExecutionRole from role at managedPolicyArns[0]"],
    ],
    "a policy of another stack": [
        { role, attachment: attachment({ policyArn: ELSEWHERE }) },
        ["shared from attachment at policyArn", "elsewhere attachment.policyArn of attachment"],
    ],
    "a policy that nobody knows": [
        { role, attachment: attachment({ policyArn: unknown }) },
        ["unread attachment.policyArn of attachment"],
    ],
    "a document that nobody knows": [
        { role, policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }) },
        ["unread policy.policy of policy"],
    ],
    "a document made of an output": [
        {
            role,
            other: declare(IamUser, {}),
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({ Sid: "Read", Action: "iam:GetUser", Resource: ref("other.arn") }),
            }),
        },
        ["Read from policy at policy"],
        ["unread policy.policy of policy"],
    ],
};

describe("what a role is given", () => {
    for (const [way, [program, known, notKnown = known]] of Object.entries(WAYS)) {
        for (const [outputs, expected] of [
            ["known", known],
            ["unknown", notKnown],
        ] as const) {
            it(`${way}, outputs ${outputs}`, () => {
                const { stack, resource } = graphOf(program, outputs === "unknown");
                assert.deepEqual(given(identityOf(stack, resource("role"))), expected);
            });
        }
    }

    it("is its own, and not what the role beside it is given", () => {
        const program: Program = {
            first: declare(IamRole, { assumeRolePolicy }),
            second: declare(IamRole, { assumeRolePolicy }),
            policy: declare(IamRolePolicy, {
                role: ref("first.name"),
                policy,
            }),
        };
        const { stack, resource } = graphOf(program, true);
        assert.deepEqual(given(identityOf(stack, resource("first"))), ["Read from policy at policy"]);
        assert.deepEqual(given(identityOf(stack, resource("second"))), []);
    });
});

const PEOPLE: Readonly<Record<string, Program>> = {
    "policies of their own": {
        user,
        group,
        a: declare(IamUserPolicy, { user: ref("user.name"), policy }),
        b: declare(IamGroupPolicy, { group: ref("group.name"), policy }),
    },
    "attached policies": {
        user,
        group,
        shared,
        a: declare(IamUserPolicyAttachment, { user: ref("user.name"), policyArn: ref("shared.arn") }),
        b: declare(IamGroupPolicyAttachment, { group: ref("group.name"), policyArn: ref("shared.arn") }),
    },
    "policies that are attached to lists": {
        user,
        group,
        shared,
        list: declare(IamPolicyAttachment, {
            users: [ref("user.name")],
            groups: [ref("group.name")],
            policyArn: ref("shared.arn"),
        }),
    },
};

describe("what users and groups are given", () => {
    for (const [way, program] of Object.entries(PEOPLE)) {
        for (const unknownOutputs of [false, true]) {
            it(`${way}, outputs ${unknownOutputs ? "unknown" : "known"}`, () => {
                const identities = identitiesOf(graphOf(program, unknownOutputs).stack);
                assert.deepEqual(identities.map(({ kind, held }) => `${kind} ${held.length}`).sort(), [
                    "group 1",
                    "user 1",
                ]);
            });
        }
    }
});

const permissionSet = declare(PermissionSet, { name: "operator", instanceArn: "arn:aws:sso:::instance/ssoins-1" });
const ofSet = { instanceArn: "arn:aws:sso:::instance/ssoins-1", permissionSetArn: ref("permissionSet.arn") };
const onlyLogs = [LOGS];

/** Who is given something, and what that is. */
const OTHERS: Readonly<Record<string, readonly [Program, string, readonly string[]]>> = {
    "a user's exclusive list": [
        {
            user,
            list: declare(IamUserPolicyAttachmentsExclusive, { userName: ref("user.name"), policyArns: onlyLogs }),
        },
        "user",
        ["AWSLambdaBasicExecutionRole from list at policyArns[0]"],
    ],
    "a group's exclusive list": [
        {
            group,
            list: declare(IamGroupPolicyAttachmentsExclusive, { groupName: ref("group.name"), policyArns: onlyLogs }),
        },
        "group",
        ["AWSLambdaBasicExecutionRole from list at policyArns[0]"],
    ],
    "an exclusive list that is not known": [
        { role, list: declare(IamRolePolicyAttachmentsExclusive, { roleName: ref("role.name"), policyArns: unknown }) },
        "role",
        ["unread list.policyArns of list"],
    ],
    "the names of inline policies, of which one is declared elsewhere": [
        {
            role,
            read: declare(IamRolePolicy, { role: ref("role.name"), name: "read", policy }),
            names: declare(IamRolePoliciesExclusive, { roleName: ref("role.name"), policyNames: ["read", "write"] }),
        },
        "role",
        ["Read from read at policy", "elsewhere names.policyNames[1] of names"],
    ],
    "the names of inline policies of the role's own": [
        {
            role: declare(IamRole, { assumeRolePolicy, inlinePolicies: [{ name: "read", policy }] }),
            names: declare(IamRolePoliciesExclusive, { roleName: ref("role.name"), policyNames: ["read"] }),
        },
        "role",
        ["Read from role at inlinePolicies[0].policy"],
    ],
    "a permission set's text": [
        { permissionSet, inline: declare(PermissionSetInlinePolicy, { ...ofSet, inlinePolicy: policy } as Example) },
        "permissionSet",
        ["Read from inline at inlinePolicy"],
    ],
    "a permission set's policy of AWS": [
        {
            permissionSet,
            managed: declare(PermissionSetManagedPolicy, { ...ofSet, managedPolicyArn: LOGS } as Example),
        },
        "permissionSet",
        ["AWSLambdaBasicExecutionRole from managed at managedPolicyArn"],
    ],
    "a permission set's policies of AWS, exclusively": [
        {
            permissionSet,
            managed: declare(PermissionSetManagedPolicies, { ...ofSet, managedPolicyArns: onlyLogs } as Example),
        },
        "permissionSet",
        ["AWSLambdaBasicExecutionRole from managed at managedPolicyArns[0]"],
    ],
    "a permission set's policy of the account, by name": [
        {
            permissionSet,
            shared: declare(IamPolicy, { name: "shared", policy }),
            customer: declare(PermissionSetCustomerPolicy, {
                ...ofSet,
                customerManagedPolicyReference: { name: "shared" },
            } as Example),
        },
        "permissionSet",
        ["Read from shared at policy"],
    ],
    "a permission set's policies of the account, which only bear a name of AWS's": [
        {
            permissionSet,
            customer: declare(PermissionSetCustomerPolicies, {
                ...ofSet,
                customerManagedPolicyReferences: [{ name: "AdministratorAccess" }],
            } as Example),
        },
        "permissionSet",
        [
            "AdministratorAccess from customer at customerManagedPolicyReferences[0].name",
            "elsewhere customer.customerManagedPolicyReferences[0].name of customer",
        ],
    ],
};

describe("what others are given", () => {
    for (const [way, [program, name, expected]] of Object.entries(OTHERS)) {
        it(way, () => {
            const { stack, resource } = graphOf(program);
            assert.deepEqual(given(identityOf(stack, resource(name))), expected);
        });
    }
    for (const [slot, statements] of [
        [{ managedPolicyArn: "arn:aws:iam::aws:policy/PowerUserAccess" }, 2],
        [{ customerManagedPolicyReference: { name: "shared" } }, 1],
    ] as const) {
        it(`a permission set's boundary, by ${Object.keys(slot).join()}`, () => {
            const { stack, resource } = graphOf({
                permissionSet,
                shared: declare(IamPolicy, { name: "shared", policy }),
                bound: declare(PermissionSetBoundary, { ...ofSet, permissionsBoundary: slot } as Example),
            });
            const boundary = identityOf(stack, resource("permissionSet"))?.boundary;
            assert.equal(boundary?.kind === "read" ? boundary.statements.length : boundary?.kind, statements);
        });
    }
});

describe("a user in groups", () => {
    const members: Readonly<Record<string, Program>> = {
        "a list of users": {
            membership: declare(IamGroupMembership, { group: ref("group.name"), users: [ref("user.name")] } as Example),
        },
        "a list of groups": {
            membership: declare(IamUserGroupMembership, {
                user: ref("user.name"),
                groups: [ref("group.name")],
            } as Example),
        },
    };
    const program = {
        user,
        group,
        own: declare(IamUserPolicy, { user: ref("user.name"), policy: policyOf({ Action: "s3:*", Resource: "*" }) }),
        theirs: declare(IamGroupPolicy, {
            group: ref("group.name"),
            policy: policyOf(
                { Action: "sqs:SendMessage", Resource: "*" },
                { Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" },
            ),
        }),
    };
    for (const [way, membership] of Object.entries(members)) {
        for (const unknownOutputs of [false, true]) {
            it(`may do what they may, and is denied what they are, by ${way}, outputs ${unknownOutputs ? "unknown" : "known"}`, () => {
                const { stack, resource } = graphOf({ ...program, ...membership }, unknownOutputs);
                const [one, many] = [identityOf(stack, resource("user")), identityOf(stack, resource("group"))];
                const may = (action: string) => [one, many].map((of) => of?.permissions.allows(action).is);
                assert.deepEqual(may("sqs:SendMessage"), ["yes", "yes"]);
                assert.deepEqual(may("s3:DeleteBucket"), ["no", "no"]);
                assert.deepEqual(may("s3:GetObject"), ["yes", "no"]);
                assert.equal(one?.held.length, 1);
            });
        }
    }
});

describe("whom policies are for", () => {
    const kinds = (program: Program, unknownOutputs = false) =>
        identitiesOf(graphOf(program, unknownOutputs).stack).map(
            ({ kind, resource, held }) => `${kind} ${resource?.name ?? "elsewhere"}: ${held.length}`,
        );

    it("nobody yet, where nothing attaches a customer-managed one", () => {
        assert.deepEqual(kinds({ shared }), ["policy elsewhere: 1"]);
        assert.deepEqual(kinds({ shared }, true), ["policy elsewhere: 1"]);
    });
    it("a role that lives elsewhere, once by whatever name", () => {
        const program = {
            a: declare(IamRolePolicy, { role: "orders", policy }),
            b: declare(IamRolePolicyAttachment, {
                role: "arn:aws:iam::111122223333:role/service/orders",
                policyArn: LOGS,
            }),
        };
        assert.deepEqual(kinds(program), ["role elsewhere: 1"]);
    });
    it("some role, where it is not known which", () => {
        assert.deepEqual(kinds({ a: declare(IamRolePolicy, { role: unknown, policy }) }), ["role elsewhere: 1"]);
    });
    it("nobody, where a policy only bounds", () => {
        const program = {
            shared,
            role: declare(IamRole, { assumeRolePolicy, permissionsBoundary: ref("shared.arn") }),
        };
        for (const unknownOutputs of [false, true]) assert.deepEqual(kinds(program, unknownOutputs), ["role role: 0"]);
    });
});

describe("a permissions boundary", () => {
    const bounded = (permissionsBoundary: unknown) => ({
        shared,
        role: declare(IamRole, { assumeRolePolicy, permissionsBoundary } as Example),
    });
    const CASES: readonly (readonly [string, unknown, Identity["boundary"]["kind"], number?])[] = [
        ["of this stack", ref("shared.arn"), "read", 1],
        ["of AWS", "arn:aws:iam::aws:policy/PowerUserAccess", "read", 2],
        ["of another stack", ELSEWHERE, "unread"],
        ["that nobody knows", unknown, "unread"],
        ["that is not given", undefined, "none"],
        ["that is given as nothing", "", "none"],
    ];
    for (const [which, value, kind, statements] of CASES) {
        for (const unknownOutputs of [false, true]) {
            it(`${which} is ${kind}, outputs ${unknownOutputs ? "unknown" : "known"}`, () => {
                const { stack, resource } = graphOf(bounded(value), unknownOutputs);
                const boundary = identityOf(stack, resource("role"))?.boundary;
                assert.equal(boundary?.kind, kind);
                assert.equal(boundary.kind === "read" ? boundary.statements.length : undefined, statements);
            });
        }
    }
});

describe("what lives outside of the stack", () => {
    it("is undecided, and said once, by exec-role-no-admin-access", async () => {
        const program: Program = {
            orders: declare(LambdaFunction, {
                role: "arn:aws:iam::444455556666:role/elsewhere",
                handler: "index.handler",
                runtime: "nodejs22.x",
            }),
            role,
            attachment: attachment({ policyArn: ELSEWHERE }),
        };
        const identityRules = rules.filter(({ id }) => /^exec-role-/.test(id));
        const { checks } = await analyze(identityRules, register(program, "dev", false));
        const open = checks.filter(({ verdict }) => verdict === "undecided");
        assert.deepEqual(open.map(({ policy: one, urn }) => `${one} ${urn.split("::").at(-1)}`).sort(), [
            "exec-role-no-admin-access attachment",
            "exec-role-no-admin-access orders",
        ]);
    });
});
