/** What create-order was before list-order and get-order had functions of their own. */
const orders = new Map();

exports.handler = async (event) => {
    const id = event.pathParameters?.id;
    switch (event.routeKey) {
        case "POST /orders":
            return answer(create(JSON.parse(event.body)));
        case "GET /orders":
            return answer(list());
        case "GET /orders/{id}":
            return answer(orders.get(id));
        default:
            return { statusCode: 404 };
    }
};

function create(order) {
    orders.set(order.id, order);
    return order;
}

function list() {
    return [...orders.values()];
}

function answer(body) {
    return { statusCode: 200, body: JSON.stringify(body) };
}
