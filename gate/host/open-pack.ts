import type { StackConfiguration } from "../project/configuration";
import type { Project } from "../project/project";
import { JournalFile } from "../report/journal";
import { type Questions, questions } from "./outcome";
import { Pack, type PackOptions, type PolicyConfiguration } from "./pack";

/** What a pack is asked to judge. */
export interface PackQuestion extends Questions {
    readonly project: Project;
    readonly configuration: StackConfiguration;
    readonly organization: string;
    readonly packFolder: string;
    readonly policies: PolicyConfiguration;
    readonly tags: Readonly<Record<string, string>>;
}

/** A pack that is starting, and where its process keeps its journal. */
export interface OpenPack {
    readonly pack: Promise<Pack>;
    readonly journal: JournalFile;
    /** Ends what the run needed of it; `isSound`: the run came to its end, whatever was found. */
    close(isSound: boolean): void;
}

/** Starts the pack for one run. */
export function openPack(options: PackQuestion, isKept = false): OpenPack {
    const journal = JournalFile.create();
    const pack = Pack.start(packOptions(options, journal), isKept);
    const close = () => {
        pack.then((running) => running.stop()).catch(() => undefined);
        journal.remove();
    };
    return { pack, journal, close };
}

/** What a pack's process is told of a stack. */
export function stackOf({ project, configuration, ...options }: PackQuestion): Omit<PackOptions, "environment"> {
    return {
        folder: options.packFolder,
        organization: options.organization,
        project: project.name,
        programFolder: project.programFolder,
        stack: configuration.stack,
        configuration: configuration.values,
        secretKeys: configuration.secretKeys,
        tags: options.tags,
        policies: options.policies,
    };
}

function packOptions(options: PackQuestion, journal: JournalFile): PackOptions {
    return {
        ...stackOf(options),
        environment: { ...questions(options, journal), PWD: options.project.folder },
    };
}
