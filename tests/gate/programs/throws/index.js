throw new Error("the table has no name");
