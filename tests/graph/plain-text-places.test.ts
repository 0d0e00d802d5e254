import assert from "node:assert/strict";
import { plainTextPlaces } from "../../model/aws";
import { suspectsElsewhere, suspectsOf } from "../../model/graph";
import { UNKNOWN, Value } from "../../model/values";
import { hasInput } from "../support/typings";

/** Put together here, so that no scanner takes this file for a leak. */
const url = ["postgres://app:", "q8Zr3kP0vXt7", "@db.internal:5432/orders"].join("");
const password = "q8Zr3kP0vXt7LmN2";
const arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-Ab12Cd";

/** Of services that @pulumi/aws 7 has no more. */
const GONE = /^aws:(?:opsworks\/|gamelift\/matchmakingConfiguration:)/;

/** Inputs that hold a value at the dotted path, in the notation of the table. */
function inputsAt(path: string, value: unknown): unknown {
    if (path === "") return value;
    const [step = "", ...rest] = path.split(".");
    const below = inputsAt(rest.join("."), value);
    return { [step.replace("[]", "")]: step.endsWith("[]") ? [below] : below };
}

const holding = {
    "a connection string": url,
    "a name of its own": { DB_PASSWORD: password },
    "a pair": [
        { name: "STAGE", value: "prod" },
        { name: "DB_PASSWORD", value: password },
    ],
    "a document": JSON.stringify({ database: { password } }),
};
const harmless = {
    "a URL without a password": "https://db.internal:5432/orders",
    "the ARN of a secret": { DB_PASSWORD: arn, DB_PASSWORD_SECRET_ID: "orders/prod/db" },
    "pairs that name stored secrets": [
        { name: "DB_PASSWORD", type: "SECRETS_MANAGER", value: "orders:password" },
        { name: "API_TOKEN", type: "PARAMETER_STORE", value: "ORDERS_API_TOKEN_1" },
        { namespace: "aws:elasticbeanstalk:application:environmentsecrets", name: "DB_PASSWORD", value: arn },
        { key: "X-Api-Key", value: password, isValueSecret: true },
        { key: "DB_PASSWORD", value: password, secure: true },
    ],
    "references beside variables": {
        environment: [{ name: "TABLE", value: "orders" }],
        secrets: [{ name: "DB_PASSWORD", valueFrom: arn }],
    },
    "what a document is run with": JSON.stringify({
        "Password.$": "$.password",
        token: "$$.Task.Token",
        secret: "{% $states.input.secret %}",
        "integration.request.header.X-Api-Key": "method.request.header.X-Api-Key",
        Authentication: { ConnectionArn: arn },
    }),
    "an unknown": UNKNOWN,
};

const reported = (kind: "function" | "configuration", type: string, inputs: unknown) =>
    suspectsOf(kind, type, new Value(inputs)).filter(({ is }) => is.is === "yes");

describe("places that lie open", () => {
    const places = plainTextPlaces.flatMap(({ paths, ...one }) => paths.map((path) => ({ ...one, path })));

    it("are each listed once", () => {
        const names = places.map(({ kind, type, path }) => `${kind} ${type.token} ${path}`);
        assert.equal(new Set(names).size, names.length);
    });

    for (const { kind, type, path } of places) {
        it(`are read in every form and nothing else: ${type.token} ${path}`, () => {
            if (!GONE.test(type.token)) assert.ok(hasInput(type.token, path), "no such input");
            for (const [form, value] of Object.entries(holding))
                assert.equal(reported(kind, type.token, inputsAt(path, value)).length, 1, form);
            for (const [form, value] of Object.entries(harmless))
                assert.deepEqual(reported(kind, type.token, inputsAt(path, value)), [], form);
        });
    }

    it("leave to another policy what a connection signs in with", () => {
        const inputs = { connectionProperties: { PASSWORD: password, JDBC_CONNECTION_URL: url } };
        assert.deepEqual(
            reported("configuration", "aws:glue/connection:Connection", inputs).map(({ at }) => at.path),
            ["connectionProperties.JDBC_CONNECTION_URL"],
        );
    });

    it("are open where it is not known whether a value is the name of a secret", () => {
        const pair = { name: "DB_PASSWORD", value: password, type: UNKNOWN };
        const inputs = { environment: { environmentVariables: [pair] } };
        const [found] = reported("configuration", "aws:codebuild/project:Project", inputs);
        assert.equal(found?.isOpen?.is, "undecided");
    });
});

describe("anywhere else", () => {
    const found = (type: string, inputs: object, marks: readonly string[] = []) =>
        [...suspectsElsewhere(type, new Value(inputs, "", { secrets: new Set(marks) }))]
            .filter(({ is }) => is.is === "yes")
            .map(({ at }) => at.path);
    const queue = "aws:sqs/queue:Queue";

    it("finds secrets in tags, by their names", () => {
        assert.deepEqual(found(queue, { tags: { DbPassword: password, Team: "orders" } }), ["tags.DbPassword"]);
        const group = { tags: [{ key: "DbPassword", value: password, propagateAtLaunch: true }] };
        assert.deepEqual(found("aws:autoscaling/group:Group", group), ["tags[0].value"]);
    });

    it("finds what is a credential by its format", () => {
        assert.deepEqual(found("aws:route53/record:Record", { records: [url] }), ["records[0]"]);
    });

    it("finds what the program marks, in texts for readers alone", () => {
        const inputs = { description: "orders of spring", name: "orders" };
        assert.deepEqual(found("aws:kinesis/stream:Stream", inputs, ["description", "name"]), ["description"]);
    });

    it("is silent where secrets belong, and on what a password's own policy judges", () => {
        assert.deepEqual(found("aws:secretsmanager/secretVersion:SecretVersion", { secretString: url }), []);
        assert.deepEqual(found("aws:rds/instance:Instance", { password: url, passwordWo: url, dbName: "orders" }), []);
        assert.deepEqual(found(queue, { policy: url }), []);
    });
});
