import type { Canvas } from "./canvas";
import type { DrawnNode } from "./drawing";

/** A role of another stack or account, by its ARN or name. */
export function roleElsewhere(canvas: Canvas, reference: string): Pick<DrawnNode, "id" | "name"> {
    const name = reference.split("/").at(-1) || reference;
    const id = canvas.outside({
        id: `elsewhere:${reference}`,
        lane: 3,
        kind: "role",
        kindName: "IAM role",
        name,
        sub: "Of another stack",
        isElsewhere: true,
    });
    return { id, name };
}
