import { LambdaFunction, LambdaPermission, SnsTopic, SnsTopicSubscription } from "../../model/aws";
import { type Dangling, danglingPermissions } from "../../model/graph";
import { cwe, declare, defineStackRule, ref, sas } from "../../pack";

const program = (endpoint: string) => ({
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" }),
    audit: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/audit" }),
    topic: declare(SnsTopic, {}),
    subscription: declare(SnsTopicSubscription, {
        topic: ref("topic.arn"),
        protocol: "lambda",
        endpoint: ref(endpoint),
    }),
    permission: declare(LambdaPermission, {
        action: "lambda:InvokeFunction",
        function: ref("orders.name"),
        principal: "sns.amazonaws.com",
        sourceArn: ref("topic.arn"),
    }),
});

/** A source that is not of this stack may well call the function. */
export default defineStackRule({
    id: "lambda-permission-matches-wiring",
    severity: "medium",
    frameworks: [cwe(441), sas(9), sas(11)],
    title: "Every permission to invoke a function serves a trigger of that function.",
    why: "A permission that outlived its trigger, or never fitted it, is a way in that nobody watches, and the trigger that was meant is refused.",
    fix: "Remove the permission, or make it name the function, version or alias, and the source, that the trigger has.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html",
    ],
    needs: danglingPermissions,
    bad: program("audit.arn"),
    good: program("orders.arn"),
    *check(stack) {
        for (const { permission: resource, why, source, wanted, when } of danglingPermissions(stack)) {
            const [at, message, fix] = DANGLING[why](source?.name ?? wanted ?? "");
            yield { resource, at, when, message, ...(fix !== undefined && { fix }) };
        }
    },
});

/** Where, what, and the fix where there is a better one than to remove it. */
type Said = readonly [at: string, message: string, fix?: string];

/** Of the source's name, or of what the service acts for. */
const DANGLING: Readonly<Record<Dangling, (source: string) => Said>> = {
    role: () => [
        "principal",
        "names a service that calls functions under a role: nothing ever uses this permission",
        "Remove the permission, and allow lambda:InvokeFunction on this function to the role that the service takes.",
    ],
    read: () => [
        "principal",
        "names a service that Lambda reads from under the function's own role: nothing ever uses this permission",
        "Remove the permission; the event source mapping needs none.",
    ],
    kind: (wanted) => [
        "sourceArn",
        "names what this service never invokes functions for, so the permission lets nothing in, and the call that was meant is refused",
        `Set sourceArn to the ARN with which the ${wanted} calls, or principal to the service of this source.`,
    ],
    "log group": () => [
        "sourceArn",
        "is the bare ARN of a log group, which CloudWatch Logs never calls with: the subscription is refused",
        "Set sourceArn: pulumi.interpolate`${logGroup.arn}:*`.",
    ],
    nothing: (source) => [
        "sourceArn",
        `names ${source}, which calls nothing of this stack: nothing uses this permission`,
    ],
    others: (source) => ["sourceArn", `names ${source}, which calls others and not this function`],
    qualifier: (source) => [
        "qualifier",
        `covers another version or alias than the one that ${source} calls, so that call is refused`,
        "Set qualifier to the version or alias that the trigger calls, or leave it out where that calls the function itself.",
    ],
    operation: (source) => [
        "sourceArn",
        `names a method or path of ${source} that does not call this function`,
        "Set sourceArn to the method and path of the route that calls this function, such as pulumi.interpolate`${api.executionArn}/*/GET/orders`.",
    ],
};
