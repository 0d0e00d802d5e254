/** AWS CodePipeline. Its artifacts lie in S3, which encrypts them in any case. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { each } from "../place";
import { CodePipelinePipeline } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const codePipeline = [
    settings(CodePipelinePipeline, "artifacts", {
        customerKey: { at: (pipeline) => each(pipeline.artifactStores).encryptionKey.id, good: ownKey, absent: bad },
    }),
].flat();
