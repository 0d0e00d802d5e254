import { CloudTrailTrail, isSaid, LambdaFunction, rowsOn } from "../../model/aws";
import { type Recorder, recordersOf, trailBucketsOf, unseenOf } from "../../model/graph";
import { listed } from "../../model/iam";
import { all, any, not } from "../../model/values";
import { cis, cwe, declare, defineStackRule, flag, fsbp, judgementsOf, type StackJudgement, sas } from "../../pack";

const rows = rowsOn("logged", ["trail"]);
const trail = { s3BucketName: "audit-111122223333", isMultiRegionTrail: true, enableLogFileValidation: true };
const eventSelectors = [{ dataResources: [{ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }] }];
const worker = declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/worker" });

/** Of stacks without a trail or an event data store nothing is asked, unless told so: the account's trail lives elsewhere. */
export default defineStackRule({
    id: "audit-trail-covers-serverless",
    severity: "medium",
    frameworks: [
        ...rows.flatMap(({ controls = [] }) => controls),
        fsbp("CloudTrail.1"),
        ...["3.1", "3.4", "3.8", "3.9"].map((id) => cis("5.0", id)),
        ...["4.1", "4.8", "4.9"].map((id) => cis("7.0", id)),
        cwe(778),
        sas(5),
    ],
    title: "A trail records who did what, also with functions, tables and objects.",
    why: "What no trail records nobody can tell after an incident, and files that can be changed unseen prove nothing.",
    fix: "Set isMultiRegionTrail: true and enableLogFileValidation: true.",
    sources: [
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html",
    ],
    options: {
        ownsAudit: flag(
            "This stack records for its account: it is asked for a trail, and what it misses weighs more.",
            false,
        ),
        strictRows: flag(
            "Whether a key, a log group and a bucket that nobody can delete from are asked for too.",
            false,
        ),
    },
    strict: { strictRows: true },
    rows,
    needs: [recordersOf, trailBucketsOf, unseenOf],
    bad: { worker, trail: declare(CloudTrailTrail, trail) },
    good: { worker, trail: declare(CloudTrailTrail, { ...trail, eventSelectors }) },
    *check(stack, { options }) {
        yield* judgementsOf(rows, stack, options.strictRows);
        for (const { profile, ...lacking } of trailBucketsOf(stack))
            if (options.strictRows || profile !== "strict") yield lacking;
        const recorders = recordersOf(stack);
        for (const recorder of recorders) yield inOneRegion(recorder, recorders);
        const main = recorders.find(({ selectors }) => isSaid(selectors)) ?? recorders[0];
        if (main) yield withoutManagement(main, recorders);
        if (!main && !options.ownsAudit) return;
        for (const { events, resources, when } of unseenOf(stack)) {
            yield {
                resource: main?.resource ?? resources[0],
                at: main?.selectors ?? "",
                when,
                message: `no trail of the stack records ${events} ${listed(resources.map(({ name }) => name))}, so nobody can tell who did what there`,
                fix: FIX,
                severity: options.ownsAudit ? "medium" : "low",
            };
        }
    },
});

const FIX =
    'Add to advancedEventSelectors one with fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }, { field: "resources.type", equals: ["AWS::Lambda::Function"] }], and so for AWS::S3::Object and AWS::DynamoDB::Table.';

function inOneRegion({ resource, regions, isMultiRegion, managementWrites }: Recorder, recorders: readonly Recorder[]) {
    const isElsewhere = any(...recorders.map((one) => all(one.isMultiRegion, one.managementWrites)));
    return {
        resource,
        at: regions,
        when: all(not(isMultiRegion), managementWrites, not(isElsewhere)),
        message: `${regions.state === "absent" ? "absent" : "false"}, so what is done in other regions is not recorded`,
        fix: `Set ${regions.path}: true.`,
    };
}

function withoutManagement({ resource, selectors }: Recorder, recorders: readonly Recorder[]): StackJudgement {
    const reads = any(...recorders.map(({ managementReads }) => managementReads));
    const writes = any(...recorders.map(({ managementWrites }) => managementWrites));
    return {
        resource,
        at: selectors,
        when: not(all(reads, writes)),
        message: `leaves out management events${writes.is === "yes" ? " that read" : ""}, so who used and changed roles, keys and secrets is not recorded`,
        fix: 'Set includeManagementEvents: true and readWriteType: "All", or add a selector with { field: "eventCategory", equals: ["Management"] }.',
    };
}
