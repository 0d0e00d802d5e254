import { type Calls, OPEN, type ServiceCall } from "../../calls";
import { type Budget, CannotTell, type CodeFiles, type Entry } from "../../code";
import type { SdkNames } from "../../sdk-names";
import { treesOf } from "..";
import type { Machine, Place, Told, Watcher } from "../machine";
import { Modules } from "../modules";
import { linesOf, Misread } from "../parse";
import { Registrations } from "../registrations";
import { Start } from "../start";
import { type Abstract, type Func, type Obj, Outside } from "../values";
import { BundledSdk } from "./bundled";
import { Packages } from "./packages";
import { type Found, Sdk } from "./sdk";
import { Sweep } from "./sweep";

/** What a function in JavaScript asks of AWS, of what its handler reaches. */
export function javascriptCalls(files: CodeFiles, entry: Entry, budget: Budget, names: SdkNames): Calls {
    try {
        return new Reading(files, entry, budget, names, false).calls();
    } catch (error) {
        if (!(error instanceof Misread)) throw error;
        return new Reading(files, entry, budget, names, true).calls();
    }
}

/** Routes are called as any function is that goes out. */
class NoRegistrations extends Registrations {
    override method(): undefined {
        return undefined;
    }
    override calledWith(): void {}
    override loaded(): void {}
}

/** One function's code, as it is gone through. */
class Reading implements Watcher {
    private readonly modules: Modules;
    private readonly packages: Packages;
    private readonly bundled: BundledSdk;
    private readonly sdk: Sdk;
    private readonly sweep = new Sweep();
    private readonly open = new Set<string>();
    /** Places that ask with other credentials, too: whichever of its clients it is, no call there is certain. */
    private readonly foreign = new Set<string>();
    private readonly sdkEnds = new Map<string, number>();

    constructor(
        private readonly files: CodeFiles,
        private readonly entry: Entry,
        budget: Budget,
        names: SdkNames,
        isWhole: boolean,
    ) {
        this.packages = new Packages(
            files,
            budget,
            (from, name) => this.modules.packageFolder(from, name),
            () => this.modules.interpreter.isTrying,
        );
        this.modules = new Modules(files, budget, treesOf(budget, isWhole), new NoRegistrations(), this.packages);
        const { interpreter } = this.modules;
        this.bundled = new BundledSdk(
            (file) => this.modules.textOf(file),
            (node, scope) => interpreter.value(node, scope),
            names,
        );
        this.sdk = new Sdk(this.bundled, names, () => interpreter.phase === "sweep");
        interpreter.watcher = this;
    }

    calls(): Calls {
        try {
            this.run();
        } catch (error) {
            if (error instanceof CannotTell) this.open.add(error.message);
            else if (error instanceof RangeError) this.open.add("the code is nested deeper than what is read");
            else throw error;
        }
        for (const reason of this.modules.unread.values()) this.open.add(reason);
        for (const reason of unrecognized(this.modules, this.sdk.found.length > 0 && this.bundled.isFound))
            this.open.add(reason);
        const others = this.sdk.found.filter(({ stance }) => stance === "other" || stance === "elsewhere");
        for (const one of others) if (one.stance === "other") this.foreign.add(keyOf(one));
        return {
            calls: this.placed(this.sdk.found.filter((one) => !others.includes(one))),
            open: [...new Set([...this.open, ...this.sdk.open, ...this.packages.open])],
        };
    }

    private run(): void {
        const start = new Start(this.modules, this.files, this.entry);
        const { interpreter } = this.modules;
        const server = start.server();
        if (server !== undefined) this.modules.load(server);
        else {
            const handler = start.handler(this.entry.handler, 0);
            if (typeof handler === "string") {
                this.open.add(handler);
                return;
            }
            interpreter.phase = "request";
            // What the first request leaves behind, the second finds.
            for (let request = 0; request < 2; request += 1) {
                const open = start.answer(handler.value, new Set());
                // What a package makes of functions calls them, and nothing else.
                const isMade = handler.value instanceof Outside && this.packages.isKnown(handler.value.module);
                if (open !== undefined && !isMade) this.open.add(open);
            }
            this.sweep.handedOut(handler.value);
        }
        interpreter.phase = "sweep";
        interpreter.underDoubt(() => {
            const isWhole = this.sweep.run(
                interpreter,
                (node) => interpreter.wasCalled(node),
                // A command that is only named is asked for by nobody.
                (func) => this.bundled.command(func) === undefined && !this.bundled.isOfClient(func),
            );
            if (!isWhole) this.open.add(OPEN.unfollowed);
        });
    }

    /** In the order of their places; one that is found several times in one place, with the same values, once. */
    private placed(found: readonly Found[]): readonly ServiceCall[] {
        const distinct = new Map<string, Found>();
        for (const one of found) {
            const key = JSON.stringify([one.file, one.at, one.service, one.operation, [...(one.parameters ?? [])]]);
            const known = distinct.get(key);
            if (known === undefined || (!known.isLikely && one.isLikely)) distinct.set(key, one);
        }
        const likely = new Set([...distinct.values()].flatMap((one) => (one.isLikely ? keyOf(one) : [])));
        const kept = [...distinct.values()].filter((one) => one.isLikely || !likely.has(keyOf(one)));
        const lines = new Map<string, number>();
        for (const file of new Set(kept.map((one) => one.file))) {
            const places = kept.flatMap((one) => (one.file === file ? [one.at] : [])).sort((a, b) => a - b);
            const numbers = linesOf(this.modules.textOf(file), places);
            for (const [index, place] of places.entries()) lines.set(`${place} ${file}`, numbers[index] ?? 1);
        }
        return kept
            .sort((a, b) => (a.file === b.file ? a.at - b.at : a.file < b.file ? -1 : 1))
            .map((one) => ({
                service: one.service,
                operation: one.operation,
                parameters: one.parameters,
                file: one.file,
                line: lines.get(`${one.at} ${one.file}`) ?? 1,
                certain: one.isLikely && one.stance === "own" && !this.foreign.has(keyOf(one)),
            }));
    }

    /** Where the SDK ends that is inside of a file; 0 where there is none. What uses it comes after it, in any bundler's order. */
    private sdkEnd(file: string): number {
        const known = this.sdkEnds.get(file);
        if (known !== undefined) return known;
        const text = this.modules.textOf(file);
        const end = HAS_SDK.test(text) ? Math.max(...OF_SDK.map((trace) => text.lastIndexOf(trace))) : 0;
        this.sdkEnds.set(file, end);
        return end;
    }

    /** Is it the SDK's own code, in a bundle, that is gone through? What it may do besides is nobody's call. */
    private get isInSdk(): boolean {
        const { interpreter } = this.modules;
        return interpreter.within < this.sdkEnd(interpreter.place);
    }

    // ------------------------------------------------------------ as it is told

    called(machine: Machine, target: Abstract, args: readonly Abstract[], place: Place): Told {
        if (target instanceof Outside && target.path === "") {
            if (target.module === "eval") this.evaluated(args);
            // What is made while modules load checks and prints: it sees nothing of what is around it.
            if (target.module === "Function" && machine.phase !== "load") this.evaluated(args);
        }
        return this.sdk.called(machine, target, args, place);
    }

    constructed(machine: Machine, target: Abstract, args: readonly Abstract[], place: Place): Told {
        return this.sdk.constructed(machine, target, args, place);
    }

    /** `Function("return this")` finds the global object, as many bundles do. */
    private evaluated(args: readonly Abstract[]): void {
        const isHarmless = args.every(
            (one) => typeof one === "string" && /^(?:"use strict";)?\s*return this;?$/.test(one),
        );
        if (!isHarmless) this.open.add(OPEN.evaluated);
    }

    method(name: string, args: readonly Abstract[], place: Place): undefined {
        this.sdk.lost(name, args, place);
        return undefined;
    }

    standsFor(target: Func, made: Obj, args: readonly Abstract[]): boolean {
        if (!this.bundled.isClient(target)) return false;
        this.sdk.client(made, args);
        return true;
    }

    made(func: Func): void {
        this.sweep.made(func);
    }

    named(func: Func, name: string): void {
        this.sweep.named(func, name);
    }

    read(func: Func): void {
        if (!this.isInSdk || func.node.start > this.sdkEnd(func.file)) this.sweep.read(func);
    }

    sought(name: string): void {
        if (!this.isInSdk) this.sweep.sought(name);
    }

    handedOut(_machine: Machine, value: Abstract): void {
        if (!this.isInSdk) this.sweep.handedOut(value);
    }

    passed(run: () => unknown, node: object): void {
        if (!this.isInSdk) this.sweep.passed(run, node);
    }
}

function keyOf({ file, at, service, operation }: Found): string {
    return `${file} ${at} ${service} ${operation}`;
}

/** What a text has of an SDK that is inside of it. */
const HAS_SDK = /\.resolveMiddleware\(|AWS4-HMAC-SHA256/;
/** Of the SDK alone: its commands, errors, waiters, documents. */
const OF_SDK = [
    ...[".resolveMiddleware(", "middlewareStack", "com.amazonaws.", "$fault", "classBuilder", "minDelay:"],
    ...["clientCommand", "translateConfig"],
];
const HAS_V2 = /AWS\.util\.|AWS_SDK_LOAD_CONFIG[\s\S]{0,20000}apiVersions|serviceIdentifier\s*[:=]|AWS\.Service\b/;

/** Bundles whose SDK is not told apart: nothing that they ask would be seen. */
function unrecognized(modules: Modules, isFound: boolean): readonly string[] {
    const texts = modules.loadedTexts();
    const found = new Set<string>();
    for (const text of texts) {
        if (HAS_V2.test(text)) found.add(OPEN.bundledV2);
        else if (!isFound && HAS_SDK.test(text)) found.add(OPEN.bundle);
    }
    return [...found];
}
