import { CloudFrontDistribution, S3Bucket, S3BucketV2, SnsTopic, SqsQueue, valuesAt } from "../../aws";
import { outputOf, whereNamed } from "../expression";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { invocationsOf } from "../invocation/invocations";
import { type Link, linked, possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** A service that sends to a resource, and how a program writes the ARN of the source that it acts for. */
export interface SenderTo {
    readonly service: string;
    readonly code: string;
    /** `, where newsTopic is "news-topic"`. */
    readonly where: string;
}

interface Sender {
    readonly service: string;
    readonly source: Link;
}

/** What lets a service in by its own policy. A stream is written to under a role. */
const LETS_IN: ReadonlySet<string> = new Set([SqsQueue, SnsTopic].map(({ token }) => token));

/** By what is sent to: the services that the stack has do it, and distributions before buckets. */
const sendersByTarget = fact([invocationsOf, CloudFrontDistribution], (stack) =>
    grouped<Sender, Resource>([
        ...invocationsOf(stack).flatMap(({ as, source, target }) => {
            const told = possible(target).filter(({ type }) => LETS_IN.has(type));
            return as === undefined ? [] : [[{ service: as, source }, told] as const];
        }),
        ...stack.ofType(CloudFrontDistribution).map((one) => {
            const sender = { service: "cloudfront", source: { kind: "found", resource: one } } as const;
            return [sender, originsOf(stack, one)] as const;
        }),
    ]),
);

/** Who sends to the resource, as the stack shows it. */
export function sendersTo(stack: Stack, holder: Resource | undefined): readonly SenderTo[] {
    if (!holder) return [];
    return (sendersByTarget(stack).get(holder) ?? []).flatMap(({ service, source }) => {
        const known = linked(source);
        if (!known) return [];
        const expression = outputOf(known, "arn");
        return [{ service, code: expression.code, where: whereNamed([expression]) }];
    });
}

/** Known values and dependencies tell the buckets that a distribution reads. */
function originsOf(stack: Stack, distribution: Resource): readonly Resource[] {
    const domains = valuesAt(distribution.root, "origins[].domainName");
    return [
        ...new Set(domains.flatMap((one) => possible(stack.link<unknown>(distribution, one, S3Bucket, S3BucketV2)))),
    ];
}
