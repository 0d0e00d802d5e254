/** The whole map, small, with what of it is in the window; a click or a drag goes there. For those who see: all of it is in the map too. */
import type { Severity } from "../../common/data";
import type { Box, Placed } from "../../layout/layout";
import { h, set, svg } from "../dom";

const WIDTH = 30;
const TALLEST = 420;

export interface Seen {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
}

export class Overview {
    readonly element: HTMLElement;
    private readonly picture = svg("svg", {});
    private readonly seen = svg("rect", { class: "seen", rx: 3 });
    private across = 1;
    private down = 1;

    /** `go` is given a place on the stage. */
    constructor(private readonly go: (x: number, y: number) => void) {
        this.element = h("div", { class: "overview", "aria-hidden": "true" }, this.picture);
        this.picture.addEventListener("pointerdown", (event) => {
            this.picture.setPointerCapture(event.pointerId);
            this.to(event);
        });
        this.picture.addEventListener("pointermove", (event) => {
            if (event.buttons > 0) this.to(event);
        });
    }

    draw(
        { width, height }: Pick<Placed, "width" | "height">,
        boxes: readonly { readonly box: Box; readonly severity: Severity | undefined; readonly isDim: boolean }[],
    ): void {
        this.across = WIDTH / width;
        this.down = Math.min(this.across * 2, TALLEST / Math.max(1, height));
        const kinds = new Map<string, string>();
        for (const { box, severity, isDim } of boxes) {
            const kind = `${severity ? `s-${severity}` : ""}${isDim ? " dim" : ""}`;
            const [x, w] = [box.x, box.width].map((value) => tenth(value * this.across));
            const [y, tall] = [box.y, box.height].map((value) => tenth(value * this.down));
            kinds.set(kind, `${kinds.get(kind) ?? ""}M${x} ${y}h${w}v${Math.max(1, tall ?? 1)}h-${w}z`);
        }
        const size = { width: WIDTH, height: Math.max(4, Math.round(height * this.down)) };
        set(this.picture, size);
        this.picture.replaceChildren(...[...kinds].map(([kind, d]) => svg("path", { class: kind, d })), this.seen);
    }

    see({ left, top, right, bottom }: Seen): void {
        const [x, y] = [left * this.across, top * this.down];
        set(this.seen, {
            x: tenth(x),
            y: tenth(y),
            width: tenth(Math.max(4, right * this.across - x)),
            height: tenth(Math.max(4, bottom * this.down - y)),
        });
    }

    private to(event: PointerEvent): void {
        const { left, top } = this.picture.getBoundingClientRect();
        this.go((event.clientX - left) / this.across, (event.clientY - top) / this.down);
    }
}

function tenth(value: number): number {
    return Math.round(value * 10) / 10;
}
