/** Which services of AWS a function calls from where it stands. */
import { EventSourceMapping, endpointServices, LambdaFunction, LambdaFunctionEventInvokeConfig } from "../../aws";
import { actionsNamed, type Statement } from "../../iam";
import { type Answer, answer, any, no, undecided, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { type Identity, identitiesOf } from "../identities/identities";
import { functionOf } from "../invocation/functions";
import { possible } from "../link";
import { type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";

const SERVICES: ReadonlyMap<string, string> = new Map([...endpointServices].map(([{ token }, name]) => [token, name]));

/** Keys are mostly used by other services, for whoever asks those. */
const KEYS = "kms";
/** As IAM calls a service, where that is not what its endpoint is called. */
const PREFIXES: Readonly<Record<string, string>> = {
    "kinesis-streams": "kinesis",
    "kinesis-firehose": "firehose",
};

/**
 * The services that a function needs, by the names of their endpoints: those of the resources that its environment names, and of those
 * that its role, where nothing else has it, is granted by name. Lambda itself reads queues and streams for it, and sends what failed on:
 * a right for that is none of its own calls. Undecided where a policy that is not known yet would tell.
 */
export const servicesNeededBy = fact(
    [LambdaFunction, identitiesOf, EventSourceMapping, LambdaFunctionEventInvokeConfig],
    (stack) =>
        (client: Resource): ReadonlyMap<string, Answer> => {
            const needs = grouped(
                [...told(client), ...granted(stack, client)].map(([one, when]) => [when, [one]] as const),
            );
            return new Map([...needs].map(([service, answers]) => [service, any(...answers)]));
        },
);

type Need = readonly [service: string, when: Answer];

function told(client: Resource): readonly Need[] {
    return sourcesOf(client, "environment").flatMap(({ type }): readonly Need[] => {
        const service = SERVICES.get(type);
        return service === undefined ? [] : [[service, yes]];
    });
}

function granted(stack: Stack, client: Resource): readonly Need[] {
    const [identity] = stack.once(byWorkload, byWorkload).get(client) ?? [];
    if (!identity || identity.workloads.length > 1) return [];
    const handled = stack.once(granted, handledByLambda).get(client);
    const targets = (holder: Resource, at: string) =>
        sourcesOf(holder, at).flatMap((one) => {
            const service = SERVICES.get(one.type);
            const isOwn = service === undefined || service === KEYS || handled?.has(one);
            return isOwn ? [] : [{ one, service }];
        });
    return [
        ...identity.unread.flatMap(({ holder, at, place }) =>
            targets(holder, at).map(({ service }): Need => [service, undecided(place)]),
        ),
        ...identity.held
            .filter(({ statement }) => statement.effect === "Allow")
            .flatMap(({ holder, at, statement }) => {
                const prefixes = new Set(actionsNamed(statement).map(({ action }) => action.split(":", 1)[0]));
                return targets(holder, at)
                    .filter(({ service }) => prefixes.has(PREFIXES[service] ?? service))
                    .map(({ one, service }): Need => [service, isNamed(statement, one)]);
            }),
    ];
}

function byWorkload(stack: Stack): ReadonlyMap<Resource, readonly Identity[]> {
    return grouped(
        identitiesOf(stack).map((identity) => [identity, identity.workloads.map(({ resource }) => resource)] as const),
    );
}

function isNamed({ resources }: Statement, { root }: Resource): Answer {
    const arn = root.get("arn").text();
    if (!resources || resources.not) return no;
    if (arn === undefined) return any(...resources.unknown.map(({ place }) => undecided(place)));
    return answer(resources.patterns.some((one) => one === arn || one.startsWith(`${arn}/`) || one === `${arn}:*`));
}

/** By function, what Lambda reads for it, or sends its events on to. */
function handledByLambda(stack: Stack): ReadonlyMap<Resource, ReadonlySet<Resource>> {
    const found = new Map<Resource, Set<Resource>>();
    const add = (client: Resource, sources: readonly Resource[]) => {
        const own = found.get(client) ?? new Set();
        found.set(client, own);
        for (const one of sources) own.add(one);
    };
    for (const type of [EventSourceMapping, LambdaFunctionEventInvokeConfig])
        for (const one of stack.ofType<unknown>(type)) {
            const all = ["eventSourceArn", "destinationConfig"].flatMap((property) => sourcesOf(one, property));
            for (const client of possible(functionOf(stack, one, one.root.get("functionName")))) add(client, all);
        }
    for (const client of stack.ofType<unknown>(LambdaFunction)) add(client, sourcesOf(client, "deadLetterConfig"));
    return found;
}
