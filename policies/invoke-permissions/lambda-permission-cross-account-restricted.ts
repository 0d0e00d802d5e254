import { IamRole, LambdaFunction, LambdaPermission } from "../../model/aws";
import { foreignPermissions } from "../../model/graph";
import { cis, cwe, declare, defineStackRule, ref, sas, strings, trusts } from "../../pack";

const program = (principal: unknown) => ({
    caller: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" }),
    permission: declare(LambdaPermission, {
        action: "lambda:InvokeFunction",
        function: ref("orders.arn"),
        principal: principal as string,
    }),
});

/** Whether a named account is a partner's or one's own, a program does not tell: advisory, until the option says who is trusted. */
export default defineStackRule({
    id: "lambda-permission-cross-account-restricted",
    severity: "high",
    frameworks: [cis("7.0", "2.21"), cwe(284), sas(2)],
    title: "Only accounts that are known to be trusted invoke functions.",
    why: "Who acts in another account, and how its credentials are kept, is decided there and not by this stack.",
    fix: "Name the account in trustedAccounts if it is meant, or set principalOrgId to your organization; else remove the permission.",
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-cross-account.html"],
    needs: foreignPermissions,
    options: { trustedAccounts: strings("Accounts that may be allowed to invoke functions of this stack.") },
    bad: program("444455556666"),
    good: program(ref("caller.arn")),
    *check(stack, { options }) {
        const severity = options.trustedAccounts.length > 0 ? "high" : "medium";
        for (const { permission: resource, account, isWhole, when } of foreignPermissions(stack)) {
            if (account !== undefined && options.trustedAccounts.includes(account)) continue;
            const message = isWhole
                ? "allows another account: whomever it lets may invoke this function"
                : "allows a role or user of another account to invoke this function";
            yield { resource, at: "principal", when, message, severity };
        }
    },
});
