exports.handler = async (event) => {
    console.log(JSON.stringify({ handler: "list-orders", requestId: event?.requestContext?.requestId }));
    return { statusCode: 200, body: "{}" };
};
