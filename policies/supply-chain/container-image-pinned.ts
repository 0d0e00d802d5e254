import { EcrRepository, LambdaFunction } from "../../model/aws";
import { type MovingImage, movingImages } from "../../model/graph";
import { cwe, declare, defineStackRule, fsbp, ref, sas, strings } from "../../pack";

const program = (imageTagMutability: string) => ({
    orders: declare(EcrRepository, { imageTagMutability }),
    handler: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        packageType: "Image",
        imageUri: ref("orders.repositoryUrl", "", ":1.4.2"),
    }),
});

/**
 * A tag of a repository that is not of this stack is a hint: who keeps it may hold its tags. A document of JSON that is not known yet
 * holds more than the image that was built for it: undecided.
 */
export default defineStackRule({
    id: "container-image-pinned",
    severity: "medium",
    frameworks: [fsbp("ECR.2"), cwe(829), cwe(494), sas(6)],
    title: "Images are named by their digest, or by a tag that cannot be moved.",
    why: "Whoever may push to the repository puts their own code behind the tag, and what was tested is not what runs after the next start.",
    fix: 'Name the digest ("…/orders@sha256:…"; image.repoDigest of docker.Image, image.ref of docker-build), or a tag of a repository with imageTagMutability: "IMMUTABLE".',
    sources: [
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-working-pulling.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/images-create.html",
    ],
    options: {
        immutableRepositories: strings(
            "Repositories of other stacks whose tags cannot be moved: their addresses, or what those begin with.",
        ),
    },
    needs: movingImages,
    bad: program("MUTABLE"),
    good: program("IMMUTABLE"),
    *check(stack, { options: { immutableRepositories } }) {
        for (const { resource, at, when, how, foreign } of movingImages(stack)) {
            if (foreign !== undefined && immutableRepositories.some((one) => foreign.startsWith(one))) continue;
            yield { resource, at, when, message: told[how], ...(how === "elsewhere" && { severity: "low" }) };
        }
    },
});

const told: Readonly<Record<MovingImage["how"], string>> = {
    newest: "names no version of its image, so whatever was pushed last is run",
    moved: "names a tag that its repository lets whoever pushes move to another image",
    elsewhere: "names a tag, which is moved to another image wherever the repository allows it",
};
