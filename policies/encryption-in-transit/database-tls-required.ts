import { RdsInstance, RdsParameterGroup, RdsProxy } from "../../model/aws";
import { isOf, outdatedAuthorities, type PlainConnection, plainConnections } from "../../model/graph";
import { answer } from "../../model/values";
import { cwe, declare, defineStackRule, flag, fsbp, owasp, ref, type Severity } from "../../pack";

const orders = { instanceClass: "db.t4g.micro", engine: "mysql", engineVersion: "8.4.6" };
const group = (value: string) =>
    declare(RdsParameterGroup, { family: "mysql8.4", parameters: [{ name: "require_secure_transport", value }] });
const program = (value: string) => ({
    orders: declare(RdsInstance, { ...orders, parameterGroupName: ref("parameters.name") }),
    parameters: group(value),
});

/** Db2, whose port alone decides, is not judged; nor is what a group outside of the stack says. */
export default defineStackRule({
    id: "database-tls-required",
    severity: "high",
    frameworks: [
        ...["RDS.38", "RDS.39", "RDS.41", "RDS.43", "RDS.44", "DocumentDB.6"].map(fsbp),
        ...["Redshift.2", "RedshiftServerless.2", "DMS.9", "DMS.12"].map(fsbp),
        cwe(319),
        owasp(3),
    ],
    title: "Databases take connections with TLS alone.",
    why: "Passwords and rows of a connection without TLS can be read and changed on their way, and a client that forgets to ask for it does not notice.",
    fix: "Declare a parameter group in which the engine demands TLS, and name it in the database.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html",
        "https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html",
        "https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.Oracle.Options.NetworkEncryption.html",
        "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html",
    ],
    options: { authorities: flag("Also report certificates of authorities that have ended.", false) },
    strict: { authorities: true },
    needs: [plainConnections, outdatedAuthorities],
    bad: program("0"),
    good: program("1"),
    *check(stack, { options }) {
        for (const found of plainConnections(stack)) {
            const { resource, at, when } = found;
            yield { resource, at, when, severity: weightOf(found), message: messageOf(found), fix: fixOf(found) };
        }
        for (const { resource, at, when } of outdatedAuthorities(stack)) {
            const message = "an authority that has ended, so clients that verify certificates cannot connect";
            const fix = 'Set it to "rds-ca-rsa2048-g1", once the clients know its certificate.';
            yield { resource, at, when: options.authorities ? when : answer(false), severity: "medium", message, fix };
        }
    },
});

function weightOf({ demand, parameter, better, isDefault, isVersionOpen, isUnused }: PlainConnection): Severity {
    if (demand !== "nothing") return "low";
    const isOracle = parameter === undefined && isDefault;
    const isLess = isOracle || isVersionOpen || isUnused || better !== undefined;
    return parameter?.severity ?? (isLess ? "medium" : "high");
}

function messageOf({ at, demand, parameter, isDefault, isVersionOpen, isUnused }: PlainConnection): string {
    if (demand === "onRequest") return "encryption is left to the client, so one that refuses it is served as well";
    const said = isDefault && parameter ? `no ${parameter.name}` : at.state === "absent" ? "absent" : "switched off";
    if (demand === "anyVersion") return `${isDefault ? said : "any version"}, so TLS 1.0 and 1.1 are still taken`;
    if (isUnused)
        return `${said}, so a database of this group takes connections without TLS; none of this stack is one`;
    const unlessNew = isVersionOpen ? ", unless AWS takes a version that demands TLS" : "";
    return `${said}, so connections without TLS are taken${unlessNew}`;
}

const nativeEncryption =
    '{ optionName: "NATIVE_NETWORK_ENCRYPTION", optionSettings: [{ name: "SQLNET.ENCRYPTION_SERVER", value: "REQUIRED" }] }';

function fixOf({ resource, at, parameter, better, isDefault }: PlainConnection): string {
    if (isOf(resource, RdsProxy)) return "Set requireTls: true.";
    if (better !== undefined) {
        const withCertificate = at.path === "sslMode" ? ", with the authority's certificate in certificateArn" : "";
        return `Set ${at.path}: "${better}"${withCertificate}.`;
    }
    const { name, value } = parameter ?? { name: "SQLNET.ENCRYPTION_SERVER", value: "REQUIRED" };
    if (!isDefault) return `Set ${name} to "${value}".`;
    const entry = parameter ? `{ name: "${name}", value: "${value}" }` : nativeEncryption;
    return /^(?:parameters|options)$/.test(at.path)
        ? `Add ${entry} to its ${at.path}.`
        : `Name a group with ${entry} in ${at.path}.`;
}
