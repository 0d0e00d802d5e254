from typing import Optional, TypedDict

import pulumi
from pulumi.provider.experimental import component_provider_host


class JobsArgs(TypedDict):
    delay: pulumi.Input[int]


class Jobs(pulumi.ComponentResource):
    queue_url: pulumi.Output[str]

    def __init__(self, name: str, args: JobsArgs, opts: Optional[pulumi.ResourceOptions] = None):
        super().__init__("jobs:index:Jobs", name, {}, opts)
        # The package of AWS is not needed for a queue.
        queue = pulumi.CustomResource(
            "aws:sqs/queue:Queue",
            f"{name}-queue",
            {"delaySeconds": args["delay"], "url": None},
            pulumi.ResourceOptions(parent=self),
        )
        self.queue_url = queue.id
        self.register_outputs({"queueUrl": self.queue_url})


component_provider_host(name="jobs", components=[Jobs])
