import type { Abstract, Obj } from "./values";

/** The names of a block, a function or a module. */
export class Scope {
    private readonly names = new Map<string, Abstract>();
    /** Names that stand for another module's. */
    private readonly links = new Map<string, () => Abstract>();

    constructor(
        readonly parent: Scope | undefined,
        /** How many open decisions lead here: what is assigned under more of them may be or may not be. */
        readonly doubt: number,
        readonly isFunction: boolean,
        /** Of `with`. */
        readonly object?: Obj,
    ) {}

    /** The scope in which a name is declared. */
    holderOf(name: string): Scope | undefined {
        let at: Scope | undefined = this;
        while (at) {
            if (at.names.has(name) || at.links.has(name) || at.object?.props.has(name)) return at;
            at = at.parent;
        }
        return undefined;
    }

    /** The nearest function's, where `var` declares. */
    get function(): Scope {
        let at: Scope = this;
        while (!at.isFunction && at.parent) at = at.parent;
        return at;
    }

    has(name: string): boolean {
        return this.names.has(name) || this.links.has(name);
    }
    get(name: string): Abstract {
        const link = this.links.get(name);
        return link ? link() : this.names.get(name);
    }
    set(name: string, value: Abstract): void {
        this.names.set(name, value);
    }
    link(name: string, value: () => Abstract): void {
        this.links.set(name, value);
    }
}
