import { LambdaFunction } from "../../model/aws";
import { carriedLayers, lacksVersion } from "../../model/graph";
import { cwe, declare, defineStackRule, sas } from "../../pack";

const program = (version: string) => ({
    orders: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        layers: [`arn:aws:lambda:eu-west-1:111122223333:layer:shared${version}`],
    }),
});

/** Lambda refuses anything else; here it is seen before the deployment. */
export default defineStackRule({
    id: "lambda-layer-version-pinned",
    severity: "low",
    frameworks: [cwe(829), sas(6)],
    title: "Functions name the version of each layer.",
    why: "Lambda takes one version of a layer and none else, so the deployment fails on an ARN without its number.",
    fix: 'End the ARN in a version: "arn:aws:lambda:REGION:ACCOUNT:layer:NAME:7". Of a layer of this stack that is layer.arn, not layer.layerArn.',
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/adding-layers.html",
        "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
    ],
    needs: carriedLayers,
    bad: program(""),
    good: program(":7"),
    *check(stack) {
        for (const layer of carriedLayers(stack)) {
            yield {
                resource: layer.resource,
                at: layer.at,
                when: lacksVersion(layer),
                message: "names no version of a layer, which Lambda refuses",
            };
        }
    },
});
