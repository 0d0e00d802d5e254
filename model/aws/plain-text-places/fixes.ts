/** How a secret gets to where it is used without lying open, by what the service offers. Each is a line to paste, or what to do where none is. */
export const fixes = {
    host: "Let the script read it: aws secretsmanager get-secret-value --secret-id NAME, with a role that may.",
    noRole: "Let the code read it from Secrets Manager at start, signed in as an identity that may read this one secret.",
    container:
        'Pass it by reference: secrets: [{ name: "DB_PASSWORD", valueFrom: secret.arn }]; options of log drivers as secretOptions.',
    batch: 'Pass it by reference: secrets: [{ name: "DB_PASSWORD", valueFrom: secret.arn }] of the container.',
    appRunner: "Pass it by reference: runtimeEnvironmentSecrets: { DB_PASSWORD: secret.arn }.",
    beanstalk:
        'Pass it by reference: { namespace: "aws:elasticbeanstalk:application:environmentsecrets", name: "DB_PASSWORD", value: secret.arn }.',
    airflow: 'Set "secrets.backend" to Secrets Manager\'s backend, and keep connections and variables there.',
    discovery:
        "Leave it out: whoever may discover instances reads it. Give the secret's name, and let the client read it with its role.",
    stage: "Give the stage the secret's name, and let the backend read it at run time.",
    backend: "Let the backend read it from Secrets Manager at run time, rather than have the API pass it on.",
    edge: "Keep it out of code that runs at the edge: let the origin decide, or sign with a key pair whose public half alone is here.",
    originHeader:
        "For S3, function URLs and load balancers use an origin access control or a VPC origin in place of a shared header; else rotate it from Secrets Manager.",
    eventTarget:
        "Pass the secret's ARN in the input, and let the target read it; for HTTP keep it in the connection's authorization.",
    connection:
        "Set isValueSecret: true, or use the connection's authorization: EventBridge keeps it in Secrets Manager.",
    workflow:
        'Use an HTTP task with Authentication: { ConnectionArn }, or read it where it is used: pass "SecretId" alone.',
    endpoint: "Leave credentials out of the URL, and let the endpoint check SNS's signature.",
    topicRule: "Use ${get_secret('NAME', 'SecretString', 'KEY', 'ROLE_ARN')} in the rule's action.",
    firehose: "Use the destination's secretsManagerConfiguration: { enabled: true, secretArn: secret.arn }.",
    configProvider: 'Refer to it through a configuration provider: "${secretsmanager:NAME:KEY}".',
    document: "Let the script read it with the instance's role: aws ssm get-parameter --with-decryption --name NAME.",
    tags: "Leave it out of tags: whoever may look at a resource, its bill or its events reads them.",
    opsWorks: "Set secure: true of the variable; for a source keep the password out of the URL.",
    codeBuild:
        'Use { name: "TOKEN", type: "SECRETS_MANAGER", value: "NAME:KEY" }; for a repository a CodeConnections connection.',
    codePipeline:
        'Use a CodeConnections connection in place of OAuthToken; pass variables with type: "SECRETS_MANAGER".',
    amplify:
        "Keep it in Parameter Store under /amplify/APP_ID/BRANCH/, which a build reads as a secret; for a repository use accessToken.",
    cloudFormation: 'Refer to it in the template: "{{resolve:secretsmanager:NAME:SecretString:KEY}}".',
    appConfig: 'Use a configuration profile with locationUri: "secretsmanager://NAME".',
    glue: 'Pass "--SECRET_ID": secret.name, and let the job read it; for databases use a connection with SECRET_ID.',
    glueCatalog: "Use a connection with SECRET_ID in place of credentials among a table's parameters.",
    glueConnection: "Set SECRET_ID: secret.name in place of what signs in.",
    emr: "Refer to it as EMR.secret@SECRET_ARN in the classification, or let the step read it with the job's role.",
    flink: "Give the application the secret's name as a property, and let it read it at start.",
    dms: "Use secretsManagerArn and secretsManagerAccessRoleArn of the endpoint.",
    ingestion: "Declare it under pipeline_configurations.aws.secrets, and refer to it as ${{aws_secrets:NAME:KEY}}.",
    sageMaker: "Give the container the secret's name, and let it read it with the execution role.",
    gitSecret: "Set gitConfig.secretArn: secret.arn, and leave credentials out of the URL.",
    agent: "Use an AgentCore credential provider, or give the agent the secret's name to read with its role.",
};
