import type { Stack } from "../stack";
import { Canvas } from "./canvas";
import type { Drawing } from "./drawing";
import { drawGrants } from "./grants";
import { drawResourcePolicies } from "./resource-policies";
import { drawNetwork } from "./network";
import { drawEntries } from "./entries";
import { drawInvokers } from "./invokers";
import { drawTriggers } from "./triggers";
import { drawTrust } from "./trust";
import { drawPools } from "./pools";
import { drawCredentials } from "./credentials";
import { drawRunsAs } from "./runs-as";

/** The stack as a picture; the same whatever the order of resources and statements. Made anew each time: one asks once. */
export function drawingOf(stack: Stack): Drawing {
    const canvas = new Canvas(stack);
    drawEntries(canvas);
    drawTriggers(canvas);
    drawInvokers(canvas);
    drawTrust(canvas);
    drawPools(canvas);
    drawCredentials(canvas);
    drawRunsAs(canvas);
    drawResourcePolicies(canvas);
    drawNetwork(canvas);
    const roles = drawGrants(canvas);
    const { nodes, edges, networks } = canvas.drawn();
    return { nodes, edges, ways: [], roles, networks };
}
