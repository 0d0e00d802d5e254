import { endpointsOf, endpointTypes, unverifiedTls } from "../../model/aws";
import { cwe, defineRule } from "../../pack";

const integration = { restApi: "a1b2c3d4e5", resourceId: "r1", httpMethod: "GET", type: "HTTP_PROXY" };

/** An address that only a stage variable holds is not seen, and of OpenAPI documents in YAML, lines are looked at. */
export default defineRule({
    id: "endpoint-https-only",
    severity: "high",
    frameworks: [cwe(319), cwe(295)],
    title: "What is sent to other systems goes over HTTPS, to whom it is meant for.",
    why: "Whoever is on the way reads and changes what goes over plain HTTP, or shows a certificate of his own to a caller who takes any.",
    fix: "Name an address that begins with https://.",
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html",
        "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
        "https://docs.aws.amazon.com/apigateway/latest/api/API_TlsConfig.html",
        "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html",
    ],
    resource: endpointTypes,
    bad: { ...integration, uri: "http://backend.example.com/orders" },
    good: { ...integration, uri: "https://backend.example.com/orders" },
    *check(_inputs, { type, root }) {
        for (const { at, isPlain, isPrivate } of endpointsOf(type, root))
            yield {
                at,
                when: isPlain,
                message: `plain HTTP${isPrivate ? " over the VPC link" : ""}, so whoever is on the way reads and changes what is sent`,
                ...(isPrivate && { severity: "medium" }),
                ...(at.path === "protocol" && {
                    fix: 'Set protocol: "https", and an endpoint that begins with https://.',
                }),
            };
        for (const { at, isPlain, isPrivate } of unverifiedTls(type, root))
            yield {
                at,
                when: isPlain,
                message: "switched on, so whatever certificate is shown is accepted, also an eavesdropper's",
                fix: "Leave it out, and give the server a certificate that is known: to API Gateway one of ACM, to a build environment.certificate.",
                ...(isPrivate && { severity: "medium" }),
            };
    },
});
