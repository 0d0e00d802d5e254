const { GetObjectCommand, S3Client } = require("@aws-sdk/client-s3");

const bucket = new S3Client({});

exports.handler = async ({ shop }) => {
    const { Body } = await bucket.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: `index/${shop}.json` }));
    console.log(JSON.stringify({ handler: "shop-figures", shop }));
    return Body.transformToString();
};
