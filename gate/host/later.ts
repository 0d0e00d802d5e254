/** Packages that a file asks for as it is loaded, and needs only where somebody calls it: they are loaded then. */
import Module from "node:module";

interface Loader {
    _load: (request: string, parent: { readonly filename?: string | null } | undefined, isMain: boolean) => unknown;
}

export interface Later {
    /** The end of the path of the file that asks. */
    readonly of: RegExp;
    /** A package of which the file reads properties alone, and not as it is loaded. */
    readonly request: string;
}

/** A package manager's library, a fifth of the SDK's loading: it tells which packages go into the archive of a callback's code. */
export const PACKAGE_MANAGER: Later = {
    of: /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]closure[\\/]codePaths\.js$/,
    request: "@npmcli/arborist",
};

export function loadLater({ of, request: later }: Later): void {
    const loader = Module as unknown as Loader;
    const load = loader._load;
    loader._load = loadingLater;
    function loadingLater(this: unknown, ...[request, parent, isMain]: Parameters<Loader["_load"]>): unknown {
        if (request !== later || !of.test(parent?.filename ?? ""))
            return Reflect.apply(load, this, [request, parent, isMain]);
        // From here on it is no frame in anybody's stack.
        if (loader._load === loadingLater) loader._load = load;
        return whenRead(() => Reflect.apply(load, this, [request, parent, isMain]));
    }
}

/** Stands for a module, which is loaded when the first of its properties is read; what compilers ask of every module is none. */
function whenRead(load: () => unknown): object {
    let loaded: object | undefined;
    return new Proxy(Object.create(null), {
        get: (_target, key) => {
            // Compiled code copies the properties of a module that was not compiled, and so reads them.
            if (key === "__esModule") return true;
            loaded ??= Object(load()) as object;
            return Reflect.get(loaded, key);
        },
    });
}
