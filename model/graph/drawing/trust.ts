/** Who may act as which role: by its trust policy, and as an identity pool hands it out. */

import { assumingServices, IamRole, IamUser } from "../../aws";
import {
    type Admission,
    boundBy,
    deputyAdvice,
    isCallerBound,
    isShut,
    onKeys,
    onOneOfMany,
    onSecondFactor,
    onSource,
    type Trust,
} from "../../iam";
import { all, not, undecided, yes } from "../../values";
import { isPerson } from "../identities/actors";
import { isForeignAccount, ownAccounts, trustedRoles } from "../identities/trust";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { federated } from "./federated-trust";
import {
    anyAccount,
    awsService,
    iamCallers,
    notKnownYet,
    organization,
    otherAccount,
    people,
    serviceTitle,
} from "./outside";
import { roleNode } from "./principals";
import { type Asked, draw } from "./trust-lines";

const EXTERNAL_ID = onKeys("sts:externalid");
const ORGANIZATION = onKeys("aws:principalorgid", "aws:principalorgpaths");
const PRINCIPAL = onKeys("aws:principalarn");

export function drawTrust(canvas: Canvas): void {
    for (const trusted of trustedRoles(canvas.stack)) {
        const to = canvas.idOf(trusted.role);
        if (to === undefined) continue;
        for (const admission of trusted.trust.admissions)
            if (!isShut(trusted.trust, admission)) admit({ canvas, trusted, to }, admission);
        for (const { statement, when } of trusted.trust.byException) {
            const admission: Admission = { statement, when, principal: { kind: "everyone" } };
            everyone({ canvas, trusted, to }, admission, "everybody but those whom NotPrincipal names");
        }
        hidden({ canvas, trusted, to });
    }
}

function admit(asked: Asked, admission: Admission): void {
    const { principal } = admission;
    switch (principal.kind) {
        case "service":
            ofService(asked, admission, principal.service);
            return;
        case "account":
            ofAccount(asked, admission, principal.account);
            return;
        case "arn":
            named(asked, admission, principal.arn);
            return;
        case "everyone":
            everyone(asked, admission, "Everyone, of any AWS account,");
            return;
        case "federated":
            federated(asked, admission);
            return;
        case "unknown":
            unknown(asked, admission, principal.under);
            return;
        default:
    }
}

/** What runs under the role here is drawn by itself. */
function ofService(asked: Asked, admission: Admission, service: string): void {
    const { canvas, trusted } = asked;
    const { trust, role, workloads } = trusted;
    if (workloads.some(({ resource }) => assumingServices(resource.type)?.includes(service) ?? true)) return;
    const isHeld = boundBy(trust, admission, onSource).is === "yes";
    const title = serviceTitle(service);
    draw(asked, admission, {
        from: awsService(canvas, service),
        says: `${title} may act as ${role.name}${isHeld || !deputyAdvice(service) ? "" : ", for whichever account tells it to"}.`,
        when: admission.when,
        guard: isHeld ? "source" : undefined,
    });
}

function ofAccount(asked: Asked, admission: Admission, account: string): void {
    const { canvas, trusted } = asked;
    const { trust, role } = trusted;
    const own = ownAccounts(canvas.stack);
    const isNamed = boundBy(trust, admission, PRINCIPAL).is === "yes";
    if (own.has(account)) {
        const isStrong = boundBy(trust, admission, onSecondFactor).is === "yes";
        draw(asked, admission, {
            from: iamCallers(canvas),
            says: `${isNamed ? "Roles and users of this account that a condition names" : "Whoever of this account is granted sts:AssumeRole"} may act as ${role.name}.`,
            when: admission.when,
            guard: isStrong ? "second factor" : isNamed ? "a named principal" : "a grant",
        });
        return;
    }
    const bound = boundBy(trust, admission, onOneOfMany);
    const base = { from: otherAccount(canvas, account) };
    const isForeign = own.size > 0 ? yes : isForeignAccount(canvas.stack, trusted, admission, []);
    draw(asked, admission, {
        ...base,
        says: `Everyone in account ${account} may act as ${role.name}: no external id tells for whom.`,
        when: all(admission.when, isForeign, not(bound)),
        guard: "account",
        closes: 'Demand sts:ExternalId (of a third party) or aws:PrincipalOrgID, or name the one role: Principal: { AWS: "arn:aws:iam::ACCOUNT:role/ROLE_NAME" }.',
    });
    if (bound.is !== "no")
        draw(asked, admission, {
            ...base,
            says: `Account ${account} may act as ${role.name}, held to ${guardOf(trust, admission)}.`,
            when: all(admission.when, bound),
            guard: guardOf(trust, admission),
        });
}

/** What a caller is held to, in a few words. */
function guardOf(trust: Trust, admission: Admission): string {
    const words: readonly (readonly [string, typeof EXTERNAL_ID])[] = [
        ["external id", EXTERNAL_ID],
        ["second factor", onSecondFactor],
        ["organization", ORGANIZATION],
        ["a named principal", PRINCIPAL],
    ];
    const held = words.flatMap(([word, binding]) => (boundBy(trust, admission, binding).is === "yes" ? [word] : []));
    return held.length > 0 ? held.join(" and ") : "a condition";
}

function named(asked: Asked, admission: Admission, arn: string): void {
    // What is empty names nobody.
    if (arn === "") return;
    const { canvas, trusted } = asked;
    const from = isPerson(arn) && arn.includes("AWSReservedSSO_") ? people(canvas) : roleNode(canvas, arn);
    const held = guardOf(trusted.trust, admission);
    draw(asked, admission, {
        from,
        says: `${canvas.nameOf(from)} may act as ${trusted.role.name}.`,
        when: admission.when,
        guard: held === "a condition" ? undefined : held,
    });
}

function everyone(asked: Asked, admission: Admission, who: string): void {
    const { canvas, trusted } = asked;
    const { trust, role } = trusted;
    const bound = isCallerBound(trust, admission);
    draw(asked, admission, {
        from: anyAccount(canvas),
        says: `${who.slice(0, 1).toUpperCase()}${who.slice(1)} may act as ${role.name}: no condition bounds whose request it is.`,
        when: all(admission.when, not(bound)),
        closes: "Name in Principal the role that assumes it, or demand aws:PrincipalOrgID.",
    });
    if (bound.is !== "no")
        draw(asked, admission, {
            from: organization(canvas),
            says: `Whoever a condition of its trust policy names may act as ${role.name}.`,
            when: all(admission.when, bound),
            guard: guardOf(trust, admission),
        });
}

/** Whose ARN is not known yet: what went into the policy may be who it is. */
function unknown(asked: Asked, admission: Admission, under: string | undefined): void {
    const { canvas, trusted } = asked;
    const { principal } = admission;
    if (under === "federated") {
        federated(asked, admission);
        return;
    }
    const sources = (trusted.role.propertyDependencies["assumeRolePolicy"] ?? []).filter(
        ({ type }) => type === IamRole.token || type === IamUser.token,
    );
    const place = principal.kind === "unknown" ? principal.place : "";
    const when = all(admission.when, sources.length === 1 && under === "aws" ? yes : undecided(place));
    for (const source of sources) {
        const from = canvas.idOf(source);
        if (from !== undefined)
            draw(asked, admission, { from, says: `${source.name} may act as ${trusted.role.name}.`, when });
    }
    if (sources.length === 0)
        draw(asked, admission, {
            from: notKnownYet(canvas),
            says: `Somebody who is not known yet may act as ${trusted.role.name}.`,
            when,
        });
}

/** Of statements that are unknown as a whole. */
function hidden({ canvas, trusted, to }: Asked): void {
    const { trust, role, workloads } = trusted;
    if (trust.unknown.length === 0 || workloads.length > 0) return;
    canvas.line({
        from: notKnownYet(canvas),
        to,
        kind: "assumes",
        says: `Whom the trust policy of ${role.name} lets in is not known yet.`,
        via: [{ urn: role.urn, path: "assumeRolePolicy" }],
        ...awaited(undecided(...trust.unknown)),
    });
}
