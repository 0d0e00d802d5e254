import { databaseEncryption, datedDefault } from "../../model/aws";
import { absent, all, any, equals, isFalse, not, present } from "../../model/values";
import { cis, cwe, defineRule, fsbp, owasp } from "../../pack";

/** A store made from a snapshot, a replica's source or another cluster takes over its encryption: not judged when absent. */
export default defineRule({
    id: "database-storage-encrypted",
    severity: "critical",
    frameworks: [
        fsbp("RDS.3"),
        fsbp("RDS.27"),
        fsbp("DocumentDB.1"),
        fsbp("Neptune.1"),
        fsbp("Redshift.10"),
        cis("5.0", "2.2.1"),
        cis("7.0", "3.2.1"),
        cwe(311),
        owasp(3),
    ],
    title: "Databases are encrypted at rest.",
    why: "Storage, snapshots and replicas of an unencrypted database are readable by whoever gets a copy, and it cannot be encrypted later without replacing it.",
    fix: "Set it to true (and kmsKeyId for a key of your own).",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
    ],
    bad: { instanceClass: "db.t4g.micro", engine: "postgres" },
    good: { instanceClass: "db.t4g.micro", engine: "postgres", storageEncrypted: true },
    resource: databaseEncryption.map(({ type }) => type),
    check(_inputs, { type, root, providerMajor }) {
        const [known] = databaseEncryption.filter((one) => one.type.token === type);
        if (!known) return undefined;
        const value = root.get(known.property);
        const standard =
            known.encryptedByDefaultFrom !== undefined &&
            (providerMajor ?? known.encryptedByDefaultFrom) >= known.encryptedByDefaultFrom;
        const inherited = any(...known.inherits.map((property) => present(root.get(property))));
        const other = known.encryptedWhen;
        const implied = any(inherited, ...(other ? [equals(root.get(other.property), other.value)] : []));
        const dated = datedDefault(type, known.property, root);
        const found = value.state === "absent" ? "absent" : "false";
        return {
            when: all(isFalse(value, standard), not(all(absent(value), implied))),
            at: known.property,
            message: dated
                ? `${found}, so what was made before ${dated.since} is not encrypted; AWS encrypts what is made since`
                : `${found}, so the storage is not encrypted`,
            ...(dated && { severity: "low" }),
        };
    },
});
