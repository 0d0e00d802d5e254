/** Python, as far as it matters for what a program does: the parser's tree without its tokens. What is not told apart is `opaque`. */
export type Expression =
    /** `parts` is what it is made of. */
    | { readonly is: "opaque"; readonly parts?: readonly Expression[] }
    | { readonly is: "text"; readonly text: string }
    | { readonly is: "constant"; readonly value: number | boolean | null }
    | { readonly is: "format"; readonly parts: readonly Expression[] }
    | { readonly is: "name"; readonly id: string }
    | { readonly is: "attribute"; readonly of: Expression; readonly name: string }
    | { readonly is: "subscript"; readonly of: Expression; readonly index: Expression }
    | Call
    | { readonly is: "sequence"; readonly items: readonly Expression[] }
    | { readonly is: "star"; readonly of: Expression }
    | {
          readonly is: "mapping";
          readonly entries: readonly (readonly [key: Expression | undefined, value: Expression])[];
      }
    | { readonly is: "either"; readonly any: readonly Expression[] }
    | { readonly is: "all"; readonly all: readonly Expression[] }
    | { readonly is: "not"; readonly of: Expression }
    | { readonly is: "compare"; readonly left: Expression; readonly by: Comparison; readonly right: Expression }
    | { readonly is: "join"; readonly left: Expression; readonly by: string; readonly right: Expression }
    | {
          readonly is: "conditional";
          readonly test: Expression;
          readonly holds: Expression;
          readonly otherwise: Expression;
      }
    | { readonly is: "lambda"; readonly definition: FunctionDefinition }
    | {
          readonly is: "comprehension";
          readonly of: Expression;
          readonly key?: Expression;
          readonly clauses: readonly Clause[];
      }
    | { readonly is: "named"; readonly name: string; readonly value: Expression }
    /** `await a`; `yield a` gives one, `yield from a` each. */
    | { readonly is: "waits"; readonly of: Expression; readonly yields?: "one" | "each" };

export type Comparison = "==" | "!=" | "in" | "not in" | "is" | "is not" | "<" | ">" | "<=" | ">=" | "<>";

export interface Call {
    readonly is: "call";
    readonly of: Expression;
    readonly given: readonly Argument[];
    readonly at: number;
}

/** `a`, `name=a`, `*a`, `**a`. */
export interface Argument {
    readonly name?: string;
    readonly stars: 0 | 1 | 2;
    readonly value: Expression;
}

/** `for target in of if test …` */
export interface Clause {
    readonly target: Expression;
    readonly of: Expression;
    readonly tests: readonly Expression[];
}

export interface Parameter {
    readonly name: string;
    readonly stars: 0 | 1 | 2;
    /** After a `*`: by name only. */
    readonly named: boolean;
    readonly type?: Expression;
    readonly otherwise?: Expression;
}

export interface FunctionDefinition {
    readonly is: "function";
    readonly name: string;
    readonly parameters: readonly Parameter[];
    readonly body: readonly Statement[];
    readonly decorators: readonly Expression[];
    readonly at: number;
}

export interface ClassDefinition {
    readonly is: "class";
    readonly name: string;
    readonly bases: readonly Expression[];
    /** What is given by name: `metaclass=Meta`. */
    readonly options: readonly Argument[];
    readonly body: readonly Statement[];
    readonly decorators: readonly Expression[];
    readonly at: number;
}

export interface Branch {
    readonly test: Expression;
    readonly body: readonly Statement[];
    readonly at: number;
}

export interface Case {
    readonly pattern: Pattern;
    readonly guard?: Expression;
    readonly body: readonly Statement[];
    readonly at: number;
}

export type Pattern =
    | { readonly is: "any"; readonly name?: string }
    | { readonly is: "value"; readonly value: Expression }
    | { readonly is: "one of"; readonly patterns: readonly Pattern[] }
    | { readonly is: "sequence"; readonly patterns: readonly Pattern[] }
    | { readonly is: "mapping"; readonly entries: readonly (readonly [string, Pattern])[] }
    | { readonly is: "opaque" };

export type Statement =
    | { readonly is: "expression"; readonly value: Expression; readonly at: number }
    | {
          readonly is: "assign";
          readonly targets: readonly Expression[];
          readonly value: Expression;
          readonly at: number;
      }
    | {
          readonly is: "add";
          readonly target: Expression;
          readonly by: string;
          readonly value: Expression;
          readonly at: number;
      }
    | {
          readonly is: "if";
          readonly branches: readonly Branch[];
          readonly otherwise?: readonly Statement[];
          readonly at: number;
      }
    | {
          readonly is: "for";
          readonly target: Expression;
          readonly of: Expression;
          readonly body: readonly Statement[];
          readonly otherwise: readonly Statement[];
          readonly at: number;
      }
    | {
          readonly is: "while";
          readonly test: Expression;
          readonly body: readonly Statement[];
          readonly otherwise: readonly Statement[];
          readonly at: number;
      }
    | {
          readonly is: "try";
          readonly body: readonly Statement[];
          readonly handlers: readonly {
              readonly of: string;
              readonly as?: string;
              readonly body: readonly Statement[];
          }[];
          readonly finally: readonly Statement[];
          readonly at: number;
      }
    | {
          readonly is: "with";
          readonly items: readonly { readonly value: Expression; readonly as?: Expression }[];
          readonly body: readonly Statement[];
          readonly at: number;
      }
    | { readonly is: "match"; readonly subject: Expression; readonly cases: readonly Case[]; readonly at: number }
    | { readonly is: "import"; readonly module: string; readonly as?: string; readonly at: number }
    | {
          readonly is: "from";
          readonly dots: number;
          readonly module: string;
          readonly names: readonly { readonly name: string; readonly as: string }[];
          readonly all: boolean;
          readonly at: number;
      }
    | { readonly is: "return"; readonly value?: Expression; readonly at: number }
    | { readonly is: "raise"; readonly parts: readonly Expression[]; readonly at: number }
    | { readonly is: "leave"; readonly by: "break" | "continue"; readonly at: number }
    | { readonly is: "global"; readonly names: readonly string[]; readonly at: number }
    | { readonly is: "declare"; readonly name: string; readonly type?: Expression; readonly at: number }
    /** `parts`: what `assert` and `del` are followed by. */
    | { readonly is: "nothing"; readonly parts?: readonly Expression[]; readonly at: number }
    | FunctionDefinition
    | ClassDefinition;

/** One file's program. */
export interface Program {
    readonly body: readonly Statement[];
    /** Something in it is no Python that the parser knows. */
    readonly broken: boolean;
    /** Something in it is nested deeper than what is read, or is a statement that is not known. */
    readonly cut: boolean;
    /** From 1, of a place in the text. */
    line(at: number): number;
}
