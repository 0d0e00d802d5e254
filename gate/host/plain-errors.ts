/**
 * Loaded into the program's process. Older versions of Node take a quarter of a minute to colour a stack whose frames look
 * like `node_modules/@scope/file`, which is how the SDK's own frames look, and the SDK colours each error that ends a
 * program. Errors are shown here without colours.
 */
import util from "node:util";

util.inspect = new Proxy(util.inspect, {
    apply(inspect, self, [value, options, ...rest]: [unknown, unknown, ...unknown[]]) {
        const plain = value instanceof Error && typeof options === "object" ? { ...options, colors: false } : options;
        return Reflect.apply(inspect, self, [value, plain, ...rest]);
    },
});
