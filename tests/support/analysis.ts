/** Several rules as one pack, over one program, the way the engine runs them. */
import type { Program } from "../../pack/example";
import type { JournalCheck, JournalEntry } from "../../pack/journal";
import { type PackOptions, packOf } from "../../pack/pack";
import type { AnyRule } from "../../pack/rule";
import { Analyzer, type Configuration, type Diagnostic } from "./analyzer";
import { type RegisteredResource, register } from "./programs";

export interface AnalysisOptions {
    /** By policy, what it is configured with. */
    readonly configuration?: Configuration;
    readonly stackExemptions?: PackOptions["stackExemptions"];
    readonly stackEnvironment?: NonNullable<PackOptions["stackEnvironment"]>;
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
    const { tags = {}, arranged } = options;
    const journal: JournalEntry[] = [];
    const pack = packOf(rules, {
        stackExemptions,
        journal: (entries) => journal.push(...entries),
        ...(stackEnvironment && { stackEnvironment }),
        ...(today !== undefined && { today: () => new Date(`${today}T12:00:00Z`) }),
    });
    const resources = isRegistered(program) ? program : register(program, stack, false);
    const analyzer = new Analyzer(pack, configuration, new Map(Object.entries(tags)));
    const diagnostics = await analyzer.run(arranged ? arranged(resources) : resources);
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
