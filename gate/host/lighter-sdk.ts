/**
 * Loaded into the program's process: two things that the SDK does for nobody here, and that take most of the time of a large
 * program. Of an SDK in which they are not found nothing is changed.
 */
import { type AnyFunction, type Change, changeWhenLoaded } from "./changes";

const CHANGES: readonly Change[] = [
    {
        file: /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]debuggable\.js$/,
        exported: "debuggablePromise",
        instead: withoutStack,
    },
    { file: /[\\/]@pulumi[\\/]pulumi[\\/]log[\\/]index\.js$/, exported: "debug", instead: () => unsaid },
];

/**
 * The SDK writes down the stack of every promise that it makes, to be shown where PULUMI_DEBUG_PROMISE_LEAKS asks for it, and
 * each frame is looked up in a source map. Whether promises are left over is told as ever.
 */
function withoutStack(make: AnyFunction): AnyFunction {
    if (process.env["PULUMI_DEBUG_PROMISE_LEAKS"]) return make;
    return function (this: unknown, ...given) {
        const limit = Error.stackTraceLimit;
        Error.stackTraceLimit = 0;
        try {
            return Reflect.apply(make, this, given);
        } finally {
            Error.stackTraceLimit = limit;
        }
    };
}

/** The SDK tells the engine several times a resource what it is at, each time after the last was heard; the gate shows none of it. */
function unsaid(): Promise<void> {
    return Promise.resolve();
}

for (const change of CHANGES) changeWhenLoaded(change);
