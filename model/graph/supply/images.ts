import { EcrRepository, endsInDigest, imageReferenceOf, imagesOf, imageTypes, type NamedImage } from "../../aws";
import { type Answer, all, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import { holdsTag } from "./repositories";

/** An image that may be another one tomorrow under the same name. */
export interface MovingImage {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    /** `newest`: no tag, or `latest`; `moved`: a repository of this stack lets it be moved; `elsewhere`: its repository is not of this stack. */
    readonly how: "newest" | "moved" | "elsewhere";
    /** Its repository with the registry, where that is not of this stack. */
    readonly foreign: string | undefined;
}

/** What builds images, whose outputs name what it built. */
const BUILDERS =
    /^(?:docker:index\/image:Image|docker:index\/registryImage:RegistryImage|docker-build:index:Image|awsx:ecr:Image)$/;

/** Every image that a resource of the stack runs. */
export const movingImages = fact([...imageTypes, EcrRepository], (stack): readonly MovingImage[] =>
    imageTypes.flatMap((type) =>
        stack.ofType<unknown>(type).flatMap((resource) =>
            imagesOf(type.token, resource.root).map((image) => ({
                resource,
                at: image.at,
                ...moves(stack, resource, image),
            })),
        ),
    ),
);

function moves(stack: Stack, resource: Resource, image: NamedImage): Pick<MovingImage, "when" | "how" | "foreign"> {
    const text = image.at.text();
    if (text === undefined) return { how: "elsewhere", when: mayMove(resource, image), foreign: undefined };
    const { repository, tag, isDigest, isPrivate } = imageReferenceOf(text);
    const here = isPrivate ? repositoryNamed(stack, repository) : undefined;
    const isNewest = tag === undefined || tag === "latest";
    return {
        how: isNewest ? "newest" : here ? "moved" : "elsewhere",
        when: isDigest ? no : here ? not(holdsTag(here, tag ?? "latest", image.at.place)) : yes,
        foreign: here ? undefined : repository,
    };
}

/** By its whole address where that is known, or by its name. */
function repositoryNamed(stack: Stack, repository: string): Resource | undefined {
    const named = repositories(stack);
    return (
        named.get(`repositoryUrl ${repository}`) ?? named.get(`name ${repository.slice(repository.indexOf("/") + 1)}`)
    );
}

/** The repositories of the stack; of several with one name, the first. */
const repositories = fact([EcrRepository], (stack): ReadonlyMap<string, Resource> => {
    const found = new Map<string, Resource>();
    for (const one of stack.ofType<unknown>(EcrRepository))
        for (const property of ["repositoryUrl", "name"]) {
            const text = one.root.get(property).text();
            const key = `${property} ${text}`;
            if (text !== undefined && !found.has(key)) found.set(key, one);
        }
    return found;
});

/** What is not known yet stays what it is where the program builds it, or where the repository holds all its tags. */
function mayMove(resource: Resource, { at, isDocument }: NamedImage): Answer {
    if (endsInDigest(at)) return no;
    const open = undecided(at.place);
    // A document holds more than the one image that was built.
    if (isDocument) return open;
    const sources = sourcesOf(resource, at.path);
    if (sources.some(({ type }) => BUILDERS.test(type))) return no;
    const repositories = sources.filter(({ type }) => type === EcrRepository.token);
    if (repositories.length === 0 || repositories.length < sources.length) return open;
    return all(...repositories.map((one) => holdsTag(one, undefined, at.place))).is === "yes" ? no : open;
}
