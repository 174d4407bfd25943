import type { Check } from '../../src/engine/check.ts';
import type { AnyResourceType } from '../../src/inventory/resource.ts';
import { askingIn } from '../../src/inventory/resource.ts';

/** Of `npm run affected`: the service that was changed. Tests that go through all services then go through what it has part in. */
export const affected: string | undefined = process.env['AFFECTED_SERVICE'];

/** Whether a type is the service's, or asks it. */
export const isAffected = (type: AnyResourceType): boolean =>
  affected === undefined || askingIn(type).some(({ service }) => service.id === affected);

/** Whether a check is the service's, or reads a type that is. */
export const readsAffected = (check: Check): boolean =>
  affected === undefined ||
  check.service === affected ||
  [check.resource, ...Object.values(check.along).map(({ resource }) => resource)].some(isAffected);
