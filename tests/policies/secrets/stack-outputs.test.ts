/** What a program exports lies open, unless it is marked. */
import assert from "node:assert/strict";
import { EcsTaskDefinition, LambdaFunction, RdsInstance, SecretsManagerSecretVersion } from "../../../model/aws";
import { StackOutputs } from "../../../model/graph";
import { declare, type Example, json, type Program, randomPassword, secret, unknown } from "../../../pack";
import rule from "../../../policies/secrets/no-secrets-in-config-fields";
import { outcome } from "../../support/rule-tester";

const KEY = ["glpat", "q8Zr3kP0vXt7LmN2aB3d"].join("-");
const LONG = "vdw6h2ksq9pmxz41";
const marked = (SETTING: unknown) =>
    declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        environment: { variables: { SETTING: secret(SETTING) } },
    });

describe("a stack's outputs", () => {
    const outputs = (given: Example, others: Program = {}): Program => ({
        ...others,
        "shop-dev": declare(StackOutputs, given),
    });
    const found: Readonly<Record<string, readonly [Program, ...string[]]>> = {
        "a secret by its name": [outputs({ dbPassword: "correct-horse" }), "dbPassword"],
        "by its format, whatever it is called": [outputs({ setting: KEY }), "setting"],
        "in a URL": [outputs({ url: "postgres://orders:correct-horse@db.internal/orders" }), "url"],
        "within an object, beside one that is marked": [
            outputs({ db: { user: "orders", password: "correct-horse", other: { token: secret(KEY) } } }),
            "db.password",
        ],
        "within JSON": [outputs({ config: json({ db: { password: "correct-horse" } }) }), "config.db.password"],
        "a random password whose mark was taken off": [
            outputs({ setting: "Xk3pLq9ZtRw7aB2c" }, { made: madeAs("Xk3pLq9ZtRw7aB2c") }),
            "setting",
        ],
        "one of several in a secret's version": [
            outputs(
                { setting: LONG },
                {
                    version: declare(SecretsManagerSecretVersion, {
                        secretId: "orders",
                        secretString: JSON.stringify({ host: "db.internal.example", password: LONG }),
                    }),
                },
            ),
            "setting",
        ],
        "a database's password": [
            outputs({ setting: LONG }, { db: declare(RdsInstance, { instanceClass: "db.t3.micro", password: LONG }) }),
            "setting",
        ],
        "what the program marks elsewhere": [outputs({ setting: LONG }, { orders: marked(LONG) }), "setting"],
        "and within a text": [outputs({ setting: `https://x/${LONG}?a=1` }, { orders: marked(LONG) }), "setting"],
    };
    for (const [name, [given, ...reports]] of Object.entries(found)) {
        it(`invalid: ${name}`, async () => {
            const { violations, failures } = await outcome(rule, { given });
            assert.deepEqual(failures, []);
            assert.deepEqual(
                violations.filter((one) => one.startsWith("shop-dev")),
                reports.map((at) => `shop-dev: ${at}`),
            );
        });
    }

    const silent: Readonly<Record<string, Program>> = {
        "marked secrets": outputs({ dbPassword: secret("correct-horse"), db: secret({ password: "correct-horse" }) }),
        "marked, and not known yet": outputs({ dbPassword: secret(unknown) }),
        "ARNs, names, ids and URLs": outputs({
            dbSecretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-Ab12Cd",
            dbSecret: "orders/prod/db",
            secretId: "orders/prod/db",
            apiKeyId: "a1b2c3d4e5",
            userPoolClientId: "1h57kf5cpq17m0eml12EXAMPLE",
            tokenEndpoint: "https://orders.auth.eu-west-1.amazoncognito.com/oauth2/token",
            url: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod",
        }),
        "what a secret's document has besides": outputs(
            { host: "db.internal.example" },
            {
                version: declare(SecretsManagerSecretVersion, {
                    secretId: "orders",
                    secretString: JSON.stringify({ host: "db.internal.example", password: LONG }),
                }),
            },
        ),
        "a text that has a short secret within": outputs(
            { host: "postgres.internal" },
            { db: declare(RdsInstance, { instanceClass: "db.t3.micro", password: secret("postgres") }) },
        ),
        "the name of a database whose password is that name": outputs(
            { dbName: "ordersdb", host: "ordersdb.c1.eu-west-1.rds.amazonaws.com" },
            {
                db: declare(RdsInstance, {
                    ...{ instanceClass: "db.t3.micro", dbName: "ordersdb", password: secret("ordersdb") },
                }),
            },
        ),
        "a word, a word with a number and a date that are passwords elsewhere": outputs(
            { stage: "production", shop: "shop2024", released: "20240131" },
            { one: marked("production"), two: marked("shop2024"), three: marked("20240131") },
        ),
        "a name of random letters that is a password too": outputs(
            { setting: LONG },
            {
                db: declare(RdsInstance, {
                    ...{ instanceClass: "db.t3.micro", dbName: LONG, password: secret(LONG) },
                }),
            },
        ),
        "a user's name in a secret's document": outputs(
            { owner: "orders-app" },
            {
                version: declare(SecretsManagerSecretVersion, {
                    secretId: "orders",
                    secretString: JSON.stringify({ username: "orders-app", password: LONG }),
                }),
            },
        ),
        "an ARN that carries a mark elsewhere": outputs(
            { topic: "arn:aws:sns:eu-west-1:111122223333:orders" },
            { orders: marked("arn:aws:sns:eu-west-1:111122223333:orders") },
        ),
        "what is unknown under a harmless name": outputs({ url: unknown }),
        none: outputs({}, { task: declare(EcsTaskDefinition, { family: "orders", containerDefinitions: "[]" }) }),
    };
    for (const [name, given] of Object.entries(silent)) {
        it(`valid: ${name}`, async () => {
            const { violations, failures, awaits } = await outcome(rule, { given });
            const mine = (all: readonly string[]) => all.filter((one) => one.startsWith("shop-dev"));
            assert.deepEqual([...mine(violations), ...failures, ...mine(awaits)], []);
        });
    }
    it("undecided: what is unknown under a secret's name: an SDK leaves out its mark", async () => {
        const { violations, awaits } = await outcome(rule, { given: outputs({ dbPassword: unknown }) });
        assert.deepEqual([violations, awaits], [[], ["shop-dev.dbPassword"]]);
    });
});

function madeAs(result: string) {
    return declare(randomPassword.type, { length: 16, result: secret(result) });
}
