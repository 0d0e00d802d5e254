/** A Lambda permission, whose lines are to be drawn. */
import type { LambdaPermission } from "../../aws";
import type { Answer } from "../../values";
import type { Resource } from "../resource";
import type { Canvas } from "./canvas";

type PermissionInputs = NonNullable<(typeof LambdaPermission)["inputs"]>;

export interface Invoker {
    readonly canvas: Canvas;
    readonly permission: Resource<PermissionInputs>;
    readonly to: string;
    readonly name: string;
    readonly isIt: Answer;
    /** Is a URL of it declared here? */
    readonly hasUrl: boolean;
}

/** What a permission asks of whoever calls is a condition of the statement that Lambda makes of it. */
export function boundOf({ conditions }: Canvas, permission: Resource<PermissionInputs>): number | undefined {
    const { sourceArn, sourceAccount, principalOrgId, eventSourceToken } = permission.inputs;
    const asked = [
        ["ArnLike", "aws:sourcearn", sourceArn],
        ["StringEquals", "aws:sourceaccount", sourceAccount],
        ["StringEquals", "aws:principalorgid", principalOrgId],
        ["StringEquals", "lambda:eventsourcetoken", eventSourceToken],
    ] as const;
    const set = asked
        .filter(([, , value]) => value.state !== "absent")
        .map(([operator, key, value]) => {
            const text = value.text();
            return { operator, key, values: text === undefined ? [] : [text], unknown: value.unknowns() };
        });
    const [first] = asked.filter(([, , value]) => value.state === "unknown");
    return conditions.numberOf(set, permission, first?.[2].path ?? "");
}
