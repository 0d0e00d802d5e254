exports.handler = async (event) => {
    console.log(JSON.stringify({ handler: "get-order", requestId: event?.requestContext?.requestId }));
    return { statusCode: 200, body: "{}" };
};
