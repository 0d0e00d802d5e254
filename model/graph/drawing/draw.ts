import type { Stack } from "../stack";
import { Canvas } from "./canvas";
import { drawCredentials } from "./credentials";
import type { Drawing } from "./drawing";
import type { Drawn } from "./drawn";
import { drawEntries } from "./entries";
import { drawEventChannels } from "./event-channels";
import { drawGrants } from "./grants";
import { drawInvokers } from "./invokers";
import { drawNetwork } from "./network";
import { drawPools } from "./pools";
import { drawResourcePolicies } from "./resource-policies";
import { drawRunsAs } from "./runs-as";
import { drawSearchCollections } from "./search-collections";
import { describe } from "./subs";
import { drawTriggers } from "./triggers";
import { drawTrust } from "./trust";
import { waysOf } from "./ways";
import { drawWaysUp } from "./ways-up";

/** The stack as a picture; the same whatever the order of resources and statements. Made anew each time: one asks once. */
export function drawingOf(stack: Stack): Drawing {
    return drawnOf(stack).drawing;
}

/** The same with its conditions, so that it can be held against another one that was made under the same key. */
export function drawnOf(stack: Stack, key?: string): Drawn {
    const canvas = new Canvas(stack, key);
    drawEntries(canvas);
    drawEventChannels(canvas);
    drawTriggers(canvas);
    drawInvokers(canvas);
    drawTrust(canvas);
    drawPools(canvas);
    drawCredentials(canvas);
    drawRunsAs(canvas);
    drawResourcePolicies(canvas);
    drawSearchCollections(canvas);
    drawNetwork(canvas);
    const roles = drawGrants(canvas);
    drawWaysUp(canvas);
    describe(canvas);
    const ways = waysOf(canvas);
    const { nodes, edges, networks } = canvas.drawn();
    return { drawing: { nodes, edges, ways, roles, networks }, conditions: canvas.conditions.all };
}
