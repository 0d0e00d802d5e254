import path from "node:path";
import type { Identifier, Literal, ModuleDeclaration, Program, Statement } from "acorn";
import { type Budget, CannotTell, type CodeFiles } from "../code";
import { Branches } from "./branches";
import { frameworkOf, traceOf } from "./frameworks";
import { Interpreter } from "./interpreter";
import { languageObjects } from "./language";
import { Registrations } from "./registrations";
import { namesIn } from "./shapes";
import {
    type Abstract,
    Choice,
    Func,
    fromJson,
    Getter,
    Input,
    keyOf,
    list,
    Native,
    Obj,
    Outside,
    optionsOf,
    record,
    Scope,
    UNKNOWN,
} from "./values";

const ENDINGS = ["", ".js", ".mjs", ".cjs", ".json", "/index.js", "/index.mjs", "/index.cjs"];
const BUILTIN =
    /^(?:assert|async_hooks|buffer|child_process|cluster|console|constants|crypto|dgram|diagnostics_channel|dns|domain|events|fs|http|http2|https|inspector|module|net|os|path|perf_hooks|process|punycode|querystring|readline|repl|stream|string_decoder|sys|test|timers|tls|trace_events|tty|url|util|v8|vm|wasi|worker_threads|zlib)(?:\/|$)/;
const ROOT = "/var/task/";
/** Of a folder that is loaded whole. */
const MOST_LOADED = 200;

/** The package of a module, less the way inside of it. */
export function packageOf(module: string): string {
    return /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module;
}

/** Says what is done with packages, and is told what could not be loaded. */
export interface LoadedPackages {
    treat(from: string, name: string): "code" | "outside";
    /** A module whose name is computed. */
    computed(): void;
    /** A file of the code that is not there. */
    absent(request: string): void;
}

interface Module {
    readonly exports: () => Abstract;
}

/** Loads modules of a function's code as Node would, and goes through each when it is first asked for. */
export class Modules {
    readonly interpreter: Interpreter;
    readonly branches: Branches;
    private readonly modules = new Map<string, Module>();
    private readonly texts = new Map<string, string>();
    private readonly language: ReadonlyMap<string, Abstract>;
    private readonly globals = new Map<string, Outside>();
    private readonly outside = new Map<string, Outside>();
    /** Modules that were asked for and could not be read, with the reason. */
    readonly unread = new Map<string, string>();

    constructor(
        private readonly files: CodeFiles,
        private readonly budget: Budget,
        private readonly trees: (text: string, isModule?: boolean) => Program,
        readonly registrations = new Registrations(),
        /** Says of a package whether it is gone through; by itself, where it asks for a framework. */
        private readonly packages?: LoadedPackages,
    ) {
        this.registrations.folder = (at) => this.inFolder(at);
        this.language = languageObjects(() => this.interpreter);
        this.branches = new Branches((file, start, end) => (this.texts.get(file) ?? "").slice(start, end));
        this.interpreter = new Interpreter(
            budget,
            this.registrations,
            this.branches,
            (name) => this.global(name),
            (from, what) => this.required(from, what),
        );
    }

    textOf(file: string): string {
        return this.texts.get(file) ?? "";
    }

    loadedTexts(): Iterable<string> {
        return this.texts.values();
    }

    /** The file that a request names, seen from a folder. */
    resolve(folder: string, request: string): string | undefined {
        const at = path.posix.normalize(path.posix.join(folder, request)).replace(/\/$/, "");
        if (at.startsWith("..")) return undefined;
        for (const ending of ENDINGS) {
            const file = at === "." ? ending.replace(/^\//, "") : at + ending;
            if (file !== "" && this.files.has(file)) return file;
        }
        const main = this.manifest(at);
        return main === undefined
            ? undefined
            : ENDINGS.map((ending) => path.posix.join(at, main) + ending).find((file) => this.files.has(file));
    }

    private json(file: string): Record<string, unknown> | undefined {
        if (!this.files.has(file)) return undefined;
        try {
            const read: unknown = JSON.parse(this.files.read(file) ?? "");
            return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : undefined;
        } catch {
            return undefined;
        }
    }

    private manifest(folder: string): string | undefined {
        const manifest = this.json(path.posix.join(folder, "package.json"));
        return typeof manifest?.["main"] === "string" ? manifest["main"] : undefined;
    }

    /** What a module gives to those who ask for it. */
    load(file: string): Module {
        const known = this.modules.get(file);
        if (known) return known;
        const exported = new Obj();
        let made: Module = { exports: () => exported };
        this.modules.set(file, made);
        this.budget.checkTime();
        let text: string | undefined;
        let tree: Program;
        try {
            text = this.files.read(file);
            if (text === undefined) throw new CannotTell("a module is no text");
            if (file.endsWith(".json")) {
                const value = fromJson(JSON.parse(text));
                made = { exports: () => value };
                this.modules.set(file, made);
                return made;
            }
            tree = this.trees(text, isModuleFile(file, this.typeOf(file)));
        } catch (error) {
            if (!(error instanceof CannotTell) && !(error instanceof SyntaxError)) throw error;
            this.unread.set(file, error instanceof CannotTell ? error.message : "a file is no JSON");
            made = { exports: () => UNKNOWN };
            this.modules.set(file, made);
            return made;
        }
        this.texts.set(file, text);
        const trace = traceOf(text);
        if (trace !== undefined) this.registrations.traced(trace);
        const phase = this.interpreter.phase;
        this.interpreter.phase = "load";
        this.branches.aside(() => this.run(file, tree, exported));
        this.interpreter.phase = phase;
        return this.modules.get(file) ?? made;
    }

    private typeOf(file: string): string | undefined {
        let folder = path.posix.dirname(file);
        for (;;) {
            const manifest = this.json(path.posix.join(folder, "package.json"));
            if (manifest) return manifest["type"] === "module" ? "module" : undefined;
            if (folder === "." || folder === "/") return undefined;
            folder = path.posix.dirname(folder);
        }
    }

    private run(file: string, tree: Program, exported: Obj): void {
        const module = record({ exports: exported, id: file, children: list([]) });
        this.modules.set(file, {
            exports: () => {
                const value = module.props.get("exports");
                return value === undefined ? exported : (value as Abstract);
            },
        });
        const scope = new Scope(undefined, 0, true);
        scope.set("exports", exported);
        scope.set("module", module);
        scope.set("require", this.requireOf(file, module));
        scope.set("__filename", ROOT + file);
        scope.set("__dirname", (ROOT + path.posix.dirname(file)).replace(/\/\.$/, ""));
        const body = tree.body as readonly (Statement | ModuleDeclaration)[];
        if (body.some(({ type }) => /^Import|^Export/.test(type))) {
            exported.props.set("__esModule", true);
            this.links(file, body, scope, exported);
        }
        this.interpreter.module(body as readonly Statement[], scope, file, exported);
    }

    /** Imports are names that stand for others'; exports are read when they are asked for. */
    private links(file: string, body: readonly (Statement | ModuleDeclaration)[], scope: Scope, exported: Obj): void {
        const live = (name: string, value: () => Abstract) =>
            exported.props.set(name, new Getter(new Native(() => value())));
        for (const node of body) {
            if (node.type === "ImportDeclaration") {
                const value = this.required(file, String(node.source.value));
                for (const one of node.specifiers) {
                    const name =
                        one.type === "ImportSpecifier"
                            ? nameOf(one.imported)
                            : one.type === "ImportDefaultSpecifier"
                              ? "default"
                              : "*";
                    scope.link(one.local.name, () => this.imported(value, name));
                }
            } else if (node.type === "ExportAllDeclaration") {
                const value = this.required(file, String(node.source.value));
                if (node.exported) exported.props.set(nameOf(node.exported), value);
                else this.interpreter.copyInto(exported, value);
            } else if (node.type === "ExportDefaultDeclaration") live("default", () => scope.get("*default*"));
            else if (node.type === "ExportNamedDeclaration") {
                const from = node.source ? this.required(file, String(node.source.value)) : undefined;
                for (const { local, exported: as } of node.specifiers)
                    live(nameOf(as), () =>
                        node.source
                            ? this.imported(from, nameOf(local))
                            : scope.holderOf(nameOf(local))?.get(nameOf(local)),
                    );
                const { declaration } = node;
                if (declaration?.type === "VariableDeclaration")
                    for (const { id } of declaration.declarations)
                        for (const name of namesIn(id)) live(name, () => scope.get(name));
                else if (declaration) live(declaration.id.name, () => scope.get(declaration.id.name));
            }
        }
    }

    private imported(module: Abstract, name: string): Abstract {
        if (name === "*") return module;
        // Of a CommonJS module, the default is all of it.
        if (name === "default" && module instanceof Obj && (module instanceof Func || !module.props.has("default")))
            return module;
        return this.interpreter.member(module, name);
    }

    private requireOf(file: string, main: Obj): Native {
        const require = new Native((_self, [what]) => this.required(file, what));
        require.props.set("resolve", new Native((_self, [what]) => what));
        require.props.set("main", main);
        require.props.set("cache", new Obj());
        return require;
    }

    /** What a program gets that asks for a module. */
    required(from: string, what: Abstract): Abstract {
        if (what instanceof Choice) {
            const found = what.options.map((one) => this.required(from, one));
            return new Choice(found, what.by, what.labels);
        }
        if (what instanceof Input) {
            this.packages?.computed();
            return this.anyOf(from, what);
        }
        if (typeof what !== "string") {
            this.packages?.computed();
            return UNKNOWN;
        }
        const request = what.replace(/^file:\/\//, "");
        if (request.startsWith(ROOT) || request.startsWith(".")) {
            const file = request.startsWith("/")
                ? this.resolve("", request.slice(ROOT.length))
                : this.resolve(path.posix.dirname(from), request);
            if (file === undefined) this.packages?.absent(request);
            return file === undefined ? UNKNOWN : this.load(file).exports();
        }
        const name = request.replace(/^node:/, "");
        if (BUILTIN.test(name) || request.startsWith("node:")) return this.builtin(from, name);
        const own = this.packageFile(from, request);
        if (own !== undefined) return this.load(own).exports();
        this.registrations.loaded(request);
        return this.outsideOf(request);
    }

    /** One of the modules in the folder, by the input. */
    private anyOf(from: string, by: Input): Abstract {
        const folder = path.posix.dirname(from);
        const prefix = folder === "." ? "" : `${folder}/`;
        const files = this.files.paths
            .filter(
                (one) =>
                    one.startsWith(prefix) && one !== from && /\.[cm]?js$/.test(one) && !one.includes("node_modules/"),
            )
            .slice(0, 50);
        return new Choice(
            files.map((one) => this.load(one).exports()),
            by,
            files.map((one) => path.posix.basename(one).replace(/\.\w+$/, "")),
        );
    }

    /** A package's own module, where it is of the code and asks for a framework: who wrote it is a neighbour. */
    private packageFile(from: string, request: string): string | undefined {
        if (this.packages) {
            const name = packageOf(request);
            const folder = this.packageFolder(from, name);
            if (this.packages.treat(from, name) === "outside" || folder === undefined) return undefined;
            const file = this.inPackage(folder, request.slice(name.length + 1), this.json(`${folder}/package.json`));
            if (file === undefined) this.packages.absent(name);
            return file;
        }
        if (frameworkOf(request) !== undefined) return undefined;
        const name = packageOf(request);
        const folder = this.packageFolder(from, name);
        if (folder === undefined) return undefined;
        const manifest = this.json(`${folder}/package.json`);
        const asks = ["dependencies", "peerDependencies"].flatMap((key) =>
            Object.keys((manifest?.[key] as object | undefined) ?? {}),
        );
        if (!asks.some((one) => frameworkOf(one) !== undefined) || asks.length > 40) return undefined;
        return this.inPackage(folder, request.slice(name.length + 1), manifest);
    }

    packageFolder(from: string, name: string): string | undefined {
        for (let folder = path.posix.dirname(from); ; folder = path.posix.dirname(folder)) {
            const at = path.posix.join(folder, "node_modules", name);
            if (this.files.has(`${at}/package.json`) || this.resolve("", at) !== undefined) return at;
            if (folder === "." || folder === "/" || folder === "") return undefined;
        }
    }

    private inPackage(
        folder: string,
        subpath: string,
        manifest: Record<string, unknown> | undefined,
    ): string | undefined {
        if (subpath !== "") return this.resolve(folder, subpath);
        const exported = exportedFile(manifest?.["exports"]);
        return (exported !== undefined ? this.resolve(folder, exported) : undefined) ?? this.resolve("", folder);
    }

    /** The module of a package, whoever wrote it; undefined where it is not in the code. */
    vendor(module: string): Abstract | undefined {
        const name = packageOf(module);
        const folder = this.packageFolder("index.js", name);
        const file =
            folder === undefined
                ? undefined
                : this.inPackage(folder, module.slice(name.length + 1), this.json(`${folder}/package.json`));
        return file === undefined ? undefined : this.load(file).exports();
    }

    private outsideOf(name: string): Outside {
        const known = this.outside.get(name) ?? new Outside(name);
        this.outside.set(name, known);
        return known;
    }

    private builtin(from: string, name: string): Abstract {
        const found = new Obj();
        found.fallback = this.outsideOf(name);
        const set = (key: string, run: (args: readonly Abstract[]) => Abstract) =>
            found.props.set(key, new Native((_self, args) => run(args)));
        if (name === "module") {
            set("createRequire", () => this.requireOf(from, new Obj()));
            return found;
        }
        if (name === "path" || name === "path/posix") {
            const texts = (args: readonly Abstract[], run: (...texts: string[]) => string) => {
                const all = args.map(keyOf);
                if (all.every((one) => one !== undefined)) return run(...all);
                return args.flatMap(optionsOf).find((one) => one instanceof Input) ?? UNKNOWN;
            };
            set("join", (args) => texts(args, path.posix.join));
            set("resolve", (args) => texts(args, (...all) => path.posix.resolve("/var/task", ...all)));
            set("basename", (args) => texts(args, (one = "", ending) => path.posix.basename(one, ending)));
            set("extname", (args) => texts(args, (one = "") => path.posix.extname(one)));
            set("dirname", (args) => texts(args, (one = "") => path.posix.dirname(one)));
            return found;
        }
        if (name === "fs" || name === "fs/promises") {
            for (const key of ["readdirSync", "readdir"]) set(key, ([folder]) => this.folder(folder));
            for (const key of ["readFileSync", "readFile"]) set(key, ([file]) => this.fileText(file));
            return found;
        }
        if (name === "url") {
            set("fileURLToPath", ([url]) => (typeof url === "string" ? url.replace(/^file:\/\//, "") : UNKNOWN));
            set("pathToFileURL", ([file]) => (typeof file === "string" ? record({ href: `file://${file}` }) : UNKNOWN));
            return found;
        }
        return this.outsideOf(name);
    }

    private inFolder(folder: string): readonly Abstract[] {
        const at = `${path.posix.resolve(ROOT, folder)}/`.slice(ROOT.length);
        const files = this.files.paths.filter((one) => one.startsWith(at) && /\.[cm]?js$/.test(one));
        return files.slice(0, MOST_LOADED).map((one) => this.load(one).exports());
    }

    private folder(folder: Abstract): Abstract {
        if (typeof folder !== "string") return UNKNOWN;
        const at = `${path.posix.resolve(ROOT, folder)}/`.slice(ROOT.length);
        const names = new Set(
            this.files.paths.filter((one) => one.startsWith(at)).map((one) => one.slice(at.length).split("/")[0] ?? ""),
        );
        return list([...names]);
    }

    private fileText(file: Abstract): Abstract {
        if (typeof file !== "string") return UNKNOWN;
        const at = path.posix.resolve(ROOT, file).slice(ROOT.length);
        if (!this.files.has(at) || !at.endsWith(".json") || this.files.size(at) > 1_000_000) return UNKNOWN;
        return this.json(at) === undefined ? UNKNOWN : fromJson(this.json(at));
    }

    private global(name: string): Abstract {
        if (this.language.has(name)) return this.language.get(name);
        if (name === "globalThis" || name === "global") return this.globalOf(name);
        if (name === "require") return this.requireOf(this.interpreter.place, new Obj());
        return this.globalOf(name);
    }

    private globalOf(name: string): Outside {
        const known = this.globals.get(name) ?? new Outside(name);
        this.globals.set(name, known);
        return known;
    }
}

/** Whether a file is an ES module: by its ending, else as the nearest manifest says. Undefined where it may be either. */
function isModuleFile(file: string, type: string | undefined): boolean | undefined {
    if (file.endsWith(".mjs")) return true;
    if (file.endsWith(".cjs")) return false;
    return type === "module" ? true : undefined;
}

function nameOf(node: Identifier | Literal): string {
    return node.type === "Identifier" ? node.name : String(node.value);
}

/** The file that a manifest's `exports` names for who requires the package. */
function exportedFile(exported: unknown): string | undefined {
    let at: unknown = exported;
    for (let step = 0; step < 6; step += 1) {
        if (typeof at === "string") return at;
        if (typeof at !== "object" || at === null) return undefined;
        const one = at as Record<string, unknown>;
        at = one["."] ?? one["node"] ?? one["require"] ?? one["default"] ?? one["import"];
    }
    return undefined;
}
