import {
    actionsOf,
    type Breadth,
    contentReads,
    type Extent,
    extentOf,
    isAwsManagedPolicyArn,
    isDataService,
    isForServiceRole,
    isRecommendedForCompute,
    listed,
    namesAction,
    narrowing,
    parsePolicy,
    starIsNoFault,
    typicalActions,
} from "../../iam";
import type { AttachedArn, Held, Identity } from "./identities";

/** An attached AWS-managed policy that reaches, in effect, resources which nobody named. */
export interface BroadPolicy {
    readonly attached: AttachedArn;
    readonly name: string;
    readonly breadth: Exclude<Breadth, "admin" | "scoped">;
    /** Those that its breadth is about; empty where only the policy's name is known. */
    readonly services: readonly string[];
    /** Whether a boundary holds it to resources whose names begin or end alike. */
    readonly extent: Exclude<Extent, "named">;
    /** The services of which it reads what is stored, and not only how things are set up. */
    readonly contentsOf: readonly string[];
}

/**
 * The broad AWS-managed policies of a role, in effect. Not among them: administrators; what AWS's documentation tells to attach to
 * the role of a workload; and what AWS wrote for the roles of its own services, where no code of one's own runs under the role.
 */
export function* broadPolicies(identity: Identity): Iterable<BroadPolicy> {
    for (const attached of identity.attached) {
        const { arn, managed } = attached;
        const name = awsPolicyName(arn);
        const breadth = managed?.breadth ?? breadthByName(name ?? "");
        if (name === undefined || breadth === "admin" || breadth === "scoped" || isAccepted(identity, arn)) continue;
        const extent = managed ? extentOfPolicy(identity, attached) : "any";
        if (extent === "named") continue;
        const contentsOf = managed ? contentsRead(identity, attached) : [];
        yield { attached, name, breadth, services: managed?.services ?? [], extent, contentsOf };
    }
}

/** What the policy is broad about, in words, and what it reads beside that. */
export function whatItAllows({ breadth, services, contentsOf }: BroadPolicy): string {
    const of = services.length > 0 ? listed(services) : "a service";
    if (breadth === "read-all")
        return contentsOf.length > 0
            ? `reading all that is stored in ${listed(contentsOf)}`
            : `reading how every resource of ${of} is set up`;
    const others = contentsOf.filter((service) => !services.includes(service) && isDataService(`${service}:`));
    const besides = others.length > 0 ? `, and reading all that is stored in ${listed(others)}` : "";
    return `${breadth === "service-full" ? "every action" : "write actions on any resource"} of ${of}${besides}`;
}

/** The line that mends what comes with a function made of a callback. */
export const CALLBACK_FIX =
    "Make it by new aws.lambda.CallbackFunction(NAME, { callback, policies: [aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole] }), with a policy for what its code calls beside it, or with a role of your own (role), and pass it where the callback stood.";

/** The name of a policy that AWS manages; undefined for any other ARN. */
export function awsPolicyName(arn: string): string | undefined {
    return isAwsManagedPolicyArn(arn) ? arn.split("/").at(-1) : undefined;
}

/** Is the AWS-managed policy what AWS itself tells to attach to such a role? */
export function isAccepted(identity: Identity, arn: string): boolean {
    return isRecommendedForCompute(arn) || (isForServiceRole(arn) && !runsOwnCode(identity));
}

/** Actions by whose resources it is best told what a broad policy is for; of the service that it is named for first. */
export function tellingActions(name: string, services: readonly string[]): readonly string[] {
    const isNamed = (service: string) => name.toLowerCase().includes(service);
    const sorted = [...services.filter(isNamed), ...services.filter((service) => !isNamed(service))];
    return sorted.flatMap((service) => [
        ...contentReads().filter((action) => action.startsWith(`${service}:`)),
        ...typicalActions(service),
    ]);
}

const OWN_CODE: ReadonlySet<string> = new Set(["function", "task", "App Runner service", "batch job"]);
const CODE_SERVICES: ReadonlySet<string> = new Set(["lambda", "ecs-tasks", "tasks.apprunner"]);

/** Does code of one's own run under the role, and not a service of AWS alone? Of a role that nothing here carries, its trust tells. */
function runsOwnCode({ role, workloads }: Identity): boolean {
    if (workloads.length > 0) return workloads.some(({ what }) => OWN_CODE.has(what));
    const principals = role
        ? parsePolicy(role.inputs.assumeRolePolicy).statements.flatMap(({ principals }) => principals?.members ?? [])
        : [];
    return principals.some((one) => one.kind === "service" && CODE_SERVICES.has(one.service));
}

/** Of a policy that the tables do not have: AWS's names tell the breadth. */
function breadthByName(name: string): Breadth {
    if (/FullAccess(?:_?[vV]\d+)?$|PowerUser/.test(name)) return "service-full";
    return /ReadOnly(?:Access)?(?:_?[vV]\d+)?$/.test(name) ? "read-all" : "scoped";
}

/** What a boundary and denials leave of the policy's breadth. */
function extentOfPolicy(identity: Identity, attached: AttachedArn): Extent {
    const { permissions, boundary } = identity;
    const isHeld = boundary.kind === "read" || permissions.grants.some(({ statement }) => statement.effect === "Deny");
    if (!isHeld) return "any";
    const services = new Set(attached.managed?.services ?? []);
    let widest: Extent = "named";
    for (const { statement } of grantsOf(identity, attached)) {
        for (const action of actionsOf(statement)) {
            if (!services.has(action.slice(0, action.indexOf(":")).toLowerCase()) || starIsNoFault(action)) continue;
            const extent = extentOf(permissions, statement, action);
            if (extent === "any") return extent;
            if (extent === "family") widest = extent;
        }
    }
    return widest;
}

function contentsRead(identity: Identity, attached: AttachedArn): readonly string[] {
    const granted = grantsOf(identity, attached);
    const read = contentReads().filter((action) =>
        granted.some(
            ({ statement }) =>
                namesAction(statement, action).is === "yes" &&
                extentOf(identity.permissions, statement, action) === "any",
        ),
    );
    return [...new Set(read.map((action) => action.slice(0, action.indexOf(":"))))];
}

/** The policy's own statements that allow without naming what by a condition. */
function grantsOf({ permissions }: Identity, { managed, holder, at }: AttachedArn): readonly Held[] {
    return permissions.grants.filter(
        (held) =>
            held.managed?.arn === managed?.arn &&
            held.holder === holder &&
            held.at === at &&
            held.statement.effect === "Allow" &&
            narrowing(held.statement) !== "resource",
    );
}
