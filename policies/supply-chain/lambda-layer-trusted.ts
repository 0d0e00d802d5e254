import { LambdaFunction } from "../../model/aws";
import { carriedLayers, isStrangers } from "../../model/graph";
import { cwe, declare, defineStackRule, sas, strings } from "../../pack";

const program = (account: string) => ({
    orders: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        layers: [`arn:aws:lambda:eu-west-1:${account}:layer:tracing:7`],
    }),
});

/** The account counts, not the name: anybody may call a layer as AWS does. */
export default defineStackRule({
    id: "lambda-layer-trusted",
    severity: "high",
    frameworks: [cwe(829), sas(6)],
    title: "Layers come from this account, from AWS, or from an account that is named as trusted.",
    why: "A layer's code runs within the function, under its role and with all that it reads; whoever publishes it decides what that is.",
    fix: "Publish what is needed as a layer of your own (new aws.lambda.LayerVersion(…)), or name the account in trustedAccounts if it is one of yours.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/adding-layers.html",
    ],
    options: {
        trustedAccounts: strings(
            "Accounts whose layers functions may use, besides the stack's own and AWS's: ids of 12 digits.",
        ),
    },
    needs: carriedLayers,
    bad: program("444455556666"),
    good: program("111122223333"),
    *check(stack, { options }) {
        for (const layer of carriedLayers(stack)) {
            const { when, vendor } = isStrangers(stack, layer, options.trustedAccounts);
            yield {
                resource: layer.resource,
                at: layer.at,
                when,
                message: `holds a layer of ${vendor ?? "an account"} that is not named as trusted: its code runs under the function's role`,
                ...(vendor !== undefined && {
                    fix: `Name the account of ${vendor} in trustedAccounts if the team trusts it with all that this function may do; else remove the layer.`,
                }),
            };
        }
    },
});
