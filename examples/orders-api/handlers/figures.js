const { PutObjectCommand, S3Client } = require("@aws-sdk/client-s3");

const bucket = new S3Client({});

/** The figures come with the event; what is kept of them lies where the people of the shop look. */
exports.handler = async ({ day, figures }) => {
    const Key = `figures/${day}.json`;
    await bucket.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key, Body: JSON.stringify(figures) }));
    console.log(JSON.stringify({ handler: "figures", day }));
};
