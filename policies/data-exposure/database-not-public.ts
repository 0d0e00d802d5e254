import { RdsInstance } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "database-not-public",
    topic: "private",
    of: ["database", "warehouse", "broker", "replication"],
    severity: "critical",
    frameworks: [cwe(668), owasp(6)],
    title: "Databases, caches, brokers and warehouses are not reachable from the internet.",
    why: "A database with a public address is found within minutes, and then one weak password or one flaw away from strangers.",
    fix: "Set it to false, and reach the database from inside the VPC, by the Data API or through Session Manager.",
    sources: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"],
    absent: "absent, which this provider version takes for true: it gets a public address",
    otherwise: "allows connections from the internet",
    example: RdsInstance,
    bad: { instanceClass: "db.t4g.micro", publiclyAccessible: true },
    good: { instanceClass: "db.t4g.micro", publiclyAccessible: false },
});
