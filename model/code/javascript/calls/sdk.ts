import { OPEN, type ServiceCall } from "../../calls";
import type { SdkNames } from "../../sdk-names";
import type { Machine, Place, Told } from "../machine";
import { packageOf } from "../modules";
import { type Abstract, Func, Native, Obj, Outside, optionsOf, UNKNOWN, Unknown } from "../values";
import type { BundledSdk, CommandClass } from "./bundled";
import { clientStance, type Stance } from "./credentials";
import { parametersOf } from "./said";
import { HAS_HIGHER, HIGHER_LEVEL, WRAPS_FIRST } from "./sdk-names";

/** A call as it is found; who sends it may be known later. */
export interface Found extends Omit<ServiceCall, "line" | "certain"> {
    readonly at: number;
    stance: Stance | undefined;
    readonly isLikely: boolean;
}

/** The SDKs' classes and functions: what of what is called, or made, asks AWS for something. */
export class Sdk {
    readonly found: Found[] = [];
    readonly open = new Set<string>();
    /** Services of which there is a client. */
    private readonly services = new Set<string>();
    private readonly commands = new WeakMap<object, Found>();

    constructor(
        private readonly bundled: BundledSdk,
        private readonly names: SdkNames,
        /** Is something gone through for the sake of what was not seen? What it is called with is not known. */
        private readonly isSweep: () => boolean,
    ) {}

    // ------------------------------------------------------------ made

    constructed(machine: Machine, target: Abstract, args: readonly Abstract[], place: Place): Told {
        if (target instanceof Func) {
            const command = this.bundled.command(target);
            if (command) return { value: this.command(command, args[0], place) };
            if (!this.bundled.isUpload(target)) return undefined;
            const [options] = args;
            const params = options instanceof Obj ? (options.props.get("params") as Abstract) : undefined;
            this.record("s3", "PutObject", params, place, stanceIn(options, "s3"));
            return { value: answer() };
        }
        if (!(target instanceof Outside)) return undefined;
        const { module, path } = target;
        const client = packageOf(module);
        if (client.startsWith("@aws-sdk/client-")) {
            const service = this.names.service(client, "package");
            const operation = /^\.(\w+)Command$/.exec(path)?.[1];
            if (operation !== undefined && service !== undefined) {
                if (this.isKnown(service, operation))
                    return { value: this.command({ service, operation }, args[0], place) };
                this.open.add(OPEN.unknownOperation);
            }
            if (service === undefined && /Command$/.test(path)) this.open.add(OPEN.package(client));
            if (service !== undefined && /^\.\w+$/.test(path)) this.services.add(service);
            if (path.includes("*")) this.open.add(OPEN.operation);
            return undefined;
        }
        if (client === "@aws-sdk/lib-dynamodb") {
            const operation = this.names.document(/^\.(\w+Command)$/.exec(path)?.[1] ?? "");
            if (operation !== undefined)
                return { value: this.command({ service: "dynamodb", operation }, args[0], place) };
        }
        const v2 = v2Class(target);
        if (v2 !== undefined) {
            const service = v2.split(".")[0] ?? "";
            if (service === "Service" || service.includes("*")) this.open.add(OPEN.service);
            const known = v2Service(service, this.names);
            if (known !== undefined) this.services.add(known);
        }
        this.higher(machine, target, args, place);
        return undefined;
    }

    private isKnown(service: string, operation: string): boolean {
        return (
            this.names.operation(service, operation.charAt(0).toLowerCase() + operation.slice(1), "camelCase") !==
            undefined
        );
    }

    private command({ service, operation }: CommandClass, input: Abstract, place: Place): Outside {
        const found = this.record(service, operation, input, place, undefined);
        const made = new Outside("#command", ".()");
        this.commands.set(made, found);
        return made;
    }

    private record(
        service: string,
        operation: string,
        input: Abstract,
        { file, at }: Place,
        stance: Stance | undefined,
        isLikely = !this.isSweep(),
    ): Found {
        const found: Found = {
            service,
            operation,
            parameters: input instanceof Unknown ? undefined : parametersOf(input),
            file,
            at,
            stance: undefined,
            isLikely,
        };
        if (stance !== undefined) this.asked(found, stance);
        this.found.push(found);
        return found;
    }

    // ------------------------------------------------------------ called

    called(machine: Machine, target: Abstract, args: readonly Abstract[], place: Place): Told {
        if (!(target instanceof Outside)) return undefined;
        const { path } = target;
        const name = /\.([\w*$]+)$/.exec(path)?.[1];
        if (name === undefined) {
            this.higher(machine, target, args, place);
            return undefined;
        }
        // A function by itself: of what it is of, it is called the same way.
        if (name === "bind" && target.from && !isClientValue(target.from)) return { value: target.from };
        if ((name === "call" || name === "apply") && target.from && isMethodOfClient(target.from)) {
            const given = name === "call" ? args.slice(1) : (machine.elementsOf(args[1]) ?? [UNKNOWN]);
            return { value: machine.call(target.from, args[0], given) };
        }
        if (WRAPS_FIRST.test(`${target.module} ${name}`)) return { value: args[0] };
        if (name === "send" && target.from) return this.sent(target.from, args);
        const client = packageOf(target.module);
        if (client.startsWith("@aws-sdk/client-")) return this.ofClient(client, target, name, args, place);
        if (client === "@aws-sdk/lib-dynamodb") return this.ofDocuments(target, name, args, place);
        if (v2Way(target) !== undefined) this.ofV2(target, name, args, place);
        else this.higher(machine, target, args, place);
        return undefined;
    }

    /** `client.send(command)` */
    sent(client: Abstract, args: readonly Abstract[]): Told {
        const isClient = isClientValue(client);
        const commands = optionsOf(args[0]).map((one) => commandIn(one));
        const known = commands.map((one) => (one === undefined ? undefined : this.commands.get(one)));
        for (const found of known) {
            if (found === undefined) {
                // A wrapper's parameter, of which the callers are elsewhere, is theirs.
                if (isClient && !this.isSweep()) this.open.add(OPEN.operation);
            } else this.asked(found, isClient ? clientStance(client, found.service) : "unclear");
        }
        return isClient || known.some((one) => one !== undefined) ? { value: answer() } : undefined;
    }

    /** A command may be sent by several clients. */
    private asked(found: Found, stance: Stance): void {
        if (stance === "other") this.open.add(OPEN.credentials);
        if (stance === "elsewhere") this.open.add(OPEN.endpoint);
        found.stance = found.stance === undefined || found.stance === stance ? stance : "unclear";
    }

    private ofClient(module: string, target: Outside, name: string, args: readonly Abstract[], place: Place): Told {
        const service = this.names.service(module, "package");
        if (service === undefined) {
            if (target.from?.isMade) this.open.add(OPEN.package(module));
            return undefined;
        }
        const repeated = this.repeated(service, target, args, place);
        if (repeated !== undefined) return repeated;
        const waited = /^\.wait(?:Until|For)(\w+)$/.exec(target.path)?.[1];
        if (waited !== undefined) {
            const operation = this.names.waiter(service, waited);
            if (operation === undefined) this.open.add(OPEN.operation);
            else this.record(service, operation, args[1], place, stanceIn(args[0], service));
            return { value: answer() };
        }
        if (!target.from || !isClientValue(target.from)) return undefined;
        return this.method(service, target.from, name, args, place);
    }

    /** `paginateScan({ client }, { TableName })` */
    private repeated(service: string, { path }: Outside, args: readonly Abstract[], place: Place): Told {
        const operation = /^\.paginate(\w+)$/.exec(path)?.[1];
        if (operation === undefined) return undefined;
        this.record(service, operation, args[1], place, stanceIn(args[0], service));
        return { value: answer() };
    }

    /** A method of a client that has one for each operation. */
    private method(service: string, client: Outside, name: string, args: readonly Abstract[], place: Place): Told {
        if (name === "*") {
            this.open.add(OPEN.operation);
            return { value: answer() };
        }
        const operation = this.names.operation(service, name, "camelCase");
        if (operation === undefined) return undefined;
        this.record(service, operation, args[0], place, clientStance(client, service));
        return { value: answer() };
    }

    private ofDocuments(target: Outside, name: string, args: readonly Abstract[], place: Place): Told {
        if (name === "from") return undefined;
        const repeated = this.repeated("dynamodb", target, args, place);
        if (repeated !== undefined) return repeated;
        const operation = this.names.document(name);
        if (operation === undefined || !target.from || !isClientValue(target.from)) {
            if (name === "*" && target.from && isClientValue(target.from)) this.open.add(OPEN.operation);
            return undefined;
        }
        this.record("dynamodb", operation, args[0], place, clientStance(target.from, "dynamodb"));
        return { value: answer() };
    }

    private ofV2(target: Outside, name: string, args: readonly Abstract[], place: Place): void {
        const way = v2Way(target) ?? "";
        if (/^\.?(?:config\.(?:update|loadFromPath)|config\.credentials.*)$/.test(way)) {
            const given = args[0];
            const stance = stanceOfConfig(given);
            if (stance === "other") this.open.add(OPEN.credentials);
            return;
        }
        const made = /^\.([A-Z]\w*(?:\.DocumentClient)?)\(\)\.([\w*]+)$/.exec(way);
        if (made?.[1] === undefined || !target.from) {
            if (/\(\)\.\*$/.test(way) && /^\.[A-Z*]/.test(way)) this.open.add(OPEN.operation);
            return;
        }
        const [, type] = made;
        const service = v2Service(type, this.names);
        if (service === undefined) {
            if (!QUIET_V2.test(type)) this.open.add(OPEN.service);
            return;
        }
        const stance = clientStance(target.from, service);
        if (name === "*") {
            this.open.add(OPEN.operation);
            return;
        }
        if (type.endsWith(".DocumentClient")) {
            const operation = this.names.document(name);
            if (operation !== undefined) this.record(service, operation, args[0], place, stance);
            return;
        }
        if (name === "upload" && service === "s3") {
            this.record(service, "PutObject", args[0], place, stance);
            return;
        }
        if (name === "createPresignedPost" && service === "s3") {
            const fields = args[0] instanceof Obj ? (args[0].props.get("Fields") as Abstract) : undefined;
            const input = new Obj();
            if (args[0] instanceof Obj) input.props.set("Bucket", args[0].props.get("Bucket"));
            if (fields instanceof Obj) input.props.set("Key", fields.props.get("key"));
            this.record(service, "PutObject", input, place, stance);
            return;
        }
        const isNamed = /^getSignedUrl(?:Promise)?$|^makeRequest$|^makeUnauthenticatedRequest$/.test(name);
        if (isNamed || name === "waitFor") {
            for (const one of optionsOf(args[0])) {
                const operation = typeof one === "string" ? this.told(service, one, isNamed) : undefined;
                if (operation === undefined) this.open.add(OPEN.operation);
                else this.record(service, operation, args[1], place, stance);
            }
            return;
        }
        const operation = this.names.operation(service, name, "camelCase");
        if (operation !== undefined) this.record(service, operation, args[0], place, stance);
    }

    /** The operation of this name, or the one that a waiter of this name asks. */
    private told(service: string, name: string, isOperation: boolean): string | undefined {
        return isOperation ? this.names.operation(service, name, "camelCase") : this.names.waiter(service, name);
    }

    /** What calls AWS under a name of its own: transfers, Powertools, signers. */
    private higher(machine: Machine, target: Outside, args: readonly Abstract[], place: Place): void {
        if (!HAS_HIGHER.test(target.module)) return;
        const key = `${target.module} ${target.path}`;
        for (const one of HIGHER_LEVEL) {
            if (!one.is.test(key)) continue;
            if (one.open !== undefined) this.open.add(one.open);
            const input = one.input(args, machine, target);
            for (const operation of one.operations ?? [])
                this.record(one.service ?? "", operation, input, place, one.stance?.(args) ?? "own");
        }
    }

    /** A method of what nobody knows: where it has an operation's name, it may be that. */
    lost(name: string, args: readonly Abstract[], place: Place): void {
        if (!/^[a-z]+[A-Z]/.test(name)) return;
        for (const service of this.services) {
            const operation = this.names.operation(service, name, "camelCase");
            if (operation !== undefined) this.record(service, operation, args[0], place, "unclear", false);
        }
    }

    /** A bundled client that is made: what it is asked goes through `send`. */
    client(made: Obj, args: readonly Abstract[]): void {
        const client = new Outside("#client", ".()", undefined, args.length > 0 ? args : [undefined]);
        const given = optionsOf(args[0]).find((one): one is Obj => one instanceof Obj && one.props.has("#client"));
        const own = given ? (given.props.get("#client") as Abstract) : client;
        made.props.set("#client", own);
        made.props.set("config", UNKNOWN);
        made.props.set("middlewareStack", UNKNOWN);
        made.props.set("send", new Native((_self, sent) => this.sent(own, sent)?.value ?? UNKNOWN));
    }
}

/** What a request gives: whatever it is, it is not in the code. */
function answer(): Outside {
    return new Outside("#answer", "()");
}

function commandIn(value: Abstract): Outside | undefined {
    if (value instanceof Outside && value.module === "#command") return value;
    if (!(value instanceof Obj)) return undefined;
    const inner = value.props.get("clientCommand") ?? value.fallback;
    return inner instanceof Outside && inner.module === "#command" ? inner : undefined;
}

/** The way from version 2's top: `.S3().getObject`, whichever way it was asked for. */
function v2Way({ module, path }: Outside): string | undefined {
    if (module === "aws-sdk" || module === "aws-sdk/global") return path;
    if (module === "@pulumi/aws" && path.startsWith(".sdk.")) return path.slice(4);
    const one = /^aws-sdk\/clients\/(\w+)(?:\.js)?$/.exec(module)?.[1];
    if (one === undefined || one === "all") return one && path;
    // The module is the class, or, in some compilers' output, has it.
    const way = path.replace(/^\.default(?=\W|$)/, "");
    return /^\.(?!DocumentClient|ManagedUpload|Signer|Presigner|Converter)[A-Z]/.test(way)
        ? way
        : `.${one.charAt(0).toUpperCase()}${one.slice(1)}${way}`;
}

/** The service of a class of version 2, by its name or, with a capital, that of its module. */
function v2Service(type: string, names: SdkNames): string | undefined {
    const [name = ""] = type.split(".");
    return names.service(name, "v2") ?? names.service(`aws-sdk/clients/${name.toLowerCase()}`, "v2");
}

function v2Class(target: Outside): string | undefined {
    const way = v2Way(target);
    return way === undefined ? undefined : /^\.([A-Z*]\w*(?:\.DocumentClient)?)$/.exec(way)?.[1];
}

/** Of version 2, what asks AWS for nothing. */
const QUIET_V2 =
    /^(?:Endpoint|Config|Credentials|HttpRequest|HttpResponse|Response|Request|NodeHttpClient|EventEmitter|MetadataService|EnvironmentCredentials|SharedIniFileCredentials|FileSystemCredentials|EC2MetadataCredentials|ECSCredentials|RemoteCredentials|CredentialProviderChain)$/;

function isClientValue(value: Abstract): boolean {
    if (!(value instanceof Outside)) return false;
    if (value.module === "#client") return true;
    const client = packageOf(value.module);
    if (client.startsWith("@aws-sdk/client-")) return /^\.\w+\(\)$/.test(value.path);
    if (client === "@aws-sdk/lib-dynamodb") return /^\.\w+(?:\.from)?\(\)$/.test(value.path);
    const way = v2Way(value);
    return way !== undefined && /^\.[A-Z]\w*(?:\.DocumentClient)?\(\)$/.test(way);
}

function isMethodOfClient({ from, isMade }: Outside): boolean {
    return !isMade && from !== undefined && isClientValue(from);
}

function stanceIn(config: Abstract, service: string): Stance {
    const client = config instanceof Obj ? (config.props.get("client") as Abstract) : undefined;
    const own = client instanceof Obj ? (client.props.get("#client") as Abstract) : client;
    return isClientValue(own) ? clientStance(own, service) : "unclear";
}

function stanceOfConfig(config: Abstract): Stance {
    return clientStance(new Outside("#client", ".()", undefined, [config]), "");
}
