import type { CodeFiles } from "../code";
import { CannotTell } from "../code";
import { isKnownPackage } from "../python/packages";

/**
 * Which files of a code somebody here wrote: not what a package manager put there, nor what it wrote down of that. A bundle is its owner's, whatever
 * it was made of.
 */
export function ownPaths(files: CodeFiles): readonly string[] {
    const claimed = claims(files);
    return files.paths.filter(
        (path) =>
            !INSTALLED.test(path) && !isLockFile(path) && !claimed.files.has(path) && !isBelow(path, claimed.folders),
    );
}

/**
 * Folders that nothing but a manager writes to: npm and its relatives, Yarn, Bower, pip and virtual environments, Bundler and gems, Terraform.
 */
const INSTALLED =
    /(?:^|\/)(?:node_modules|bower_components|jspm_packages|\.yarn\/(?:cache|releases|plugins|sdks|unplugged)|\.pnpm-store|site-packages|dist-packages|vendor\/bundle|ruby\/gems|\.bundle|\.terraform\/(?:modules|providers))\//;

const LOCK_FILES = new Set([
    ...[
        "package-lock.json",
        "npm-shrinkwrap.json",
        "yarn.lock",
        "pnpm-lock.yaml",
        "bun.lock",
        "bun.lockb",
        "deno.lock",
    ],
    ...[".package-lock.json", ".pnp.cjs", ".pnp.loader.mjs", "Pipfile.lock", "poetry.lock", "uv.lock", "pdm.lock"],
    ...["pixi.lock", "conda-lock.yml", "composer.lock", "Gemfile.lock", "gems.locked", "Cargo.lock", "go.sum"],
    ...["go.work.sum", "packages.lock.json", "paket.lock", "project.assets.json", "gradle.lockfile", "mix.lock"],
    ...["pubspec.lock", "Podfile.lock", "Package.resolved", "flake.lock", ".terraform.lock.hcl", "Chart.lock"],
    ...["verification-metadata.xml", "MODULE.bazel.lock", "buf.lock", "pylock.toml"],
]);

function isLockFile(path: string): boolean {
    return LOCK_FILES.has(nameOf(path));
}

interface Claims {
    readonly files: Set<string>;
    readonly folders: Set<string>;
}

/** What managers say themselves, in files of their own beside the packages. */
function claims(files: CodeFiles): Claims {
    const found: Claims = { files: new Set(), folders: new Set() };
    for (const path of files.paths) {
        const [folder, name] = [folderOf(path), nameOf(path)];
        if (name === "RECORD" && folder.endsWith(".dist-info")) claimWheel(files, path, found);
        else if (name === "installed-files.txt" && folder.endsWith(".egg-info")) claimEgg(files, path, found);
        else if (name === "modules.txt" && nameOf(folder) === "vendor") found.folders.add(folder);
        // Composer's, by what loads the packages.
        else if (name === "installed.json" && /(?:^|\/)vendor\/composer$/.test(folder))
            found.folders.add(folderOf(folder));
        else if (name === "autoload.php" && nameOf(folder) === "vendor") found.folders.add(folder);
        else if (name === "__init__.py") claimKnown(files, folder, found);
        else if (/\.(?:dist|egg)-info$/.test(folder)) found.folders.add(folder);
    }
    return found;
}

/**
 * https://packaging.python.org/specifications/recording-installed-packages/: a path, a hash and a size in each line. A package that was installed from
 * a folder is the program's own.
 */
function claimWheel(files: CodeFiles, record: string, found: Claims): void {
    const info = folderOf(record);
    found.folders.add(info);
    if (/"dir_info"/.test(textOf(files, `${info}/direct_url.json`))) return;
    claim(textOf(files, record), folderOf(info), found);
}

/** Where the records were left out to save room, a package is known by its name; one that several share has no module of its own. */
function claimKnown(files: CodeFiles, folder: string, found: Claims): void {
    for (const one of [folder, folderOf(folder)])
        if (isKnownPackage(nameOf(one), true) && isAtTop(files, one)) found.folders.add(one);
}

function claimEgg(files: CodeFiles, list: string, found: Claims): void {
    const info = folderOf(list);
    found.folders.add(info);
    claim(textOf(files, list), info, found);
}

function claim(text: string, base: string, found: Claims): void {
    for (const line of text.split(/\r?\n/)) {
        const name = /^"((?:[^"]|"")+)"|^[^,]+/.exec(line);
        const path = name && resolved(base, (name[1] ?? name[0]).replaceAll('""', '"'));
        if (path) found.files.add(path);
    }
}

function resolved(base: string, name: string): string | undefined {
    const parts = base === "" ? [] : base.split("/");
    for (const part of name.split("/")) {
        if (part === "..") {
            if (parts.pop() === undefined) return undefined;
        } else if (part !== "" && part !== ".") parts.push(part);
    }
    return parts.join("/");
}

/** Where a runtime looks for packages: not inside of another one. */
function isAtTop(files: CodeFiles, folder: string): boolean {
    const above = folderOf(folder);
    return !files.has(above === "" ? "__init__.py" : `${above}/__init__.py`);
}

function textOf(files: CodeFiles, path: string): string {
    try {
        return files.read(path) ?? "";
    } catch (error) {
        if (error instanceof CannotTell) return "";
        throw error;
    }
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
        if (folders.has(path.slice(0, end))) return true;
    return false;
}

export function nameOf(path: string): string {
    return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
    return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
