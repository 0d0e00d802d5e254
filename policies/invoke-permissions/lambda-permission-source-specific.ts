import { LambdaFunction, LambdaPermission } from "../../model/aws";
import { type OpenSource, openSources } from "../../model/graph";
import { cwe, declare, defineStackRule, owasp, ref, type Severity, sas } from "../../pack";

const program = (sourceArn: string) => ({
    nightly: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/nightly" }),
    permission: declare(LambdaPermission, {
        action: "lambda:InvokeFunction",
        function: ref("nightly.name"),
        principal: "events.amazonaws.com",
        sourceArn,
    }),
});

/** On the graph, since who else answers an API's routes decides whether the whole API is too much. APIs of other stacks are not judged so. */
export default defineStackRule({
    id: "lambda-permission-source-specific",
    severity: "high",
    frameworks: [cwe(732), cwe(441), sas(9), owasp(5)],
    title: "A grant to an AWS service names the one resource that invokes the function.",
    why: "Whoever can make or change any other of them in that account runs this function with whatever they send.",
    fix: "Set sourceArn to the ARN of the one that calls, such as rule.arn.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html",
    ],
    needs: openSources,
    bad: program("arn:aws:events:eu-west-1:111122223333:rule/*"),
    good: program("arn:aws:events:eu-west-1:111122223333:rule/nightly"),
    *check(stack) {
        for (const { permission: resource, when, ...open } of openSources(stack)) {
            const [severity, message, fix] = said(open);
            yield { resource, at: "sourceArn", when, message, severity, ...(fix !== undefined && { fix }) };
        }
    },
});

function said({
    how,
    one,
    isAdvised,
}: Pick<OpenSource, "how" | "one" | "isAdvised">): readonly [Severity, string, string?] {
    const fix = `Set sourceArn to the ARN of the one ${one} that calls.`;
    switch (how) {
        case "every":
            return [isAdvised ? "medium" : "high", `allows every ${one} of the account, also those made later`, fix];
        case "family":
            return ["medium", `allows every ${one} whose name begins so, also those made later`, fix];
        case "operations":
            return [
                "medium",
                "allows the whole API, of which other functions answer methods or routes: each of those may invoke this one too",
                "Set sourceArn to the method and path that this function answers, such as pulumi.interpolate`${api.executionArn}/*/GET/orders`.",
            ];
    }
}
