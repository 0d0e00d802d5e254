import { RdsInstance } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

const orders = { instanceClass: "db.t4g.micro", engine: "postgres" };

/** DocumentDB ignores the setting. */
export default defineSettingRule({
    id: "database-minor-upgrades-automatic",
    topic: "upgraded",
    of: ["broker", "cache", "database", "replication", "warehouse"],
    severity: "low",
    frameworks: [cwe(1104), sas(6)],
    title: "Databases, caches and brokers take minor versions of their engine by themselves.",
    why: "Minor versions mend holes that are public by then, and those that somebody has to install wait for somebody.",
    fix: "Set it to true; minor versions are installed in the maintenance window.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html#USER_UpgradeDBInstance.Upgrading.AutoMinorVersionUpgrades",
        "https://docs.aws.amazon.com/neptune/latest/userguide/engine-updates.html",
    ],
    absent: "absent, which means false: fixes for known holes wait until somebody installs them",
    otherwise: "false, so fixes for known holes wait until somebody installs them",
    example: RdsInstance,
    bad: { ...orders, autoMinorVersionUpgrade: false },
    good: orders,
});
