/** Mocha's dots, then the skipped tests by name, then the plain line that CI reads: `N passed, N failed, N skipped`. */
const { reporters } = require("mocha");

module.exports = class Reporter extends reporters.Dot {
    constructor(runner, options) {
        super(runner, options);
        const skipped = [];
        runner.on("pending", (test) => skipped.push(test.fullTitle()));
        runner.once("end", () => {
            const { passes, failures, pending } = this.stats;
            for (const title of skipped) process.stdout.write(`skipped: ${title}\n`);
            process.stdout.write(
                `\n${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ""}\n`,
            );
        });
    }
};
