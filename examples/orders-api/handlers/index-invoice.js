const { GetObjectCommand, PutObjectCommand, S3Client } = require("@aws-sdk/client-s3");

const bucket = new S3Client({});

exports.handler = async ({ Records }) => {
    for (const { s3 } of Records) {
        const [Bucket, key] = [s3.bucket.name, s3.object.key];
        const { Body } = await bucket.send(new GetObjectCommand({ Bucket, Key: key }));
        const words = new Set((await Body.transformToString()).split(/\W+/));
        const Key = key.replace("incoming/", "index/");
        await bucket.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify([...words]) }));
    }
    console.log(JSON.stringify({ handler: "index-invoice", invoices: Records.length }));
};
