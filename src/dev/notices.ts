import type { Shipped } from './supply-chain/shipped.ts';
import { refOf } from './supply-chain/shipped.ts';

const howItShips = { code: '', inlined: ', carried by', data: ', as data' } as const;

/** Names, versions, licences and licence texts of everything of others that is in the program. */
export function thirdPartyNotices(packages: readonly Shipped[]): string {
  const byText = new Map<string, string[]>();
  for (const one of packages) {
    const key = one.text === '' ? `Licence: ${one.license ?? 'see the package'}` : one.text;
    const how = one.inside === undefined ? howItShips[one.form] : `${howItShips.inlined} ${one.inside}`;
    const line = `${refOf(one).replace(/(.)@/, '$1 ')} (${one.license ?? 'see below'}${how})`;
    byText.set(key, [...(byText.get(key) ?? []), line]);
  }
  const blocks = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return `audit contains parts of these packages:\n\n${blocks.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
