import { SesV2ConfigurationSet } from "../../model/aws";
import { cwe, defineSettingRule } from "../../pack";

export default defineSettingRule({
    id: "mail-tls-required",
    topic: "encryptedInTransit",
    of: ["mail"],
    severity: "medium",
    frameworks: [cwe(319)],
    title: "Mail is sent over TLS or not at all.",
    why: "Where the other side offers no TLS, or somebody on the way takes the offer out, SES sends the mail in plain text.",
    fix: 'Set deliveryOptions: { tlsPolicy: "REQUIRE" }.',
    sources: [
        "https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html",
        "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DeliveryOptions.html",
    ],
    absent: "absent, which is optional, so mail goes out in plain text where TLS is not offered",
    otherwise: "optional, so mail goes out in plain text where TLS is not offered",
    example: SesV2ConfigurationSet,
    bad: { configurationSetName: "orders" },
    good: { configurationSetName: "orders", deliveryOptions: { tlsPolicy: "REQUIRE" } },
});
