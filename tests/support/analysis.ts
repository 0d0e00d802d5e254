/** Several rules as one pack, over one program, the way the engine runs them. */
import type { Program } from "../../pack/example";
import type { Host, Phase } from "../../pack/host";
import type { JournalCheck, JournalEntry } from "../../pack/journal";
import { packOf } from "../../pack/pack";
import type { AnyRule } from "../../pack/rule";
import { Analyzer, type Configuration, type Diagnostic } from "./analyzer";
import { type RegisteredResource, register } from "./programs";

export interface AnalysisOptions {
    /** By policy, what it is configured with. */
    readonly configuration?: Configuration;
    readonly stackExemptions?: Host["stackExemptions"];
    readonly stackEnvironment?: Host["stackEnvironment"];
    readonly phase?: Phase;
    /** Whether the host asks for remediations; the engine does not where no policy stands at that level. */
    readonly remediates?: boolean;
    readonly today?: string;
    readonly stack?: string;
    readonly tags?: Readonly<Record<string, string>>;
    /** In which order, or with what, the resources arrive. */
    readonly arranged?: (resources: readonly RegisteredResource[]) => readonly RegisteredResource[];
}

export interface Analysis {
    readonly diagnostics: readonly Diagnostic[];
    readonly checks: readonly JournalCheck[];
}

export async function analyze(
    rules: readonly AnyRule[],
    program: Program | readonly RegisteredResource[],
    options: AnalysisOptions = {},
): Promise<Analysis> {
    const { configuration = {}, stackExemptions = () => [], stackEnvironment, today, stack = "dev" } = options;
    const { tags = {}, arranged, phase, remediates = true } = options;
    const journal: JournalEntry[] = [];
    const pack = packOf(rules, {
        stackExemptions,
        configuration: () => new Map(Object.entries(configuration as Record<string, Record<string, unknown>>)),
        journal: (entries) => journal.push(...entries),
        ...(phase && { phase: () => phase }),
        ...(stackEnvironment && { stackEnvironment }),
        ...(today !== undefined && { today: () => new Date(`${today}T12:00:00Z`) }),
    });
    const resources = isRegistered(program) ? program : register(program, stack, false);
    const analyzer = new Analyzer(pack, configuration, new Map(Object.entries(tags)));
    const diagnostics = await analyzer.run(arranged ? arranged(resources) : resources, remediates);
    return { diagnostics, checks: journal.filter((entry): entry is JournalCheck => entry.kind === "check") };
}

/** The resource that the engine registers for the stack itself. */
export function stackResource(stack = "dev"): RegisteredResource {
    const type = "pulumi:pulumi:Stack";
    const name = `example-${stack}`;
    return {
        urn: `urn:pulumi:${stack}::example::${type}::${name}`,
        type,
        name,
        inputs: {},
        outputs: {},
        dependencies: [],
        propertyDependencies: {},
        protect: false,
    };
}

/** What a policy reported, by the resource's name. */
export function reported(diagnostics: readonly Diagnostic[], policy: string): readonly string[] {
    return diagnostics.filter((one) => one.policy === policy).map(({ urn }) => urn.split("::").at(-1) ?? "");
}

function isRegistered(program: Program | readonly RegisteredResource[]): program is readonly RegisteredResource[] {
    return Array.isArray(program);
}
