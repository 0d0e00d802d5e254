import { strict as assert } from "node:assert";
import { actionFacts, escalationPaths, resourceTypesOf } from "../../model/iam/knowledge";

const paths = escalationPaths();
const actionsOf = ({ needs, anyOf = [] }: (typeof paths)[number]) => [...needs, ...anyOf];

describe("privilege escalation paths", () => {
    it("are at least the 25 classes that are public knowledge, each once", () => {
        assert.ok(paths.length >= 25, String(paths.length));
        assert.equal(new Set(paths.map(({ id }) => id)).size, paths.length);
        assert.equal(new Set(paths.map((path) => actionsOf(path).sort().join())).size, paths.length - SAME_ACTIONS);
    });

    /** Two paths can need the same actions and differ in what they reach. */
    const SAME_ACTIONS = 0;

    for (const path of paths)
        it(`${path.id} needs actions that exist, and tells what, how and from where`, () => {
            const actions = actionsOf(path);
            assert.ok(actions.length > 0);
            for (const action of actions) assert.equal(actionFacts(action)?.name, action);
            for (const action of path.target.actions) assert.ok(actions.includes(action), action);
            assert.ok(path.sources.length > 0);
            for (const source of path.sources) assert.match(source, /^https:\/\/\S+$/);
            for (const sentence of [path.effect, path.fix]) assert.match(sentence, /^[A-Z].*\.$/);
            assert.match(path.title, /^[A-Z].*[^.]$/);
            assert.equal(path.passedToService !== undefined, path.needs.includes("iam:PassRole"));
        });

    it("decide by the resource of an action that has one", () => {
        const deciding = paths.flatMap(({ target }) => target.actions);
        assert.deepEqual(
            deciding.filter((action) => resourceTypesOf(action).length === 0),
            [],
        );
    });

    const KNOWN: readonly (readonly [string, readonly string[]])[] = [
        ["create-policy-version", ["iam:CreatePolicyVersion"]],
        ["set-default-policy-version", ["iam:SetDefaultPolicyVersion"]],
        ["create-access-key", ["iam:CreateAccessKey"]],
        ["create-login-profile", ["iam:CreateLoginProfile"]],
        ["update-login-profile", ["iam:UpdateLoginProfile"]],
        ["attach-user-policy", ["iam:AttachUserPolicy"]],
        ["attach-group-policy", ["iam:AttachGroupPolicy"]],
        ["attach-role-policy", ["iam:AttachRolePolicy"]],
        ["put-user-policy", ["iam:PutUserPolicy"]],
        ["put-group-policy", ["iam:PutGroupPolicy"]],
        ["put-role-policy", ["iam:PutRolePolicy"]],
        ["add-user-to-group", ["iam:AddUserToGroup"]],
        ["update-trust-policy", ["iam:UpdateAssumeRolePolicy"]],
        ["pass-role-lambda-event-source", ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"]],
        ["update-function-code", ["lambda:UpdateFunctionCode"]],
        ["update-glue-dev-endpoint", ["glue:UpdateDevEndpoint"]],
        ["pass-role-glue-dev-endpoint", ["iam:PassRole", "glue:CreateDevEndpoint"]],
        ["pass-role-cloudformation-stack", ["iam:PassRole", "cloudformation:CreateStack"]],
        ["pass-role-sagemaker-notebook", ["iam:PassRole", "sagemaker:CreateNotebookInstance"]],
        ["notebook-url", ["sagemaker:CreatePresignedNotebookInstanceUrl"]],
        ["update-function-layers", ["lambda:UpdateFunctionConfiguration"]],
    ];
    for (const [id, needs] of KNOWN)
        it(`${id} is among them, as Rhino Security Labs published it`, () => {
            assert.deepEqual(paths.find((path) => path.id === id)?.needs, needs);
        });

    it("through services that have shut down are left out", () => {
        assert.deepEqual(
            paths.filter((path) => actionsOf(path).some((action) => action.startsWith("codestar:"))),
            [],
        );
    });
});
