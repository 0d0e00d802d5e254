import { IamPolicy, IamRole, IamRolePolicy, StateMachine } from "../../model/aws";
import {
    dataChanged,
    type Found,
    type Identity,
    isAdministrator,
    isDeploymentRole,
    isOf,
    onExecutionRoles,
    servicesReached,
    unknownActions,
} from "../../model/graph";
import { listed } from "../../model/iam";
import { type Answer, answer, undecided, unless } from "../../model/values";
import { cwe, defineStackRule, functionAllowed, integer, sas, strings } from "../../pack";

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const ORDERS = [
    { Action: "dynamodb:PutItem", Resource: arn("dynamodb", "table/orders") },
    { Action: "sqs:SendMessage", Resource: arn("sqs", "orders") },
];
const REST = [
    { Action: "s3:GetObject", Resource: "arn:aws:s3:::invoices/*" },
    { Action: "sns:Publish", Resource: arn("sns", "orders") },
    { Action: "ses:SendEmail", Resource: arn("ses", "identity/example.com") },
    { Action: "events:PutEvents", Resource: arn("events", "event-bus/orders") },
];

/**
 * A state machine calls many services by its nature, and has no code to take over: its role is not counted, nor is one that only
 * deployments act under. What lives in another stack's policies is not seen.
 */
export default defineStackRule({
    id: "exec-role-service-breadth",
    severity: "medium",
    frameworks: [cwe(250), cwe(653), sas(4)],
    title: "A role does one thing: it reaches few services and changes few stores of data.",
    why: "Where one role does everything, a flaw in any part of the code is a flaw in all of it.",
    fix: "Split the work into functions, each under a role with what it needs.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/concepts-application-design.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    ],
    needs: [IamRole, IamRolePolicy, IamPolicy],
    options: {
        maxServices: integer("The most services that one role may have actions of.", 5, 1, 1000),
        uncountedServices: strings("Services, by their prefixes, that are not counted.", [
            "logs",
            "xray",
            "kms",
            "sts",
        ]),
        maxWrittenResources: integer(
            "The most tables, buckets, queues and the like that one role may change.",
            3,
            1,
            1000,
        ),
    },
    bad: functionAllowed(...ORDERS, ...REST),
    good: functionAllowed(...ORDERS),
    *check(stack, { options }) {
        yield* onExecutionRoles(stack, function* (identity) {
            const resource = identity.resource ?? identity.permissions.grants[0]?.holder;
            if (!resource || identity.kind === "policy" || isAdministrator(identity) || orchestrates(identity)) return;
            const find = (when: Answer, message: string): Found => {
                return { resource, at: "", when: unless(when, isDeploymentRole(identity)), message };
            };
            const fix = split(identity);
            const services = servicesReached(identity, options.uncountedServices);
            if (services.length > options.maxServices) {
                const message = `allows actions of ${services.length} services (${listed(services, 8)}); ${options.maxServices} are the limit`;
                yield { ...find(answer(true), message), fix };
            } else yield* unknownActions(identity);
            const { resources, isOpen, unknown } = dataChanged(identity);
            const [most, count] = [options.maxWrittenResources, resources.length];
            const exceeds = isOpen || count > most ? answer(true) : undecided(...unknown);
            if (exceeds.is === "yes" || count + unknown.length > most) {
                const message = `allows changes to ${isOpen ? "" : `${count} stores of data, `}${listed(resources, 5)}; ${most} are the limit`;
                yield { ...find(exceeds, message), fix };
            }
        });
    },
});

function orchestrates({ workloads }: Identity): boolean {
    return workloads.length > 0 && workloads.every(({ resource }) => isOf(resource, StateMachine));
}

function split({ workloads }: Identity): string {
    const names = [...new Set(workloads.map(({ resource }) => resource.name))];
    if (names.length > 1) return `Give ${listed(names, 5)} roles of their own, each with what it needs.`;
    const [name = "the function"] = names;
    return `Split ${name}: what it does with different services and stores are different functions, each under a role of its own.`;
}
