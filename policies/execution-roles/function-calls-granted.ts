import { LambdaFunction } from "../../model/aws";
import { deniedCalls, identitiesOf } from "../../model/graph";
import { cwe, defineStackRule, readerAllowed, ref, text } from "../../pack";

/**
 * Of code in JavaScript and Python that is in the program. What a resource's own policy may grant, also of another stack, is left undecided; what
 * an organization or an endpoint of a VPC takes away is not seen.
 */
export default defineStackRule({
    id: "function-calls-granted",
    severity: "high",
    frameworks: [cwe(280)],
    title: "A function's role allows what its code calls.",
    why: "The call fails when it is made first, and whoever mends it in a hurry grants everything.",
    fix: "Allow what the code calls, on what it is called on.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
    ],
    needs: [identitiesOf, LambdaFunction],
    options: {
        programFolder: text("The folder that the program's relative paths start at, where the pack cannot tell."),
    },
    bad: readerAllowed({ Action: "dynamodb:Query", Resource: ref("orders.arn") }),
    good: readerAllowed({ Action: "dynamodb:GetItem", Resource: ref("orders.arn") }),
    check: (stack, { options }) => deniedCalls(stack, options.programFolder),
});
