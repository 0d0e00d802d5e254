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

interface Known {
    readonly name: string;
    readonly claims: string;
    readonly reach?: TokenIssuer["reach"];
}

/**
 * What must be asked of whom: the shared providers for which IAM itself refuses a new trust policy without the claim, and the
 * web identities. As of 2026-11-24; not every page was read again that day.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const SHARED: Readonly<Record<string, Known>> = {
    "token.actions.githubusercontent.com": {
        name: "GitHub Actions",
        claims: "sub repository repository_id repository_owner repository_owner_id job_workflow_ref enterprise_id",
        reach: gitHub,
    },
    "oidc-configuration.audit-log.githubusercontent.com": { name: "GitHub's audit log", claims: "sub" },
    "vstoken.actions.githubusercontent.com": { name: "GitHub Actions", claims: "sub", reach: gitHub },
    // https://docs.gitlab.com/ci/secrets/id_token_authentication/: whatever the components of sub, project_path is the first.
    "gitlab.com": { name: "GitLab", claims: "sub", reach: gitLab },
    // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
    "app.terraform.io": { name: "HCP Terraform", claims: "sub", reach: inOrder("organization", "workspace") },
    // https://buildkite.com/docs/agent/v3/cli-oidc
    "agent.buildkite.com": {
        name: "Buildkite",
        claims: "sub organization_slug organization_id",
        reach: inOrder("organization", "pipeline"),
    },
    "oidc.codefresh.io": { name: "Codefresh", claims: "sub", reach: inOrder("account", "pipeline") },
    "studio.datachain.ai/api": { name: "DVC Studio", claims: "sub" },
    // https://www.pulumi.com/docs/administration/access-identity/oidc-provider/: the audience is the organization.
    "api.pulumi.com/oidc": { name: "Pulumi Cloud", claims: "aud sub", reach: pulumi },
    "sandboxes.cloud": { name: "sandboxes.cloud", claims: "aud sub" },
    "scalr.io": { name: "Scalr", claims: "sub", reach: inOrder("account", "workspace") },
    "tokens.cloud.shisho.dev": { name: "Shisho Cloud", claims: "sub" },
    "proidc.upbound.io": { name: "Upbound", claims: "sub" },
    // https://vercel.com/docs/oidc/reference: the audience is the team.
    "oidc.vercel.com": { name: "Vercel", claims: "aud sub", reach: inOrder("owner", "project") },
    // Ids of an application and of a person: a part of one is anybody's.
    "accounts.google.com": { name: "Google", claims: "aud oaud sub", reach: whole },
    "graph.facebook.com": { name: "Facebook", claims: "app_id id", reach: whole },
    "www.amazon.com": { name: "Login with Amazon", claims: "app_id user_id", reach: whole },
};

/** Issuers of which each customer has one of its own, by its address: a stranger's tokens come from another. */
const OWNED: readonly (readonly [RegExp, Known])[] = [
    [
        /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/id\//,
        { name: "an EKS cluster", claims: "sub", reach: serviceAccount },
    ],
    // https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/
    [
        /^api\.bitbucket\.org\/2\.0\/workspaces\/[^/]+\/pipelines-config\/identity\/oidc$/,
        { name: "a Bitbucket workspace", claims: "", reach: within(/^\{?[0-9a-z-]+\}?:/i) },
    ],
    // https://circleci.com/docs/guides/permissions-authentication/openid-connect-tokens/
    [
        /^oidc\.circleci\.com\/org\/[^/]+$/,
        { name: "a CircleCI organization", claims: "", reach: within(/(?:^|\/)project\/[^/*?]+(?:\/|$)/) },
    ],
    // https://docs.spacelift.io/integrations/cloud-providers/oidc/
    [
        /^[a-z0-9-]+\.app\.(?:[a-z]+\.)?spacelift\.io$/,
        { name: "a Spacelift account", claims: "", reach: within(/(?:^|:)(?:space|stack|module):[^:*?]+(?::|$)/) },
    ],
    // https://vercel.com/docs/oidc/reference: an issuer for each team, where the project asks for it.
    [
        /^oidc\.vercel\.com\/[^/]+$/,
        { name: "a Vercel team", claims: "", reach: within(/(?:^|:)project:[^:*?]+(?::|$)/) },
    ],
];

const COGNITO_IDENTITY = /^cognito-identity(?:-us-gov)?(?:\.[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

/** Cognito's identity pools, of which every account of AWS may have some, as a federated principal. */
export function isCognitoIdentity(provider: string): boolean {
    return COGNITO_IDENTITY.test(provider.toLowerCase());
}

/** The issuer behind a host, or host and path, such as `token.actions.githubusercontent.com`. */
export function tokenIssuer(host: string): TokenIssuer {
    const known = Object.hasOwn(SHARED, host) ? SHARED[host] : undefined;
    if (known) return { shared: true, ...read(known) };
    const owned = OWNED.find(([address]) => address.test(host))?.[1];
    return { shared: false, ...read(owned ?? { name: "an identity provider", claims: "" }) };
}

function read({ name, claims, reach = plain }: Known): Omit<TokenIssuer, "shared"> {
    return { name, claims: claims.split(" ").filter(Boolean), reach };
}

const isOpen = (part: string | undefined) => part === undefined || part === "" || /[*?]/.test(part);

function plain(_claim: string, pattern: string): Reach {
    return /^[*?]/.test(pattern) ? "anybody" : "one";
}

function whole(_claim: string, pattern: string): Reach {
    return isOpen(pattern) ? "anybody" : "one";
}

/**
 * By default `repo:OWNER/REPOSITORY:ref:refs/heads/main`. An owner may choose other parts and their order, `NAME:VALUE:NAME:VALUE`, and a
 * stranger may choose the same: a branch, an environment, a workflow's name or an actor are anybody's.
 * https://docs.github.com/en/actions/reference/security/oidc#customizing-the-token-claims
 */
function gitHub(claim: string, pattern: string): Reach {
    if (claim !== "sub") return gitHubPart(claim, pattern);
    const parts = pattern.split(":");
    const reached = parts.map((name, index) => gitHubPart(name, parts[index + 1]));
    return reached.find((one) => one === "one") ?? reached.find((one) => one === "owner") ?? "anybody";
}

function gitHubPart(name: string, value: string | undefined): Reach {
    switch (name) {
        case "repo":
        case "repository":
        case "job_workflow_ref": {
            const [owner, repository] = value?.split("/") ?? [];
            if (isOpen(owner) || repository === undefined) return "anybody";
            return isOpen(repository) ? "owner" : "one";
        }
        case "repository_id":
            return isOpen(value) ? "anybody" : "one";
        case "repository_owner":
        case "repository_owner_id":
        case "enterprise":
        case "enterprise_id":
            return isOpen(value) ? "anybody" : "owner";
        default:
            return "anybody";
    }
}

/** `project_path:GROUP/PROJECT:ref_type:branch:ref:main`. */
function gitLab(_claim: string, pattern: string): Reach {
    const [group, ...project] = /^project_path:([^:]*)/.exec(pattern)?.[1]?.split("/") ?? [];
    if (isOpen(group) || project.length === 0) return "anybody";
    return project.some(isOpen) ? "owner" : "one";
}

/** `OWNER:name:…:PART:name:…`, from the beginning, as in `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:PHASE`. */
function inOrder(owner: string, part: string): TokenIssuer["reach"] {
    const owned = new RegExp(`^${owner}:([^:]*)(?::|$)`);
    const one = new RegExp(`:${part}:([^:]*)(?::|$)`);
    return (claim, pattern) => {
        // Another claim (an audience, an organization's id) is the owner's as a whole.
        if (claim !== "sub") return isOpen(pattern) ? "anybody" : "owner";
        const rest = pattern.replace(owned, ":");
        if (isOpen(owned.exec(pattern)?.[1])) return "anybody";
        return isOpen(one.exec(rest)?.[1]) ? "owner" : "one";
    };
}

/** `pulumi:deploy:org:ORG:project:PROJECT:stack:STACK:operation:OPERATION`, `pulumi:environments:org:ORG:env:PROJECT/ENVIRONMENT`. */
function pulumi(claim: string, pattern: string): Reach {
    if (claim !== "sub") return isOpen(pattern) ? "anybody" : "owner";
    if (isOpen(/^pulumi:[a-z]+:(?:pulumi\.organization\.login:|org:)([^:]*)(?::|$)/.exec(pattern)?.[1]))
        return "anybody";
    return isOpen(/:(?:stack|env|environment):([^:]*)(?::|$)/.exec(pattern)?.[1]) ? "owner" : "one";
}

/** Of an issuer of one's own: whatever is asked for is one's own, and one thing where its subject says which. */
function within(one: RegExp): TokenIssuer["reach"] {
    return (claim, pattern) => (claim === "sub" && one.test(pattern) ? "one" : "owner");
}

/** `system:serviceaccount:NAMESPACE:NAME`. */
function serviceAccount(claim: string, pattern: string): Reach {
    if (claim !== "sub" || !isOpen(pattern)) return "one";
    const [system, kind, namespace, name] = pattern.split(":");
    if (system !== "system" || kind !== "serviceaccount" || isOpen(namespace) || name === undefined) return "anybody";
    return "owner";
}
