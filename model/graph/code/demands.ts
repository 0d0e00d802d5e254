/** What the calls of a function ask of IAM: actions, on what the calls name. */
import { IamRole } from "../../aws";
import { OPEN, type Said, type ServiceCall } from "../../code";
import { type Given, type NeededAction, neededFor, resourceTypesOf } from "../../iam";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { callsOf, type FunctionCalls, type Open } from "./calls";
import type { Demand } from "./demand";
import { keyDemands, mayUseKey } from "./encrypted";
import type { FunctionInputs } from "./function-code";
import { type Part, partsOf } from "./named";
import { ANYTHING, type Named, saidOf, type Targets, targetsOf, variableOf } from "./targets";

/** What a function asks of IAM. */
export interface FunctionDemands extends FunctionCalls {
    readonly demands: readonly Demand[];
    /** Actions that a call may need, as it is made. */
    readonly excused: ReadonlySet<string>;
    /** May something that it works on be encrypted with a key that it has to use? */
    readonly mayUseKeys: boolean;
}

export function demandsOf(stack: Stack, holder: Resource<FunctionInputs>, folder?: string): FunctionDemands {
    return stack.onceFor(`demands ${folder ?? ""}`, holder, () => find(stack, callsOf(stack, holder, folder)));
}

function find(stack: Stack, own: FunctionCalls): FunctionDemands {
    const { holder, calls } = own;
    if (calls.length === 0)
        return { holder, calls, open: distinct(own.open), demands: [], excused: NOTHING, mayUseKeys: false };
    const open = [...own.open];
    const demands: Demand[] = [];
    const excused = new Set<string>();
    for (const call of calls) {
        const needed = neededFor(call.service, call.operation, givenIn(holder, call));
        if (!needed) {
            open.push({ at: holder.root.get("code"), reason: OPEN.action });
            continue;
        }
        for (const one of needed.demanded) demands.push(demandOf(stack, holder, call, one));
        for (const action of needed.excused) excused.add(action.toLowerCase());
    }
    const ofKeys = demands.flatMap((one) => keyDemands(stack, one));
    const mayUseKeys = demands.some((one) => mayUseKey(stack, one));
    return { holder, calls, open: distinct(open), demands: [...demands, ...ofKeys], excused, mayUseKeys };
}

const NOTHING: ReadonlySet<string> = new Set();

function distinct(open: readonly Open[]): readonly Open[] {
    if (open.length < 2) return open;
    return [...new Map(open.map((one) => [`${one.at.path} ${one.reason}`, one])).values()];
}

/** The parameters as the tables ask for them: what only the request tells may be left out. */
function givenIn(holder: Resource<FunctionInputs>, { parameters }: ServiceCall): Given | undefined {
    return parameters && new Map([...parameters].map(([name, said]) => [name, givenBy(holder, said)]));
}

function givenBy(holder: Resource<FunctionInputs>, said: Said): string | boolean {
    if (said.is === "text") return said.text;
    if (said.is === "variable") {
        const value = variableOf(holder, said.name);
        return value.scalar() ?? value.state !== "absent";
    }
    return said.is === "joined" || (said.is === "either" && said.of.every((one) => givenBy(holder, one) !== false));
}

function demandOf(
    stack: Stack,
    holder: Resource<FunctionInputs>,
    call: ServiceCall,
    { action, or, parameters, below, whose }: NeededAction,
): Demand {
    const { parameters: given } = call;
    const base = { holder, call, action, or, below };
    if (resourceTypesOf(action).length === 0) return { ...base, on: undefined };
    const said = given && saidOf(given, parameters);
    if (!said) return { ...base, on: ANYTHING };
    if (whose === "roles") return { ...base, on: rolesOf(stack, targetsOf(stack, holder, OF_TASKS, said)) };
    return { ...base, on: targetsOf(stack, holder, action, said, below !== undefined) };
}

const OF_TASKS = "ecs:RunTask";

/** The roles of task definitions. */
function rolesOf(stack: Stack, { named, isOpen, awaits, by }: Targets): Targets {
    const links = named.flatMap(({ resource }) =>
        resource
            ? ["taskRoleArn", "executionRoleArn"].map((path) => stack.link(resource, resource.root.get(path), IamRole))
            : [],
    );
    const isElsewhere = links.some(({ kind }) => kind === "outside" || kind === "unknown" || kind === "candidates");
    return {
        named: links.flatMap((link) => (link.kind === "found" ? [{ resource: link.resource, arn: undefined }] : [])),
        isOpen: isOpen || isElsewhere || named.some(({ resource }) => !resource),
        awaits,
        by,
    };
}

/** The parts of a resource of this stack that a demand is about, as policies name them. */
export function partsDemanded(stack: Stack, { action, below }: Demand, resource: Resource): readonly Part[] {
    return partsOf(stack, action, resource, below?.replace(/\$\{\w+\}/g, "*"));
}

/** What a request names, as patterns of ARNs. */
export interface Asked {
    readonly arns: readonly string[];
    /** Of what is not made yet, the ARNs are of its type alone. */
    readonly isMade: boolean;
    readonly resource: Resource | undefined;
}

/** Undefined where a resource does not tell what it is called. */
export function askedOf(stack: Stack, demand: Demand, { resource, arn }: Named): Asked | undefined {
    const tail = tailOf(demand);
    if (arn !== undefined)
        return { arns: tail === undefined ? below(arn) : [`${arn}${tail}`], isMade: true, resource: undefined };
    const parts = resource ? partsOf(stack, demand.action, resource, tail) : [];
    if (parts.length === 0) return undefined;
    const arns = parts.flatMap((part) => (tail === undefined ? below(part.arn) : [part.arn]));
    return { arns, isMade: parts.every(({ isMade }) => isMade), resource };
}

/** What follows the resource's ARN in a request, with a star for what only that tells. */
function tailOf({ below: form, call, holder }: Demand): string | undefined {
    return form?.replace(/\$\{(\w+)\}/g, (_, name: string) => textOf(holder, call.parameters?.get(name)));
}

function textOf(holder: Resource<FunctionInputs>, said: Said | undefined): string {
    if (said?.is === "text") return said.text;
    if (said?.is === "variable") return variableOf(holder, said.name).scalar() ?? "*";
    return said?.is === "joined" ? said.parts.map((part) => textOf(holder, part)).join("") : "*";
}

/** What a request may name of a resource: versions, objects, paths. */
function below(arn: string): readonly string[] {
    return [arn, `${arn}/*`, `${arn}:*`];
}
