import { type Questions, questions } from "../host/outcome";
import { launchPack, Pack, type PolicyConfiguration } from "../host/pack";
import { JournalFile } from "../report/journal";

export interface JudgingOptions extends Pick<Questions, "drawing"> {
    readonly packFolder: string;
    readonly policies: PolicyConfiguration;
    readonly organization: string;
    /** Tags of every stack that is judged. */
    readonly tags: Readonly<Record<string, string>>;
}

/** A pack's process that judges one stack after the other, with the journal that it keeps. */
export interface PackProcess {
    readonly port: number;
    readonly journal: JournalFile;
    stop(): void;
}

/** The stack of a preview: a pack is told its name at its start alone. */
export interface Previewed {
    readonly project: string;
    readonly stack: string;
    readonly configuration: Readonly<Record<string, string>>;
}

/**
 * Starts a pack. Without `previewed` it is told of no stack, as by `pulumi policy analyze`: it then takes what it is shown for a state,
 * whose values are outputs.
 */
export async function startPack(options: JudgingOptions, previewed?: Previewed): Promise<PackProcess> {
    const journal = JournalFile.create();
    try {
        const { port, kill } = await launchPack({
            folder: options.packFolder,
            environment: questions(options, journal),
            organization: options.organization,
            project: previewed?.project ?? "",
            stack: previewed?.stack ?? "",
            configuration: previewed?.configuration ?? {},
            programFolder: process.cwd(),
            secretKeys: [],
            tags: options.tags,
            policies: options.policies,
        });
        const stop = () => {
            kill();
            journal.remove();
        };
        return { port, journal, stop };
    } catch (error) {
        journal.remove();
        throw error;
    }
}

/** Runs `use` with a pack that is started for it. */
export async function withPack<T>(
    options: JudgingOptions,
    previewed: Previewed | undefined,
    use: (pack: Pack, journal: JournalFile) => Promise<T>,
): Promise<T> {
    const { port, journal, stop } = await startPack(options, previewed);
    try {
        const pack = await Pack.connect(port, options.policies, stop);
        try {
            return await use(pack, journal);
        } finally {
            pack.stop();
        }
    } finally {
        stop();
    }
}
