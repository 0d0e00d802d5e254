import assert from "node:assert/strict";
import { SourcePosition, StackFrame, StackTrace } from "@pulumi/pulumi/proto/source_pb";
import { sourceLocation } from "../../gate/host/source";

/** What a registration says of its place: its first frame, and all of them where the SDK sends them. */
function declared(...uris: readonly string[]) {
    const positions = uris.map((uri, index) => {
        const position = new SourcePosition();
        position.setUri(uri);
        position.setLine(index + 1);
        position.setColumn(7);
        return position;
    });
    const trace = new StackTrace();
    trace.setFramesList(
        positions.map((position) => {
            const frame = new StackFrame();
            frame.setPc(position);
            return frame;
        }),
    );
    return { getSourceposition: () => positions[0], getStacktrace: () => trace };
}

describe("the place of a declaration", () => {
    it("is relative to the project's folder, in both spellings", () => {
        const here = { file: "api/routes.ts", line: 1, column: 7 };
        assert.deepEqual(sourceLocation(declared("project:///api/routes.ts"), "/shop"), here);
        assert.deepEqual(sourceLocation(declared("file:///shop/api/routes.ts"), "/shop"), here);
        assert.deepEqual(sourceLocation(declared("file:///shop/a%20b.ts"), "/shop")?.file, "a b.ts");
        for (const before of ["", "./", "../run/"])
            assert.deepEqual(sourceLocation(declared(`project:///${before}file:/shop/api/routes.ts`), "/shop"), here);
    });
    it("is the nearest frame of the program's own where a package declares the resource", () => {
        const found = sourceLocation(
            declared("file:///shop/node_modules/@acme/door/index.js", "file:///shop/doors.ts", "file:///shop/index.ts"),
            "/shop",
        );
        assert.deepEqual(found, { file: "doors.ts", line: 2, column: 7 });
    });
    it("is none where every frame is a package's", () => {
        assert.equal(sourceLocation(declared("file:///shop/node_modules/@acme/door/index.js"), "/shop"), undefined);
    });
    it("is known of older SDKs too, which send no frames", () => {
        const { getSourceposition } = declared("file:///shop/index.ts");
        assert.equal(sourceLocation({ getSourceposition }, "/shop")?.file, "index.ts");
    });
});
