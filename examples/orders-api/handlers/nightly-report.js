exports.handler = async (event) => {
    console.log(JSON.stringify({ handler: "nightly-report", requestId: event?.requestContext?.requestId }));
    return { statusCode: 200, body: "{}" };
};
