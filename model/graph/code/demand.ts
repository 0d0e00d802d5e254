import type { ServiceCall } from "../../code";
import type { Resource } from "../resource";
import type { FunctionInputs } from "./function-code";
import type { Targets } from "./targets";

/** An action that a call needs. */
export interface Demand {
    readonly holder: Resource<FunctionInputs>;
    readonly call: ServiceCall;
    readonly action: string;
    /** What it is needed on; undefined for an action that has no resources. */
    readonly on: Targets | undefined;
    /** Actions any of which does as well, where the code does not tell which is asked for. */
    readonly or: readonly string[];
    /** What follows the resource's ARN in a request, with parameters in braces: `/index/${IndexName}`. */
    readonly below: string | undefined;
}
