exports.handler = async (event) => {
    console.log(JSON.stringify({ handler: "fulfil-order", requestId: event?.requestContext?.requestId }));
    return { statusCode: 200, body: "{}" };
};
