import type { CallExpression, Class, Expression, MethodDefinition, Super } from "acorn";
import type { SdkNames } from "../../sdk-names";
import { type Abstract, Func, keyOf, type Scope } from "../values";

/** An operation's command, as its class says it. */
export interface CommandClass {
    readonly service: string;
    readonly operation: string;
}

/**
 * The SDK's version 3 inside of a bundle. Names of classes and functions are gone there; what stays are texts and the names of properties.
 * By the generator's versions: commands are classes whose base comes from a call with the operation's name (`.s("DynamoDB_20120810", "GetItem", {})`
 * and `.n("DynamoDBClient", "GetItemCommand")`, later `command(_ep, _mw, "GetItem", GetItem$)`), or, until the middle of 2023, have a method
 * `resolveMiddleware` that says both names. Source: @aws-sdk/client-dynamodb 3.100 to 3.1169.
 */
export class BundledSdk {
    private readonly commands = new Map<object, CommandClass | null>();
    private readonly clients = new Map<object, boolean>();

    constructor(
        private readonly textOf: (file: string) => string,
        private readonly evaluate: (node: Expression, scope: Scope) => Abstract,
        private readonly names: SdkNames,
    ) {}

    get isFound(): boolean {
        return [...this.commands.values()].some((one) => one !== null);
    }

    /** The operation of which this class is the command. */
    command(target: Func): CommandClass | undefined {
        for (let at: Abstract = target, step = 0; at instanceof Func && step < 8; at = at.parent, step += 1) {
            if (!at.isClass) return undefined;
            const known = this.commands.get(at.node);
            const found = known === undefined ? (this.read(at) ?? null) : known;
            this.commands.set(at.node, found);
            if (found !== null) return found;
        }
        return undefined;
    }

    /** Is it a class that the SDK makes its clients of? */
    isClient(target: Func): boolean {
        if (!target.isClass) return false;
        const known = this.clients.get(target.node);
        if (known !== undefined) return known;
        const { body } = (target.node as Class).body;
        const isCommand = body.some((one) => one.type === "MethodDefinition" && nameOf(one) === "resolveMiddleware");
        const isClient =
            !isCommand &&
            body.some((one) => {
                if (one.type !== "MethodDefinition" || one.static) return false;
                const isSend = nameOf(one) === "send";
                if (one.kind !== "constructor" && !isSend) return false;
                const text = this.text(target, one);
                return isSend ? text.includes(".resolveMiddleware(") : text.includes(".middlewareStack");
            });
        this.clients.set(target.node, isClient);
        return isClient;
    }

    /** Is it lib-storage's `Upload`, which says its name where it complains? */
    isUpload(target: Func): boolean {
        if (!target.isClass) return false;
        const { body } = (target.node as Class).body;
        return body.some(
            (one) =>
                one.type === "MethodDefinition" &&
                nameOf(one) === "done" &&
                this.text(target, one).includes("lib-storage: this instance of Upload"),
        );
    }

    /** Is it such a class, one below it, or a method of one? */
    isOfClient(target: Func): boolean {
        const own = target.isClass ? target : target.home?.props.get("constructor");
        for (let at: Abstract = own as Abstract, step = 0; at instanceof Func && step < 8; at = at.parent, step += 1)
            if (this.isClient(at) || this.isUpload(at)) return true;
        return false;
    }

    private made({ client, operation }: Said): CommandClass | undefined {
        const service = client === undefined ? undefined : this.names.service(client, "class");
        return service === undefined || operation === undefined ? undefined : { service, operation };
    }

    private text(target: Func, node: { readonly start: number; readonly end: number }): string {
        return this.textOf(target.file).slice(node.start, node.end);
    }

    private read(target: Func): CommandClass | undefined {
        const node = target.node as Class;
        const base = node.superClass;
        if (base?.type === "CallExpression") return this.made(saidByBase(base, target.scope, this.evaluate));
        const method = node.body.body.find(
            (one): one is MethodDefinition => one.type === "MethodDefinition" && nameOf(one) === "resolveMiddleware",
        );
        if (method === undefined) return undefined;
        const text = this.text(target, method);
        const client = /["'`](\w{1,80})Client["'`]/.exec(text)?.[1];
        const command = /["'`](\w{1,100})Command["'`]/.exec(text)?.[1];
        return this.made({ client, operation: command });
    }
}

function nameOf(one: MethodDefinition): string | undefined {
    return one.key.type === "Identifier" && !one.computed ? one.key.name : undefined;
}

const CLIENT = /^([A-Z]\w{1,80})Client$/;
const OPERATION = /^[A-Z]\w+$/;

/** The client's name, without its ending, and the operation's. */
interface Said {
    readonly client: string | undefined;
    readonly operation: string | undefined;
}

/** What the call says of which a command's base comes, and each call in its chain. */
function saidByBase(base: CallExpression, scope: Scope, evaluate: (node: Expression, scope: Scope) => Abstract): Said {
    let at: Expression | Super = base;
    let [client, operation]: (string | undefined)[] = [];
    for (let step = 0; step < 20; step += 1) {
        if (at.type === "CallExpression") {
            const texts = at.arguments.map((one) => (one.type === "SpreadElement" ? undefined : textOf(one, scope)));
            const method: string | undefined =
                at.callee.type === "MemberExpression" && at.callee.property.type === "Identifier"
                    ? at.callee.property.name
                    : undefined;
            if (method === "n") {
                client ??= texts[0]?.replace(/Client$/, "");
                operation ??= texts[1]?.replace(/Command$/, "");
            }
            if (method !== "n" && at.callee.type !== "Super" && texts.some((one) => OPERATION.test(one ?? ""))) {
                operation ??= texts.find((one) => OPERATION.test(one ?? ""));
                client ??= clientBehind(evaluate(at.callee, scope));
            }
            at = at.callee;
        } else if (at.type === "MemberExpression") at = at.object;
        else if (at.type === "SequenceExpression" && at.expressions.length > 0)
            at = at.expressions.at(-1) as Expression;
        else if (at.type === "ParenthesizedExpression") at = at.expression;
        else break;
    }
    return { client, operation };
}

function textOf(node: Expression, scope: Scope): string | undefined {
    if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
    if (node.type === "TemplateLiteral" && node.expressions.length === 0)
        return node.quasis[0]?.value.cooked ?? undefined;
    return node.type === "Identifier" ? keyOf(scope.holderOf(node.name)?.get(node.name)) : undefined;
}

/** The client's name, with which the function was made that makes commands of this service. */
function clientBehind(maker: Abstract): string | undefined {
    if (!(maker instanceof Func)) return undefined;
    for (let at: Scope | undefined = maker.scope, step = 0; at && step < 3; at = at.parent, step += 1) {
        if (at.parent === undefined) return undefined;
        for (const value of at.values()) {
            const found = typeof value === "string" ? CLIENT.exec(value)?.[1] : undefined;
            if (found !== undefined) return found;
        }
    }
    return undefined;
}
