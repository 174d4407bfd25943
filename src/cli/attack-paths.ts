import type { AttackPaths } from '../engine/result.ts';
import { findPaths } from '../iam/paths/paths.ts';
import { pathsSvg } from '../iam/paths/svg.ts';
import { pathsText } from '../iam/paths/text.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { accountIn } from './iam-account.ts';

/** The paths to administrator of a collected account, for reports that show pictures. */
export function attackPathsOf(inventory: Inventory): AttackPaths {
  const result = findPaths(accountIn(inventory));
  const leading = result.principals.filter(
    ({ admin, paths }) => !admin && paths.some(({ verdict }) => verdict !== 'blocked'),
  );
  // The page styles it: its content policy allows no style but its own.
  const drawing = pathsSvg(result).replace(/<style>[^]*?<\/style>/, '');
  return {
    svg: drawing,
    text: [...pathsText(result)].join(''),
    count: leading.length + result.entries.length,
  };
}
