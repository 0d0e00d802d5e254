import type { Value } from "../values";
import { ElasticsearchDomain } from "./types";

/** What reads and changes the data of a search domain: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html */
export const searchDataActions: readonly string[] = ["Get", "Head", "Post", "Put", "Patch", "Delete"].map(
    (method) => `es:ESHttp${method}`,
);

/** The provider's default of `elasticsearchVersion`. */
const OLDEST = "1.5";

/**
 * Is the domain one that cannot have fine-grained access control yet: of an Elasticsearch before 6.7, or with nodes of T2?
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/features-by-version.html
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/supported-instance-types.html
 */
export function isBeforeFineGrainedAccess(token: string, domain: Value): boolean {
    if (domain.down("clusterConfig.instanceType").text()?.startsWith("t2.")) return true;
    const [, major, minor = 0] =
        /^(\d+)(?:\.(\d+))?/.exec(elasticsearchVersion(token, domain) ?? "")?.map(Number) ?? [];
    return major !== undefined && (major < 6 || (major === 6 && minor < 7));
}

/** Undefined for OpenSearch, and where it is not known. */
function elasticsearchVersion(token: string, domain: Value): string | undefined {
    if (token !== ElasticsearchDomain.token) return domain.get("engineVersion").text()?.split("Elasticsearch_")[1];
    const version = domain.get("elasticsearchVersion");
    return version.state === "absent" ? OLDEST : version.scalar();
}
