import {
    Ec2Instance,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    Ec2SpotInstanceRequest,
    IamInstanceProfile,
    IamRole,
    isBastion,
    SsmServiceSetting,
} from "../../aws";
import { type Answer, all, any, holds, no, not, undecided, type Value } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { identitiesOf, identityOf } from "./identities";

const HOSTS = [Ec2Instance, Ec2SpotInstanceRequest, Ec2LaunchTemplate, Ec2LaunchConfiguration];

/** Bastions, and what bastions are made of, each with whether people open sessions on it by Session Manager. */
export const sessionBastionsOf = fact(
    [...HOSTS, IamInstanceProfile, SsmServiceSetting, identitiesOf],
    (stack): readonly { readonly host: Resource; readonly isOpened: Answer }[] => {
        const byDefault = managesEveryInstance(stack);
        return stack.ofType<unknown>(...HOSTS).flatMap((host) => {
            const is = isBastion(host.name, host.root);
            return is.is === "no" ? [] : [{ host, isOpened: all(is, any(byDefault, isManaged(stack, host))) }];
        });
    },
);

/** May the agent of the instance open channels of sessions? A profile of another stack tells nothing. */
function isManaged(stack: Stack, host: Resource): Answer {
    const profile = inputOf(host, "iamInstanceProfile");
    // Templates name it one way or the other.
    const profiles = profile.entries().length > 0 ? [profile.get("name"), profile.get("arn")] : [profile];
    return any(...profiles.map((profile) => carriesCore(stack, host, profile)));
}

function carriesCore(stack: Stack, host: Resource, at: Value): Answer {
    const profile = stack.link<unknown>(host, at, IamInstanceProfile);
    if (profile.kind === "unknown") return undecided(profile.awaits);
    const found = linked(profile);
    const role = found && linked(stack.link(found, found.root.get("role"), IamRole));
    const identity = role && identityOf(stack, role);
    if (!identity) return no;
    const hidden = identity.unread.map(({ place }) => undecided(place));
    return any(identity.permissions.allows("ssmmessages:OpenControlChannel"), ...hidden);
}

/** Default host management: https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html */
function managesEveryInstance(stack: Stack): Answer {
    const settings = stack.ofType(SsmServiceSetting).map(({ inputs: { settingId, settingValue } }) =>
        all(
            holds(settingId, (id) => id.endsWith("/ssm/managed-instance/default-ec2-instance-management-role")),
            not(holds(settingValue, (role) => role === "$None")),
        ),
    );
    return any(...settings);
}
