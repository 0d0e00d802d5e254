/** Beginnings of names of secrets and parameters that AWS itself demands or sets, so nobody can put an environment before them. */
const PREFIXES: readonly RegExp[] = [
    // Secrets that services manage: https://docs.aws.amazon.com/secretsmanager/latest/userguide/service-linked-secrets.html
    /^[a-z-]+!/,
    // Public parameters, and what services keep: https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
    /^\/?(?:aws|ssm|cdk-bootstrap)\//i,
    // https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html, and others that begin with the service's name:
    // https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-git-resource.html, .../AmazonCloudWatch/latest/monitoring/create-cloudwatch-agent-configuration-file.html
    /^(?:Amazon|AWS|Aws)[A-Z][A-Za-z]*[-_]/,
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-secret.html
    /^ecr-pullthroughcache\//,
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/query-editor.html
    /^rds-db-credentials\//,
];

/** Does AWS say how the name begins? */
export function isNamedByAws(name: string): boolean {
    return PREFIXES.some((prefix) => prefix.test(name));
}

/** Does a service of AWS manage the secret, its rotation too? Nobody else can give a name with an exclamation mark. */
export function isManagedByService(name: string): boolean {
    return PREFIXES[0]?.test(name) ?? false;
}
