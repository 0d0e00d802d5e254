import {
    CognitoManagedUserPoolClient,
    CognitoUserPool,
    CognitoUserPoolClient,
    isFederated,
    isForMachines,
    type ReadInput,
} from "../../aws";
import { type Answer, any, filled, no, not, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { type Link, linked, possible } from "../link";
import { inputOf, isOf, type Resource } from "../resource";

type PoolInputs = NonNullable<(typeof CognitoUserPool)["inputs"]>;

/** A client of a user pool, with what the program says of it. */
export interface UserPoolClient {
    readonly resource: Resource;
    readonly input: ReadInput;
    readonly pool: Link<PoolInputs>;
    /** Cognito or another service made it: of what the program does not say, nothing is known. */
    readonly isAdopted: boolean;
}

export const userPoolClientsOf = fact(
    [CognitoUserPoolClient, CognitoManagedUserPoolClient],
    (stack): readonly UserPoolClient[] =>
        stack.ofType<unknown>(CognitoUserPoolClient, CognitoManagedUserPoolClient).map((resource) => ({
            resource,
            input: reading(resource),
            pool: stack.link(resource, resource.root.get("userPoolId"), CognitoUserPool),
            isAdopted: isOf(resource, CognitoManagedUserPoolClient),
        })),
);

export interface UserPool {
    readonly resource: Resource<PoolInputs>;
    readonly input: ReadInput;
    /**
     * Do users sign in with a password that it keeps? Not where each of its clients lets other identity providers sign users in, or lets
     * programs in alone. Without a client in the stack, nobody knows better.
     */
    readonly signsIn: Answer;
}

export const userPoolsOf = fact([CognitoUserPool, userPoolClientsOf], (stack): readonly UserPool[] => {
    const clients = grouped(userPoolClientsOf(stack).map((client) => [client, possible(client.pool)] as const));
    return stack.ofType(CognitoUserPool).map((resource) => {
        const own = clients.get(resource) ?? [];
        const asks = own.map(({ input }) => not(any(isFederated(input), isForMachines(input))));
        return {
            resource,
            input: reading(resource),
            signsIn: own.length === 0 ? yes : any(...asks),
        };
    });
});

/** Does a function move users over from elsewhere at their first sign-in? It needs their passwords as they type them. */
export function movesUsersOver({ pool }: UserPoolClient): Answer {
    const here = linked(pool);
    return here ? filled(inputOf(here, "lambdaConfig.userMigration")) : no;
}

function reading(resource: Resource): ReadInput {
    return <T>(path: string) => inputOf(resource, path) as Value<T>;
}
