/** Modules that the SDK asks for as it is loaded, and needs only where somebody calls them: they are loaded then. */
import Module from "node:module";

interface Loader {
    _load: (request: string, parent: { readonly filename?: string | null } | undefined, isMain: boolean) => unknown;
}

export interface Later {
    /** The end of the path of the file that asks. */
    readonly of: RegExp;
    /** Modules of which the file reads properties alone, and not as it is loaded. */
    readonly requests: readonly string[];
}

/** What neither a policy nor most programs call: half of the SDK's loading. */
export const SELDOM_CALLED: readonly Later[] = [
    // It tells which packages go into the archive of a callback's code.
    {
        of: /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]closure[\\/]codePaths\.js$/,
        requests: ["@npmcli/arborist", "fdir", "normalize-package-data"],
    },
    { of: /[\\/]@pulumi[\\/]pulumi[\\/]index\.js$/, requests: ["./automation"] },
];

export function loadLater(later: readonly Later[]): void {
    const loader = Module as unknown as Loader;
    const load = loader._load;
    const left = new Set(later.flatMap(({ requests }) => requests));
    loader._load = loadingLater;
    function loadingLater(this: unknown, ...[request, parent, isMain]: Parameters<Loader["_load"]>): unknown {
        const isLater = (one: Later) => one.requests.includes(request) && one.of.test(parent?.filename ?? "");
        if (!left.has(request) || !later.some(isLater)) return Reflect.apply(load, this, [request, parent, isMain]);
        left.delete(request);
        // From here on it is no frame in anybody's stack.
        if (left.size === 0 && loader._load === loadingLater) loader._load = load;
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
            // Of such a module, all of it is what compiled code takes for its default.
            return key === "default" && !Reflect.has(loaded, key) ? loaded : Reflect.get(loaded, key);
        },
    });
}
