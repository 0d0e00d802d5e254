/**
 * Components of `@pulumi/aws` that `bucket.onObjectCreated`, `queue.onEvent`, `onSchedule` and their relatives make: beside the trigger
 * each makes a Lambda permission, which no line of the program declares.
 * Source: s3/s3Mixins, sqs/sqsMixins … of @pulumi/aws; tests/aws/event-subscriptions.test.ts holds them against the installed version.
 */
const PERMISSION = /[:$]aws:\w+:\w+EventSubscription\$aws:lambda\/permission:Permission::/;

/** Is the resource of this URN the permission of such a component? */
export function isOfEventSubscription(urn: string): boolean {
    return PERMISSION.test(urn);
}

/** The line that gives such a permission an input of the program's own; undefined of any other permission. */
export function throughEventSubscription(urn: string, input: string): string | undefined {
    if (!isOfEventSubscription(urn)) return undefined;
    return `Give the call that subscribes the function (onEvent, onObjectCreated …) the options { transforms: [({ type, props, opts }) => type === "aws:lambda/permission:Permission" ? { props: { ...props, ${input} }, opts } : undefined] }.`;
}
