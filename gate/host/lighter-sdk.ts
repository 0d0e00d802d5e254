/**
 * Loaded into the program's process: it leaves out what the SDK does for nobody here, which takes most of the time of a large
 * program. Of an SDK in which that is not found nothing is changed.
 */
import { loadLater, SELDOM_CALLED } from "../../pack/sdk/later";
import { type AnyFunction, type Change, changeWhenLoaded } from "./changes";

/** The SDK's own, by which it finds what it keeps for the program that runs. */
let storeOf: AnyFunction | undefined;

const CHANGES: readonly Change[] = [
    {
        file: /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]state\.js$/,
        exported: "getStore",
        instead: (getStore) => {
            storeOf = getStore;
            return getStore;
        },
    },
    {
        file: /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]debuggable\.js$/,
        exported: "debuggablePromise",
        instead: withoutStack,
    },
    { file: /[\\/]@pulumi[\\/]pulumi[\\/]log[\\/]index\.js$/, exported: "debug", instead: () => unsaid },
    { file: /[\\/]@pulumi[\\/]pulumi[\\/]resource\.js$/, exported: "Resource", instead: withNearFrames },
];

/**
 * The SDK writes down the stack of every promise that it makes, to be shown where PULUMI_DEBUG_PROMISE_LEAKS asks for it, and
 * each frame is looked up in a source map. Whether promises are left over is told as ever.
 */
function withoutStack(make: AnyFunction): AnyFunction {
    if (process.env["PULUMI_DEBUG_PROMISE_LEAKS"]) return make;
    let isAtWork = false;
    return function (this: unknown, ...given) {
        const [promise] = given;
        // The first call begins to look out for promises that are left over.
        if (isAtWork && promise instanceof Promise) {
            const kept: unknown = Reflect.get(Object(storeOf?.()), "leakCandidates");
            if (kept instanceof Set) return keptUntilSettled(promise, kept);
        }
        const limit = Error.stackTraceLimit;
        Error.stackTraceLimit = 0;
        try {
            return Reflect.apply(make, this, given);
        } finally {
            Error.stackTraceLimit = limit;
            isAtWork = KNOWN_PARTS.every((part) => String(make).includes(part));
        }
    };
}

/** All that the SDK does with a promise, but for what it writes down of it. */
const KNOWN_PARTS = ["leakCandidates.add(p)", "leakCandidates.delete(p)", "err.promise = p"];

function keptUntilSettled(promise: Promise<unknown>, kept: Set<unknown>): Promise<unknown> {
    kept.add(promise);
    return promise.then(
        (value) => {
            kept.delete(promise);
            return value;
        },
        (error) => {
            kept.delete(promise);
            error.promise = promise;
            throw error;
        },
    );
}

interface Frame {
    readonly file?: string;
}

const OWN_FRAME: Frame = {};

/** Files of packages, and of the SDK wherever it is. */
const OTHERS = /[\\/](?:node_modules|\.yarn|@pulumi[\\/]pulumi)[\\/]/;
/** How many frames are looked up at first, which is deep enough for a resource that the program declares itself, and then for most components. */
const NEAR_FRAMES = [12, 40];

/**
 * The SDK looks up the whole stack of every resource in source maps, loaders of modules and all, and sends it along; the nearest frame of
 * the program's own is what a place is told by. Where that is not among the first, the SDK goes about it as ever.
 */
function withNearFrames(given: AnyFunction): AnyFunction {
    const resource = given as unknown as { callsites?: () => readonly Frame[]; framePositionRegExp?: unknown };
    const { callsites, framePositionRegExp: position } = resource;
    if (typeof callsites !== "function" || !(position instanceof RegExp)) return given;
    resource.callsites = function nearCallsites(this: unknown) {
        for (const most of NEAR_FRAMES) {
            const frames = nearest(most, position, nearCallsites);
            // Who asks cuts off as many frames as stand above it with the SDK's own.
            if (frames.some(({ file }) => file !== undefined && !OTHERS.test(file))) return [OWN_FRAME, ...frames];
        }
        return callsites.call(this).slice(1);
    };
    return given;
}

/** The frames above a function. */
function nearest(most: number, position: RegExp, below: AnyFunction): readonly Frame[] {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = most;
    const held: { stack?: string } = {};
    Error.captureStackTrace(held, below);
    const lines = held.stack?.split("\n").slice(1) ?? [];
    Error.stackTraceLimit = limit;
    return lines.map((line) => {
        const { file, line: row, column } = position.exec(line)?.groups ?? {};
        const isPlace = file && row && column && !file.startsWith("node:");
        return isPlace ? { file, line: Number(row), column: Number(column) } : {};
    });
}

/** The SDK tells the engine several times a resource what it is at, each time after the last was heard; the gate shows none of it. */
function unsaid(): Promise<void> {
    return Promise.resolve();
}

for (const change of CHANGES) changeWhenLoaded(change);
loadLater(SELDOM_CALLED);
