import type { Identity } from "../identities/identities";
import type { Canvas } from "./canvas";

/** The node of an identity; of one that lives elsewhere, the node of what gives it policies here. Undefined where nothing stands for it. */
export function identityNode(canvas: Canvas, identity: Identity): string | undefined {
    const { resource, held, attached, unread } = identity;
    if (resource) return canvas.idOf(resource);
    const holder = (held[0] ?? attached[0] ?? unread[0])?.holder;
    return holder && canvas.idOf(holder);
}
