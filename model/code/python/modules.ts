import type { Budget, CodeFiles, Entry } from "../code";
import { Kept } from "../kept";
import { isKnownPackage } from "./packages";
import { parsePython } from "./parse";
import type { Program } from "./syntax";

/** Programs of files' texts; functions of one stack have many in common. */
const programs = new Kept<Program>(1_000_000);

/** Where a module is among the files. */
export interface Found {
    readonly file: string;
    readonly isPackage: boolean;
}

/** Finds modules as Python does: in the code's folder, and where the program or the environment says. */
export class Modules {
    private readonly roots: string[] = [""];
    private readonly installed: ReadonlySet<string>;
    /** The program alters where Python looks. */
    private searches = false;

    constructor(
        private readonly files: CodeFiles,
        entry: Entry,
    ) {
        const folders = entry.variables.get("PYTHONPATH")?.split(":") ?? [];
        for (const folder of folders) {
            const inside = folder.replace(/^(\/var\/task)?\/?/, "").replace(/\/$/, "");
            if (inside !== "" && !folder.startsWith("/opt")) this.roots.push(`${inside}/`);
        }
        this.installed = new Set(
            files.paths.flatMap(
                (path) => /^(?:.*\/)?([^/]+?)-[^/]*\.(?:dist|egg)-info\//.exec(path)?.[1]?.toLowerCase() ?? [],
            ),
        );
    }

    /** `sys.path` was added to. */
    searchEverywhere(): void {
        this.searches = true;
    }

    /** Undefined for what is not the program's own: a framework, an installed package, what a layer or the runtime brings. */
    find(name: string): Found | undefined {
        const [top = ""] = name.split(".");
        return this.isAnothers(top) ? undefined : this.lookUp(name);
    }

    /** As `find`, whosever it is. */
    lookUp(name: string): Found | undefined {
        const path = name.replaceAll(".", "/");
        for (const root of this.roots) {
            const found = this.at(root + path);
            if (found !== undefined) return found;
        }
        return this.searches ? this.anywhere(path) : undefined;
    }

    private isAnothers(top: string): boolean {
        return isKnownPackage(top, !this.files.has(`${top}.py`)) || this.installed.has(top.toLowerCase());
    }

    at(path: string): Found | undefined {
        if (this.files.has(`${path}/__init__.py`)) return { file: `${path}/__init__.py`, isPackage: true };
        if (this.files.has(`${path}.py`)) return { file: `${path}.py`, isPackage: false };
        return undefined;
    }

    private anywhere(path: string): Found | undefined {
        const ends = this.files.paths.filter(
            (one) => one.endsWith(`/${path}.py`) || one.endsWith(`/${path}/__init__.py`),
        );
        const [file] = ends;
        return ends.length === 1 && file !== undefined ? { file, isPackage: file.endsWith("/__init__.py") } : undefined;
    }

    /** A folder of modules without an `__init__.py`. */
    isFolder(name: string): boolean {
        const [top = ""] = name.split(".");
        return !this.isAnothers(top) && this.hasFolder(name);
    }

    /** As `isFolder`, whosever it is. */
    hasFolder(name: string): boolean {
        const folder = `${name.replaceAll(".", "/")}/`;
        return this.roots.some((root) => this.files.paths.some((path) => path.startsWith(root + folder)));
    }

    /** The modules that stand in a package. */
    inside(name: string): string[] {
        const folder = `${name.replaceAll(".", "/")}/`;
        return this.files.paths.flatMap((path) => {
            const [, own] = path.startsWith(folder) ? (/^([^/]+)\.py$/.exec(path.slice(folder.length)) ?? []) : [];
            return own === undefined || own.startsWith("__") ? [] : [own];
        });
    }

    /** What a file says. */
    program(file: string, budget: Budget): Program {
        const text = this.files.read(file) ?? "";
        return programs.get(text, "", () => parsePython(text, budget));
    }
}
