import { IamUser, policyGrants, valuesAt } from "../../aws";
import { type Answer, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import type { Link } from "../link";
import type { Resource } from "../resource";

/** What gives a policy to users themselves. */
export interface UserPolicy {
    readonly resource: Resource;
    /** The property that names the users. */
    readonly at: string;
    readonly users: readonly NamedUser[];
}

export interface NamedUser {
    readonly user: Link;
    readonly name: string | undefined;
    /** Undecided of a list that is not known yet: it may be empty. */
    readonly isThere: Answer;
}

const grants = policyGrants.filter(({ to, whom }) => to === "user" && whom !== undefined);

/** All that gives policies to users and not to a group of theirs. */
export const policiesOfUsers = fact(
    grants.map(({ from }) => from),
    (stack): readonly UserPolicy[] =>
        grants.flatMap(({ from, whom = "", document, policy }) =>
            stack.ofType(from).flatMap((resource) => {
                const given = valuesAt(resource.root, document ?? policy ?? "");
                if (given.every(({ state }) => state === "absent")) return [];
                const named = valuesAt(resource.root, whom).filter(({ state }) => state !== "absent");
                if (named.length === 0) return [];
                const users = named.map(
                    (at: Value): NamedUser => ({
                        user: stack.link<unknown>(resource, at, IamUser),
                        name: at.text(),
                        isThere: whom === `${at.path}[]` ? undecided(at.place) : yes,
                    }),
                );
                return [{ resource, at: whom.replace("[]", ""), users }];
            }),
        ),
);
