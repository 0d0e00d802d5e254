import type { Admission } from "../../iam";
import type { Answer } from "../../values";
import type { TrustedRole } from "../identities/trust";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";

export interface Asked {
    readonly canvas: Canvas;
    readonly trusted: TrustedRole;
    readonly to: string;
}

export interface Said {
    readonly from: string;
    readonly says: string;
    readonly when: Answer;
    readonly guard?: string | undefined;
    /** The fix, of one that nothing holds back. */
    readonly closes?: string;
    readonly isOpen?: boolean;
}

export function draw({ canvas, trusted, to }: Asked, { statement }: Admission, said: Said): void {
    const certain = awaited(said.when);
    if (!certain) return;
    const { from, says, guard, closes, isOpen = closes !== undefined } = said;
    canvas.line({
        from,
        to,
        kind: "assumes",
        says,
        ...(guard !== undefined && { guard }),
        ...(isOpen && { isOpen: true as const }),
        ...(closes !== undefined && { closes }),
        via: [{ urn: trusted.role.urn, path: statement.path }],
        ...certain,
        bound: canvas.conditions.numberOf(statement.conditions, trusted.role, statement.path),
        apart: isOpen ? "open" : "",
    });
}
