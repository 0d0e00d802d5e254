import { LambdaFunction } from "../../model/aws";
import { handlersOf, type Task } from "../../model/graph";
import { undecided, yes } from "../../model/values";
import { archive, cwe, declare, defineStackRule, integer, sas, text } from "../../pack";

const handler = (code: string) => ({
    orders: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        runtime: "nodejs22.x",
        handler: "index.handler",
        code: archive({ "index.mjs": code }),
    }),
});

/**
 * By the code itself, of functions in JavaScript and Python whose code is in the program. Layers, images, other languages and what another
 * build put into a bucket are not read.
 */
export default defineStackRule({
    id: "no-router-in-function",
    severity: "medium",
    frameworks: [cwe(653), sas(4), sas(9)],
    title: "No function is an application with routes of its own.",
    why: "A function that chooses among tasks needs the rights of all of them, and none of them can be authorized, limited, measured or rolled back by itself.",
    fix: "Declare a route for each task in API Gateway (or a rule, a resolver, a state), and give each a function of its own with the rights that it alone needs.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html#anti-patterns"],
    needs: handlersOf,
    options: {
        minRoutes: integer("From how many routes or tasks on a function is reported.", 3, 2, 1000),
        programFolder: text("The folder that the program's relative paths start at, where the pack cannot tell."),
    },
    bad: handler(
        'import express from "express";\nimport serverless from "serverless-http";\nconst app = express();\n' +
            'app.get("/orders", list);\napp.post("/orders", create);\napp.delete("/orders/:id", remove);\n' +
            "export const handler = serverless(app);",
    ),
    good: handler("export const handler = async (event) => create(JSON.parse(event.body));"),
    *check(stack, { options }) {
        const handlers = handlersOf(stack);
        for (const resource of stack.ofType(LambdaFunction)) {
            const found = handlers.tasks(resource, options.programFolder);
            if (!found) continue;
            const base = { resource, at: "handler", cause: resource };
            if (found.is === "undecided")
                yield { ...base, when: undecided(...found.awaits), message: "may hold routes of its own" };
            else if (found.tasks.length >= options.minRoutes)
                yield { ...base, when: yes, message: said(found.tasks, found.by ?? "a router") };
        }
    },
});

const MOST_NAMED = 6;

function said(tasks: readonly Task[], by: string): string {
    const [first] = tasks;
    const named = tasks.slice(0, MOST_NAMED).map(({ name }) => clean(name));
    const more = tasks.length > named.length ? ` and ${tasks.length - named.length} more` : "";
    const where = first ? ` at ${clean(first.file)}:${first.line}` : "";
    return `${tasks.length} routes in this one function, by ${by}${where}: ${named.join(", ")}${more}`;
}

/** What code says is anybody's text. */
function clean(name: string): string {
    const shown = name.replace(/[^\p{L}\p{N} !"#$%&'()*+,\-./:;<=>?@[\\\]^_{|}~]/gu, "?");
    return shown.length > 48 ? `${shown.slice(0, 47)}…` : shown;
}
