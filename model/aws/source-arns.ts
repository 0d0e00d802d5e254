/** The form of the ARN by which a service tells for what it acts. https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html */
const SOURCES: Readonly<Record<string, string>> = {
    apigateway: "arn:aws:execute-api:REGION:ACCOUNT:API_ID/*",
    cloudfront: "arn:aws:cloudfront::ACCOUNT:distribution/DISTRIBUTION_ID",
    cloudtrail: "arn:aws:cloudtrail:REGION:ACCOUNT:trail/TRAIL",
    cloudwatch: "arn:aws:cloudwatch:REGION:ACCOUNT:alarm:*",
    "cognito-idp": "arn:aws:cognito-idp:REGION:ACCOUNT:userpool/POOL_ID",
    elasticloadbalancing: "arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/NAME/*",
    es: "arn:aws:es:REGION:ACCOUNT:domain/DOMAIN",
    events: "arn:aws:events:REGION:ACCOUNT:rule/RULE",
    iot: "arn:aws:iot:REGION:ACCOUNT:rule/RULE",
    lambda: "arn:aws:lambda:REGION:ACCOUNT:function:*",
    "delivery.logs": "arn:aws:logs:REGION:ACCOUNT:*",
    logs: "arn:aws:logs:REGION:ACCOUNT:*",
    "logging.s3": "arn:aws:s3:::BUCKET",
    route53: "arn:aws:route53:::hostedzone/ZONE_ID",
    s3: "arn:aws:s3:::BUCKET",
    ses: "arn:aws:ses:REGION:ACCOUNT:*",
    sns: "arn:aws:sns:REGION:ACCOUNT:TOPIC",
};

export function sourceArn(service: string): string {
    return Object.hasOwn(SOURCES, service) ? (SOURCES[service] ?? "") : "ARN";
}
