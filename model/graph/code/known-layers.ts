/** Layers of which AWS tells what they do with the role of the function beside which they run. */
import { publishesForAws } from "../../aws";
import { inputOf, type Resource } from "../resource";

/**
 * By the layer's name, the actions. Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Lambda-Insights.html and
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-integration-lambda-extensions.html
 */
const DOES: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^LambdaInsightsExtension(?:-Arm64)?$/, ["logs:*"]],
    [
        /^AWS-Parameters-and-Secrets-Lambda-Extension(?:-Arm64)?$/,
        ["secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "kms:Decrypt"],
    ],
];

/** Undefined for a layer that may bring anything. */
export function doneByLayer(arn: string): readonly string[] | undefined {
    const [, partition = "", , , account = "", , name = ""] = arn.split(":");
    return publishesForAws(partition, account) ? DOES.find(([layer]) => layer.test(name))?.[1] : undefined;
}

/** What the layers of a function do with its role, as far as they are known. */
export function doneByLayers(holder: Resource): readonly string[] {
    return inputOf(holder, "layers")
        .items()
        .flatMap((layer) => doneByLayer(String(layer.known() ?? "")) ?? []);
}
