import { readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../package-root";

/** One property of a resource type or a data source's answer, as the generated tables tell it. */
export interface Property {
    readonly name: string;
    /** `s` string, `n` number, `b` boolean, `m` map, `o` object; capitals are lists: `S`, `N`, `O`. */
    readonly kind: string;
    /** A program may give it too; for a data source, it may be missing. */
    readonly input: boolean;
    readonly secret: boolean;
}

type Table = Readonly<Record<string, string>>;
const loaded = new Map<string, Table>();

/** What a resource type outputs; undefined for a type that no version of @pulumi/aws declares. */
export function outputsOf(token: string): readonly Property[] | undefined {
    return properties("resources", token);
}

/** What a data source answers. */
export function answerOf(token: string): readonly Property[] | undefined {
    return properties("functions", token);
}

/** What a program may give a resource type besides, which it then outputs as given. */
export function inputsOf(token: string): readonly string[] {
    return (table("inputs")[token] ?? "").split(" ").filter((name) => name !== "");
}

/** Every resource type of the table. */
export function resourceTokens(): readonly string[] {
    return Object.keys(table("resources"));
}

/** Every data source of the table. */
export function functionTokens(): readonly string[] {
    return Object.keys(table("functions"));
}

function properties(name: string, token: string): readonly Property[] | undefined {
    const entry = table(name)[token];
    if (entry === undefined) return undefined;
    return entry
        .split(" ")
        .filter((part) => part !== "")
        .map((part) => {
            const [marked = "", kind = "s"] = part.split(":");
            return {
                name: marked.replace(/^[~!]+/, ""),
                kind,
                input: marked.startsWith("~"),
                secret: marked.includes("!"),
            };
        });
}

function table(name: string): Table {
    let entries = loaded.get(name);
    if (!entries) {
        const file = path.join(packageRoot(), "data", "synthetic", `${name}.json`);
        entries = (JSON.parse(readFileSync(file, "utf8")) as { table: Table }).table;
        loaded.set(name, entries);
    }
    return entries;
}
