import assert from "node:assert/strict";
import { syntheticCloud } from "../../gate/synthetic";
import { opened } from "../../gate/synthetic/wire-values";

describe("public parameters of the synthetic cloud", () => {
    const cloud = syntheticCloud();
    const parameter = (name: string): string => {
        const provider = { package: "aws", inputs: { region: "eu-west-1" } };
        const found = cloud.invoke({ token: "aws:ssm/getParameter:getParameter", args: { name }, provider });
        return (opened(found) as { value: string }).value;
    };

    it("answers for a public parameter with a document where AWS keeps one", () => {
        const document = parameter("/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended");
        assert.match((JSON.parse(document) as { image_id: string }).image_id, /^ami-[0-9a-f]{17}$/);
    });
    it("answers for one that names an image with its id alone", () => {
        assert.match(parameter("/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/image_id"), /^ami-[0-9a-f]{17}$/);
        assert.match(parameter("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"), /^ami-/);
    });
});
