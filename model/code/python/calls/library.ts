import { OPEN } from "../../calls";
import type { AwsObjects } from "./aws";
import type { Core, Place } from "./core";
import { DATA, OF_ANYTHING, OF_DATA, one, textsOf } from "./flow";
import type { Loader } from "./loading";
import { kindOfPackage } from "./packages";
import { powertools } from "./powertools";
import {
    type Arguments,
    type Atom,
    allOf,
    type Box,
    type ClassAtom,
    type External,
    type FunctionAtom,
    given,
    NO_ARGUMENTS,
    NONE,
    union,
    type Value,
} from "./values";

/** Source: `dir(builtins)` of Python 3.13. */
const BUILTINS = new Set(
    "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError __build_class__ __debug__ __doc__ __import__ __loader__ __package__ __spec__ __builtins__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip".split(
        " ",
    ),
);

/** Decorators whose function does what the one that they are given does, and is called by the program alone. */
const TRANSPARENT =
    /^(?:functools\.(?:wraps|lru_cache|cache|singledispatch|total_ordering|cached_property|update_wrapper)|contextlib\.\w*contextmanager|abc\.\w+|typing(?:_extensions)?\.\w+|dataclasses\.dataclass|attrs?\.\w+|enum\.\w+|asyncio\.coroutine|builtins\.(?:staticmethod|classmethod|property)|aws_lambda_powertools\.(?:.*\.)?(?:Tracer|Logger|Metrics|SingleMetric)\(\)\.\w+|aws_lambda_powertools\.(?:utilities\.)?(?:validation|idempotency|parser|data_classes|batch|typing|tracing|metrics)\..*|async_lru\.\w+|numba\.\w+)(?:\(\))?$/;

/** Modules that keep nothing of what they are given, and give data. */
const PURE =
    /^(?:json|logging|re|datetime|time|uuid|math|random|hashlib|hmac|base64|urllib|sys|string|secrets|decimal|fractions|dateutil|pytz|html|textwrap|traceback|struct|zlib|gzip|bz2|lzma|zipfile|tarfile|statistics|calendar|locale|platform|pprint|shutil|tempfile|glob|fnmatch|csv|xml|ipaddress|binascii|codecs|unicodedata|difflib|warnings|io|os|stat|errno|numbers|operator|bisect|heapq|simplejson|orjson|ujson|yaml|toml|tomli|requests|urllib3|jwt|cfnresponse|numpy|pandas|PIL)(?:\.|$)/;

const PROCESS =
    /^(?:subprocess\.\w+|os\.(?:system|popen\w*|exec\w+|spawn\w+|posix_spawn\w*|fork|forkpty|startfile)|asyncio\.create_subprocess_\w+|asyncio\.subprocess\.\w+|pty\.spawn|commands\.\w+|.*\.subprocess_(?:exec|shell))$/;
const NOT_STARTED = /^subprocess\.(?:\w*Error|TimeoutExpired|list2cmdline|CompletedProcess)$/;
const EVALUATED =
    /^(?:builtins\.(?:eval|exec|compile)|types\.(?:FunctionType|CodeType|LambdaType)|code\.\w+|codeop\.\w+|timeit\.\w+|marshal\.loads?|importlib\.util\.(?:module_from_spec|spec_from_\w+)|importlib\.machinery\.\w+|imp\.\w+|runpy\.\w+|pandas\.eval)$/;
const MODULES =
    /^(?:builtins\.__import__|importlib\.import_module|importlib\.__import__|pydoc\.locate|pkgutil\.resolve_name|werkzeug\.utils\.import_string|django\.utils\.module_loading\.import_string)$/;
const UNPICKLED = /^(?:pickle|cPickle|_pickle|dill|cloudpickle|joblib|shelve)\.(?:loads?|open|Unpickler\(\)\.load)$/;
const HOUSEKEEPING =
    /^(?:\/(?:usr\/)?bin\/)?(?:rm|ls|cp|mv|mkdir|rmdir|chmod|cat|touch|du|df|ps|free|uname|tar|unzip|zip|gzip|gunzip|echo)(?:\s[^;|&`$()<>\n]*)?$/;
/** Who is given a function first, and what it is called with behind it. */
const STARTS =
    /(?:^|\.)(?:submit|to_thread|call_soon|call_soon_threadsafe|run_sync|register|callback|push_async_callback|spawn|start_new_thread|create_thread|run_in_threadpool|asyncify|sync_to_async|retry_call|call|add_task|enqueue|schedule)$/;
const LATER = /(?:^|\.)(?:run_in_executor|call_later|call_at|enter|enterabs)$/;
const APPLIES = /(?:^|\.)(?:apply_async|apply)$/;
const MAPS =
    /(?:^|\.)(?:map|imap|imap_unordered|map_async|starmap|starmap_async|filter|filterfalse|takewhile|dropwhile|amap)$/;
const TARGETS = /(?:^|\.)(?:Thread|Timer|Process)$/;

const SIGNERS =
    /^(?:botocore|aiobotocore)\.(?:auth\.\w*Auth\w*|signers\.(?:RequestSigner|S3PostPresigner|generate_\w+)|crt\.auth\.\w+)$/;
const OTHER_CREDENTIALS =
    /^(?:botocore|aiobotocore)\.credentials\.(?:\w*AssumeRole\w*|Credentials|RefreshableCredentials|DeferredRefreshableCredentials|\w*Provider|\w*Fetcher|\w*Resolver|ReadOnlyCredentials)(?:\.\w+)?$/;

/** Packages that a harmless one loads by itself. */
const LOADS: Readonly<Record<string, readonly string[]>> = {
    pandas: ["s3fs", "fsspec", "pyarrow"],
    dask: ["s3fs", "fsspec"],
    sqlalchemy: ["pyathena", "redshift_connector", "sqlalchemy_dynamodb"],
    joblib: ["s3fs"],
};

/** Python's own library, and packages that are not read. */
export class Library {
    constructor(
        private readonly core: Core,
        private readonly aws: AwsObjects,
        private readonly loader: Loader,
    ) {}

    isBuiltin(name: string): boolean {
        return BUILTINS.has(name);
    }

    isTransparent(atom: Atom): boolean {
        const path =
            atom.is === "external"
                ? atom.path
                : atom.is === "box"
                  ? atom.origin
                  : atom.is === "member" && atom.of.is === "box"
                    ? `${atom.of.origin}.${atom.name}`
                    : undefined;
        if (path === undefined) return false;
        return TRANSPARENT.test(path) || kindOfPackage(path.split(".")[0] ?? "") === "wrapper";
    }

    /** `maybe`: the program goes on without it. */
    import(name: string, place: Place, maybe = false): void {
        const [top = ""] = name.split(".");
        if (kindOfPackage(top) === "aws") this.aws.isThere = true;
        for (const other of LOADS[top] ?? []) if (this.loader.has(other)) this.core.open(OPEN.package(other));
        const kind = this.loader.kind(name);
        const reason =
            kind === "calls"
                ? OPEN.package(top)
                : kind === "signs"
                  ? OPEN.signed
                  : kind === "missing"
                    ? maybe
                        ? undefined
                        : OPEN.missing(top)
                    : kind === "native"
                      ? OPEN.native
                      : undefined;
        this.core.openAt(place, `import ${name}`, reason);
    }

    private isKnown(path: string): boolean {
        const kind = this.loader.kind(path.split(".")[0]?.replace(/\(\)$/, "") ?? "");
        return kind !== "calls" && kind !== "missing" && kind !== "native" && kind !== "signs";
    }

    /** Does a base of this package call the methods of its classes? One that calls AWS by itself has its own reason. */
    callsBack(path: string): boolean {
        const kind = this.loader.kind(path.split(".")[0] ?? "");
        return kind !== "calls" && kind !== "signs";
    }

    // Variables of the environment.

    private variable(names: readonly string[] | undefined, otherwise: Value): Value {
        if (names === undefined) return union(OF_DATA, otherwise);
        const { entry, flow } = this.core;
        return union(
            ...names.map((name) => {
                const own = one(flow.said({ is: "variable", name }));
                return entry.variables.has(name) ? own : union(own, otherwise);
            }),
        );
    }

    subscript(atom: External, index: Value, place: Place): Value {
        if (atom.path === "os.environ") return this.variable(textsOf(index), NONE);
        if (atom.path === "sys.modules") {
            const names = textsOf(index);
            if (names === undefined) return one(place.frame.module);
            return new Set(names.map((name): Atom => this.core.load(name) ?? this.core.external(name)));
        }
        // `Optional[Table]`, `Annotated[Table, Depends(table)]`
        return union(one(atom), this.core.heavy(index), OF_DATA);
    }

    /** A field of pydantic's settings is a variable of its name. */
    setting(cls: ClassAtom, name: string, look: (name: string) => Value | undefined): Value {
        const isSettings = [...this.core.basesOf(cls)].some(
            (base) => base.is === "external" && base.path.endsWith("BaseSettings"),
        );
        const isField = [...this.core.basesOf(cls)].some(
            (base) =>
                base.is === "class" &&
                base.definition.body.some(
                    (one) =>
                        (one.is === "declare" && one.name === name) ||
                        (one.is === "assign" &&
                            one.targets.some((target) => target.is === "name" && target.id === name)),
                ),
        );
        if (!isSettings || !isField || name === "model_config") return NONE;
        const prefixes: string[] = [];
        for (const atom of look("model_config") ?? [])
            if (atom.is === "box") {
                const slot = atom.entries.get("env_prefix");
                if (slot) prefixes.push(...(textsOf(this.core.flow.read(slot)) ?? []));
            }
        for (const atom of look("Config") ?? [])
            if (atom.is === "class") {
                const slot = atom.scope.names.get("env_prefix");
                if (slot) prefixes.push(...(textsOf(this.core.flow.read(slot)) ?? []));
            }
        const aliases = [...(look(name) ?? [])].flatMap((atom) => {
            if (atom.is !== "box") return [];
            return ["env", "alias", "validation_alias"].flatMap((key) => {
                const slot = atom.entries.get(key);
                return slot === undefined ? [] : (textsOf(this.core.flow.read(slot)) ?? []);
            });
        });
        const wanted =
            aliases.length > 0 ? aliases : (prefixes.length > 0 ? prefixes : [""]).map((prefix) => prefix + name);
        const spelt = wanted.map(
            (one) =>
                [...this.core.entry.variables.keys()].find((own) => own.toLowerCase() === one.toLowerCase()) ??
                one.toUpperCase(),
        );
        return this.variable(spelt, NONE);
    }

    // Texts.

    ofText(
        atom: Atom,
        name: string,
        args: Arguments,
        formatted: (format: string) => Value,
        place: Place,
    ): Value | undefined {
        void place;
        if (atom.is !== "said") return undefined;
        const { said } = atom;
        if (name === "format" && said.is === "text") return formatted(said.text);
        if (/^(?:strip|rstrip|lstrip|encode|decode|__str__)$/.test(name)) return one(atom);
        if (said.is === "text") {
            if (name === "lower" || name === "casefold") return this.core.flow.text(said.text.toLowerCase());
            if (name === "upper") return this.core.flow.text(said.text.toUpperCase());
            if (name === "replace") {
                const [from, to] = args.positional.map((value) => textsOf(value)?.[0]);
                if (from !== undefined && to !== undefined) return this.core.flow.text(said.text.replaceAll(from, to));
            }
            if (name === "join") return this.joined(said.text, args.positional[0] ?? NONE);
        }
        return undefined;
    }

    private joined(separator: string, items: Value): Value {
        const [list] = items;
        if (items.size !== 1 || list?.is !== "box" || list.origin !== "[]") return OF_DATA;
        const { flow } = this.core;
        if (flow.read(list.rest).size > 0) return OF_DATA;
        flow.read(list.shape);
        const parts = [...list.entries.values()].flatMap((slot, at) => [
            ...(at === 0 ? [] : [flow.text(separator)]),
            flow.read(slot),
        ]);
        return this.core.joined(parts);
    }

    // Calls.

    /** A function of a package that is not read. `box`: what the package made, of which it is a method, or which is called. */
    call(path: string, args: Arguments, place: Place, box: Box | undefined): Value {
        const [top = ""] = path.split(".");
        return (
            this.special(path, args, place) ??
            (box === undefined
                ? undefined
                : (this.partial(box, path, args, place) ?? this.getter(box, path, args, place))) ??
            (top === "boto3" ||
            top === "botocore" ||
            top === "aioboto3" ||
            top === "aiobotocore" ||
            top === "s3transfer"
                ? this.boto(path, args, place, box)
                : undefined) ??
            (kindOfPackage(top) === "powertools"
                ? powertools(path, args, place, this.core, this.aws, box)
                : undefined) ??
            this.started(path, args, place, box) ??
            this.unread(path, args, place, box)
        );
    }

    private special(path: string, args: Arguments, place: Place): Value | undefined {
        if (path.startsWith("builtins.")) return this.builtin(path.slice("builtins.".length), args, place);
        const [first = NONE] = args.positional;
        if (/^os\.(?:environ\.(?:get|pop|setdefault|__getitem__)|getenv)$/.test(path))
            return this.variable(textsOf(given(args, 0, "key")), union(given(args, 1, "default")));
        if (
            /^(?:decouple\.(?:config|AutoConfig\(\))|environs\.Env\(\)(?:\.\w+)?|environ\.Env\(\)(?:\.\w+)?|starlette\.config\.Config\(\)|aws_lambda_powertools\.shared\.functions\.resolve_env_var_choice)$/.test(
                path,
            ) &&
            !/read_env|prefixed$/.test(path)
        )
            return this.variable(textsOf(first), union(given(args, -1, "default"), args.positional[1] ?? NONE));
        if (PROCESS.test(path) && !NOT_STARTED.test(path) && !this.isHousekeeping(first)) this.core.open(OPEN.process);
        if (EVALUATED.test(path)) this.core.open(OPEN.evaluated);
        if (/^ctypes\.(?:CDLL|WinDLL|PyDLL|cdll|windll|pydll)/.test(path) || /^cffi\.FFI\(\)\.dlopen$/.test(path))
            this.core.open(OPEN.native);
        if (MODULES.test(path)) return this.imported(args, place);
        if (/^importlib\.reload$/.test(path)) return first;
        if (UNPICKLED.test(path)) return OF_ANYTHING;
        if (/^typing(?:_extensions)?\.cast$/.test(path)) return args.positional[1] ?? NONE;
        if (/^copy\.(?:copy|deepcopy)$/.test(path)) return first;
        if (/^(?:functools\.partial|functools\.partialmethod)$/.test(path)) return this.makePartial(args, place);
        if (
            /^(?:pydantic\.(?:fields\.)?Field|dataclasses\.field|attrs?\.(?:ib|field|attrib)|marshmallow\.fields\.\w+)$/.test(
                path,
            )
        ) {
            const made = this.unread(path, args, place, undefined);
            const factory = given(args, -1, "default_factory", "factory");
            const own = union(given(args, -1, "default"), path.includes("pydantic") ? first : NONE);
            return union(made, own, this.core.call(factory, NO_ARGUMENTS, place));
        }
        if (TRANSPARENT.test(path) || kindOfPackage(path.split(".")[0] ?? "") === "wrapper") {
            const isDecorating = args.positional.length === 1 && isCallable(first) && !/\bwraps$/.test(path);
            if (isDecorating) return first;
            if (TRANSPARENT.test(path) && !path.startsWith("aws_"))
                return one(this.core.box(place, "decorator", `${path}()`));
        }
        if (/^fastapi\.(?:\w+\.)?(?:Depends|Security)$/.test(path))
            return this.core.enter(this.core.escape(given(args, 0, "dependency"), NONE, place), place);
        if (/^operator\.(?:methodcaller|attrgetter)$/.test(path)) {
            const made = this.core.box(place, "getter", `${path}()`);
            for (const [at, value] of args.positional.entries())
                this.core.flow.write(this.core.slot(made, String(at)), value);
            for (const [name, value] of args.named) this.core.flow.write(this.core.slot(made, `=${name}`), value);
            return one(made);
        }
        if (/^contextlib\.(?:Async)?ExitStack\(\)\.(?:enter_context|enter_async_context)$/.test(path))
            return this.core.enter(first, place);
        if (/^contextlib\.(?:closing|aclosing|nullcontext)$/.test(path)) return first;
        return undefined;
    }

    /** A command that is known, and only moves files about. */
    private isHousekeeping(command: Value): boolean {
        const texts = [...command].map((atom) => {
            if (atom.is === "said") return atom.said.is === "text" ? atom.said.text : undefined;
            const first = atom.is === "box" ? atom.entries.get("0") : undefined;
            return first === undefined ? undefined : textsOf(this.core.flow.read(first))?.[0];
        });
        return texts.length > 0 && texts.every((text) => text !== undefined && HOUSEKEEPING.test(text));
    }

    private imported(args: Arguments, place: Place): Value {
        const names = textsOf(given(args, 0, "name"));
        this.core.openAt(place, "module", names === undefined ? OPEN.module : undefined);
        const found = (names ?? []).map((name): Atom => {
            const dots = /^\.+/.exec(name)?.[0].length ?? 0;
            const full =
                dots === 0
                    ? name
                    : `${place.frame.module.name
                          .split(".")
                          .slice(0, place.frame.module.isPackage ? undefined : -1)
                          .join(".")}.${name.slice(dots)}`;
            const module = this.core.load(full);
            if (module === undefined) this.import(full, place);
            return module ?? this.core.external(full);
        });
        return new Set(found);
    }

    private builtin(name: string, args: Arguments, place: Place): Value | undefined {
        const [first = NONE, second = NONE, third = NONE] = args.positional;
        const { core } = this;
        const list = (items: Value): Value => {
            const box = core.box(place, name, "[]");
            core.flow.write(box.rest, items);
            return one(box);
        };
        switch (name) {
            case "getattr": {
                const names = textsOf(second);
                if (names !== undefined) return union(third, ...names.map((own) => core.attribute(first, own, place)));
                return union(third, this.anyAttribute(first, startsOf(second), place));
            }
            case "setattr": {
                for (const own of textsOf(second) ?? []) core.setAttribute(first, own, third, place);
                if (textsOf(second) === undefined)
                    for (const atom of first) {
                        if (atom.is === "instance") core.flow.write(atom.rest, third);
                        else core.setAttribute(one(atom), "*", third, place);
                    }
                return NONE;
            }
            case "hasattr":
            case "isinstance":
            case "issubclass":
            case "callable":
            case "id":
            case "len":
            case "repr":
            case "hash":
                return OF_DATA;
            case "super": {
                const fn = functionOf(place);
                const owner = fn?.owner;
                const { self } = place.frame;
                if (owner === undefined) return OF_DATA;
                return one(
                    core.make({ ...place, node: owner }, self ?? owner, () => ({
                        is: "super",
                        of: owner,
                        self: self ?? owner,
                    })),
                );
            }
            case "type":
                if (args.positional.length > 1) {
                    core.escape(allOf(args), NONE, place);
                    return union(core.deep(second), OF_ANYTHING);
                }
                return new Set([...first].map((atom): Atom => (atom.is === "instance" ? atom.of : DATA)));
            case "list":
            case "tuple":
            case "set":
            case "frozenset":
            case "iter":
            case "aiter":
            case "reversed":
                if (first.size === 0) return list(NONE);
                if (
                    name !== "set" &&
                    name !== "frozenset" &&
                    [...first].every((atom) => atom.is === "box" && atom.origin === "[]")
                )
                    return first;
                return list(core.iterate(first, place));
            case "sorted":
            case "min":
            case "max": {
                core.escape(given(args, -1, "key"), core.iterate(first, place), place);
                return name === "sorted"
                    ? list(core.iterate(first, place))
                    : union(core.iterate(first, place), ...args.positional.slice(1), OF_DATA);
            }
            case "next":
            case "anext":
                return union(core.iterate(first, place), second);
            case "dict": {
                const box = core.box(place, name, "{}");
                core.merge(box, first);
                for (const [key, value] of args.named) core.flow.write(core.slot(box, key), value);
                if (args.open || args.more.size > 0) core.flow.write(box.rest, union(args.more, OF_DATA));
                for (const atom of first)
                    if (atom.is === "box" && atom.origin === "[]")
                        for (const pair of core.all(atom)) core.flow.write(box.rest, core.iterate(one(pair), place));
                return one(box);
            }
            case "enumerate":
            case "zip": {
                const pair = core.box(place, "pair", "[]");
                const parts =
                    name === "zip"
                        ? args.positional.map((value) => core.iterate(value, place))
                        : [OF_DATA, core.iterate(first, place)];
                for (const [at, part] of parts.entries()) core.flow.write(core.slot(pair, String(at)), part);
                if (args.rest.size > 0) core.flow.write(pair.rest, core.iterate(args.rest, place));
                return list(one(pair));
            }
            case "map":
            case "filter": {
                const items = args.positional.slice(1).map((value) => core.iterate(value, place));
                const made = core.call(first, { ...NO_ARGUMENTS, positional: items }, place);
                return list(name === "map" ? made : union(...items));
            }
            case "str":
            case "format":
                return union(textual(first), first.size === 0 ? OF_DATA : NONE);
            case "vars":
                return union(
                    ...[...first].map((atom) => core.attribute(one(atom), "__dict__", place)),
                    first.size === 0 ? one(place.frame.module) : NONE,
                );
            case "globals":
            case "locals":
            case "dir":
                return one(place.frame.module);
            case "property": {
                const made = [...first].map(
                    (atom): Atom =>
                        atom.is === "function"
                            ? core.make(
                                  { ...place, node: atom },
                                  "property",
                                  (): FunctionAtom => ({ ...atom, kind: "property", bounds: new Map() }),
                              )
                            : atom,
                );
                return new Set(made);
            }
            case "staticmethod":
            case "classmethod":
                return first;
            case "eval":
            case "exec":
            case "compile":
                core.open(OPEN.evaluated);
                return OF_ANYTHING;
            case "__import__":
                return this.imported(args, place);
            case "object":
                return OF_DATA;
            case "object.__new__":
                return core.bare(first, place);
            case "object.__setattr__":
                return this.builtin("setattr", args, place);
            case "object.__getattribute__":
                return this.builtin("getattr", args, place);
            default:
                if (/^[A-Z]/.test(name)) return this.unread(`builtins.${name}`, args, place, undefined);
                return union(core.escape(allOf(args), allOf(args), place), core.heavy(allOf(args)), OF_DATA);
        }
    }

    /** `getattr(thing, name)` with a name that is not known. */
    private anyAttribute(of: Value, starts: readonly string[], place: Place): Value {
        const { core } = this;
        const isMeant = (name: string) => starts.some((start) => name.startsWith(start));
        return union(
            OF_DATA,
            ...[...of].map((atom): Value => {
                switch (atom.is) {
                    case "client":
                    case "object":
                    case "session":
                        core.openAt(place, "operation", OPEN.operation);
                        return NONE;
                    case "module":
                        return union(
                            ...[...atom.scope.names.keys()]
                                .filter(isMeant)
                                .map((name) => core.attribute(one(atom), name, place)),
                        );
                    case "class":
                    case "instance":
                        return core.anyOf(atom, isMeant, place);
                    case "anything":
                        return OF_ANYTHING;
                    case "external":
                        return one(core.external(`${atom.path}.*`));
                    default:
                        return NONE;
                }
            }),
        );
    }

    private makePartial(args: Arguments, place: Place): Value {
        const { core } = this;
        const box = core.box(place, "partial", "functools.partial()");
        for (const [at, value] of args.positional.entries()) core.flow.write(core.slot(box, String(at)), value);
        for (const [name, value] of args.named) core.flow.write(core.slot(box, `=${name}`), value);
        core.flow.write(box.rest, union(args.rest, args.more, args.open ? OF_DATA : NONE));
        return one(box);
    }

    private partial(box: Box, path: string, args: Arguments, place: Place): Value | undefined {
        if (box.origin !== "functools.partial()" || path !== box.origin) return undefined;
        const { core } = this;
        core.flow.read(box.shape);
        const positional: Value[] = [];
        const named = new Map<string, Value>();
        for (const [key, slot] of box.entries) {
            if (key.startsWith("=")) named.set(key.slice(1), core.flow.read(slot));
            else if (/^\d+$/.test(key)) positional[Number(key)] = core.flow.read(slot);
        }
        const [fn = NONE, ...own] = positional;
        const rest = core.flow.read(box.rest);
        for (const [name, value] of args.named) named.set(name, value);
        return core.call(
            fn,
            {
                positional: [...own, ...args.positional],
                rest: union(args.rest, rest),
                named,
                more: union(args.more, rest),
                open: args.open || rest.size > 0,
            },
            place,
        );
    }

    /** `operator.methodcaller("run")(thing)` */
    private getter(box: Box, path: string, args: Arguments, place: Place): Value | undefined {
        if (path !== box.origin || !/^operator\.(?:methodcaller|attrgetter)\(\)$/.test(path)) return undefined;
        const { core } = this;
        const [first = NONE] = args.positional;
        const name = core.flow.read(core.slot(box, "0"));
        const found = this.builtin("getattr", { ...NO_ARGUMENTS, positional: [first, name] }, place) ?? NONE;
        if (path.includes("attrgetter")) return found;
        const named = new Map(
            [...box.entries].flatMap(([key, slot]): [string, Value][] =>
                key.startsWith("=") ? [[key.slice(1), core.flow.read(slot)]] : [],
            ),
        );
        return core.call(found, { ...NO_ARGUMENTS, named }, place);
    }

    private boto(path: string, args: Arguments, place: Place, box: Box | undefined): Value | undefined {
        const { core } = this;
        if (/^(?:boto3|aioboto3)\.client$/.test(path)) return this.aws.client(NONE, args, place);
        if (/^(?:boto3|aioboto3)\.resource$/.test(path)) return this.aws.resource(NONE, args, place);
        if (/^(?:boto3|aioboto3)\.(?:session\.)?Session$/.test(path)) return this.aws.session(args, place);
        if (/^(?:botocore|aiobotocore)\.session\.(?:Session|AioSession|get_session)$/.test(path))
            return this.aws.session(args, place, true);
        if (path === "boto3._get_default_session") return this.aws.session(NO_ARGUMENTS, place);
        if (path === "boto3.setup_default_session") {
            const isOther = ["aws_access_key_id", "profile_name", "botocore_session"].some(
                (name) => given(args, -1, name).size > 0,
            );
            if (isOther || args.open || args.positional.length > 0) core.open(OPEN.credentials);
            return NONE;
        }
        if (/S3Transfer$|TransferManager$|create_transfer_manager$/.test(path))
            return union(given(args, 0, "client"), OF_DATA);
        if (/\.(?:inject_\w+|\w+Stubber|Stubber)$/.test(path)) return OF_DATA;
        if (SIGNERS.test(path)) core.open(OPEN.signed);
        if (OTHER_CREDENTIALS.test(path)) core.open(OPEN.credentials);
        if (/^botocore\.(?:config\.Config|client\.Config)$/.test(path)) {
            const made = core.box(place, "config", "botocore.config.Config()");
            for (const [name, value] of args.named) core.flow.write(core.slot(made, name), value);
            return one(made);
        }
        if (box?.origin === "boto3.dynamodb.table.BatchWriter()") return union(one(box), OF_DATA);
        const heavy = core.deep(allOf(args));
        if (!/^boto3\.dynamodb\.(?:conditions|types)\.|exceptions?\./.test(path))
            for (const atom of heavy)
                if (atom.is === "client" || atom.is === "object") core.openAt(place, "generic", OPEN.generic);
        return undefined;
    }

    /** A function that is started with what stands behind it: in a thread, an executor, a loop. */
    private started(path: string, args: Arguments, place: Place, box: Box | undefined): Value | undefined {
        const { core } = this;
        const [first = NONE, second = NONE, ...more] = args.positional;
        const later = (made: Value): Value => {
            const future = core.box(place, "future", `${short(path)}()`);
            core.flow.write(future.rest, made);
            if (box) core.flow.write(box.rest, union(made, core.heavy(allOf(args))));
            return union(one(future), made);
        };
        if (TARGETS.test(path)) {
            const isTimer = path.endsWith("Timer");
            const target = union(given(args, isTimer ? 1 : -1, "target", "function"), isTimer ? NONE : second);
            const listed = union(given(args, isTimer ? 2 : 3, "args"));
            const named = given(args, isTimer ? 3 : 4, "kwargs");
            return later(core.call(target, this.spread(listed, named, place), place));
        }
        if (STARTS.test(path) && isCallable(first))
            return later(core.call(callables(first), { ...args, positional: args.positional.slice(1) }, place));
        if (LATER.test(path) && isCallable(second))
            return later(core.call(callables(second), { ...args, positional: more }, place));
        if (APPLIES.test(path) && isCallable(first))
            return later(
                core.call(callables(first), this.spread(given(args, 1, "args"), given(args, 2, "kwds"), place), place),
            );
        if (MAPS.test(path) && isCallable(first)) {
            const items = [second, ...more].map((value) => core.iterate(value, place));
            const isStar = path.includes("starmap");
            const positional = isStar ? [] : items;
            const rest = isStar ? union(...items.map((value) => core.iterate(value, place))) : NONE;
            return later(core.call(callables(first), { ...NO_ARGUMENTS, positional, rest }, place));
        }
        return undefined;
    }

    private spread(listed: Value, named: Value, place: Place): Arguments {
        const { core } = this;
        const [only] = listed;
        const isList =
            listed.size === 1 && only?.is === "box" && only.origin === "[]" && core.flow.read(only.rest).size === 0;
        const entries = new Map<string, Value>();
        let more: Value = NONE;
        for (const atom of named)
            if (atom.is === "box") {
                core.flow.read(atom.shape);
                for (const [key, slot] of atom.entries) entries.set(key, core.flow.read(slot));
                more = union(more, core.flow.read(atom.rest));
            } else more = OF_DATA;
        if (isList) core.flow.read(only.shape);
        return {
            positional: isList ? [...only.entries.values()].map((slot) => core.flow.read(slot)) : [],
            rest: isList || listed.size === 0 ? NONE : core.iterate(listed, place),
            named: entries,
            more,
            open: more.size > 0,
        };
    }

    private unread(path: string, args: Arguments, place: Place, box: Box | undefined): Value {
        const { core } = this;
        const all = allOf(args);
        const heavy = core.heavy(core.deep(all));
        const isKnown = this.isKnown(path);
        let back: Value = NONE;
        if (heavy.size > 0) {
            back = core.escape(heavy, all, place);
            if (!isKnown) core.handTo(heavy, place);
        }
        const kept = box === undefined ? NONE : core.all(box);
        // What was made of a function is called as that is.
        if (box?.origin === path) back = union(back, core.call(callables(kept), args, place));
        else if (box !== undefined) core.flow.write(box.rest, union(heavy, back));
        const through = new Set([...heavy].filter(({ is }) => is === "instance" || is === "box" || this.aws.isAws(is)));
        if (PURE.test(path)) return union(back, OF_DATA);
        const others = union(through, back, core.heavy(kept), isKnown ? NONE : OF_ANYTHING);
        const made = core.box(place, "made", `${short(path)}()`);
        core.flow.write(made.rest, union(heavy, back, core.heavy(kept)));
        for (const [name, value] of args.named) core.flow.write(core.slot(made, name), value);
        return union(one(made), others);
    }
}

/** Names of what a package made of what it made … grow no further. */
function short(path: string): string {
    const parts = path.split("()");
    return parts.length > 4 ? `${parts[0]}().*` : path;
}

/** How a name begins that is put together: `handle_` of `f"handle_{action}"`. */
function startsOf(name: Value): readonly string[] {
    return [...name].map((atom) => {
        if (atom.is !== "said") return "";
        const { said } = atom;
        const first = said.is === "joined" ? said.parts[0] : said;
        return first?.is === "text" ? first.text : "";
    });
}

function isCallable(value: Value): boolean {
    return [...value].some(isCalled);
}

function isCalled(atom: Atom): boolean {
    return (
        atom.is === "function" ||
        atom.is === "bound" ||
        atom.is === "class" ||
        atom.is === "external" ||
        (atom.is === "member" && atom.of.is !== "said") ||
        (atom.is === "box" && /^(?:functools\.partial|operator\.(?:methodcaller|attrgetter))\(\)$/.test(atom.origin)) ||
        atom.is === "instance"
    );
}

function callables(value: Value): Value {
    return new Set([...value].filter(isCalled));
}

function textual(value: Value): Value {
    return new Set([...value].map((atom): Atom => (atom.is === "said" ? atom : DATA)));
}

function functionOf(place: Place): FunctionAtom | undefined {
    return place.frame.function;
}
