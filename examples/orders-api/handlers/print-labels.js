const { GetObjectCommand, S3Client } = require("@aws-sdk/client-s3");

const bucket = new S3Client({});

exports.handler = async ({ order }) => {
    const { Body } = await bucket.send(
        new GetObjectCommand({ Bucket: process.env.BUCKET, Key: `labels/${order}.svg` }),
    );
    console.log(JSON.stringify({ handler: "print-labels", order }));
    return Body.transformToString();
};
