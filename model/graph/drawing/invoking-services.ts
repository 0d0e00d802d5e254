/** Services that Lambda permissions let in: for anybody, for whoever gets a bucket's name, for a source elsewhere. */
import { parsePrincipal } from "../../iam";
import { all, filled, not } from "../../values";
import { isBounded, namesBucket, servesAnyAccount } from "../invocation/permissions";
import { permittedSource } from "../invocation/sources";
import { awaited } from "./certainty";
import { boundOf, type Invoker } from "./invoker";
import { anyAccount, anySource, awsService, serviceTitle } from "./outside";

export function service({ canvas, permission, to, name, isIt }: Invoker): void {
    const { principal, sourceArn, sourceAccount } = permission.inputs;
    const who = parsePrincipal(principal.text() ?? "");
    if (principal.state !== "known" || who.kind !== "service") return;
    const ofAnybody = awaited(all(isIt, servesAnyAccount(permission.root)));
    // A bucket's ARN names no account.
    const ofBucket = awaited(all(isIt, namesBucket(permission.root), not(isBounded(permission.root))));
    const open = ofAnybody ?? ofBucket;
    const title = serviceTitle(who.service);
    if (open) {
        const any = anySource(canvas, who.service);
        const via = [{ urn: permission.urn, path: ofAnybody ? "sourceArn" : "sourceAccount" }];
        canvas.line({
            from: anyAccount(canvas),
            to: any,
            kind: "triggers",
            says: `Anyone can make ${title} call, from an account of their own.`,
            isOpen: true,
            via: [],
        });
        canvas.line({
            from: any,
            to,
            kind: "triggers",
            says: ofAnybody
                ? `${title} runs ${name}, for whichever account asks: the permission names no source.`
                : `${title} runs ${name} for whoever gets the bucket's name next: the permission names no account.`,
            isOpen: true,
            via,
            closes: ofAnybody
                ? "Set sourceArn to the one rule, topic, bucket or API that calls the function (sourceAccount where it has no ARN)."
                : "Set sourceAccount to the account of the bucket, beside sourceArn.",
            ...open,
        });
    }
    if (open && !open.awaits) return;
    // What is wired here is drawn by what calls.
    if (permittedSource(canvas.stack, permission, who.service)) return;
    const isNamed = filled(sourceArn).is === "yes";
    canvas.line({
        from: awsService(canvas, who.service),
        to,
        kind: "triggers",
        says: `${title} may run ${name} for ${isNamed ? "a source that lives elsewhere" : "this account"}.`,
        guard:
            [isNamed ? "source" : "", sourceAccount.state === "absent" ? "" : "account"]
                .filter(Boolean)
                .join(" and ") || "source",
        via: [{ urn: permission.urn, path: isNamed ? "sourceArn" : "principal" }],
        bound: boundOf(canvas, permission),
        ...awaited(isIt),
    });
}
