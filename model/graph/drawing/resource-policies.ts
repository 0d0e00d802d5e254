/** Whom resources let in by policies of their own: queues, topics, secrets, buckets, buses, keys, other stores. */

import { IamRole, IamUser } from "../../aws";
import { type Meant, meantBy } from "../../iam";
import { type Answer, all, not, undecided, yes } from "../../values";
import { busPolicies } from "../data/bus-policies";
import { dataPolicies } from "../data/data-policies";
import { functionPolicies } from "../data/function-policies";
import {
    fileSystemPolicies,
    type HungPolicy,
    queuePolicies,
    secretPolicies,
    topicPolicies,
} from "../data/hung-policies";
import { keyPolicies } from "../data/key-roles";
import { letIn } from "../data/let-in";
import { bucketDoors, publicAcls } from "../data/public-buckets";
import { ownAccounts } from "../identities/trust";
import type { Resource } from "../resource";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import {
    anyAccount,
    anySource,
    awsService,
    insideNetwork,
    internet,
    notKnownYet,
    organization,
    otherAccount,
    serviceTitle,
} from "./outside";
import { roleNode } from "./principals";
import { type Asked, draw, strangers } from "./resource-policy-lines";

export function drawResourcePolicies(canvas: Canvas): void {
    const { stack } = canvas;
    for (const { hung, isBarred } of bucketDoors(stack)) hang(canvas, hung, not(isBarred));
    for (const { hung, mayBeOpen } of dataPolicies(stack)) hang(canvas, hung, not(mayBeOpen));
    for (const policies of [
        queuePolicies,
        topicPolicies,
        secretPolicies,
        busPolicies,
        fileSystemPolicies,
        functionPolicies,
        keyPolicies,
    ])
        for (const hung of policies(stack)) hang(canvas, hung, yes);
    for (const { resource, at, when, isBarred } of publicAcls(stack))
        listed(canvas, resource, at.path, all(when, not(isBarred)));
}

/** `isLetIn`: does what else is set up let strangers in at all? */
function hang(canvas: Canvas, hung: HungPolicy, isLetIn: Answer): void {
    const to = canvas.idOf(hung.holder ?? hung.resource);
    if (to === undefined) return;
    const fixes = new Map(
        letIn(canvas.stack, hung, { trusted: [] }).flatMap(({ at, kind, fix }) =>
            fix === undefined ? [] : [[`${kind} ${at}`, fix] as const],
        ),
    );
    for (const { resource, at } of hung.given) {
        const { meant, unknown } = meantBy(at, canvas.stack.today);
        for (const one of meant)
            admit({ canvas, to, resource, isLetIn, service: hung.service, fixes, isSecret: at.secret }, one);
        if (unknown.length > 0 && at.path !== "")
            hidden(canvas, to, resource, at.path, all(isLetIn, undecided(...unknown)));
    }
}

const NAME_THEM = "Name principals, or bound the caller by a condition.";

function admit(asked: Asked, one: Meant): void {
    const { canvas, isLetIn, fixes } = asked;
    const { statement, principal, whom, accounts, when } = one;
    const service = principal.kind === "service" ? principal.service : undefined;
    const closes = (kind: string) => fixes.get(`${kind} ${statement.path}`) ?? NAME_THEM;
    switch (whom) {
        case "world":
        case "tokens":
            draw(asked, statement, {
                ...strangers(asked, whom),
                when: all(when, isLetIn),
                closes: closes("open"),
            });
            return;
        case "aws":
            draw(asked, statement, {
                from: anyAccount(canvas),
                who: "Everyone, of any AWS account,",
                when: all(when, isLetIn),
                closes: closes("open"),
            });
            return;
        case "any customer":
        case "bucket":
            ofService(asked, one, service ?? "s3", closes(whom === "bucket" ? "bucket" : "service"));
            return;
        case "source":
            draw(asked, statement, {
                from: service === undefined ? organization(canvas) : awsService(canvas, service),
                who: service === undefined ? "Whoever a condition names" : serviceTitle(service),
                when,
                guard: "source",
                isQuiet: true,
            });
            return;
        case "organization":
            draw(asked, statement, {
                from: organization(canvas),
                who: "Accounts of one's organization",
                when,
                guard: "organization",
            });
            return;
        case "network":
            draw(asked, statement, {
                from: insideNetwork(canvas),
                who: "Whoever comes from a network that a condition names",
                when,
                guard: "network",
            });
            return;
        case "account":
            ofAccount(asked, one, accounts[0]);
            return;
        default:
            somebody(asked, one);
    }
}

/** Through a service, for whichever account asks it. */
function ofService(asked: Asked, { statement, when }: Meant, service: string, closes: string): void {
    const { canvas, isLetIn } = asked;
    const from = anySource(canvas, service);
    const certain = awaited(all(when, isLetIn));
    if (!certain) return;
    canvas.line({
        from: anyAccount(canvas),
        to: from,
        kind: "triggers",
        says: `Anyone can make ${serviceTitle(service)} call, from an account of their own.`,
        isOpen: true,
        via: [],
    });
    draw(asked, statement, {
        from,
        who: `${serviceTitle(service)}, for whichever account asks,`,
        when: all(when, isLetIn),
        closes,
    });
}

/** Of the owner's own account, IAM's policies decide; who is named there is drawn. */
function ofAccount(asked: Asked, { statement, principal, when }: Meant, account: string | undefined): void {
    const { canvas } = asked;
    const own = ownAccounts(canvas.stack);
    if (principal.kind === "arn") {
        const isOwn = account !== undefined && own.has(account);
        const from = roleNode(canvas, principal.arn);
        draw(asked, statement, { from, who: canvas.nameOf(from), when, ...(!isOwn && { guard: "account" }) });
        return;
    }
    // Of what is not known to be another's, the account itself is the likeliest.
    if (account === undefined || own.size === 0 || own.has(account)) return;
    draw(asked, statement, {
        from: otherAccount(canvas, account),
        who: `Whomever account ${account} lets`,
        when,
        guard: "account",
    });
}

/** An output of the program: what went into the policy may be who it is. */
function somebody(asked: Asked, { statement, principal, when }: Meant): void {
    const { canvas, resource } = asked;
    if (principal.kind !== "unknown") return;
    const property = statement.path.split(/[.[]/, 1)[0] ?? "";
    const sources = (resource.propertyDependencies[property] ?? []).filter(
        ({ type }) => type === IamRole.token || type === IamUser.token,
    );
    const settled = all(when, sources.length === 1 ? yes : undecided(principal.place));
    for (const source of sources) {
        const from = canvas.idOf(source);
        if (from !== undefined) draw(asked, statement, { from, who: source.name, when: settled });
    }
}

function hidden(canvas: Canvas, to: string, resource: Resource, path: string, when: Answer): void {
    const certain = awaited(when);
    if (!certain) return;
    const says = `Whom the policy of ${canvas.nameOf(to)} lets in is not known yet.`;
    canvas.line({ from: notKnownYet(canvas), to, kind: "may", says, via: [{ urn: resource.urn, path }], ...certain });
}

/** By an access control list. */
function listed(canvas: Canvas, resource: Resource, path: string, when: Answer): void {
    const to = canvas.idOf(resource);
    const certain = awaited(when);
    if (to === undefined || !certain) return;
    canvas.line({
        from: internet(canvas),
        to,
        kind: "may",
        says: `Anyone on the internet may do on ${canvas.nameOf(to)} what its access control list says.`,
        levels: ["List", "Read"],
        isOpen: true,
        via: [{ urn: resource.urn, path }],
        closes: 'Leave the list out, and set rule: { objectOwnership: "BucketOwnerEnforced" } in a BucketOwnershipControls.',
        ...certain,
        apart: "list",
    });
}
