import { setImmediate } from "node:timers/promises";
import type { PropertyTree } from "../synthetic";
import type { Checks } from "./pack";
import type { Diagnostic, Registered } from "./types";

/** What the pack is asked of each resource. The program waits for what may change a resource; what is found of it is awaited at the end. */
export class Analyses {
    /** Why the pack could not check a resource: then nothing is judged, whatever becomes of the program. */
    broken: unknown;
    /** A list for each resource, in the order in which they were declared. */
    private readonly found: (readonly Diagnostic[])[] = [];
    private readonly unanswered = new Set<Promise<void>>();
    private checked = 0;

    /** `progress` is called with how many resources are checked. */
    constructor(
        private readonly pack: Promise<Checks>,
        private readonly progress: (checked: number) => void,
    ) {}

    /** Gives a resource's inputs after remediations. Throws where the pack could not check this one, or one before. */
    async of(resource: Registered): Promise<PropertyTree> {
        try {
            if (this.broken !== undefined) throw this.broken;
            const pack = await this.pack;
            const inputs = await pack.remediate(resource);
            this.ask(pack, { ...resource, inputs });
            return inputs;
        } catch (error) {
            this.broken ??= error;
            throw error;
        }
    }

    /** Asks without waiting, for a resource that remediations leave as it is. */
    later(resource: Registered): void {
        this.keep(
            this.of(resource).then(
                () => undefined,
                () => undefined,
            ),
        );
    }

    get diagnostics(): readonly Diagnostic[] {
        return this.found.flat();
    }

    /** Resolves when all that was asked is answered, or could not be. */
    async settled(): Promise<void> {
        while (this.unanswered.size > 0) await Promise.all(this.unanswered);
    }

    /** The program goes first: it waits for an answer to what it has asked, and nobody for this one. */
    private ask(pack: Checks, resource: Registered): void {
        const place = this.found.push([]) - 1;
        const answered = setImmediate()
            .then(() => pack.analyze(resource))
            .then((found) => {
                this.found[place] = found;
                this.checked += 1;
                this.progress(this.checked);
            })
            .catch((error: unknown) => {
                this.broken ??= error;
            });
        this.keep(answered);
    }

    private keep(asked: Promise<void>): void {
        this.unanswered.add(asked);
        void asked.then(() => this.unanswered.delete(asked));
    }
}
