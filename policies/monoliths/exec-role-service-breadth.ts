import {
    type Identity,
    identitiesOf,
    isDeploymentRole,
    isJudgedBy,
    type Resource,
    resourcesNamed,
    servicesReached,
    writtenResources,
} from "../../model/graph";
import { administers, isKnownService, listed } from "../../model/iam";
import { type Answer, all, answer, no, not, undecided } from "../../model/values";
import { cwe, defineStackRule, functionAllowed, integer, type StackJudgement, sas } from "../../pack";

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;
const few = [
    { Action: "dynamodb:GetItem", Resource: arn("dynamodb", "table/orders") },
    { Action: "sqs:SendMessage", Resource: arn("sqs", "accepted") },
    { Action: "s3:GetObject", Resource: "arn:aws:s3:::invoices/*" },
];
const more = [
    { Action: "sns:Publish", Resource: arn("sns", "shipped") },
    { Action: "states:StartExecution", Resource: arn("states", "stateMachine:refund") },
    { Action: "ses:SendEmail", Resource: arn("ses", "identity/shop.example") },
];

/** Not counted: logs, traces, metrics, keys, a VPC's interfaces, what AWS tells to attach; roles that only deployments carry. */
export default defineStackRule({
    id: "exec-role-service-breadth",
    severity: "medium",
    frameworks: [cwe(250), cwe(653), sas(4)],
    title: "An execution role reaches few services and writes to few stores.",
    why: "A role that reaches everything belongs to code that does everything: one flaw in it is a flaw in all of it.",
    fix: "Split the function by what it does, and give each part a role for its own services.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html#anti-patterns"],
    needs: identitiesOf,
    options: {
        maxServices: integer("How many services a role may reach.", 5, 1, 100),
        maxWrittenResources: integer("To how many tables, buckets, queues and the like it may write.", 3, 1, 1000),
    },
    bad: functionAllowed(...few, ...more),
    good: functionAllowed(...few),
    *check(stack, { options }) {
        for (const identity of identitiesOf(stack)) {
            const place = identity.resource ?? identity.held[0]?.holder ?? identity.attached[0]?.holder;
            const judged = all(isJudgedBy(identity, "statements"), not(isDeploymentRole(identity)));
            if (!place || judged.is === "no" || identity.held.some((one) => administers(one.statement).is === "yes"))
                continue;
            yield services(identity, place, judged, options.maxServices);
            yield stores(identity, place, judged, options.maxWrittenResources);
        }
    },
});

function isAllKnown({ held, unread }: Identity): boolean {
    return unread.length === 0 && held.every(({ statement }) => statement.actions.unknown.length === 0);
}

/** Most roles name so little that what of it they reach in effect need not be asked. */
function stores(identity: Identity, resource: Resource, judged: Answer, most: number): StackJudgement {
    const base = { resource, at: "" };
    if (resourcesNamed(identity) <= most) return { ...base, when: no, message: "" };
    const { size } = writtenResources(identity);
    const message = `allows writing to ${size} stores (at most ${most} are accepted)`;
    return { ...base, when: all(judged, answer(size > most)), message };
}

function services(identity: Identity, resource: Resource, judged: Answer, most: number): StackJudgement {
    const base = { resource, at: "" };
    const isFew = identity.permissions.servicesNamed <= most;
    if (isFew && isAllKnown(identity)) return { ...base, when: no, message: "" };
    const reached = servicesReached(identity);
    // What is not known yet may reach further, and matters only where there is not too much already.
    const open = [
        ...identity.held.flatMap(({ statement }) => statement.actions.unknown),
        ...identity.unread.filter(({ elsewhere }) => !elsewhere),
    ];
    const names = [...reached.keys()]
        .map((name) => (isKnownService(name) ? name : "a service that AWS does not list"))
        .sort();
    const isOver =
        reached.size > most
            ? answer(true)
            : open.length > 0
              ? undecided(...open.map(({ place }) => place))
              : answer(false);
    const used = identity.workloads.map((workload) => workload.resource.name);
    const by = used.length > 0 ? `, by ${listed(used)}` : "";
    return {
        ...base,
        when: all(judged, isOver),
        message: `allows actions of ${reached.size} services (${listed(names, 8)}; at most ${most} are accepted)${by}`,
    };
}
