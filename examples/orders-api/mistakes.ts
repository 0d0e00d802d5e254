import * as pulumi from "@pulumi/pulumi";

/**
 * Mistakes that real teams make, each named by the policy that finds it. The stack `insecure` makes them all, the
 * stack `secure` none; where one is made, the right way stands beside it.
 */
export type Mistake =
    // "EventBridge calls it anyway": the permission was copied without its source.
    | "lambda-permission-source-required"
    // The subscription went, the permission stayed.
    | "lambda-permission-matches-wiring"
    // The rule's name comes from another program.
    | "lambda-permission-source-specific"
    // The agency that built the shop kept its account.
    | "lambda-permission-cross-account-restricted"
    // "It said AccessDenied until I put a star."
    | "lambda-permission-no-public-principal"
    // The topic is the only one that sends there anyway.
    | "queue-policy-senders-only"
    // The rule's ARN was not at hand when the topic was made.
    | "topic-policy-senders-only"
    // Each event says where it comes from.
    | "event-bus-policy-senders-only"
    // "It is only a rule of ours that calls it."
    | "lambda-resource-policy-restricted"
    // It is private, so who should come?
    | "api-resource-policy-restricted"
    // The pictures were to be seen in a browser.
    | "s3-no-public-acl-or-policy"
    // Each step was right, and together they led from a stranger's request to everybody's orders.
    | "no-path"
    // And the block stood in the way of it.
    | "s3-public-access-blocked"
    // Lambda asked for it.
    | "data-resource-policy-restricted"
    // The warehouse's role had another name every month.
    | "secret-resource-policy-restricted"
    // Through the service nobody else can come.
    | "kms-key-policy-separation"
    // Nothing at all was to happen to the copies.
    | "resource-policy-no-lockout"
    // The payment provider's webhook cannot sign requests for IAM.
    | "lambda-url-auth-required"
    // The report was due, and nobody knew which permissions it needs.
    | "exec-role-no-admin-access"
    // "It only talks to DynamoDB."
    | "exec-role-no-service-wildcard-action"
    // "Which queue? All of them are ours."
    | "exec-role-no-resource-star"
    // Easier to say what it must not do.
    | "exec-role-no-not-action-allow"
    // AWS has a policy for that.
    | "exec-role-no-broad-managed-policy"
    // The schedule's role did not exist yet when this was written.
    | "exec-role-passrole-restricted"
    // A quick way to repair other functions.
    | "exec-role-no-privilege-escalation"
    // The key's ARN was at hand only later.
    | "exec-role-kms-decrypt-scoped"
    // All parameters begin with a slash.
    | "exec-role-secret-read-scoped"
    // It stores the new password when the old one fails.
    | "exec-role-secret-no-write"
    // One database, one user, so why name them?
    | "exec-role-rds-connect-scoped"
    // The reminders were tried out in an account where everybody may do everything.
    | "function-calls-granted"
    // Copied from another function's policy.
    | "exec-role-no-unused-action"
    // The build of another team puts it there.
    | "function-code-readable"
    // It clears away what it made.
    | "exec-role-no-delete-in-production"
    // The report grew.
    | "exec-role-service-breadth"
    // Any repository of any organization on GitHub.
    | "role-trust-restricted"
    // The partner did not ask for an external id.
    | "role-trust-confused-deputy"
    // The importer runs on a machine outside of AWS.
    | "no-iam-user-credentials"
    // A script that nobody remembers still closes the books with it.
    | "no-root-access-key"
    // Eight characters were enough ten years ago.
    | "account-password-policy"
    // The auditor came for a week.
    | "identity-permissions-through-groups"
    // Nobody likes to sign in twice a day.
    | "human-role-session-bounded"
    // Whoever is on call should not have to look for the host.
    | "human-session-access-scoped"
    // The phone with the codes is in somebody's drawer.
    | "people-need-mfa"
    // Whoever is on call needs everything.
    | "human-policy-no-admin-access"
    // It was typed in a hurry, after an incident.
    | "identity-policy-valid"
    // Visitors have a basket too.
    | "identity-pool-no-guest-access"
    // And the basket is in the table.
    | "identity-pool-guest-role-minimal"
    // The trust policy was copied without its conditions.
    | "identity-pool-role-trust-conditions"
    // Each customer sees the own invoices: the page makes sure of it.
    | "identity-pool-role-identity-scoped"
    // An old SDK asked for it.
    | "identity-pool-no-classic-flow"
    // The first customer had no phone at hand.
    | "user-pool-mfa"
    // It was easier to call.
    | "user-pool-client-hardened"
    // It is what Cognito proposes.
    | "user-pool-password-policy"
    // First we look, later we act.
    | "user-pool-threat-protection"
    // Invitations are work.
    | "user-pool-self-signup-intended"
    // Whoever has the parcel's number may know where it is.
    | "appsync-no-api-key-auth"
    // There was no client yet when this was written.
    | "authorizer-configuration"
    // Every team has an address of its own for tests.
    | "cors-not-wildcard-with-credentials"
    // The front end is still finding out what it needs.
    | "graphql-limits"
    // Two functions that read the same table got one role.
    | "one-role-per-function"
    // Faster than a call to Secrets Manager.
    | "lambda-env-no-plaintext-secrets"
    // Nothing loads the script, it only lies beside.
    | "no-secrets-in-code"
    // The backups are in the account of another team.
    | "lambda-env-no-aws-credentials"
    // The old client of the baskets cannot sign in with IAM.
    | "no-inline-passwords"
    // The old reports want to know the password, and it was in the password safe anyway.
    | "db-managed-master-credentials"
    // Whoever is on call needs it at night.
    | "no-secrets-in-config-fields"
    // Parameter Store's default type.
    | "secret-parameter-secure-string"
    // To look at the data from a laptop.
    | "database-not-public"
    // It takes whatever network there is.
    | "database-in-private-subnets"
    // It worked while the database was public.
    | "function-reaches-private-data-via-vpc"
    // An endpoint is private, after all.
    | "vpc-endpoints-for-private-functions"
    // The first version was a copy of the tutorial.
    | "database-storage-encrypted"
    // A page from 2022 said so, and the old uploader brings its own keys.
    | "s3-encryption"
    // "Encrypted is encrypted."
    | "dynamodb-cmk"
    // The key was set for the storage, and nobody thought of the password.
    | "database-cmk"
    // It is only a cache.
    | "cache-encrypted-at-rest"
    // The first stream was made by hand, years ago.
    | "stream-encrypted-at-rest"
    // To find out why the other team could not read it.
    | "messaging-encrypted-at-rest"
    // Rotation sounded like work.
    | "kms-key-rotation"
    // There is nothing secret in them today.
    | "lambda-env-cmk"
    // The small instance could not do it then.
    | "search-encrypted-at-rest"
    // Logs are written by AWS, so why should we have a key?
    | "log-group-cmk"
    // The execution shows orders, but who looks there?
    | "workflow-encrypted-cmk"
    // Caching was switched on during a sale.
    | "api-cache-encrypted"
    // One of the clients needed another folder for its results.
    | "analytics-encrypted"
    // The vault came with the first backup plan.
    | "backup-ecr-cmk"
    // The host holds nothing but a shell.
    | "filesystem-encrypted"
    // The password was typed in once, and has worked ever since.
    | "secret-rotation-enabled"
    // Each rotation woke somebody up.
    | "secret-rotation-interval"
    // It has its own account anyway.
    | "secret-environment-namespace"
    // The old archive's password was only known in staging.
    | "secret-access-within-environment"
    // A driver was at hand.
    | "db-data-api-or-proxy"
    // The old driver knows passwords only.
    | "db-iam-auth-enabled"
    // A client of 2012 cannot do TLS.
    | "database-tls-required"
    // The log was full of queries.
    | "database-audit-logs"
    // It costs a little.
    | "database-insights"
    // An upgrade once came on a Friday.
    | "database-minor-upgrades-automatic"
    // It was to be a prototype.
    | "search-access-control"
    // A client that knows no TLS is to be replaced this year.
    | "search-tls-required"
    // The group of users came with a later release.
    | "cache-tls-required"
    // The consumer was written for a laptop.
    | "kafka-tls-required"
    // It stood in the way once, when everything was made anew.
    | "data-deletion-protected"
    // Versions cost money, and nobody had asked for one.
    | "data-recovery-enabled"
    // Everybody in operations has the key.
    | "bastion-no-static-key-pair"
    // The agent on the packing tables is old.
    | "bastion-imdsv2"
    // The group was there, and everything worked with it.
    | "default-network-unused"
    // Who had opened it left the team.
    | "network-rule-described"
    // The carrier has more and more networks.
    | "peering-routes-narrow"
    // Every carrier may connect, and there are more each week.
    | "endpoint-service-acceptance"
    // It was quicker than the session plugin.
    | "bastion-no-public-ip"
    // Sessions were to come with the next release.
    | "bastion-ssm-managed"
    // The nightly copy ran on the bastion once.
    | "bastion-role-minimal"
    // The supplier's program had to find it.
    | "instance-no-public-ip"
    // Somebody needed the disk space.
    | "function-log-group-explicit"
    // The back office is only us.
    | "api-access-logging"
    // The log group did not exist yet.
    | "step-functions-logging"
    | "appsync-logging"
    // It was for an afternoon, to find out why messages were lost.
    | "api-execution-logging-without-payload"
    | "no-sensitive-payload-logging"
    // The trail was there before anybody asked what it is for.
    | "audit-trail-covers-serverless"
    // The flow logs cost more than the network.
    | "edge-and-storage-access-logs"
    // Nobody should know of the new shop yet.
    | "certificate-transparency-logged"
    // The alarm rang all night.
    | "alarm-actions-enabled"
    // One trace more on the bill.
    | "function-tracing"
    // The condition was copied the wrong way round.
    | "s3-deny-insecure-transport"
    // The machines of the warehouse are a few years old.
    | "messaging-deny-insecure-transport"
    // The carrier's certificate had ended, just for that week.
    | "endpoint-https-only"
    // A mail that arrives is better than one that does not.
    | "mail-tls-required"
    // The printer could not read the files.
    | "efs-transit-encryption"
    // The default of the console, once.
    | "cloudfront-tls"
    // The scanners know no HTTPS.
    | "load-balancer-https"
    // And some of them only an old TLS.
    | "api-domain-min-tls12"
    // The log group was to be made later.
    | "ssm-session-logged-encrypted"
    // It was only for the day of the move.
    | "ecs-exec-logged"
    // The auditors could not open it, and their account's id was in a mail.
    | "snapshot-not-shared-publicly"
    // The last update of the runtime broke a test.
    | "runtime-updates-automatic"
    // The newest one is the best one.
    | "serverless-app-repo-pinned"
    // It is signed, but the first deployment must not fail.
    | "lambda-code-signing"
    // It has run for years, and nobody dares to touch it.
    | "lambda-runtime-supported"
    // Somebody had published the fonts.
    | "lambda-layer-trusted"
    // The newest will do.
    | "lambda-layer-version-pinned"
    // So will the image of today.
    | "container-image-pinned"
    // One tag is always the one that runs.
    | "ecr-scan-and-immutable"
    // The pipeline puts it there under the same name each time.
    | "lambda-artifact-versioned"
    // There was an image to be made once.
    | "build-not-privileged"
    // The server's address is a secret anyway.
    | "api-backend-client-certificate"
    // Whoever wants to know where a parcel is may know.
    | "rest-method-authorization"
    // The address of the back office is linked nowhere.
    | "http-route-authorization"
    // The carriers' server looks at what it gets.
    | "request-validation"
    // The machines could not be reached from home.
    | "function-behind-front-door"
    // Reading was easy, so writing was added.
    | "function-route-limit"
    // The carriers are few, and know us.
    | "api-throttling-configured"
    // The scanners still call the old address.
    | "api-default-endpoint-disabled"
    // The web ACL stopped an upload once.
    | "api-waf-associated"
    // It was to count for a week.
    | "waf-acl-effective"
    // A header of one client has an underscore.
    | "load-balancer-request-hygiene"
    // The pages are public anyway.
    | "cloudfront-origin-access"
    // Another team frames them.
    | "cloudfront-response-headers"
    // Two minutes are enough for any report.
    | "lambda-timeout-bounded"
    // It writes to the bucket that it reads from.
    | "lambda-recursion-terminate"
    // The shop's number is in each request.
    | "tenant-data-isolation"
    // It has never failed.
    | "async-failure-destination"
    // EventBridge tries again for a day.
    | "event-source-failure-handling"
    // It was enough before the function grew.
    | "sqs-visibility-covers-timeout"
    // One subnet had addresses left.
    | "function-vpc-multi-az"
    // It shall never refuse a customer.
    | "lambda-concurrency-bounded"
    // The partner's program had no way to sign in to the API.
    | "client-credentials-api-only"
    // The page tells the bus itself what was bought.
    | "event-bus-producers-match-wiring"
    // It could do with the news of the other service as well.
    | "function-single-trigger-kind"
    // The router of the old monolith moved into one function.
    | "no-monolambda-proxy-route"
    // "It is one small function, why three?"
    | "no-router-in-function"
    // The night shift works from home.
    | "bastion-no-inbound-admin-ports"
    // The old window is still there for a week.
    | "ingress-not-open"
    // "Nobody knows its address."
    | "database-sg-restricted"
    // The security groups do it anyway.
    | "network-acl-restricted"
    // Somebody will need it.
    | "function-sg-egress-restricted";

const insecure = new pulumi.Config().require("profile") === "insecure";

/** The wrong value in the stack `insecure`, the right one otherwise. */
export function either<W, R>(_mistake: Mistake, wrong: W, right: R): W | R {
    return insecure ? wrong : right;
}
