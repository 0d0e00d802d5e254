setInterval(() => undefined, 1000);
throw new Error("the table has no name");
