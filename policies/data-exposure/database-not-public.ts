import { publicSwitches } from "../../model/aws";
import { absent, all, answer, any, holds } from "../../model/values";
import { cis, cwe, defineRule, fsbp, owasp } from "../../pack";

export default defineRule({
    id: "database-not-public",
    severity: "critical",
    frameworks: [
        fsbp("RDS.2"),
        fsbp("Redshift.1"),
        fsbp("RedshiftServerless.3"),
        fsbp("MSK.4"),
        fsbp("DMS.1"),
        cis("5.0", "2.2.3"),
        cis("7.0", "3.2.3"),
        cwe(668),
        owasp(6),
    ],
    title: "Databases, caches, brokers and warehouses are not reachable from the internet.",
    why: "A database with a public address is found within minutes, and then one weak password or one flaw away from strangers.",
    fix: "Set it to false and reach the database from inside the VPC, by the Data API or through Session Manager.",
    sources: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"],
    bad: { instanceClass: "db.t4g.micro", publiclyAccessible: true },
    good: { instanceClass: "db.t4g.micro", publiclyAccessible: false },
    resource: publicSwitches.map(({ type }) => type),
    check(_inputs, { type, root, providerMajor }) {
        const [known] = publicSwitches.filter((one) => one.type.token === type);
        if (!known) return undefined;
        const value = root.down(known.path);
        const byDefault = known.publicByDefaultIn?.includes(providerMajor ?? 0) ?? false;
        return {
            when: any(
                holds(value, (given) => known.publicValues.includes(given.toLowerCase())),
                all(answer(byDefault), absent(value)),
            ),
            at: known.path,
            message:
                value.state === "absent"
                    ? "absent, which this provider version takes for true: it gets a public address"
                    : "allows connections from the internet",
        };
    },
});
