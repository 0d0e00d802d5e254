import assert from "node:assert/strict";
import { flag } from "../../pack";
import { configSchema } from "../../pack/metadata";
import { type PolicyConfiguration, profiled, profileOf, standardLevel } from "../../pack/profile";
import { SETTINGS_POLICY } from "../../pack/settings";
import { rules } from "../../policies";
import { resourceRule } from "../support/rules";

const high = { ...resourceRule("high-rule"), severity: "high" as const };
const low = { ...resourceRule("low-rule"), severity: "low" as const };
const strict = { ...resourceRule("strict-rule"), severity: "high" as const, profile: "strict" as const };
const optional = {
    ...resourceRule("optional-rule"),
    severity: "critical" as const,
    options: { everywhere: flag("Whether everywhere.", false) },
    strict: { everywhere: true },
};
const all = [high, low, strict, optional];

/** What policies come to under settings, as `NAME LEVEL OPTIONS`; first as the engine hands it over, with the level of each. */
function settled(
    settings: Record<string, unknown>,
    own: Readonly<Record<string, Partial<PolicyConfiguration>>> = {},
    complete = true,
): readonly string[] {
    const given = new Map<string, PolicyConfiguration>([
        [SETTINGS_POLICY, { level: "remediate", properties: settings }],
    ]);
    for (const rule of all) {
        if (complete || own[rule.id])
            given.set(rule.id, { level: standardLevel(rule), properties: {}, ...own[rule.id] });
    }
    const found = profiled(all, given);
    return all.map(({ id }) => {
        const { level = "as declared", properties = {} } = found.get(id) ?? {};
        return `${id} ${level} ${JSON.stringify(properties)}`;
    });
}

describe("a profile", () => {
    const recommended = [
        "high-rule mandatory {}",
        "low-rule advisory {}",
        "strict-rule disabled {}",
        "optional-rule mandatory {}",
    ];
    const cases: Readonly<Record<string, readonly [settled: readonly string[], expected: readonly string[]]>> = {
        "recommended, where none is named": [settled({}), recommended],
        "recommended, by its name": [settled({ profile: "recommended" }), recommended],
        "recommended, for a name that is none": [settled({ profile: "lax" }), recommended],
        "baseline leaves out what is advisory": [
            settled({ profile: "baseline" }),
            ["high-rule mandatory {}", "low-rule disabled {}", "strict-rule disabled {}", "optional-rule mandatory {}"],
        ],
        "strict turns policies and options on": [
            settled({ profile: "strict" }),
            [
                "high-rule mandatory {}",
                "low-rule advisory {}",
                "strict-rule mandatory {}",
                'optional-rule mandatory {"everywhere":true}',
            ],
        ],
        "strict, where the engine hands over what was configured only": [
            settled({ profile: "strict" }, {}, false),
            [
                "high-rule as declared {}",
                "low-rule as declared {}",
                "strict-rule mandatory {}",
                'optional-rule mandatory {"everywhere":true}',
            ],
        ],
        "goes behind a policy's own level and options": [
            settled(
                { profile: "strict" },
                { "strict-rule": { level: "advisory" }, "optional-rule": { properties: { everywhere: false } } },
            ),
            [
                "high-rule mandatory {}",
                "low-rule advisory {}",
                "strict-rule advisory {}",
                'optional-rule mandatory {"everywhere":false}',
            ],
        ],
        "leaves a policy on that its configuration turned on": [
            settled({}, { "strict-rule": { level: "mandatory" } }),
            [
                "high-rule mandatory {}",
                "low-rule advisory {}",
                "strict-rule mandatory {}",
                "optional-rule mandatory {}",
            ],
        ],
        "leaves strict policies off where all are given one level": [
            settled({}, Object.fromEntries(all.map(({ id }) => [id, { level: "mandatory" }]))),
            [
                "high-rule mandatory {}",
                "low-rule mandatory {}",
                "strict-rule disabled {}",
                "optional-rule mandatory {}",
            ],
        ],
        "leaves a strict policy on among them that has an option of its own": [
            settled(
                {},
                Object.fromEntries(
                    all.map(({ id }) => [
                        id,
                        { level: "mandatory", properties: { exemptions: id === "strict-rule" ? [{}] : [] } },
                    ]),
                ),
            ),
            [
                'high-rule mandatory {"exemptions":[]}',
                'low-rule mandatory {"exemptions":[]}',
                'strict-rule mandatory {"exemptions":[{}]}',
                'optional-rule mandatory {"exemptions":[]}',
            ],
        ],
        "gives strict policies that level where the profile asks them": [
            settled({ profile: "strict" }, Object.fromEntries(all.map(({ id }) => [id, { level: "advisory" }]))),
            [
                "high-rule advisory {}",
                "low-rule advisory {}",
                "strict-rule advisory {}",
                'optional-rule advisory {"everywhere":true}',
            ],
        ],
        "lets in and leaves out whom the settings list": [
            settled({ profile: "baseline", include: ["low-rule", "strict-rule"], exclude: ["high-rule"] }),
            ["high-rule disabled {}", "low-rule advisory {}", "strict-rule mandatory {}", "optional-rule mandatory {}"],
        ],
    };
    for (const [name, [found, expected]] of Object.entries(cases)) {
        it(name, () => assert.deepEqual(found, expected));
    }
    it("is of each policy one of three, and each has some", () => {
        assert.deepEqual([...new Set(rules.map(profileOf))].sort(), ["baseline", "recommended", "strict"]);
    });
    it("sets options of which it can be told whether they were given", () => {
        const { properties } = configSchema(optional.options, optional.strict);
        assert.ok(!("default" in (properties["everywhere"] ?? {})));
        assert.ok("default" in (configSchema(optional.options).properties["everywhere"] ?? {}));
    });
});
