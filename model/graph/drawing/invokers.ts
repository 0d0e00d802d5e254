/** Whom Lambda permissions let in besides what is wired in the stack: everybody, services for anybody, other accounts, sources elsewhere. */
import { LambdaPermission } from "../../aws";
import { parsePrincipal } from "../../iam";
import { type Answer, all, filled, not } from "../../values";
import { doorsOf } from "../invocation/doors";
import { foreignPermissions } from "../invocation/foreign-permissions";
import { functionOf } from "../invocation/functions";
import { admitsEveryone, opensUrl } from "../invocation/permissions";
import { isTold, possible } from "../link";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { boundOf, type Invoker } from "./invoker";
import { service } from "./invoking-services";
import { anyAccount, notKnownYet, organization, otherAccount, principalElsewhere } from "./outside";
import { roleNode } from "./principals";

export function drawInvokers(canvas: Canvas): void {
    const foreign = new Map(foreignPermissions(canvas.stack).map((one) => [one.permission, one]));
    const withUrl = new Set(
        doorsOf(canvas.stack).flatMap(({ kind, target }) => (kind === "url" ? possible<unknown>(target) : [])),
    );
    for (const permission of canvas.stack.ofType(LambdaPermission)) {
        const link = functionOf(canvas.stack, permission, permission.inputs.function);
        for (const called of possible(link)) {
            const to = canvas.idOf(called);
            if (to === undefined) continue;
            const invoker = {
                canvas,
                permission,
                to,
                name: called.name,
                isIt: isTold(link),
                hasUrl: withUrl.has(called),
            };
            everyone(invoker);
            byUrl(invoker);
            service(invoker);
            const account = foreign.get(permission);
            if (account) fromAccount(invoker, account.account, account.isWhole, account.when);
            else named(invoker);
        }
    }
}

function everyone({ canvas, permission, to, name, isIt }: Invoker): void {
    const open = awaited(all(isIt, admitsEveryone(permission.root)));
    // An output of the program is somebody, and never everybody.
    if (!open || permission.inputs.principal.state === "unknown") return;
    const door = directCall(canvas, to, name);
    const via = [{ urn: permission.urn, path: "principal" }];
    canvas.line({
        from: anyAccount(canvas),
        to: door,
        kind: "calls",
        says: `Everyone, of any AWS account, may invoke ${name}: nothing bounds the permission.`,
        isOpen: true,
        via,
        closes: "Name the one principal that calls the function, or bound the grant with principalOrgId, or with sourceAccount and sourceArn.",
        ...open,
    });
    canvas.line({ from: door, to, kind: "calls", says: `Lambda runs ${name}.`, via, ...open });
}

/** The API of Lambda itself. */
function directCall(canvas: Canvas, to: string, name: string): string {
    return canvas.outside({
        id: `invoke:${to}`,
        lane: 1,
        kind: "url",
        kindName: "Direct call",
        name: `Invoke ${name}`,
        sub: "Lambda API",
    });
}

/** The URL itself is drawn where it is declared; one that is not may be made elsewhere. */
function byUrl({ canvas, permission, to, name, isIt, hasUrl }: Invoker): void {
    const open = awaited(all(isIt, opensUrl(permission.root)));
    if (!open || hasUrl) return;
    const door = directCall(canvas, to, name);
    const path = permission.inputs.functionUrlAuthType.state === "absent" ? "principal" : "functionUrlAuthType";
    const via = [{ urn: permission.urn, path }];
    canvas.line({
        from: anyAccount(canvas),
        to: door,
        kind: "calls",
        says: `Whoever knows the function's URL may call ${name} without authentication.`,
        isOpen: true,
        via,
        closes: 'Set functionUrlAuthType: "AWS_IAM" and name the principal that may call, or remove this permission.',
        ...open,
    });
    canvas.line({ from: door, to, kind: "calls", says: `Lambda runs ${name}.`, via, ...open });
}

function fromAccount(
    { canvas, permission, to, name, isIt }: Invoker,
    account: string | undefined,
    isWhole: boolean,
    when: Answer,
): void {
    const certain = awaited(all(isIt, when));
    const arn = permission.inputs.principal.text() ?? "";
    if (!certain) return;
    const from =
        account === undefined
            ? notKnownYet(canvas)
            : isWhole
              ? otherAccount(canvas, account)
              : principalElsewhere(canvas, arn);
    const who =
        account === undefined
            ? "Somebody who is not known yet"
            : isWhole
              ? `Whomever account ${account} lets`
              : `${canvas.nameOf(from)} of account ${account}`;
    canvas.line({
        from,
        to,
        kind: "calls",
        says: `${who} may invoke ${name}.`,
        guard: account === undefined ? "a principal" : "account",
        via: [{ urn: permission.urn, path: "principal" }],
        ...certain,
    });
}

/** A role or user of the stack, or of its own account; or whoever is of an organization. */
function named({ canvas, permission, to, name, isIt }: Invoker): void {
    const { principal, principalOrgId } = permission.inputs;
    const who = parsePrincipal(principal.text() ?? "");
    if (who.kind === "everyone" && filled(principalOrgId).is !== "no")
        canvas.line({
            from: organization(canvas),
            to,
            kind: "calls",
            says: `Accounts of one's organization may invoke ${name}.`,
            guard: "organization",
            via: [{ urn: permission.urn, path: "principalOrgId" }],
            bound: boundOf(canvas, permission),
            ...awaited(isIt),
        });
    if (who.kind === "arn" && who.arn !== "" && not(filled(principalOrgId)).is === "yes") {
        const from = roleNode(canvas, who.arn);
        const says = `${canvas.nameOf(from)} may invoke ${name}.`;
        const via = [{ urn: permission.urn, path: "principal" }];
        canvas.line({ from, to, kind: "calls", says, guard: "IAM", via, ...awaited(isIt) });
    }
}
