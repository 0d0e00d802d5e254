import { LambdaFunction } from "../../model/aws";
import { identitiesOf, unusedGrants } from "../../model/graph";
import { cwe, defineStackRule, owasp, readerAllowed, ref, sas, text } from "../../pack";

/**
 * Of roles under which only functions run whose code is read. Not counted: what Lambda itself does with the role, what a call may need besides,
 * and rights that no operation asks for, such as those of database drivers. Administrators and `NotAction` are other rules' findings.
 */
export default defineStackRule({
    id: "exec-role-no-unused-action",
    severity: "medium",
    frameworks: [cwe(250), cwe(272), sas(4), owasp(5)],
    title: "An execution role allows no more than what the code under it calls.",
    why: "A right that no code uses serves nobody but whoever takes the function over.",
    fix: "Take out the actions that no code calls.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
        "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
    ],
    needs: [identitiesOf, LambdaFunction],
    options: {
        programFolder: text("The folder that the program's relative paths start at, where the pack cannot tell."),
    },
    bad: readerAllowed({ Action: ["dynamodb:GetItem", "dynamodb:DeleteItem"], Resource: ref("orders.arn") }),
    good: readerAllowed({ Action: "dynamodb:GetItem", Resource: ref("orders.arn") }),
    check: (stack, { options }) => unusedGrants(stack, options.programFolder),
});
