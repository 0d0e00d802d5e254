/** Changes of single functions of packages, made as their files are loaded. Where a file or a function is not found nothing is changed. */
import Module from "node:module";

interface Loader {
    _extensions: Record<string, (module: { readonly exports: unknown }, file: string) => unknown>;
}

export type AnyFunction = (...given: readonly unknown[]) => unknown;

export interface Change {
    /** The end of the file's path. */
    readonly file: RegExp;
    readonly exported: string;
    readonly instead: (original: AnyFunction) => AnyFunction;
}

const changes: Change[] = [];

export function changeWhenLoaded(change: Change): void {
    if (changes.push(change) === 1) watchLoading();
}

function watchLoading(): void {
    const loader = Module as unknown as Loader;
    const load = loader._extensions[".js"];
    if (!load) return;
    loader._extensions[".js"] = function (this: unknown, module, file) {
        const loaded = Reflect.apply(load, this, [module, file]);
        for (const one of changes) if (one.file.test(file)) make(one, module.exports);
        return loaded;
    };
}

function make({ exported, instead }: Change, exports: unknown): void {
    const original: unknown = Reflect.get(Object(exports), exported);
    if (typeof original === "function") Reflect.set(Object(exports), exported, instead(original as AnyFunction));
}
