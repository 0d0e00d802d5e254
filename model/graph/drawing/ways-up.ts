/** Identities that can give themselves more than they are given: a line to everything that they may come by. */
import { type Answer, all } from "../../values";
import { isJudgedBy } from "../identities/actors";
import { openPaths } from "../identities/escalation";
import { placeOf } from "../identities/grants";
import type { OpenPath } from "../identities/holder";
import { identitiesOf } from "../identities/identities";
import { closing, titleOf } from "../identities/way-up";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { identityNode } from "./identity-nodes";
import { everything } from "./wild";

/** What such a line is called. */
export const WAY_UP = "way up";

export function drawWaysUp(canvas: Canvas): void {
    for (const identity of identitiesOf(canvas.stack)) {
        const from = identityNode(canvas, identity);
        if (from === undefined) continue;
        const judged = isJudgedBy(identity, "escalation");
        if (judged.is === "no") continue;
        const [worst] = openPaths(canvas.stack, identity)
            .filter(
                ({ reach, path, ways }) =>
                    reach !== "family" && path.provided === undefined && ways.length > 0 && path.target.kind !== "key",
            )
            .toSorted((a, b) => rank(a.when) - rank(b.when));
        const certain = worst && awaited(all(judged, worst.when));
        if (!worst || !certain) continue;
        const [deciding] = worst.ways;
        const { resource, at } = deciding ? placeOf(deciding.grant) : { resource: worst.holder, at: worst.at };
        canvas.line({
            from,
            to: everything(canvas),
            kind: "may",
            says: `${canvas.nameOf(from)} has a way up: ${titleOf(worst)}. ${worst.path.effect}`,
            label: WAY_UP,
            actions: actionsOf(worst),
            isWide: true,
            via: [{ urn: resource.urn, path: at }],
            closes: closing(canvas.stack, identity, worst),
            ...certain,
            apart: WAY_UP,
        });
    }
}

function rank({ is }: Answer): number {
    return is === "yes" ? 0 : 1;
}

function actionsOf({ ways }: OpenPath): readonly string[] {
    return [...new Set(ways.map(({ action }) => action))].sort();
}
