/** Amazon ECR. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { EcrRepository } from "../types";
import { emptied } from "./keeping";
import { settings } from "./setting";

export const ecr = [
    settings(EcrRepository, "registry", {
        // What was an image is built again, if late.
        protectedFromDeletion: {
            at: (repository) => repository.forceDelete,
            ...emptied("images"),
            severity: "medium",
        },
    }),
].flat();
