/** AWS Certificate Manager. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { AcmCertificate } from "../types";
import { given, good, unless } from "./condition";
import { noneOf } from "./good";
import { settings } from "./setting";

export const acm = [
    settings(AcmCertificate, "certificate", {
        logged: {
            at: (certificate) => certificate.options.certificateTransparencyLoggingPreference,
            good: noneOf("DISABLED"),
            absent: good,
            // Of imported certificates their issuer decides; those of a private authority are in no public log.
            only: unless(
                given(
                    (certificate) => certificate.certificateAuthorityArn,
                    (certificate) => certificate.privateKey,
                ),
            ),
        },
    }),
].flat();
