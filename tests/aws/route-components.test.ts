import assert from "node:assert/strict";
import { isMadeOfRoutes } from "../../model/aws";

const urnOf = (types: string) => `urn:pulumi:dev::shop::${types}aws:apigateway/restApi:RestApi::shop`;

describe("APIs that components make of routes", () => {
    it("are told by the component, wherever it stands", () => {
        assert.equal(isMadeOfRoutes(urnOf("aws-apigateway:index:RestAPI$")), true);
        assert.equal(isMadeOfRoutes(urnOf("aws:apigateway:x:API$")), true);
        assert.equal(isMadeOfRoutes(urnOf("shop:index:Backend$aws-apigateway:index:RestAPI$")), true);
    });
    it("are no others", () => {
        assert.equal(isMadeOfRoutes(urnOf("")), false);
        assert.equal(isMadeOfRoutes(urnOf("shop:index:Backend$")), false);
    });
});
