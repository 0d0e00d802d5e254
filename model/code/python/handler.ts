import { CannotTell, type CodeFiles, type Entry } from "../code";
import { WRAPPERS } from "./packages";

/** What a start script serves: `main:app`, or a script that starts the server by itself. */
export interface Served {
    readonly module: string;
    readonly app?: string;
}

/** The script that is started in place of a handler, before which the Lambda Web Adapter stands. Source: its documentation, zip packages. */
export function servedBy(files: CodeFiles, { handler, variables }: Entry): Served | undefined {
    const isAdapted = variables.get("AWS_LAMBDA_EXEC_WRAPPER") === "/opt/bootstrap" || /\.sh$/.test(handler);
    const script = isAdapted ? files.read(handler.replace(/^\.\//, "")) : undefined;
    if (!isAdapted) return undefined;
    if (script === undefined) throw new CannotTell("what the web adapter starts is not in the code");
    const commands = script.slice(0, 20_000).replaceAll("\\\n", " ").split("\n");
    for (const command of commands.filter((line) => !/^\s*#/.test(line)).reverse()) {
        const served =
            /\b(?:uvicorn|gunicorn|hypercorn|waitress-serve|granian|flask)\b.*?[\s=]([\w.]{1,100}):([\w]{1,100})/.exec(
                command,
            );
        if (served?.[1] !== undefined && served[2] !== undefined) return { module: served[1], app: served[2] };
        const run = /\b(?:python3?(?:\.\d+)?|fastapi run)\s+(?:-u\s+)?([\w./-]{1,100})\.py\b/.exec(command)?.[1];
        if (run !== undefined) return { module: run.replace(/^\.\//, "").replaceAll("/", ".") };
    }
    throw new CannotTell("what the web adapter starts is not followed");
}

/** The program's own handler, where the one that is set is a vendor's that looks it up. */
export function handlerBehind(files: CodeFiles, entry: Entry): string {
    const named = entry.handler.replaceAll("/", ".").replace(/^\.+/, "");
    for (const [wrapper, variable] of Object.entries(WRAPPERS)) {
        if (named !== wrapper) continue;
        const own = entry.variables.get(variable);
        if (own === undefined) throw new CannotTell("the handler behind the vendor's is not known");
        return own;
    }
    if (named === "wsgi_handler.handler") return serverlessWsgi(files);
    return entry.handler;
}

/** Source: serverless-wsgi, which writes the application's place beside its handler. */
function serverlessWsgi(files: CodeFiles): string {
    const written = files.read(".serverless-wsgi") ?? files.read(".wsgi_app") ?? "";
    const app = /"app"\s*:\s*"([\w./-]{1,200})"/.exec(written)?.[1] ?? /^([\w./-]{1,200})\s*$/.exec(written)?.[1];
    if (app === undefined) throw new CannotTell("the application behind the WSGI handler is not known");
    return app;
}
