import { checks } from '../../../checks/index.ts';
import { scopeOf } from '../../engine/check.ts';
import { readCatalogue } from '../catalogue.ts';
import { root } from './scaffold.ts';

/**
 * `npm run catalogue -- sqs`: the rows of a service, those with a check marked. Without a service: how many of each have one, and
 * where a check is about another type or scope than its row; its resource type decides there.
 */
const [service] = process.argv.slice(2);
const live = new Map(checks.map((check) => [check.id, check]));
const rows = [...readCatalogue(root).values()];
if (service === undefined) {
  const names = [...new Set(rows.map((row) => row.service))];
  for (const name of names) {
    const own = rows.filter((row) => row.service === name);
    console.log(`${name} ${own.filter(({ id }) => live.has(id)).length}/${own.length}`);
  }
  console.log('\nabout something else than their rows:');
  for (const row of rows) {
    const check = live.get(row.id);
    if (check === undefined) continue;
    const { type } = check.resource;
    if (type !== row.resourceType) console.log(`${row.id}: ${type}; the row: ${row.resourceType}`);
    if (scopeOf(check) !== row.scope) console.log(`${row.id}: ${scopeOf(check)}; the row: ${row.scope}`);
  }
} else
  for (const { id, service: of, severity, resourceType, tier, actions } of rows)
    if (of === service)
      console.log(`${live.has(id) ? '*' : ' '} ${id} ${severity} tier ${tier} ${resourceType} ${actions.join(' ')}`);
