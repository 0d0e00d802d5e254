import { LambdaFunction } from "../../model/aws";
import { identitiesOf, unreadableFunctions } from "../../model/graph";
import { cwe, declare, defineStackRule, readerAllowed, ref, text } from "../../pack";

const { role, policy, orders } = readerAllowed({ Action: "dynamodb:GetItem", Resource: ref("orders.arn") });
const image = declare(LambdaFunction, {
    role: ref("role.arn"),
    packageType: "Image",
    imageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:7c3bd3",
});

/** What keeps `function-calls-granted` and `exec-role-no-unused-action` undecided. */
export default defineStackRule({
    id: "function-code-readable",
    severity: "low",
    profile: "strict",
    frameworks: [cwe(1059)],
    title: "What a function calls can be read from its code.",
    why: "Whether its role allows too much, or too little, stays open until it runs.",
    fix: "Put the code into the program, in JavaScript or Python, with what it imports, and let it name the operations that it calls.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
    needs: [identitiesOf, LambdaFunction],
    options: {
        programFolder: text("The folder that the program's relative paths start at, where the pack cannot tell."),
    },
    bad: { role, policy, orders, reader: image } as never,
    good: readerAllowed({ Action: "dynamodb:GetItem", Resource: ref("orders.arn") }),
    check: (stack, { options }) => unreadableFunctions(stack, options.programFolder),
});
