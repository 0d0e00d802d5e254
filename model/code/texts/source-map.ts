import { isRecord } from "../../values";

/** A source that a source map repeats. */
export interface MappedSource {
    readonly name: string;
    readonly text: string;
}

const DEEPEST = 4;

/** The sources that a source map repeats, of what somebody here wrote; undefined where the text is no source map. */
export function mappedSources(text: string): readonly MappedSource[] | undefined {
    let map: unknown;
    try {
        map = JSON.parse(text.replace(/^\)\]\}'.*\n/, ""));
    } catch {
        return undefined;
    }
    return isMap(map) ? sourcesOf(map, DEEPEST) : undefined;
}

function isMap(map: unknown): map is Record<string, unknown> {
    return isRecord(map) && (typeof map["mappings"] === "string" || Array.isArray(map["sections"]));
}

function sourcesOf(map: Record<string, unknown>, depth: number): readonly MappedSource[] {
    const { sources, sourcesContent, sections } = map;
    if (Array.isArray(sections) && depth > 0)
        return sections.flatMap((one: unknown) =>
            isRecord(one) && isMap(one["map"]) ? sourcesOf(one["map"], depth - 1) : [],
        );
    if (!Array.isArray(sourcesContent)) return [];
    return sourcesContent.flatMap((content: unknown, index) => {
        const path: unknown = Array.isArray(sources) ? sources[index] : "";
        const isInstalled =
            typeof path === "string" && /(?:^|\/)node_modules\/|webpack\/(?:bootstrap|runtime)/.test(path);
        const name = typeof path === "string" ? path.slice(path.lastIndexOf("/") + 1) : "";
        return typeof content === "string" && !isInstalled ? [{ name, text: content }] : [];
    });
}

const INLINE = /((?:\/\/|\/\*)[#@][ \t]*sourceMappingURL=data:application\/json[^,\n]{0,60};base64,)([A-Za-z0-9+/=]+)/g;

/** A text with the source maps that it carries itself taken out, and those; its lines stay where they are. */
export function withoutInlineMaps(text: string): { readonly text: string; readonly maps: readonly InlineMap[] } {
    if (!text.includes("sourceMappingURL=data:")) return { text, maps: [] };
    const maps: InlineMap[] = [];
    const rest = text.replace(INLINE, (_, head: string, body: string, at: number) => {
        maps.push({ line: lineAt(text, at), text: Buffer.from(body, "base64").toString("utf8") });
        return head;
    });
    return { text: rest, maps };
}

export interface InlineMap {
    readonly line: number;
    readonly text: string;
}

function lineAt(text: string, position: number): number {
    let line = 1;
    for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
    return line;
}
