import { CATALOGUE_VARIABLE, type CataloguePolicy, JOURNAL_VARIABLE } from "../../pack/journal";
import { JournalFile } from "../report/journal";
import { Pack, type PolicyConfiguration } from "./pack";
import { stopAll } from "./processes";
import type { PolicyInfo } from "./types";

/** A policy as the pack declares it; what a pack does not tell is empty. */
export interface CatalogueEntry extends Omit<CataloguePolicy, "severity"> {
    readonly severity: string;
}

/** What a pack says of its policies, configured as given: by the journal, where it keeps one, else by the analyzer protocol alone. */
export async function catalogueOf(
    packFolder: string,
    policies: PolicyConfiguration = {},
): Promise<readonly CatalogueEntry[]> {
    const journal = JournalFile.create();
    try {
        const pack = await Pack.start({
            folder: packFolder,
            environment: { [JOURNAL_VARIABLE]: journal.file, [CATALOGUE_VARIABLE]: "1" },
            organization: "organization",
            project: "catalogue",
            programFolder: process.cwd(),
            stack: "catalogue",
            configuration: {},
            secretKeys: [],
            tags: {},
            policies,
        });
        pack.stop();
        const told = journal.read([]).catalogue?.policies ?? [];
        const known = new Set(told.map(({ id }) => id));
        return [
            ...told,
            ...pack.info.policies
                .filter(({ name }) => !known.has(name))
                .map((one) => entryOf(one, pack.schemas[one.name] ?? {})),
        ];
    } finally {
        stopAll();
        journal.remove();
    }
}

function entryOf(
    { name, severity, level, description, fix, url, framework }: PolicyInfo,
    schemas: Readonly<Record<string, unknown>>,
): CatalogueEntry {
    return {
        id: name,
        family: "",
        severity,
        level,
        profile: "",
        title: description,
        why: "",
        fix,
        sources: url === "" ? [] : [url],
        frameworks: framework
            ? [
                  {
                      framework: framework.name,
                      version: framework.version,
                      id: framework.reference,
                      url: framework.specification,
                  },
              ]
            : [],
        types: [],
        options: Object.entries(schemas)
            .filter(([option]) => option !== "exemptions")
            .map(([option, schema]) => {
                const { description = "", default: standard } = Object(schema) as Readonly<Record<string, unknown>>;
                return { name: option, description: String(description), accepts: "", standard };
            }),
        bad: "",
        good: "",
    };
}
