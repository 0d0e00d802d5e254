/**
 * What the security policies of load balancers answer. As of 2026-11-27:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
 */

/** Since 2017 a policy's name tells its lowest protocol: `ELBSecurityPolicy-TLS13-1-2-Res-2021-06`, `…-FS-1-1-2019-08`. */
const TOLD = /^ELBSecurityPolicy-(?:TLS13|TLS|FS)-1-(\d)-/;
/** These do not tell, and all answer TLS 1.0, the oldest of them SSL 3.0. */
const UNTOLD = new Set(
    ["2011-08", "2014-01", "2014-10", "2015-02", "2015-03", "2015-05", "2016-08", "FS-2018-06"].map(
        (name) => `ELBSecurityPolicy-${name}`,
    ),
);

/** Does the policy answer protocols older than TLS 1.2? A name that AWS may have added since, and one of one's own, is not judged. */
export function answersOldTls(policy: string): boolean {
    const lowest = TOLD.exec(policy)?.[1];
    return UNTOLD.has(policy) || (lowest !== undefined && Number(lowest) < 2);
}

/** RC4, single and triple DES, export and anonymous ones, and such as do not encrypt at all: https://www.rfc-editor.org/rfc/rfc9325 */
const BROKEN = /(?:^|[-_])(?:RC[24]|ARCFOUR|DES|3DES|NULL|EXP|EXPORT|ADH|AECDH|IDEA|SEED|MD5)(?:[-_]|$)/i;
const OLD_PROTOCOL = /^Protocol-(?:SSLv[23]|TLSv1(?:\.1)?)$/i;

/** Is an attribute of a classic load balancer's policy, switched on, a protocol or a cipher that is broken? */
export function isBrokenAttribute(name: string): boolean {
    return OLD_PROTOCOL.test(name) || BROKEN.test(name);
}

/** The attribute by which such a policy takes over one of AWS's. */
export const REFERENCE = "Reference-Security-Policy";
