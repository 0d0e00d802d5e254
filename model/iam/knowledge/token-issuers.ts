/** How far a claim's value leaves open whose token it is: anybody's, anything of one owner's, or one thing's. */
export type Reach = "anybody" | "owner" | "one";

/** Who issues the tokens by which a federated principal assumes a role. */
export interface TokenIssuer {
    /** As people call it. */
    readonly name: string;
    /**
     * It issues tokens to customers of many: what a trust policy must ask for is which of them. Of an issuer of one's own, any
     * claim that tells one client or subject from another will do.
     */
    readonly shared: boolean;
    /** Of these claims one must be demanded. Empty: any. */
    readonly claims: readonly string[];
    /** What a pattern of such a claim leaves open; by default, everything as soon as it begins with a wildcard. */
    reach(claim: string, pattern: string): Reach;
}

/**
 * What must be asked of whom: the shared providers for which IAM itself refuses a new trust policy without the claim, and the
 * web identities. As of 2026-11-24; not every page was read again that day.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const SHARED: Readonly<Record<string, { name: string; claims: string; reach?: TokenIssuer["reach"] }>> = {
    "token.actions.githubusercontent.com": {
        name: "GitHub Actions",
        claims: "sub repository repository_id repository_owner repository_owner_id job_workflow_ref enterprise_id",
        reach: gitHub,
    },
    "oidc-configuration.audit-log.githubusercontent.com": { name: "GitHub's audit log", claims: "sub" },
    "vstoken.actions.githubusercontent.com": { name: "GitHub Actions", claims: "sub", reach: gitHub },
    "gitlab.com": { name: "GitLab", claims: "sub", reach: gitLab },
    "app.terraform.io": { name: "HCP Terraform", claims: "sub", reach: terraform },
    "agent.buildkite.com": { name: "Buildkite", claims: "sub organization_slug organization_id" },
    "oidc.codefresh.io": { name: "Codefresh", claims: "sub" },
    "studio.datachain.ai/api": { name: "DVC Studio", claims: "sub" },
    "api.pulumi.com/oidc": { name: "Pulumi Cloud", claims: "aud sub" },
    "sandboxes.cloud": { name: "sandboxes.cloud", claims: "aud sub" },
    "scalr.io": { name: "Scalr", claims: "sub" },
    "tokens.cloud.shisho.dev": { name: "Shisho Cloud", claims: "sub" },
    "proidc.upbound.io": { name: "Upbound", claims: "sub" },
    "oidc.vercel.com": { name: "Vercel", claims: "aud sub" },
    "accounts.google.com": { name: "Google", claims: "aud oaud sub" },
    "graph.facebook.com": { name: "Facebook", claims: "app_id id" },
    "www.amazon.com": { name: "Login with Amazon", claims: "app_id user_id" },
};

const CLUSTER = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/id\//;
const COGNITO_IDENTITY = /^cognito-identity(?:-us-gov)?(?:\.[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

/** Cognito's identity pools, of which every account of AWS may have some, as a federated principal. */
export function isCognitoIdentity(provider: string): boolean {
    return COGNITO_IDENTITY.test(provider.toLowerCase());
}

/** The issuer behind a host, or host and path, such as `token.actions.githubusercontent.com`. */
export function tokenIssuer(host: string): TokenIssuer {
    const known = Object.hasOwn(SHARED, host) ? SHARED[host] : undefined;
    if (known) return { shared: true, name: known.name, claims: known.claims.split(" "), reach: known.reach ?? plain };
    if (CLUSTER.test(host)) return { shared: false, name: "an EKS cluster", claims: ["sub"], reach: serviceAccount };
    return { shared: false, name: "an identity provider", claims: [], reach: plain };
}

const isOpen = (part: string | undefined) => part === undefined || /[*?]/.test(part);

function plain(_claim: string, pattern: string): Reach {
    return /^[*?]/.test(pattern) ? "anybody" : "one";
}

/** `repo:OWNER/REPOSITORY:ref:refs/heads/main`, unless an organization has chosen other parts: `repository_owner_id:1:…`. */
function gitHub(claim: string, pattern: string): Reach {
    if (!isOpen(pattern)) return "one";
    if (claim !== "sub")
        return /^[^*?/]+\/[^*?/]+\//.test(pattern) ? "one" : /^[^*?]+\//.test(pattern) ? "owner" : "anybody";
    if (!pattern.startsWith("repo:")) return /^\w+:[^*?:]+:/.test(pattern) ? "one" : "anybody";
    const [owner, repository] = pattern.slice("repo:".length).split(":", 1)[0]?.split("/") ?? [];
    if (isOpen(owner) || repository === undefined) return "anybody";
    return isOpen(repository) ? "owner" : "one";
}

/** `project_path:GROUP/PROJECT:ref_type:branch:ref:main`. */
function gitLab(_claim: string, pattern: string): Reach {
    if (!isOpen(pattern)) return "one";
    const [group, ...project] = /^project_path:([^:]*)/.exec(pattern)?.[1]?.split("/") ?? [];
    if (isOpen(group) || project.length === 0) return "anybody";
    return project.some(isOpen) ? "owner" : "one";
}

/** `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:PHASE`. */
function terraform(_claim: string, pattern: string): Reach {
    if (!isOpen(pattern)) return "one";
    const organization = /^organization:([^:]*):/.exec(pattern)?.[1];
    if (isOpen(organization)) return "anybody";
    return isOpen(/:workspace:([^:]*):/.exec(pattern)?.[1]) ? "owner" : "one";
}

/** `system:serviceaccount:NAMESPACE:NAME`. */
function serviceAccount(claim: string, pattern: string): Reach {
    if (claim !== "sub" || !isOpen(pattern)) return "one";
    const [system, kind, namespace, name] = pattern.split(":");
    if (system !== "system" || kind !== "serviceaccount" || isOpen(namespace) || name === undefined) return "anybody";
    return "owner";
}
