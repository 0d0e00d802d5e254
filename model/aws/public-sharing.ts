/** Copies of data, machine images and documents that are given to every AWS account. Source: typings of @pulumi/aws 7.48.0. */
import { type Answer, absent, all, equals, holds, type Value } from "../values";
import { each, type Located, type Place, pathsOf } from "./place";
import type { ResourceType } from "./resource-type";
import {
    EbsSnapshotBlockPublicAccess,
    Ec2AmiLaunchPermission,
    Ec2ImageBlockPublicAccess,
    ImageBuilderDistributionConfiguration,
    LambdaLayerVersionPermission,
    RdsClusterSnapshot,
    RdsClusterSnapshotCopy,
    RdsSnapshot,
    RdsSnapshotCopy,
    SsmDocument,
    SsmServiceSetting,
} from "./types";
import { valuesAt } from "./values-at";

/** A place that names with whom something is shared, or whether a region lets it be shared with all. */
interface SharingPlace {
    readonly type: ResourceType;
    readonly paths: readonly string[];
    /** Does what stands there say everyone? */
    readonly isPublic: (said: Value, root: Value) => Answer;
    /** It is a region's guard against sharing with all: switched off it shares nothing by itself. */
    readonly isGuard: boolean;
    /** Some give it to everyone on purpose. */
    readonly isOften?: true;
}

export interface PublicShare extends Pick<SharingPlace, "isGuard" | "isOften"> {
    readonly at: Value;
    readonly when: Answer;
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html#block-public-access */
const DOCUMENT_SHARING = /(?:^|servicesetting)\/ssm\/documents\/console\/public-sharing-permission$/;

const PLACES: readonly SharingPlace[] = [
    shares(RdsSnapshot, (snapshot) => each(snapshot.sharedAccounts)),
    shares(RdsSnapshotCopy, (copy) => each(copy.sharedAccounts)),
    shares(RdsClusterSnapshot, (snapshot) => each(snapshot.sharedAccounts)),
    shares(RdsClusterSnapshotCopy, (copy) => each(copy.sharedAccounts)),
    shares(Ec2AmiLaunchPermission, (permission) => permission.group),
    shares(ImageBuilderDistributionConfiguration, (one) =>
        each(each(one.distributions).amiDistributionConfiguration.launchPermission.userGroups),
    ),
    // https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html
    {
        type: LambdaLayerVersionPermission,
        paths: ["principal"],
        isPublic: (said, root) => all(equals(said, "*"), absent(root.get("organizationId"))),
        isGuard: false,
        isOften: true,
    },
    // One text, which lists accounts with commas between.
    shares(SsmDocument, (document) => document.permissions["account_ids"] as Located),
    guards(
        EbsSnapshotBlockPublicAccess,
        (block) => block.state,
        (said) => equals(said, "unblocked"),
    ),
    guards(
        Ec2ImageBlockPublicAccess,
        (block) => block.state,
        (said) => equals(said, "unblocked"),
    ),
    guards(
        SsmServiceSetting,
        (setting) => setting.settingValue,
        (said, root) =>
            all(
                holds(root.get("settingId"), (id) => DOCUMENT_SHARING.test(id)),
                holds(said, (value) => value.toLowerCase() === "enable"),
            ),
    ),
];

export const sharingTypes: readonly ResourceType[] = PLACES.map(({ type }) => type);

/** Each place of a resource that may share something with every account. */
export function publicShares(type: string, root: Value): readonly PublicShare[] {
    return PLACES.filter((place) => place.type.token === type).flatMap(({ paths, isPublic, ...place }) =>
        paths.flatMap((path) => valuesAt(root, path).map((at) => ({ ...place, at, when: isPublic(at, root) }))),
    );
}

function shares<T>(type: ResourceType<T>, at: (inputs: Place<T>) => Located): SharingPlace {
    const isPublic = (said: Value) =>
        holds(said, (text) => text.split(",").some((account) => account.trim().toLowerCase() === "all"));
    return { type, paths: pathsOf(at), isPublic, isGuard: false };
}

function guards<T>(
    type: ResourceType<T>,
    at: (inputs: Place<T>) => Located,
    isPublic: SharingPlace["isPublic"],
): SharingPlace {
    return { type, paths: pathsOf(at), isPublic, isGuard: true };
}
