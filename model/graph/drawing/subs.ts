/** A few words more of a node: how many routes, who shares a role, by what a user signs in. */
import { CognitoUserPool, EventRule, HttpApi, LambdaFunctionUrl } from "../../aws";
import { equals, isTrue } from "../../values";
import { credentialsOf } from "../identities/credentials";
import { identitiesOf } from "../identities/identities";
import { leadsSomewhere, operationsOf } from "../invocation/operations";
import { possible } from "../link";
import type { Canvas } from "./canvas";

export function describe(canvas: Canvas): void {
    routes(canvas);
    identities(canvas);
    for (const pool of canvas.stack.ofType<unknown>(CognitoUserPool)) {
        const mfa = pool.root.get("mfaConfiguration").text();
        const isClosed = isTrue(pool.root.down("adminCreateUserConfig.allowAdminCreateUserOnly"), false);
        say(canvas, pool.urn, [
            "Customers",
            mfa === "ON" ? "second factor" : mfa === "OPTIONAL" ? "second factor if they like" : "no second factor",
            ...(isClosed.is === "no" ? ["anyone may sign up"] : []),
        ]);
    }
    for (const rule of canvas.stack.ofType<unknown>(EventRule))
        say(canvas, rule.urn, [rule.root.get("scheduleExpression").state === "absent" ? "On events" : "On a schedule"]);
    for (const url of canvas.stack.ofType<unknown>(LambdaFunctionUrl)) {
        const asks = equals(url.root.get("authorizationType"), "NONE");
        say(canvas, url.urn, [
            asks.is === "yes" ? "No authentication" : asks.is === "no" ? "Asks for IAM" : "Function URL",
        ]);
    }
    for (const api of canvas.stack.ofType<unknown>(HttpApi))
        if (api.root.get("protocolType").text()?.toUpperCase() === "WEBSOCKET")
            canvas.change(api.urn, { kindName: "WebSocket API" });
}

function say(canvas: Canvas, id: string, words: readonly string[]): void {
    canvas.say(id, words.join(" · "));
}

function routes(canvas: Canvas): void {
    const counts = new Map<string, number>();
    for (const operation of operationsOf(canvas.stack)) {
        if (operation.path === undefined || leadsSomewhere(operation).is === "no") continue;
        for (const api of possible(operation.api.link)) {
            const id = canvas.idOf(api);
            if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
        }
    }
    for (const [id, count] of counts) say(canvas, id, [`${count} ${count === 1 ? "route" : "routes"}`]);
}

const SIGNS_IN = {
    "access key": "Access key",
    password: "Password",
    "service credential": "Service credential",
    certificate: "Certificate",
    "SSH key": "SSH key",
} as const;

function identities(canvas: Canvas): void {
    for (const { resource, role, workloads, boundary, kind } of identitiesOf(canvas.stack)) {
        const id = resource && canvas.idOf(resource);
        if (id === undefined) continue;
        const carriers = new Set(workloads.flatMap((one) => canvas.idOf(one.resource) ?? []));
        carriers.delete(id);
        const bound = boundary.kind === "none" ? [] : ["within a boundary"];
        if (role) say(canvas, id, [shared(carriers.size), ...bound]);
        else if (kind === "permission set") say(canvas, id, ["For people", ...bound]);
    }
    const credentials = new Map<string, Set<string>>();
    for (const { resource, kind } of credentialsOf(canvas.stack)) {
        const id = canvas.idOf(resource);
        if (id !== undefined) credentials.set(id, (credentials.get(id) ?? new Set()).add(SIGNS_IN[kind]));
    }
    for (const [id, words] of credentials) say(canvas, id, [...words].sort());
}

function shared(count: number): string {
    if (count > 1) return `Shared by ${count}`;
    return count === 1 ? "Own role" : "Role";
}
