import { existsSync, readFileSync } from "node:fs";
import { filesOf } from "./assets";
import { type OpenPack, openPack, type PackQuestion, stackOf } from "./open-pack";
import { PreparedProgram } from "./prepared-program";
import type { Told } from "./program";
import type { Registered } from "./types";

/** What a run needed besides what was asked for: a template's value, or the program's types. */
type Needed = Pick<Told, "configuration" | "typeCheck">;

/** What is kept between the runs of one project: for each stack a pack's process, and one that waits to run the program. */
export class Prepared {
    readonly packs = new PreparedPacks();
    private readonly programs = new Map<string, PreparedProgram>();
    private readonly needed = new Map<string, { readonly asked: string; readonly needed: Needed }>();
    private readonly assets = new Map<string, readonly string[]>();

    programOf(stack: string): PreparedProgram {
        const known = this.programs.get(stack) ?? new PreparedProgram();
        this.programs.set(stack, known);
        return known;
    }

    /** What is asked for, with what the last run of the same needed; undefined where there was none. */
    again<T extends Needed>(options: T): T | undefined {
        const last = this.needed.get(options.configuration.stack);
        return last?.asked === asked(options) ? { ...options, ...last.needed } : undefined;
    }

    /** That a run came to its end. */
    ran(given: Needed, { configuration, typeCheck }: Needed): void {
        this.needed.set(configuration.stack, { asked: asked(given), needed: { configuration, typeCheck } });
    }

    /** The files and folders of what a stack deploys. */
    deploys(stack: string, resources: readonly Registered[], programFolder: string): void {
        this.assets.set(stack, [...new Set(resources.flatMap(({ inputs }) => filesOf(inputs, programFolder)))]);
    }

    /** The files and folders that the last runs are known to have read; of modules those that were required. */
    get files(): readonly string[] {
        return [
            ...[...this.programs.values()].flatMap((program) => program.ownFiles),
            ...[...this.assets.values()].flat(),
        ];
    }

    close(): void {
        for (const program of this.programs.values()) program.close();
        this.packs.close();
    }
}

function asked({ configuration, typeCheck }: Needed): string {
    return JSON.stringify([configuration, typeCheck]);
}

/** Packs that judge one stack again and again. */
class PreparedPacks {
    private readonly kept = new Map<string, { readonly opened: OpenPack; readonly key: string }>();

    /** The pack that judges the next run of a stack; it is started where there is none that was told the same. */
    prepare(question: PackQuestion): OpenPack {
        const { stack } = question.configuration;
        // One that was told something else of the stack, or is another build by now, is none for this run.
        const key = JSON.stringify([stackOf(question), buildOf(question.packFolder)]);
        const before = this.kept.get(stack);
        if (before?.key === key) return before.opened;
        this.drop(stack);
        const opened = openPack(question, true);
        opened.pack.catch(() => undefined);
        this.kept.set(stack, { opened, key });
        return opened;
    }

    /** The pack for a run. One whose run did not come to its end knows half a stack, and judges no other. */
    open(question: PackQuestion): OpenPack {
        const opened = this.prepare(question);
        opened.journal.clear();
        return {
            ...opened,
            pack: opened.pack.then((pack) => pack.begin(stackOf(question)).then(() => pack)),
            close: (isSound) => {
                if (!isSound) this.drop(question.configuration.stack);
            },
        };
    }

    close(): void {
        for (const stack of [...this.kept.keys()]) this.drop(stack);
    }

    private drop(stack: string): void {
        this.kept.get(stack)?.opened.close(false);
        this.kept.delete(stack);
    }
}

/** Where a pack of this project is built again, its sources' digests change. */
function buildOf(packFolder: string): string {
    const file = `${packFolder}/bin/inputs.json`;
    return existsSync(file) ? readFileSync(file, "utf8") : "";
}
