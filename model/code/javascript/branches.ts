import { needsVerbs, type Selector, saysWhatToDo, selectorOf } from "./selectors";
import { type Abstract, Func, type Input, Obj, type Outside } from "./values";

/** Where a handler decides, by what, and what is asked for there. */
export interface Decision {
    readonly by: Input;
    /** None for what is left: `default`, `else`. */
    readonly labels: readonly string[];
    readonly file: string;
    readonly at: number;
    /** The text of the branch, from one place to another. */
    readonly start: number;
    readonly end: number;
    readonly isLookup?: true;
}

/** One thing that is done for some inputs and not for others. */
export interface ChosenTask {
    readonly name: string;
    readonly file: string;
    readonly at: number;
    readonly selector: Selector;
    readonly isLookup: boolean;
}

interface Branch extends Decision {
    readonly children: Branch[];
    /** What it calls outside of the code, without logs. */
    readonly effects: Set<string>;
    /** Functions and classes of the code that it calls; true for those that were told a status, which make answers. */
    readonly called: Map<object, boolean>;
    readonly answers: Answered[];
    readonly depth: number;
    /** It stands in a function that was given the event itself. */
    readonly isHandler: boolean;
}

type Answered = "refused" | "response" | "value" | "literal";

/** Is this a part of the input by which a task may be chosen? */
export function isSelector(input: Input): boolean {
    return selectorOf(input) !== undefined;
}

/** No work of the function's: logs, measures, traces; what only computes. */
const IDLE_MODULES =
    /^(?:console|process|Math|Date|Buffer|Intl|performance|URL|URLSearchParams|TextEncoder|TextDecoder|crypto|node:crypto|util|path|url|querystring|os|uuid|nanoid|ulid|lodash.*|date-fns|dayjs|moment|luxon|zod|joi|yup|ajv|pino|winston|bunyan|loglevel|debug|lambda-log|source-map-support.*|aws-xray-sdk.*|dd-trace|datadog-lambda-js|@sentry\/.*|@opentelemetry\/.*|@aws-lambda-powertools\/(?:logger|tracer|metrics|commons|parser|validation).*|http-errors|@hapi\/boom|http-status-codes)$/;

const MOST_BRANCHES = 3000;

/** What a handler decides by its input, gathered while it is gone through. */
export class Branches {
    private readonly top: Branch[] = [];
    private current: Branch | undefined;
    private depth = 0;
    private isMuted = false;
    private count = 0;
    private readonly handlers: boolean[] = [];
    private isGivenEvent = false;

    constructor(private readonly textOf: (file: string, start: number, end: number) => string) {}

    within<T>(decision: Decision, run: () => T): T {
        this.count += 1;
        if (this.isMuted || this.count > MOST_BRANCHES) return run();
        const branch: Branch = {
            ...decision,
            children: [],
            effects: new Set(),
            called: new Map(),
            answers: [],
            depth: this.depth,
            isHandler: this.handlers.at(-1) ?? true,
        };
        const around = this.current;
        this.current = branch;
        try {
            return run();
        } finally {
            this.current = around;
            (around?.children ?? this.top).push(branch);
            for (const effect of branch.effects) around?.effects.add(effect);
            for (const [one, isTold] of branch.called) around?.called.set(one, isTold);
        }
    }

    /** What runs aside of the way of a request, such as where an error is caught. */
    aside<T>(run: () => T): T {
        const [muted, around] = [this.isMuted, this.current];
        this.isMuted = true;
        this.current = undefined;
        try {
            return run();
        } finally {
            this.isMuted = muted;
            this.current = around;
        }
    }

    inFunction(run: () => void): void {
        this.depth += 1;
        this.handlers.push(this.isGivenEvent);
        run();
        this.handlers.pop();
        this.depth -= 1;
    }

    effect(what: Outside): void {
        const { module, path } = what;
        if (module === "#response") {
            this.current?.answers.push("response");
            return;
        }
        if (!IDLE_MODULES.test(module) && !/logger|metrics|tracer/i.test(path))
            this.current?.effects.add(`${module}${path}`);
    }

    called(func: Func, args: readonly Abstract[] = []): void {
        const first = args[0];
        this.isGivenEvent = first !== undefined && isEvent(first);
        const isTold = args.some((one) => typeof one === "number" && one >= 200 && one < 600);
        this.current?.called.set(func.node, isTold || (this.current.called.get(func.node) ?? false));
    }

    answered(value: Abstract): void {
        if (this.current && this.current.depth === this.depth) this.current.answers.push(answerOf(value));
    }

    /** Answers by a callback, from however deep. */
    calledBack(value: Abstract): void {
        this.current?.answers.push(answerOf(value));
    }

    refused(): void {
        if (this.current && this.current.depth === this.depth) this.current.answers.push("refused");
    }

    /** The different things that are chosen among, each once; those of one way of choosing, the most. */
    tasks(): readonly ChosenTask[] {
        const leaves = this.leaves(this.top, []);
        const groups = new Map<string, Leaf[]>();
        for (const leaf of leaves) {
            const selector = selectorOf(leaf.branch.by) ?? "route";
            const key = selector === "action" ? `action ${leaf.branch.by.paths.at(-1)}` : selector;
            groups.set(key, [...(groups.get(key) ?? []), leaf]);
        }
        const found = [...groups.values()].map((group) => this.different(group));
        return found.reduce<readonly ChosenTask[]>((most, one) => (one.length > most.length ? one : most), []);
    }

    private leaves(branches: readonly Branch[], names: readonly string[]): readonly Leaf[] {
        return branches.flatMap((branch) => {
            const below = this.leaves(branch.children, [...names, ...branch.labels]);
            if (below.length > 0) return below;
            return isTask(branch)
                ? [{ branch, names: [...names, ...branch.labels.filter((one) => !names.includes(one))] }]
                : [];
        });
    }

    private different(leaves: readonly Leaf[]): readonly ChosenTask[] {
        const users = new Map<object, Set<string>>();
        for (const { branch } of leaves)
            for (const one of branch.called.keys())
                users.set(one, (users.get(one) ?? new Set()).add(`${branch.file} ${branch.start}`));
        const numbers = new Map<object, number>();
        const numberOf = (one: object) => {
            const number = numbers.get(one) ?? numbers.size;
            numbers.set(one, number);
            return number;
        };
        const tasks = new Map<string, ChosenTask>();
        const methods = new Set(leaves.flatMap(({ names }) => names));
        for (const { branch, names } of leaves) {
            if (names.some((one) => /^OPTIONS\b/i.test(one))) continue;
            if (names.some((one) => one === "HEAD") && methods.has("GET")) continue;
            const own = [...branch.called]
                .filter(([one]) => (users.get(one)?.size ?? 0) < 2)
                .map(([one]) => numberOf(one));
            // Where nothing that it calls is its own, what it says to them is.
            const text = this.textOf(branch.file, branch.start, branch.end).replace(/\s+/g, " ");
            const signature = own.length > 0 ? [...branch.effects, ...own].sort().join("\n") : text;
            if (tasks.has(signature)) continue;
            tasks.set(signature, {
                name: names.join(" ") || "anything else",
                file: branch.file,
                at: branch.at,
                selector: selectorOf(branch.by) ?? "route",
                isLookup: branch.isLookup === true,
            });
        }
        return [...tasks.values()];
    }
}

interface Leaf {
    readonly branch: Branch;
    readonly names: readonly string[];
}

function isTask({ by, labels, answers, effects, called, isHandler }: Branch): boolean {
    if (answers.length > 0 && answers.every((one) => one === "refused")) return false;
    // Of what is left nobody says what it is: it has to do something that is seen from outside.
    if (labels.length === 0) return effects.size > 0;
    if (needsVerbs(by) && !labels.some(saysWhatToDo)) return false;
    if (effects.size > 0 || called.size > 0) return true;
    return answers.some((one) => one === "response" || (one === "value" && isHandler));
}

function isEvent(value: Abstract): boolean {
    return typeof value === "object" && value !== null && "paths" in value && value.paths[0] === "";
}

function answerOf(value: Abstract): Answered {
    if (value instanceof Obj) {
        const status = value.props.get("statusCode") ?? value.props.get("status");
        const code = typeof status === "string" || typeof status === "number" ? Number(status) : Number.NaN;
        if (code >= 300) return "refused";
        return value.props.has("statusCode") || value.props.has("body")
            ? "response"
            : value instanceof Func
              ? "literal"
              : "value";
    }
    if (typeof value === "object" && value !== null) return "value";
    return "literal";
}
