import { type Answer, all, any, equals, filled, holds, isTrue, not, undecided, Value } from "../values";
import { isWebsiteName } from "./origins";
import { valuesAt } from "./values-at";

/**
 * Security policies of CloudFront that answer protocols older than TLS 1.2; the others begin with `TLSv1.2_` or `TLSv1.3_`. As of 2026-11-27:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
 */
const OLD_POLICIES = new Set(["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016"]);

/** The protocols of each behavior, of distributions with one tenant and with many. */
export function viewerProtocols(distribution: Value): readonly Value[] {
    const paths = ["defaultCacheBehavior", "orderedCacheBehaviors[]", "cacheBehaviors[]"];
    return paths.flatMap((path) => valuesAt(distribution, `${path}.viewerProtocolPolicy`));
}

export interface ViewerCertificate {
    /** The lowest protocol of a certificate of one's own. */
    readonly minimum: Value;
    /** Absent, it is TLSv1. */
    readonly isOld: Answer;
    /** CloudFront's own certificate: whatever is said beside it, it answers TLS 1.0. */
    readonly standard: Value;
    readonly isStandard: Answer;
    /** The distribution has names of its own, for which this certificate does not hold. */
    readonly hasAliases: boolean;
}

export function viewerCertificate(distribution: Value): ViewerCertificate {
    const certificate = distribution.get("viewerCertificate");
    const [minimum, standard] = [
        certificate.get("minimumProtocolVersion"),
        certificate.get("cloudfrontDefaultCertificate"),
    ];
    const isNamed = any(...["acmCertificateArn", "iamCertificateId"].map((key) => filled(certificate.get(key))));
    const isStandard = any(isTrue(standard, false), all(not(isNamed), not(filled(minimum))));
    return {
        minimum,
        isOld: all(
            not(isStandard),
            any(
                not(filled(minimum)),
                holds(minimum, (name) => OLD_POLICIES.has(name)),
            ),
        ),
        standard,
        isStandard,
        hasAliases: distribution.get("aliases").items().length > 0,
    };
}

export interface CustomOrigin {
    readonly protocol: Value;
    /** Does CloudFront ask it over plain HTTP, whatever viewers use? */
    readonly isPlain: Answer;
    readonly versions: Value;
    readonly hasOldVersions: Answer;
    /** It is asked over SSL 3.0, or over nothing newer than TLS 1.1. */
    readonly isBroken: boolean;
    /** It is asked inside of a VPC. */
    readonly isPrivate: boolean;
}

/**
 * Origins that are no bucket. `match-viewer` asks over HTTPS whoever came over HTTPS, so the viewers' protocol decides. The website
 * endpoint of a bucket knows no HTTPS: what is amiss there is the endpoint.
 */
export function customOrigins(distribution: Value): readonly CustomOrigin[] {
    return valuesAt(distribution, "origins[]").flatMap((origin) =>
        [...valuesAt(origin, "customOriginConfig"), ...valuesAt(origin, "customOriginConfigs[]")]
            .filter(({ state }) => state !== "absent")
            .map((config) => originOf(config, config.get("originSslProtocols"), origin.get("domainName"))),
    );
}

/** How CloudFront asks an origin of a VPC, which a resource of its own says. */
export function vpcOrigin(resource: Value): CustomOrigin {
    const config = resource.get("vpcOriginEndpointConfig");
    return { ...originOf(config, config.down("originSslProtocols.items"), new Value(undefined)), isPrivate: true };
}

function originOf(config: Value, versions: Value, domainName: Value): CustomOrigin {
    const protocol = config.get("originProtocolPolicy");
    const names = versions.items().flatMap((one) => (one as Value).text() ?? []);
    return {
        protocol,
        isPlain: all(not(equals(protocol, "https-only", "match-viewer")), not(isWebsiteName(domainName))),
        versions,
        hasOldVersions: all(equals(protocol, "https-only", "match-viewer"), isOldAmong(versions)),
        isBroken: names.includes("SSLv3") || !names.includes("TLSv1.2"),
        isPrivate: false,
    };
}

const OLD_VERSIONS = ["SSLv3", "TLSv1", "TLSv1.1"];

function isOldAmong(versions: Value): Answer {
    if (versions.state === "unknown") return undecided(versions.place);
    return any(...versions.items().map((one) => equals(one as Value, ...OLD_VERSIONS)));
}
