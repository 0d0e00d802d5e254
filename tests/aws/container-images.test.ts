import assert from "node:assert/strict";
import { imagePaths, imageReferenceOf } from "../../model/aws/container-images";
import { hasInput } from "../support/typings";

describe("places of images", () => {
    for (const [token, path] of imagePaths())
        it(`has the input in the typings: ${token} ${path}`, () => assert.ok(hasInput(token, path)));
});

describe("a reference to an image", () => {
    const read = (text: string) => {
        const { repository, tag, isDigest } = imageReferenceOf(text);
        return [repository, tag, isDigest];
    };
    it("has a tag behind the last slash", () => assert.deepEqual(read("a/b:1"), ["a/b", "1", false]));
    it("has a port before it", () => assert.deepEqual(read("host:5000/a"), ["host:5000/a", undefined, false]));
    it("has both", () => assert.deepEqual(read("host:5000/a:1"), ["host:5000/a", "1", false]));
    it("has a digest", () => assert.deepEqual(read("host:5000/a:1@sha256:0f"), ["host:5000/a", "1", true]));
});
