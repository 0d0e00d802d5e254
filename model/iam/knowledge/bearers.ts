/**
 * Who brings the tokens of an OpenID Connect issuer: a program in a build or of a cluster, or a customer of an application. As the
 * issuers' own documentation says; reviewed on 2026-11-27.
 */
export type Bearer = "machine" | "workload" | "customer";

/** Issuers of build and deployment services. */
const BUILDS = [
    "token.actions.githubusercontent.com",
    "gitlab.com",
    "oidc.circleci.com",
    "api.bitbucket.org",
    "agent.buildkite.com",
    "vstoken.dev.azure.com",
    "app.terraform.io",
    "api.pulumi.com",
    "app.harness.io",
    "octopus.com",
];

/** Social sign-in, and services by which applications sign their users in. */
const SIGN_IN = [
    "accounts.google.com",
    "securetoken.google.com",
    "graph.facebook.com",
    "www.amazon.com",
    "appleid.apple.com",
    "auth0.com",
];
const USER_POOL = /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/;

/** Service accounts of a cluster: code of one's own runs under the role, as under a task's. */
const CLUSTER = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/;

/** Of the provider's URL, or what stands of it in the provider's ARN. An issuer that nobody here knows is taken for a machine's. */
export function bearerOf(url: string): Bearer {
    const host = hostOf(url);
    if (CLUSTER.test(host)) return "workload";
    return isAmong(SIGN_IN, host) || USER_POOL.test(host) ? "customer" : "machine";
}

export function isBuildIssuer(url: string): boolean {
    return isAmong(BUILDS, hostOf(url));
}

/** Some have a path, or an organization's own subdomain. */
function isAmong(issuers: readonly string[], host: string): boolean {
    return issuers.some((issuer) => host === issuer || host.endsWith(`.${issuer}`));
}

function hostOf(url: string): string {
    return (
        url
            .toLowerCase()
            .replace(/^https:\/\//, "")
            .split("/")[0] ?? ""
    );
}
