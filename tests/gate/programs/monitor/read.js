// Resources that exist already and are only looked up.
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const bucket = aws.s3.Bucket.get("bucket", "existing-bucket");
const key = aws.kms.Key.get("key", "1234abcd-12ab-34cd-56ef-1234567890ab");
new aws.s3.BucketVersioning("versioning", { bucket, versioningConfiguration: { status: "Enabled" } });
const topic = new aws.sns.Topic("topic", { kmsMasterKeyId: key.arn, displayName: bucket.bucket });
const child = aws.sqs.Queue.get("queue", "https://sqs.eu-west-1.amazonaws.com/111122223333/orders", undefined, { parent: topic });
new aws.sns.TopicSubscription("subscription", { topic: topic.arn, protocol: "sqs", endpoint: child.arn });
exports.arn = pulumi.secret(bucket.arn);
