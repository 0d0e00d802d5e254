import { holds, isSecret } from "../../synthetic/wire-values";
import type { Registered } from "../types";

/** What a pack knows of which inputs are secret. */
export class Marks {
    private isNothingShown = true;
    /** Resources whose inputs it knows to be secret, until it is shown that they are not. */
    private readonly marked = new Set<string>();

    /** Another stack is judged. */
    begin(): void {
        this.isNothingShown = true;
    }

    /** Whether a resource tells the pack something that it does not know; the first tells it that it is shown marks. */
    areNews({ urn, inputs }: Registered): boolean {
        const isMarked = holds(inputs, isSecret);
        const areNews = this.isNothingShown || isMarked || this.marked.has(urn);
        this.isNothingShown = false;
        if (isMarked) this.marked.add(urn);
        else this.marked.delete(urn);
        return areNews;
    }
}
