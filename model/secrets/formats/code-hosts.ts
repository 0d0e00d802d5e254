import { around, shaped, text, token } from "./format";

const GITHUB =
    "https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github";
const GITLAB = "https://docs.gitlab.com/security/tokens/#token-prefixes";
const ATLASSIAN = "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/";
const BITBUCKET = "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/";
const CIRCLECI = "https://circleci.com/docs/managing-api-tokens/";
const BUILDKITE = "https://buildkite.com/docs/platform/security/tokens";
const SOURCEGRAPH = "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token";
const SONAR = "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/";
const SNYK = "https://docs.snyk.io/snyk-api/authentication-for-api";
const JFROG = "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens";
const HARNESS = "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys";
const SENTRY = "https://docs.sentry.io/account/auth-tokens/";

/** Where code stands, is built, tested and published. */
export const codeHosts = [
    token("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", /[A-Za-z0-9]{36,255}/, GITHUB),
    token("a GitHub token", "github_pat_", /\w{60,255}/, GITHUB),
    token("a GitHub token", "ghs_", /[A-Za-z0-9]{1,20}_eyJ[\w.-]{100,}/, GITHUB),
    token(
        "a GitLab token",
        "glpat- gldt- glrt- glrtr- glcbt- glptt- glft- glsoat- glagent- glimt- glwt- glffct-",
        /[\w-]{20,}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?/,
        GITLAB,
    ),
    // With the prefix that an instance puts before its own.
    around(
        "a GitLab token",
        /[A-Za-z][\w-]{0,18}-/,
        "glpat- gldt- glrt- glcbt- glptt- glft- glsoat- glagent- glimt- glwt- glffct-",
        /[\w-]{20,}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?/,
        "https://docs.gitlab.com/administration/settings/account_and_limit_settings/",
    ),
    token("a GitLab token", "gloas-", /[\w-]{60,68}/, GITLAB),
    token("a GitLab token", "GR1348941", /[\w-]{20}/, GITLAB),
    token("an app password of Bitbucket", "ATBB", /[A-Za-z0-9_=]{28,60}/, BITBUCKET, { is: "mixed" }),
    token("an Atlassian API token", "ATATT3xFf ATCTT3xFf ATSTT3xFf", /[\w=+-]{60,}/, ATLASSIAN),
    token(
        "a Trello token",
        "ATTA",
        /[0-9a-f]{60,64}[0-9A-Fa-f]{4,8}/,
        "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
    ),
    token("a Gitea token", "gto_ gta_", /[a-z0-9]{32,56}/, "https://docs.gitea.com/development/oauth2-provider"),
    token("a Sourcegraph token", "sgp_", /(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}/, SOURCEGRAPH),
    token("a Sourcegraph token", "slk_ sgd_ sgs_", /[0-9a-f]{64}/, SOURCEGRAPH),
    token("a CircleCI token", "CCIPAT_ CCIPRJ_", /[A-Za-z0-9]{20,24}_[0-9a-f]{38,42}/, CIRCLECI),
    token("a Buildkite token", "bkua_ bkat_ bkct_ bkaj_ bkpi_ bkpt_", /[\w-]{36,64}/, BUILDKITE),
    token(
        "a TeamCity token",
        "eyJ0eXAiOiAiVENWMiJ9.",
        /[\w-]{20,60}\.[\w-]{30,100}/,
        "https://www.jetbrains.com/help/teamcity/rest/teamcity-rest-api-documentation.html",
    ),
    token("a JSR token", "jsrp_", /[A-Za-z0-9]{36,48}/, "https://jsr.io/docs/publishing-packages", { is: "mixed" }),
    around(
        "an Nx Cloud token",
        /[A-Za-z0-9+/]{48}/,
        // "|read-write", "|read-only", "|read".
        "fHJlYWQtd3JpdGU fHJlYWQtb25seQ fHJlYWQ",
        /={0,2}/,
        "https://nx.dev/ci/recipes/security/access-tokens",
        "any",
    ),
    token("an Open VSX token", "ovsxp_", /[0-9a-f-]{36}/, "https://github.com/eclipse/openvsx/wiki"),
    token("a Snyk token", "snyk_uat. snyk_sat. snyk_pat.", /[\w.-]{30,}/, SNYK),
    token("a SonarQube token", "sqp_ squ_ sqa_", /[0-9a-f]{38,42}/, SONAR),
    token(
        "a Jenkins API token",
        "110 111 112 113 114 115 116 117 118 119 11a 11b 11c 11d 11e 11f",
        /(?=[0-9]{0,31}[a-f])[0-9a-f]{31}/,
        "https://www.jenkins.io/blog/2018/07/02/new-api-token-system/",
        { weak: true },
    ),
    around(
        "an HCP Terraform token",
        /[A-Za-z0-9]{14}/,
        ".atlasv1.",
        /[\w-]{60,}/,
        "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    ),
    token(
        "a Pulumi access token",
        "pul-",
        /[0-9a-f]{38,42}/,
        "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
    ),
    token("a Harness token", "pat. sat.", /[\w-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20}/, HARNESS),
    token(
        "an Octopus Deploy key",
        "API-",
        /[A-Z0-9]{24,40}/,
        "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
    ),
    token("a JFrog key", "AKCp", /[A-Za-z0-9]{56,80}/, JFROG),
    token("a JFrog reference token", "cmVmd", /[A-Za-z0-9]{50,70}/, JFROG),
    token(
        "a Nexus token",
        "NpmToken. NuGetApiKey. DockerToken.",
        /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/,
        "https://help.sonatype.com/en/user-tokens.html",
    ),
    token("a crates.io token", "cio", /[A-Za-z0-9]{32}/, "https://doc.rust-lang.org/cargo/reference/publishing.html", {
        is: "mixed",
    }),
    token("a NuGet key", "oy2", /[a-z0-9]{43}/, "https://learn.microsoft.com/nuget/nuget-org/publish-a-package"),
    token("a PyPI token", "pypi-AgE", /[\w-]{50,}/, "https://pypi.org/help/#apitoken"),
    token("an npm token", "npm_", /[A-Za-z0-9]{36,40}/, "https://docs.npmjs.com/about-access-tokens"),
    token("a RubyGems key", "rubygems_", /[0-9a-f]{46,50}/, "https://guides.rubygems.org/api-key-scopes/"),
    token(
        "a Clojars token",
        "CLOJARS_",
        /[0-9a-z]{56,64}/,
        "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",
    ),
    token(
        "a Packagist token",
        "packagist_ort_ packagist_out_ packagist_uut_ packagist_oat_ packagist_urt_",
        /[0-9a-f]{32,72}/,
        "https://packagist.com/docs",
    ),
    token("a Docker Hub token", "dckr_pat_ dckr_oat_", /[\w-]{27,}/, "https://docs.docker.com/security/access-tokens/"),
    token("a Chromatic token", "chpt_", /[\w-]{12,60}/, "https://www.chromatic.com/docs/setup/"),
    token("a Percy token", "web_ app_ auto_ ss_ vmw_", /[0-9a-f]{64}/, "https://www.browserstack.com/docs/percy/"),
    token("a LambdaTest key", "LT_", /[A-Za-z0-9]{40,64}/, "https://www.lambdatest.com/support/docs/"),
    token("a Sentry token", "sntrys_eyJ", /[\w+/=-]{40,}/, SENTRY),
    token("a Sentry token", "sntryu_ sntrya_ sntryi_", /[0-9a-f]{60,68}/, SENTRY),
    token("a Gitpod token", "gitpod_pat_", /[\w.-]{30,}/, "https://www.gitpod.io/docs/"),
    token(
        "a Depot token",
        "depot_user_ depot_org_ depot_project_ depot_token_",
        /[0-9a-f]{48,80}/,
        "https://depot.dev/docs/cli/authentication",
    ),
    token("a Socket key", "sktsec_", /\w{36,80}/, "https://docs.socket.dev/docs/"),
    token(
        "a GitBook token",
        "gb_api_",
        /[A-Za-z0-9]{30,60}/,
        "https://gitbook.com/docs/developers/gitbook-api/authentication",
    ),
    token("a ReadMe key", "rdme_", /[a-z0-9]{60,80}/, "https://docs.readme.com/main/reference/authentication"),
    token(
        "a Mintlify key",
        "mint_ mint_dsc_",
        /[A-Za-z0-9]{20,60}/,
        "https://www.mintlify.com/docs/api-reference/introduction",
    ),
    token(
        "a Postman API key",
        "PMAK-",
        /[0-9a-f]{24}-[0-9a-f]{32,36}/,
        "https://learning.postman.com/docs/developer/postman-api/authentication/",
    ),
    token(
        "a Postman token",
        "PMAT-",
        /[0-9A-Z]{24,30}/,
        "https://learning.postman.com/docs/developer/postman-api/authentication/",
    ),
    token("a Kong token", "kpat_ spat_", /[A-Za-z0-9]{36,60}/, "https://developer.konghq.com/konnect-api/"),
    token("a Zuplo key", "zpka_", /\w{30,80}/, "https://zuplo.com/docs/articles/api-key-management"),
    token("an Unkey root key", "unkey_", /[A-Za-z0-9]{20,40}/, "https://www.unkey.com/docs/security/root-keys"),
    token(
        "a key of Apollo GraphOS",
        "service:",
        /[\w-]{1,60}:[\w-]{22}/,
        "https://www.apollographql.com/docs/graphos/platform/access-management/api-keys",
        { is: "mixed" },
    ),
    token(
        "a key of Apollo GraphOS",
        "user:",
        /[a-z]{2,6}\.[\w.-]{1,60}:[\w-]{22}/,
        "https://www.apollographql.com/docs/graphos/platform/access-management/api-keys",
        { is: "mixed" },
    ),
    token("a key of WunderGraph Cosmo", "cosmo_", /[0-9a-f]{32}/, "https://cosmo-docs.wundergraph.com/"),
    token("a key of Endor Labs", "endr+", /[A-Za-z0-9]{16,40}/, "https://docs.endorlabs.com/"),
    token("an Expo token", "expo_", /[\w-]{36,60}/, "https://docs.expo.dev/accounts/programmatic-access/", {
        is: "mixed",
    }),
    token(
        "a Trigger.dev key",
        "tr_dev_ tr_prod_ tr_stg_ tr_preview_ tr_pat_",
        /[A-Za-z0-9]{18,60}/,
        "https://trigger.dev/docs/apikeys",
    ),
    token(
        "an Inngest signing key",
        "signkey-prod- signkey-test- signkey-branch-",
        /[0-9a-f]{32,80}/,
        "https://www.inngest.com/docs/platform/signing-keys",
    ),
    token(
        "a token of Bitbucket Data Center",
        "BBDC-",
        /[A-Za-z0-9+/@_-]{40,50}/,
        "https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html",
    ),
    token("an Infracost key", "ico-", /[A-Za-z0-9]{32}/, "https://www.infracost.io/docs/integrations/cicd/", {
        is: "mixed",
    }),
    token("a Buildkite token", "bkaa_ bkar_ bkcq_ bkpat_ bkps_", /[\w-]{36,400}/, BUILDKITE),
    token("a CircleCI token", "CCI", /[A-Z]{3}_[A-Za-z0-9]{20,24}_[0-9a-f]{38,42}/, CIRCLECI),
    token(
        "a Bitrise token",
        "bit_pat_ bit_wat_",
        /[\w-]{40,90}/,
        "https://docs.bitrise.io/en/bitrise-platform/accounts/personal-access-tokens.html",
    ),
    token(
        "a Cloudsmith key",
        "csa_",
        /[0-9a-f]{30}[A-Za-z0-9]{6}/,
        "https://docs.cloudsmith.com/accounts-and-teams/api-key",
    ),
    token(
        "a DVC Studio token",
        "isat_",
        /[A-Za-z0-9]{30,60}/,
        "https://dvc.org/doc/studio/user-guide/account-management",
    ),
    token("a Chief Tools token", "ctp_", /[A-Za-z0-9]{34,60}/, "https://chief.app/", { is: "mixed" }),
    token(
        "an Aikido secret",
        "AIK_SECRET_ AIK_CI_",
        /[A-Za-z0-9]{20,80}/,
        "https://apidocs.aikido.dev/reference/authorization",
    ),
    token("a Guardsquare token", "gs_appsweep_", /[\w-]{20,80}/, "https://appsweep.guardsquare.com/docs/ci-cd"),
    token("a Thunderstore token", "tss_", /[A-Za-z0-9]{34,44}/, "https://thunderstore.io/api/docs/", { is: "mixed" }),
    token("a Mergify key", "mergify_application_key_", /[\w-]{30,120}/, "https://docs.mergify.com/api/"),
    text("a session of GitLab", ["_gitlab_session="], /[0-9a-f]{32}/, "https://docs.gitlab.com/user/profile/", {
        after: /(?<![\w-])/,
        is: "random",
    }),
    // A stored file may be called after an id and a digest too.
    {
        ...shaped(
            "a Codefresh key",
            /[0-9a-f]{24}\.[0-9a-f]{32}(?![\w.-])/,
            "https://codefresh.io/docs/docs/integrations/codefresh-api/",
        ),
        after: /(?<![\w-])/,
        near: /codefresh|\bcf[_-]/i,
    },
    token("a Dagger Cloud token", "dag_", /[a-z][\w-]{1,40}_[\w-]{24,80}/, "https://docs.dagger.io/", { is: "mixed" }),
    token("a DeepSource token", "dsp_", /[0-9a-f]{36,68}/, "https://docs.deepsource.com/docs/developers/api/"),
    token(
        "a token of JetBrains",
        "perm: perm-",
        /[A-Za-z0-9+/]{2,60}={0,2}\.[A-Za-z0-9+/]{2,40}={0,2}\.[A-Za-z0-9]{24,60}/,
        "https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html",
    ),
    text(
        "a Phase token",
        ["pss_service:v", "pss_user:v"],
        /\d:[0-9a-f]{64}:[0-9a-f:]{64,}/,
        "https://docs.phase.dev/access-control/service-tokens",
    ),
    token("a SpectralOps key", "spu-", /[0-9a-f]{32}/, "https://guides.spectralops.io/docs"),
    token(
        "a Transifex token",
        "1/0 1/1 1/2 1/3 1/4 1/5 1/6 1/7 1/8 1/9 1/a 1/b 1/c 1/d 1/e 1/f",
        /[0-9a-f]{39}/,
        "https://developers.transifex.com/reference/api-authentication",
        { after: /(?<![\w/-])/ },
    ),
    token(
        "a key of Veracode",
        "vera01es- vera01gs-",
        /[0-9a-f]{60,140}/,
        "https://docs.veracode.com/r/c_api_credentials3",
    ),
];
