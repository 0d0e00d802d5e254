/** What a transfer calls for sure, and what else where the file is large or a part fails. */
export interface Transfer {
    readonly operations: readonly string[];
    readonly perhaps: readonly string[];
}

const PARTS = ["CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "AbortMultipartUpload"];
const UPLOAD: Transfer = { operations: ["PutObject"], perhaps: PARTS };
const DOWNLOAD: Transfer = { operations: ["GetObject"], perhaps: ["HeadObject"] };
const COPY: Transfer = {
    operations: ["CopyObject"],
    perhaps: ["HeadObject", "UploadPartCopy", "GetObjectTagging", ...PARTS],
};

/**
 * Methods of the SDKs that are no operation but move objects of S3: boto3's on clients, buckets and objects, version 2's `upload`,
 * lib-storage's `Upload`. Source: https://boto3.amazonaws.com/v1/documentation/api/latest/guide/s3-uploading-files.html
 */
const TRANSFERS: ReadonlyMap<string, Transfer> = new Map([
    ["upload_file", UPLOAD],
    ["upload_fileobj", UPLOAD],
    ["upload", UPLOAD],
    ["Upload", UPLOAD],
    ["download_file", DOWNLOAD],
    ["download_fileobj", DOWNLOAD],
    ["copy", COPY],
]);

export function transfer(method: string): Transfer | undefined {
    return TRANSFERS.get(method);
}
