import { OPEN } from "../../calls";
import type { Budget, CodeFiles, Entry } from "../../code";
import { type Found, Modules } from "../modules";
import type { Program } from "../syntax";
import { kindOfPackage, type PackageKind } from "./packages";

const EMPTY: Program = { body: [], broken: false, cut: false, line: () => 1 };

/** Whoever writes one of these can call AWS. */
const AWS =
    /\b(?:boto3?|botocore|aiobotocore|aioboto3|s3fs|s3transfer|amazonaws|aws4_request|AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|x-amz-\w+)\b/i;
/** What signatures have in them. */
const SIGNS = /aws4_request|AWS4-HMAC-SHA256/;
const IMPORTS = /^[ \t]*(?:from|import)[ \t]+([A-Za-z_]\w*)/gm;

/** Finds and reads the modules of the code, those of installed packages where they have to be. */
export class Loader {
    private readonly modules: Modules;
    private readonly harmless = new Map<string, boolean>();
    private readonly folders: ReadonlySet<string>;
    private readonly installed = new Set<string>();

    constructor(
        private readonly files: CodeFiles,
        entry: Entry,
        private readonly budget: Budget,
    ) {
        this.modules = new Modules(files, entry);
        this.folders = new Set(files.paths.flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []));
        for (const path of files.paths) {
            const name = /^([^/]+?)-[^/]*\.(?:dist|egg)-info\//.exec(path)?.[1];
            if (name !== undefined) this.installed.add(name.toLowerCase().replaceAll("-", "_"));
            if (/^[^/]+\.(?:dist|egg)-info\/top_level\.txt$/.test(path))
                for (const top of (files.read(path) ?? "").split(/\s+/)) if (top !== "") this.installed.add(top);
        }
    }

    /** A module whose text is read; undefined for what is known by name, and for what is not here. */
    find(name: string): Found | undefined {
        const [top = ""] = name.split(".");
        if (!this.isRead(top)) return undefined;
        const found = this.modules.lookUp(name);
        if (found !== undefined) return found;
        return this.modules.hasFolder(name) ? { file: "", isPackage: true } : undefined;
    }

    private isRead(top: string): boolean {
        if (this.files.has(`${top}.py`)) return true;
        const kind = kindOfPackage(top);
        if (kind !== undefined && kind !== "library") return false;
        if (kind === "library") return this.files.has(`${top}/__init__.py`);
        return !this.installed.has(top) || !this.isHarmless(top, new Set());
    }

    /** What an import of it means, where it is not read. */
    kind(name: string): PackageKind | "missing" | "native" {
        const [top = ""] = name.split(".");
        const known = kindOfPackage(top);
        if (known !== undefined) return known;
        if (this.folders.has(top) && this.isHarmless(top, new Set())) return "harmless";
        const path = name.replaceAll(".", "/");
        const isNative = this.files.paths.some((one) => one.startsWith(`${path}.`) && /\.(?:so|pyd)$/.test(one));
        return isNative ? "native" : "missing";
    }

    has(top: string): boolean {
        return this.folders.has(top);
    }

    /** An installed package that cannot call AWS by itself: nothing in it has to do with AWS, and nothing of what it imports. */
    private isHarmless(top: string, seen: Set<string>): boolean {
        const known = this.harmless.get(top);
        if (known !== undefined) return known;
        if (seen.has(top)) return true;
        seen.add(top);
        const found = this.looksHarmless(top, seen);
        this.harmless.set(top, found);
        return found;
    }

    private looksHarmless(top: string, seen: Set<string>): boolean {
        const imported = new Set<string>();
        for (const path of this.files.paths) {
            if (!path.startsWith(`${top}/`)) continue;
            this.budget.spend();
            if (/\.(?:so|pyd)$/.test(path)) return false;
            if (!path.endsWith(".py")) continue;
            const text = this.files.read(path) ?? "";
            this.budget.spend(text.length >> 6);
            if (AWS.test(text)) return false;
            for (const [, name = ""] of text.matchAll(IMPORTS)) imported.add(name);
        }
        return [...imported].every((name) => {
            const kind = kindOfPackage(name);
            if (kind !== undefined) return kind === "library" || kind === "harmless" || kind === "wrapper";
            return !this.folders.has(name) || this.isHarmless(name, seen);
        });
    }

    program({ file }: Found, open: (reason: string) => void): Program {
        if (file === "") return EMPTY;
        const text = this.files.read(file) ?? "";
        this.budget.spend(text.length >> 6);
        if (/\bsys\.path\b|\bsite\.addsitedir\b/.test(text)) this.modules.searchEverywhere();
        if (SIGNS.test(text)) open(OPEN.signed);
        const program = this.modules.program(file, this.budget);
        if (program.broken || program.cut) open(OPEN.unparsed);
        return program;
    }
}
