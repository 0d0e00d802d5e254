import { IamRole, LambdaFunction } from "../../../model/aws";
import { archive, declare, type Program, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/function-code-readable";
import { calling } from "../../support/calls";
import { testRule } from "../../support/rule-tester";

const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const running = (runtime: string, files: Readonly<Record<string, string>>, more: object = {}): Program => ({
    role,
    reader: declare(LambdaFunction, {
        role: ref("role.arn"),
        runtime,
        handler: "index.handler",
        code: archive(files),
        ...more,
    } as never),
});
const JAVASCRIPT = 'const { S3 } = require("@aws-sdk/client-s3");';
const nodejs = (code: string, more: object = {}): Program => running("nodejs22.x", { "index.js": code }, more);
const python = (code: string): Program => running("python3.13", { "index.py": code });
const reported = (given: Program, ...reports: readonly string[]) => ({ given, reports });

testRule(rule, {
    valid: {
        "calls of a client": nodejs(`${JAVASCRIPT} exports.handler = () => new S3({}).listBuckets({});`),
        "no call": nodejs("exports.handler = async () => 1;"),
        "what the handler does not reach": nodejs(
            "exports.handler = async () => 1; exports.other = async (name) => require(name);",
        ),
        "Python's": python('import boto3\n\ndef handler(event, context):\n    boto3.client("s3").list_buckets()\n'),
        "several of them": {
            role,
            reader: calling({ calls: [["s3:ListBuckets", {}]] }),
            writer: calling({ calls: [] }),
        },
    },
    invalid: {
        "an image": reported(
            {
                role,
                reader: declare(LambdaFunction, {
                    role: ref("role.arn"),
                    packageType: "Image",
                    imageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/a:1",
                }),
            },
            "reader: imageUri",
        ),
        "code in S3": reported(
            {
                role,
                reader: declare(LambdaFunction, {
                    role: ref("role.arn"),
                    runtime: "nodejs22.x",
                    handler: "index.handler",
                    s3Bucket: "builds",
                    s3Key: "a.zip",
                }),
            },
            "reader: code",
        ),
        "another language": reported(running("java21", { "a.class": "" }), "reader: runtime"),
        "a layer that is not known": reported(
            nodejs("exports.handler = async () => 1;", {
                layers: ["arn:aws:lambda:eu-west-1:444455556666:layer:own:1"],
            }),
            "reader: layers",
        ),
        "a package that the archive does not hold": reported(
            nodejs('const own = require("own-lib"); exports.handler = async () => own();'),
            "reader: code",
        ),
        "an operation by a computed name": reported(
            nodejs(`${JAVASCRIPT} exports.handler = (event) => new S3({})[event.name]({});`),
            "reader: code",
        ),
        "a service by a computed name, in Python": reported(
            python('import boto3\n\ndef handler(event, context):\n    boto3.client(event["service"]).list_buckets()\n'),
            "reader: code",
        ),
        "a file that does not parse": reported(nodejs("exports.handler = async ( => 1;"), "reader: code"),
        "one of two": reported(
            { role, reader: calling({ calls: [] }), writer: calling({ calls: [], open: ["a file does not parse"] }) },
            "writer: code",
        ),
    },
    undecided: {
        "code that is not known yet": {
            given: nodejs("exports.handler = async () => 1;", { code: unknown }),
            awaits: ["reader.code"],
        },
        "a layer that is not known yet": {
            given: nodejs("exports.handler = async () => 1;", { layers: [unknown] }),
            awaits: ["reader.layers[0]"],
        },
    },
});
