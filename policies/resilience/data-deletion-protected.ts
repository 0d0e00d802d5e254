import { DynamoDbTable, keptByPulumi } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

export default defineSettingRule({
    id: "data-deletion-protected",
    topic: "protectedFromDeletion",
    of: [
        "backup",
        "bucket",
        "database",
        "directory",
        "fileSystem",
        "key",
        "loadBalancer",
        "registry",
        "secret",
        "table",
        "trail",
        "warehouse",
    ],
    unless: keptByPulumi,
    production: true,
    severity: "high",
    frameworks: [cwe(404), sas(11)],
    title: "What holds data in production is not deleted by mistake.",
    why: "A changed name, a wrong stack or a stolen credential deletes a table or a database within seconds, and the data with it.",
    fix: "Set it to true (or give the resource the option protect: true, which holds off Pulumi alone).",
    sources: [
        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
        "https://www.pulumi.com/docs/iac/concepts/options/protect/",
    ],
    absent: "absent, so one call deletes it, and what it holds",
    otherwise: "switched off, so one call deletes it, and what it holds",
    exampleStack: "prod",
    example: DynamoDbTable,
    bad: { hashKey: "id", attributes: [{ name: "id", type: "S" }] },
    good: { hashKey: "id", attributes: [{ name: "id", type: "S" }], deletionProtectionEnabled: true },
});
