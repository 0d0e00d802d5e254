import { IamRole, IamUser } from "../../aws";
import type { Canvas } from "./canvas";
import { principalElsewhere } from "./outside";

/** The node of a role or user by its ARN: of this stack, or one that lives elsewhere. */
export function roleNode(canvas: Canvas, arn: string): string {
    const here = canvas.stack.named<unknown>(arn, IamRole, IamUser);
    return (here && canvas.idOf(here)) ?? principalElsewhere(canvas, arn);
}
