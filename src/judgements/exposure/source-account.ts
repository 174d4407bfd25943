import type { ExactFix } from '../../engine/check.ts';
import type { StatementRef } from '../../iam/types.ts';
import { shell } from '../../text/shell.ts';
import { isRecord } from '../../text/record.ts';

/**
 * A role's trust policy with aws:SourceAccount asked for in statements that trust a service without it. Where others stand beside the
 * service in a statement, it has to be split first: they do not send the key.
 */
export function askSourceAccount(
  { name, account, trust }: { readonly name: string; readonly account: string; readonly trust: unknown },
  open: readonly Pick<StatementRef, 'index'>[],
): ExactFix {
  if (!isRecord(trust)) return {};
  const indexes = new Set(open.map(({ index }) => index));
  const statements = [trust['Statement']].flat();
  const mended = statements.map((one, at): unknown => {
    if (!indexes.has(at)) return one;
    if (!isRecord(one) || !isRecord(one['Principal']) || Object.keys(one['Principal']).join() !== 'Service')
      return undefined;
    const condition = isRecord(one['Condition']) ? one['Condition'] : {};
    const equals = isRecord(condition['StringEquals']) ? condition['StringEquals'] : {};
    return { ...one, Condition: { ...condition, StringEquals: { ...equals, 'aws:SourceAccount': account } } };
  });
  if (mended.includes(undefined))
    return {
      note: 'A statement that names others beside the service has to be split first: they do not send these keys.',
    };
  return {
    note: 'The command asks for aws:SourceAccount and leaves the rest of the trust policy as it is. See in the documentation of the service that it sends the key.',
    cli: shell`aws iam update-assume-role-policy --role-name ${name} --policy-document ${JSON.stringify({ ...trust, Statement: mended })}`,
  };
}
