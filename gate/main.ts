import { run } from "./cli";

run(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
    // Handles of the SDK's that outlive their use must not keep the command from ending; output is flushed first.
    process.stdout.write("", () => process.exit(code));
});
