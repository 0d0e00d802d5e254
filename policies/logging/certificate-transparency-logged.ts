import { AcmCertificate } from "../../model/aws";
import { cwe, defineSettingRule } from "../../pack";

export default defineSettingRule({
    id: "certificate-transparency-logged",
    topic: "logged",
    of: ["certificate"],
    severity: "low",
    frameworks: [cwe(778)],
    title: "Public certificates are in the certificate transparency logs.",
    why: "Browsers distrust a certificate that no log has, and its owner cannot see which others were issued for the name.",
    fix: "Leave certificateTransparencyLoggingPreference out.",
    sources: ["https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html#best-practices-transparency"],
    absent: "absent",
    otherwise: "DISABLED, so the certificate is in no public log",
    example: AcmCertificate,
    bad: { domainName: "api.example.com", options: { certificateTransparencyLoggingPreference: "DISABLED" } },
    good: { domainName: "api.example.com" },
});
